import type { VNode } from 'preact';
import type { LocalDate } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { activeDeadlines } from '../../../shared/inspection/deadlines.ts';
import type { StoredDeadline } from '../../../shared/inspection/inspectionCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Details } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { OwnInspection } from './ownInspections.ts';
import { agencyDeadlines, termDay } from './termDays.ts';
import { say, sayCode, unverifiedMark } from './words.ts';

/** The dates that run, each with the day on which it stands and the text that it rests on. */
export function DatesPart(props: {
  own: OwnInspection;
  today: LocalDate;
  calendar: WorkingCalendar;
}): VNode | null {
  const { lang } = usePage();
  const { state, status } = props.own;
  const running = activeDeadlines(state, status).filter(({ kind }) => agencyDeadlines.includes(kind));
  if (running.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say(lang, 'linkInspection.dates')}</h2>
      {running.map((stored) => (
        <DatePart key={stored.kind} stored={stored} today={props.today} calendar={props.calendar} />
      ))}
    </>
  );
}

function DatePart({
  stored,
  today,
  calendar,
}: {
  stored: StoredDeadline;
  today: LocalDate;
  calendar: WorkingCalendar;
}): VNode {
  const { lang, problemText } = usePage();
  const { kind, deadline } = stored;
  const term = termDay(stored, today, calendar);
  const unit = say(lang, `linkInspection.dates.${deadline.unit}`);
  return (
    <>
      <p class="govuk-body">
        <strong>{sayCode(lang, `inspection.deadline.${kind}`)}</strong>
        {lang === 'zh' ? '：' : ': '}
        {say(lang, 'linkInspection.dates.until', { date: dateText(lang, deadline.dueLegal) })}
        {lang === 'zh' ? '。' : '. '}
        {term.at === 'before'
          ? say(lang, 'linkInspection.dates.before', { of: term.of, unit })
          : term.at === 'within'
            ? say(lang, 'linkInspection.dates.within', { day: term.day, of: term.of, unit })
            : say(lang, 'linkInspection.dates.over', { late: term.late, unit })}
        {deadline.provisional ? ` ${say(lang, 'linkInspection.dates.provisional')}` : ''}
        <br />
        <span lang="zh-CN">{deadline.citation.text}</span>
        {unverifiedMark(lang, deadline)}
      </p>
      <Details summary={say(lang, 'linkInspection.dates.why')}>
        {deadline.lines.map((line) => (
          <p class="govuk-body" key={line.code}>
            {problemText(line)}
          </p>
        ))}
      </Details>
    </>
  );
}
