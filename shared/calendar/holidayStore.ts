import type { StoredHolidays } from './holidayCase.ts';
import { builtInHolidayYears, type HolidayYear } from './holidays.ts';
import { type WorkingCalendar, workingCalendar } from './workingDays.ts';

/** Reads the tables that the office has entered; they are written by their commands through the case store. */
export interface HolidayTables {
  get(year: number): Promise<StoredHolidays | undefined>;
  /** Every year that was ever entered, the earliest first, with who saved and confirmed which version. */
  list(): Promise<readonly StoredHolidays[]>;
}

/** Partition of the list index in which the years stand. */
export const HOLIDAY_LIST = 'LS#HOL';

/** The tables that count: those of the program, each replaced by the office's own once that is confirmed. */
export function standingTables(stored: readonly StoredHolidays[]): readonly HolidayYear[] {
  const own = stored.flatMap(({ state }) => (state.confirmed === undefined ? [] : [state.confirmed.table]));
  const replaced = new Set(own.map(({ year }) => year));
  return [...builtInHolidayYears.filter(({ year }) => !replaced.has(year)), ...own];
}

/** The calendar of the tables that count. */
export function standingCalendar(stored: readonly StoredHolidays[]): WorkingCalendar {
  return workingCalendar(standingTables(stored));
}
