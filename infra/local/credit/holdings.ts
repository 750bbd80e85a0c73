import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

const recordSchema = z.strictObject({
  id: z.string().min(1),
  key: z.string().min(1),
  version: z.int().min(1),
  amendment: z.int().min(0),
  state: z.enum(['published', 'ended', 'withdrawn']),
  subject: z.strictObject({ uscc: z.string().regex(/^[0-9A-Z]{18}$/), name: z.string().min(1) }),
  type: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  details: z.array(z.record(z.string(), z.string())).optional(),
  reason: z.string().optional(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A record as it came over the wire. */
export type ReceivedRecord = z.infer<typeof recordSchema>;

/** What a record that is taken in says of itself afterwards. */
export interface HeldRecord extends ReceivedRecord {
  readonly receipt: string;
  readonly at: string;
}

export type ResultWord = 'accepted' | 'same' | 'conflict' | 'stale' | 'absent' | 'refused';

export interface RecordResult {
  readonly id: string;
  readonly code: ResultWord;
  readonly message?: string;
  readonly receipt?: string;
}

/** What the simulated system holds. The first of an idempotency key counts, and never an older version of a key. */
export interface Holdings {
  take(record: unknown, at: string): RecordResult;
  query(id: string): HeldRecord | undefined;
  /** The newest of each key, in the order of the keys. */
  current(): readonly HeldRecord[];
  /** A page of them after a key. */
  page(
    after: string | undefined,
    limit: number,
  ): { readonly records: readonly HeldRecord[]; readonly next?: string };
  /** Everything that was taken in, in its order. */
  taken(): readonly HeldRecord[];
  /** Forgets a key, or puts in what nobody sent: what a reconciliation has to find. */
  forget(key: string): void;
  plant(record: ReceivedRecord, at: string): void;
}

const rank = ({ version, amendment }: Pick<ReceivedRecord, 'version' | 'amendment'>) =>
  version * 1_000 + amendment;

/** Lines of the journal: a record that was taken in, or a key that was forgotten. */
const lineSchema = z.union([
  recordSchema.extend({ receipt: z.string(), at: z.string() }),
  z.object({ forgotten: z.string() }),
]);

/** @param file where everything is kept; without one it is forgotten at the end */
export function openHoldings(file?: string): Holdings {
  const byId = new Map<string, HeldRecord>();
  const byKey = new Map<string, HeldRecord>();
  const taken: HeldRecord[] = [];
  const enter = (held: HeldRecord) => {
    byId.set(held.id, held);
    byKey.set(held.key, held);
    taken.push(held);
  };
  const drop = (key: string) => {
    byKey.delete(key);
    for (const [id, held] of byId) if (held.key === key) byId.delete(id);
  };
  if (file !== undefined && existsSync(file)) {
    const text = readFileSync(file, 'utf8');
    for (const line of text.split('\n')) {
      // A line that a kill has cut off was never answered.
      const parsed = lineSchema.safeParse(parsedJson(line));
      if (!parsed.success) continue;
      if ('forgotten' in parsed.data) drop(parsed.data.forgotten);
      else enter(parsed.data);
    }
    // What is written next begins on a line of its own.
    if (text !== '' && !text.endsWith('\n')) appendFileSync(file, '\n');
  }
  const write = (line: object) => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  const accept = (record: ReceivedRecord, at: string): HeldRecord => {
    const held = { ...record, receipt: `XY${String(taken.length + 1).padStart(8, '0')}`, at };
    write(held);
    enter(held);
    return held;
  };
  return {
    take(given, at) {
      const parsed = recordSchema.safeParse(given);
      if (!parsed.success) {
        const id = z.object({ id: z.string() }).safeParse(given);
        const message = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
        return { id: id.success ? id.data.id : '', code: 'refused', message };
      }
      const record = parsed.data;
      const { id } = record;
      const known = byId.get(id);
      if (known !== undefined) {
        const same = known.digest === record.digest;
        return same ? { id, code: 'same', receipt: known.receipt } : { id, code: 'conflict' };
      }
      const there = byKey.get(record.key);
      if (there !== undefined && rank(there) > rank(record)) return { id, code: 'stale' };
      if (there === undefined && record.state === 'withdrawn') return { id, code: 'absent' };
      return { id, code: 'accepted', receipt: accept(record, at).receipt };
    },
    query: (id) => byId.get(id),
    current: () => [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    page(after, limit) {
      const rest = [...byKey.keys()].sort().filter((key) => after === undefined || key > after);
      const keys = rest.slice(0, limit);
      const records = keys.flatMap((key) => byKey.get(key) ?? []);
      const last = keys.at(-1);
      return { records, ...(rest.length > limit && last !== undefined ? { next: last } : {}) };
    },
    taken: () => taken,
    forget(key) {
      write({ forgotten: key });
      drop(key);
    },
    plant: (record, at) => void accept(record, at),
  };
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
