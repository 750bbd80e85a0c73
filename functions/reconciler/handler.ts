import type { CaseStore } from '../../shared/case/caseStore.ts';
import { caseNumberOf, type StartDeps, startRun } from '../../shared/case/startRun.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import type { DrawDesk } from '../../shared/draw/ceremony/ports.ts';
import { dependencies } from './dependencies.ts';

export interface ReconcilerDeps extends StartDeps {
  readonly cases: CaseStore;
  readonly desk: Pick<DrawDesk, 'numbers'>;
}

/** Statuses in which a draw needs no execution any more. */
const CLOSED = new Set(['published', 'voided']);

/**
 * Starts an execution for every open draw that has none: lost, failed, expired, or never started because the
 * process died between commit and start. Safe to run at any time, by several at once.
 *
 * @returns the names of the executions that were asked for
 */
export async function reconcile(deps: ReconcilerDeps): Promise<{ readonly started: readonly string[] }> {
  const alive = new Set((await deps.workflow.running()).map(caseNumberOf));
  const started: string[] = [];
  for (const number of await deps.desk.numbers()) {
    if (alive.has(number)) continue;
    const caseId = drawCaseId(number);
    const stored = await deps.cases.load(caseId);
    if (stored === undefined || CLOSED.has(stored.status)) continue;
    started.push(await startRun(deps, caseId, number, { draw: number }));
  }
  return { started };
}

export const handler = () => reconcile(dependencies());
