import { allUsers } from '../../shared/access/allUsers.ts';
import type { UserStore } from '../../shared/access/user.ts';
import { monthOf, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { firstWorkingDayOfMonth, type WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import { SYSTEM } from '../../shared/draw/ceremony/decision.ts';
import { type OpenDeps, openDraw } from '../../shared/draw/ceremony/open.ts';
import { dependencies } from './dependencies.ts';

export interface OpenerDeps extends OpenDeps {
  readonly users: UserStore;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly officeCode: string;
}

/**
 * Opens the draw of the month on its first working day, if the month's plan is published. Called every
 * morning, because the first working day may be a make-up Saturday; opening twice opens once.
 *
 * @returns the number of the draw, or why none was opened
 */
export async function openOfMonth(
  deps: OpenerDeps,
): Promise<{ readonly opened: string } | { readonly none: 'not-the-day' | 'no-plan' | 'no-calendar' }> {
  const today = shanghaiDate(deps.now());
  const month = monthOf(today);
  const first = firstWorkingDayOfMonth(month, await deps.calendar());
  // Without the year's holiday table the day would be a guess; a person opens the draw.
  if (first.provisional) return { none: 'no-calendar' };
  if (first.value !== today) return { none: 'not-the-day' };
  const users = await allUsers(deps.users);
  const witnessNames = Object.fromEntries(users.map(({ userId, name }) => [userId, name]));
  const opened = await openDraw(deps, { month, kind: 'draw', witnessNames, office: deps.officeCode }, SYSTEM);
  if (!opened.ok && opened.problems.some(({ code }) => code === 'ceremony.plan.missing'))
    return { none: 'no-plan' };
  if (!opened.ok) throw new Error(opened.problems.map(({ code }) => code).join(', '));
  return { opened: opened.value.number };
}

export const handler = () => openOfMonth(dependencies());
