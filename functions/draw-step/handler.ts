import * as z from 'zod';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { dependencies } from './dependencies.ts';
import { type StepDeps, steps } from './steps.ts';

const eventSchema = z.object({
  draw: z.string().min(1),
  step: z.enum(['load', 'FreezeSnapshot', 'PublishCommitment', 'RunDraw', 'PublishResult']),
});

/**
 * One step of the draw machine. A step acts only when the case is in the status it is for, so an execution
 * that is late, repeated or started twice does nothing; the answer is always where the case stands now.
 *
 * @throws StepBlocked when the step has to wait (the machine retries), anything else fails the execution
 */
export async function drawStep(deps: StepDeps, event: unknown): Promise<{ readonly status: string }> {
  const { draw, step } = eventSchema.parse(event);
  const before = await deps.cases.load<DrawCase>(drawCaseId(draw));
  if (before === undefined) throw new Error(`there is no draw ${draw}`);
  if (step === 'load') return { status: before.status };
  const { from, take } = steps[step];
  if (before.status !== (from satisfies DrawStatus)) return { status: before.status };
  await take(deps, before.state);
  const after = await deps.cases.load<DrawCase>(drawCaseId(draw));
  return { status: after?.status ?? before.status };
}

export const handler = (event: unknown) => drawStep(dependencies(), event);
