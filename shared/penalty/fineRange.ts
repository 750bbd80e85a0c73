import type { LocalDate } from '../calendar/localDate.ts';
import type { Discretion, MeasureRange } from '../law/catalogueRow.ts';
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
