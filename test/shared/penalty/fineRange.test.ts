import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { catalogueRow } from '../../../shared/law/penaltyCatalogue.ts';
import { yuan } from '../../../shared/money.ts';
import { discretionFor, discretionOf, fineSplit } from '../../../shared/penalty/fineRange.ts';

const TODAY = localDate('2026-09-18');
const tierOf = (code: string, tier: string) => {
  const found = catalogueRow(code, TODAY)?.tiers.find((one) => one.tier === tier);
  if (found === undefined) throw new Error(`${code} has no tier ${tier}`);
  return found;
};

describe('the split of a range', () => {
  test('is where the discretion changes, to the fen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 10, max: 10_000_000 }),
        (min, width) => {
          const range = { min, max: min + width };
          const { lighterTo, heavierFrom } = fineSplit(range, TODAY);
          fc.pre(lighterTo > 0);
          expect(discretionOf(lighterTo, range, TODAY)).toBe('lighter');
          expect(discretionOf(lighterTo + 1, range, TODAY)).not.toBe('lighter');
          expect(discretionOf(heavierFrom, range, TODAY)).toBe('heavier');
          expect(discretionOf(heavierFrom - 1, range, TODAY)).not.toBe('heavier');
        },
      ),
    );
  });
});

describe('the discretion of an amount', () => {
  const forged = tierOf('trademark.forged', 'basic');

  test('is what the amount says; below the range only where something mitigates', () => {
    const of = (fine: number, mitigating = false) =>
      discretionFor({ measures: { fine } }, forged, mitigating, TODAY);
    expect(of(yuan(10_000))).toBe('lighter');
    expect(of(yuan(50_000))).toBe('ordinary');
    expect(of(yuan(100_000))).toBe('heavier');
    expect(of(yuan(9_999))).toBe('lighter');
    expect(of(yuan(9_999), true)).toBe('mitigated');
    expect(of(yuan(100_001))).toBe('heavier');
    expect(discretionFor({ measures: { warning: true } }, forged, false, TODAY)).toBe('ordinary');
  });
});
