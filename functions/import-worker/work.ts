import * as z from 'zod';
import { instantOf } from '../../shared/register/commands/deps.ts';
import { isImportId } from '../../shared/register/commands/importCase.ts';
import type { ImportDeps, ImportLists } from '../../shared/register/commands/importPorts.ts';
import { workOnImport } from '../../shared/register/commands/importWork.ts';

export interface ImportWorkerDeps extends ImportDeps {
  readonly lists: ImportLists;
}

/** A kick names one import; the schedule's event, or anything else, means: whatever waits. */
const eventSchema = z.object({ importId: z.string().refine(isImportId) });

/** Imports that one sweep looks at; there is never more than one that may write. */
const MOST = 20;

/** The kick came long before this; a sweep leaves an import alone that another worker has just begun. */
const PATIENCE_MS = 60_000;
const patience = (now: Date) => instantOf(new Date(now.getTime() - PATIENCE_MS));

export interface WorkReport {
  /** Import → where it stands now, or `failed`. */
  readonly imports: Readonly<Record<string, string>>;
}

/**
 * Checks or applies one import, or all that wait. One that fails does not keep the others; at the end the failure
 * is thrown, so that it is retried, alarmed and kept.
 */
export async function work(deps: ImportWorkerDeps, event: unknown): Promise<WorkReport> {
  const kick = eventSchema.safeParse(event);
  const ids = kick.success ? [kick.data.importId] : await deps.lists.waiting(patience(deps.now()), MOST);
  const imports: Record<string, string> = {};
  const failures: unknown[] = [];
  for (const id of ids) {
    try {
      imports[id] = (await workOnImport(deps, id)) ?? 'unknown';
    } catch (error) {
      imports[id] = 'failed';
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} imports failed`);
  return { imports };
}
