import { mayAct } from '../../../../shared/access/roles.ts';
import type { User } from '../../../../shared/access/user.ts';
import { LISTING_PREFIX } from '../../../../shared/listing/listingRows.ts';
import { text } from '../../../../shared/messages/catalogue.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { kindPrefix } from '../../../../shared/notice/casePaper.ts';
import type { DueItem } from '../../kit/context.tsx';
import { confidentialReaders, editors } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { BOARD } from './listingWords.ts';
import { isLate, waitsFor } from './waiting.ts';

/** What waits for this person on the lists, and papers about them that somebody has to serve. */
export async function listingsDue(person: {
  readonly user: User;
  readonly lang: Lang;
  readonly deps: Pick<ConsoleDeps, 'listings' | 'casePapers'>;
  readonly now: Date;
}): Promise<readonly DueItem[]> {
  const { user, lang, deps, now } = person;
  if (!mayAct(user.roles, confidentialReaders)) return [];
  const [open, papers] = await Promise.all([
    deps.listings.open(),
    mayAct(user.roles, editors) ? deps.casePapers.countToServe(kindPrefix(LISTING_PREFIX)) : 0,
  ]);
  const at = now.toISOString();
  const mine = open.filter((one) => waitsFor(one, user, at));
  return [
    {
      href: BOARD,
      label: text(lang, 'listingPage.due'),
      count: mine.length,
      overdue: mine.filter((one) => isLate(one, at)).length,
    },
    { href: `${BOARD}/papers`, label: text(lang, 'listingPage.due.serve'), count: papers, overdue: 0 },
  ];
}
