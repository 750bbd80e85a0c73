import { describe, expect, test } from 'vitest';
import type { InspectorRow } from '../../../../shared/draw/snapshot.ts';
import { teamFeasibility } from '../../../../shared/draw/teams/feasibility.ts';
import { naiveMatcher } from '../../../../shared/draw/teams/naiveFlow.ts';
import { buildRoster } from '../../../../shared/draw/teams/roster.ts';
import { randomCase } from './randomCases.ts';

const inspector = (tid: string, more: Partial<InspectorRow> = {}): InspectorRow => ({
  tid,
  d: 'd1',
  quals: ['tm'],
  cert: true,
  cap: 1,
  past: 0,
  ...more,
});

test('a possible set of teams is just that', () => {
  const roster = buildRoster('cross', [{ a: 'A', d: 'd2', seats: [['tm']] }], [inspector('P1')], []);
  expect(teamFeasibility(roster)).toEqual({ feasible: true });
});

test('parts that share no inspector are told apart, with reasons per seat', () => {
  const visits = [
    { a: 'A', d: 'd2', seats: [['tm']] },
    { a: 'B', d: 'd2', seats: [['tm']] },
    { a: 'C', d: 'd2', seats: [['patent']] },
  ];
  const inspectors = [
    inspector('P1'),
    inspector('P2', { cert: false }),
    inspector('P3', { d: 'd2' }),
    inspector('P4', { quals: ['patent', 'tm'] }),
  ];
  const relations = ['A', 'B', 'C'].map((a) => ({ tid: `P4:${a}`, i: 'P4', a }));
  const found = teamFeasibility(buildRoster('cross', visits, inspectors, relations));
  const fallOut = { certificate: 1, district: 1, qualification: 0, conflict: 1, room: 1 };
  expect(found).toEqual({
    feasible: false,
    parts: [
      {
        seats: [
          { name: 'A#1', fallOut },
          { name: 'B#1', fallOut },
        ],
        supply: 1,
        inspectors: ['P1'],
      },
      {
        seats: [{ name: 'C#1', fallOut: { ...fallOut, qualification: 1, room: 0 } }],
        supply: 0,
        inspectors: [],
      },
    ],
  });
});

describe('random cases', () => {
  test('every reported part breaks the sum of Hall, and agrees with the reference', () => {
    let parts = 0;
    for (let n = 0; n < 2000; n++) {
      const { roster } = randomCase(n);
      const found = teamFeasibility(roster);
      expect(found).toEqual(teamFeasibility(roster, naiveMatcher.levels(roster)));
      if (found.feasible) continue;
      for (const { seats, supply } of found.parts) {
        parts++;
        expect(seats.length).toBeGreaterThan(supply);
      }
    }
    expect(parts).toBeGreaterThan(500);
  });
});
