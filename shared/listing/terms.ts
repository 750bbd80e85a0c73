import { computeDeadline } from '../calendar/deadline.ts';
import {
  addDays,
  addMonths,
  endOfShanghaiDay,
  type LocalDate,
  startOfShanghaiDay,
} from '../calendar/localDate.ts';
import { nextLookAt } from '../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type ListingTerm, listingTerms } from '../law/listingTerms.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';
import { type ListingCase, type ListingStatus, listOf, type StoredDeadline, stands } from './listingCase.ts';

/** The row of a term in force on a day. @throws when there is none: the lists are older than the terms */
export function termRow(rule: ListingTerm, on: LocalDate): DeadlineRow {
  const row = ruleAt<DeadlineRow, ListingTerm>(listingTerms, rule, on);
  if (row === undefined) throw new Error(`${rule} is not in force on ${on}`);
  return row;
}

/** A term of months or calendar days: it ends with a day, be that a holiday; what it ends is no act of anybody. */
function termEnd(rule: ListingTerm, from: LocalDate, on: LocalDate = from): LocalDate {
  const { length, unit, direction } = termRow(rule, on);
  const count = direction === 'before' ? -length : length;
  return unit === 'month' ? addMonths(from, count) : addDays(from, count);
}

const later = (a: LocalDate, b: LocalDate | undefined) => (b !== undefined && b > a ? b : a);

/** What time does to an entry that stands; each date only where it applies. */
export interface ListingDates {
  /** First day on which early removal can be applied for, and the last day of the entry: of the serious-breach list. */
  readonly applyFrom?: LocalDate;
  readonly endsOn?: LocalDate;
  /** Day on which three years are over, and from which the office is told that they nearly are: of the abnormal list. */
  readonly yearsOn?: LocalDate;
  readonly pushOn?: LocalDate;
  /** Last day on which a late report is made good in time. */
  readonly goodUntil?: LocalDate;
}

export function datesOf({
  charge,
  since,
  restarted,
}: Pick<ListingCase, 'charge' | 'since' | 'restarted'>): ListingDates {
  if (charge === undefined || since === undefined) return {};
  if (listOf({ charge }) === 'serious')
    return {
      // The year and the restriction have to be over.
      ...(restarted === undefined
        ? { applyFrom: addDays(later(termEnd('listing.serious_apply', since), charge.restrictedUntil), 1) }
        : {}),
      endsOn: later(termEnd('listing.serious_end', since), charge.restrictedUntil),
    };
  const yearsOn = termEnd('listing.abnormal_years', since);
  return {
    yearsOn,
    pushOn: termEnd('listing.abnormal_push', yearsOn, since),
    ...(charge.ground === 'annual-report-late'
      ? { goodUntil: termEnd('listing.report_made_good', since) }
      : {}),
  };
}

/** The date of a kind that starts with an event. */
export function deadlineOf(kind: DeadlineKind, event: LocalDate, calendar: WorkingCalendar): StoredDeadline {
  const { rule } = deadlineKindRow(kind);
  const row = ruleAt<DeadlineRow, DeadlineRow['rule']>(deadlineRules, rule, event);
  if (row === undefined) throw new Error(`${rule} is not in force on ${event}`);
  return { kind, deadline: computeDeadline({ rule: row, event, calendar }) };
}

export function activeDeadlines(
  { deadlines }: Pick<ListingCase, 'deadlines'>,
  status: ListingStatus,
): readonly StoredDeadline[] {
  return deadlines.filter(({ kind }) => deadlineKindRow(kind).during.includes(status));
}

/** The next instant at which time alone does something to the entry; undefined when nothing is to come. */
export function nextLook(listing: ListingCase, status: ListingStatus, at: string): string | undefined {
  const counted = nextLookAt(activeDeadlines(listing, status), at);
  if (!stands(status)) return counted;
  const { endsOn, yearsOn, pushOn } = datesOf(listing);
  const moments = [
    counted,
    listing.visit === undefined ? at : undefined,
    endsOn === undefined ? undefined : endOfShanghaiDay(endsOn),
    pushOn === undefined || listing.pushedAt !== undefined ? undefined : startOfShanghaiDay(pushOn),
    yearsOn === undefined || listing.escalated !== undefined ? undefined : endOfShanghaiDay(yearsOn),
  ];
  return moments.filter((moment) => moment !== undefined).sort()[0];
}
