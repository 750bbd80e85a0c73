import { shanghaiDate } from '../../calendar/localDate.ts';
import { buildNotices } from '../../notice/buildNotices.ts';
import { queueNotices } from '../../notice/queueNotices.ts';
import { ok } from '../../problem.ts';
import { toHex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { sha256Suite } from '../hash.ts';
import type { LogEntry } from '../log.ts';
import { recordBytes } from '../record.ts';
import type { DrawResult } from '../result.ts';
import { giveCommand, instantOf } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { drawRecord, fileKeys, openRows } from './drawRecord.ts';
import { type NoticeDesk, noticeSources } from './noticeSources.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { sealedDraw } from './sealedDraw.ts';

export interface PublishDeps extends DrawDeps, NoticeDesk {
  readonly files: DrawFiles;
}

/**
 * Writes the record, queues the notices and publishes. Each part may be done again after a crash: the record
 * has the same bytes, a notice that exists is left alone, the command is refused the second time.
 */
export async function publish(deps: PublishDeps, draw: DrawCase): Promise<void> {
  const { result } = draw;
  if (result === undefined) throw new Error(`${draw.number} has not been drawn`);
  const visits = await deps.desk.visits(draw.number);
  if (visits.length !== result.visits) throw new Error(`${draw.number}: visits are missing`);
  const bytes = await bytesOfRecord(deps, draw, result.file);
  const file = fileKeys.record(draw.number);
  await deps.files.put(file, bytes, 'application/json');
  await openRows(deps, draw, new Set(visits.map(({ tid }) => tid)), fileKeys.opened(draw.number));
  const sources = await noticeSources(deps, draw, visits);
  const notices = buildNotices(sources, result.firstNotice, shanghaiDate(result.at));
  const auditKey = await deps.auditKey();
  const keyed = (value: unknown) => toHex(sha256Suite.hmac(auditKey, utf8(canonicalJson(value))));
  await queueNotices({ store: deps.cases, digest: keyed }, notices, instantOf(deps.now()));
  const sha256 = toHex(sha256Suite.hash(bytes));
  const decide: Decide<undefined> = (current, _input, { at }) =>
    ok({ to: 'published', state: { ...current, record: { file, sha256, at } }, seal: { record: sha256 } });
  await giveCommand(deps, draw.number, 'publish', decide, undefined, SYSTEM);
  await deps.kick.mail();
}

async function bytesOfRecord(deps: PublishDeps, draw: DrawCase, resultFile: string): Promise<Uint8Array> {
  const input = await sealedDraw(deps.files, draw);
  const result = await deps.files.get(resultFile);
  if (result === undefined) throw new Error(`the sealed file ${resultFile} is missing`);
  const drawn = JSON.parse(new TextDecoder().decode(result)) as DrawResult;
  return recordBytes(drawRecord(input, [], drawn, (await deps.desk.log(draw.number)) as LogEntry[]));
}
