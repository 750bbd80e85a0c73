import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { Result } from '../problem.ts';
import { givePenalty } from './command.ts';
import { takeEffect } from './effects.ts';
import type { PenaltyCase, PenaltyStatus } from './penaltyCase.ts';
import type { PenaltyDeps } from './ports.ts';

/** The steps of the workflow that no person takes, by the name of their state in statemachines/penalty.asl.json. */

interface Step {
  /** The only status in which the step acts. */
  readonly from: PenaltyStatus;
  readonly take: (deps: PenaltyDeps, penalty: PenaltyCase) => Promise<Result<unknown>>;
}

export const penaltySteps = {
  TakeEffect: {
    from: 'effective',
    take: (deps, { id }) => givePenalty(deps, id, 'take-effect', takeEffect(deps), undefined, SYSTEM),
  },
} as const satisfies Readonly<Record<string, Step>>;
