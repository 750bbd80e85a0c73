import { type AnchorDeps, anchorDays } from '../../shared/audit/anchor.ts';
import { dependencies } from './dependencies.ts';

export const anchor = (deps: AnchorDeps) => anchorDays(deps);

export const handler = () => anchor(dependencies());
