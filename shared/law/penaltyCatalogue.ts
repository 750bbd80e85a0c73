import type { LocalDate } from '../calendar/localDate.ts';
import { associationCatalogue } from './associationCatalogue.ts';
import type { CatalogueRow } from './catalogueRow.ts';
import { type LawTable, lawAt, ruleAt } from './lawTable.ts';
import { patentCatalogue } from './patentCatalogue.ts';
import { patentListingCatalogue } from './patentListingCatalogue.ts';
import { practitionerCatalogue } from './practitionerCatalogue.ts';
import { trademarkCatalogue } from './trademarkCatalogue.ts';
import { trademarkRulesCatalogue } from './trademarkRulesCatalogue.ts';

const versions = [
  ...patentCatalogue,
  ...practitionerCatalogue,
  ...patentListingCatalogue,
  ...trademarkCatalogue,
  ...trademarkRulesCatalogue,
  ...associationCatalogue,
] as const;

/** Code of an entry; it outlives the versions of its row. */
export type CatalogueCode = (typeof versions)[number]['rule'];

/** The negative list (负面清单) of agencies and persons: every version of every entry. */
export const penaltyCatalogue: LawTable<CatalogueRow<CatalogueCode>> = versions;

export const catalogueCodes = [...new Set(versions.map(({ rule }) => rule))] as [
  CatalogueCode,
  ...CatalogueCode[],
];

/** The version of an entry in force on a day, or undefined when there was none. */
export function catalogueRow(code: string, date: LocalDate): CatalogueRow | undefined {
  const table: LawTable<CatalogueRow> = penaltyCatalogue;
  return ruleAt(table, code, date);
}

/** The entries of a day that can be what somebody was accused of. */
export function entriesOfConduct(conduct: string, date: LocalDate): readonly CatalogueRow[] {
  return lawAt<CatalogueRow>(penaltyCatalogue, date).filter(({ conducts }) => conducts.includes(conduct));
}
