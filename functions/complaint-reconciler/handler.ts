import type { CaseStore } from '../../shared/case/caseStore.ts';
import { reconcileCases } from '../../shared/case/reconcile.ts';
import type { StartDeps } from '../../shared/case/startRun.ts';
import { complaintStatuses } from '../../shared/complaint/complaintCase.ts';
import { complaintCaseId, workedStatuses } from '../../shared/complaint/complaintRows.ts';
import type { ComplaintLists } from '../../shared/complaint/ports.ts';
import { dependencies } from './dependencies.ts';

export interface ReconcilerDeps extends StartDeps {
  readonly cases: CaseStore;
  readonly lists: Pick<ComplaintLists, 'worked'>;
}

/** A case that waits for triage has no execution: a flood of them costs no transition. */
const idle = new Set(complaintStatuses.filter((status) => !workedStatuses.has(status)));

/** Starts an execution for every complaint and report that is worked on and has none: kicked at acceptance, and by schedule. */
export const reconcile = (deps: ReconcilerDeps) =>
  reconcileCases(deps, {
    numbers: () => deps.lists.worked(),
    caseIdOf: complaintCaseId,
    closed: idle,
    inputOf: (complaint) => ({ complaint }),
  });

export const handler = () => reconcile(dependencies());
