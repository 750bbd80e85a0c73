import type { VNode } from 'preact';
import type { LocalDate } from '../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import type { FollowedCase } from '../../shared/complaint/followed.ts';
import { ButtonLink } from '../web/kit/components/button.tsx';
import { Inset } from '../web/kit/components/notices.tsx';
import { Tag } from '../web/kit/components/tag.tsx';
import { usePage } from '../web/kit/context.tsx';
import { PublicPage } from '../web/kit/layouts/publicPage.tsx';
import { casePath } from './casePaths.ts';
import { statusText, titleOf } from './caseWords.ts';
import { DatesPart } from './datesPart.tsx';
import { mayAnswer } from './doable.ts';
import { LeavePart } from './leavePart.tsx';
import { say } from './words.ts';

export interface Shown {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  readonly publicityUrl: string;
}

/** The cases of a receipt: where each stands, and whether it asks something of its filer. */
export function CasesPage({ cases, ...shown }: Shown & { cases: readonly FollowedCase[] }): VNode {
  const { lang } = usePage();
  return (
    <PublicPage title={say(lang, 'follow.cases.title')} home={shown.publicityUrl}>
      {cases.length > 1 ? <Inset>{say(lang, 'follow.cases.two')}</Inset> : null}
      {cases.map((followed) => (
        <CaseSection key={followed.complaint.id} followed={followed} shown={shown} />
      ))}
      <LeavePart now={shown.now} />
    </PublicPage>
  );
}

function CaseSection({ followed, shown }: { followed: FollowedCase; shown: Shown }): VNode {
  const { lang } = usePage();
  const { complaint } = followed;
  const unread = complaint.messages.unreadByFiler;
  const asked = mayAnswer(followed) && complaint.requests.some(({ answered }) => answered === undefined);
  return (
    <section>
      <h2 class="govuk-heading-m">{titleOf(lang, followed)}</h2>
      <p class="govuk-body">{statusText(lang, followed)}</p>
      {unread === 0 && !asked ? null : (
        <p class="govuk-body">
          {asked ? <Tag tone="waiting">{say(lang, 'follow.cases.asked')}</Tag> : null}{' '}
          {unread === 0 ? null : (
            <Tag tone="active">{say(lang, 'follow.cases.unread', { count: unread })}</Tag>
          )}
        </p>
      )}
      <DatesPart followed={followed} today={shown.today} calendar={shown.calendar} />
      <ButtonLink href={casePath(complaint.id)} look="secondary">
        {say(lang, 'follow.cases.open')}
        <span class="govuk-visually-hidden">{` ${titleOf(lang, followed)}`}</span>
      </ButtonLink>
    </section>
  );
}
