import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import type { Check } from '../../shared/draw/check.ts';
import { loadPools, poolFiles, RECORD_LIMIT_BYTES, readRecord } from '../../shared/draw/record.ts';
import { verifyRecord } from '../../shared/draw/verify.ts';
import { ok, type Problem, problem, type Result } from '../../shared/problem.ts';
import { checkText, noteText, problemText, VERDICT } from './wording.ts';

/** Exit codes of `npm run verify`. */
export const EXIT = { consistent: 0, inconsistent: 1, notARecord: 2 } as const;

/**
 * Verifies the record in a file, printing one line per check and the verdict; pool files are looked for
 * beside it. Answers the exit code.
 */
export async function verifyFile(path: string | undefined, print: (line: string) => void): Promise<number> {
  const refused = (problems: readonly Problem[]): number => {
    for (const one of problems) {
      const { zh, en } = problemText(one);
      print(`无法核验：${zh} / cannot verify: ${en}`);
    }
    return EXIT.notARecord;
  };
  if (path === undefined) return refused([{ code: 'draw.record.noName' }]);
  const bytes = await readLimited(path);
  if (!bytes.ok) return refused(bytes.problems);
  const record = readRecord(bytes.value);
  if (!record.ok) return refused(record.problems);
  const files = new Map<string, Uint8Array>();
  for (const file of poolFiles(record.value)) {
    const pool = await readLimited(join(dirname(path), file));
    if (pool.ok) files.set(file, pool.value);
    else if (pool.problems.some(({ code }) => code === 'draw.record.tooLarge')) return refused(pool.problems);
  }
  const pools = loadPools(record.value, files);
  if (!pools.ok) return refused(pools.problems);
  const { checks, consistent } = verifyRecord(record.value, pools.value, { suites: nodeSuites });
  for (const check of checks) print(checkLine(check));
  const verdict = consistent ? VERDICT.consistent : VERDICT.inconsistent;
  print(`${verdict.zh} ${verdict.en}: ${record.value.commit.draw}`);
  return consistent ? EXIT.consistent : EXIT.inconsistent;
}

/** Bytes of a regular file within the limit; the size is looked at before anything is read. */
async function readLimited(path: string): Promise<Result<Uint8Array>> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return problem('draw.record.notAFile');
  if (found.size > RECORD_LIMIT_BYTES) return problem('draw.record.tooLarge', { limit: RECORD_LIMIT_BYTES });
  return ok(await readFile(path));
}

function checkLine(check: Check): string {
  const { zh, en } = checkText(check);
  const note = check.note === undefined ? '' : `: ${noteText(check.note).zh} / ${noteText(check.note).en}`;
  if (check.ok) return `ok      ${zh} ${en}${note}`;
  const expected = check.expected === undefined ? '' : ` 应为 expected: ${quoted(check.expected)}`;
  const found = check.found === undefined ? '' : ` 实为 found: ${quoted(check.found)}`;
  return `differs ${zh} ${en}${note}${expected}${found}`;
}

const LONGEST_VALUE = 400;

/** A value on one line, shortened, without characters that could steer a terminal. */
function quoted(value: string): string {
  const line = value.replace(/\p{Cc}|\p{Cf}/gu, '?');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line;
}
