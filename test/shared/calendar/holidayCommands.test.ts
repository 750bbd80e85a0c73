import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DynamoHolidays } from '../../../shared/adapters/dynamoHolidays.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import {
  type HolidayCommand,
  holidayCaseId,
  holidayStatuses,
  holidayTransitions,
} from '../../../shared/calendar/holidayCase.ts';
import {
  confirmHolidayYear,
  discardHolidayYear,
  type HolidayDeps,
  type HolidayEntries,
  readHolidayYear,
  saveHolidayYear,
} from '../../../shared/calendar/holidayCommands.ts';
import { standingCalendar } from '../../../shared/calendar/holidayStore.ts';
import { changedDays, workingDaysOf, yearStandings } from '../../../shared/calendar/holidayYears.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { addWorkingDays, builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import type { Problem } from '../../../shared/problem.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { entries2027 as entries } from './year2027.ts';

const supervisor: Actor = { userId: 'u-s', name: '监管', roles: ['supervisor'] };
const approver: Actor = { userId: 'u-a', name: '审批', roles: ['approver'] };
const both: Actor = { userId: 'u-b', name: '身兼两职', roles: ['supervisor', 'approver'] };

let tables: Tables;
let deps: HolidayDeps & { holidays: DynamoHolidays };

let now = '2026-11-23T02:00:00Z';
beforeEach(async () => {
  now = '2026-11-23T02:00:00Z';
  tables = await openTables();
  deps = {
    cases: tables.store,
    holidays: new DynamoHolidays(tables.client, 'core'),
    auditKey: async () => new Uint8Array(32),
    now: () => new Date(now),
  };
});

afterEach(() => tables.close());

const codes = (answer: { ok: boolean; problems?: readonly Problem[] }) =>
  answer.ok ? [] : (answer.problems ?? []).map(({ code }) => code);

const save = (over: Partial<HolidayEntries> = {}, version?: number, actor = supervisor) =>
  saveHolidayYear(deps, 2027, { ...entries, ...over }, version, actor);

