import type { StoredCase } from '../../shared/case/caseStore.ts';
import type { Visit } from '../../shared/draw/ceremony/visit.ts';
import { type Notice, noticeId } from '../../shared/notice/notice.ts';
import type { LinkDeps, OpenedLink } from './linkDeps.ts';

/**
 * Ids of every notice that can have been written to the link's recipient, in the order in which they are shown.
 * What is not written yet, or never, is left out when they are loaded. The only place that knows which there are.
 */
function noticeIds({ recipient }: OpenedLink, visits: readonly Visit[]): readonly string[] {
  const kind = recipient.type === 'agency' ? 'inspection' : 'assignment';
  const own = visits.filter(({ uscc, seats }) =>
    recipient.type === 'agency'
      ? uscc === recipient.id
      : seats.some(({ inspectorId }) => inspectorId === recipient.id),
  );
  return own.map(({ no }) => noticeId(recipient.draw, kind, no, recipient.id));
}

/** What a notice is called in the address of its page: unique among the notices of one link. */
export function noticeName({ visit }: Notice): string {
  return String(visit);
}

/** The recipient's own notices of the draw, in the order of the visits. */
export async function ownNotices(
  deps: Pick<LinkDeps, 'cases' | 'visits'>,
  link: OpenedLink,
): Promise<readonly StoredCase<Notice>[]> {
  const ids = noticeIds(link, await deps.visits(link.recipient.draw));
  const found = await Promise.all(ids.map((id) => deps.cases.load<Notice>(id)));
  return found.filter((notice) => notice !== undefined);
}
