import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, publishedParts, SMALLEST_PUBLISHED } from '../../../shared/statistics/suppression.ts';

/** All ways to fill `slots` numbers of at least 1 so that they add up to `sum`. */
function fillings(slots: number, sum: number): number[][] {
  if (slots === 0) return sum === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let first = 1; first <= sum - (slots - 1); first++)
    for (const rest of fillings(slots - 1, sum - first)) found.push([first, ...rest]);
  return found;
}

describe('small numbers', () => {
  it.each([
    [0, 0],
    [1, undefined],
    [4, undefined],
    [5, 5],
    [500, 500],
  ])('%i alone is published as %s', (count, shown) => {
    expect(published(count)).toBe(shown);
  });

  it('holds back the smallest of the others with a single small one', () => {
    expect(publishedParts([20, 2, 9, 0], true)).toEqual([20, undefined, undefined, 0]);
  });

  it('holds one more back where the hidden ones are all 1', () => {
    expect(publishedParts([20, 1, 1, 9], true)).toEqual([20, undefined, undefined, undefined]);
  });

  it('needs no other where several hide each other', () => {
    expect(publishedParts([20, 2, 3], true)).toEqual([20, undefined, undefined]);
  });

  it('hides the small ones alone where the lines add up to nothing', () => {
    expect(publishedParts([20, 2, 9], false)).toEqual([20, undefined, 9]);
  });

  it('never lets a small number be computed from the others and their sum', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, (counts) => {
        const shown = publishedParts(counts, true);
        for (const [at, count] of shown.entries()) {
          if (count !== undefined) expect(count).toBe(counts[at]);
          if (count !== undefined) expect(count === 0 || count >= SMALLEST_PUBLISHED).toBe(true);
        }
        const hidden = shown.flatMap((count, at) => (count === undefined ? [at] : []));
        const whole = counts.reduce((sum, count) => sum + count, 0);
        // Where the whole is small itself, it is not published either.
        if (hidden.length === 0 || published(whole) === undefined) return;
        const sum = hidden.reduce((total, at) => total + (counts[at] ?? 0), 0);
        const ways = fillings(hidden.length, sum);
        for (const slot of hidden.keys())
          expect(new Set(ways.map((way) => way[slot])).size, JSON.stringify(counts)).toBeGreaterThan(1);
      }),
    );
  });
});
