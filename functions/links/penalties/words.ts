import { isUnverified } from '../../../shared/law/lawTable.ts';
import { linkPenaltyMessages } from '../../../shared/messages/linkPenalties.ts';
import { createCatalogue, type Lang } from '../../../shared/messages/message.ts';
import { lawMessages } from '../../../shared/penalty/lawMessages.ts';
import { penaltyMessages } from '../../../shared/penalty/messages.ts';
import type { PenaltyStatus } from '../../../shared/penalty/penaltyCase.ts';

/** The texts of the party's pages. */
export const say = createCatalogue(linkPenaltyMessages, penaltyMessages, lawMessages).text;

/** What stands behind a citation that nobody has read in full. */
export function unverifiedMark(lang: Lang, row: Parameters<typeof isUnverified>[0]): string {
  return isUnverified(row) ? say(lang, 'linkPenalty.unverified') : '';
}

/** Where the case stands, as its party may know it: what the office does inside is told by one word. */
const standings = {
  lead: 'before',
  investigating: 'before',
  reviewing: 'before',
  noticing: 'noticing',
  defending: 'defending',
  hearing: 'hearing',
  considering: 'considering',
  deciding: 'considering',
  serving: 'serving',
  effective: 'effective',
  performing: 'performing',
  closed: 'closed',
  'not-filed': 'closed',
  dismissed: 'dismissed',
  transferred: 'handed',
  proposed: 'handed',
  annulled: 'annulled',
} as const satisfies Readonly<Record<PenaltyStatus, string>>;

/** @param served whether the party was told already: a second review is no investigation any more */
export function standingText(lang: Lang, status: PenaltyStatus, served: boolean): string {
  const standing = standings[status];
  return say(lang, `linkPenalty.status.${served && standing === 'before' ? 'considering' : standing}`);
}
