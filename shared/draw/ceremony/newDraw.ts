import { shanghaiDate, yearOf } from '../../calendar/localDate.ts';
import type { CaseCommit, RowPut } from '../../case/caseStore.ts';
import type { LastSource, MonthPlan } from '../../plan/monthPlan.ts';
import { drawCommit, type StoredDraw } from './command.ts';
import type { Moment } from './decision.ts';
import type { DrawCase, DrawKindOfCase, VoidGround, WitnessSeat } from './drawCase.ts';
import { drawKinds } from './drawCase.ts';
import { EMPTY_LOG } from './drawLog.ts';
import { counterPut } from './drawRows.ts';
import { snapshotFacts } from './freeze.ts';
import { COMMIT_MARGIN_MS } from './margins.ts';
import type { DrawDesk } from './ports.ts';
import type { Target } from './targets.ts';

/** A void with one of these grounds takes the registers and the plan anew; any other keeps the sealed ones. */
const FRESH_SNAPSHOT: readonly VoidGround[] = ['register-wrong', 'plan-wrong'];

export interface Opened {
  readonly number: string;
  /** False when the draw was there already: nothing else happens. */
  readonly fresh: boolean;
}

export interface NewDraw {
  readonly kind: DrawKindOfCase;
  readonly number: string;
  readonly plan: MonthPlan;
  readonly targets?: readonly Target[];
  /** Names of the witnesses by user id, as they stand in the record of the ceremony. */
  readonly witnessNames: Readonly<Record<string, string>>;
}

/** The next number of a kind of draw, and the row that takes it; each kind has a sequence of its own per year. */
export async function nextNumber(
  desk: Pick<DrawDesk, 'counter'>,
  kindOf: DrawKindOfCase,
  office: string,
  at: string,
): Promise<{ readonly number: string; readonly row: RowPut }> {
  const year = yearOf(shanghaiDate(new Date(at)));
  const kind = drawKinds[kindOf];
  const sequence = `${kind.sequence}#${year}`;
  const last = await desk.counter(sequence);
  return {
    number: `${office}-${year}-${kind.mark}${String(last + 1).padStart(4, '0')}`,
    row: counterPut(sequence, last, 1),
  };
}

/** A lottery that is over, or leaves no time for the commitment, would only end in a void. */
export function lotteryTooNear(source: LastSource, kind: DrawKindOfCase, at: string): boolean {
  const margin = kind === 'rehearsal' ? 0 : COMMIT_MARGIN_MS;
  return source.type === 'lottery' && Date.parse(source.at) - margin <= Date.parse(at);
}

/** The transaction that opens a draw. `rows` make it the only one: the counter, the lock of its month. */
export function openingCommit(
  state: DrawCase,
  rows: readonly RowPut[],
  moment: Moment,
  auditKey: Uint8Array,
): CaseCommit<DrawCase> {
  const sealed = state.frozen;
  const decision = {
    to: sealed === undefined ? ('planned' as const) : ('witnessing' as const),
    state,
    log: sealed === undefined ? [] : snapshotFacts(sealed),
    rows,
  };
  return drawCommit(undefined, 'open', decision, moment, auditKey);
}

/**
 * The case of a new draw. After a void, the same sealed registers and plan are committed again under a new number
 * with new witness values (DR-1 §1.5), unless the ground was that they were wrong.
 */
export function freshCase(
  { kind, number, plan, targets, witnessNames }: NewDraw,
  { actor, at }: Moment,
  repeated: StoredDraw | undefined,
): DrawCase {
  const witnesses: WitnessSeat[] = plan.witnesses.map(({ id, userId }) => ({
    id,
    userId,
    name: witnessNames[userId] ?? userId,
  }));
  const base: DrawCase = {
    number,
    kind,
    task: plan.month,
    plan,
    ...(targets === undefined ? {} : { targets }),
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
          plan: { ...repeated.state.plan, lastSource: plan.lastSource, witnesses: plan.witnesses },
        }
      : {}),
  };
}
