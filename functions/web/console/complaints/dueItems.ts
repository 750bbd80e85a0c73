import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { DueItem } from '../../kit/context.tsx';
import { hrefWith } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { deskRoles } from './complaintAccess.ts';
import { words } from './complaintWords.ts';
import { isOverdueOn, waits, waitsFor } from './waiting.ts';

/** What waits for this person in complaints and reports, one line per step, with how many have passed their date. */
export async function complaintsDue(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: Pick<ConsoleDeps, 'complaintLists'>;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  if (!mayAct(user.roles, deskRoles)) return [];
  const today = shanghaiDate(now);
  const open = await deps.complaintLists.openCases();
  return waits.map((wait) => {
    const waiting = open.filter((one) => waitsFor(one, user).includes(wait));
    return {
      href: hrefWith('/complaints', {}, { handler: 'mine', wait }),
      label: words(lang, `complaintPage.wait.${wait}`),
      count: waiting.length,
      overdue: waiting.filter((one) => isOverdueOn(one, today)).length,
    };
  });
}
