import { mayAct } from '../../../../shared/access/roles.ts';
import type { ComplaintCase } from '../../../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../../../shared/complaint/complaintRows.ts';
import { filerMailId } from '../../../../shared/complaint/papers/filerMail.ts';
import { nameOf } from '../../../../shared/complaint/papers/formSources.ts';
import type { StoredPaper } from '../../../../shared/complaint/papers/ports.ts';
import { tellOtherwise } from '../../../../shared/complaint/papers/tellOtherwise.ts';
import type { Problem } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { confidentialReaders, editors } from '../access.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { type NoticeAct, noticeActs } from '../notices/noticeActs.ts';
import { noticeCommandDeps } from '../notices/routes.tsx';
import { ComplaintPaperPage, OpenPapersPage, PapersPage, ServicePage } from './papersPage.tsx';
import { complaintPaperPath, complaintPapersPath, OPEN_PAPERS, paperName } from './paths.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** The paper of the address, found among those of its case: a made-up name finds nothing. */
async function paperOf({ deps, params }: Request): Promise<StoredPaper | undefined> {
  const papers = await deps.complaintPapers.ofCase(params['id'] ?? '');
  return papers.find(({ state }) => paperName(state) === params['key']);
}

function show(
  { user }: Request,
  stored: StoredPaper,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): WebResponse {
  return page(
    <ServicePage
      stored={stored}
      roles={user.roles}
      edits={mayAct(user.roles, editors)}
      {...(refused ?? {})}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

function act({ verb, give, done, mails }: NoticeAct): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `/complaints/{id}/papers/{key}/${verb}`,
    access: editors,
    handle: async (request) => {
      const { form, deps, params } = request;
      const stored = await paperOf(request);
      if (stored === undefined) return notFound();
      const path = `${complaintPaperPath(params['id'] ?? '', stored.state)}/service`;
      if (!done(stored, form)) {
        const outcome = await give(await noticeCommandDeps(request), stored.caseId, form);
        if (!outcome.ok) {
          if (outcome.problems.some(({ code }) => code === 'case.stale' || code === 'notice.state'))
            return conflict(path);
          return show(request, stored, { values: form, problems: outcome.problems });
        }
        if (mails === true) await deps.draws.kick.mail();
      }
      return redirect(path, { code: `notices.done.${verb}` });
    },
  });
}

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
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/{id}/papers/{key}',
    access: confidentialReaders,
    handle: async (request) => {
      const stored = await paperOf(request);
      return stored === undefined ? notFound() : page(<ComplaintPaperPage paper={stored.state} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/{id}/papers/{key}/service',
    access: confidentialReaders,
    handle: async (request) => {
      const stored = await paperOf(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  ...noticeActs.map(act),
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