describe('the table of a year', () => {
  it('counts once a second person has confirmed it, and makes the year’s dates certain', async () => {
    expect((await save()).ok).toBe(true);
    const waiting = standingCalendar(await deps.holidays.list());
    expect(waiting.complete.has(2027)).toBe(false);
    expect(await confirmHolidayYear(deps, 2027, 1, approver)).toMatchObject({
      ok: true,
      value: { status: 'confirmed', state: { confirmed: { version: 1, confirmed: { by: 'u-a' } } } },
    });
    const calendar = standingCalendar(await deps.holidays.list());
    const date = localDate('2026-12-30');
    expect(addWorkingDays(date, 2, builtInCalendar)).toEqual({ value: '2027-01-01', provisional: true });
    expect(addWorkingDays(date, 2, calendar)).toEqual({ value: '2027-01-04', provisional: false });
    expect(calendar.complete).toEqual(new Set([2025, 2026, 2027]));
  });

  it('is never confirmed by who entered it, whatever their roles', async () => {
    await save({}, undefined, both);
    expect(codes(await confirmHolidayYear(deps, 2027, 1, both))).toEqual(['access.fourEyes.samePerson']);
    expect((await deps.holidays.get(2027))?.state.confirmed).toBeUndefined();
  });

  it('is replaced the same way; the version before counts until then, and the chain keeps all', async () => {
    await save();
    await confirmHolidayYear(deps, 2027, 1, approver);
    expect((await save({ work: [] }, 2)).ok).toBe(true);
    expect(standingCalendar(await deps.holidays.list()).work.has('2027-02-14')).toBe(true);
    // Corrected while it waits: still the second version.
    expect((await save({ work: ['2027-09-26'] }, 3)).ok).toBe(true);
    expect(await confirmHolidayYear(deps, 2027, 4, approver)).toMatchObject({
      ok: true,
      value: { state: { confirmed: { version: 2, table: { work: ['2027-09-26'] } } } },
    });
    expect(standingCalendar(await deps.holidays.list()).work.has('2027-02-14')).toBe(false);
    const chain = await tables.store.chain(holidayCaseId(2027));
    expect(chain.map(({ kind, command, from, to }) => [kind, command, from, to])).toEqual([
      ['calendar', 'save', '', 'proposed'],
      ['calendar', 'confirm', 'proposed', 'confirmed'],
      ['calendar', 'save', 'confirmed', 'proposed'],
      ['calendar', 'save', 'proposed', 'proposed'],
      ['calendar', 'confirm', 'proposed', 'confirmed'],
    ]);
    // What was confirmed is what was saved; another version has another digest.
    const digests = chain.map(({ digests }) => digests['table']);
    expect(digests[1]).toBe(digests[0]);
    expect(new Set(digests).size).toBe(3);
    expect(verifyChain(holidayCaseId(2027), chain, await deps.holidays.get(2027))).toEqual([]);
  });

  it('can be given up while it waits, with or without one in force', async () => {
    await save();
    expect(await discardHolidayYear(deps, 2027, 1, approver)).toMatchObject({
      ok: true,
      value: { status: 'discarded', state: { year: 2027 } },
    });
    await save({}, 2);
    await confirmHolidayYear(deps, 2027, 3, approver);
    await save({ work: [] }, 4);
    expect(await discardHolidayYear(deps, 2027, 5, supervisor)).toMatchObject({
      ok: true,
      value: { status: 'confirmed', state: { confirmed: { version: 1 } } },
    });
  });

  it('replaces one that comes with the program', async () => {
    const year = {
      ...entries,
      off: entries.off.map(({ from, to }) => ({ from: at2026(from), to: at2026(to) })),
    };
    await saveHolidayYear(deps, 2026, { ...year, work: [] }, undefined, supervisor);
    await confirmHolidayYear(deps, 2026, 1, approver);
    const calendar = standingCalendar(await deps.holidays.list());
    expect(calendar.work.has('2026-10-10')).toBe(false);
    expect(calendar.off.has('2026-05-01')).toBe(false);
    expect(calendar.off.has('2025-05-01')).toBe(true);
  });

  it('that is not the whole year leaves it provisional', async () => {
    await save({ complete: false, off: [], work: [] });
    await confirmHolidayYear(deps, 2027, 1, approver);
    const stored = await deps.holidays.list();
    expect(standingCalendar(stored).complete.has(2027)).toBe(false);
    expect(yearStandings(localDate('2026-11-23'), stored)[0]).toMatchObject({
      year: 2027,
      lacks: 'part',
      pressing: true,
    });
  });

  it('is refused to whoever saw an older state', async () => {
    await save();
    expect(codes(await save({ work: [] }))).toEqual(['calendar.holidays.stale']);
    await save({ work: [] }, 1);
    expect(codes(await confirmHolidayYear(deps, 2027, 1, approver))).toEqual(['calendar.holidays.stale']);
  });

  it('is entered for years with a known law up to the next, no further', async () => {
    const entered = (year: number) => saveHolidayYear(deps, year, entries, undefined, supervisor);
    expect(codes(await entered(2028))).toEqual(['calendar.holidays.year_range']);
    expect(codes(await entered(2013))).toEqual(['calendar.holidays.year_range']);
    // Shanghai is a year ahead of UTC for eight hours.
    now = '2026-12-31T16:30:00Z';
    expect(codes(await entered(2028))).not.toContain('calendar.holidays.year_range');
  });
});

const at2026 = (day: string) => day.replace('2027', '2026');

describe('the transition table guards every command', () => {
  const give: Readonly<Record<HolidayCommand, (version: number, actor: Actor) => Promise<{ ok: boolean }>>> =
    {
      save: (version, actor) => save({}, version, actor),
      confirm: (version, actor) => confirmHolidayYear(deps, 2027, version, actor),
      discard: (version, actor) => discardHolidayYear(deps, 2027, version, actor),
    };
  const reach: Readonly<Record<(typeof holidayStatuses)[number], () => Promise<unknown>>> = {
    proposed: () => save(),
    confirmed: async () => {
      await save();
      await confirmHolidayYear(deps, 2027, 1, approver);
    },
    discarded: async () => {
      await save();
      await discardHolidayYear(deps, 2027, 1, supervisor);
    },
  };

  it.each(holidayTransitions.flatMap((line) => holidayStatuses.map((status) => ({ line, status }))))(
    '$line.command in $status',
    async ({ line, status }) => {
      await reach[status]();
      const before = await deps.holidays.get(2027);
      const version = before?.version ?? -1;
      const notary: Actor = { userId: 'u-n', name: '公证', roles: ['notary'] };
      expect(codes(await give[line.command](version, notary))).toEqual(['calendar.holidays.role']);
      const [role] = line.by;
      const actor: Actor = { userId: 'u-x', name: '另一人', roles: role === undefined ? [] : [role] };
      const answer = await give[line.command](version, actor);
      if (line.from.includes(status)) {
        expect(answer.ok).toBe(true);
        const after = (await deps.holidays.get(2027))?.status;
        expect(line.to).toContain(after);
      } else {
        expect(codes(answer)).toEqual(['calendar.holidays.status']);
        expect(await deps.holidays.get(2027)).toEqual(before);
      }
    },
  );
});

