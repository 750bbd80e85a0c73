import { endOfShanghaiDay, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { addWorkingDays, type WorkingCalendar } from '../calendar/workingDays.ts';
import { COMMIT_MARGIN_MS } from '../draw/ceremony/margins.ts';
import type { Problem } from '../problem.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { AgencyKind } from '../register/vocabulary.ts';
import { planDay } from './cells.ts';
import { itemRef, type MonthPlan, type RateRule } from './monthPlan.ts';
import type { WitnessUser } from './planCase.ts';

/** What a plan is checked against on the day it is published. */
export interface PlanSurroundings {
  readonly items: readonly InspectionItem[];
  readonly users: readonly WitnessUser[];
  readonly calendar: WorkingCalendar;
  /** Instant of the publication. */
  readonly at: string;
}

/** Everything that keeps a plan from being published; what is wrong with its form alone is found before. */
export function publishProblems(plan: MonthPlan, around: PlanSurroundings): Problem[] {
  return [
    ...rateProblems(plan),
    ...itemProblems(plan, around.items),
    ...openingProblems(plan, around.items),
    ...witnessProblems(plan, around.users),
    ...timeProblems(plan, around),
  ];
}

const DIMENSIONS = ['kind', 'riskClass', 'recency', 'district'] as const;

function shadows(earlier: RateRule, later: RateRule): boolean {
  return DIMENSIONS.every((name) => earlier[name] === '*' || earlier[name] === later[name]);
}

/** Faults of the rate table by itself: shown while a draft is being written, too. */
export function rateProblems(plan: MonthPlan): Problem[] {
  const problems: Problem[] = [];
  if (plan.recentMonths > plan.earlierMonths) {
    problems.push({ code: 'plan.recency.order', field: 'earlierMonths' });
  }
  plan.rates.forEach((line, i) => {
    if (line.min !== undefined && line.ppm === 0) {
      problems.push({
        code: 'plan.rates.min_without_rate',
        params: { line: i + 1 },
        field: `rates.${i}.min`,
      });
    }
    const by = plan.rates.slice(0, i).findIndex((earlier) => shadows(earlier, line));
    if (by >= 0) {
      problems.push({
        code: 'plan.rates.shadowed',
        params: { line: i + 1, by: by + 1 },
        field: `rates.${i}`,
      });
    }
  });
  return problems;
}

/** Kinds of agency of which somebody can be drawn. */
function drawnKinds(plan: MonthPlan): AgencyKind[] {
  const drawn = plan.rates.filter(({ ppm }) => ppm > 0);
  return (['patent', 'trademark'] as const).filter((kind) =>
    drawn.some((line) => line.kind === '*' || line.kind === kind || line.kind === 'dual'),
  );
}

/** What is not on the published list, or has no legal basis, may not be inspected (国办发〔2015〕58号 二(一)). */
function itemProblems(plan: MonthPlan, items: readonly InspectionItem[]): Problem[] {
  const byRef = new Map(items.map((item) => [itemRef(item), item]));
  const problems: Problem[] = [];
  const standing: InspectionItem[] = [];
  plan.items.forEach((ref, i) => {
    const field = `items.${i}`;
    const item = byRef.get(ref);
    if (item === undefined) problems.push({ code: 'plan.items.unknown', params: { item: ref }, field });
    else if (item.status !== 'published')
      problems.push({ code: 'plan.items.not_published', params: { item: ref, name: item.name }, field });
    else if (item.legalBasis.trim() === '')
      problems.push({ code: 'plan.items.no_basis', params: { item: ref, name: item.name }, field });
    else if (item.questions.length === 0)
      problems.push({ code: 'plan.items.no_questions', params: { item: ref, name: item.name }, field });
    else if (item.validFrom > plan.visits.from)
      problems.push({
        code: 'plan.items.not_yet_valid',
        params: { item: ref, name: item.name, from: item.validFrom },
        field,
      });
    else standing.push(item);
  });
  if (problems.length > 0) return problems;
  return drawnKinds(plan)
    .filter((kind) => !standing.some((item) => item.kinds.includes(kind)))
    .map((kind) => ({ code: `plan.items.none_for_${kind}`, field: 'items' }));
}

/** Rows opened with the result would announce what is to be inspected unannounced (DR-1 §8). */
function openingProblems(plan: MonthPlan, items: readonly InspectionItem[]): Problem[] {
  const silent = items.find(
    (item) => plan.items.includes(itemRef(item)) && item.method === 'onsite' && !item.announced,
  );
  return plan.openDrawnRows && silent !== undefined
    ? [{ code: 'plan.openDrawnRows.unannounced', params: { name: silent.name }, field: 'openDrawnRows' }]
    : [];
}

/** Closed network: two officials and a notary, three people (DR-1 §1.5). */
function witnessProblems(plan: MonthPlan, users: readonly WitnessUser[]): Problem[] {
  const byId = new Map(users.map((user) => [user.id, user]));
  const problems: Problem[] = [];
  plan.witnesses.forEach((seat, i) => {
    const field = `witnesses.${i}`;
    const user = byId.get(seat.userId);
    if (user === undefined) problems.push({ code: 'plan.witness.unknown', params: { seat: seat.id }, field });
    else if (user.disabled)
      problems.push({ code: 'plan.witness.disabled', params: { seat: seat.id }, field });
    else if (!user.roles.includes('official') && !user.roles.includes('notary'))
      problems.push({ code: 'plan.witness.role', params: { seat: seat.id }, field });
    if (plan.witnesses.findIndex(({ userId }) => userId === seat.userId) < i)
      problems.push({ code: 'plan.witness.twice', params: { seat: seat.id }, field });
    if (plan.witnesses.findIndex(({ id }) => id === seat.id) < i)
      problems.push({ code: 'plan.witness.same_seat', params: { seat: seat.id }, field });
  });
  if (problems.length > 0) return problems;
  const seated = [...new Set(plan.witnesses.map(({ userId }) => userId))].flatMap((id) => byId.get(id) ?? []);
  const officials = seated.filter(({ roles }) => roles.includes('official'));
  const notaries = seated.filter(({ roles }) => roles.includes('notary'));
  // Somebody may hold both roles, but sits in one of them only.
  const enough = notaries.some((notary) => officials.filter(({ id }) => id !== notary.id).length >= 2);
  return enough ? [] : [{ code: 'plan.witnesses.roles', field: 'witnesses' }];
}

/** The first instant at which the last source may fall if the registers were frozen now. */
export function earliestSource(
  plan: Pick<MonthPlan, 'objectionWorkingDays'>,
  calendar: WorkingCalendar,
  at: string,
): string {
  const lastDay = addWorkingDays(shanghaiDate(at), plan.objectionWorkingDays, calendar).value;
  const closed = Date.parse(endOfShanghaiDay(lastDay)) + COMMIT_MARGIN_MS;
  return `${new Date(closed).toISOString().slice(0, 19)}Z`;
}

/** `2026-12-08 01:00`, as the clock on the wall in Beijing shows it. */
function shanghaiClock(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function timeProblems(plan: MonthPlan, { calendar, at }: PlanSurroundings): Problem[] {
  const problems: Problem[] = [];
  const { from, to } = plan.visits as { from: LocalDate; to: LocalDate };
  if (to < from) problems.push({ code: 'plan.visits.order', field: 'visits.to' });
  if (from < planDay(plan)) problems.push({ code: 'plan.visits.before_month', field: 'visits.from' });
  const today = shanghaiDate(at);
  if (plan.lastSource.type === 'dice') {
    if (from < today) problems.push({ code: 'plan.visits.past', field: 'visits.from' });
    return problems;
  }
  const source = Date.parse(plan.lastSource.at);
  if (source <= Date.parse(at)) {
    problems.push({ code: 'plan.lottery.past', field: 'lastSource.at' });
  } else {
    const earliest = earliestSource(plan, calendar, at);
    if (source < Date.parse(earliest)) {
      problems.push({
        code: 'plan.lottery.too_soon',
        params: { earliest: shanghaiClock(earliest), days: plan.objectionWorkingDays },
        field: 'lastSource.at',
      });
    }
  }
  if (from < shanghaiDate(plan.lastSource.at)) {
    problems.push({ code: 'plan.visits.before_draw', field: 'visits.from' });
  }
  return problems;
}
