import type { VNode } from 'preact';
import type { Problem } from '../../../../shared/problem.ts';
import { NotificationBanner } from '../../kit/components/notices.tsx';
import { Tag } from '../../kit/components/tag.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { PenaltyLink } from '../penalties/sourceLink.tsx';
import type { ActionProps } from './actForm.tsx';
import { ToDo } from './actions.tsx';
import { CaseLink, PausedTag, UrgentLine } from './caseLine.tsx';
import type { CaseView } from './caseView.ts';
import { Clock } from './clock.tsx';
import { caseName, complaintPath, toneOf, words } from './complaintWords.ts';
import { Conversation } from './conversation.tsx';
import { Filer, Files, Matter } from './facts.tsx';
import { History, Notes } from './history.tsx';
import { Proceedings } from './proceedings.tsx';
import { Related } from './related.tsx';
import { nextDeadline, statusOf } from './waiting.ts';

export interface CasePageProps extends ActionProps, CaseView {
  readonly problems: readonly Problem[];
}

/** One case: the date that presses and what is to be done on top, then the matter, the clock and what was done. */
export function CasePage(props: CasePageProps): VNode {
  const { lang, stored, today, calendar } = props;
  const { state } = stored;
  const status = statusOf(stored);
  const next = nextDeadline(stored);
  return (
    <ConsolePage
      title={words(lang, `complaintPage.title.${state.kind}`, { agency: state.matter.agency.name })}
      lead={
        <>
          <Tag tone={toneOf(status)}>{words(lang, `complaint.status.${status}`)}</Tag> {caseName(state)}
          {' · '}
          {state.handler === undefined
            ? words(lang, 'complaintPage.handler.none')
            : words(lang, 'complaintPage.handledBy', { name: state.handler.name })}{' '}
          <PausedTag stored={stored} /> <UrgentLine stored={stored} today={today} />
        </>
      }
      back={{ href: '/complaints', label: words(lang, 'complaintPage.board.title') }}
      problems={props.problems}
    >
      <AttachedTo {...props} />
      {next === undefined ? null : (
        <div class="dr-next-date">
          <strong>{words(lang, `complaint.deadline.${next.kind}`)}</strong>
          <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
        </div>
      )}
      <ToDo {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={`${complaintPath(state.id)}/papers`}>
          {words(lang, 'complaintPage.papers')}
        </a>
      </p>
      {props.penalty === undefined ? null : <PenaltyLink stored={props.penalty} />}
      <Matter {...props} />
      <Files {...props} />
      <Filer {...props} />
      <Related {...props} />
      <Clock {...props} />
      <Proceedings {...props} />
      <Conversation {...props} />
      <Notes {...props} />
      <History {...props} />
    </ConsolePage>
  );
}

/** A repeat lives on in the case that came first, and says so before anything else. */
function AttachedTo({ lang, stored, linked }: CasePageProps): VNode | null {
  if (stored.status !== 'attached') return null;
  const first = stored.state.links.findLast(({ as }) => as === 'first');
  const other = first === undefined ? undefined : linked.get(first.id);
  return (
    <NotificationBanner>
      <p class="govuk-notification-banner__heading">
        {words(lang, 'complaintPage.attachedTo')} {other === undefined ? null : <CaseLink stored={other} />}
      </p>
    </NotificationBanner>
  );
}
