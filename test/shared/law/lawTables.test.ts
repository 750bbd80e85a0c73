import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../shared/calendar/localDate.ts';
import { deadlineRules } from '../../../shared/law/deadlineRules.ts';
import { inspectionParameters } from '../../../shared/law/inspectionParameters.ts';
import { inspectionModes, publicityResults } from '../../../shared/law/inspectionVocabulary.ts';
import { isUnverified, type LawTable, lawAt, lawVersion, ruleAt } from '../../../shared/law/lawTable.ts';
import { seedInspectionItems } from '../../../shared/law/seedInspectionItems.ts';
import { inspectionMethods } from '../../../shared/register/vocabulary.ts';

const folder = resolve(import.meta.dirname, '../../../shared/law');

/** Every list of objects under `shared/law` is a table of law rows; lists of strings are codes. */
const modules = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map(async (name) => (await import(join(folder, name))) as Readonly<Record<string, unknown>>),
);

const isTable = (value: unknown): value is LawTable =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

const tables = new Map(
  modules.flatMap((module) =>
    Object.entries(module).filter((named): named is [string, LawTable] => isTable(named[1])),
  ),
);

it('finds every table, those of penalties too', () => {
  expect([...tables.keys()]).toEqual(
    expect.arrayContaining([
      'deadlineRules',
      'penaltyCatalogue',
      'penaltyParameters',
      'publicityTerms',
      'listingGrounds',
      'listingConsequences',
      'repairMaterials',
      'notPunishingGrounds',
      'notFiledGrounds',
      'conducts',
    ]),
  );
});

describe.each([...tables])('%s', (_, table) => {
  it('cites every row and gives it a period', () => {
    expect(table.length).toBeGreaterThan(0);
    for (const row of table) {
      expect(row.citation.text, row.rule).not.toBe('');
      expect(['V', 'P', 'M']).toContain(row.citation.verification);
      expect(row.validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      if (row.validTo !== undefined) expect(row.validTo >= row.validFrom, row.rule).toBe(true);
      if (row.citation.verification !== 'V') expect(row.citation.note, row.rule).toBeTruthy();
    }
  });

  it('has no two versions of one rule in force on one day, and no gap between them', () => {
    for (const rule of new Set(table.map((row) => row.rule))) {
      const versions = table
        .filter((row) => row.rule === rule)
        .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      versions.slice(1).forEach((next, i) => {
        const before = versions[i];
        expect(before?.validTo, `${rule} has an open end before ${next.validFrom}`).toBeDefined();
        expect(next.validFrom).toBe(before?.validTo && addDays(before.validTo, 1));
      });
    }
  });

  it('names every version once', () => {
    const names = table.map(lawVersion);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the lookup', () => {
  it('gives one row per rule on a date', () => {
    const rows = lawAt(deadlineRules, localDate('2026-06-01'));
    expect(new Set(rows.map((row) => row.rule)).size).toBe(rows.length);
    expect(rows.map((row) => row.rule)).not.toContain('report.tell_reporter');
    expect(ruleAt(inspectionParameters, 'team.minimum', localDate('2026-11-23'))?.value).toBe(2);
    expect(ruleAt(inspectionParameters, 'team.minimum', localDate('2021-07-14'))).toBeUndefined();
  });

  it('includes the first and the last day of a version', () => {
    const on = (day: string) => ruleAt(deadlineRules, 'complaint.accept', localDate(day));
    expect(on('2019-12-31')).toBeUndefined();
    expect(on('2020-01-01')?.validFrom).toBe('2020-01-01');
    expect(on('2026-04-14')?.validFrom).toBe('2020-01-01');
    expect(on('2026-04-15')?.validFrom).toBe('2026-04-15');
  });
});

describe('the tables of the inspection', () => {
  it('hold eight results, of which only “no problem found” stands alone', () => {
    expect(publicityResults).toHaveLength(8);
    expect(publicityResults.filter((row) => row.exclusive).map((row) => row.rule)).toEqual(['no_problem']);
  });

  it('name the modes as the register does', () => {
    expect(inspectionModes.map((row) => row.rule)).toEqual(inspectionMethods.map((term) => term.code));
  });

  it('seed the seven key items of art. 41 and the trademark set', () => {
    const kinds = (kind: 'patent' | 'trademark') =>
      seedInspectionItems.filter((row) => row.kinds.includes(kind)).length;
    expect([kinds('patent'), kinds('trademark')]).toEqual([7, 5]);
  });

  it('mark every number that no text gives as unverified', () => {
    for (const row of inspectionParameters) {
      if (row.kind === 'default') expect(isUnverified(row), row.rule).toBe(true);
    }
  });
});
