import { type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type DecideRepair, type DecideRepairLater, giveRepair } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { decide } from './deciding.ts';
import type { RepairDeps, StoredRepair } from './ports.ts';
import { repairCaseId } from './repairRows.ts';

/**
 * What a granted repair brings about wherever this office decides: the record leaves our own site, its fact weighs less in
 * the risk class, and the credit system is asked to stop, which it does within three working days of being told (令107号
 * art. 25(2); whether that binds it here is open).
 */
export const carryOut =
  ({ subjects }: Pick<RepairDeps, 'subjects'>): DecideRepairLater<undefined> =>
  async (repair, _input, moment) => {
    const { kind, id } = repair.subject;
    const port = subjects[kind];
    if (port === undefined) return problem('repair.subject.kind');
    const on = shanghaiDate(moment.at);
    const ended = await port.end(id, on, moment.at);
    if (!ended.ok) return ended;
    const rest = withoutDeadline(repair.deadlines, 'apply');
    const credit = deadlineOf('credit', on, repair, moment.calendar);
    return ok({
      to: 'carried-out',
      state: {
        ...repair,
        carriedOut: { ...actOf(moment), on },
        // The credit system knows nobody without a 统一社会信用代码: there is nothing to wait for.
        deadlines: repair.applicant.uscc === undefined ? rest : withDeadline(rest, credit),
      },
      linked: ended.value,
    });
  };

/** The record was found gone from the credit system: by a person who looked, or by the daily comparison. */
export const confirmStopped: DecideRepair<{ readonly on: LocalDate }> = (repair, { on }, moment) => {
  const { carriedOut, creditStopped } = repair;
  if (creditStopped !== undefined) return ok({ to: moment.status, state: repair });
  if (on > shanghaiDate(moment.at)) return problem('repair.day.future', undefined, 'on');
  if (carriedOut === undefined || on < carriedOut.on) return problem('repair.day.early', undefined, 'on');
  return ok({
    to: moment.status,
    state: {
      ...repair,
      creditStopped: { ...actOf(moment), on },
      deadlines: withoutDeadline(repair.deadlines, 'credit'),
    },
  });
};

/** Carries out what was granted; done already, it changes nothing. */
export async function carryOutRepair(deps: RepairDeps, id: string): Promise<Result<StoredRepair>> {
  const given = await giveRepair(deps, id, 'carry-out', carryOut(deps), undefined, SYSTEM);
  if (given.ok) return given;
  const stored = await deps.cases.load<StoredRepair['state']>(repairCaseId(id));
  return stored?.status === 'carried-out' ? ok(stored) : given;
}

/**
 * The second person decides, and what was granted is carried out at once. The decision stands by itself: cut off or refused
 * in between, the sweep carries it out.
 */
export async function decideRepair(
  deps: RepairDeps,
  id: string,
  input: { readonly agrees: boolean; readonly reason: string },
  actor: Actor,
): Promise<Result<StoredRepair>> {
  const decided = await giveRepair(deps, id, 'decide', decide(deps), input, actor);
  if (!decided.ok || decided.value.status !== 'granted') return decided;
  const carried = await carryOutRepair(deps, id).catch(() => undefined);
  return carried?.ok === true ? carried : decided;
}
