import { createHmac } from 'node:crypto';
import { mayAct } from '../../../../shared/access/roles.ts';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import { canonicalJson } from '../../../../shared/draw/canonicalJson.ts';
import { kindOfNumber } from '../../../../shared/draw/ceremony/drawCase.ts';
import type { Notice, NoticeStatus } from '../../../../shared/notice/notice.ts';
import type { NoticeCommandDeps } from '../../../../shared/notice/noticeCommands.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { instantOf } from '../../../../shared/register/commands/deps.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { editors, readers } from '../access.ts';
import { caseIdOf, caseSegment } from '../casePath.ts';
import type { ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { type NoticeAct, noticeActs } from './noticeActs.ts';
import { NoticePage, NoticePaperPage } from './noticePage.tsx';
import { NoticesPage } from './noticesPage.tsx';

type Stored = StoredCase<Notice>;

/** Open tasks that one page shows; more than a month of a large city makes. */
const OPEN = 500;

export function noticePath(id: string): string {
  return `/notices/${caseSegment(id)}`;
}

async function loaded({ deps, params }: SignedInRequest<ConsoleDeps>): Promise<Stored | undefined> {
  const id = caseIdOf(params['id'] ?? '');
  // Any other case under this address would be shown as a notice that it is not.
  return id.startsWith('NT#') ? deps.draws.cases.load<Notice>(id) : undefined;
}

async function show(
  request: SignedInRequest<ConsoleDeps>,
  stored: Stored,
  refused?: { readonly values: Values; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const { deps, user } = request;
  return page(
    <NoticePage
      notice={stored.state}
      status={stored.status as NoticeStatus}
      edits={mayAct(user.roles, editors)}
      roles={user.roles}
      names={await namesOfPeople(deps)}
      {...(refused === undefined ? {} : refused)}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

export async function noticeCommandDeps({
  deps,
  user,
}: SignedInRequest<ConsoleDeps>): Promise<NoticeCommandDeps> {
  const key = await deps.draws.auditKey();
  return {
    store: deps.draws.cases,
    digest: (value) => createHmac('sha256', key).update(canonicalJson(value)).digest('hex'),
    actor: { id: user.userId, roles: user.roles },
    at: instantOf(deps.draws.now()),
  };
}

function act({ verb, give, done, mails }: NoticeAct): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `/notices/{id}/${verb}`,
    access: editors,
    handle: async (request) => {
      const { form, deps } = request;
      const stored = await loaded(request);
      if (stored === undefined) return notFound();
      const path = noticePath(stored.caseId);
      if (!done(stored, form)) {
        const outcome = await give(await noticeCommandDeps(request), stored.caseId, form);
        if (!outcome.ok) {
          if (outcome.problems.some(({ code }) => code === 'case.stale' || code === 'notice.state')) {
            return conflict(path);
          }
          return show(request, stored, { values: form, problems: outcome.problems });
        }
        if (mails === true) await deps.draws.kick.mail();
      }
      return redirect(path, { code: `notices.done.${verb}` });
    },
  });
}

/** The notices of a draw, what is still to be served, and one page with the paper of each. */
export const noticeRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/notices',
    access: readers,
    handle: async ({ deps, query }) => {
      // Rehearsals notify nobody.
      const draws = (await deps.draws.desk.numbers()).filter(
        (number) => kindOfNumber(number) !== 'rehearsal',
      );
      const open = firstValue(query, 'view') === 'open';
      const asked = firstValue(query, 'draw');
      const draw = draws.includes(asked) ? asked : draws[0];
      const found = open
        ? await deps.notices.open(OPEN)
        : draw === undefined
          ? []
          : await deps.notices.ofDraw(draw);
      return page(<NoticesPage draws={draws} draw={draw} open={open} notices={found} query={query} />);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/notices/{id}',
    access: readers,
    handle: async (request) => {
      const stored = await loaded(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/notices/{id}/paper',
    access: readers,
    handle: async (request) => {
      const stored = await loaded(request);
      return stored === undefined ? notFound() : page(<NoticePaperPage notice={stored.state} />);
    },
  }),
  ...noticeActs.map(act),
];
