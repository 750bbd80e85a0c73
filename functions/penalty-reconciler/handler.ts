import type { CaseStore } from '../../shared/case/caseStore.ts';
import { reconcileCases } from '../../shared/case/reconcile.ts';
import type { StartDeps } from '../../shared/case/startRun.ts';
import { endStatuses } from '../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import type { PenaltyLists } from '../../shared/penalty/ports.ts';
import { dependencies } from './dependencies.ts';

export interface ReconcilerDeps extends StartDeps {
  readonly cases: CaseStore;
  readonly lists: Pick<PenaltyLists, 'open'>;
}

/** Starts an execution for every open penalty case that has none: kicked at its opening, and by schedule. */
export const reconcile = (deps: ReconcilerDeps) =>
  reconcileCases(deps, {
    numbers: () => deps.lists.open(),
    caseIdOf: penaltyCaseId,
    closed: endStatuses,
    inputOf: (penalty) => ({ penalty }),
  });

export const handler = () => reconcile(dependencies());
