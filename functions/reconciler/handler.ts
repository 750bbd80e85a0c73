import type { CaseStore } from '../../shared/case/caseStore.ts';
import { reconcileCases } from '../../shared/case/reconcile.ts';
import type { StartDeps } from '../../shared/case/startRun.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import type { DrawDesk } from '../../shared/draw/ceremony/ports.ts';
import { dependencies } from './dependencies.ts';

export interface ReconcilerDeps extends StartDeps {
  readonly cases: CaseStore;
  readonly desk: Pick<DrawDesk, 'numbers'>;
}

/** Statuses in which a draw needs no execution any more. */
const CLOSED = new Set(['published', 'voided']);

/** Starts an execution for every open draw that has none. */
export const reconcile = (deps: ReconcilerDeps) =>
  reconcileCases(deps, {
    numbers: () => deps.desk.numbers(),
    caseIdOf: drawCaseId,
    closed: CLOSED,
    inputOf: (draw) => ({ draw }),
  });

export const handler = () => reconcile(dependencies());
