import * as z from 'zod';
import { StepBlocked } from '../../shared/draw/ceremony/stepBlocked.ts';
import type { PenaltyCase } from '../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import type { PenaltyDeps } from '../../shared/penalty/ports.ts';
import { penaltySteps } from '../../shared/penalty/steps.ts';
import { dependencies } from './dependencies.ts';

const eventSchema = z.object({
  penalty: z.string().min(1),
  step: z.enum(['load', 'TakeEffect']),
});

/**
 * One step of the machine of penalty cases. A step acts only when the case is in the status it is for, so an
 * execution that is late, repeated or started twice does nothing; the answer is always where the case stands now.
 *
 * @throws StepBlocked when the step has to wait (the machine retries), anything else fails the execution
 */
export async function penaltyStep(deps: PenaltyDeps, event: unknown): Promise<{ readonly status: string }> {
  const { penalty, step } = eventSchema.parse(event);
  const caseId = penaltyCaseId(penalty);
  const before = await deps.cases.load<PenaltyCase>(caseId);
  if (before === undefined) throw new Error(`there is no case ${penalty}`);
  if (step === 'load') return { status: before.status };
  const { from, take } = penaltySteps[step];
  if (before.status !== from) return { status: before.status };
  const taken = await take(deps, before.state);
  const after = await deps.cases.load(caseId);
  // Somebody was faster: the case is elsewhere, and the machine goes there.
  if (!taken.ok && after?.status === before.status) {
    throw new StepBlocked(`${penalty}: ${taken.problems.map(({ code }) => code).join(', ')}`);
  }
  return { status: after?.status ?? before.status };
}

export const handler = (event: unknown) => penaltyStep(dependencies(), event);
