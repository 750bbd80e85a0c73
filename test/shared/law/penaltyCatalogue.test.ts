import { describe, expect, it, test } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CatalogueRow, MeasureKind } from '../../../shared/law/catalogueRow.ts';
import { conductCodes } from '../../../shared/law/conducts.ts';
import { listingGrounds } from '../../../shared/law/listingGrounds.ts';
import {
  catalogueCodes,
  catalogueRow,
  entriesOfConduct,
  penaltyCatalogue,
} from '../../../shared/law/penaltyCatalogue.ts';
import { penaltyParameters } from '../../../shared/law/penaltyParameters.ts';
import { publicityTerms } from '../../../shared/law/publicityTerms.ts';
import { repairConditions, repairMaterials } from '../../../shared/law/repairRules.ts';
import { yuan } from '../../../shared/money.ts';

const OLD_LAW = localDate('2026-12-31');
const NEW_LAW = localDate('2027-01-01');

const penalties: readonly MeasureKind[] = [
  'warning',
  'criticism',
  'fine',
  'confiscation',
  'suspension',
  'revocation',
];
const rows: readonly CatalogueRow[] = penaltyCatalogue;
const carriesPenalty = ({ tiers }: CatalogueRow) =>
  tiers.some(({ measures }) => measures.some(({ kind }) => penalties.includes(kind)));

const named = (row: CatalogueRow) => `${row.rule}@${row.validFrom}`;

describe.each(rows.map((row) => [named(row), row] as const))('%s', (_, row) => {
  it('has a tier, each cited and with measures, in both languages', () => {
    expect(row.tiers.length).toBeGreaterThan(0);
    expect(new Set(row.tiers.map(({ tier }) => tier)).size).toBe(row.tiers.length);
    for (const { citation, measures } of row.tiers) {
      expect(citation.text).not.toBe('');
      expect(measures.length).toBeGreaterThan(0);
      expect(new Set(measures.map(({ kind }) => kind)).size).toBe(measures.length);
    }
    for (const text of [row.zh, row.en, row.repair.zh, row.repair.en]) expect(text.trim()).not.toBe('');
    expect(row.appliesTo.length).toBeGreaterThan(0);
  });

  it('carries a penalty only by an act that may set one, read in full', () => {
    if (!carriesPenalty(row)) return;
    expect(row.regime).not.toBe('association');
    for (const { citation } of row.tiers) {
      expect(citation.verification).toBe('V');
      expect(citation.text).toMatch(/^(专利代理条例|专利代理管理办法|商标法|商标代理监督管理规定).*第.+条/);
    }
  });

  it('measures a fine by a range or by the gains, and a suspension by months', () => {
    for (const measure of row.tiers.flatMap(({ measures }) => measures)) {
      const { kind, fine, timesGains, months } = measure;
      expect(fine !== undefined || timesGains !== undefined).toBe(kind === 'fine');
      expect(months !== undefined).toBe(kind === 'suspension');
      for (const range of [fine, timesGains, months])
        if (range !== undefined) expect(range.min).toBeLessThanOrEqual(range.max);
    }
  });

  it('leaves suspension and revocation to CNIPA, trademark penalties to the market regulator', () => {
    for (const { authority, measures } of row.tiers) {
      const kinds = measures.map(({ kind }) => kind);
      if (kinds.includes('suspension') || kinds.includes('revocation')) expect(authority).toBe('cnipa');
      if (authority === 'office' && row.regime === 'trademark')
        expect(kinds.filter((kind) => penalties.includes(kind))).toEqual([]);
      expect(authority === 'association').toBe(row.regime === 'association');
    }
  });

  it('names conducts and grounds of listing that exist', () => {
    for (const conduct of row.conducts) expect(conductCodes).toContain(conduct);
    for (const ground of row.listing ?? []) expect(listingGrounds.map(({ rule }) => rule)).toContain(ground);
  });
});

test.each([OLD_LAW, NEW_LAW])('every conduct of the public form is at least one entry on %s', (day) => {
  const without = conductCodes.filter((conduct) => entriesOfConduct(conduct, day).length === 0);
  expect(without).toEqual([]);
});

test('the nine cases of article 51 and the three forms of article 52 are entries of their own', () => {
  const citing = (text: string) => rows.filter(({ citation }) => citation.text.includes(text));
  const nine = [...'一二三四五六七八九'].map((item) => citing(`第五十一条第${item}项`).length);
  expect(nine).toEqual(Array(9).fill(1));
  expect([...'一二三'].map((item) => citing(`第五十二条第${item}项`).length)).toEqual([1, 1, 1]);
});

test('the law of trademarks changes between the two days, and with it what an agency can be fined', () => {
  const fines = (code: string, day: typeof OLD_LAW) =>
    catalogueRow(code, day)?.tiers.map(({ tier, measures }) => [
      tier,
      measures.map(({ kind }) => kind),
      measures.find(({ kind }) => kind === 'fine')?.fine,
    ]);
  expect(fines('trademark.forged', OLD_LAW)).toEqual([
    ['basic', ['correct', 'warning', 'fine'], { min: yuan(10_000), max: yuan(100_000) }],
  ]);
  expect(fines('trademark.forged', NEW_LAW)).toEqual([
    ['basic', ['correct', 'fine'], { min: yuan(10_000), max: yuan(100_000) }],
    ['serious', ['correct', 'fine'], { min: yuan(100_000), max: yuan(200_000) }],
  ]);
  expect(catalogueRow('trademark.practitioner', OLD_LAW)).toBeUndefined();
  expect(catalogueRow('trademark.practitioner', NEW_LAW)?.tiers).toHaveLength(2);
  expect(catalogueRow('trademark.forged', localDate('2019-10-31'))).toBeUndefined();
});

test('every code has a row today, and no code names another', () => {
  for (const code of catalogueCodes) expect(catalogueRow(code, NEW_LAW), code).toBeDefined();
  expect(catalogueRow('patent.no-such', NEW_LAW)).toBeUndefined();
});

test('the lists have seven and two grounds of their own, and three of the general rules', () => {
  expect(listingGrounds.filter(({ list }) => list === 'abnormal')).toHaveLength(7);
  expect(listingGrounds.filter(({ citation }) => citation.text.includes('第三十八条'))).toHaveLength(2);
});

test('repair asks for four papers, and for three conditions of a penalty', () => {
  expect(repairMaterials).toHaveLength(4);
  const of = (subject: 'penalty' | 'serious' | 'abnormal') =>
    repairConditions
      .filter(({ subjects }) => subjects.some((one) => one === subject))
      .map(({ rule }) => rule);
  expect(of('penalty')).toEqual(['performed', 'rectified', 'no-same-penalty']);
  expect(of('serious')).toEqual(['performed', 'rectified', 'no-heavy-penalty']);
  expect(of('abnormal')).toEqual(['cured']);
});

test('the numbers that no text gives carry the mark, those of a text do not', () => {
  for (const { rule, kind, citation } of penaltyParameters)
    expect(citation.verification === 'V', rule).toBe(kind === 'law');
  expect(penaltyParameters.filter(({ kind }) => kind === 'default').map(({ rule }) => rule)).toEqual([
    'discretion.lighter',
    'discretion.heavier',
  ]);
});

test('the terms of publicity are those of the table', () => {
  expect(
    publicityTerms.map((row) => [row.rule, 'shortest' in row ? row.shortest : undefined, row.longest]),
  ).toEqual([
    ['none', undefined, 3],
    ['minor', undefined, 3],
    ['ordinary', 3, 12],
    ['restriction', 12, 36],
    ['revocation', undefined, 36],
  ]);
});
