import { tellDates } from '../calendar/storedDeadline.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { expirePublicity, restoreRecord } from './cancelling.ts';
import { carryOutRepair } from './carryingOut.ts';
import { type DecideRepair, giveRepair } from './command.ts';
import { deadlineKindRow } from './deadlineKinds.ts';
import { activeDeadlines, recounted } from './deadlines.ts';
import type { RepairDeps, RepairLists, StoredRepair } from './ports.ts';
import { isOpen, type RepairCase, type RepairStatus } from './repairCase.ts';
import { nextMoment, publicityEndsAt, repairCaseId, waitsForSystem } from './repairRows.ts';

/** Reminds of what is due on the next working day, escalates what is overdue, each once. */
export const look: DecideRepair<undefined> = (repair, _input, { at, status, calendar }) => {
  const { deadlines, papers } = tellDates({
    deadlines: repair.deadlines,
    active: activeDeadlines(repair, status),
    recount: (stored) => (stored.deadline.provisional ? recounted(stored, repair, calendar) : stored),
    whom: deadlineKindRow,
    at,
  });
  const same = deadlines === repair.deadlines;
  return ok({ to: status, state: same ? repair : { ...repair, deadlines }, papers });
};

/** A decision that was made and not carried out: cut off, or refused by a record that was busy. */
function carryOn(
  deps: RepairDeps,
  { state, status }: StoredRepair,
): Promise<Result<StoredRepair>> | undefined {
  if (!waitsForSystem(state, status as RepairStatus)) return undefined;
  return status === 'granted' ? carryOutRepair(deps, state.id) : restoreRecord(deps, state.id);
}

/**
 * What time alone does to one application: it carries out what was decided, ends what is published of it, reminds and
 * escalates. When nothing is left to do now it is put off until something is.
 *
 * @returns the refusal of a decision that could not be carried out, after its dates were looked at
 */
export async function lookAt(
  deps: RepairDeps & { readonly lists: Pick<RepairLists, 'postpone'> },
  id: string,
): Promise<Result<StoredRepair>> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  let stored = await deps.cases.load<RepairCase>(repairCaseId(id));
  const carried = stored === undefined ? undefined : await carryOn(deps, stored);
  if (carried?.ok === true) stored = carried.value;
  const over = stored === undefined ? undefined : publicityEndsAt(stored.state);
  if (over !== undefined && over <= at) {
    const ended = await giveRepair(deps, id, 'expire-publicity', expirePublicity, undefined, SYSTEM);
    if (!ended.ok) return ended;
    stored = ended.value;
  }
  if (stored !== undefined && isOpen(stored.status as RepairStatus, stored.state)) {
    const looked = await giveRepair(deps, id, 'look', look, undefined, SYSTEM);
    if (!looked.ok) return looked;
    stored = looked.value;
  }
  if (carried?.ok === false) return carried;
  if (stored === undefined) return giveRepair(deps, id, 'look', look, undefined, SYSTEM);
  const next = nextMoment(stored.state, stored.status as RepairStatus, at);
  if (next !== undefined) await deps.lists.postpone(stored, next);
  return ok(stored);
}
