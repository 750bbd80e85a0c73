import type { VNode } from 'preact';
import type { Deadline } from '../../../shared/calendar/deadline.ts';
import { type DeadlineProgress, deadlineProgress } from '../../../shared/calendar/deadlineProgress.ts';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { isUnverified } from '../../../shared/law/lawTable.ts';
import { calendarPageMessages } from '../../../shared/messages/calendarPages.ts';
import { createCatalogue, type Lang } from '../../../shared/messages/message.ts';
import { Details } from '../kit/components/notices.tsx';
import { Tag, type Tone } from '../kit/components/tag.tsx';
import { usePage } from '../kit/context.tsx';
import { dayText } from './moment.ts';

/** Its own words alone: pages of the public show it too, and carry no catalogue of the whole console. */
const { text } = createCatalogue(calendarPageMessages);

const tones: Readonly<Record<DeadlineProgress['standing'], Tone>> = {
  onTime: 'neutral',
  dueSoon: 'waiting',
  overdue: 'overdue',
};

/** `第 12 个工作日，共 20 个`; how far it is over once it is; nothing where days are not counted (months). */
function progressText(lang: Lang, { count, overdueDays }: DeadlineProgress): string | undefined {
  if (overdueDays > 0) return text(lang, 'deadline.over', { days: overdueDays });
  if (count === undefined) return undefined;
  // The day of the event itself does not count: nobody is told of a day nought.
  if (count.day === 0) return text(lang, `deadline.begins_${count.unit}`, { of: count.of });
  return text(lang, `deadline.day_of_${count.unit}`, { day: count.day, of: count.of });
}

/** The dates of an explanation as people write them. */
function inWords(lang: Lang, params: Readonly<Record<string, string | number>>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? dayText(lang, value) : value,
    ]),
  );
}

interface DeadlineProps {
  deadline: Deadline;
  today: LocalDate;
  calendar: WorkingCalendar;
}

/**
 * A deadline in a line of a list: the last day in words, how far the period has come, whether it presses, and what
 * is doubtful about it (暂定, 未核实).
 */
export function DeadlineLine(props: DeadlineProps): VNode {
  const { lang } = usePage();
  const { deadline } = props;
  const progress = deadlineProgress(deadline, props.today, props.calendar);
  const counted = progressText(lang, progress);
  const unverified =
    isUnverified(deadline) || deadline.lines.some(({ code }) => code === 'calendar.explain.unverified_year');
  return (
    <p class="govuk-body">
      <time dateTime={deadline.dueLegal}>{dayText(lang, deadline.dueLegal)}</time>{' '}
      <Tag tone={tones[progress.standing]}>{text(lang, `deadline.${progress.standing}`)}</Tag>{' '}
      {progress.provisional ? <Tag tone="waiting">{text(lang, 'calendarPage.provisional')}</Tag> : null}{' '}
      {unverified ? <Tag tone="waiting">{text(lang, 'calendarPage.unverified')}</Tag> : null}
      {counted === undefined ? null : (
        <>
          <br />
          {counted}
        </>
      )}
    </p>
  );
}

/** A deadline on a page: its line, and on request why it is this date. */
export function DeadlineView(props: DeadlineProps): VNode {
  const { lang, problemText } = usePage();
  return (
    <>
      <DeadlineLine {...props} />
      <Details summary={text(lang, 'deadline.why')}>
        <ul class="govuk-list">
          {props.deadline.lines.map(({ code, params }) => {
            const line = problemText({ code, params: inWords(lang, params) });
            return <li key={line}>{line}</li>;
          })}
        </ul>
      </Details>
    </>
  );
}
