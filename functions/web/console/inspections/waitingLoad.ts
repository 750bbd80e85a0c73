import { mayAct } from '../../../../shared/access/roles.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import type { Person } from './offers.ts';
import { type Waiting, waitingFor } from './waiting.ts';

/** Inspections in which something can wait for this person: those under way, or those of their teams. */
async function concerning(
  deps: Pick<ConsoleDeps, 'inspectionLists'>,
  user: Person,
): Promise<readonly StoredInspection[]> {
  const lists = deps.inspectionLists;
  const [office, own] = await Promise.all([
    mayAct(user.roles, ['supervisor', 'approver']) ? lists.underWay() : [],
    user.roles.includes('inspector') && user.inspectorId !== undefined
      ? lists.ofInspector(user.inspectorId)
      : [],
  ]);
  const seen = new Set(office.map(({ caseId }) => caseId));
  return [...office, ...own.filter(({ caseId }) => !seen.has(caseId))];
}

/** What waits for this person in all inspections, the earliest date first. */
export async function loadWaiting(
  deps: Pick<ConsoleDeps, 'inspectionLists'>,
  user: Person,
  now: Date,
): Promise<readonly Waiting[]> {
  return waitingFor(await concerning(deps, user), user, shanghaiDate(now));
}
