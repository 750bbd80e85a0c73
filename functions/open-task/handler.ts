import * as z from 'zod';
import type { CaseStore } from '../../shared/case/caseStore.ts';
import type { WaitingTasks } from '../../shared/case/waitingTask.ts';
import { complaintCaseId } from '../../shared/complaint/complaintRows.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import { dependencies } from './dependencies.ts';

/** Case ids by the kind that a machine names. */
const caseIds = {
  draw: drawCaseId,
  inspection: inspectionCaseId,
  complaint: complaintCaseId,
  penalty: penaltyCaseId,
} as const;

const eventSchema = z.object({
  kind: z.enum(['draw', 'inspection', 'complaint', 'penalty']),
  /** Number of the case. */
  case: z.string().min(1),
  status: z.string().min(1),
  token: z.string().min(1),
  entered: z.string().min(1),
});

/** The case has left the status that the execution was about to wait in; the machine loads it anew. */
export class CaseMoved extends Error {
  override readonly name = 'CaseMoved';
}

export interface OpenTaskDeps {
  readonly cases: CaseStore;
  readonly tasks: WaitingTasks;
}

/**
 * Opens a person's task: keeps the token of the waiting execution, then looks whether the case still waits.
 * The order matters. A command moves the case first and looks for a token after; here the token is kept
 * first and the case looked at after. So one of the two always sees the other.
 *
 * @throws CaseMoved when there is nothing to wait for any more
 */
export async function openTask(deps: OpenTaskDeps, event: unknown): Promise<void> {
  const { kind, case: number, status, token, entered } = eventSchema.parse(event);
  const caseId = caseIds[kind](number);
  const task = { caseId, status, token, entered };
  await deps.tasks.keep(task);
  const stored = await deps.cases.load(caseId);
  if (stored?.status === status) return;
  await deps.tasks.forget(task);
  throw new CaseMoved(`${caseId} is ${stored?.status ?? 'gone'}`);
}

export const handler = (event: unknown) => openTask(dependencies(), event);
