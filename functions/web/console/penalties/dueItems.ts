import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { DueItem } from '../../kit/context.tsx';
import { hrefWith } from '../../kit/links.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { readsPenalties } from './penaltyAccess.ts';
import { words } from './penaltyWords.ts';
import { isOverdueOn, waits, waitsFor } from './waiting.ts';

/** What waits for this person in penalty cases, one line per step, with how many have passed their date. */
export async function penaltiesDue(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: Pick<ConsoleDeps, 'penaltyLists'>;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  if (!readsPenalties(user)) return [];
  const today = shanghaiDate(now);
  const open = await deps.penaltyLists.openCases();
  return waits.map((wait) => {
    const waiting = open.filter((one) => waitsFor(one, user).includes(wait));
    return {
      href: hrefWith('/penalties', {}, { handler: 'mine', wait }),
      label: words(lang, 'penaltyPage.dueOf', { what: words(lang, `penaltyPage.wait.${wait}`) }),
      count: waiting.length,
      overdue: waiting.filter((one) => isOverdueOn(one, today)).length,
    };
  });
}
