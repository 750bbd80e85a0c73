import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { type LocalDate, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { activeDeadlines } from '../../../../shared/repair/deadlines.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import type { DueItem } from '../../kit/context.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { statusOf, waitOf, waits } from './offers.ts';
import { repairRoles, words } from './repairWords.ts';

export function isOverdueOn(stored: StoredRepair, today: LocalDate): boolean {
  return activeDeadlines(stored.state, statusOf(stored)).some(({ deadline }) => deadline.dueLegal < today);
}

/** What waits for this person in credit repair, one line per step, with how many have passed their date. */
export async function repairsDue(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: Pick<ConsoleDeps, 'repairs'>;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  if (!mayAct(user.roles, repairRoles)) return [];
  const today = shanghaiDate(now);
  const open = await deps.repairs.lists.openCases();
  return waits.map((wait) => {
    const waiting = open.filter((one) => waitOf(one, user) === wait);
    return {
      href: '/repairs',
      label: words(lang, `repairPage.wait.${wait}`),
      count: waiting.length,
      overdue: waiting.filter((one) => isOverdueOn(one, today)).length,
    };
  });
}
