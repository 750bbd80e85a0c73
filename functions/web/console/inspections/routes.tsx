import { shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { InspectionStatus } from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { inspectionTransitions } from '../../../../shared/inspection/transitions.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { atFields, entriesOf } from '../commandFields.ts';
import { type ConsoleDeps, inspectionActorOf } from '../consoleDeps.ts';
import { CasePage } from './casePage.tsx';
import { caseView, loadInspection } from './caseView.ts';
import { formCommands } from './commands.ts';
import { caseReaders, listReaders, maySee } from './inspectionAccess.ts';
import { inspectionPath } from './inspectionWords.ts';
import { joinableWith } from './joinable.ts';
import { filtered, readFilter } from './listFilter.ts';
import { ListPage } from './listPage.tsx';
import { type FormCommand, formCommandNames, rolesFor } from './offers.ts';

type Request = SignedInRequest<ConsoleDeps>;

/** Years that the list offers, this one first. */
const YEARS = 5;

async function list({ deps, query, user, now }: Request): Promise<WebResponse> {
  const today = shanghaiDate(now);
  const thisYear = yearOf(today);
  const filter = readFilter(query, thisYear);
  const [inspections, calendar] = await Promise.all([
    // What waits or is late does so whatever the year of its draw.
    filter.view === '' ? deps.inspectionLists.ofYear(filter.year) : deps.inspectionLists.underWay(),
    deps.calendar(),
  ]);
  const seen = inspections.filter(({ state }) => maySee(user, state));
  return page(
    <ListPage
      found={filtered(seen, filter, user, today)}
      years={Array.from({ length: YEARS }, (_, i) => thisYear - i)}
      today={today}
      calendar={calendar}
    />,
  );
}

/** The inspection of the address, for those who may know of it. */
async function visible(request: Request): Promise<StoredInspection | undefined> {
  const stored = await loadInspection(request);
  return stored !== undefined && maySee(request.user, stored.state) ? stored : undefined;
}

async function show(
  request: Request,
  stored: StoredInspection,
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

async function command(request: Request, name: FormCommand): Promise<WebResponse> {
  const { deps, user, form } = request;
  const stored = await visible(request);
  if (stored === undefined) return notFound();
  const { number } = stored.state;
  const path = inspectionPath(number);
  const row = formCommands[name];
  const joinable =
    name === 'join'
      ? joinableWith(stored.state, await deps.inspectionLists.ofAgency(stored.state.agency.uscc))
      : [];
  const actor = inspectionActorOf(user);
  const given = { deps, seen: stored, joinable, actor, form: entriesOf(name, form) };
  const done = redirect(path, { code: `inspectionPage.done.${name}` });
  if (row.done?.(given) === true) return done;
  const line = inspectionTransitions.find((transition) => transition.command === name);
  // The page is old: there is no form any more at which a refusal could stand.
  if (line?.from.includes(stored.status as InspectionStatus) !== true) return conflict(path);
  const outcome = await row.give(given);
  if (outcome.ok) return done;
  const codes = outcome.problems.map(({ code }) => code);
  if (codes.includes('inspection.status')) return conflict(path);
  if (codes.includes('inspection.role')) return forbidden(rolesFor(name));
  return show(request, (await visible(request)) ?? stored, { command: name, problems: outcome.problems });
}

/** The inspections that followed from the draws, and what the office does with them. */
export const inspectionRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections',
    access: listReaders,
    handle: list,
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/inspections/{number}',
    access: caseReaders,
    handle: async (request) => {
      const stored = await visible(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  ...formCommandNames.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/inspections/{number}/${name}`,
      access: rolesFor(name),
      handle: (request) => command(request, name),
    }),
  ),
];
