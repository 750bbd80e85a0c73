import { daysBetween, type LocalDate } from '../calendar/localDate.ts';
import { parameterAt } from '../law/penaltyParameters.ts';
import type { Fen } from '../money.ts';

/**
 * What a fine grows by when it is paid late (行政处罚法 art. 72): daily, never above the fine itself. A part of a fen is
 * dropped, in favour of who pays.
 *
 * @param dueOn last day for paying, not counted itself
 * @param paidOn the day of payment, counted
 * @param resting days of a reconsideration or an action at court, which do not count (art. 73)
 */
export function lateFee(fine: Fen, dueOn: LocalDate, paidOn: LocalDate, resting = 0): Fen {
  const days = Math.max(0, daysBetween(dueOn, paidOn) - resting);
  const grown = Math.floor((fine * parameterAt('late.daily', dueOn) * days) / 100);
  return Math.min(grown, Math.floor((fine * parameterAt('late.most', dueOn)) / 100));
}
