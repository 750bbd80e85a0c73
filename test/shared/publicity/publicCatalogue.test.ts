import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { isUnverified, lawAt, lawVersion } from '../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../shared/law/penaltyCatalogue.ts';
import { catalogueFile, cataloguePeriods, classesOfTier } from '../../../shared/publicity/publicCatalogue.ts';

const periods = cataloguePeriods(penaltyCatalogue);

describe('the times of the catalogue', () => {
  it('follow each other without a gap and hold what is in force on each of their days', () => {
    expect(periods[0]).toMatchObject({ from: '2027-01-01' });
    expect(periods[0]?.to).toBeUndefined();
    expect(periods[1]?.to).toBe('2026-12-31');
    for (const { from, to, entries } of periods)
      for (const day of to === undefined ? [from] : [from, to])
        expect(entries.map(({ row }) => lawVersion(row))).toEqual(
          lawAt(penaltyCatalogue, day).map(lawVersion),
        );
  });

  it('tell what comes with the trademark law of 2027', () => {
    const change = (rule: string) => periods[0]?.entries.find(({ row }) => row.rule === rule)?.change;
    expect(change('trademark.forged')).toBe('other');
    expect(change('trademark.practitioner')).toBe('new');
    expect(change('patent.conflict')).toBe('same');
  });
});

describe('the class of a tier', () => {
  const classes = (rule: string, tier: string, day = '2026-06-01') => {
    const row = lawAt(penaltyCatalogue, localDate(day)).find((one) => one.rule === rule);
    const found = row?.tiers.find((one) => one.tier === tier);
    return row === undefined || found === undefined ? undefined : classesOfTier(row, found);
  };
  it.each([
    // A warning must be given and a fine may: with none, a small or a large one.
    ['patent.conflict', 'basic', ['none', 'minor', 'ordinary']],
    ['patent.conflict', 'serious', ['restriction', 'revocation']],
    ['patent.secrets-or-bribery', 'serious', ['revocation']],
    // Here the fine must be given.
    ['trademark.forged', 'basic', ['minor', 'ordinary']],
    ['association.other', 'basic', []],
  ])('%s, %s', (rule, tier, wanted) => {
    expect(classes(rule, tier)).toEqual(wanted);
  });
});

it('the file has every version, marks what was not read in full, and has no number that JSON does not know', () => {
  const { entries } = JSON.parse(new TextDecoder().decode(catalogueFile(penaltyCatalogue).bytes));
  expect(entries.map(({ version }: { version: string }) => version)).toEqual(
    penaltyCatalogue.map(lawVersion),
  );
  const marked = entries.filter(({ unverified }: { unverified: boolean }) => unverified);
  expect(marked.map(({ version }: { version: string }) => version)).toEqual(
    penaltyCatalogue.filter(isUnverified).map(lawVersion),
  );
  const stop = entries.find(({ rule }: { rule: string }) => rule === 'trademark.stop-acceptance');
  expect(stop.tiers[0].measures[0].months).toEqual({ min: 6, max: null });
});
