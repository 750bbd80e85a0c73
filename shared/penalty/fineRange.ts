import type { LocalDate } from '../calendar/localDate.ts';
import type { CatalogueTier, Discretion, MeasureRange, Measures } from '../law/catalogueRow.ts';
import { parameterAt } from '../law/penaltyParameters.ts';
import type { Fen } from '../money.ts';

/** Both ends inclusive (令2号 art. 84). */
export interface FineRange {
  readonly min: Fen;
  readonly max: Fen;
}

/** The range of a fine in fen; of one measured by the gains undefined until these are known to be more than nothing. */
export function fineRangeOf(measure: MeasureRange, gains: Fen | undefined): FineRange | undefined {
  if (measure.timesGains === undefined) return measure.fine;
  if (gains === undefined || gains <= 0) return undefined;
  return { min: gains * measure.timesGains.min, max: gains * measure.timesGains.max };
}

/**
 * Where in its range an amount stands. Compared as integers: a share of a range in fen is rarely a whole number.
 *
 * @param on the day whose split of the range counts; without it the newest
 * @returns undefined above the range, and for nothing or less
 */
export function discretionOf(amount: Fen, range: FineRange, on?: LocalDate): Discretion | undefined {
  if (amount <= 0 || amount > range.max) return undefined;
  if (amount < range.min) return 'mitigated';
  const share = (amount - range.min) * 100;
  const width = range.max - range.min;
  if (share <= parameterAt('discretion.lighter', on) * width) return 'lighter';
  return share >= parameterAt('discretion.heavier', on) * width ? 'heavier' : 'ordinary';
}

/** Where the split of a range lies: the highest fine that is lighter, and the lowest that is heavier. */
export function fineSplit(
  { min, max }: FineRange,
  on?: LocalDate,
): { readonly lighterTo: Fen; readonly heavierFrom: Fen } {
  const part = (percent: number) => ((max - min) * percent) / 100;
  return {
    lighterTo: min + Math.floor(part(parameterAt('discretion.lighter', on))),
    heavierFrom: min + Math.ceil(part(parameterAt('discretion.heavier', on))),
  };
}

/**
 * The discretion that the fine of a charge amounts to: nobody has to say what the amount says. Below the range it is
 * mitigated only where something was weighed that mitigates (行政处罚法 art. 32); else the range refuses it.
 *
 * @param on the day whose split of the range counts; without it the newest
 */
export function discretionFor(
  { measures, gains }: { readonly measures: Measures; readonly gains?: Fen },
  tier: Pick<CatalogueTier, 'measures'>,
  mitigating: boolean,
  on?: LocalDate,
): Discretion {
  const range = tier.measures.find(({ kind }) => kind === 'fine');
  const limits = range === undefined ? undefined : fineRangeOf(range, gains);
  if (measures.fine === undefined || limits === undefined) return 'ordinary';
  const stands = discretionOf(measures.fine, limits, on);
  if (stands === 'mitigated') return mitigating ? 'mitigated' : 'lighter';
  return stands ?? 'heavier';
}
