import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';
import type { CasePapers, StoredPaper } from '../../../../shared/notice/casePapers.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import type { PaperLink } from '../../papers/noticePaper.tsx';
import { editors } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { type NoticeAct, noticeActs } from '../notices/noticeActs.ts';
import { noticeCommandDeps } from '../notices/routes.tsx';
import { CasePaperPage, ServicePage } from './pages.tsx';
import { type CaseBase, casePaperPath, paperName } from './paths.ts';

export type PaperRequest = SignedInRequest<ConsoleDeps>;

/** What the papers of one kind of case have of their own. */
export interface CasePaperSite {
  readonly base: CaseBase;
  readonly readers: readonly Role[];
  readonly papers: (deps: ConsoleDeps) => CasePapers;
  /** The way to the pages of whom a paper is for, printed on it. */
  readonly link?: (deps: ConsoleDeps, paper: CasePaper) => Promise<PaperLink | undefined>;
  /**
   * Records the service of a paper on which a command of its case waits, together with that command; undefined for a
   * paper that nothing waits for.
   */
  readonly serve?: (request: PaperRequest, stored: StoredPaper) => Promise<Result<unknown>> | undefined;
}

/** The paper of the address, found among those of its case: a made-up name finds nothing. */
async function paperOf(
  site: CasePaperSite,
  { deps, params }: PaperRequest,
): Promise<StoredPaper | undefined> {
  const papers = await site.papers(deps).ofCase(params['id'] ?? '');
  return papers.find(({ state }) => paperName(state) === params['key']);
}

function show(
  { base }: CasePaperSite,
  { user }: PaperRequest,
  stored: StoredPaper,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): WebResponse {
  return page(
    <ServicePage
      base={base}
      stored={stored}
      roles={user.roles}
      edits={mayAct(user.roles, editors)}
      {...(refused ?? {})}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

function act(site: CasePaperSite, { verb, give, done, mails }: NoticeAct): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `${site.base}/{id}/papers/{key}/${verb}`,
    access: editors,
    handle: async (request) => {
      const { form, deps, params } = request;
      const stored = await paperOf(site, request);
      if (stored === undefined) return notFound();
      const path = `${casePaperPath(site.base, params['id'] ?? '', stored.state)}/service`;
      if (!done(stored, form)) {
        const own = verb === 'serve' ? site.serve?.(request, stored) : undefined;
        const outcome = await (own ?? give(await noticeCommandDeps(request), stored.caseId, form));
        if (!outcome.ok) {
          if (outcome.problems.some(({ code }) => code === 'case.stale' || code === 'notice.state'))
            return conflict(path);
          return show(site, request, stored, { values: form, problems: outcome.problems });
        }
        if (mails === true) await deps.draws.kick.mail();
      }
      return redirect(path, { code: `notices.done.${verb}` });
    },
  });
}

/** One paper of a case: on A4, how it stands with its service, and what is done about it. */
export function casePaperRoutes(site: CasePaperSite): readonly Route<ConsoleDeps>[] {
  const { base, readers } = site;
  return [
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/{id}/papers/{key}`,
      access: readers,
      handle: async (request) => {
        const stored = await paperOf(site, request);
        if (stored === undefined) return notFound();
        const link = await site.link?.(request.deps, stored.state);
        return page(
          <CasePaperPage base={base} paper={stored.state} {...(link === undefined ? {} : { link })} />,
        );
      },
    }),
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/{id}/papers/{key}/service`,
      access: readers,
      handle: async (request) => {
        const stored = await paperOf(site, request);
        return stored === undefined ? notFound() : show(site, request, stored);
      },
    }),
    ...noticeActs.map((one) => act(site, one)),
  ];
}
