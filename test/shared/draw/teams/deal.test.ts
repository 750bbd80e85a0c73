import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../../shared/draw/bytes.ts';
import type { DistrictRule } from '../../../../shared/draw/plan.ts';
import type { InspectorRow } from '../../../../shared/draw/snapshot.ts';
import { dealTeams, slotOrder, type Teams } from '../../../../shared/draw/teams/deal.ts';
import type { Visit } from '../../../../shared/draw/teams/eligibility.ts';
import { fastMatcher } from '../../../../shared/draw/teams/fastMatcher.ts';
import { highestLevel, type Matcher, roomAt } from '../../../../shared/draw/teams/matcher.ts';
import { naiveMatcher } from '../../../../shared/draw/teams/naiveFlow.ts';
import { buildRoster, mayTake, type Roster, whyNot } from '../../../../shared/draw/teams/roster.ts';
import { keysFrom, randomCase } from './randomCases.ts';

const inspector = (tid: string, more: Partial<InspectorRow> = {}): InspectorRow => ({
  tid,
  d: 'd1',
  quals: ['lead', 'tm'],
  cert: true,
  cap: 9,
  past: 0,
  ...more,
});
const visit = (a: string, d = 'd2', seats: string[][] = [['tm']]): Visit => ({ a, d, seats });

/** Who sits where, by name. */
function seated(roster: Roster, teams: Teams): Record<string, string> {
  if (!teams.feasible) throw new Error('infeasible');
  const entries = roster.seats.map(({ name }, s) => [
    name,
    roster.inspectors[teams.holders[s] ?? -1]?.tid ?? '',
  ]);
  return Object.fromEntries(entries);
}

const MATCHERS: readonly (readonly [string, Matcher])[] = [
  ['naive', naiveMatcher],
  ['fast', fastMatcher],
];

describe.each(MATCHERS)('%s matcher', (_name, matcher) => {
  const deal = (roster: Roster, text = 'seed') => dealTeams(roster, 1, keysFrom(text), matcher);

  test('no visits: every level is 0', () => {
    expect(deal(buildRoster('any', [], [inspector('P1', { past: 4 })], []))).toEqual({
      feasible: true,
      levels: [0],
      rooms: [0],
      holders: [],
    });
  });

  test.each<[DistrictRule, string[]]>([
    ['home', ['P1']],
    ['cross', ['P2']],
    ['any', ['P1', 'P2']],
  ])('district rule %s', (rule, possible) => {
    const roster = buildRoster(rule, [visit('A', 'd1')], [inspector('P1'), inspector('P2', { d: 'd2' })], []);
    const found = new Set(Array.from({ length: 40 }, (_, n) => seated(roster, deal(roster, `s${n}`))['A#1']));
    expect([...found].sort()).toEqual(possible);
  });

  test('an inspector without certificate, with a relation or without the qualification is never dealt', () => {
    const inspectors = [
      inspector('P1', { cert: false }),
      inspector('P2'),
      inspector('P3', { quals: ['patent'] }),
      inspector('P4'),
    ];
    const roster = buildRoster('cross', [visit('A')], inspectors, [{ tid: 'P2:A', i: 'P2', a: 'A' }]);
    for (let n = 0; n < 20; n++) expect(seated(roster, deal(roster, `s${n}`))).toEqual({ 'A#1': 'P4' });
    expect([0, 1, 2, 3].map((i) => whyNot(roster, 0, i))).toEqual([
      'certificate',
      'conflict',
      'qualification',
      undefined,
    ]);
  });

  test('the cap counts in the levels: who is full leaves the others at a higher level', () => {
    const visits = ['A', 'B', 'C', 'D'].map((a) => visit(a));
    const roster = buildRoster('any', visits, [inspector('P1', { cap: 1 }), inspector('P2', { cap: 3 })], []);
    const teams = deal(roster);
    expect(teams).toMatchObject({ feasible: true, levels: [3, 3], rooms: [1, 3] });
    const held = Object.values(seated(roster, teams)).filter((tid) => tid === 'P1');
    expect(held).toHaveLength(1);
  });

  test('past seats count in the levels', () => {
    const visits = ['A', 'B', 'C'].map((a) => visit(a));
    const roster = buildRoster('any', visits, [inspector('P1', { past: 2 }), inspector('P2')], []);
    expect(deal(roster)).toMatchObject({ levels: [3, 3], rooms: [2, 4] });
  });

  test('who may take no seat has level 0', () => {
    const roster = buildRoster('any', [visit('A')], [inspector('P1'), inspector('P2', { cert: false })], []);
    expect(deal(roster)).toMatchObject({ levels: [1, 0] });
  });

  test('nobody sits twice on a visit', () => {
    const visits = [visit('A', 'd2', [['tm'], ['tm'], ['tm']])];
    const roster = buildRoster('any', visits, [inspector('P1'), inspector('P2'), inspector('P3')], []);
    for (let n = 0; n < 20; n++)
      expect(new Set(Object.values(seated(roster, deal(roster, `s${n}`)))).size).toBe(3);
  });

  test('no plan: the seats of the Hall certificate and nothing else', () => {
    const visits = [visit('A', 'd2', [['tm'], ['tm']]), visit('B', 'd2', [['patent']])];
    const inspectors = [inspector('P1'), inspector('P2', { quals: ['patent'] })];
    const roster = buildRoster('any', visits, inspectors, []);
    expect(deal(roster)).toEqual({ feasible: false, blocking: [0, 1] });
  });
});

