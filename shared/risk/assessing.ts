import type { LocalDate } from '../calendar/localDate.ts';
import { lawVersion } from '../law/lawTable.ts';
import { formulaAt } from '../law/riskFormula.ts';
import type { Agency } from '../register/agency.ts';
import { latestRiskClass } from '../register/riskClassIn.ts';
import { type Assessment, assess } from './assess.ts';
import { currentAssessment, type KeptAssessment, type RiskLedger } from './ledger.ts';
import { placeClass } from './placing.ts';
import { factsOf } from './riskFact.ts';

/** A ledger and the register's row as an assessment leaves them. */
export interface Assessed {
  readonly ledger: RiskLedger;
  /** Absent when the agency is in no register: the facts wait for it. */
  readonly agency?: Agency;
}

/** What the ledger's facts come to on a day. */
export function assessmentOf({ events, imported }: RiskLedger, day: LocalDate): Assessment {
  return assess(factsOf(events), day, formulaAt(day), imported);
}

/**
 * Counts a ledger on a day and gives the register its class. A class that stands in the register and was not given by
 * the ledger, because it was imported or set by a person, is taken in first: it holds on like a fact and fades, so that
 * the first event does not silently overwrite it.
 *
 * @param open the first month without a published plan
 */
export function reassess(
  ledger: RiskLedger,
  agency: Agency | undefined,
  day: LocalDate,
  at: string,
  open: string,
): Assessed {
  const known = agency === undefined ? ledger : withImported(ledger, agency, day);
  const { score, class: assessed } = assessmentOf(known, day);
  const kept: KeptAssessment = { on: day, at, formula: lawVersion(formulaAt(day)), score, class: assessed };
  const before = currentAssessment(known);
  const same = before?.score === score && before.class === assessed && before.formula === kept.formula;
  const counted = same ? known : { ...known, assessments: [...known.assessments, kept] };
  if (agency === undefined) return { ledger: counted };
  const placed = placeClass(agency, assessed, day, open);
  const given = latestRiskClass(placed);
  return { ledger: counted.given === given ? counted : { ...counted, given }, agency: placed };
}

function withImported(ledger: RiskLedger, agency: Agency, day: LocalDate): RiskLedger {
  const found = latestRiskClass(agency);
  return ledger.given === found ? ledger : { ...ledger, imported: { class: found, on: day }, given: found };
}
