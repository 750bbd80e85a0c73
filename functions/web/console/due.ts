import { mayAct } from '../../../shared/access/roles.ts';
import type { User } from '../../../shared/access/user.ts';
import { shanghaiDate, yearOf } from '../../../shared/calendar/localDate.ts';
import { instantOf } from '../../../shared/draw/ceremony/command.ts';
import { text } from '../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import type { DueItem } from '../kit/context.tsx';
import { readers } from './access.ts';
import type { ConsoleDeps } from './consoleDeps.ts';
import { drawReaders, drawRows } from './draws/routes.tsx';
import { waitingDraws } from './home/routes.tsx';

/** What waits for this person, for the line on top of every page. */
export async function dueFor(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: ConsoleDeps;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  const draws = mayAct(user.roles, drawReaders)
    ? waitingDraws(await drawRows(deps), user, lang, instantOf(now)).length
    : 0;
  const toDraw = { href: '/', label: text(lang, 'drawPage.due'), count: draws, overdue: 0 };
  if (!mayAct(user.roles, readers)) return [toDraw];
  const [notices, orders] = await Promise.all([deps.notices.countOpen(), ordersFor(person)]);
  return [
    toDraw,
    { href: '/targeted', label: text(lang, 'console.due.targeted'), count: orders, overdue: 0 },
    { href: '/notices?view=open', label: text(lang, 'console.due.serve'), count: notices, overdue: 0 },
  ];
}

/** Targeted orders of this year: the approver decides on those that are ordered, a supervisor draws for the approved. */
async function ordersFor({
  user,
  deps,
  now,
}: {
  readonly user: User;
  readonly deps: ConsoleDeps;
  readonly now: Date;
}): Promise<number> {
  const year = yearOf(shanghaiDate(now));
  const counts = await Promise.all([
    user.roles.includes('approver') ? deps.targetedOrders.count(year, 'ordered') : 0,
    user.roles.includes('supervisor') ? deps.targetedOrders.count(year, 'approved') : 0,
  ]);
  return counts.reduce((sum, one) => sum + one, 0);
}
