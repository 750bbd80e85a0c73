import QRCode from 'qrcode';
import { signLink } from '../../../../shared/access/signedLink.ts';
import { casePaperMessages } from '../../../../shared/messages/casePapers.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';
import { nameOf } from '../../../../shared/penalty/papers/paperSources.ts';
import { partyLinkClaim, partyPath } from '../../../../shared/penalty/partyLink.ts';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import { notFound, page } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import type { PaperLink } from '../../papers/noticePaper.tsx';
import { penaltyReaders } from '../access.ts';
import { caseOf } from '../casePapers/paths.ts';
import { casePaperRoutes } from '../casePapers/routes.tsx';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { OpenPenaltyPapersPage, PenaltyPapersPage } from './pages.tsx';
import { OPEN_PENALTY_PAPERS } from './paths.ts';
import { serveInCase } from './serve.ts';

/** The party's link as the paper of its day bears it; only what is for the party has one. */
async function partyLink(deps: ConsoleDeps, paper: CasePaper): Promise<PaperLink | undefined> {
  if (paper.recipient.type !== 'party') return undefined;
  const token = signLink(partyLinkClaim(caseOf(paper), paper.date), await deps.linkHmac());
  const address = `${deps.publicUrl}${partyPath(token)}`;
  return {
    // The paper is written in Chinese, whoever prints it.
    label: casePaperMessages['penaltyPapers.link'].zh,
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
    handle: async ({ deps }) => page(<OpenPenaltyPapersPage papers={await deps.penaltyPapers.toServe()} />),
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/{id}/papers',
    access: penaltyReaders,
    handle: async ({ deps, params }) => {
      const id = params['id'] ?? '';
      const stored = await deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(id));
      if (stored === undefined) return notFound();
      const papers = await deps.penaltyPapers.ofCase(id);
      return page(<PenaltyPapersPage id={id} number={nameOf(stored.state)} papers={papers} />);
    },
  }),
  ...casePaperRoutes({
    base: '/penalties',
    readers: penaltyReaders,
    papers: ({ penaltyPapers }) => penaltyPapers,
    link: partyLink,
    serve: serveInCase,
  }),
];
