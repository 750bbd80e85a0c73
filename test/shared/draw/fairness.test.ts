import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import type { Plan } from '../../../shared/draw/plan.ts';
import { quotaOffset } from '../../../shared/draw/quota.ts';
import { keyedHash } from '../../../shared/draw/seed.ts';
import { selectCells } from '../../../shared/draw/selection.ts';
import { type AgencyRow, type InspectorRow, sortRows } from '../../../shared/draw/snapshot.ts';
import { dealTeams } from '../../../shared/draw/teams/deal.ts';
import { fastMatcher } from '../../../shared/draw/teams/fastMatcher.ts';
import { buildRoster, mayTake, type Roster } from '../../../shared/draw/teams/roster.ts';
import { chiSquare, chiSquareTail } from './chiSquare.ts';
import { keysFrom } from './teams/randomCases.ts';

/** Seeds are numbered, so every figure here is the same on every run. */

const planOf = (...ppm: readonly number[]): Plan => ({
  v: 'dr1/plan',
  suite: 'sha256',
  cells: ppm.map((rate, i) => ({ cell: `K${i}`, ppm: rate, round: 'exact' })),
  alternates: 0,
});
const rowsOf = (cell: string, n: number): AgencyRow[] =>
  sortRows(Array.from({ length: n }, (_, i) => ({ tid: `${cell}-${i}`, cell })));

/** tids drawn under the numbered seed. */
function drawnUnder(number: number, plan: Plan, rows: readonly AgencyRow[]): string[] {
  const seed = sha256Suite.hash(utf8(`seed ${number}`));
  const u = quotaOffset(keyedHash(sha256Suite, seed, 'quota'));
  const cells = selectCells(plan, rows, keyedHash(sha256Suite, seed, 'ticket/agency'), u);
  return cells.flatMap(({ ranks, n }) => ranks.slice(0, n).map(({ row }) => row.tid));
}

function tally(outcomes: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

test('the tail of χ² agrees with the tables', () => {
  expect(chiSquareTail(3.841, 1)).toBeCloseTo(0.05, 4);
  expect(chiSquareTail(18.307, 10)).toBeCloseTo(0.05, 4);
  expect(chiSquareTail(2.558, 10)).toBeCloseTo(0.99, 3);
  expect(chiSquareTail(124.342, 100)).toBeCloseTo(0.05, 4);
});

describe('selection', () => {
  test('60 agencies at 7.25 % over 20,000 seeds: nobody is off by |z| > 4.31, nobody unreachable', {
    timeout: 180_000,
  }, () => {
    const [plan, rows, runs, p] = [planOf(72_500), rowsOf('K0', 60), 20_000, 0.0725];
    const drawn = Array.from({ length: runs }, (_, n) => drawnUnder(n, plan, rows));
    // 60 × 7.25 % = 4.35: either 4 or 5 are drawn, 5 in 35 % of the draws.
    expect([...tally(drawn.map((tids) => String(tids.length))).keys()].sort()).toEqual(['4', '5']);
    const counts = tally(drawn.flat());
    expect(counts.size).toBe(60);
    for (const [tid, count] of counts) {
      const z = (count - runs * p) / Math.sqrt(runs * p * (1 - p));
      expect(Math.abs(z), tid).toBeLessThanOrEqual(4.31);
    }
  });

  test('every pair out of six is as likely as any other', () => {
    const [plan, rows, runs] = [planOf(333_334), rowsOf('K0', 6), 20_000];
    const outcomes = Array.from({ length: runs }, (_, n) => drawnUnder(n, plan, rows)).filter(
      (tids) => tids.length === 2,
    );
    const counts = [...tally(outcomes.map((tids) => [...tids].sort().join(' '))).values()];
    expect(counts).toHaveLength(15);
    const p = chiSquareTail(chiSquare(counts, Array(15).fill(1 / 15)), 14);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.999);
  });
});

/** Can the open seats be filled within the rooms left? By trying everything. */
function completable(roster: Roster, holders: readonly number[], rooms: readonly number[]): boolean {
  const s = holders.indexOf(-1);
  if (s < 0) return true;
  return choices(roster, holders, rooms, s).some((i) =>
    completable(roster, put(holders, s, i), spend(rooms, i)),
  );
}

