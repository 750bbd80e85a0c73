import type * as z from 'zod';
import { requireSecondPerson } from '../access/fourEyes.ts';
import type { CaseStore } from '../case/caseStore.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ruleAt } from '../law/lawTable.ts';
import { statutoryHolidays } from '../law/statutoryHolidays.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { instantOf, keyedDigests } from '../register/commands/deps.ts';
import {
  type HolidayCase,
  type HolidayCommand,
  type HolidayStatus,
  holidayCaseId,
  holidayTransitions,
  type StoredHolidays,
} from './holidayCase.ts';
import { daysOff, holidayProblems } from './holidayChecks.ts';
import { HOLIDAY_LIST, type HolidayTables } from './holidayStore.ts';
import { type HolidayYear, holidayFieldsSchema } from './holidays.ts';
import { localDate, shanghaiDate, yearOf } from './localDate.ts';

export interface HolidayDeps {
  readonly cases: CaseStore;
  readonly holidays: Pick<HolidayTables, 'get'>;
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** What a person enters of a year. */
export type HolidayEntries = Omit<z.input<typeof holidayFieldsSchema>, 'year'>;

/** The statutory days off of a year; undefined before the first year that has a row. */
export function statutoryHolidaysOf(year: number) {
  return ruleAt(statutoryHolidays, 'holidays.statutory', localDate(`${year}-01-01`));
}

/** The last year that a table can be entered for: the notice of a year comes out in the autumn before. */
export function latestHolidayYear(now: Date): number {
  return yearOf(shanghaiDate(now)) + 1;
}

/** Whether a table of this year can be entered. */
export function holidayYearOpen(year: number, now: Date): boolean {
  return year <= latestHolidayYear(now) && statutoryHolidaysOf(year) !== undefined;
}

/**
 * A year's table from its entries, or every fault. Faults of single days have the fields `off.<index>` and
 * `work.<index>`, with `params.line` the number of the entry from 1.
 */
export function readHolidayYear(year: number, entries: HolidayEntries): Result<HolidayYear> {
  const parsed = holidayFieldsSchema.safeParse({ ...entries, year });
  if (!parsed.success) {
    return refuse(
      ...parsed.error.issues.map(
        ({ message, path }): Problem => ({
          code: message.startsWith('calendar.') ? message : 'kit.form.unreadable',
          field: path.slice(0, 2).join('.'),
        }),
      ),
    );
  }
  const table = parsed.data;
  const problems = [...holidayProblems(table), ...completeProblems(table)];
  return problems.length > 0 ? refuse(...problems) : ok(table);
}

function completeProblems({ year, complete, off }: HolidayYear): Problem[] {
  const law = statutoryHolidaysOf(year);
  const days = daysOff(off);
  if (!complete || law === undefined || days >= law.days) return [];
  const params = { days, needed: law.days, citation: law.citation.text };
  return [{ code: 'calendar.holidays.too_few', params, field: 'complete' }];
}

/**
 * Saves a year's table as the version that waits for its confirmation; what was confirmed before counts on.
 * `version` is the case version that the form was made from, undefined for a year without a case. Problems:
 * those of `readHolidayYear`, `calendar.holidays.year_range`, `.role`, `.status`, `.stale`.
 */
export async function saveHolidayYear(
  deps: HolidayDeps,
  year: number,
  entries: HolidayEntries,
  version: number | undefined,
  actor: Actor,
): Promise<Result<StoredHolidays>> {
  const now = deps.now();
  if (!holidayYearOpen(year, now)) {
    return problem('calendar.holidays.year_range', { latest: latestHolidayYear(now) });
  }
  const read = readHolidayYear(year, entries);
  if (!read.ok) return read;
  const before = await deps.holidays.get(year);
  const refused = refusal('save', before?.status, actor);
  if (refused !== undefined) return refused;
  if (before?.version !== version) return problem('calendar.holidays.stale');
  const confirmed = before?.state.confirmed;
  const state: HolidayCase = {
    year,
    proposed: { version: (confirmed?.version ?? 0) + 1, table: read.value, saved: act(actor, now) },
    ...(confirmed === undefined ? {} : { confirmed }),
  };
  return commit(deps, { before, command: 'save', to: 'proposed', state, actor, now });
}

/**
 * Confirms the waiting version as the second person: from now on it counts. `version` is the case version that
 * the page showed. Problems: `calendar.holidays.role`, `.status`, `.stale`, `access.fourEyes.samePerson`.
 */
export async function confirmHolidayYear(
  deps: HolidayDeps,
  year: number,
  version: number,
  actor: Actor,
): Promise<Result<StoredHolidays>> {
  const before = await deps.holidays.get(year);
  const refused = refusal('confirm', before?.status ?? '', actor);
  if (refused !== undefined) return refused;
  if (before?.version !== version) return problem('calendar.holidays.stale');
  const { proposed } = before.state;
  if (proposed === undefined) return problem('calendar.holidays.status');
  const pair = requireSecondPerson(proposed.saved.by, actor.userId);
  if (!pair.ok) return pair;
  const now = deps.now();
  const state: HolidayCase = { year, confirmed: { ...proposed, confirmed: act(actor, now) } };
  return commit(deps, { before, command: 'confirm', to: 'confirmed', state, actor, now });
}

/** Gives the waiting version up; what was confirmed before it counts on. Problems as of a confirmation. */
export async function discardHolidayYear(
  deps: HolidayDeps,
  year: number,
  version: number,
  actor: Actor,
): Promise<Result<StoredHolidays>> {
  const before = await deps.holidays.get(year);
  const refused = refusal('discard', before?.status ?? '', actor);
  if (refused !== undefined) return refused;
  if (before?.version !== version) return problem('calendar.holidays.stale');
  const { confirmed } = before.state;
  return commit(deps, {
    before,
    command: 'discard',
    to: confirmed === undefined ? 'discarded' : 'confirmed',
    state: { year, ...(confirmed === undefined ? {} : { confirmed }) },
    actor,
    now: deps.now(),
  });
}

const act = (actor: Actor, now: Date) => ({ by: actor.userId, name: actor.name, at: instantOf(now) });

/** `status` is undefined where the command makes the case. */
function refusal(
  command: HolidayCommand,
  status: string | undefined,
  actor: Actor,
): Result<never> | undefined {
  const line = transitionOf(holidayTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('calendar.holidays.role');
  if (status === undefined || line.from.some((from) => from === status)) return undefined;
  return problem('calendar.holidays.status');
}

interface HolidayChange {
  readonly before: StoredHolidays | undefined;
  readonly command: HolidayCommand;
  readonly to: HolidayStatus;
  readonly state: HolidayCase;
  readonly actor: Actor;
  readonly now: Date;
}

async function commit(deps: HolidayDeps, change: HolidayChange): Promise<Result<StoredHolidays>> {
  const { before, command, to, state } = change;
  // The version that the command is about: the one saved, confirmed or given up.
  const about = state.proposed ?? (command === 'confirm' ? state.confirmed : before?.state.proposed);
  const outcome = await deps.cases.commit<HolidayCase>({
    caseId: holidayCaseId(state.year),
    before,
    status: to,
    state,
    index: { glpk: HOLIDAY_LIST, glsk: String(state.year) },
    audit: {
      kind: 'calendar',
      command,
      from: before?.status ?? '',
      to,
      actor: change.actor.userId,
      at: instantOf(change.now),
      digests: keyedDigests(await deps.auditKey(), { table: about?.table, version: about?.version }),
    },
  });
  return outcome.ok ? ok(outcome.case) : problem('calendar.holidays.stale');
}
