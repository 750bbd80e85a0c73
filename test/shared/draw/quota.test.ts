import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanCell } from '../../../shared/draw/plan.ts';
import { quotas } from '../../../shared/draw/quota.ts';
import { uniform, uniformSequence } from '../../../shared/draw/seed.ts';

const cell = (name: string, ppm: number, round: PlanCell['round'], min?: number): PlanCell => ({
  cell: name,
  ppm,
  round,
  ...(min === undefined ? {} : { min }),
});

const CELLS = [
  cell('P', 150_000, 'exact'),
  cell('Q', 500_000, 'ceil'),
  cell('R', 370_000, 'exact'),
  cell('E', 500_000, 'exact', 2),
  cell('M', 100_000, 'exact', 3),
  cell('F', 1_000_000, 'exact'),
];
const SIZES = [7, 3, 5, 0, 4, 2];

test('the arithmetic case of DR-1 §1.11.6', () => {
  expect(quotas(CELLS, SIZES, 28_897)).toEqual([1, 2, 1, 0, 3, 2]);
});

test('`min` counts: without it the same cells give fewer', () => {
  const bare = CELLS.map(({ cell: name, ppm, round }) => cell(name, ppm, round));
  expect(quotas(bare, SIZES, 28_897)[4]).toBeLessThan(3);
});

test('neither `ceil` nor `min` moves the line that `exact` cells are marked on', () => {
  const exactOnly = [cell('A', 300_000, 'exact'), cell('C', 300_000, 'exact')];
  for (let u = 0; u < 1_000_000; u += 12_345) {
    const alone = quotas(exactOnly, [2, 2], u);
    const [a, b] = exactOnly;
    if (a === undefined || b === undefined) throw new Error('two cells');
    const withCeil = quotas([a, cell('B', 250_000, 'ceil'), b], [2, 1, 2], u);
    expect([withCeil[0], withCeil[2]]).toEqual(alone);
    const withMin = quotas([{ ...a, min: 2 }, b], [2, 2], u);
    expect(withMin[1]).toBe(alone[1]);
  }
});

test('`exact` cells are within one of their rate, alone, in every run of neighbours and in sum; on average exact', () => {
  const cells = fc.array(fc.record({ ppm: fc.nat({ max: 1_000_000 }), size: fc.nat({ max: 5000 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(cells, fc.nat({ max: 999_999 }), (list, u) => {
      const drawn = quotas(
        list.map(({ ppm }, i) => cell(String(i), ppm, 'exact')),
        list.map(({ size }) => size),
        u,
      );
      for (let from = 0; from < list.length; from++) {
        let [sum, due] = [0, 0];
        for (let to = from; to < list.length; to++) {
          sum += drawn[to] ?? 0;
          due += (list[to]?.ppm ?? 0) * (list[to]?.size ?? 0);
          expect(Math.abs(sum * 1_000_000 - due)).toBeLessThan(1_000_000);
        }
      }
    }),
  );
  // Averaged over every offset that matters, the expectation is the rate itself.
  const pair = [cell('A', 300_000, 'exact'), cell('B', 450_000, 'exact')];
  const totals = [0, 0];
  for (let u = 0; u < 1_000_000; u += 50_000)
    quotas(pair, [1, 3], u).forEach((n, i) => {
      totals[i] = (totals[i] ?? 0) + n;
    });
  expect(totals).toEqual([6, 27]);
});

describe('uniform numbers', () => {
  const answering = (...firstBytes: readonly bigint[]) => {
    let call = 0;
    return () => {
      const bytes = new Uint8Array(32);
      new DataView(bytes.buffer).setBigUint64(0, firstBytes[call++] ?? 0n);
      return bytes;
    };
  };

  test('a number at the rejection limit is thrown away, the one below it is taken', () => {
    // 2^64 mod 10 = 6: from 2^64 − 6 on, numbers would favour 0 to 5.
    const limit = (1n << 64n) - 6n;
    expect(uniform(answering(limit, 7n), 'u', 10)).toBe(7);
    expect(uniform(answering(limit - 1n), 'u', 10)).toBe(9);
  });

  test('every hash spends one counter, accepted or not', () => {
    const asked: string[] = [];
    const values = [(1n << 64n) - 1n, 1n, 2n];
    const next = uniformSequence((message) => {
      asked.push(new TextDecoder().decode(message));
      return answering(values[asked.length - 1] ?? 0n)();
    }, 'A#1');
    expect([next(3), next(3)]).toEqual([1, 2]);
    expect(asked).toEqual(['A#1/0', 'A#1/1', 'A#1/2']);
  });
});
