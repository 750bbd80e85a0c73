import type { CaseStore } from '../../shared/case/caseStore.ts';
import { reconcileCases } from '../../shared/case/reconcile.ts';
import type { StartDeps } from '../../shared/case/startRun.ts';
import { endStatuses } from '../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import type { InspectionLists } from '../../shared/inspection/ports.ts';
import { dependencies } from './dependencies.ts';

export interface ReconcilerDeps extends StartDeps {
  readonly cases: CaseStore;
  readonly lists: Pick<InspectionLists, 'open'>;
}

/** Starts an execution for every open inspection that has none: kicked when a draw is published, and by schedule. */
export const reconcile = (deps: ReconcilerDeps) =>
  reconcileCases(deps, {
    numbers: () => deps.lists.open(),
    caseIdOf: inspectionCaseId,
    closed: endStatuses,
    inputOf: (inspection) => ({ inspection }),
  });

export const handler = () => reconcile(dependencies());
