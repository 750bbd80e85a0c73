import { shanghaiDate } from '../../../shared/calendar/localDate.ts';
import type { StoredCasePaper } from '../../../shared/notice/casePaper.ts';
import { PENALTY_PURPOSE, readPartySubject } from '../../../shared/penalty/partyLink.ts';
import type { PenaltyCase, PenaltyStatus } from '../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { notFound } from '../../web/kit/http/respond.ts';
import type { WebResponse } from '../../web/kit/http/route.ts';
import type { LinkDeps } from '../linkDeps.ts';
import { instant, type LinkRequest } from '../linked.ts';

/** A case as its party has opened it. */
export interface OwnPenalty {
  readonly token: string;
  readonly state: PenaltyCase;
  readonly status: PenaltyStatus;
  /** `YYYY-MM-DDTHH:MM:SSZ` */
  readonly at: string;
  readonly today: ReturnType<typeof shanghaiDate>;
}

/** The case of a link; undefined for every link that is wrong, has ended, or is for something else. */
export async function openPartyLink(
  deps: Pick<LinkDeps, 'signed' | 'penalties'>,
  token: string,
  now: Date,
): Promise<OwnPenalty | undefined> {
  const opened = await deps.signed.open(token, PENALTY_PURPOSE, now);
  const id = opened.ok ? readPartySubject(opened.value.subject) : undefined;
  if (id === undefined) return undefined;
  const stored = await deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(id));
  if (stored === undefined) return undefined;
  const status = stored.status as PenaltyStatus;
  return { token, state: stored.state, status, at: instant(now), today: shanghaiDate(instant(now)) };
}

/** Opens the link of the request first; whatever is wrong with it looks like an address that does not exist. */
export function partyLinked(
  handle: (request: LinkRequest, own: OwnPenalty) => WebResponse | Promise<WebResponse>,
) {
  return async (request: LinkRequest): Promise<WebResponse> => {
    const own = await openPartyLink(request.deps, request.params['token'] ?? '', request.now);
    return own === undefined ? notFound() : handle(request, own);
  };
}

/** The papers of the case that are addressed to its party; no others are behind the link. */
export async function partyPapers(
  { casePapers }: Pick<LinkDeps, 'casePapers'>,
  { state }: OwnPenalty,
): Promise<readonly StoredCasePaper[]> {
  const papers = await casePapers.ofCase(penaltyCaseId(state.id));
  return papers.filter(({ state: paper }) => paper.recipient.type === 'party');
}