describe('every dealt plan of the random cases', () => {
  const feasible = Array.from({ length: 1500 }, (_, n) => randomCase(n)).flatMap(({ roster, slack }) => {
    const teams = dealTeams(roster, slack, keysFrom('plan'), fastMatcher);
    return teams.feasible ? [{ roster, teams }] : [];
  });

  test('fills every seat with somebody who may take it, once per visit, within the rooms', () => {
    for (const { roster, teams } of feasible) {
      teams.holders.forEach((i, s) => {
        expect(mayTake(roster, s, i)).toBe(true);
        expect(whyNot(roster, s, i)).toBeUndefined();
      });
      for (const seats of roster.seatsOf)
        expect(new Set(seats.map((s) => teams.holders[s])).size).toBe(seats.length);
      roster.inspectors.forEach((_, i) => {
        const held = teams.holders.filter((holder) => holder === i).length;
        expect(held).toBeLessThanOrEqual(teams.rooms[i] ?? 0);
      });
    }
    expect(feasible.length).toBeGreaterThan(400);
  });

  test('bits of eligibility say what the rule says', () => {
    for (let n = 0; n < 300; n++) {
      const { roster } = randomCase(n);
      for (const s of roster.seats.keys())
        for (const i of roster.inspectors.keys())
          expect(mayTake(roster, s, i)).toBe(whyNot(roster, s, i) === undefined);
    }
  });
});

test('an absurd `past` or `cap` does not make the search of levels long', () => {
  const far = { past: 2 ** 52, cap: 2 ** 52 };
  const roster = buildRoster('any', [visit('A'), visit('B')], [inspector('P1', far)], []);
  const teams = dealTeams(roster, 1, keysFrom('far'), fastMatcher);
  expect(teams).toMatchObject({ feasible: true, levels: [2 ** 52 + 2] });
  expect(highestLevel(roster)).toBe(2 ** 53);
  expect(roomAt(roster, 0, 2 ** 52 + 2)).toBe(2);
});

test('seats are dealt in the order of their slot tickets', () => {
  const seats = ['A#1', 'A#2', 'B#1'].map((name) => ({ name }));
  const { slot } = keysFrom('order');
  const byTicket = seats
    .map(({ name }, s) => ({ s, ticket: Buffer.from(slot(utf8(name))).toString('hex') }))
    .sort((x, y) => (x.ticket < y.ticket ? -1 : 1));
  expect(slotOrder(seats, slot)).toEqual(byTicket.map(({ s }) => s));
});
