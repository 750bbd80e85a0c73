import { computeDeadline } from '../calendar/deadline.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { type DeadlineRuleId, deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type ListingCase, listOf } from './listingCase.ts';

/** The rule by which others have to be told of an entry, or of its end. Nothing dates the publication of an abnormal one. */
function ruleOf(listing: ListingCase): DeadlineRuleId | undefined {
  if (listing.ended?.reason === 'annulled') return 'credit.withdraw';
  if (listing.ended !== undefined) return 'repair.apply';
  return listOf(listing) === 'serious' ? 'listing.publish_serious' : undefined;
}

/** Last day on which the credit system has to know of the entry, or of its end. */
export function dueOf(listing: ListingCase, calendar: WorkingCalendar): LocalDate | undefined {
  const rule = ruleOf(listing);
  const again = listing.restarted === undefined ? undefined : listing.since;
  const event = listing.ended?.on ?? again ?? listing.decision?.on;
  if (rule === undefined || event === undefined) return undefined;
  const row = ruleAt<DeadlineRow, DeadlineRow['rule']>(deadlineRules, rule, event);
  return row === undefined ? undefined : computeDeadline({ rule: row, event, calendar }).dueLegal;
}
