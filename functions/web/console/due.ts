import { mayAct } from '../../../shared/access/roles.ts';
import type { User } from '../../../shared/access/user.ts';
import { shanghaiDate, yearOf } from '../../../shared/calendar/localDate.ts';
import { instantOf } from '../../../shared/draw/ceremony/command.ts';
import { text } from '../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../shared/messages/message.ts';
import { kindPrefix } from '../../../shared/notice/casePaper.ts';
import { PENALTY_PREFIX } from '../../../shared/penalty/penaltyRows.ts';
import type { DueItem } from '../kit/context.tsx';
import { confidentialReaders, confirmers, editors, readers } from './access.ts';
import { pressingYears, toConfirm } from './calendar/waiting.ts';
import { OPEN_PAPERS } from './complaintPapers/paths.ts';
import { complaintsDue } from './complaints/dueItems.ts';
import type { ConsoleDeps } from './consoleDeps.ts';
import { decidesOnCredit } from './credit/routes.tsx';
import { drawReaders } from './draws/drawAccess.ts';
import { drawRows } from './draws/routes.tsx';
import { waitingDraws } from './home/routes.tsx';
import { inspectionsDue } from './inspections/dueItems.ts';
import { listingsDue } from './listings/dueItems.ts';
import { penaltiesDue } from './penalties/dueItems.ts';
import { OPEN_PENALTY_PAPERS } from './penaltyPaths.ts';
import { repairsDue } from './repairs/dueItems.ts';

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
  const cases = (
    await Promise.all([
      complaintsDue(person),
      inspectionsDue(person),
      penaltiesDue(person),
      listingsDue(person),
      repairsDue(person),
    ])
  ).flat();
  if (!mayAct(user.roles, readers)) return [toDraw, ...cases];
  const [count, forms, penaltyPapers, orders, years, credit] = await Promise.all([
    deps.notices.countOpen(),
    mayAct(user.roles, confidentialReaders) ? formsOpen(deps) : 0,
    deps.casePapers.countToServe(kindPrefix(PENALTY_PREFIX)),
    ordersFor(person),
    deps.holidays.list(),
    decidesOnCredit(user.roles) ? deps.credit.desk.countForPeople() : { entries: 0, differences: 0 },
  ]);
  const confirm = mayAct(user.roles, confirmers) ? toConfirm(years, user.userId).length : 0;
  const enter = mayAct(user.roles, editors) ? pressingYears(shanghaiDate(now), years).length : 0;
  return [
    toDraw,
    ...cases,
    { href: '/targeted', label: text(lang, 'console.due.targeted'), count: orders, overdue: 0 },
    { href: '/notices?view=open', label: text(lang, 'console.due.serve'), count, overdue: 0 },
    { href: OPEN_PAPERS, label: text(lang, 'complaintPapers.due'), count: forms, overdue: 0 },
    {
      href: '/credit',
      label: text(lang, 'creditPage.due'),
      count: credit.entries + credit.differences,
      overdue: 0,
    },
    { href: OPEN_PENALTY_PAPERS, label: text(lang, 'penaltyPapers.due'), count: penaltyPapers, overdue: 0 },
    { href: '/calendar', label: text(lang, 'calendarPage.due.confirm'), count: confirm, overdue: 0 },
    { href: '/calendar', label: text(lang, 'calendarPage.due.enter'), count: enter, overdue: 0 },
  ];
}

/** Papers on complaints and reports that somebody has to serve, and mails that did not reach a filer. */
async function formsOpen({ complaintPapers }: ConsoleDeps): Promise<number> {
  const counts = await Promise.all([complaintPapers.countToServe(), complaintPapers.countToTell()]);
  return counts[0] + counts[1];
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
