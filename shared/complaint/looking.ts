import { tellDates } from '../calendar/storedDeadline.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { type DecideComplaint, giveComplaint } from './command.ts';
import type { ComplaintStatus } from './complaintCase.ts';
import { deadlineKindRow } from './deadlineKinds.ts';
import { activeDeadlines, nextLook, recounted } from './deadlines.ts';
import type { ComplaintDeps, ComplaintLists, StoredComplaint } from './ports.ts';

/**
 * Reminds of what is due on the next working day, escalates what is overdue, each once, and counts provisional
 * dates anew by the tables as they are now.
 */
export const look: DecideComplaint<undefined> = (complaint, _input, { at, status, calendar }) => {
  const { deadlines, papers } = tellDates({
    deadlines: complaint.deadlines,
    active: activeDeadlines(complaint, status),
    recount: (stored) => (stored.deadline.provisional ? recounted(stored, complaint, calendar) : stored),
    whom: deadlineKindRow,
    at,
  });
  const same = deadlines === complaint.deadlines;
  return ok({ to: status, state: same ? complaint : { ...complaint, deadlines }, papers });
};

/** What time alone does to one case. When nothing is left to do now it is put off until something is. */
export async function lookAt(
  deps: ComplaintDeps & { readonly lists: Pick<ComplaintLists, 'postpone'> },
  id: string,
): Promise<Result<StoredComplaint>> {
  const looked = await giveComplaint(deps, id, 'look', look, undefined, SYSTEM);
  if (!looked.ok) return looked;
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const next = nextLook(looked.value.state, looked.value.status as ComplaintStatus, at);
  if (next !== undefined) await deps.lists.postpone(looked.value, next);
  return looked;
}
