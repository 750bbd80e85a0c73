import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nodeSuites } from '../../shared/adapters/nodeHash.ts';
import { isOther, sortFilingFiles } from '../../shared/complaint/filingFiles.ts';
import { verifyFilingProof } from '../../shared/complaint/filingProof.ts';
import type { Check } from '../../shared/draw/check.ts';
import {
  type DrawRecord,
  loadPools,
  poolFiles,
  RECORD_LIMIT_BYTES,
  readRecord,
} from '../../shared/draw/record.ts';
import { type Verification, verifyRecord } from '../../shared/draw/verify.ts';
import { readDossier } from '../../shared/inspection/dossier/dossierSchema.ts';
import { verifyDossier } from '../../shared/inspection/dossier/verifyDossier.ts';
import { dossierMessages } from '../../shared/messages/dossier.ts';
import { readPenaltyDossier } from '../../shared/penalty/dossier/dossierSchema.ts';
import { verifyPenaltyDossier } from '../../shared/penalty/dossier/verifyDossier.ts';
import { ok, type Problem, problem, type Result } from '../../shared/problem.ts';
import { dossierCheckText, dossierNoteText } from './dossierWording.ts';
import {
  filingAbout,
  filingCheckText,
  filingNoteText,
  filingProblemTexts,
  filingVerdict,
  isOpen,
} from './filingWording.ts';
import { type Bilingual, checkText, noteText, problemText, VERDICT } from './wording.ts';

/** Exit codes of `npm run verify`. */
export const EXIT = { consistent: 0, inconsistent: 1, notARecord: 2 } as const;

const texts = { ...filingProblemTexts, 'dossier.other': dossierMessages['dossier.other'] };

/** What is said of one kind of file. */
interface Wording {
  readonly check: (check: Check) => Bilingual;
  readonly note: (note: string) => Bilingual;
  /** Whether it could not be looked at for want of a file. */
  readonly open?: (check: Check) => boolean;
}

const drawWording: Wording = { check: checkText, note: noteText };
const dossierWording: Wording = { check: dossierCheckText, note: dossierNoteText };

const filingWording: Wording = { check: filingCheckText, note: filingNoteText, open: isOpen };

type Print = (line: string) => void;

/**
 * Verifies the draw record, the dossier of an inspection or of a penalty case, or the proof of filing in a file, printing one line per check and the verdict;
 * pool files of a record are looked for beside it. Asks nobody. Answers the exit code.
 *
 * @param more with a proof of filing, the text that was saved and the published keys, in any order
 */
export async function verifyFile(
  path: string | undefined,
  print: Print,
  more: readonly string[] = [],
): Promise<number> {
  if (path === undefined) return refused(print, [{ code: 'draw.record.noName' }]);
  const bytes = await readLimited(path);
  if (!bytes.ok) return refused(print, bytes.problems);
  const others = await Promise.all(more.map(readLimited));
  const unread = others.find((other) => !other.ok);
  if (unread !== undefined && !unread.ok) return refused(print, unread.problems);
  const filing = sortFilingFiles([bytes, ...others].flatMap((read) => (read.ok ? [read.value] : [])));
  if (filing.ok) {
    const { proof, evidence } = filing.value;
    const verification = verifyFilingProof(proof, evidence);
    return told(print, verification, filingWording, filingAbout(proof).zh, filingVerdict(verification));
  }
  // Several files are only ever those of a proof.
  if (more.length > 0 || !isOther(filing)) return refused(print, filing.problems);
  const dossier = readAnyDossier(bytes.value);
  if (dossier.ok) return told(print, dossier.value.verification, dossierWording, dossier.value.number);
  if (!isOtherDossier(dossier)) return refused(print, dossier.problems);
  const record = readRecord(bytes.value);
  if (record.ok) return verifyDraw(print, record.value, dirname(path));
  const neither = record.problems.some(({ code }) => code === 'draw.record.notARecord');
  return refused(print, neither ? dossier.problems : record.problems);
}

interface VerifiedDossier {
  readonly number: string;
  readonly verification: Verification;
}

/** The kinds of dossiers: each reads its own files alone. */
const dossierKinds: readonly ((bytes: Uint8Array) => Result<VerifiedDossier>)[] = [
  (bytes) => {
    const read = readDossier(bytes);
    if (!read.ok) return read;
    return ok({ number: read.value.state.number, verification: verifyDossier(read.value) });
  },
  (bytes) => {
    const read = readPenaltyDossier(bytes);
    if (!read.ok) return read;
    const { number, id } = read.value.state;
    return ok({ number: number ?? id, verification: verifyPenaltyDossier(read.value) });
  },
];

/** The dossier in a file, or why it is none. */
function readAnyDossier(bytes: Uint8Array): Result<VerifiedDossier> {
  const all = dossierKinds.map((read) => read(bytes));
  return all.find((read) => read.ok || !isOtherDossier(read)) ?? problem('dossier.other');
}

const isOtherDossier = (read: Result<unknown>) =>
  !read.ok && read.problems.some(({ code }) => code === 'dossier.other');

async function verifyDraw(print: Print, record: DrawRecord, folder: string): Promise<number> {
  const files = new Map<string, Uint8Array>();
  for (const file of poolFiles(record)) {
    const pool = await readLimited(join(folder, file));
    if (pool.ok) files.set(file, pool.value);
    else if (pool.problems.some(({ code }) => code === 'draw.record.tooLarge'))
      return refused(print, pool.problems);
  }
  const pools = loadPools(record, files);
  if (!pools.ok) return refused(print, pools.problems);
  const verification = verifyRecord(record, pools.value, { suites: nodeSuites });
  return told(print, verification, drawWording, record.commit.draw);
}

function refused(print: Print, problems: readonly Problem[]): number {
  for (const one of problems) {
    const { zh, en } = problemText(one, texts);
    print(`无法核验：${zh} / cannot verify: ${en}`);
  }
  return EXIT.notARecord;
}

function told(
  print: Print,
  { checks, consistent }: Verification,
  wording: Wording,
  number: string,
  verdict: Bilingual = consistent ? VERDICT.consistent : VERDICT.inconsistent,
): number {
  for (const check of checks) print(checkLine(check, wording));
  print(`${verdict.zh} ${verdict.en}: ${quoted(number)}`);
  return consistent ? EXIT.consistent : EXIT.inconsistent;
}

/** Bytes of a regular file within the limit; the size is looked at before anything is read. */
async function readLimited(path: string): Promise<Result<Uint8Array>> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return problem('draw.record.notAFile');
  if (found.size > RECORD_LIMIT_BYTES) return problem('draw.record.tooLarge', { limit: RECORD_LIMIT_BYTES });
  return ok(await readFile(path));
}

function checkLine(check: Check, wording: Wording): string {
  const zh = quoted(wording.check(check).zh);
  const en = quoted(wording.check(check).en);
  const said = check.note === undefined ? undefined : wording.note(check.note);
  const note = said === undefined ? '' : `: ${said.zh} / ${said.en}`;
  // What a note asks the reader to compare.
  const named = check.found === undefined ? '' : ` ${quoted(check.found)}`;
  if (wording.open?.(check) === true) return `open    ${zh} ${en}${note}${named}`;
  if (check.ok) return `ok      ${zh} ${en}${note}${named}`;
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
