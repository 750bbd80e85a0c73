import { shanghaiDate } from '../../calendar/localDate.ts';
import { buildNotices } from '../../notice/buildNotices.ts';
import { queueNotices } from '../../notice/queueNotices.ts';
import { ok } from '../../problem.ts';
import { toHex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { sha256Suite } from '../hash.ts';
import type { LogEntry } from '../log.ts';
import { type DrawRecord, recordBytes } from '../record.ts';
import type { DrawResult } from '../result.ts';
import { giveCommand, instantOf } from './command.ts';
import { type Decide, SYSTEM } from './decision.ts';
import type { DrawCase } from './drawCase.ts';
import { type NoticeDesk, noticeSources } from './noticeSources.ts';
import type { DrawDeps, DrawFiles } from './ports.ts';
import { sealedDraw } from './sealedDraw.ts';
import type { Visit } from './visit.ts';

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
  const bytes = recordBytes(await record(deps, draw, result.file));
  const file = `draws/${draw.number}/record.json`;
  await deps.files.put(file, bytes, 'application/json');
  if (draw.plan.openDrawnRows) await openDrawnRows(deps, draw, visits);
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

async function record(deps: PublishDeps, draw: DrawCase, resultFile: string): Promise<DrawRecord> {
  const input = await sealedDraw(deps.files, draw);
  const result = await deps.files.get(resultFile);
  if (result === undefined) throw new Error(`the sealed file ${resultFile} is missing`);
  return {
    v: 'dr1/record',
    plan: input.plan,
    pools: {
      agency: [...input.pools.agency],
      inspector: [...(input.pools.inspector ?? [])],
      relation: [...(input.pools.relation ?? [])],
    },
    commit: input.commit,
    values: [...input.values],
    events: [],
    result: JSON.parse(new TextDecoder().decode(result)) as DrawResult,
    log: (await deps.desk.log(draw.number)) as LogEntry[],
  };
}

/** What was sealed about the drawn agencies, in a file of its own that can be withdrawn (DR-1 §8). */
async function openDrawnRows(deps: PublishDeps, draw: DrawCase, visits: readonly Visit[]): Promise<void> {
  if (draw.frozen === undefined || !draw.frozen.blinded) return;
  const drawn = new Set(visits.map(({ tid }) => tid));
  const rows = (await deps.desk.sealedRows(draw.frozen.home, draw.snapshot))
    .filter(({ tid }) => drawn.has(tid))
    .map(({ tid, salt, private: opened }) => ({ tid, salt, private: opened }));
  const file = `draws/${draw.number}/opened.json`;
  await deps.files.put(file, utf8(canonicalJson({ draw: draw.number, rows })), 'application/json');
}
