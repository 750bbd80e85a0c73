import { describe, expect, test } from 'vitest';
import { utf8 } from '../../../shared/draw/bytes.ts';
import { buildCommit, witnessCommitment } from '../../../shared/draw/commitment.ts';
import type { DropOut } from '../../../shared/draw/event.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import {
  computeDraw,
  type DrawInput,
  type DrawResult,
  drawnResult,
  runDraw,
} from '../../../shared/draw/result.ts';
import { keyedHash, uniform } from '../../../shared/draw/seed.ts';
import type { InspectorRow } from '../../../shared/draw/snapshot.ts';
import { inputOf, readVector } from './vectors.ts';

const vector = readVector(1);
const event = (e: number, type: DropOut['type'], tid: string): DropOut => ({
  e,
  type,
  tid,
  reason: 'left',
  evidence: 'ab'.repeat(32),
});

function resultWith(events: readonly DropOut[], input: DrawInput = inputOf(vector)): DrawResult {
  const result = runDraw({ ...input, events });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function teams(result: DrawResult): Record<string, string[]> {
  return Object.fromEntries((result.after?.teams ?? []).map(({ a, seats }) => [a, seats]));
}

test('without events there is no state after them', () => {
  expect(resultWith([])).not.toHaveProperty('after');
});

describe('an inspector drops out', () => {
  const before = Object.fromEntries(vector.result.teams.map(({ a, seats }) => [a, seats]));
  const result = resultWith([event(1, 'inspector', 'P04')]);

  test('only his seats change, the state before stays', () => {
    const after = teams(result);
    expect(result.teams).toEqual(vector.result.teams);
    expect(Object.values(after).flat()).not.toContain('P04');
    for (const [a, seats] of Object.entries(before))
      seats.forEach((holder, k) => {
        if (holder !== 'P04') expect(after[a]?.[k]).toBe(holder);
      });
  });

  test('the seat is drawn among those with room, by the label name/r<e>/<tier>', () => {
    // 11009#1 asks lead and patent in haidian; P01 and P05 remain by qualification, P01 is of haidian.
    expect(teams(result)['11009']?.[0]).toBe('P05');
    // 11007#2 asks patent in xicheng: P03 and P05 are of xicheng, P01 sits there already.
    expect(teams(result)['11007']?.[1]).toBe('');
  });

  test('who may take no part is passed over', () => {
    // P02 leaves 11011#1 (lead, tm, haidian): P05 has a relation to 11011, P01 is of haidian. Nobody.
    expect(teams(resultWith([event(1, 'inspector', 'P02')]))['11011']?.[0]).toBe('');
    // P03 leaves 11009#2 and 11011#2 (tm, haidian). For 11009#2 (patent): P05 alone.
    const after = teams(resultWith([event(1, 'inspector', 'P03')]));
    expect(after['11009']?.[1]).toBe('P05');
  });
});

/** One home-district draw with a single inspector of cap 3 and slack 0, so that tier 2 is needed. */
function smallInput(inspectors: readonly InspectorRow[], agencies: number, drawn: number): DrawInput {
  const plan = {
    v: 'dr1/plan' as const,
    suite: 'sha256' as const,
    cells: [{ cell: 'K', ppm: 0, round: 'ceil' as const }],
    alternates: 1,
    team: { district: 'any' as const, slack: 0, seats: { tm: [['tm']] } },
  };
  plan.cells[0] = { cell: 'K', ppm: Math.ceil((drawn * 1_000_000) / agencies), round: 'ceil' };
  const agency = Array.from({ length: agencies }, (_, n) => ({
    tid: `A${n}`,
    cell: 'K',
    d: 'd1',
    kind: 'tm',
  }));
  const pools = { agency, inspector: inspectors, relation: [] };
  const r = sha256Suite.hash(utf8('r'));
  const sources = [
    { type: 'witness' as const, id: 'w', c: witnessCommitment(sha256Suite, 'T-1', 'w', r) },
    {
      type: 'drand' as const,
      id: 'quicknet' as const,
      chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971' as const,
      round: 1000,
    },
  ];
  const values = [Buffer.from(r).toString('hex'), '00'.repeat(32)];
  return { plan, pools, commit: buildCommit(sha256Suite, 'T-1', plan, pools, sources), values };
}

const tm = (tid: string, cap: number): InspectorRow => ({
  tid,
  d: 'd1',
  quals: ['tm'],
  cert: true,
  cap,
  past: 0,
});

describe('tiers and chains of drop-outs', () => {
  test('tier 2 goes to the cap when nobody has room within c_i', () => {
    const input = smallInput([tm('P1', 3), tm('P2', 3)], 4, 2);
    const result = resultWith([event(1, 'inspector', 'P1')], input);
    expect(result.levels).toEqual({ P1: 1, P2: 1 });
    expect(Object.values(teams(result)).flat()).toEqual(['P2', 'P2']);
  });

  test('a card is drawn over the rooms left, by the label name/r<e>/<tier>', () => {
    const input = smallInput([tm('P1', 9), tm('P2', 9), tm('P3', 4)], 6, 3);
    const start = resultWith([], input);
    const deal = keyedHash(sha256Suite, computeDraw(input).seed, 'team/deal');
    const open = start.teams.find(({ seats }) => seats[0] === 'P1')?.a ?? '';
    // Everybody holds his one seat of c_i, so tier 2: P2 has 9 − 1 cards, P3 4 − 1.
    const card = uniform(deal, `${open}#1/r1/2`, 11);
    const after = teams(resultWith([event(1, 'inspector', 'P1')], input));
    expect(after[open]).toEqual([card < 8 ? 'P2' : 'P3']);
  });

  test('who dropped out earlier never comes back', () => {
    const input = smallInput([tm('P1', 3), tm('P2', 3), tm('P3', 3)], 6, 3);
    const events = [event(1, 'inspector', 'P1'), event(2, 'inspector', 'P2')];
    expect(Object.values(teams(resultWith(events, input))).flat()).toEqual(['P3', 'P3', 'P3']);
  });

  test('with nobody left the seat stays open for a person to decide', () => {
    const input = smallInput([tm('P1', 3)], 2, 1);
    expect(Object.values(teams(resultWith([event(1, 'inspector', 'P1')], input))).flat()).toEqual(['']);
  });
});

describe('an agency drops out', () => {
  const input = smallInput([tm('P1', 9), tm('P2', 9), tm('P3', 9)], 6, 3);
  const start = resultWith([], input);
  const [cell] = start.cells;
  const ranks = computeDraw(input).cells[0]?.ranks.map(({ row }) => row.tid) ?? [];

  test('the next unused rank comes in, beyond the alternates if needed, in rank order', () => {
    expect(cell?.alternates).toHaveLength(1);
    const first = ranks[0] ?? '';
    const next = ranks[3] ?? '';
    const after = resultWith([event(1, 'agency', first), event(2, 'agency', next)], input).after;
    expect(after?.cells).toEqual([{ cell: 'K', drawn: [ranks[1], ranks[2], ranks[4]] }]);
    expect(after?.teams.map(({ a }) => a)).toEqual([ranks[1], ranks[2], ranks[4]]);
    expect(after?.teams.every(({ seats }) => seats[0] !== '')).toBe(true);
  });

  test('a cell that is exhausted gives no replacement', () => {
    const events = [0, 1, 2, 3].map((rank, n) => event(n + 1, 'agency', ranks[rank] ?? ''));
    const after = resultWith(events, input).after;
    expect(after?.cells[0]?.drawn).toEqual(ranks.slice(4, 6));
  });

  test.each([
    ['an agency that is not drawn', [event(1, 'agency', ranks[5] ?? '')], 'draw.event.unknown'],
    ['an unknown inspector', [event(1, 'inspector', 'P9')], 'draw.event.unknown'],
    [
      'the same inspector twice',
      [event(1, 'inspector', 'P1'), event(2, 'inspector', 'P1')],
      'draw.event.unknown',
    ],
    ['an event out of its place', [event(2, 'inspector', 'P1')], 'draw.event.order'],
  ])('refused: %s', (_name, events, code) => {
    const result = drawnResult({ ...input, events }, computeDraw(input));
    expect(result).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe('teams that do not exist', () => {
  const input = smallInput([tm('P1', 1)], 4, 3);

  test('give a result with the certificate and nothing else about teams', () => {
    const result = resultWith([], input);
    const names = (result.cells[0]?.drawn ?? []).map((a) => `${a}#1`).sort();
    expect(result).toMatchObject({ levels: {}, teams: [], infeasible: names });
    expect(names).toHaveLength(3);
  });

  test('an agency still drops out, without a team', () => {
    const first = resultWith([], input).cells[0]?.drawn[0] ?? '';
    const { after } = resultWith([event(1, 'agency', first)], input);
    expect(after?.cells[0]?.drawn).toHaveLength(3);
    expect(after?.teams).toEqual([]);
  });
});