describe('the entries of a table', () => {
  const faults = (over: Partial<HolidayEntries>) => {
    const read = readHolidayYear(2027, { ...entries, ...over });
    return read.ok
      ? []
      : read.problems.map(({ code, field, params }) => [code.slice(18), field, params?.['line']]);
  };
  const run = (from: string, to = from) => ({ from, to });
  const rest = entries.off.slice(1);

  it.each([
    ['of another year', { off: [run('2026-12-31', '2027-01-02'), ...rest] }, ['other_year', 'off.0', 1]],
    ['reversed', { off: [...entries.off, run('2027-10-20', '2027-10-11')] }, ['run_reversed', 'off.3', 4]],
    ['out of order', { off: [...entries.off, run('2027-04-05')] }, ['order', 'off.3', 4]],
    ['overlapping', { off: [...entries.off, run('2027-10-07', '2027-10-09')] }, ['overlap', 'off.3', 4]],
    ['made up on a Monday', { work: ['2027-02-14', '2027-02-15'] }, ['not_weekend', 'work.1', 2]],
    ['made up twice', { work: ['2027-02-14', '2027-02-14'] }, ['twice', 'work.1', 2]],
    ['off and worked', { work: ['2027-02-07'] }, ['both', 'work.0', 1]],
    ['made up in another year', { work: ['2026-02-14'] }, ['other_year', 'work.0', 1]],
    ['without a source', { source: '  ' }, ['source', 'source', undefined]],
  ] as const)('%s: named with its line', (_, over, fault) => {
    expect(faults(over as Partial<HolidayEntries>)).toEqual([fault]);
  });

  it('call a year whole only with the thirteen statutory days off', () => {
    const short = { off: [run('2027-01-01', '2027-01-12')] };
    expect(faults(short)).toEqual([['too_few', 'complete', undefined]]);
    expect(faults({ ...short, complete: false })).toEqual([]);
    expect(faults({ off: [run('2027-01-01', '2027-01-13')] })).toEqual([]);
  });
});

describe('the years', () => {
  it('press for the next table from 1 November, for the current one always', () => {
    const pressing = (today: string) =>
      yearStandings(localDate(today), [])
        .filter(({ pressing }) => pressing)
        .map(({ year }) => year);
    expect(pressing('2026-10-31')).toEqual([]);
    expect(pressing('2026-11-01')).toEqual([2027]);
    expect(pressing('2027-01-01')).toEqual([2027]);
    expect(pressing('2027-11-01')).toEqual([2028, 2027]);
  });

  it('are compared day by day', async () => {
    await save();
    await confirmHolidayYear(deps, 2027, 1, approver);
    const calendar = standingCalendar(await deps.holidays.list());
    const changes = changedDays(2027, builtInCalendar, calendar);
    expect(changes.worked).toEqual(['2027-02-14', '2027-09-26']);
    // Only days that were worked Monday to Friday: 1 January is a Friday, 2 and 3 are a weekend.
    expect(changes.off.slice(0, 2)).toEqual(['2027-01-01', '2027-02-05']);
    expect(changedDays(2027, calendar, builtInCalendar)).toEqual({
      off: changes.worked,
      worked: changes.off,
    });
    expect(workingDaysOf(2027, calendar)).toBe(261 - changes.off.length + changes.worked.length);
    expect(workingDaysOf(2026, calendar)).toBe(248);
  });
});
