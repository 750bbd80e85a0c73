import { type PlanStore, planStands } from '../../plan/planStore.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { instantOf, type StoredDraw } from './command.ts';
import type { Actor, Moment } from './decision.ts';
import type { DrawCase, DrawKindOfCase } from './drawCase.ts';
import { drawCaseId, lockRow } from './drawRows.ts';
import { freshCase, lotteryTooNear, nextNumber, type Opened, openingCommit } from './newDraw.ts';
import { type DrawDeps, type MonthLock, standingDraw } from './ports.ts';

const ATTEMPTS = 12;

export interface OpenDeps extends DrawDeps {
  readonly plans: Pick<PlanStore, 'plan' | 'mark'>;
}

export interface OpenOrder {
  readonly month: string;
  /** A targeted draw is opened from its orders, not from a month. */
  readonly kind: Exclude<DrawKindOfCase, 'targeted'>;
  /** Names of the witnesses by user id, as they stand in the record of the ceremony. */
  readonly witnessNames: Readonly<Record<string, string>>;
  /** Prefix of the number: the code of the office. */
  readonly office: string;
}

/**
 * Opens the draw of a month. However often and by however many people the button is pressed, there is one
 * draw: the month's lock row is written in the same transaction as the case. A further press is counted.
 */
export async function openDraw(deps: OpenDeps, order: OpenOrder, actor: Actor): Promise<Result<Opened>> {
  const { month, kind } = order;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const at = instantOf(deps.now());
    const lock = kind === 'draw' ? await deps.desk.lock(month) : undefined;
    const standing = lock === undefined ? undefined : standingDraw(lock);
    if (standing !== undefined) {
      await deps.desk.countPress(month);
      return ok({ number: standing, fresh: false });
    }
    // The mark first: a plan that is taken back after this moves it, and the commit below fails.
    const mark = await deps.plans.mark(month);
    const planned = await deps.plans.plan(month);
    if (mark === undefined || planned?.status !== 'published')
      return problem('ceremony.plan.missing', { month }, 'month');
    const { plan } = planned.state;
    if (lotteryTooNear(plan.lastSource, kind, at))
      return problem('ceremony.plan.lottery.past', undefined, 'month');
    const { number, row } = await nextNumber(deps.desk, kind, order.office, at);
    const moment: Moment = { actor, at, status: 'planned' };
    const draw = { kind, number, plan, witnessNames: order.witnessNames };
    const state = freshCase(draw, moment, await repeatedDraw(deps, lock));
    const rows = kind === 'draw' ? [row, monthLock(month, number, lock), planStands(month, mark)] : [row];
    const outcome = await deps.cases.commit(openingCommit(state, rows, moment, await deps.auditKey()));
    if (outcome.ok) {
      await Promise.all([deps.kick.start(number), deps.kick.publish()]);
      return ok({ number, fresh: true });
    }
  }
  return problem('ceremony.busy');
}

function monthLock(month: string, number: string, before: MonthLock | undefined) {
  const lock: MonthLock = { draw: number, presses: 1, voids: before?.voids ?? [] };
  return {
    row: lockRow(month, lock),
    expect: before === undefined ? ('absent' as const) : { draw: before.draw },
  };
}

async function repeatedDraw(deps: DrawDeps, lock: MonthLock | undefined): Promise<StoredDraw | undefined> {
  return lock === undefined ? undefined : await deps.cases.load<DrawCase>(drawCaseId(lock.draw));
}
