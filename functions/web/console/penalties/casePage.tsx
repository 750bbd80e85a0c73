import type { VNode } from 'preact';
import type { Problem } from '../../../../shared/problem.ts';
import { Tag } from '../../kit/components/tag.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { DeadlineLine } from '../deadlineView.tsx';
import { penaltyName } from '../penaltyPaths.ts';
import type { ActionProps } from './actForm.tsx';
import { ToDo } from './actions.tsx';
import { PausedTag } from './caseLine.tsx';
import { Clock } from './clock.tsx';
import { DraftView } from './draftView.tsx';
import { Files } from './evidenceView.tsx';
import { Facts } from './facts.tsx';
import { History, Notes } from './history.tsx';
import { Papers } from './papersView.tsx';
import { toneOf, words } from './penaltyWords.ts';
import { Proceedings } from './proceedings.tsx';
import { nextDeadline, statusOf } from './waiting.ts';

export interface CasePageProps extends ActionProps {
  readonly problems: readonly Problem[];
}

/** One case: the date that presses and what is to be done on top, then the facts, the draft, the clock, what was done, the papers. */
export function CasePage(props: CasePageProps): VNode {
  const { lang, stored, today, calendar } = props;
  const { state } = stored;
  const status = statusOf(stored);
  const next = nextDeadline(stored);
  return (
    <ConsolePage
      title={words(lang, 'penaltyPage.title', { party: state.party.name })}
      lead={
        <>
          <Tag tone={toneOf(status)}>{words(lang, `penalty.status.${status}`)}</Tag> {penaltyName(state)}
          {' · '}
          {state.handler === undefined
            ? words(lang, 'penaltyPage.handler.none')
            : words(lang, 'penaltyPage.handledBy', { name: state.handler.name })}{' '}
          <PausedTag stored={stored} />
        </>
      }
      back={{ href: '/penalties', label: words(lang, 'penaltyPage.board.title') }}
      problems={props.problems}
    >
      {next === undefined ? null : (
        <div class="dr-next-date">
          <strong>{words(lang, `penalty.deadline.${next.kind}`)}</strong>
          <DeadlineLine deadline={next.deadline} today={today} calendar={calendar} />
        </div>
      )}
      <ToDo {...props} />
      <Facts {...props} />
      <DraftView {...props} />
      <Clock {...props} />
      <Proceedings {...props} />
      <Papers {...props} />
      <Files {...props} />
      <Notes {...props} />
      <History {...props} />
    </ConsolePage>
  );
}
