import type { CaseStore } from './caseStore.ts';
import { caseNumberOf, type StartDeps, startRun } from './startRun.ts';

export interface ReconcileOrder {
  /** Numbers of the cases that may need an execution. */
  readonly numbers: () => Promise<readonly string[]>;
  readonly caseIdOf: (number: string) => string;
  /** Statuses in which a case needs no execution any more. */
  readonly closed: ReadonlySet<string>;
  readonly inputOf: (number: string) => Readonly<Record<string, string>>;
}

/**
 * Starts an execution for every open case that has none: lost, failed, expired, or never started because the
 * process died between commit and start. Safe to run at any time, by several at once.
 *
 * @returns the names of the executions that were asked for
 */
export async function reconcileCases(
  deps: StartDeps & { readonly cases: CaseStore },
  { numbers, caseIdOf, closed, inputOf }: ReconcileOrder,
): Promise<{ readonly started: readonly string[] }> {
  const alive = new Set((await deps.workflow.running()).map(caseNumberOf));
  const started: string[] = [];
  for (const number of await numbers()) {
    if (alive.has(number)) continue;
    const stored = await deps.cases.load(caseIdOf(number));
    if (stored === undefined || closed.has(stored.status)) continue;
    started.push(await startRun(deps, caseIdOf(number), number, inputOf(number)));
  }
  return { started };
}
