import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { concat, lengthPrefixedAll, toHex, utf8 } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { HashSuite } from './hash.ts';
import { merkleRoot } from './merkle.ts';
import type { Plan } from './plan.ts';
import { count, hex32, label, tid } from './shape.ts';

/** The pools as they stood when the draw was committed (DR-1 §1.2, §1.11.3–4). */

/** Salted digest of the confidential part of a row; further public fields are free. */
const p = z.exactOptional(hex32);

/** `d` (district) and `kind` are required when the plan deals teams. */
export const agencyRowSchema = z.looseObject({
  tid,
  cell: label,
  d: z.exactOptional(label),
  kind: z.exactOptional(label),
  p,
});
/** `cap` = most seats in this draw, `past` = seats held before; `quals` sorted. */
export const inspectorRowSchema = z.looseObject({
  tid,
  d: label,
  quals: z.array(label),
  cert: z.boolean(),
  cap: count,
  past: count,
  p,
});
/** Inspector `i` must not inspect agency `a`; the reason is only in the confidential part. */
export const relationRowSchema = z.looseObject({ tid, i: tid, a: tid, p });

export type AgencyRow = z.infer<typeof agencyRowSchema>;
export type InspectorRow = z.infer<typeof inspectorRowSchema>;
export type RelationRow = z.infer<typeof relationRowSchema>;

export type PoolName = 'agency' | 'inspector' | 'relation';
export const POOL_NAMES: readonly PoolName[] = ['agency', 'inspector', 'relation'];

/** The rows of a draw; a plan without teams has the agency pool only. */
export interface Pools {
  readonly agency: readonly AgencyRow[];
  readonly inspector?: readonly InspectorRow[];
  readonly relation?: readonly RelationRow[];
}

/** Which pools are blinded, i.e. carry `k` in the commitment. */
export type Blinded = Readonly<Partial<Record<PoolName, boolean>>>;

/** Bytes of a row: leaf of the pool's tree and, with LF, line of its file. */
export function rowBytes(row: AgencyRow | InspectorRow | RelationRow): Uint8Array {
  return utf8(canonicalJson(row));
}

/** Rows in the order of their tids, as a snapshot needs them. */
export function sortRows<R extends { readonly tid: string }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (a.tid < b.tid ? -1 : 1));
}

/** Root of a pool over its rows in file order. */
export function poolRoot(
  suite: HashSuite,
  rows: readonly (AgencyRow | InspectorRow | RelationRow)[],
): string {
  return toHex(merkleRoot(suite, rows.map(rowBytes)));
}

/** Pseudonym of an id in a blinded pool: `hex(HMAC(K_pool, utf8(id)))[0..32)` (DR-1 §1.1). */
export function blindedTid(suite: HashSuite, poolKey: Uint8Array, id: string): string {
  return toHex(suite.hmac(poolKey, utf8(id))).slice(0, 32);
}

/** The committed form of K_pool: `hex H(LP("dr1/pool-key") ‖ LP(K_pool))`. */
export function poolKeyCommitment(suite: HashSuite, poolKey: Uint8Array): string {
  return toHex(suite.hash(lengthPrefixedAll('dr1/pool-key', poolKey)));
}

/** `p = hex H(salt ‖ utf8(JCS(private)))`; the salt is 16 random bytes per row. */
export function privatePart(suite: HashSuite, salt: Uint8Array, confidential: unknown): string {
  return toHex(suite.hash(concat(salt, utf8(canonicalJson(confidential)))));
}

const TID_MAX = 40;
const PSEUDONYM = /^[0-9a-f]{32}$/;

/**
 * tid of a relation: `i:a` while both pools are open and it fits, otherwise the pseudonym of `i:a` under
 * K_relation (DR-1 §1.11.3). Throws RangeError where a pseudonym is needed and no key is given.
 */
export function relationTid(
  suite: HashSuite,
  pair: { readonly i: string; readonly a: string },
  open: boolean,
  relationKey?: Uint8Array,
): string {
  const plain = `${pair.i}:${pair.a}`;
  if (open && plain.length <= TID_MAX) return plain;
  if (relationKey === undefined) throw new RangeError('this relation needs the key of its pool');
  return blindedTid(suite, relationKey, plain);
}

