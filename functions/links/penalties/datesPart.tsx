import type { VNode } from 'preact';
import { deadlineProgress } from '../../../shared/calendar/deadlineProgress.ts';
import { daysBetween } from '../../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../../shared/calendar/workingDays.ts';
import { activeDeadlines } from '../../../shared/penalty/deadlines.ts';
import type { StoredDeadline } from '../../../shared/penalty/penaltyCase.ts';
import { dateText } from '../../publicity-worker/words.ts';
import { Details } from '../../web/kit/components/notices.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { OwnPenalty } from './partyLinked.ts';
import { say, unverifiedMark } from './words.ts';

/** The party's own dates; the others are the office's. */
const own: readonly StoredDeadline['kind'][] = ['defence', 'pay'];

/** The days that are left, with the rule and how they are counted. */
export function DatesPart(props: { own: OwnPenalty; calendar: WorkingCalendar }): VNode | null {
  const { lang } = usePage();
  const { state, status } = props.own;
  const running = activeDeadlines(state, status).filter(({ kind }) => own.includes(kind));
  if (running.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.dates')}</h2>
      {running.map((stored) => (
        <DatePart key={stored.kind} stored={stored} {...props} />
      ))}
    </section>
  );
}

function DatePart(props: { stored: StoredDeadline; own: OwnPenalty; calendar: WorkingCalendar }): VNode {
  const { lang, problemText } = usePage();
  const { kind, deadline } = props.stored;
  const { today } = props.own;
  const { standing, count, left } = deadlineProgress(deadline, today, props.calendar);
  const days = count?.unit === 'workingDay' ? left : daysBetween(today, deadline.dueLegal);
  const [comma, stop] = lang === 'zh' ? ['，', '。'] : [', ', '. '];
  return (
    <>
      <p class="govuk-body">
        <strong>{say(lang, `penalty.deadline.${kind}`)}</strong>
        {lang === 'zh' ? '：' : ': '}
        {say(lang, 'linkPenalty.dates.until', { date: dateText(lang, deadline.dueLegal) })}
        {standing === 'overdue'
          ? `${comma}${say(lang, 'linkPenalty.dates.over')}`
          : count === undefined
            ? ''
            : `${comma}${say(lang, `linkPenalty.dates.left.${count.unit}`, { of: count.of, left: days })}`}
        {stop}
        {deadline.provisional ? say(lang, 'linkPenalty.dates.provisional') : ''}
        <br />
        <span lang="zh-CN">{deadline.citation.text}</span>
        {unverifiedMark(lang, deadline)}
      </p>
      <Details summary={say(lang, 'linkPenalty.dates.why')}>
        {deadline.lines.map((line) => (
          <p class="govuk-body" key={line.code}>
            {problemText(line)}
          </p>
        ))}
      </Details>
    </>
  );
}
