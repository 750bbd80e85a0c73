import { describe, expect, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { catalogueRow } from '../../../shared/law/penaltyCatalogue.ts';
import { publicationSpan } from '../../../shared/penalty/publicationSpan.ts';

const TODAY = localDate('2026-09-18');
const tierOf = (code: string, tier: string) => {
  const found = catalogueRow(code, TODAY)?.tiers.find((one) => one.tier === tier);
  if (found === undefined) throw new Error(`${code} has no tier ${tier}`);
  return found;
};

describe('the classes of publicity of a tier', () => {
  test('reach from what it orders at least to all that it allows', () => {
    const agency = { kind: 'agency' } as const;
    expect(publicationSpan(tierOf('patent.conflict', 'basic'), agency, TODAY)).toEqual({
      lightest: 'none',
      gravest: 'ordinary',
    });
    expect(publicationSpan(tierOf('patent.conflict', 'serious'), agency, TODAY).gravest).toBe('revocation');
    expect(publicationSpan(tierOf('trademark.forged', 'basic'), agency, TODAY)).toEqual({
      lightest: 'minor',
      gravest: 'ordinary',
    });
  });
});
