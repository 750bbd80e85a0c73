import * as z from 'zod/mini';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { count, label, readShape } from './shape.ts';

/** The plan of a draw: rates of the cells, alternates, rules of the teams (DR-1 §1.3). */

/** Rates are integers in millionths. */
export const MILLION = 1_000_000;

export const cellSchema = z.strictObject({
  cell: label,
  /** Rate in millionths; 0 = listed but never drawn, 1,000,000 = every one (必查). */
  ppm: count,
  round: z.enum(['exact', 'ceil']),
  /** At least so many, if the cell has them. */
  min: z.exactOptional(count),
});

export const teamSchema = z.strictObject({
  district: z.enum(['any', 'cross', 'home']),
  /** Seats above the balanced level that an inspector may be dealt. */
  slack: count,
  /** Kind of agency → seats, each the list of qualifications it asks; seat 1 is the leader's. */
  seats: z.record(label, z.array(z.array(label))),
  /** Reserved: nothing is relaxed in v1 (DR-1 §1.11.10). */
  relax: z.exactOptional(z.array(z.unknown()).check(z.maxLength(0))),
});

export const planSchema = z.strictObject({
  v: z.literal('dr1/plan'),
  suite: z.enum(['sha256', 'sm3']),
  cells: z.array(cellSchema),
  /** Alternates listed per cell. */
  alternates: count,
  team: z.exactOptional(teamSchema),
});

export type PlanCell = z.infer<typeof cellSchema>;
export type TeamPlan = z.infer<typeof teamSchema>;
export type DistrictRule = TeamPlan['district'];
export type Plan = z.infer<typeof planSchema>;

/** What a plan of the right form may still not say (DR-1 §1.11.6). */
export function planProblems(plan: Plan): Problem[] {
  const seen = new Set<string>();
  return plan.cells.flatMap((cell, i) => {
    const field = `cells.${i}`;
    const problems: Problem[] = [];
    if (seen.has(cell.cell))
      problems.push({ code: 'draw.plan.repeatedCell', params: { cell: cell.cell }, field });
    if (cell.ppm > MILLION)
      problems.push({ code: 'draw.plan.rateAboveOne', params: { cell: cell.cell }, field });
    if (cell.min !== undefined && cell.ppm === 0)
      problems.push({ code: 'draw.plan.minWithoutRate', params: { cell: cell.cell }, field });
    seen.add(cell.cell);
    return problems;
  });
}

/** A plan, or everything that is wrong with it. */
export function readPlan(value: unknown): Result<Plan> {
  const shape = readShape(planSchema, value);
  if (!shape.ok) return shape;
  const problems = planProblems(shape.value);
  return problems.length === 0 ? ok(shape.value) : refuse(...problems);
}
