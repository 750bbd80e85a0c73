import { isOverdue, tellDates } from '../calendar/storedDeadline.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { type DecideInspection, giveInspection } from './command.ts';
import { deadlineKindRow } from './deadlineKinds.ts';
import { activeDeadlines, recounted } from './deadlines.ts';
import type { InspectionStatus } from './inspectionCase.ts';
import { nextMoment, takeDownAt } from './inspectionRows.ts';
import type { InspectionDeps, InspectionLists, StoredInspection } from './ports.ts';
import { takeDown } from './publishing.ts';
import { expireRectification } from './rectifying.ts';

/**
 * Reminds of what is due on the next working day, escalates what is overdue, each once, and counts provisional
 * dates anew by the tables as they are now.
 */
export const look: DecideInspection<undefined> = (inspection, _input, { at, status, calendar }) => {
  const { deadlines, papers } = tellDates({
    deadlines: inspection.deadlines,
    active: activeDeadlines(inspection, status),
    recount: (stored) => recounted(stored, inspection, calendar),
    whom: deadlineKindRow,
    at,
  });
  const same = deadlines === inspection.deadlines;
  return ok({ to: status, state: same ? inspection : { ...inspection, deadlines }, papers });
};

/**
 * What time alone does to one inspection, in order: its dates are told, its waits end, its result comes down. When
 * nothing is left to do now it is put off until something is.
 */
export async function lookAt(
  deps: InspectionDeps & { readonly lists: Pick<InspectionLists, 'postpone'> },
  number: string,
): Promise<Result<StoredInspection>> {
  const looked = await giveInspection(deps, number, 'look', look, undefined, SYSTEM);
  if (!looked.ok) return looked;
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const { state, status } = looked.value;
  const rectify = state.deadlines.find(({ kind }) => kind === 'rectify');
  if (status === 'rectifying' && rectify !== undefined && isOverdue(rectify, at))
    return giveInspection(deps, number, 'expire-rectification', expireRectification, undefined, SYSTEM);
  const down = takeDownAt(state);
  if (down !== undefined && at >= down)
    return giveInspection(deps, number, 'take-down', takeDown, undefined, SYSTEM);
  const next = nextMoment(state, status as InspectionStatus, at);
  if (next !== undefined) await deps.lists.postpone(looked.value, next);
  return looked;
}
