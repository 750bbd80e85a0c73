import type { VNode } from 'preact';
import type { Role } from '../../../../shared/access/roles.ts';
import { mayAct } from '../../../../shared/access/roles.ts';
import { casePaperId, type StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import type { NoticeStatus } from '../../../../shared/notice/notice.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { repairCaseId } from '../../../../shared/repair/repairRows.ts';
import { ButtonLink } from '../../kit/components/button.tsx';
import { usePage, type Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { PaperPage } from '../../kit/layouts/paperPage.tsx';
import { NoticePaper } from '../../papers/noticePaper.tsx';
import { editors } from '../access.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { type NoticeAct, noticeActs } from '../notices/noticeActs.ts';
import { NoticeActions } from '../notices/noticePage.tsx';
import { NoticeTag } from '../notices/noticesPage.tsx';
import { noticeCommandDeps } from '../notices/routes.tsx';
import { foundRepair, type RepairRequest } from './found.ts';
import { repairPagePath, repairRoles, words } from './repairWords.ts';

/** The papers of an application: shown, printed, and how they were served. */

async function paperOf(request: RepairRequest): Promise<StoredCasePaper | undefined> {
  const stored = await foundRepair(request);
  if (stored === undefined) return undefined;
  const id = casePaperId(repairCaseId(stored.state.id), request.params['occasion'] ?? '', 'party');
  return (await request.deps.casePapers.ofCase(stored.caseId)).find(({ caseId }) => caseId === id);
}

function ServicePage(props: {
  readonly path: string;
  readonly back: string;
  readonly stored: StoredCasePaper;
  readonly roles: readonly Role[];
  readonly values?: Values;
  readonly problems?: readonly Problem[];
}): VNode {
  const { lang } = usePage();
  const { stored, path, roles, values, problems = [] } = props;
  const status = stored.status as NoticeStatus;
  return (
    <ConsolePage
      title={`${stored.state.paper.title} ${stored.state.number}`}
      lead={<NoticeTag status={status} />}
      back={{ href: props.back }}
      action={<ButtonLink href={path}>{words(lang, 'repairPage.papers.print')}</ButtonLink>}
      problems={problems}
    >
      {mayAct(roles, editors) ? (
        <NoticeActions
          notice={stored.state}
          status={status}
          roles={roles}
          path={path}
          problems={problems}
          {...(values === undefined ? {} : { values })}
        />
      ) : null}
    </ConsolePage>
  );
}

function service(
  { params, user }: RepairRequest,
  stored: StoredCasePaper,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): WebResponse {
  const back = repairPagePath(params['id'] ?? '');
  const path = `${back}/papers/${stored.state.occasion}`;
  return page(
    <ServicePage back={back} path={path} stored={stored} roles={user.roles} {...(refused ?? {})} />,
    refused === undefined ? {} : { status: 422 },
  );
}

const base = '/repairs/{id}/papers/{occasion}';

function act({ verb, give, done, mails }: NoticeAct): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `${base}/${verb}`,
    access: editors,
    handle: async (request) => {
      const { form, deps, params } = request;
      const stored = await paperOf(request);
      if (stored === undefined) return notFound();
      const see = `${repairPagePath(params['id'] ?? '')}/papers/${stored.state.occasion}/service`;
      if (!done(stored, form)) {
        const outcome = await give(await noticeCommandDeps(request), stored.caseId, form);
        if (!outcome.ok) {
          const moved = outcome.problems.some(({ code }) => code === 'case.stale' || code === 'notice.state');
          return moved
            ? conflict(see)
            : service(request, stored, { values: form, problems: outcome.problems });
        }
        if (mails === true) await deps.draws.kick.mail();
      }
      return redirect(see, { code: `notices.done.${verb}` });
    },
  });
}

export const repairPaperRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: base,
    access: repairRoles,
    handle: async (request) => {
      const stored = await paperOf(request);
      if (stored === undefined) return notFound();
      return page(
        <PaperPage
          title={stored.state.paper.title}
          back={{ href: repairPagePath(request.params['id'] ?? '') }}
        >
          <NoticePaper notice={stored.state} />
        </PaperPage>,
      );
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: `${base}/service`,
    access: repairRoles,
    handle: async (request) => {
      const stored = await paperOf(request);
      return stored === undefined ? notFound() : service(request, stored);
    },
  }),
  ...noticeActs.map(act),
];