/** Everything that makes these rows no valid snapshot for the plan. */
export function poolProblems(plan: Plan, pools: Pools, blinded: Blinded = {}): Problem[] {
  return [
    ...presenceProblems(plan, pools),
    ...POOL_NAMES.flatMap((name) => orderProblems(name, pools[name] ?? [])),
    ...pseudonymProblems('agency', pools.agency, blinded),
    ...pseudonymProblems('inspector', pools.inspector ?? [], blinded),
    ...agencyProblems(plan, pools.agency),
    ...inspectorProblems(pools.inspector ?? []),
    ...relationProblems(pools.relation ?? [], blinded),
  ];
}

function presenceProblems(plan: Plan, pools: Pools): Problem[] {
  const needed = plan.team !== undefined;
  return (['inspector', 'relation'] as const)
    .filter((name) => (pools[name] !== undefined) !== needed)
    .map((name) => ({ code: needed ? 'draw.pool.missing' : 'draw.pool.notInPlan', params: { pool: name } }));
}

/** Strictly increasing: a duplicate makes the snapshot invalid. */
function orderProblems(pool: PoolName, rows: readonly { readonly tid: string }[]): Problem[] {
  return rows.flatMap((row, i) => {
    const before = rows[i - 1]?.tid;
    if (before === undefined || before < row.tid) return [];
    const code = before === row.tid ? 'draw.pool.duplicate' : 'draw.pool.unsorted';
    return [{ code, params: { pool, tid: row.tid }, field: `${pool}.${i}` }];
  });
}

function pseudonymProblems(
  pool: PoolName,
  rows: readonly { readonly tid: string }[],
  blinded: Blinded,
): Problem[] {
  if (blinded[pool] !== true) return [];
  return rows.flatMap((row, i) =>
    PSEUDONYM.test(row.tid)
      ? []
      : [{ code: 'draw.pool.notBlinded', params: { pool, tid: row.tid }, field: `${pool}.${i}` }],
  );
}

function agencyProblems(plan: Plan, rows: readonly AgencyRow[]): Problem[] {
  const cells = new Set(plan.cells.map((cell) => cell.cell));
  return rows.flatMap((row, i) => {
    const field = `agency.${i}`;
    const at = { pool: 'agency', tid: row.tid };
    const problems: Problem[] = [];
    if (!cells.has(row.cell))
      problems.push({ code: 'draw.pool.unknownCell', params: { ...at, cell: row.cell }, field });
    if (plan.team === undefined) return problems;
    if (row.d === undefined) problems.push({ code: 'draw.pool.noDistrict', params: at, field });
    if (row.kind === undefined || !Object.hasOwn(plan.team.seats, row.kind))
      problems.push({ code: 'draw.pool.unknownKind', params: { ...at, kind: row.kind ?? '' }, field });
    return problems;
  });
}

function inspectorProblems(rows: readonly InspectorRow[]): Problem[] {
  return rows.flatMap((row, i) =>
    row.quals.every((qual, j) => j === 0 || (row.quals[j - 1] ?? '') < qual)
      ? []
      : [{ code: 'draw.pool.unsortedQuals', params: { tid: row.tid }, field: `inspector.${i}` }],
  );
}

function relationProblems(rows: readonly RelationRow[], blinded: Blinded): Problem[] {
  const open = blinded.agency !== true && blinded.inspector !== true;
  return rows.flatMap((row, i) => {
    const plain = `${row.i}:${row.a}`;
    const ambiguous = open && (row.i.includes(':') || row.a.includes(':'));
    const fits = open && plain.length <= TID_MAX;
    const named = fits ? row.tid === plain : blinded.relation === true && PSEUDONYM.test(row.tid);
    if (named && !ambiguous) return [];
    return [{ code: 'draw.pool.relationTid', params: { tid: row.tid }, field: `relation.${i}` }];
  });
}
