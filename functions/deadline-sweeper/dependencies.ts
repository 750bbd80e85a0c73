import { drawDeps, fullKick, resumeDeps } from '../../shared/adapters/drawDeps.ts';
import { once } from '../../shared/adapters/once.ts';
import type { SweeperDeps } from './handler.ts';

export const dependencies = once((): SweeperDeps => ({ ...drawDeps(fullKick()), resume: resumeDeps() }));
