import type { VNode } from 'preact';
import { openSuspension } from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import { dayText } from '../moment.ts';
import { penaltyName, penaltyPath } from '../penaltyPaths.ts';
import { words } from './penaltyWords.ts';

/** The case by its number, as a link. */
export function CaseLink({ stored }: { stored: StoredPenalty }): VNode {
  const { state } = stored;
  return (
    <a class="govuk-link dr-code" href={penaltyPath(state.id)}>
      {penaltyName(state)}
    </a>
  );
}

export function PausedTag({ stored }: { stored: StoredPenalty }): VNode | null {
  const { lang } = usePage();
  const rest = openSuspension(stored.state);
  return rest === undefined ? null : (
    <Tag tone="neutral">{words(lang, 'penaltyPage.paused', { from: dayText(lang, rest.from) })}</Tag>
  );
}
