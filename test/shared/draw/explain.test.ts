import { describe, expect, test } from 'vitest';
import { nodeSuites } from '../../../shared/adapters/nodeHash.ts';
import { packProof, personalProof, unpackProof, verifyPersonalProof } from '../../../shared/draw/explain.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import { predictability } from '../../../shared/draw/predictability.ts';
import { computeDraw } from '../../../shared/draw/result.ts';
import { keyedHash } from '../../../shared/draw/seed.ts';
import { selectCells } from '../../../shared/draw/selection.ts';
import { type AgencyRow, sortRows } from '../../../shared/draw/snapshot.ts';
import { buildRoster } from '../../../shared/draw/teams/roster.ts';
import { inputOf, readVector } from './vectors.ts';

describe('personal proof', () => {
  const vector = readVector(2);
  const draw = computeDraw(inputOf(vector), { suites: nodeSuites });
  const proofOf = (tid: string) => {
    const proof = personalProof(draw, vector.agencies, tid);
    if (proof === undefined) throw new Error(tid);
    return proof;
  };

  test('tells a drawn agency from one that was not, and both can check it', () => {
    const drawn = verifyPersonalProof(proofOf('A00801'), vector);
    expect(drawn).toMatchObject({ consistent: true, cell: 'A', N: 2076, n: 21, rank: 0, drawn: true });
    const next = vector.result.cells[0]?.alternates[0] ?? '';
    expect(verifyPersonalProof(proofOf(next), vector)).toMatchObject({
      consistent: true,
      rank: 21,
      drawn: false,
    });
  });

  test('is not there for somebody who is not in the pool', () => {
    expect(personalProof(draw, vector.agencies, 'A99999')).toBeUndefined();
  });

  test.each([
    [
      'another row',
      (p: ReturnType<typeof proofOf>) => ({ ...p, row: { ...p.row, d: 'd99' } }),
      'proof.snapshot',
    ],
    ['another rank', (p: ReturnType<typeof proofOf>) => ({ ...p, rank: p.rank + 1 }), 'proof.rank'],
    [
      'another ticket',
      (p: ReturnType<typeof proofOf>) => ({ ...p, ticket: '00'.repeat(32) }),
      'proof.ticket',
    ],
    [
      'a path too short',
      (p: ReturnType<typeof proofOf>) => ({ ...p, path: p.path.slice(1) }),
      'proof.snapshot',
    ],
  ])('with %s is found out', (_name, change, name) => {
    const { checks, consistent } = verifyPersonalProof(change(proofOf('A00801')), vector);
    expect(consistent).toBe(false);
    expect(checks.filter(({ ok }) => !ok).map((check) => check.name)).toContain(name);
  });

  test('a result that leaves a low rank out of `drawn` is found out by the one left out', () => {
    const cells = vector.result.cells.map((cell) => ({
      ...cell,
      drawn: cell.drawn.filter((tid) => tid !== 'A00801'),
    }));
    const published = { ...vector, result: { ...vector.result, cells } };
    const { checks } = verifyPersonalProof(proofOf('A00801'), published);
    expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['proof.drawn']);
  });

  test('packed and unpacked it is the same; anything else is refused', () => {
    const proof = proofOf('A00801');
    const packed = packProof(proof);
    expect(unpackProof(packed)).toEqual({ ok: true, value: proof });
    for (const broken of [packed.subarray(1), packed.subarray(0, -1), new Uint8Array(2), new Uint8Array(40)])
      expect(unpackProof(broken)).toMatchObject({ ok: false, problems: [{ code: 'draw.proof.malformed' }] });
  });

  test('takes at most 1.5 KB at 100,000 agencies', () => {
    const rows: AgencyRow[] = sortRows(
      Array.from({ length: 100_000 }, (_, n) => ({
        tid: `91110108MA${n}`,
        cell: 'A',
        d: 'haidian',
        kind: 'patent',
      })),
    );
    const plan = { ...vector.plan, cells: [{ cell: 'A', ppm: 10_000, round: 'exact' as const }] };
    const { seed, u } = draw;
    const suite = nodeSuites('sha256');
    const cells = selectCells(plan, rows, keyedHash(suite, seed, 'ticket/agency'), u);
    const proof = personalProof({ suite, seed, u, cells }, rows, '91110108MA54321');
    if (proof === undefined) throw new Error('in the pool');
    expect([proof.path.length, proof.rankPath.length].every((length) => length >= 16 && length <= 17)).toBe(
      true,
    );
    expect(packProof(proof).length).toBeLessThanOrEqual(1500);
    // 28 hashes in both paths are what 180 million agencies need.
    const wide = {
      ...proof,
      path: Array(28).fill('00'.repeat(32)),
      rankPath: Array(28).fill('00'.repeat(32)),
    };
    expect(packProof(wide).length).toBeLessThanOrEqual(2500);
  });
});

describe('predictability', () => {
  const inspectors = ['P1', 'P2', 'P3', 'P4'].map((tid) => ({
    tid,
    d: 'd1',
    quals: ['tm'],
    cert: true,
    cap: 5,
    past: 0,
  }));
  const visits = ['A', 'B'].map((a) => ({ a, d: 'd2', seats: [['tm']] }));
  const seed = new Uint8Array(32);

  test('equal inspectors are equally likely, and a wide pool is not thin', () => {
    const found = predictability(sha256Suite, buildRoster('any', visits, inspectors, []), 1, seed, 2000);
    for (const visit of found?.odds ?? []) {
      expect(visit.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
      for (const p of visit) expect(p).toBeCloseTo(0.25, 1);
    }
    expect(found).toMatchObject({ thin: false, runs: 2000 });
  });

  test('somebody whom only one person may visit makes the pool thin', () => {
    const relations = ['P1', 'P2', 'P3'].map((i) => ({ tid: `${i}:A`, i, a: 'A' }));
    const found = predictability(sha256Suite, buildRoster('any', visits, inspectors, relations), 1, seed, 50);
    expect(found).toMatchObject({ thin: true, highest: { a: 'A', i: 'P4', p: 1 } });
  });

  test('without a full set of teams there is nothing to predict', () => {
    const roster = buildRoster('any', visits, [], []);
    expect(predictability(sha256Suite, roster, 1, seed, 5)).toBeUndefined();
  });
});
