import { utf8 } from '../../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../../shared/draw/hash.ts';
import type { TeamPlan } from '../../../../shared/draw/plan.ts';
import { keyedHash } from '../../../../shared/draw/seed.ts';
import type { InspectorRow, RelationRow } from '../../../../shared/draw/snapshot.ts';
import type { TeamKeys } from '../../../../shared/draw/teams/deal.ts';
import type { Visit } from '../../../../shared/draw/teams/eligibility.ts';
import { buildRoster, type Roster } from '../../../../shared/draw/teams/roster.ts';

/** Small random team problems: tight on purpose, so that swaps, strikes and dead ends happen. */

/** mulberry32: reproducible numbers in [0, 1) from a 32-bit seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const RULES: readonly TeamPlan['district'][] = ['any', 'cross', 'home'];
const QUALS = ['lead', 'patent', 'tm'];

export interface RandomCase {
  readonly roster: Roster;
  readonly slack: number;
}

export function randomCase(seed: number): RandomCase {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const districts = 1 + below(3);
  const rule = RULES[below(4)] ?? 'any';
  const mostSeats = 1 + below(3);
  const visits: Visit[] = Array.from({ length: 1 + below(8) }, (_, v) => ({
    a: `A${v}`,
    d: `d${below(districts)}`,
    seats: Array.from({ length: 1 + below(mostSeats) }, () => QUALS.filter(() => random() < 0.3)),
  }));
  const inspectors: InspectorRow[] = Array.from({ length: 3 + below(6) }, (_, i) => ({
    tid: `P${i}`,
    d: `d${below(districts)}`,
    quals: QUALS.filter(() => random() < 0.75),
    cert: random() < 0.97,
    cap: below(7),
    past: below(4),
  }));
  const relations: RelationRow[] = inspectors.flatMap(({ tid }) =>
    visits.filter(() => random() < 0.12).map(({ a }) => ({ tid: `${tid}:${a}`, i: tid, a })),
  );
  return { roster: buildRoster(rule, visits, inspectors, relations), slack: below(2) };
}

/** Keys of the team stage from any text. */
export function keysFrom(text: string): TeamKeys {
  const seed = sha256Suite.hash(utf8(text));
  return {
    slot: keyedHash(sha256Suite, seed, 'team/slot'),
    deal: keyedHash(sha256Suite, seed, 'team/deal'),
  };
}
