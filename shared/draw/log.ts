import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { toHex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import { commitSchema } from './commitment.ts';
import { eventSchema } from './event.ts';
import { digestHex, type HashSuite, sha256Suite } from './hash.ts';
import { merkleRoot } from './merkle.ts';
import { count, hex32, hex48, instant, label } from './shape.ts';

/** The hash-chained log that shows the order of time (DR-1 §1.10, §1.11.18). */

const head = { v: z.literal('dr1/log'), i: count, prev: hex32, time: instant };
const entry = <T extends string, B extends z.ZodMiniType>(type: T, body: B) =>
  z.strictObject({ ...head, type: z.literal(type), body });

export const logEntrySchema = z.discriminatedUnion('type', [
  entry('plan', z.strictObject({ plan: hex32 })),
  entry(
    'snapshot',
    z.strictObject({ pool: z.enum(['agency', 'inspector', 'relation']), n: count, root: hex32 }),
  ),
  entry('commit', commitSchema),
  entry('reveal', z.strictObject({ id: label, r: hex32 })),
  entry(
    'beacon',
    z.union([
      z.strictObject({ round: count, signature: hex48 }),
      z.strictObject({ id: label, value: label }),
    ]),
  ),
  entry('result', z.strictObject({ draw: label, d: hex32 })),
  entry('event', eventSchema),
  entry('void', z.strictObject({ draw: label, reason: label })),
  entry('objection', z.strictObject({ d: hex32 })),
]);

export type LogEntry = z.infer<typeof logEntrySchema>;
export type LogEntryType = LogEntry['type'];
/** What a caller brings; number and link to the entry before are added. */
export type NewLogEntry = LogEntry extends infer E
  ? E extends LogEntry
    ? Pick<E, 'time' | 'type' | 'body'>
    : never
  : never;

const NO_ENTRY = '0'.repeat(64);

/** The entry that comes after `log`; throws ZodError if its body is not of its type's form. */
export function nextLogEntry(suite: HashSuite, log: readonly LogEntry[], next: NewLogEntry): LogEntry {
  const last = log.at(-1);
  const prev = last === undefined ? NO_ENTRY : digestHex(suite, last);
  const { time, type, body } = next;
  return logEntrySchema.parse({ v: 'dr1/log', i: log.length, prev, time, type, body });
}

/** Breaks of the chain: numbers, links, and times that go back. */
export function logProblems(suite: HashSuite, log: readonly LogEntry[]): Problem[] {
  return log.flatMap((one, i) => {
    const before = log[i - 1];
    const field = `log.${i}`;
    const problems: Problem[] = [];
    if (one.i !== i) problems.push({ code: 'draw.log.number', field });
    if (one.prev !== (before === undefined ? NO_ENTRY : digestHex(suite, before)))
      problems.push({ code: 'draw.log.link', field });
    if (before !== undefined && one.time < before.time) problems.push({ code: 'draw.log.time', field });
    return problems;
  });
}

/** Leaf of the log's tree. */
export function logLeaf(one: LogEntry): Uint8Array {
  return utf8(canonicalJson(one));
}

/** hex root over the entries, as a checkpoint carries it: SHA-256 whatever the suite of the draw. */
export function logRoot(log: readonly LogEntry[]): string {
  return toHex(merkleRoot(sha256Suite, log.map(logLeaf)));
}
