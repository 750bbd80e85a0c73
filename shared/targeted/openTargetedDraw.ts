import { monthOf, shanghaiDate } from '../calendar/localDate.ts';
import { instantOf } from '../draw/ceremony/command.ts';
import type { Actor, Moment } from '../draw/ceremony/decision.ts';
import type { DrawCase } from '../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../draw/ceremony/drawRows.ts';
import {
  freshCase,
  lotteryTooNear,
  nextNumber,
  type Opened,
  openingCommit,
} from '../draw/ceremony/newDraw.ts';
import type { OpenDeps } from '../draw/ceremony/open.ts';
import type { LastSource } from '../plan/monthPlan.ts';
import { planStands } from '../plan/planStore.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { agencyProblems, termsProblems } from './orderChecks.ts';
import { assigned } from './ordersOfDraw.ts';
import type { TargetedDeps } from './ports.ts';
import { type OrderStatus, orderCaseId, type StoredOrder, type TargetedOrder } from './targetedOrder.ts';
import { targetedPlan, targetsOf } from './targetedPlan.ts';

const ATTEMPTS = 12;
/** Most orders of one draw: each takes two of the hundred items of a transaction. */
export const MOST_ORDERS = 30;

export interface TargetedOpenDeps extends OpenDeps {
  readonly register: TargetedDeps['register'];
}

export interface TargetedOpening {
  /** Numbers of approved orders. */
  readonly orders: readonly string[];
  readonly lastSource: LastSource;
  readonly witnessNames: Readonly<Record<string, string>>;
  /** Prefix of the number: the code of the office. */
  readonly office: string;
}

/**
 * Opens a draw of inspectors for the agencies of approved orders. The orders move in the transaction that makes the
 * draw, so an order is in one standing draw only, and pressing again, by whomever, answers the draw that is there.
 * The plan is made from the published plan of the current month.
 *
 * Problems: `targeted.role`, `targeted.orders.none`, `targeted.orders.many`, `targeted.unknown`,
 * `targeted.orders.status`, those of the checks on agency and terms, `targeted.plan.missing`,
 * `targeted.lottery.past`, `ceremony.busy`.
 */
export async function openTargetedDraw(
  deps: TargetedOpenDeps,
  opening: TargetedOpening,
  actor: Actor,
): Promise<Result<Opened>> {
  if (!actor.roles.includes('supervisor')) return problem('targeted.role');
  const numbers = [...new Set(opening.orders)].sort();
  if (numbers.length === 0) return problem('targeted.orders.none', undefined, 'orders');
  if (numbers.length > MOST_ORDERS) return problem('targeted.orders.many', { max: MOST_ORDERS }, 'orders');
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const instant = deps.now();
    const at = instantOf(instant);
    const today = shanghaiDate(instant);
    const loaded = await loadOrders(deps, numbers);
    if (!loaded.ok) return loaded;
    const orders = loaded.value;
    const there = await drawOf(deps, orders);
    if (there !== undefined) return ok({ number: there, fresh: false });
    const problems = await obstacles(deps, orders, today);
    if (problems.length > 0) {
      if (await stillAs(deps, orders)) return refuse(...problems);
      continue;
    }
    const month = monthOf(today);
    const mark = await deps.plans.mark(month);
    const planned = await deps.plans.plan(month);
    if (mark === undefined || planned?.status !== 'published')
      return problem('targeted.plan.missing', { month }, 'orders');
    if (lotteryTooNear(opening.lastSource, 'targeted', at))
      return problem('targeted.lottery.past', undefined, 'lastSource.at');
    const targets = targetsOf(
      orders.map(({ state }) => state),
      today,
    );
    const plan = targetedPlan(planned.state.plan, targets, opening.lastSource);
    const { number, row } = await nextNumber(deps.desk, 'targeted', opening.office, at);
    const moment: Moment = { actor, at, status: 'planned' };
    const draw = { kind: 'targeted' as const, number, plan, targets, witnessNames: opening.witnessNames };
    const state = freshCase(draw, moment, await repeated(deps, orders));
    const key = await deps.auditKey();
    const outcome = await deps.cases.commit({
      ...openingCommit(state, [row, planStands(month, mark)], moment, key),
      linked: orders.map((order) => assigned(order, number, actor, at, key)),
    });
    if (outcome.ok) {
      await Promise.all([deps.kick.start(number), deps.kick.publish()]);
      return ok({ number, fresh: true });
    }
  }
  return problem('ceremony.busy');
}

async function loadOrders(
  { cases }: Pick<TargetedOpenDeps, 'cases'>,
  numbers: readonly string[],
): Promise<Result<readonly StoredOrder[]>> {
  const orders: StoredOrder[] = [];
  for (const number of numbers) {
    const order = await cases.load<TargetedOrder>(orderCaseId(number));
    if (order === undefined) return problem('targeted.unknown', { number }, 'orders');
    orders.push(order);
  }
  return ok(orders);
}

/**
 * Whether none of the orders moved while they were read one after the other. A reading across somebody else's opening
 * shows one order free and the next one taken: no refusal may rest on that.
 */
async function stillAs({ cases }: TargetedOpenDeps, orders: readonly StoredOrder[]): Promise<boolean> {
  const now = await Promise.all(
    orders.map(({ state }) => cases.load<TargetedOrder>(orderCaseId(state.number))),
  );
  return now.every((one, i) => one?.version === orders[i]?.version);
}

/** The orders of a draw, sorted. */
function ordersOf(draw: DrawCase): string {
  return (draw.targets ?? [])
    .flatMap(({ orders }) => orders)
    .sort()
    .join();
}

/** The standing draw that was opened from exactly these orders: what a second press leads to. */
async function drawOf(deps: TargetedOpenDeps, orders: readonly StoredOrder[]): Promise<string | undefined> {
  const number = orders[0]?.state.draw;
  if (number === undefined || orders.some(({ state }) => state.draw !== number)) return undefined;
  const draw = await deps.cases.load<DrawCase>(drawCaseId(number));
  const same = draw !== undefined && ordersOf(draw.state) === orders.map(({ state }) => state.number).join();
  return same ? number : undefined;
}

/**
 * The voided draw that this one repeats: the last of each of these orders, and opened from exactly these. What was
 * sealed for it is used again, so that a void is no way to seal something else.
 */
async function repeated(deps: TargetedOpenDeps, orders: readonly StoredOrder[]) {
  const last = orders[0]?.state.voids.at(-1);
  if (last === undefined || orders.some(({ state }) => state.voids.at(-1) !== last)) return undefined;
  const draw = await deps.cases.load<DrawCase>(drawCaseId(last));
  const same = draw !== undefined && ordersOf(draw.state) === orders.map(({ state }) => state.number).join();
  return same ? draw : undefined;
}

/** What keeps one of the orders from being drawn today. */
async function obstacles(
  { register }: TargetedOpenDeps,
  orders: readonly StoredOrder[],
  today: ReturnType<typeof shanghaiDate>,
): Promise<readonly Problem[]> {
  const items = await register.items();
  const found = await Promise.all(
    orders.map(async ({ status, state }): Promise<readonly Problem[]> => {
      const { number, uscc, ground, terms } = state;
      if ((status as OrderStatus) !== 'approved' || terms === undefined)
        return [{ code: 'targeted.orders.status', params: { number } }];
      const agency = (await register.agency(uscc))?.value;
      const gone = agencyProblems(uscc, agency, ground, today);
      if (agency === undefined || gone.length > 0) return gone;
      return termsProblems(terms, { agency, ground, items, today });
    }),
  );
  return found.flat().map((one) => ({ ...one, field: 'orders' }));
}
