import { yearOf } from '../../shared/calendar/localDate.ts';
import type { StoredCase } from '../../shared/case/caseStore.ts';
import { papersOf } from '../../shared/inspection/papers/papersOf.ts';
import { type Notice, noticeId } from '../../shared/notice/notice.ts';
import { ownInspections } from './inspections/ownInspections.ts';
import type { LinkDeps, OpenedLink } from './linkDeps.ts';

type Deps = Pick<LinkDeps, 'cases' | 'visits' | 'inspectionLists'>;

/**
 * Ids of every notice that can have been written to the link's recipient: the draw's, then those of the inspections
 * that they may see. What is not written yet, or never, is left out when they are loaded.
 */
async function noticeIds(deps: Deps, link: OpenedLink): Promise<readonly string[]> {
  const { recipient } = link;
  const kind = recipient.type === 'agency' ? 'inspection' : 'assignment';
  const own = (await deps.visits(recipient.draw)).filter(({ uscc, seats }) =>
    recipient.type === 'agency'
      ? uscc === recipient.id
      : seats.some(({ inspectorId }) => inspectorId === recipient.id),
  );
  const drawn = own.map(({ no }) => noticeId(recipient.draw, kind, no, recipient.id));
  const later = (await ownInspections(deps, link)).flatMap(({ state }) => papersOf(state, recipient));
  return [...new Set([...drawn, ...later])];
}

/** What a notice is called in the address of its page: the year and the serial of its number. */
export function noticeName({ date, serial }: Notice): string {
  return `${yearOf(date)}-${serial}`;
}

/** The recipient's own notices, the draw's first and those of an inspection in the order of its occasions. */
export async function ownNotices(deps: Deps, link: OpenedLink): Promise<readonly StoredCase<Notice>[]> {
  const found = await Promise.all((await noticeIds(deps, link)).map((id) => deps.cases.load<Notice>(id)));
  return found.filter((notice) => notice !== undefined);
}
