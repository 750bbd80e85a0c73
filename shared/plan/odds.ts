import { MILLION, type PlanCell } from '../draw/plan.ts';
import { quotas } from '../draw/quota.ts';
import type { Cells } from './cells.ts';
import type { MonthPlan } from './monthPlan.ts';

/** What one cell can expect of the draw, before any randomness exists. */
export interface CellOdds {
  readonly cell: string;
  /** Number of agencies. */
  readonly size: number;
  /** Expected number of visits. */
  readonly expected: number;
  /** Fewest and most visits that any outcome gives the cell. */
  readonly low: number;
  readonly high: number;
  /** Chance of each of its agencies in this draw, 0 … 1. */
  readonly odds: number;
  /** Chance of at least one visit in the draws from this month to December. */
  readonly thisYear: number;
}

/** What one agency can expect. `undefined` odds are those of an agency in no pool. */
export interface AgencyOdds extends CellOdds {
  readonly uscc: string;
  /** Draws from this month to December that `thisYear` counts. */
  readonly draws: number;
}

/**
 * The distribution of n in one cell: ⌊x⌋ or ⌊x⌋ + 1 with the probability of its fraction, because u is uniform
 * (DR-1 §1.7); `ceil` is fixed; `min` lifts both.
 */
function quotaOf({ ppm, round, min }: PlanCell, size: number) {
  const x = size * ppm;
  const rest = x % MILLION;
  const floor = (x - rest) / MILLION;
  const lift = (n: number) => (min === undefined ? n : Math.max(n, Math.min(min, size)));
  const high = lift(rest === 0 ? floor : floor + 1);
  if (round === 'ceil') return { low: high, high, expected: high };
  const low = lift(floor);
  // In millionths, so that the sum over agencies is the sum over cells exactly.
  return { low, high, expected: (low * (MILLION - rest) + high * rest) / MILLION };
}

/** Draws of the year that are still to come, this month's included. */
export function drawsLeft(plan: Pick<MonthPlan, 'month'>): number {
  return 13 - Number(plan.month.slice(5, 7));
}

/**
 * Odds of every cell. `thisYear` assumes that the agency stays in its cell and every month up to December is
 * drawn at the same rate; after a visit its recency and with it the rate changes, which this does not count.
 */
export function cellOdds(cells: Cells, plan: Pick<MonthPlan, 'month'>): CellOdds[] {
  const draws = drawsLeft(plan);
  return cells.cells.map((cell) => {
    const size = cell.agencies.length;
    const { low, high, expected } = quotaOf(cell.plan, size);
    const odds = size === 0 ? 0 : expected / size;
    return { cell: cell.name, size, expected, low, high, odds, thisYear: 1 - (1 - odds) ** draws };
  });
}

/** Odds by uscc, for every agency in the pool. */
export function agencyOdds(cells: Cells, plan: Pick<MonthPlan, 'month'>): ReadonlyMap<string, AgencyOdds> {
  const draws = drawsLeft(plan);
  const byCell = new Map(cellOdds(cells, plan).map((odds) => [odds.cell, odds]));
  return new Map(
    [...cells.cellOf].flatMap(([uscc, cell]) => {
      const odds = byCell.get(cell);
      return odds === undefined ? [] : [[uscc, { ...odds, uscc, draws }] as const];
    }),
  );
}

/** Fewest and most visits of the whole draw over every possible u; `mandatory` visits are not counted. */
export function totalRange(cells: Cells): { readonly low: number; readonly high: number } {
  const plans = cells.cells.map((cell) => cell.plan);
  const sizes = cells.cells.map((cell) => cell.agencies.length);
  const counted = cells.cells.map(({ name }) => name !== 'listed');
  const totals = turningPoints(plans, sizes).map((u) =>
    quotas(plans, sizes, u).reduce((sum, n, i) => sum + (counted[i] === true ? n : 0), 0),
  );
  return { low: Math.min(...totals), high: Math.max(...totals) };
}

/** The u at which some cell's quota changes: between two of them nothing does. */
function turningPoints(plans: readonly PlanCell[], sizes: readonly number[]): number[] {
  let walked = 0;
  const points = new Set([0]);
  plans.forEach((cell, i) => {
    if (cell.round !== 'exact') return;
    walked += (sizes[i] ?? 0) * cell.ppm;
    points.add((MILLION - (walked % MILLION)) % MILLION);
  });
  return [...points];
}
