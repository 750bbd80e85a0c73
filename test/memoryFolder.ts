import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Data folders, browser profiles and uploads of a whole run, with room to spare. */
const ENOUGH_BYTES = 2 ** 31;

/**
 * A folder in memory for the temporary files of this run, removed at its end, where the machine has one: every data
 * folder flushes what it writes, and most of the time a test would wait for the disk. A kill that these tests try
 * takes a process, never the machine.
 */
export function memoryFolder(): string | undefined {
  if (!existsSync(MEMORY)) return undefined;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize < ENOUGH_BYTES) return undefined;
  const folder = mkdtempSync(join(MEMORY, 'double-random-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
