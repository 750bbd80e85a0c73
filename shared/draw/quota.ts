import { MILLION, type PlanCell } from './plan.ts';
import { type KeyedHash, uniform } from './seed.ts';

/** How many are drawn from each cell (DR-1 §1.7, §1.11.6). */

/** `u = Uniform(KB("quota"), "u", 10^6)` */
export function quotaOffset(quotaKey: KeyedHash): number {
  return uniform(quotaKey, 'u', MILLION);
}

/** ⌊x / 10^6⌋ without a floating quotient, which can round up to the next integer. */
function wholeMillions(x: number): number {
  return (x - (x % MILLION)) / MILLION;
}

/**
 * n per cell for cells with `sizes` rows. `exact` walks one line of length Σ N·ppm with a mark at every
 * million, shifted by u, so that neighbours and totals are right to less than one; `ceil` and `min` stand
 * beside that line and never move it.
 */
export function quotas(cells: readonly PlanCell[], sizes: readonly number[], u: number): number[] {
  let walked = 0;
  return cells.map((cell, i) => {
    const size = sizes[i] ?? 0;
    const length = size * cell.ppm;
    let n = wholeMillions(length + MILLION - 1);
    if (cell.round === 'exact') {
      n = wholeMillions(walked + length + u) - wholeMillions(walked + u);
      walked += length;
    }
    return cell.min === undefined ? n : Math.max(n, Math.min(cell.min, size));
  });
}
