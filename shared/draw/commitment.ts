import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { lengthPrefixedAll, toHex } from './bytes.ts';
import { digest, digestHex, type HashSuite } from './hash.ts';
import { isLotteryForm } from './lottery.ts';
import type { Plan } from './plan.ts';
import { count, hex32, label } from './shape.ts';
import { POOL_NAMES, type PoolName, type Pools, poolRoot } from './snapshot.ts';

/** The commitment of a draw: everything fixed before the randomness exists (DR-1 §1.4). */

/** Chain hash of drand quicknet, the only beacon that DR-1 knows. */
export const QUICKNET_CHAIN = '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971';

const witnessSchema = z.strictObject({ type: z.literal('witness'), id: label, c: hex32 });
const drandSchema = z.strictObject({
  type: z.literal('drand'),
  id: z.literal('quicknet'),
  chain: z.literal(QUICKNET_CHAIN),
  round: count.check(z.gte(1)),
});
const lotterySchema = z.strictObject({ type: z.literal('lottery'), id: label, form: label });

export const sourceSchema = z.discriminatedUnion('type', [witnessSchema, drandSchema, lotterySchema]);

/** Root and length of a pool; `k` commits the key of a blinded pool. */
export const poolCommitSchema = z.strictObject({ n: count, root: hex32, k: z.exactOptional(hex32) });

export const commitSchema = z.strictObject({
  v: z.literal('dr1/commit'),
  draw: label,
  /** hex D(plan) */
  plan: hex32,
  pools: z.strictObject({
    agency: poolCommitSchema,
    inspector: z.exactOptional(poolCommitSchema),
    relation: z.exactOptional(poolCommitSchema),
  }),
  sources: z.array(sourceSchema).check(z.minLength(1)),
});

export type WitnessSource = z.infer<typeof witnessSchema>;
export type DrandSource = z.infer<typeof drandSchema>;
export type LotterySource = z.infer<typeof lotterySchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Commit = z.infer<typeof commitSchema>;

/** `c = H(LP("dr1/witness") ‖ LP(draw) ‖ LP(id) ‖ LP(r))` in hex; r is 32 random bytes. */
export function witnessCommitment(suite: HashSuite, draw: string, id: string, r: Uint8Array): string {
  return toHex(suite.hash(lengthPrefixedAll('dr1/witness', draw, id, r)));
}

/** The commitment to a plan, its pools and the sources; `keys` are the `k` of blinded pools. */
export function buildCommit(
  suite: HashSuite,
  draw: string,
  plan: Plan,
  pools: Pools,
  sources: readonly Source[],
  keys: Readonly<Partial<Record<PoolName, string>>> = {},
): Commit {
  const entries = POOL_NAMES.flatMap((name) => {
    const rows = pools[name];
    const k = keys[name];
    return rows === undefined
      ? []
      : [[name, { n: rows.length, root: poolRoot(suite, rows), ...(k === undefined ? {} : { k }) }] as const];
  });
  return commitSchema.parse({
    v: 'dr1/commit',
    draw,
    plan: digestHex(suite, plan),
    pools: Object.fromEntries(entries),
    sources,
  });
}

/** `C = D(commit)`, the key that the seed is extracted with. */
export function commitDigest(suite: HashSuite, commit: Commit): Uint8Array {
  return digest(suite, commit);
}

const SOURCE_ORDER: readonly Source['type'][] = ['witness', 'drand', 'lottery'];
/** Fewest witnesses beside a lottery: two officials and a notary (DR-1 §1.5, closed network). */
const WITNESSES_WITH_LOTTERY = 3;

/** What sources of the right form may still not be (DR-1 §1.5, §1.11.14–15). */
export function sourceProblems(draw: string, sources: readonly Source[]): Problem[] {
  const problems: Problem[] = [];
  const of = (type: Source['type']): number => sources.filter((source) => source.type === type).length;
  const places = sources.map((source) => SOURCE_ORDER.indexOf(source.type));
  if (places.some((place, i) => place < (places[i - 1] ?? 0))) problems.push({ code: 'draw.source.order' });
  if (new Set(sources.map((source) => source.id)).size < sources.length)
    problems.push({ code: 'draw.source.repeatedId' });
  const online = of('witness') >= 1 && of('drand') === 1;
  const closed = of('witness') >= WITNESSES_WITH_LOTTERY && of('drand') === 0 && of('lottery') >= 1;
  if (!online && !closed) problems.push({ code: 'draw.source.tooFew' });
  for (const source of sources)
    if (source.type === 'lottery' && !isLotteryForm(source.form, source.id, draw))
      problems.push({ code: 'draw.source.form', params: { id: source.id, form: source.form } });
  return problems;
}
