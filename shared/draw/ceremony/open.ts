import { shanghaiDate, yearOf } from '../../calendar/localDate.ts';
import type { LastSource, MonthPlan } from '../../plan/monthPlan.ts';
import { type PlanStore, planStands } from '../../plan/planStore.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { drawCommit, instantOf, type StoredDraw } from './command.ts';
import type { Actor, Moment } from './decision.ts';
import type { DrawCase, DrawKindOfCase, VoidGround, WitnessSeat } from './drawCase.ts';
import { drawKinds } from './drawCase.ts';
import { EMPTY_LOG } from './drawLog.ts';
import { counterPut, drawCaseId, lockRow } from './drawRows.ts';
import { snapshotFacts } from './freeze.ts';
import { COMMIT_MARGIN_MS } from './margins.ts';
import { type DrawDeps, type MonthLock, standingDraw } from './ports.ts';

/** A void with one of these grounds takes the registers and the plan anew; any other keeps the sealed ones. */
const FRESH_SNAPSHOT: readonly VoidGround[] = ['register-wrong', 'plan-wrong'];
const ATTEMPTS = 12;

export interface OpenDeps extends DrawDeps {
  readonly plans: Pick<PlanStore, 'plan' | 'mark'>;
}

export interface OpenOrder {
  readonly month: string;
  readonly kind: DrawKindOfCase;
  /** Names of the witnesses by user id, as they stand in the record of the ceremony. */
  readonly witnessNames: Readonly<Record<string, string>>;
  /** Prefix of the number: the code of the office. */
  readonly office: string;
}

export interface Opened {
  readonly number: string;
  /** False when the draw of this month was there already: the press is counted, nothing else happens. */
  readonly fresh: boolean;
}

/**
 * Opens the draw of a month. However often and by however many people the button is pressed, there is one
 * draw: the month's lock row is written in the same transaction as the case.
 *
 * After a void, the same sealed registers and plan are committed again under a new number with new witness
 * values (DR-1 §1.5), unless the ground was that they were wrong.
 */
export async function openDraw(deps: OpenDeps, order: OpenOrder, actor: Actor): Promise<Result<Opened>> {
  const { month } = order;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const at = instantOf(deps.now());
    const lock = order.kind === 'draw' ? await deps.desk.lock(month) : undefined;
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
    const late = lotteryTooNear(plan.lastSource, order.kind, at);
    if (late) return problem('ceremony.plan.lottery.past', undefined, 'month');
    const year = yearOf(shanghaiDate(new Date(at)));
    const kind = drawKinds[order.kind];
    const sequence = `${kind.sequence}#${year}`;
    const last = await deps.desk.counter(sequence);
    const number = `${order.office}-${year}-${kind.mark}${String(last + 1).padStart(4, '0')}`;
    const repeated = await repeatedDraw(deps, lock);
    const moment: Moment = { actor, at, status: 'planned' };
    const state = freshCase(plan, order, number, moment, repeated);
    const commit = drawCommit(
      undefined,
      'open',
      {
        to: state.frozen === undefined ? 'planned' : 'witnessing',
        state,
        log: state.frozen === undefined ? [] : snapshotFacts(state.frozen),
        rows: [counterPut(sequence, last, 1)],
      },
      moment,
      await deps.auditKey(),
    );
    const rows = [
      ...(commit.rows ?? []),
      ...(order.kind === 'draw' ? [monthLock(month, number, lock), planStands(month, mark)] : []),
    ];
    const outcome = await deps.cases.commit({ ...commit, rows });
    if (outcome.ok) {
      await Promise.all([deps.kick.start(number), deps.kick.publish()]);
      return ok({ number, fresh: true });
    }
  }
  return problem('ceremony.busy');
}

/** A lottery that is over, or leaves no time for the commitment, would only end in a void. */
function lotteryTooNear(source: LastSource, kind: DrawKindOfCase, at: string): boolean {
  const margin = kind === 'draw' ? COMMIT_MARGIN_MS : 0;
  return source.type === 'lottery' && Date.parse(source.at) - margin <= Date.parse(at);
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

function freshCase(
  plan: MonthPlan,
  order: OpenOrder,
  number: string,
  { actor, at }: Moment,
  repeated: StoredDraw | undefined,
): DrawCase {
  const witnesses: WitnessSeat[] = plan.witnesses.map(({ id, userId }) => ({
    id,
    userId,
    name: order.witnessNames[userId] ?? userId,
  }));
  const base: DrawCase = {
    number,
    kind: order.kind,
    task: plan.month,
    plan,
    opened: { by: actor.userId, name: actor.name, at },
    snapshot: 0,
    objections: 0,
    witnesses,
    log: EMPTY_LOG,
  };
  if (repeated === undefined) return base;
  const { frozen, snapshot, voided } = repeated.state;
  const reuse =
    frozen !== undefined && voided !== undefined && !FRESH_SNAPSHOT.includes(voided.request.ground);
  return {
    ...base,
    repeats: repeated.state.number,
    ...(reuse
      ? {
          frozen,
          snapshot,
          // What is sealed stays; the witnesses and the lottery to come are those of the plan as it is now.
          plan: {
            ...repeated.state.plan,
            lastSource: plan.lastSource,
            witnesses: plan.witnesses,
          },
        }
      : {}),
  };
}
