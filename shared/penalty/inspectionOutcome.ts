import type { LocalDate } from '../calendar/localDate.ts';
import type { CaseStore } from '../case/caseStore.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { inspectionCommit } from '../inspection/command.ts';
import { penaltyOutcome } from '../inspection/correcting.ts';
import type { InspectionCase, InspectionStatus, PenaltyOutcome } from '../inspection/inspectionCase.ts';
import { inspectionCaseId } from '../inspection/inspectionRows.ts';
import type { PenaltyDecision, PenaltyMoment } from './command.ts';
import type { PenaltyCase } from './penaltyCase.ts';

export interface OutcomeDeps {
  readonly cases: Pick<CaseStore, 'load'>;
  readonly auditKey: () => Promise<Uint8Array>;
}

/**
 * Tells the inspection that the case comes from what became of it, in the same transaction: a negative result without a
 * penalty or with a minor one comes down after three months, any other together with the penalty (令107号 arts. 2, 10).
 *
 * @returns nothing when the case comes from elsewhere
 */
export async function toldInspection(
  { cases, auditKey }: OutcomeDeps,
  { source }: PenaltyCase,
  what: { readonly outcome: PenaltyOutcome; readonly until?: LocalDate },
  { at, calendar }: PenaltyMoment,
): Promise<Pick<PenaltyDecision, 'linked'>> {
  if (source.kind !== 'inspection') return {};
  const stored = await cases.load<InspectionCase>(inspectionCaseId(source.reference));
  if (stored === undefined) return {};
  const status = stored.status as InspectionStatus;
  const decided = penaltyOutcome(stored.state, what, { actor: SYSTEM, at, status, calendar });
  if (!decided.ok) return {};
  const moment = { actor: SYSTEM, at };
  return {
    linked: [inspectionCommit(stored, 'penalty-outcome', decided.value, moment, await auditKey())],
  };
}
