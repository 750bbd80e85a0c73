import { addMonths, type LocalDate, localDate, monthOf } from '../calendar/localDate.ts';
import type { Agency } from '../register/agency.ts';
import type { RiskClass } from '../register/vocabulary.ts';

/** The first month from which on no plan is published, from the present one on. */
export function firstOpenMonth(lastPublished: string | undefined, day: LocalDate): string {
  const now = monthOf(day);
  if (lastPublished === undefined || lastPublished < now) return now;
  return monthAfter(lastPublished);
}

export function monthAfter(month: string): string {
  return monthOf(addMonths(localDate(`${month}-01`), 1));
}

/**
 * The register's row with a newly assessed class, so that no published plan moves: the class counts from `open`, the
 * first month without a published plan. A pending class that has begun becomes the present one: a month that is over
 * is not drawn any more.
 *
 * While a pending class that some published plan already counts on has not begun, a third class finds no place: the row
 * stays as it is, and the ledger is looked at again on the first day of that month.
 */
export function placeClass(agency: Agency, assessed: RiskClass, day: LocalDate, open: string): Agency {
  const { nextRisk, ...rest } = agency;
  if (nextRisk === undefined) return withPending(agency, assessed, open);
  const begun = nextRisk.from <= monthOf(day);
  const planned = nextRisk.from < open;
  if (planned && begun) return withPending({ ...rest, riskClass: nextRisk.class }, assessed, open);
  if (planned || nextRisk.class === assessed) return agency;
  // No plan counts on the pending class: another takes its place.
  return withPending(rest, assessed, open);
}

function withPending(agency: Agency, assessed: RiskClass, open: string): Agency {
  return agency.riskClass === assessed ? agency : { ...agency, nextRisk: { class: assessed, from: open } };
}
