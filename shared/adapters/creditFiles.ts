import { createHash } from 'node:crypto';
import { PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { addDays, type LocalDate, shanghaiDate, startOfShanghaiDay } from '../calendar/localDate.ts';
import { heldSchema, outcomeOfWord, resultSchema, type WireResult } from '../credit/exchangeFormat.ts';
import { wireTypes } from '../credit/mapping/wireTypes.ts';
import type { Answered, CreditTransport, Reply } from '../credit/ports.ts';
import type { WireRecord } from '../credit/wireRecord.ts';
import { readBounded } from './boundedRead.ts';

/**
 * For systems that take files: one file a day for each kind of record, and a manifest with the counts and digests. Only
 * what the manifest names counts; it is written last and once, so that a run that was cut off leaves nothing that
 * anybody would take. The acknowledgement of a day is a file that the other side, or a person for it, puts beside it.
 *
 *   credit/out/<day>/<kind>-<digest>.jsonl     one record a line
 *   credit/out/<day>/manifest.json
 *   credit/in/<day>/acknowledgement.json       { "results": [{ "id", "code", "message", "receipt" }] }
 *   credit/in/holdings.json                    { "records": [...] }, what the other side holds
 */
export interface CreditFilesSettings {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly now: () => Date;
}

/** Records of one day. */
const MOST = 5_000;
const LARGEST = 64 * 1024 * 1024;
/** Kind of what is taken back: it carries no content. */
const WITHDRAWALS = 'withdrawal';

const manifestSchema = z.object({
  day: z.string(),
  files: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      records: z.int(),
      sha256: z.string(),
      ids: z.array(z.string()),
    }),
  ),
});
type Manifest = z.infer<typeof manifestSchema>;

const acknowledgementSchema = z.object({ results: z.array(resultSchema) });
const holdingsSchema = z.object({ records: z.array(heldSchema) });

const outFolder = (day: string) => `credit/out/${day}`;
const manifestKey = (day: string) => `${outFolder(day)}/manifest.json`;

export function creditFiles(settings: CreditFilesSettings): CreditTransport {
  const { s3, bucket, now } = settings;
  const read = async <T>(key: string, schema: z.ZodType<T>): Promise<T | undefined | 'unreadable'> => {
    const found = await readBounded(s3, { bucket, key }, LARGEST);
    if (found === undefined) return undefined;
    if (found === 'too_large') return 'unreadable';
    try {
      const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(found.bytes)));
      return parsed.success ? parsed.data : 'unreadable';
    } catch {
      return 'unreadable';
    }
  };

  /** @returns false when there is one already */
  const putOnce = async (key: string, body: string, contentType: string): Promise<boolean> => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  };

  const handOver = async (records: readonly WireRecord[], day: LocalDate): Promise<boolean> => {
    if ((await read(manifestKey(day), manifestSchema)) !== undefined) return false;
    const files: Manifest['files'] = [];
    for (const kind of [...wireTypes, WITHDRAWALS]) {
      const own = records.filter(({ type }) => (type ?? WITHDRAWALS) === kind);
      if (own.length === 0) continue;
      const body = own.map((record) => `${JSON.stringify(record)}\n`).join('');
      const sha256 = createHash('sha256').update(body).digest('hex');
      const name = `${kind}-${sha256.slice(0, 12)}.jsonl`;
      // The name is its digest: one that is there already is the same.
      await putOnce(`${outFolder(day)}/${name}`, body, 'application/x-ndjson');
      files.push({ name, kind, records: own.length, sha256, ids: own.map(({ id }) => id) });
    }
    const manifest: Manifest = { day, files };
    return putOnce(manifestKey(day), JSON.stringify(manifest, undefined, 1), 'application/json');
  };

  return {
    most: MOST,
    async send(records): Promise<Reply> {
      const day = shanghaiDate(now());
      const outcome: Answered = await caught(async () =>
        (await handOver(records, day))
          ? { outcome: 'awaiting' }
          : { outcome: 'next-file', retryAt: startOfShanghaiDay(addDays(day, 1)) },
      );
      if (outcome.outcome === 'lost') return { failed: outcome };
      return { answered: new Map(records.map(({ id }) => [id, outcome])) };
    },

    async ask(asked): Promise<Reply> {
      // What was begun before midnight may be in the file of the day after.
      const days = new Set(
        asked.flatMap(({ sentAt }) => [shanghaiDate(sentAt), addDays(shanghaiDate(sentAt), 1)]),
      );
      const handed = new Set<string>();
      const results = new Map<string, WireResult>();
      for (const day of days) {
        const manifest = await read(manifestKey(day), manifestSchema);
        const told = await read(`credit/in/${day}/acknowledgement.json`, acknowledgementSchema);
        if (manifest === 'unreadable' || told === 'unreadable') return { failed: { outcome: 'unreadable' } };
        for (const { ids } of manifest?.files ?? []) for (const id of ids) handed.add(id);
        for (const result of told?.results ?? []) results.set(result.id, result);
      }
      const answered = asked.map(({ id }): readonly [string, Answered] => [
        id,
        handed.has(id) ? acknowledged(results.get(id)) : { outcome: 'not-there' },
      ]);
      return { answered: new Map(answered) };
    },

    async list() {
      const holdings = await read('credit/in/holdings.json', holdingsSchema);
      if (holdings === undefined) return { none: true };
      return holdings === 'unreadable'
        ? { failed: { outcome: 'unreadable' } }
        : { records: holdings.records };
    },
  };
}

function acknowledged(result: WireResult | undefined): Answered {
  if (result === undefined) return { outcome: 'awaiting' };
  const { code, message, receipt } = result;
  const outcome = outcomeOfWord(code);
  return {
    outcome,
    ...(outcome === 'accepted' ? {} : { answer: `${code} ${message ?? ''}`.trim() }),
    ...(receipt === undefined ? {} : { receipt }),
  };
}

/** What the store does not answer may be written: it is asked after. */
async function caught(work: () => Promise<Answered>): Promise<Answered> {
  try {
    return await work();
  } catch {
    return { outcome: 'lost' };
  }
}
