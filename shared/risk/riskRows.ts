import { addMonths, type LocalDate, localDate, startOfShanghaiDay } from '../calendar/localDate.ts';
import { formulaAt } from '../law/riskFormula.ts';
import type { Agency } from '../register/agency.ts';
import { nextChange } from './assess.ts';
import type { RiskLedger } from './ledger.ts';
import { factsOf } from './riskFact.ts';

/** Keys of the ledgers in the core table; no other file spells them. */

export const RISK_PREFIX = 'RK#';
export const riskCaseId = (uscc: string) => `${RISK_PREFIX}${uscc}`;
/** Ledgers, by the instant at which time does something to them next. */
export const RISK_DUE_QUEUE = 'Q#RISKDUE';
/** Ledgers in which a review waits for a second person. */
export const RISK_REVIEW_LIST = 'LS#RKREVIEW';

/** A ledger is looked at this often even when no date is near: a new version of the formula takes effect by itself. */
const MOST_MONTHS = 1;

/** The day on which time has to be asked again what it does to the ledger. */
export function nextLookDay(
  { events, imported }: Pick<RiskLedger, 'events' | 'imported'>,
  agency: Pick<Agency, 'nextRisk'> | undefined,
  day: LocalDate,
): LocalDate {
  const begins = agency?.nextRisk === undefined ? undefined : localDate(`${agency.nextRisk.from}-01`);
  const days = [
    addMonths(day, MOST_MONTHS),
    nextChange(factsOf(events), day, formulaAt(day), imported),
    begins !== undefined && begins > day ? begins : undefined,
  ];
  return days.filter((one) => one !== undefined).sort()[0] ?? addMonths(day, MOST_MONTHS);
}

/** Attributes that put a ledger into its queue and, while a review waits, into the list of those. */
export function riskIndex(
  ledger: RiskLedger,
  agency: Pick<Agency, 'nextRisk'> | undefined,
  day: LocalDate,
): Readonly<Record<string, string>> {
  const waits = ledger.reviews.some(({ decided }) => decided === undefined);
  return {
    gqpk: RISK_DUE_QUEUE,
    gqsk: startOfShanghaiDay(nextLookDay(ledger, agency, day)),
    ...(waits ? { glpk: RISK_REVIEW_LIST, glsk: ledger.uscc } : {}),
  };
}
