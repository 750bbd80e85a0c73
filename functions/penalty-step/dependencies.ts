import { once } from '../../shared/adapters/once.ts';
import { penaltyDeps, penaltyKick, penaltyWorkers } from '../../shared/adapters/penaltyDeps.ts';
import type { PenaltyDeps } from '../../shared/penalty/ports.ts';

export const dependencies = once((): PenaltyDeps => penaltyDeps(penaltyKick(penaltyWorkers)));
