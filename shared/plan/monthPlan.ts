import * as z from 'zod';
import { districts } from '../register/district.ts';
import { codesOf, inspectorQuals, riskClasses } from '../register/vocabulary.ts';

/** How long ago an agency was last inspected; the bands are the plan's own. */
export const recencies = ['recent', 'earlier', 'long'] as const;
export type Recency = (typeof recencies)[number];

const any = z.literal('*');
const drawKinds = ['patent', 'trademark', 'dual'] as const;
const ppm = z.int({ error: 'plan.ppm.range' }).min(0, { error: 'plan.ppm.range' }).max(1_000_000, {
  error: 'plan.ppm.range',
});

/**
 * One line of the rate table; the first line that fits an agency gives its rate. `exact` keeps the rate
 * exactly in expectation, `ceil` is for a promise of 不低于 x % (DR-1 §8).
 */
export const rateRuleSchema = z.object({
  kind: z.union([any, z.enum(drawKinds)]),
  riskClass: z.union([any, codesOf(riskClasses)]),
  recency: z.union([any, z.enum(recencies)]),
  district: z.union([any, codesOf(districts)]),
  /** Rate in millionths: 50 000 is 5 %. */
  ppm,
  round: z.enum(['exact', 'ceil']),
  /** Fewest visits in each cell that the line makes. */
  min: z.int({ error: 'plan.min.range' }).min(1, { error: 'plan.min.range' }).max(999).exactOptional(),
});
export type RateRule = z.infer<typeof rateRuleSchema>;

const seat = z.array(codesOf(inspectorQuals)).min(1, { error: 'plan.seat.empty' });
/** At least two inspectors: 行政处罚法 art. 42; 企业公示信息抽查办法 art. 9. The first seat is the leader's. */
const seats = z.array(seat).min(2, { error: 'plan.seats.two' }).max(6, { error: 'plan.seats.six' });

export const witnessSeatSchema = z.object({
  /** Stands in the commitment: `official-a`, `notary`. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, { error: 'plan.witness.id' }),
  userId: z.string().min(1, { error: 'plan.witness.user' }),
});

/**
 * The last source: a public lottery drawn after the reveals, or twenty ten-sided dice thrown in the room.
 * Only lotteries with at least 2^24 outcomes: 双色球 and 大乐透 (DR-1 §1.5).
 */
export const lastSourceSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('lottery'),
    game: z.enum(['ssq', 'dlt']),
    issue: z.string().regex(/^\d{7}$/, { error: 'plan.lottery.issue' }),
    /** Instant of the lottery's own drawing. Reveals end before it; from it on the draw cannot be voided. */
    at: z.iso.datetime({ error: 'plan.lottery.at' }),
  }),
  z.object({ type: z.literal('dice') }),
]);
export type LastSource = z.infer<typeof lastSourceSchema>;

/**
 * The plan of one month, as the supervisor writes it. From it and the registers come the cells, the pools
 * and the dr1/plan that is sealed; nothing here is looked at after the commitment.
 */
export const monthPlanSchema = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'plan.month' }),
  title: z.string().trim().min(1, { error: 'plan.title' }).max(100, { error: 'plan.title' }),
  /** Items of the published list (随机抽查事项清单), each `code@version`. */
  items: z.array(z.string().regex(/^[^@]+@\d+$/)).min(1, { error: 'plan.items.none' }),
  rates: z.array(rateRuleSchema).min(1, { error: 'plan.rates.none' }).max(60),
  /** Whether each district is a cell of its own. */
  splitByDistrict: z.boolean(),
  /** Inspected less than `recentMonths` ago is recent, less than `earlierMonths` earlier, else long ago. */
  recentMonths: z.int().min(1).max(60),
  earlierMonths: z.int().min(1).max(120),
  /** Most visits an agency gets in a calendar year (国办发〔2024〕54号); at it, the agency is in a cell of rate 0. */
  yearlyCap: z.int({ error: 'plan.cap' }).min(1, { error: 'plan.cap' }).max(12),
  alternates: z.int().min(0).max(50),
  team: z.object({
    district: z.enum(['any', 'cross', 'home']),
    slack: z.int().min(0).max(10),
    seats: z.object({ patent: seats, trademark: seats, dual: seats }),
  }),
  /** Whether what is sealed about a drawn agency is opened with the result, in a file of its own. */
  openDrawnRows: z.boolean(),
  /** Length of the objection window in working days; DR-1 §1.4 recommends two. */
  objectionWorkingDays: z.int().min(0).max(10),
  /** Closed network: at least two officials and a notary (DR-1 §1.5). */
  witnesses: z.array(witnessSeatSchema).min(3, { error: 'plan.witnesses.three' }).max(9),
  lastSource: lastSourceSchema,
  /** First and last day of the visits. */
  visits: z.object({ from: z.iso.date(), to: z.iso.date() }),
});
export type MonthPlan = z.infer<typeof monthPlanSchema>;

/** How a plan names an item of the published list: `ZL-01@1`. */
export function itemRef(item: { readonly code: string; readonly version: number }): string {
  return `${item.code}@${item.version}`;
}
