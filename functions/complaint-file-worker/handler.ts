import * as z from 'zod';
import { type FileDeps, keepFiles } from '../../shared/complaint/keptFiles.ts';
import type { ComplaintLists } from '../../shared/complaint/ports.ts';
import { instantOf } from '../../shared/draw/ceremony/command.ts';
import { isEvidenceId } from '../../shared/evidence/evidenceKeys.ts';
import { dependencies } from './dependencies.ts';

export interface FileWorkerDeps extends FileDeps {
  readonly lists: Pick<ComplaintLists, 'fileDone' | 'quarantined'>;
}

/** A kick names the cases of one filing; the schedule's event means: whatever waits. */
const eventSchema = z.object({ complaints: z.array(z.string().refine(isEvidenceId)).min(1) });

/** Cases that one sweep looks at; what is left is found by the next. */
const MOST = 200;
/** The kick of a filing came before this; a sweep leaves it alone until then, so that nothing is read twice. */
const PATIENCE_MS = 60_000;

/**
 * Keeps the files of a filing, or of all that wait. A case that fails does not hold up the others.
 *
 * @throws when some could not be kept, so that it is tried again and the operators hear of it
 */
export async function keepQuarantined(
  deps: FileWorkerDeps,
  event: unknown,
): Promise<{ readonly cases: number }> {
  const kick = eventSchema.safeParse(event);
  const before = instantOf(new Date(deps.now().getTime() - PATIENCE_MS));
  const ids = kick.success ? kick.data.complaints : await deps.lists.quarantined(before, MOST);
  const failed: string[] = [];
  // One file at a time: each may be as large as the memory of the function allows for one.
  for (const id of ids) {
    try {
      const kept = await keepFiles(deps, id);
      if (!kept.ok) failed.push(id);
    } catch {
      failed.push(id);
    }
  }
  if (failed.length > 0) throw new Error(`files could not be kept: ${failed.join(', ')}`);
  return { cases: ids.length };
}

export const handler = (event: unknown) => keepQuarantined(dependencies(), event);
