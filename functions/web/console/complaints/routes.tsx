import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct, roles } from '../../../../shared/access/roles.ts';
import { monthOf, shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { isOpen } from '../../../../shared/complaint/complaintCase.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { downloadName, evidenceKey } from '../../../../shared/evidence/evidenceKeys.ts';
import { EVIDENCE_LINK_SECONDS } from '../../../../shared/evidence/evidenceStore.ts';
import type { Problem } from '../../../../shared/problem.ts';
import {
  conflict,
  download,
  forbidden,
  notFound,
  page,
  redirect,
  redirectAbroad,
} from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { atFields, entriesOf } from '../commandFields.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { boardFile, boardTable } from './boardFile.ts';
import { onBoard, readBoardFilter } from './boardFilter.ts';
import { BoardPage } from './boardPage.tsx';
import { CasePage } from './casePage.tsx';
import { attachableTo, caseView, handlersOf, relatedOf, visibleCase } from './caseView.ts';
import { isFresh } from './commandGiven.ts';
import { formCommands } from './commands.ts';
import { deskRoles, entryRoles, maySee } from './complaintAccess.ts';
import { complaintPath } from './complaintWords.ts';
import { entryRoutes } from './entryRoutes.tsx';
import { MonthPage } from './monthPage.tsx';
import { type FormCommand, formCommandNames, isOpenTo, rolesFor } from './offers.ts';
import { byPressure, statusOf } from './waiting.ts';

type Request = SignedInRequest<ConsoleDeps>;

async function boardOf({ deps, query, user, now }: Request) {
  const today = shanghaiDate(now);
  const open = await deps.complaintLists.openCases();
  const all = open.filter(({ state }) => maySee(user, state)).sort(byPressure(today));
  return { all, found: onBoard(all, readBoardFilter(query), user, today), today };
}

async function board(request: Request): Promise<WebResponse> {
  const { deps, user } = request;
  const [shown, calendar, users] = await Promise.all([
    boardOf(request),
    deps.calendar(),
    allUsers(deps.users),
  ]);
  return page(
    <BoardPage
      {...shown}
      calendar={calendar}
      handlers={handlersOf(users)}
      enters={mayAct(user.roles, entryRoles)}
    />,
  );
}

async function exported(request: Request): Promise<WebResponse> {
  const format = firstValue(request.query, 'format') === 'csv' ? 'csv' : 'xlsx';
  const { found, today } = await boardOf(request);
  return download({
    name: `complaints-${today}.${format}`,
    contentType:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await boardFile(boardTable(found), format),
  });
}

async function month({ deps, params, user, now }: Request): Promise<WebResponse> {
  const asked = params['month'] ?? '';
  const current = monthOf(shanghaiDate(now));
  if (!/^20\d{2}-(0[1-9]|1[0-2])$/.test(asked) || asked > current) return notFound();
  const received = (await deps.complaintLists.ofMonth(asked)).filter(({ state }) => maySee(user, state));
  const ended = received.filter(({ status }) => !isOpen(status));
  return page(
    <MonthPage
      month={asked}
      current={asked === current}
      ended={ended}
      open={received.length - ended.length}
    />,
  );
}

async function show(
  request: Request,
  stored: StoredComplaint,
  refused?: { readonly command: FormCommand; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const view = await caseView(request, stored);
  const { lang, user, form } = request;
  return page(
    <CasePage
      {...view}
      lang={lang}
      user={user}
      problems={refused === undefined ? [] : atFields(refused.command, refused.problems)}
      {...(refused === undefined ? {} : { refused: { command: refused.command, values: form } })}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** What only some forms choose from. */
async function choicesOf({ deps }: Request, name: FormCommand, stored: StoredComplaint) {
  const handlers = name === 'assign' ? handlersOf(await allUsers(deps.users)) : [];
  if (name !== 'attach') return { handlers, attachable: [] };
  const { linked, same, ofAgency } = await relatedOf(deps, stored);
  return { handlers, attachable: attachableTo(stored, [...linked, ...same, ...ofAgency]) };
}

async function command(request: Request, name: FormCommand): Promise<WebResponse> {
  const { deps, user, form } = request;
  const stored = await visibleCase(request);
  if (stored === undefined) return notFound();
  const allowed = rolesFor(name);
  if (!mayAct(user.roles, allowed)) return forbidden(allowed);
  const path = complaintPath(stored.state.id);
  const row = formCommands[name];
  const given = {
    deps,
    seen: stored,
    actor: actorOf(user),
    form: entriesOf(name, form),
    ...(await choicesOf(request, name, stored)),
  };
  const done = redirect(path, { code: `complaintPage.done.${name}` });
  if (!isFresh(given) && (await row.done(given))) return done;
  // The page is old: there is no form any more at which a refusal could stand.
  if (!isOpenTo(name, stored.state.kind, statusOf(stored))) return conflict(path);
  const outcome = await row.give(given);
  if (outcome.ok) return done;
  const codes = outcome.problems.map(({ code }) => code);
  if (codes.includes('complaint.status') || codes.includes('complaint.kind')) return conflict(path);
  if (codes.includes('complaint.role')) return forbidden(allowed);
  return show(request, (await visibleCase(request)) ?? stored, { command: name, problems: outcome.problems });
}

/** Leads to a checked file for a minute, always as something to save. */
async function file(request: Request): Promise<WebResponse> {
  const stored = await visibleCase(request);
  const found = stored?.state.files.find(({ id, checked }) => checked && id === request.params['file']);
  if (stored === undefined || found === undefined) return notFound();
  const { id } = stored.state;
  const link = await request.deps.evidence.link(
    evidenceKey(id, found.sha256),
    downloadName(id, found),
    EVIDENCE_LINK_SECONDS,
  );
  return redirectAbroad(new URL(link));
}

/**
 * Complaints and reports, and what the office does with them. The address of a case is open to everybody who is signed
 * in, and answers those who may not know of it as if there were no case.
 */
export const complaintRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: '/complaints', access: deskRoles, handle: board }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/export',
    access: deskRoles,
    handle: exported,
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/months/{month}',
    access: deskRoles,
    handle: month,
  }),
  ...entryRoutes,
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/{id}',
    access: roles,
    handle: async (request) => {
      const stored = await visibleCase(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/complaints/{id}/files/{file}',
    access: roles,
    handle: file,
  }),
  ...formCommandNames.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/complaints/{id}/${name}`,
      access: roles,
      handle: (request) => command(request, name),
    }),
  ),
];
