import { allUsers } from '../../../../shared/access/allUsers.ts';
import type { PlanDeps } from '../../../../shared/plan/planCommands.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';

/** Number of the draw that stands for a month: open or published, not voided. */
export async function standingDraw(deps: ConsoleDeps, month: string): Promise<string | undefined> {
  const lock = await deps.draws.desk.lock(month);
  return lock === undefined || lock.voids.includes(lock.draw) ? undefined : lock.draw;
}

/** What the commands of a plan work with. */
export function planDeps(deps: ConsoleDeps): PlanDeps {
  const { cases, auditKey, now } = deps.draws;
  return {
    cases,
    auditKey,
    now,
    plans: deps.plans,
    register: deps.register,
    calendar: deps.calendar,
    users: async (ids) =>
      (await allUsers(deps.users))
        .filter(({ userId }) => ids.includes(userId))
        .map(({ userId, roles, disabledAt }) => ({ id: userId, roles, disabled: disabledAt !== undefined })),
    standingDraw: (month) => standingDraw(deps, month),
  };
}
