import * as z from 'zod';
import type { ComplaintCase } from '../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../shared/complaint/complaintRows.ts';
import { complaintSteps, type StepDeps } from '../../shared/complaint/steps.ts';
import { StepBlocked } from '../../shared/draw/ceremony/stepBlocked.ts';
import { dependencies } from './dependencies.ts';

const eventSchema = z.object({
  complaint: z.string().min(1),
  step: z.enum(['load', 'FollowUp']),
});

/**
 * One step of the machine of complaints and reports. A step acts only when the case is in the status it is for, so an
 * execution that is late, repeated or started twice does nothing; the answer is always where the case stands now.
 *
 * @throws StepBlocked when the step has to wait (the machine retries), anything else fails the execution
 */
export async function complaintStep(deps: StepDeps, event: unknown): Promise<{ readonly status: string }> {
  const { complaint, step } = eventSchema.parse(event);
  const caseId = complaintCaseId(complaint);
  const before = await deps.cases.load<ComplaintCase>(caseId);
  if (before === undefined) throw new Error(`there is no case ${complaint}`);
  if (step === 'load') return { status: before.status };
  const { from, take } = complaintSteps[step];
  if (before.status !== from) return { status: before.status };
  const taken = await take(deps, before.state);
  const after = await deps.cases.load(caseId);
  // Somebody was faster: the case is elsewhere, and the machine goes there.
  if (!taken.ok && after?.status === before.status) {
    throw new StepBlocked(`${complaint}: ${taken.problems.map(({ code }) => code).join(', ')}`);
  }
  return { status: after?.status ?? before.status };
}

export const handler = (event: unknown) => complaintStep(dependencies(), event);
