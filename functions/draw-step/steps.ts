import { giveCommand } from '../../shared/draw/ceremony/command.ts';
import { publishCommitment } from '../../shared/draw/ceremony/confirmation.ts';
import { SYSTEM } from '../../shared/draw/ceremony/decision.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import { type FreezeDeps, freeze } from '../../shared/draw/ceremony/freeze.ts';
import { type PublishDeps, publish } from '../../shared/draw/ceremony/publish.ts';
import { type RunDeps, run } from '../../shared/draw/ceremony/run.ts';
import { voidByItself } from '../../shared/draw/ceremony/voiding.ts';
import { openInspections } from '../../shared/inspection/open.ts';

export type StepDeps = FreezeDeps &
  RunDeps &
  PublishDeps & {
    /** Starts the executions of inspections that were opened; never throws. */
    readonly startInspections: () => Promise<void>;
  };

interface Step {
  /** The only status in which the step acts. */
  readonly from: DrawStatus;
  readonly take: (deps: StepDeps, draw: DrawCase) => Promise<void>;
}

/** The steps by the name of their state in statemachines/draw.asl.json. */
export const steps: Readonly<
  Record<'FreezeSnapshot' | 'PublishCommitment' | 'RunDraw' | 'PublishResult', Step>
> = {
  FreezeSnapshot: { from: 'planned', take: freeze },
  PublishCommitment: { from: 'confirmed', take: commit },
  RunDraw: { from: 'sealed', take: run },
  PublishResult: { from: 'drawn', take: publishAndOpen },
};

/** Every visit has its inspection before the result is public, so that none is forgotten by whatever happens then. */
async function publishAndOpen(deps: StepDeps, draw: DrawCase): Promise<void> {
  const visits = await deps.desk.visits(draw.number);
  await openInspections(deps, draw, visits, await deps.registers.items());
  await publish(deps, draw);
  await deps.startInspections();
}

/** A commitment that would come after its lottery binds nobody any more: the draw is voided in public. */
async function commit(deps: StepDeps, draw: DrawCase): Promise<void> {
  const given = await giveCommand(
    deps,
    draw.number,
    'publish-commitment',
    publishCommitment,
    undefined,
    SYSTEM,
  );
  if (given.ok || !given.problems.some(({ code }) => code === 'ceremony.commitment.late')) return;
  await giveCommand(deps, draw.number, 'void', voidByItself, { ground: 'commitment-late' as const }, SYSTEM);
}
