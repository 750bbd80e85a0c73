import { builtInHolidayYears, type HolidayYear } from './holidays.ts';
import { addDays, type LocalDate, type LocalMonth, localDate, weekdayOf, yearOf } from './localDate.ts';

/** Which days are worked: Monday to Friday, less the holidays, plus the make-up days of each loaded year. */
export type WorkingCalendar = {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  /** Years whose table is loaded and complete. */
  readonly complete: ReadonlySet<number>;
  /** Complete years whose table is not verified against the notice. */
  readonly unverified: ReadonlySet<number>;
};

/**
 * An answer of the calendar. `provisional` is true when it rests on a day of a year without a complete table:
 * such a day was taken as Monday-to-Friday, and the answer has to be shown as 暂定, alarmed, and recomputed when
 * the table arrives.
 */
export type Dated<T> = { readonly value: T; readonly provisional: boolean };

/** Builds a calendar; a later table of the same year replaces an earlier one. */
export function workingCalendar(tables: readonly HolidayYear[]): WorkingCalendar {
  const byYear = new Map(tables.map((table) => [table.year, table]));
  const off = new Set<string>();
  const work = new Set<string>();
  const complete = new Set<number>();
  const unverified = new Set<number>();
  for (const table of byYear.values()) {
    for (const run of table.off) for (let day = run.from; day <= run.to; day = addDays(day, 1)) off.add(day);
    for (const day of table.work) work.add(day);
    if (table.complete) complete.add(table.year);
    if (table.complete && table.verification !== 'V') unverified.add(table.year);
  }
  return { off, work, complete, unverified };
}

/** The calendar of the tables that come with the program. */
export const builtInCalendar: WorkingCalendar = workingCalendar(builtInHolidayYears);

function worked(date: LocalDate, calendar: WorkingCalendar): boolean {
  if (calendar.work.has(date)) return true;
  return weekdayOf(date) <= 5 && !calendar.off.has(date);
}

function unknown(date: LocalDate, calendar: WorkingCalendar): boolean {
  return !calendar.complete.has(yearOf(date));
}

export function isWorkingDay(date: LocalDate, calendar: WorkingCalendar): Dated<boolean> {
  return { value: worked(date, calendar), provisional: unknown(date, calendar) };
}

/**
 * The `count`-th working day after `date`, which is itself not counted (before it when `count` is negative).
 * With 0 the date itself, whether worked or not.
 */
export function addWorkingDays(date: LocalDate, count: number, calendar: WorkingCalendar): Dated<LocalDate> {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let day = date;
  let provisional = false;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    provisional ||= unknown(day, calendar);
    if (worked(day, calendar)) left -= 1;
  }
  return { value: day, provisional };
}

/** The working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): Dated<number> {
  if (to < from) {
    const back = workingDaysBetween(to, from, calendar);
    return { value: -back.value || 0, provisional: back.provisional };
  }
  let value = 0;
  let provisional = false;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    provisional ||= unknown(day, calendar);
    if (worked(day, calendar)) value += 1;
  }
  return { value, provisional };
}

/** The first working day on or after `date`: where a last day that is a day off rolls to. */
export function workingDayFrom(date: LocalDate, calendar: WorkingCalendar): Dated<LocalDate> {
  return worked(date, calendar)
    ? { value: date, provisional: unknown(date, calendar) }
    : withEarlierDoubt(addWorkingDays(date, 1, calendar), unknown(date, calendar));
}

/** The last working day before `date`. */
export function workingDayBefore(date: LocalDate, calendar: WorkingCalendar): Dated<LocalDate> {
  return addWorkingDays(date, -1, calendar);
}

/** The first working day of a month, e.g. 2026-10-08 for October 2026. */
export function firstWorkingDayOfMonth(month: LocalMonth, calendar: WorkingCalendar): Dated<LocalDate> {
  return workingDayFrom(localDate(`${month}-01`), calendar);
}

function withEarlierDoubt<T>(answer: Dated<T>, doubt: boolean): Dated<T> {
  return { value: answer.value, provisional: answer.provisional || doubt };
}
