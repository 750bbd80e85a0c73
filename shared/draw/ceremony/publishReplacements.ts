import { ok, problem, type Result } from '../../problem.ts';
import { toHex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { changesBetween } from '../changes.ts';
import { digestHex, type Suites, sha256Suite } from '../hash.ts';
import type { LogEntry } from '../log.ts';
import { recordBytes } from '../record.ts';
import { type DrawInput, type EngineParts, runDraw } from '../result.ts';
import { giveCommand } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import { type DrawCase, type RecordVersion, recordVersions } from './drawCase.ts';
import { drawRecord, fileKeys, openRows } from './drawRecord.ts';
import { drawCaseId } from './drawRows.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { sealedDraw } from './sealedDraw.ts';

export interface ReplacementFiles extends DrawDeps {
  readonly files: DrawFiles;
  readonly suites: Suites;
  readonly matcher?: NonNullable<EngineParts['matcher']>;
}

const DONE = 'ceremony.replace.published';

/**
 * Writes the result and the record of every event that has none yet, oldest first, and makes the newest the record of
 * the draw. All bytes follow from what is committed: cut off anywhere and called again, by whomever, it writes the same.
 */
export async function publishReplacements(deps: ReplacementFiles, number: string): Promise<Result<void>> {
  for (;;) {
    const draw = (await deps.cases.load<DrawCase>(drawCaseId(number)))?.state;
    if (draw === undefined) return problem('ceremony.unknown', { number });
    const e = recordVersions(draw).length;
    if (e === 0 || e > (draw.events?.length ?? 0)) return ok(undefined);
    const version = await writeFiles(deps, draw, e);
    const decide: Decide<undefined> = (current, _input, { at }) => {
      const versions = recordVersions(current);
      if (versions.length !== e) return problem(DONE);
      const state = { ...current, earlierRecords: versions, record: { ...version, at } };
      return ok({ to: 'published', state, seal: { record: version.sha256 } });
    };
    const given = await giveCommand(deps, number, 'publish-replacement', decide, undefined, SYSTEM);
    if (!given.ok && given.problems.every(({ code }) => code !== DONE)) return given;
  }
}

async function writeFiles(
  deps: ReplacementFiles,
  draw: DrawCase,
  e: number,
): Promise<Omit<RecordVersion, 'at'>> {
  const { number } = draw;
  const events = (draw.events ?? []).slice(0, e).map(({ event }) => event);
  const input = await sealedDraw(deps.files, draw);
  const result = resultAfter(deps, number, { ...input, events });
  const resultFile = fileKeys.result(number, e);
  await deps.files.put(resultFile, utf8(canonicalJson(result)), 'application/json');
  const log = upToEvent((await deps.desk.log(number)) as LogEntry[], e);
  const bytes = recordBytes(drawRecord(input, events, result, log));
  const file = fileKeys.record(number, e);
  await deps.files.put(file, bytes, 'application/json');
  if (events.at(-1)?.type === 'agency') {
    const before = resultAfter(deps, number, { ...input, events: events.slice(0, -1) });
    const cameIn = new Set(changesBetween(before, result).cameIn.map(({ a }) => a));
    if (cameIn.size > 0) await openRows(deps, draw, cameIn, fileKeys.opened(number, e));
  }
  const resultDigest = digestHex(deps.suites(input.plan.suite), result);
  const sha256 = toHex(sha256Suite.hash(bytes));
  return { file, sha256, after: { events: e, resultFile, resultDigest } };
}

function resultAfter({ suites, matcher }: ReplacementFiles, number: string, input: DrawInput) {
  const result = runDraw(input, { suites, ...(matcher === undefined ? {} : { matcher }) });
  if (!result.ok) throw new Error(`${number}: ${result.problems.map(({ code }) => code).join(', ')}`);
  return result.value;
}

/** The log as it stood when event `e` was appended: later entries belong to later records. */
function upToEvent(log: readonly LogEntry[], e: number): readonly LogEntry[] {
  const at = log.findIndex((entry) => entry.type === 'event' && entry.body.e === e);
  if (at < 0) throw new Error(`the log has no event ${e}`);
  return log.slice(0, at + 1);
}
