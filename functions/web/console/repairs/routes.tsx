import { ulid } from 'ulid';
import { mayAct } from '../../../../shared/access/roles.ts';
import { shanghaiDate, yearOf } from '../../../../shared/calendar/localDate.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { barredUntil } from '../../../../shared/repair/bars.ts';
import { openRepair } from '../../../../shared/repair/opening.ts';
import type { StoredRepair } from '../../../../shared/repair/ports.ts';
import { subjectKinds } from '../../../../shared/repair/repairCase.ts';
import { repairCaseId } from '../../../../shared/repair/repairRows.ts';
import { mayApply } from '../../../../shared/repair/standing.ts';
import { conflict, forbidden, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { casePaperRoutes } from '../casePapers/paperRoutes.tsx';
import { atFields, entriesOf } from '../commandFields.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { namesOfPeople } from '../peopleNames.ts';
import { BoardPage, nextDeadline, YearPage } from './boardPage.tsx';
import { CasePage } from './casePage.tsx';
import { formCommands } from './commands.ts';
import { EntryPage } from './entryPage.tsx';
import { foundRepair, type RepairRequest } from './found.ts';
import { repairMaterialRoutes } from './materialRoutes.tsx';
import { type OfferedCommand, offered, offeredCommands, rolesFor } from './offers.ts';
import { repairPagePath, repairRoles } from './repairWords.ts';

const LAST = '9999-12-31';

async function board({ deps, user, now }: RepairRequest): Promise<WebResponse> {
  const [open, calendar] = await Promise.all([deps.repairs.lists.openCases(), deps.calendar()]);
  const today = shanghaiDate(now);
  const due = (stored: StoredRepair) => nextDeadline(stored)?.deadline.dueLegal ?? LAST;
  const sorted = [...open].sort((one, other) => due(one).localeCompare(due(other)));
  return page(
    <BoardPage
      open={sorted}
      today={today}
      calendar={calendar}
      year={yearOf(today)}
      enters={mayAct(user.roles, rolesFor('apply'))}
    />,
  );
}

async function year({ deps, params, now }: RepairRequest): Promise<WebResponse> {
  const asked = Number(params['year']);
  if (!/^20\d{2}$/.test(params['year'] ?? '')) return notFound();
  const [all, calendar] = await Promise.all([deps.repairs.lists.ofYear(asked), deps.calendar()]);
  return page(<YearPage all={all} year={asked} today={shanghaiDate(now)} calendar={calendar} />);
}

/** The records of an agency and of its people, each with whether it can be applied for today. */
async function entry(
  { deps, now }: RepairRequest,
  uscc: string,
  problems: readonly Problem[] = [],
): Promise<WebResponse> {
  const status = problems.length === 0 ? {} : { status: 422 as const };
  if (uscc === '') return page(<EntryPage uscc="" problems={problems} />, status);
  const { subjects, lists } = deps.repairs;
  const found = await Promise.all(subjectKinds.map((kind) => subjects[kind]?.ofAgency(uscc)));
  const today = shanghaiDate(now);
  const lines = await Promise.all(
    found
      .flatMap((some) => some ?? [])
      .map(async (standing) => {
        const bar = await barredUntil(lists, standing.applicant);
        const may = mayApply(standing, { today, ...(bar === undefined ? {} : { barredUntil: bar }) });
        return { standing, problems: may.ok ? [] : may.problems };
      }),
  );
  return page(<EntryPage uscc={uscc} lines={lines} problems={problems} />, status);
}

async function begin(request: RepairRequest): Promise<WebResponse> {
  const { deps, form, user, now } = request;
  const kind = subjectKinds.find((one) => one === firstValue(form, 'kind'));
  const uscc = firstValue(form, 'uscc');
  if (kind === undefined) return entry(request, uscc, [{ code: 'repair.subject.gone' }]);
  const opening = { id: ulid(now.getTime()), kind, subject: firstValue(form, 'subject').slice(0, 80) };
  const opened = await openRepair(deps.repairs, opening, actorOf(user));
  return opened.ok ? redirect(repairPagePath(opened.value.state.id)) : entry(request, uscc, opened.problems);
}

async function show(
  request: RepairRequest,
  stored: StoredRepair,
  refused?: { readonly command: OfferedCommand; readonly problems: readonly Problem[] },
): Promise<WebResponse> {
  const { deps, user, now, form } = request;
  const { subject, applicant } = stored.state;
  const [standing, bar, calendar, papers, chain, names] = await Promise.all([
    deps.repairs.subjects[subject.kind]?.find(subject.id),
    barredUntil(deps.repairs.lists, applicant),
    deps.calendar(),
    deps.casePapers.ofCase(stored.caseId),
    deps.repairs.cases.chain(stored.caseId),
    namesOfPeople(deps),
  ]);
  return page(
    <CasePage
      {...{ stored, user, calendar, standing, papers, chain, names }}
      barredUntil={bar}
      today={shanghaiDate(now)}
      problems={refused === undefined ? [] : atFields(refused.command, refused.problems)}
      {...(refused === undefined ? {} : { refused: { command: refused.command, values: form } })}
    />,
    refused === undefined ? {} : { status: 422 },
  );
}

/** Whether this person has done it since the page was shown: a second press is no fault. */
async function pressedBefore(
  { deps, user }: RepairRequest,
  { caseId }: StoredRepair,
  command: OfferedCommand,
  seen: number,
): Promise<boolean> {
  const chain = await deps.repairs.cases.chain(caseId);
  // The version of a case is the number of its entries.
  return chain.slice(seen).some((entry) => entry.command === command && entry.actor === user.userId);
}

async function command(request: RepairRequest, name: OfferedCommand): Promise<WebResponse> {
  const { deps, user, form } = request;
  const stored = await foundRepair(request);
  if (stored === undefined) return notFound();
  const allowed = rolesFor(name);
  if (!mayAct(user.roles, allowed)) return forbidden(allowed);
  const path = repairPagePath(stored.state.id);
  const done = redirect(path, { code: `repairPage.done.${name}` });
  const seen = Number(firstValue(form, 'expectedVersion'));
  if (seen !== stored.version) {
    if (await pressedBefore(request, stored, name, seen)) return done;
    // There may be no form any more at which a refusal could stand.
    if (!offered(stored, user).includes(name)) return conflict(path);
    return show(request, stored, { command: name, problems: [{ code: 'repairPage.stale' }] });
  }
  const given = {
    deps: deps.repairs,
    id: stored.state.id,
    actor: actorOf(user),
    form: entriesOf(name, form),
  };
  const outcome = await formCommands[name](given);
  if (outcome.ok) return done;
  if (outcome.problems.some(({ code }) => code === 'repair.status')) return conflict(path);
  return show(request, (await foundRepair(request)) ?? stored, { command: name, problems: outcome.problems });
}

/** Applications for credit repair, and what the office does with them. */
export const repairRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({ method: 'GET', path: '/repairs', access: repairRoles, handle: board }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/repairs/years/{year}',
    access: repairRoles,
    handle: year,
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/repairs/new',
    access: rolesFor('apply'),
    handle: (request) => entry(request, firstValue(request.query, 'uscc').trim().toUpperCase()),
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/repairs/new', access: rolesFor('apply'), handle: begin }),
  ...repairMaterialRoutes,
  ...casePaperRoutes({ base: '/repairs', readers: repairRoles, caseIdOf: repairCaseId }),
  // The papers of an application stand on its page.
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/repairs/{id}/papers',
    access: repairRoles,
    handle: async (request) => {
      const stored = await foundRepair(request);
      return stored === undefined ? notFound() : redirect(repairPagePath(stored.state.id));
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/repairs/{id}',
    access: repairRoles,
    handle: async (request) => {
      const stored = await foundRepair(request);
      return stored === undefined ? notFound() : show(request, stored);
    },
  }),
  ...offeredCommands.map((name) =>
    staffRoute<ConsoleDeps>({
      method: 'POST',
      path: `/repairs/{id}/${name}`,
      access: rolesFor(name),
      handle: (request) => command(request, name),
    }),
  ),
];
