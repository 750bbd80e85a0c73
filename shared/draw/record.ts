import * as z from 'zod/mini';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { utf8 } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import { commitSchema } from './commitment.ts';
import { eventSchema } from './event.ts';
import { logEntrySchema } from './log.ts';
import { planSchema } from './plan.ts';
import { resultSchema } from './result.ts';
import { count, hex, hex32, hex48, readShape } from './shape.ts';
import {
  agencyRowSchema,
  inspectorRowSchema,
  POOL_NAMES,
  type PoolName,
  type Pools,
  relationRowSchema,
} from './snapshot.ts';
import { JSON_LIMITS, parseStrictJson } from './strictJson.ts';

/** The record file: what is published for one draw, and all that a verifier reads (DR-1 §1, §1.11.17). */

/** A pool kept in a file beside the record, one canonical row per line; a bare file name. */
const poolFileSchema = z.strictObject({
  file: z.string().check(z.regex(/^(?!\.{1,2}$)[^/\\\0]{1,255}$/)),
  n: count,
  root: hex32,
});

const rowSchemas = {
  agency: z.array(agencyRowSchema),
  inspector: z.array(inspectorRowSchema),
  relation: z.array(relationRowSchema),
} as const;

/** Hex digits of a value: 32 bytes for witnesses and beacon, the committed text for a lottery. */
const LONGEST_VALUE_HEX = 400;

export const recordSchema = z.strictObject({
  v: z.literal('dr1/record'),
  plan: planSchema,
  pools: z.strictObject({
    agency: z.union([rowSchemas.agency, poolFileSchema]),
    inspector: z.exactOptional(z.union([rowSchemas.inspector, poolFileSchema])),
    relation: z.exactOptional(z.union([rowSchemas.relation, poolFileSchema])),
  }),
  commit: commitSchema,
  /** Lowercase hex of the raw value bytes, in the order of `commit.sources`. */
  values: z.array(hex.check(z.maxLength(LONGEST_VALUE_HEX))),
  /** There exactly if there is a drand source. */
  beacon: z.exactOptional(z.strictObject({ round: count, signature: hex48 })),
  events: z.array(eventSchema),
  result: resultSchema,
  log: z.array(logEntrySchema),
});

export type PoolFile = z.infer<typeof poolFileSchema>;
export type DrawRecord = z.infer<typeof recordSchema>;

/** Longest record or pool file, in bytes. */
export const RECORD_LIMIT_BYTES = JSON_LIMITS.length;

/**
 * A record from the bytes of its file. Problems: `draw.record.tooLarge` (limit), `draw.record.notUtf8`,
 * `draw.json.*` with position, `draw.record.notARecord`, `draw.shape.*` with the path as field.
 */
export function readRecord(bytes: Uint8Array): Result<DrawRecord> {
  const text = readText(bytes);
  if (!text.ok) return text;
  const json = parseStrictJson(text.value);
  if (!json.ok) return json;
  const version = z.looseObject({ v: z.literal('dr1/record') }).safeParse(json.value);
  if (!version.success) return problem('draw.record.notARecord');
  return readShape(recordSchema, json.value);
}

function readText(bytes: Uint8Array): Result<string> {
  if (bytes.length > RECORD_LIMIT_BYTES)
    return problem('draw.record.tooLarge', { limit: RECORD_LIMIT_BYTES });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return problem('draw.record.notUtf8');
  }
}

/** The bytes of a record's file: canonical, with a newline at the end. */
export function recordBytes(record: DrawRecord): Uint8Array {
  return utf8(`${canonicalJson(record)}\n`);
}

/** Names of the files that hold pools of this record. */
export function poolFiles(record: DrawRecord): string[] {
  return POOL_NAMES.flatMap((name) => {
    const pool = record.pools[name];
    return pool === undefined || Array.isArray(pool) ? [] : [pool.file];
  });
}

/** The rows of all pools, those kept in files read from `files` by name. */
export function loadPools(
  record: DrawRecord,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): Result<Pools> {
  const problems: Problem[] = [];
  const rowsOf = <R>(
    name: PoolName,
    pool: R[] | PoolFile | undefined,
    schema: z.ZodMiniType<R[]>,
  ): R[] | undefined => {
    if (pool === undefined || Array.isArray(pool)) return pool;
    const lines = readPoolFile(pool, files.get(pool.file));
    const rows = lines.ok ? readShape(schema, lines.value) : lines;
    if (rows.ok) return rows.value;
    problems.push(
      ...rows.problems.map((one) => ({ ...one, field: [name, one.field].filter(Boolean).join('.') })),
    );
    return undefined;
  };
  const agency = rowsOf('agency', record.pools.agency, rowSchemas.agency) ?? [];
  const inspector = rowsOf('inspector', record.pools.inspector, rowSchemas.inspector);
  const relation = rowsOf('relation', record.pools.relation, rowSchemas.relation);
  if (problems.length > 0) return refuse(...problems);
  return ok({ agency, ...(inspector && { inspector }), ...(relation && { relation }) });
}

/** Rows of a pool file: every line is exactly the canonical text of its row, and ends in LF. */
function readPoolFile(pool: PoolFile, bytes: Uint8Array | undefined): Result<unknown[]> {
  if (bytes === undefined) return problem('draw.record.poolFileMissing', { file: pool.file });
  const text = readText(bytes);
  if (!text.ok) return text;
  const lines = text.value.split('\n');
  if (lines.pop() !== '') return problem('draw.record.poolFileTruncated', { file: pool.file });
  const rows: unknown[] = [];
  for (const [i, line] of lines.entries()) {
    const row = parseStrictJson(line);
    if (!row.ok || canonicalJson(row.value) !== line)
      return problem('draw.record.poolLine', { file: pool.file, line: i + 1 });
    rows.push(row.value);
  }
  return ok(rows);
}

/** The file of a pool: canonical row + LF per row. */
export function poolFileBytes(rows: readonly unknown[]): Uint8Array {
  return utf8(rows.map((row) => `${canonicalJson(row)}\n`).join(''));
}
