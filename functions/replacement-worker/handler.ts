import { drawReplacements, type ReplacementDeps } from '../../shared/inspection/replacing.ts';
import { dependencies } from './dependencies.ts';

/**
 * Draws every confirmed replacement that waits: kicked after the confirmation, swept by a schedule.
 *
 * @throws when some could not be drawn, so that the operators hear of it; the others are
 */
export async function replace(deps: ReplacementDeps): Promise<{ readonly done: number }> {
  const { done, failed } = await drawReplacements(deps);
  if (failed.length > 0) throw new Error(`could not be replaced: ${failed.join(', ')}`);
  return { done };
}

export const handler = () => replace(dependencies());
