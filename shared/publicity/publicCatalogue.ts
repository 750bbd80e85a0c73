import { addDays, type LocalDate } from '../calendar/localDate.ts';
import type { CatalogueRow, CatalogueTier, Measures, PublicationClass } from '../law/catalogueRow.ts';
import { publicationClasses } from '../law/catalogueRow.ts';
import { isUnverified, type LawTable, lawAt, lawVersion } from '../law/lawTable.ts';
import { penaltyKinds } from '../penalty/measureChecks.ts';
import { publicationClassOf } from '../penalty/publicationTerms.ts';
import { jsonFile, type SiteFile } from './siteFile.ts';

/** How an entry stands against the period before. */
export type EntryChange = 'new' | 'other' | 'same';

export interface CatalogueEntry {
  readonly row: CatalogueRow;
  readonly change: EntryChange;
}

/** A time in which the catalogue is the same: every change of any entry begins another one. */
export interface CataloguePeriod {
  readonly from: LocalDate;
  /** Last day; absent while no change is known. */
  readonly to?: LocalDate;
  readonly entries: readonly CatalogueEntry[];
  /** How many entries of the period before are gone. */
  readonly ended: number;
}

/** The catalogue by the times in which it is in force, those to come included, the newest first. */
export function cataloguePeriods(table: LawTable<CatalogueRow>): readonly CataloguePeriod[] {
  const starts = table.flatMap(({ validFrom, validTo }) =>
    validTo === undefined ? [validFrom] : [validFrom, addDays(validTo, 1)],
  );
  const days = [...new Set(starts)].sort();
  return days
    .map((from, i): CataloguePeriod => {
      const before = i === 0 ? [] : lawAt(table, days[i - 1] ?? from);
      const rows = lawAt(table, from);
      const next = days[i + 1];
      const earlier = new Map(before.map((row) => [row.rule, row]));
      const codes = new Set(rows.map(({ rule }) => rule));
      return {
        from,
        ...(next === undefined ? {} : { to: addDays(next, -1) }),
        entries: rows.map((row) => ({ row, change: changeOf(row, earlier.get(row.rule)) })),
        ended: before.filter(({ rule }) => !codes.has(rule)).length,
      };
    })
    .filter(({ entries }) => entries.length > 0)
    .reverse();
}

function changeOf(row: CatalogueRow, before: CatalogueRow | undefined): EntryChange {
  if (before === undefined) return 'new';
  return before === row ? 'same' : 'other';
}

/** More than any limit of a minor fine, and less. */
const GREAT = Number.MAX_SAFE_INTEGER;
const SMALL = 1;

/**
 * The classes in which a decision under this tier can be published: those of every decision that the tier allows. A
 * tier without any penalty has none.
 */
export function classesOfTier(
  { appliesTo }: Pick<CatalogueRow, 'appliesTo'>,
  tier: CatalogueTier,
): readonly PublicationClass[] {
  const kinds = tier.measures.filter(({ kind }) => penaltyKinds.includes(kind));
  if (kinds.length === 0) return [];
  const chosen = kinds.reduce<readonly (typeof kinds)[]>(
    (all, range) => [...(range.need === 'may' ? all : []), ...all.map((some) => [...some, range])],
    [[]],
  );
  const [kind = 'agency'] = appliesTo;
  const found = chosen
    .filter((some) => some.length > 0)
    .flatMap((some) =>
      ([SMALL, GREAT] as const).map((amount) => {
        const measures: Measures = Object.fromEntries(
          some.map((range) => [range.kind, range.kind === 'warning' ? true : amount]),
        );
        const discretion = amount === SMALL ? ('lighter' as const) : ('heavier' as const);
        return publicationClassOf([{ measures, discretion }], { kind });
      }),
    );
  return publicationClasses.filter((one) => found.includes(one));
}

/** Every version of every entry as a file; an end that the law leaves open is `null`. */
export function catalogueFile(table: LawTable<CatalogueRow>): SiteFile {
  const open = (value: number) => (Number.isFinite(value) ? value : null);
  const entries = table.map((row) => ({
    ...row,
    version: lawVersion(row),
    unverified: isUnverified(row),
    tiers: row.tiers.map((tier) => ({
      ...tier,
      classes: classesOfTier(row, tier),
      measures: tier.measures.map(({ months, ...measure }) => ({
        ...measure,
        ...(months === undefined ? {} : { months: { min: months.min, max: open(months.max) } }),
      })),
    })),
  }));
  return jsonFile('data/catalogue.json', { v: 'catalogue/1', money: 'fen', entries });
}
