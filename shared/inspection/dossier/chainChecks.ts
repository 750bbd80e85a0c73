import { type Chained, chainChecks as checksOf } from '../../dossier/chainChecks.ts';
import type { Check } from '../../draw/check.ts';
import type { InspectionCase, InspectionStatus } from '../inspectionCase.ts';
import { inspectionCaseId } from '../inspectionRows.ts';
import { inspectionTransitions } from '../transitions.ts';
import type { Dossier } from './dossier.ts';
import { countedLists, recordedActs } from './recordedActs.ts';

/** A case opens with a team, or without one that is large enough. */
const opening: readonly string[] = ['staffing', 'notified'] satisfies readonly InspectionStatus[];

/** What the audit chain of a dossier shows: that it is whole, and that the state is what it led to. */
export function chainChecks({ state, status, audit }: Dossier): readonly Check[] {
  const chained: Chained<InspectionCase> = {
    caseId: inspectionCaseId(state.number),
    status,
    state,
    audit,
    transitions: inspectionTransitions,
    opening,
    acts: recordedActs(state),
    counted: countedLists,
  };
  return checksOf(chained);
}
