import { mayAct } from '../../../shared/access/roles.ts';
import type { User } from '../../../shared/access/user.ts';
import { text } from '../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { DueItem } from '../kit/context.tsx';
import { readers } from './access.ts';
import type { ConsoleDeps } from './consoleDeps.ts';

/** What waits for this person, for the line on top of every page: two counts, no reading of rows. */
export async function dueFor(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: ConsoleDeps;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps } = person;
  if (!mayAct(user.roles, readers)) return [];
  const count = await deps.notices.countOpen();
  return [{ href: '/notices?view=open', label: text(lang, 'console.due.serve'), count, overdue: 0 }];
}
