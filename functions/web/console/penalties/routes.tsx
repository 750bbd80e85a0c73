import { allUsers } from '../../../../shared/access/allUsers.ts';
import { mayAct, roles } from '../../../../shared/access/roles.ts';
import { shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { conflict, download, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { atFields, entriesOf } from '../commandFields.ts';
import { type ConsoleDeps, inspectionActorOf } from '../consoleDeps.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { boardFile, boardTable } from './boardFile.ts';
import { onBoard, readBoardFilter } from './boardFilter.ts';
import { BoardPage } from './boardPage.tsx';
import { CasePage } from './casePage.tsx';
import { caseView, visibleCase } from './caseView.ts';
import { isFresh } from './commandGiven.ts';
import { formCommands } from './commands.ts';
import { draftRoutes } from './draftRoutes.tsx';
import { entryRoutes } from './entryRoutes.tsx';
import { evidenceRoutes } from './evidenceRoutes.tsx';
import { MinePage, YearPage } from './listPages.tsx';
import { type FormCommand, formCommandNames, isOpenTo, rolesFor } from './offers.ts';
import { handlersOf } from './officePeople.ts';
import { penaltyEditors, penaltyReaders } from './penaltyAccess.ts';
import { byPressure, statusOf } from './waiting.ts';

type Request = SignedInRequest<ConsoleDeps>;

async function boardOf({ deps, query, user, now }: Request) {
  const today = shanghaiDate(now);
  const all = [...(await deps.penaltyLists.openCases())].sort(byPressure(today));
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
      enters={mayAct(user.roles, penaltyEditors)}
    />,
  );
}

async function exported(request: Request): Promise<WebResponse> {
  const format = firstValue(request.query, 'format') === 'csv' ? 'csv' : 'xlsx';
  const { found, today } = await boardOf(request);
  return download({
    name: `penalties-${today}.${format}`,
    contentType:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await boardFile(boardTable(found), format),
  });
}

async function year({ deps, params, now }: Request): Promise<WebResponse> {
  const today = shanghaiDate(now);
  const asked = params['year'] ?? '';
  if (!/^20\d{2}$/.test(asked) || Number(asked) > yearOf(today)) return notFound();
  const [cases, calendar] = await Promise.all([deps.penaltyLists.ofYear(Number(asked)), deps.calendar()]);
  return page(
    <YearPage
      year={Number(asked)}
      thisYear={yearOf(today)}
      cases={cases}
      today={today}
      calendar={calendar}
    />,
  );
}

async function own({ deps, user, now }: Request): Promise<WebResponse> {
  const [cases, calendar] = await Promise.all([deps.penaltyLists.ofHandler(user.userId), deps.calendar()]);
  return page(<MinePage cases={cases} today={shanghaiDate(now)} calendar={calendar} />);
}

async function show(
  request: Request,
  stored: StoredPenalty,
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

/** Forms that name somebody of the office. */
const namesUser: ReadonlySet<string> = new Set<FormCommand>(['assign', 'name-chair']);

async function command(request: Request, name: FormCommand): Promise<WebResponse> {
  const { deps, user, form, now } = request;
  const stored = await visibleCase(request);
  if (stored === undefined) return notFound();
  const allowed = rolesFor(name);
  if (!mayAct(user.roles, allowed)) return forbidden(allowed);
  const path = penaltyPath(stored.state.id);
  const row = formCommands[name];
  const given = {
    deps,
    seen: stored,
    actor: inspectionActorOf(user),
    form: entriesOf(name, form),
    now,
    users: namesUser.has(name) ? await allUsers(deps.users) : [],
    inspectors: name === 'name-officers' ? await deps.register.inspectors() : [],
  };
  const done = redirect(path, { code: `penaltyPage.done.${name}` });
  if (!isFresh(given) && row.done(given)) return done;
  // The page is old: there is no form any more at which a refusal could stand.
  if (!isOpenTo(name, statusOf(stored))) return conflict(path);
  const outcome = await row.give(given);
  if (outcome.ok) return done;
  const codes = outcome.problems.map(({ code }) => code);
  if (codes.includes('penalty.status')) return conflict(path);
  if (codes.includes('penalty.role')) return forbidden(allowed);
  return show(request, (await visibleCase(request)) ?? stored, { command: name, problems: outcome.problems });
}

/**
 * Penalty cases, and what the office does with them. The address of a case is open to everybody who is signed in, and
 * answers those who may not know of it as if there were no case.
 */
export const penaltyRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: '/penalties', access: penaltyReaders, handle: board }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/export',
    access: penaltyReaders,
    handle: exported,
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/years/{year}',
    access: penaltyReaders,
    handle: year,
  }),
  staffRoute<ConsoleDeps>({ method: 'GET', path: '/penalties/mine', access: penaltyReaders, handle: own }),
  ...entryRoutes,
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/penalties/{id}',
    access: roles,
    handle: async (request) => {
      const stored = await visibleCase(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  ...draftRoutes,
  ...evidenceRoutes,
  ...formCommandNames.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/penalties/{id}/${name}`,
      access: roles,
      handle: (request) => command(request, name),
    }),
  ),
];
