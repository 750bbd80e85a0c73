import type { PaperDraft } from '../../notice/issuedNotice.ts';
import type { PaperOrder } from '../inspectionRows.ts';
import { cancelledPapers } from './cancelledPapers.ts';
import { correctionPapers } from './correctionPaper.ts';
import type { PaperSources } from './paperSources.ts';
import { recheckPapers, rectificationPapers } from './rectificationPapers.ts';
import { recusalPapers } from './recusalPaper.ts';
import type { ReminderOrder } from './reminders.ts';
import { resultPapers } from './resultPaper.ts';
import { firstPapers, jointPapers, teamPapers } from './visitPapers.ts';

/** The orders that become papers; the others become mails (reminders.ts). */
export type NumberedOrder = Exclude<PaperOrder, ReminderOrder>;

/**
 * What an order becomes: the papers with their recipients, in the order of their numbers; none when its occasion is
 * over.
 *
 * @throws when the case does not hold what was ordered, or the sources lack somebody
 */
export function draftPapers(sources: PaperSources, order: NumberedOrder): readonly PaperDraft[] {
  switch (order.type) {
    case 'first':
      return firstPapers(sources);
    case 'team':
      return teamPapers(sources);
    case 'joint':
      return jointPapers(sources);
    case 'recusal':
      return recusalPapers(sources, order.id);
    case 'result':
      return resultPapers(sources);
    case 'rectification':
      return rectificationPapers(sources);
    case 'recheck':
      return recheckPapers(sources);
    case 'correction':
      return correctionPapers(sources, order.id);
    case 'cancelled':
      return cancelledPapers(sources);
  }
}
