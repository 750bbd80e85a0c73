import { addMonths, type LocalDate } from '../calendar/localDate.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type FraudConsequence, fraudConsequences } from '../law/repairRules.ts';
import type { RepairLists } from './ports.ts';
import type { Applicant, RepairCase } from './repairCase.ts';

/** What a fraud leads to for whoever applied (令107号 art. 23): its publication, and no application for three years. */

/** Last day of what runs from a fraud. */
export function fraudUntil(
  rule: Extract<FraudConsequence, 'published' | 'barred'>,
  on: LocalDate,
): LocalDate {
  const row = ruleAt(fraudConsequences, rule, on);
  if (row === undefined) throw new RangeError(`${rule} is not in force on ${on}`);
  return addMonths(on, row.months);
}

/** The dates of a fraud found on this day, as the case keeps them. */
export function fraudDates(on: LocalDate): Required<Pick<RepairCase, 'publishedUntil' | 'barredUntil'>> {
  return { publishedUntil: fraudUntil('published', on), barredUntil: fraudUntil('barred', on) };
}

/** Whether two are the same agency, or the same person of it. */
export function isSameApplicant(one: Applicant, other: Applicant): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'person')
    return one.licenceNo === undefined ? one.name === other.name : one.licenceNo === other.licenceNo;
  return one.uscc === undefined ? one.name === other.name : one.uscc === other.uscc;
}

/** Last day on which an applicant is barred by an earlier fraud; undefined when nothing bars it. */
export async function barredUntil(
  lists: Pick<RepairLists, 'ofAgency'>,
  applicant: Applicant,
): Promise<LocalDate | undefined> {
  if (applicant.uscc === undefined) return undefined;
  const before = await lists.ofAgency(applicant.uscc);
  return before
    .flatMap(({ state }) =>
      state.barredUntil !== undefined && isSameApplicant(state.applicant, applicant)
        ? [state.barredUntil]
        : [],
    )
    .sort()
    .at(-1);
}
