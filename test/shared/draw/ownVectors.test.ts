import { describe, expect, test } from 'vitest';
import { buildCommit } from '../../../shared/draw/commitment.ts';
import type { DropOut } from '../../../shared/draw/event.ts';
import { digestHex, sha256Suite } from '../../../shared/draw/hash.ts';
import type { Plan } from '../../../shared/draw/plan.ts';
import { type DrawInput, runDraw } from '../../../shared/draw/result.ts';
import type { Pools } from '../../../shared/draw/snapshot.ts';
import { naiveMatcher } from '../../../shared/draw/teams/naiveFlow.ts';
import { inputOf, readVector } from './vectors.ts';

/**
 * Vector 1 varied where the two published vectors are silent (DR-1 §1.11): an empty cell, `home`, `any`, both
 * drop-outs, single seats given up, teams that do not exist. The digests pin today's bits, the reference matcher repeats them.
 */

const vector = readVector(1);
const { pools } = inputOf(vector);
const team = vector.plan.team;
if (team === undefined) throw new Error('vector 1 deals teams');

const oneSeat = { patent: [['lead']], tm: [['lead']] };
const dropOut = (e: number, type: DropOut['type'], tid: string): DropOut => ({
  e,
  type,
  tid,
  reason: 'closed',
  evidence: '00'.repeat(32),
});

interface Variation {
  readonly plan?: Plan;
  readonly pools?: Pools;
  readonly events?: readonly DropOut[];
}

function varied({ plan = vector.plan, pools: rows = pools, events = [] }: Variation): DrawInput {
  const commit = buildCommit(sha256Suite, vector.draw, plan, rows, vector.commit.sources);
  return { plan, pools: rows, commit, values: vector.values, events };
}

const VARIATIONS: readonly (readonly [string, Variation, string])[] = [
  [
    'an empty cell between the others',
    {
      plan: {
        ...vector.plan,
        cells: [{ cell: 'Z', ppm: 500_000, round: 'exact', min: 2 }, ...vector.plan.cells],
      },
    },
    '3b9854a63b22f00a0b51f9dbec01345a79d5ab7d92d63a634b5d83748c53ebb6',
  ],
  [
    'home',
    { plan: { ...vector.plan, team: { ...team, district: 'home', seats: oneSeat } } },
    'c33b8b566865965e0fc30db591138ad1fc125a8984de265abbb29ca3f068932e',
  ],
  [
    'any',
    { plan: { ...vector.plan, team: { ...team, district: 'any' } } },
    '422f7022ac8eacbd00852c960b7ba5539c8b066086b838cd91d6ce7414e2e685',
  ],
  [
    'an inspector drops out',
    { events: [dropOut(1, 'inspector', 'P04')] },
    '8e64f19a9ebaf101572484fb4bea43d72a651502b96bf94285dfd68a2834d946',
  ],
  [
    'an agency, then its replacement, then an inspector drop out',
    {
      events: [dropOut(1, 'agency', '11008'), dropOut(2, 'agency', '11010'), dropOut(3, 'inspector', 'P03')],
    },
    '93a14161fef7fe0378ccff4c5c90309deb27744d3eac2ab1fa81a88f6d78ea1d',
  ],
  [
    'an inspector gives up one of his seats and stays, then a colleague leaves but keeps one',
    {
      events: [
        { ...dropOut(1, 'inspector', 'P04'), visits: ['11009'], stays: true },
        { ...dropOut(2, 'inspector', 'P03'), visits: ['11009'] },
      ],
    },
    'b05afbb03353b07b3656517a1c8b255e56953ae2a208812661a763a4876d3274',
  ],
  [
    'no teams',
    { pools: { ...pools, inspector: (pools.inspector ?? []).map((row) => ({ ...row, cap: 1 })) } },
    'd793f8426b6981e665e4a261e1709d60a7f5328796ef26e340f1a2548a39785e',
  ],
];

describe.each(VARIATIONS)('%s', (name, variation, pinned) => {
  const input = varied(variation);

  test.each([
    ['fast', {}],
    ['reference', { matcher: naiveMatcher }],
  ])('%s matcher', (_matcher, parts) => {
    const result = runDraw(input, parts);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.value.infeasible !== undefined).toBe(name === 'no teams');
    expect(result.value.after !== undefined).toBe(variation.events !== undefined);
    expect(digestHex(sha256Suite, result.value)).toBe(pinned);
  });
});
