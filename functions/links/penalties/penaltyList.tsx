import type { VNode } from 'preact';
import { nameOf } from '../../../shared/penalty/papers/paperSources.ts';
import type { PenaltyStatus } from '../../../shared/penalty/penaltyCase.ts';
import { usePage } from '../../web/kit/context.tsx';
import type { LinkedPenalty } from './ownPenalties.ts';
import { say, standingText } from './words.ts';

/** The agency's own penalty cases, on the first page of its link. Nothing stands there when there is none. */
export function PenaltyList({ penalties }: { penalties: readonly LinkedPenalty[] }): VNode | null {
  const { lang } = usePage();
  if (penalties.length === 0) return null;
  return (
    <section>
      <h2 class="govuk-heading-m">{say(lang, 'linkPenalty.list')}</h2>
      {penalties.map(({ stored: { state, status, caseId }, href }) => (
        <p class="govuk-body" key={caseId}>
          <a class="govuk-link" href={href}>
            {say(lang, 'linkPenalty.title', { number: nameOf(state) })}
          </a>
          <br />
          {standingText(
            lang,
            status as PenaltyStatus,
            state.notices.some(({ served }) => served !== undefined),
          )}
        </p>
      ))}
    </section>
  );
}
