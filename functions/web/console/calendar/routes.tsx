import { mayAct } from '../../../../shared/access/roles.ts';
import type { StoredHolidays } from '../../../../shared/calendar/holidayCase.ts';
import {
  confirmHolidayYear,
  discardHolidayYear,
  type HolidayDeps,
  holidayYearOpen,
  readHolidayYear,
  saveHolidayYear,
} from '../../../../shared/calendar/holidayCommands.ts';
import { type YearStanding, yearStandings } from '../../../../shared/calendar/holidayYears.ts';
import { shanghaiDate } from '../../../../shared/calendar/localDate.ts';
import { canonicalJson } from '../../../../shared/draw/canonicalJson.ts';
import type { Problem, Result } from '../../../../shared/problem.ts';
import type { Values } from '../../kit/context.tsx';
import { conflict, notFound, page, redirect } from '../../kit/http/respond.ts';
import { type Route, type SignedInRequest, staffRoute, type WebResponse } from '../../kit/http/route.ts';
import { firstValue } from '../../kit/links.ts';
import { confirmers, editors, readers } from '../access.ts';
import { actorOf, type ConsoleDeps } from '../consoleDeps.ts';
import { CalendarPage } from './calendarPage.tsx';
import { pressingYears } from './waiting.ts';
import { atLines, readYearForm, yearEntries } from './yearForm.ts';
import { YearFormPage } from './yearFormPage.tsx';
import { YearPage } from './yearPage.tsx';

type Request = SignedInRequest<ConsoleDeps>;

function holidayDeps(deps: ConsoleDeps): HolidayDeps {
  const { cases, auditKey, now } = deps.draws;
  return { cases, auditKey, now, holidays: deps.holidays };
}

/** The year of the address with what is known of it, when it is one that has a table or may get one. */
async function yearOfAddress({ deps, params, now }: Request): Promise<YearStanding | undefined> {
  const named = params['year'] ?? '';
  if (!/^20\d{2}$/.test(named)) return undefined;
  const year = Number(named);
  // By its key: the list may lag behind what was just saved.
  const stored = await deps.holidays.get(year);
  const standing = yearStandings(shanghaiDate(now), stored === undefined ? [] : [stored]).find(
    (one) => one.year === year,
  );
  if (standing !== undefined) return standing;
  return holidayYearOpen(year, now) ? { year, lacks: 'absent', pressing: false } : undefined;
}

/** The version that the form was made from; that of a year without a case carries none. */
function seenVersion(form: Values): number | undefined {
  const text = firstValue(form, 'expectedVersion');
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function formPage(
  { year, stored }: YearStanding,
  values: Values,
  version: number | undefined = stored?.version,
  problems: readonly Problem[] = [],
): WebResponse {
  return page(
    <YearFormPage year={year} values={values} version={version} problems={atLines(problems, values)} />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

function yearPage(
  { user, now }: Request,
  standing: YearStanding,
  problems: readonly Problem[] = [],
): WebResponse {
  return page(
    <YearPage
      standing={standing}
      user={user}
      open={holidayYearOpen(standing.year, now)}
      problems={problems}
    />,
    problems.length === 0 ? {} : { status: 422 },
  );
}

const moved = (problems: readonly Problem[]) =>
  problems.some(({ code }) => code === 'calendar.holidays.stale' || code === 'calendar.holidays.status');

async function save(request: Request): Promise<WebResponse> {
  const { deps, form, user } = request;
  const standing = await yearOfAddress(request);
  if (standing === undefined) return notFound();
  const { year } = standing;
  const version = seenVersion(form);
  const entries = readYearForm(year, form);
  if (!entries.ok) return formPage(standing, form, version, entries.problems);
  const saved = await saveHolidayYear(holidayDeps(deps), year, entries.value, version, actorOf(user));
  const path = `/calendar/${year}`;
  if (saved.ok) return redirect(path, { code: 'calendarPage.done.saved' });
  if (!moved(saved.problems)) return formPage(standing, form, version, saved.problems);
  // The form was sent twice: its table is what waits there.
  const wanted = readHolidayYear(year, entries.value);
  const waits = (await deps.holidays.get(year))?.state.proposed;
  const same =
    wanted.ok &&
    waits?.saved.by === user.userId &&
    canonicalJson({ ...wanted.value }) === canonicalJson({ ...waits.table });
  return same ? redirect(path, { code: 'calendarPage.done.saved' }) : conflict(path);
}

/** Confirms or gives up what waits. `done`: where the press before has left the case. */
function act(
  verb: 'confirm' | 'discard',
  access: typeof editors,
  command: typeof confirmHolidayYear,
  done: (stored: StoredHolidays) => boolean,
): Route<ConsoleDeps> {
  return staffRoute<ConsoleDeps>({
    method: 'POST',
    path: `/calendar/{year}/${verb}`,
    access,
    handle: async (request) => {
      const { deps, form, user } = request;
      const standing = await yearOfAddress(request);
      if (standing?.stored === undefined) return notFound();
      const path = `/calendar/${standing.year}`;
      const version = seenVersion(form) ?? -1;
      const notice = { code: `calendarPage.done.${verb}ed` };
      if (standing.stored.version === version + 1 && done(standing.stored)) return redirect(path, notice);
      const outcome: Result<StoredHolidays> = await command(
        holidayDeps(deps),
        standing.year,
        version,
        actorOf(user),
      );
      if (outcome.ok) return redirect(path, notice);
      return moved(outcome.problems) ? conflict(path) : yearPage(request, standing, outcome.problems);
    },
  });
}

/** The holiday tables of the years: read, entered, confirmed by a second person. */
export const calendarRoutes: readonly Route<ConsoleDeps>[] = [
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/calendar',
    access: readers,
    handle: async ({ deps, user, now }) => {
      const stored = await deps.holidays.list();
      const today = shanghaiDate(now);
      return page(
        <CalendarPage
          years={yearStandings(today, stored)}
          pressing={pressingYears(today, stored)}
          edits={mayAct(user.roles, editors)}
        />,
      );
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/calendar/{year}',
    access: readers,
    handle: async (request) => {
      const standing = await yearOfAddress(request);
      return standing === undefined ? notFound() : yearPage(request, standing);
    },
  }),
  staffRoute<ConsoleDeps>({
    method: 'GET',
    path: '/calendar/{year}/edit',
    access: editors,
    handle: async (request) => {
      const standing = await yearOfAddress(request);
      if (standing === undefined || !holidayYearOpen(standing.year, request.now)) return notFound();
      const start = standing.stored?.state.proposed?.table ?? standing.table;
      return formPage(standing, start === undefined ? {} : yearEntries(start));
    },
  }),
  staffRoute<ConsoleDeps>({ method: 'POST', path: '/calendar/{year}', access: editors, handle: save }),
  act('confirm', confirmers, confirmHolidayYear, ({ status }) => status === 'confirmed'),
  act(
    'discard',
    [...editors, ...confirmers],
    discardHolidayYear,
    ({ state }) => state.proposed === undefined,
  ),
];