function choices(roster: Roster, holders: readonly number[], rooms: readonly number[], s: number): number[] {
  const mates = (roster.seatsOf[roster.seats[s]?.visit ?? -1] ?? []).map((mate) => holders[mate]);
  return roster.inspectors.flatMap((_, i) =>
    (rooms[i] ?? 0) > 0 && mayTake(roster, s, i) && !mates.includes(i) ? [i] : [],
  );
}

const put = (holders: readonly number[], s: number, i: number): number[] =>
  holders.map((held, at) => (at === s ? i : held));
const spend = (rooms: readonly number[], i: number): number[] =>
  rooms.map((room, at) => room - (at === i ? 1 : 0));

/**
 * Exact distribution of the deal of DR-1 §1.9.2–3 by enumeration: every order of the seats alike, then for
 * each seat the candidates that leave a plan possible, in proportion to their cards.
 */
function exactDeal(roster: Roster, rooms: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (
    holders: readonly number[],
    left: readonly number[],
    open: readonly number[],
    share: number,
  ): void => {
    if (open.length === 0) {
      const outcome = holders.join(' ');
      found.set(outcome, (found.get(outcome) ?? 0) + share);
      return;
    }
    for (const s of open) {
      const possible = choices(roster, holders, left, s).filter((i) =>
        completable(roster, put(holders, s, i), spend(left, i)),
      );
      const cards = possible.reduce((sum, i) => sum + (left[i] ?? 0), 0);
      for (const i of possible) {
        const part = (share / open.length) * ((left[i] ?? 0) / cards);
        const rest = open.filter((other) => other !== s);
        walk(put(holders, s, i), spend(left, i), rest, part);
      }
    }
  };
  walk(
    roster.seats.map(() => -1),
    rooms,
    [...roster.seats.keys()],
    1,
  );
  return found;
}

const inspector = (tid: string, quals: string[], more: Partial<InspectorRow> = {}): InspectorRow => ({
  tid,
  d: 'd1',
  quals,
  cert: true,
  cap: 3,
  past: 0,
  ...more,
});

describe('teams', () => {
  const seats = [['lead', 'tm'], ['tm']];
  const visits = ['A', 'B'].map((a) => ({ a, d: 'd2', seats }));
  const SMALL: readonly (readonly [string, Roster, number])[] = [
    [
      'leaders are scarce',
      buildRoster(
        'any',
        visits,
        [inspector('P1', ['lead', 'tm']), inspector('P2', ['lead', 'tm']), inspector('P3', ['tm'])],
        [],
      ),
      1,
    ],
    [
      'a conflict and a past',
      buildRoster(
        'cross',
        visits,
        [
          inspector('P1', ['lead', 'tm'], { past: 1 }),
          inspector('P2', ['lead', 'tm']),
          inspector('P3', ['tm']),
          inspector('P4', ['tm'], { d: 'd2' }),
          inspector('P5', ['lead', 'tm']),
        ],
        [{ tid: 'P2:A', i: 'P2', a: 'A' }],
      ),
      0,
    ],
    [
      'one seat each, one person tied',
      buildRoster(
        'any',
        ['A', 'B', 'C'].map((a) => ({ a, d: 'd2', seats: [['tm']] })),
        [inspector('P1', ['tm']), inspector('P2', ['tm'], { cap: 1 }), inspector('P3', ['tm'])],
        [
          { tid: 'P3:A', i: 'P3', a: 'A' },
          { tid: 'P3:B', i: 'P3', a: 'B' },
        ],
      ),
      1,
    ],
  ];

  test.each(SMALL)('%s: 20,000 deals follow the exact distribution', (_name, roster, slack) => {
    const levels = fastMatcher.levels(roster);
    const first = dealTeams(roster, slack, keysFrom('0'), fastMatcher);
    if (!levels.feasible || !first.feasible) throw new Error('infeasible');
    const exact = exactDeal(roster, first.rooms);
    const outcomes = Array.from({ length: 20_000 }, (_, n) => {
      const teams = dealTeams(roster, slack, keysFrom(`deal ${n}`), fastMatcher);
      return teams.feasible ? teams.holders.join(' ') : 'infeasible';
    });
    const counts = tally(outcomes);
    expect([...counts.keys()].filter((outcome) => !exact.has(outcome))).toEqual([]);
    expect(exact.size).toBeGreaterThan(2);
    const keys = [...exact.keys()];
    const statistic = chiSquare(
      keys.map((key) => counts.get(key) ?? 0),
      keys.map((key) => exact.get(key) ?? 0),
    );
    const p = chiSquareTail(statistic, keys.length - 1);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.999);
  });
});
