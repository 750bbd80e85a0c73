import type { Result } from '../../../shared/problem.ts';

/** @throws Error when a command was refused: the demo office would then not be what it says */
export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo office was refused: ${JSON.stringify(result.problems)}`);
}
