import { mayAct, type Role } from '../../../../shared/access/roles.ts';
import type { CasePaper, StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import type { PaperLink } from '../../papers/noticePaper.tsx';
import { editors } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { type NoticeAct, noticeActs } from '../notices/noticeActs.ts';
import { noticeCommandDeps } from '../notices/routes.tsx';
import { CasePaperPage, ServicePage } from './paperPages.tsx';
import { paperName, paperPath } from './paths.ts';

export type PaperRequest = SignedInRequest<ConsoleDeps>;

export interface PaperSection {
  /** First part of the addresses, such as `/complaints`. */
  readonly base: string;
  readonly readers: readonly Role[];
  readonly caseIdOf: (id: string) => string;
  /** The way to the pages of whom a paper is for, printed on it. */
  readonly link?: (deps: ConsoleDeps, paper: CasePaper) => Promise<PaperLink | undefined>;
  /**
   * Records the service of a paper that a command of its case waits for, together with that command; undefined for a
   * paper that nothing waits for.
   */
  readonly serve?: (request: PaperRequest, stored: StoredCasePaper) => Promise<Result<unknown>> | undefined;
  /** What else a paper that was served does to its case. */
  readonly served?: (request: PaperRequest, stored: StoredCasePaper) => Promise<void>;
}

/** The paper of the address, found among those of its case: a made-up name finds nothing. */
async function paperOf({ caseIdOf }: PaperSection, { deps, params }: PaperRequest) {
  const papers = await deps.casePapers.ofCase(caseIdOf(params['id'] ?? ''));
  return papers.find(({ state }) => paperName(state) === params['key']);
}

function show(
  { user }: PaperRequest,
  stored: StoredCasePaper,
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

function act(section: PaperSection, { verb, give, done, mails }: NoticeAct): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `${section.base}/{id}/papers/{key}/${verb}`,
    access: editors,
    handle: async (request) => {
      const { form, deps } = request;
      const stored = await paperOf(section, request);
      if (stored === undefined) return notFound();
      const path = `${paperPath(stored.state)}/service`;
      if (!done(stored, form)) {
        const inCase = verb === 'serve' ? section.serve?.(request, stored) : undefined;
        const outcome = await (inCase ?? give(await noticeCommandDeps(request), stored.caseId, form));
        if (!outcome.ok) {
          if (outcome.problems.some(({ code }) => code === 'case.stale' || code === 'notice.state'))
            return conflict(path);
          return show(request, stored, { values: form, problems: outcome.problems });
        }
        if (mails === true) await deps.draws.kick.mail();
      }
      // Repeated with the act, so that a case that was cut off between the two is told after all.
      const now = await paperOf(section, request);
      if (now !== undefined) await section.served?.(request, now);
      return redirect(path, { code: `notices.done.${verb}` });
    },
  });
}

/** One paper of a case: on A4, how it stands with its service, and what a person does about it. */
export function casePaperRoutes(section: PaperSection): readonly Route<ConsoleDeps>[] {
  const { base, readers } = section;
  return [
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/{id}/papers/{key}`,
      access: readers,
      handle: async (request) => {
        const stored = await paperOf(section, request);
        if (stored === undefined) return notFound();
        const link = await section.link?.(request.deps, stored.state);
        return page(<CasePaperPage paper={stored.state} {...(link === undefined ? {} : { link })} />);
      },
    }),
    staffRoute<ConsoleDeps>({
      method: 'GET',
      path: `${base}/{id}/papers/{key}/service`,
      access: readers,
      handle: async (request) => {
        const stored = await paperOf(section, request);
        return stored === undefined ? notFound() : show(request, stored);
      },
    }),
    ...noticeActs.map((one) => act(section, one)),
  ];
}
