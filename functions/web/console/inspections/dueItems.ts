import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import type { DueItem } from '../../kit/context.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { listReaders } from './inspectionAccess.ts';
import { words } from './inspectionWords.ts';
import { type Wait, waits } from './waiting.ts';
import { loadWaiting } from './waitingLoad.ts';

/** What waits for this person in inspections, one line per kind of act, with how many have passed their date. */
export async function inspectionsDue(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: Pick<ConsoleDeps, 'inspectionLists'>;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  const today = shanghaiDate(now);
  const waiting = await loadWaiting(deps, user, now);
  // An inspector has no list of the office: what waits stands on the page of the own visits.
  const href = (what: Wait) =>
    mayAct(user.roles, listReaders) ? `/inspections?view=mine&wait=${what}` : '/assignments';
  return waits.map((what) => {
    const ofKind = waiting.filter((one) => one.what === what);
    return {
      href: href(what),
      label: words(lang, `inspectionPage.wait.${what}`),
      count: ofKind.length,
      overdue: ofKind.filter(({ deadline }) => (deadline?.deadline.dueLegal ?? today) < today).length,
    };
  });
}
