import { requireSecondPerson } from '../access/fourEyes.ts';
import { shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import { type Actor, SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { fraudDates } from './bars.ts';
import { actOf, type DecideRepair, type DecideRepairLater, giveRepair, textOf } from './command.ts';
import { deadlineOf } from './deadlines.ts';
import { nextNumber } from './deciding.ts';
import type { RepairDeps, StoredRepair } from './ports.ts';
import { type RepairCase, waitingCancellation } from './repairCase.ts';

/** A repair that was got by concealing or falsifying is cancelled (令107号 art. 23). */

export const proposeCancellation: DecideRepair<{ readonly reason: string }> = (
  repair,
  { reason },
  moment,
) => {
  if (waitingCancellation(repair) !== undefined) return problem('repair.cancellation.waits');
  const read = textOf(reason, 'reason');
  if (!read.ok) return read;
  return ok({
    to: moment.status,
    state: { ...repair, cancellation: { reason: read.value, proposed: actOf(moment) } },
    ground: 'fraud',
    seal: { reason: read.value },
  });
};

/** Cancels it, or finds that there was no fraud. The cancellation is itself published, and bars the applicant. */
export const cancel =
  (
    deps: Pick<RepairDeps, 'desk' | 'prefix'>,
  ): DecideRepairLater<{ readonly agrees: boolean; readonly reason: string }> =>
  async (repair, { agrees, reason }, moment) => {
    const waiting = waitingCancellation(repair);
    if (waiting === undefined) return problem('repair.cancellation.none');
    const eyes = requireSecondPerson(waiting.proposed.by, moment.actor.userId);
    if (!eyes.ok) return eyes;
    if (!agrees) {
      const read = textOf(reason, 'reason');
      if (!read.ok) return read;
      const { cancellation: _gone, ...rest } = repair;
      const notes = [...repair.notes, { ...actOf(moment), text: read.value }];
      return ok({ to: moment.status, state: { ...rest, notes }, ground: 'sent-back' });
    }
    const on = shanghaiDate(moment.at);
    const { number, serial, row } = await nextNumber(deps, on);
    return ok({
      to: 'cancelled',
      state: {
        ...repair,
        cancellation: { ...waiting, decided: { ...actOf(moment), on, number, serial } },
        ...fraudDates(on),
        deadlines: withDeadline([], deadlineOf('apply', on, repair, moment.calendar)),
      },
      ground: 'fraud',
      rows: [row],
      papers: [{ key: 'cancellation', order: { type: 'form', form: 'cancellation' } }],
      publishes: true,
    });
  };

/** Puts the record back: its term runs anew from the day of the cancellation, whenever this is done. */
export const restore =
  ({ subjects }: Pick<RepairDeps, 'subjects'>): DecideRepairLater<undefined> =>
  async (repair, _input, moment) => {
    const { cancellation, subject } = repair;
    if (cancellation?.decided === undefined) return problem('repair.cancellation.none');
    if (cancellation.restored !== undefined) return ok({ to: moment.status, state: repair });
    const port = subjects[subject.kind];
    if (port === undefined) return problem('repair.subject.kind');
    const back = await port.restore(subject.id, cancellation.decided.on, moment.at);
    if (!back.ok) return back;
    const state: RepairCase = {
      ...repair,
      cancellation: { ...cancellation, restored: actOf(moment) },
      deadlines: [],
    };
    return ok({ to: moment.status, state, linked: back.value });
  };

export function restoreRecord(deps: RepairDeps, id: string): Promise<Result<StoredRepair>> {
  return giveRepair(deps, id, 'restore', restore(deps), undefined, SYSTEM);
}

/** The second person decides, and the record stands in public again at once; cut off in between, the sweep puts it back. */
export async function cancelRepair(
  deps: RepairDeps,
  id: string,
  input: { readonly agrees: boolean; readonly reason: string },
  actor: Actor,
): Promise<Result<StoredRepair>> {
  const decided = await giveRepair(deps, id, 'cancel', cancel(deps), input, actor);
  if (!decided.ok || decided.value.status !== 'cancelled') return decided;
  const restored = await restoreRecord(deps, id).catch(() => undefined);
  return restored?.ok === true ? restored : decided;
}

/** The three years are over: the refusal or cancellation comes down. */
export const expirePublicity: DecideRepair<undefined> = (repair, _input, moment) => {
  const { publishedUntil, ...rest } = repair;
  if (publishedUntil === undefined || publishedUntil >= shanghaiDate(moment.at))
    return ok({ to: moment.status, state: repair });
  return ok({ to: moment.status, state: rest, ground: 'expired', publishes: true });
};
