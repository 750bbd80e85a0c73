import * as z from 'zod';
import type { InspectionCase, InspectionStatus } from '../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import { inspectionSteps, type StepDeps } from '../../shared/inspection/steps.ts';
import { dependencies } from './dependencies.ts';

const eventSchema = z.object({
  inspection: z.string().min(1),
  step: z.enum(['load', 'JoinLead', 'PublishResult']),
});

/**
 * One step of the inspection machine. A step acts only when the case is in the status it is for, so an execution
 * that is late, repeated or started twice does nothing; the answer is always where the case stands now.
 *
 * @throws StepBlocked when the step has to wait (the machine retries), anything else fails the execution
 */
export async function inspectionStep(deps: StepDeps, event: unknown): Promise<{ readonly status: string }> {
  const { inspection, step } = eventSchema.parse(event);
  const caseId = inspectionCaseId(inspection);
  const before = await deps.cases.load<InspectionCase>(caseId);
  if (before === undefined) throw new Error(`there is no inspection ${inspection}`);
  if (step === 'load') return { status: before.status };
  const { from, take } = inspectionSteps[step];
  if (before.status !== (from satisfies InspectionStatus)) return { status: before.status };
  const taken = await take(deps, before.state);
  const after = await deps.cases.load(caseId);
  // Somebody was faster: the case is elsewhere, and the machine goes there.
  if (!taken.ok && after?.status === before.status) {
    throw new Error(`${inspection}: ${taken.problems.map(({ code }) => code).join(', ')}`);
  }
  return { status: after?.status ?? before.status };
}

export const handler = (event: unknown) => inspectionStep(dependencies(), event);
