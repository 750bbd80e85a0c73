import { mayAct } from '../../../../shared/access/roles.ts';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../../../shared/complaint/complaintRows.ts';
import { filerMailId } from '../../../../shared/complaint/papers/filerMail.ts';
import { nameOf } from '../../../../shared/complaint/papers/formSources.ts';
import { tellOtherwise } from '../../../../shared/complaint/papers/tellOtherwise.ts';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute } from '../../kit/http/route.ts';
import { confidentialReaders, editors } from '../access.ts';
import { casePaperRoutes } from '../casePapers/routes.tsx';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { noticeCommandDeps } from '../notices/routes.tsx';
import { OpenPapersPage, PapersPage } from './papersPage.tsx';
import { complaintPapersPath, OPEN_PAPERS } from './paths.ts';

/** The papers of complaints and reports: what was issued, how it was served, and what is still to be done. */
export const complaintPaperRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: OPEN_PAPERS,
    access: confidentialReaders,
    handle: async ({ deps, user }) => {
      const [papers, mails] = await Promise.all([
        deps.complaintPapers.toServe(),
        deps.complaintPapers.toTell(),
      ]);
      return page(<OpenPapersPage papers={papers} mails={mails} edits={mayAct(user.roles, editors)} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/{id}/papers',
    access: confidentialReaders,
    handle: async ({ deps, params, user }) => {
      const id = params['id'] ?? '';
      const stored = await deps.draws.cases.load<ComplaintCase>(complaintCaseId(id));
      if (stored === undefined) return notFound();
      const [papers, mails] = await Promise.all([
        deps.complaintPapers.ofCase(id),
        deps.complaintPapers.mailsOf(id),
      ]);
      return page(
        <PapersPage
          id={id}
          number={nameOf(stored.state)}
          papers={papers}
          mails={mails}
          edits={mayAct(user.roles, editors)}
        />,
      );
    },
  }),
  ...casePaperRoutes({
    base: '/complaints',
    readers: confidentialReaders,
    papers: ({ complaintPapers }) => complaintPapers,
  }),
  staffRoute<ConsoleDeps>({
    method: 'POST',
    path: '/complaints/{id}/mails/{key}/told',
    access: editors,
    handle: async (request) => {
      const { params, deps, user } = request;
      const id = params['id'] ?? '';
      const { digest, at } = await noticeCommandDeps(request);
      const given = await tellOtherwise(
        { cases: deps.draws.cases, digest, at },
        filerMailId(id, params['key'] ?? ''),
        actorOf(user),
      );
      const path = complaintPapersPath(id);
      if (given.ok) return redirect(path, { code: 'complaintPapers.told' });
      return given.problems.some(({ code }) => code === 'filerMail.unknown') ? notFound() : conflict(path);
    },
  }),
];
