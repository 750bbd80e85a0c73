import type { CaseStore } from './caseStore.ts';
import type { ResumeOutbox, WaitingTasks, Workflow } from './waitingTask.ts';

export interface ResumeDeps {
  readonly cases: CaseStore;
  readonly tasks: WaitingTasks;
  readonly workflow: Pick<Workflow, 'wake'>;
  readonly outbox: ResumeOutbox;
}

/**
 * Wakes the execution of a case that has moved on, then clears its outbox row. The case moved first, so this
 * may be repeated, lost or late: an execution that arrives at its wait finds the case elsewhere and goes on by
 * itself (CaseMoved), and one that is gone is started anew by the reconciler.
 */
export async function resumeCase(deps: ResumeDeps, caseId: string): Promise<void> {
  const stored = await deps.cases.load(caseId);
  const task = await deps.tasks.find(caseId);
  if (stored !== undefined && task !== undefined && task.status !== stored.status) {
    await deps.workflow.wake(task.token, { status: stored.status });
    await deps.tasks.forget(task);
  }
  await deps.outbox.done(caseId);
}

/** Sweeps what kicks have missed. One case that cannot be woken does not hold up the others. */
export async function resumeDue(deps: ResumeDeps): Promise<{ readonly failed: readonly string[] }> {
  const failed: string[] = [];
  for (const caseId of await deps.outbox.due()) {
    try {
      await resumeCase(deps, caseId);
    } catch {
      failed.push(caseId);
    }
  }
  return { failed };
}
