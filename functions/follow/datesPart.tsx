import type { VNode } from 'preact';
import type { LocalDate } from '../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import { activeDeadlines } from '../../shared/complaint/deadlines.ts';
import { type FollowedCase, restOf } from '../../shared/complaint/followed.ts';
import { suspensionReasons } from '../../shared/law/intakeGrounds.ts';
import { citedText, ruleAt } from '../../shared/law/lawTable.ts';
import { DeadlineView } from '../web/console/deadlineView.tsx';
import { Inset, Warning } from '../web/kit/components/notices.tsx';
import { usePage } from '../web/kit/context.tsx';
import { dayText, say, sayCode, termText } from './words.ts';

/** What the office owes and by when, each with the rule it rests on; why the clock is stopped; that it is late. */
export function DatesPart(props: {
  followed: FollowedCase;
  today: LocalDate;
  calendar: WorkingCalendar;
}): VNode {
  const { lang } = usePage();
  const { followed, today, calendar } = props;
  const running = activeDeadlines(followed.complaint, followed.status);
  const late = running.some(({ deadline }) => deadline.dueLegal < today);
  return (
    <>
      {running.length === 0 && restOf(followed) === undefined ? (
        <p class="govuk-body">{say(lang, 'followCase.dates.none')}</p>
      ) : null}
      <RestPart followed={followed} />
      {running.map(({ kind, deadline }) => (
        <div key={kind}>
          <h3 class="govuk-heading-s">{sayCode(lang, `complaint.deadline.${kind}`)}</h3>
          <DeadlineView deadline={deadline} today={today} calendar={calendar} />
          <p class="govuk-body">
            {say(lang, 'followCase.dates.law')} <span lang="zh-CN">{citedText(deadline.citation)}</span>
          </p>
        </div>
      ))}
      {late ? <Warning>{say(lang, 'followCase.overdue')}</Warning> : null}
    </>
  );
}

function RestPart({ followed }: { followed: FollowedCase }): VNode | null {
  const { lang } = usePage();
  const rest = restOf(followed);
  if (rest === undefined) return null;
  const term = ruleAt(suspensionReasons, rest.reason, followed.complaint.received.on);
  return (
    <Inset>
      {say(lang, 'followCase.rest', {
        from: dayText(lang, rest.from),
        reason: term === undefined ? '' : termText(lang, term),
      })}
    </Inset>
  );
}
