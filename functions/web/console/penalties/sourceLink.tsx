import type { VNode } from 'preact';
import type { User } from '../../../../shared/access/user.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { Tag } from '../../kit/components/tag.tsx';
import { usePage } from '../../kit/context.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { CaseLink } from './caseLine.tsx';
import { readsPenalties } from './penaltyAccess.ts';
import { toneOf, words } from './penaltyWords.ts';
import { statusOf } from './waiting.ts';

/** The penalty case that came of another case, for those who may read it. */
export async function penaltyOf(
  { deps, user }: { readonly deps: Pick<ConsoleDeps, 'penaltyLists'>; readonly user: Pick<User, 'roles'> },
  caseId: string,
  party: { readonly uscc?: string; readonly name: string },
): Promise<StoredPenalty | undefined> {
  return readsPenalties(user) ? deps.penaltyLists.ofSource(caseId, party) : undefined;
}

/** The way from a case to the penalty case that came of it. */
export function PenaltyLine({ stored }: { stored: StoredPenalty }): VNode {
  const { lang } = usePage();
  return (
    <>
      <CaseLink stored={stored} />{' '}
      <Tag tone={toneOf(statusOf(stored))}>{words(lang, `penalty.status.${statusOf(stored)}`)}</Tag>
    </>
  );
}

/** The same as a paragraph of its own. */
export function PenaltyLink({ stored }: { stored: StoredPenalty }): VNode {
  const { lang } = usePage();
  return (
    <p class="govuk-body">
      {words(lang, 'penaltyPage.related')} <PenaltyLine stored={stored} />
    </p>
  );
}
