import { tellDates } from '../calendar/storedDeadline.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, type Result } from '../problem.ts';
import { type DecidePenalty, givePenalty } from './command.ts';
import { deadlineKindRow } from './deadlineKinds.ts';
import { activeDeadlines, recounted } from './deadlines.ts';
import { endWindow, windowOver } from './defending.ts';
import type { PenaltyCase, PenaltyStatus } from './penaltyCase.ts';
import { nextMoment, penaltyCaseId, publicityEndsAt } from './penaltyRows.ts';
import type { PenaltyDeps, PenaltyLists, StoredPenalty } from './ports.ts';
import { expirePublicity } from './publicity.ts';

/**
 * Reminds of what is due on the next working day, escalates what is overdue, each once, and counts provisional dates
 * anew by the tables as they are now.
 */
export const look: DecidePenalty<undefined> = (penalty, _input, { at, status, calendar }) => {
  const { deadlines, papers } = tellDates({
    deadlines: penalty.deadlines,
    active: activeDeadlines(penalty, status),
    recount: (stored) => (stored.deadline.provisional ? recounted(stored, penalty, calendar) : stored),
    whom: deadlineKindRow,
    at,
  });
  const same = deadlines === penalty.deadlines;
  // The party's own days are told in its papers; a mail goes out only where somebody is to be told.
  const told = papers.filter(({ order }) => order.audience.length > 0);
  return ok({ to: status, state: same ? penalty : { ...penalty, deadlines }, papers: told });
};

/**
 * What time alone does to one case: it ends the days of the party and the publicity, reminds and escalates. When nothing
 * is left to do now it is put off until something is.
 */
export async function lookAt(
  deps: PenaltyDeps & { readonly lists: Pick<PenaltyLists, 'postpone'> },
  id: string,
): Promise<Result<StoredPenalty>> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const stored = await deps.cases.load<PenaltyCase>(penaltyCaseId(id));
  if (stored?.status === 'defending' && windowOver(stored.state, at)) {
    const ended = await givePenalty(deps, id, 'end-window', endWindow, undefined, SYSTEM);
    if (!ended.ok) return ended;
  }
  const over = stored === undefined ? undefined : publicityEndsAt(stored.state);
  if (over !== undefined && over <= at) {
    const ended = await givePenalty(deps, id, 'expire-publicity', expirePublicity(deps), undefined, SYSTEM);
    if (!ended.ok) return ended;
  }
  const looked = await givePenalty(deps, id, 'look', look, undefined, SYSTEM);
  if (!looked.ok) return looked;
  const next = nextMoment(looked.value.state, looked.value.status as PenaltyStatus, at);
  if (next !== undefined) await deps.lists.postpone(looked.value, next);
  return looked;
}
