import QRCode from 'qrcode';
import { signLink } from '../../../../shared/access/signedLink.ts';
import { penaltyPaperMessages } from '../../../../shared/messages/penaltyPapers.ts';
import { type CasePaper, kindPrefix } from '../../../../shared/notice/casePaper.ts';
import { partyLinkClaim, partyPath, penaltyOf } from '../../../../shared/penalty/partyLink.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { PENALTY_PREFIX, penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import type { PaperLink } from '../../papers/noticePaper.tsx';
import { casePaperRoutes } from '../casePapers/paperRoutes.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { penaltyReaders } from '../penalties/penaltyAccess.ts';
import { OPEN_PENALTY_PAPERS, penaltyName } from '../penaltyPaths.ts';
import { OpenPenaltyPapersPage, PenaltyPapersPage } from './pages.tsx';
import { serveInCase } from './serve.ts';

/** The party's link as the paper of its day bears it; only what is for the party has one. */
async function partyLink(deps: ConsoleDeps, paper: CasePaper): Promise<PaperLink | undefined> {
  const id = penaltyOf(paper.case);
  if (id === undefined || paper.recipient.type !== 'party') return undefined;
  const token = signLink(partyLinkClaim(id, paper.date), await deps.linkHmac());
  const address = `${deps.publicUrl}${partyPath(token)}`;
  return {
    // The paper is written in Chinese, whoever prints it.
    label: penaltyPaperMessages['penaltyPapers.link'].zh,
    address,
    image: await QRCode.toDataURL(address, { margin: 1, width: 336 }),
  };
}

/** The papers of penalty cases: what was issued, how it was served, and what is still to be done. */
export const penaltyPaperRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: OPEN_PENALTY_PAPERS,
    access: penaltyReaders,
    handle: async ({ deps }) =>
      page(<OpenPenaltyPapersPage papers={await deps.casePapers.toServe(kindPrefix(PENALTY_PREFIX))} />),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/{id}/papers',
    access: penaltyReaders,
    handle: async ({ deps, params }) => {
      const id = params['id'] ?? '';
      const stored = await deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(id));
      if (stored === undefined) return notFound();
      const papers = await deps.casePapers.ofCase(stored.caseId);
      return page(<PenaltyPapersPage id={id} number={penaltyName(stored.state)} papers={papers} />);
    },
  }),
  ...casePaperRoutes({
    base: '/penalties',
    readers: penaltyReaders,
    caseIdOf: penaltyCaseId,
    link: partyLink,
    serve: serveInCase,
  }),
];
