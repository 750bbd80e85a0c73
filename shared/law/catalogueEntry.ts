import type { LocalDate } from '../calendar/localDate.ts';
import type { Fen } from '../money.ts';
import type { Authority, CatalogueRow, CatalogueTier, MeasureRange, TierCode } from './catalogueRow.ts';
import type { Citation } from './lawTable.ts';

/** What an article orders or lets an authority do, in the words in which it is read. */
export const must = (kind: MeasureRange['kind']): MeasureRange => ({ kind, need: 'must' });
export const may = (kind: MeasureRange['kind']): MeasureRange => ({ kind, need: 'may' });
/** Both ends inclusive, in fen; an article that names only the upper end starts at 0. */
export const fine = (need: MeasureRange['need'], min: Fen, max: Fen): MeasureRange => ({
  kind: 'fine',
  need,
  fine: { min, max },
});
export const suspension = (min: number, max: number): MeasureRange => ({
  kind: 'suspension',
  need: 'may',
  months: { min, max },
});

export const tier = (
  code: TierCode,
  authority: Authority,
  measures: readonly MeasureRange[],
  citation: Citation,
): CatalogueTier => ({ tier: code, authority, measures, citation });

/** What differs from entry to entry of one article. */
export type EntryText = {
  readonly zh: string;
  readonly en: string;
  readonly conducts: readonly string[];
  readonly citation: Citation;
  readonly repair: CatalogueRow['repair'];
  readonly listing?: readonly string[];
};

export function entry<Rule extends string>(
  rule: Rule,
  text: EntryText,
  frame: Pick<CatalogueRow, 'regime' | 'appliesTo' | 'tiers' | 'validFrom'> & {
    readonly validTo?: LocalDate;
  },
): CatalogueRow<Rule> {
  return { rule, ...text, ...frame };
}
