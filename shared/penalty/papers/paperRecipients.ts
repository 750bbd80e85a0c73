import type { PaperParty } from '../../notice/casePaper.ts';
import type { PaperKind } from '../penaltyRows.ts';

/** Whom a paper of a penalty case can go to: the party, the file, or whoever takes the case over. */
export type PenaltyPaperParty = Extract<PaperParty, 'party' | 'office' | 'authority'>;

/**
 * Who gets which paper. Nothing goes to whoever reported: they are told by their own case (令121号 art. 35), and nothing
 * of a penalty case leads back to it.
 */
export const paperRecipients: Readonly<Record<PaperKind, PenaltyPaperParty>> = {
  filing: 'office',
  'prior-notice': 'party',
  'hearing-notice': 'party',
  decision: 'party',
  'no-penalty': 'party',
  transfer: 'authority',
  proposal: 'authority',
  'payment-reminder': 'party',
  annulment: 'party',
  'repair-notice': 'party',
};
