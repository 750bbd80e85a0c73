import type { StoredHolidays } from './holidayCase.ts';
import { standingTables } from './holidayStore.ts';
import type { HolidayYear } from './holidays.ts';
import { addDays, type LocalDate, localDate, yearOf } from './localDate.ts';
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from './workingDays.ts';

/** From this day on, next year's notice is expected: the State Council's came out on 4 November for 2026. */
const NOTICE_EXPECTED = '11-01';

/** How one year stands. */
export interface YearStanding {
  readonly year: number;
  /** The table that counts, if any. */
  readonly table?: HolidayYear;
  /** What the office has entered of the year. */
  readonly stored?: StoredHolidays;
  /** `absent`: no table counts; `part`: one that is not the whole year. Dates of the year are then provisional. */
  readonly lacks?: 'absent' | 'part';
  /** A person has to act now: dates of the year are being computed, or its notice should be out. */
  readonly pressing: boolean;
}

/** Every year with a table, the current one and the next, the latest first. */
export function yearStandings(today: LocalDate, stored: readonly StoredHolidays[]): YearStanding[] {
  const current = yearOf(today);
  const tables = new Map(standingTables(stored).map((table) => [table.year, table]));
  const own = new Map(stored.map((one) => [one.state.year, one]));
  const years = new Set([...tables.keys(), ...own.keys(), current, current + 1]);
  return [...years]
    .toSorted((a, b) => b - a)
    .map((year) => {
      const [table, mine] = [tables.get(year), own.get(year)];
      const lacks = table === undefined ? 'absent' : table.complete ? undefined : 'part';
      const due = year === current || (year === current + 1 && today >= `${current}-${NOTICE_EXPECTED}`);
      return {
        year,
        ...(table === undefined ? {} : { table }),
        ...(mine === undefined ? {} : { stored: mine }),
        ...(lacks === undefined ? {} : { lacks }),
        pressing: due && lacks !== undefined,
      };
    });
}

/** The working days of a whole year. */
export function workingDaysOf(year: number, calendar: WorkingCalendar): number {
  return workingDaysBetween(localDate(`${year - 1}-12-31`), localDate(`${year}-12-31`), calendar).value;
}

/** What another table changes: the days that are off by it and worked now, and the other way round. */
export interface DayChanges {
  readonly off: readonly LocalDate[];
  readonly worked: readonly LocalDate[];
}

/** Compares two calendars over one year; a year without a table is Monday to Friday. */
export function changedDays(year: number, now: WorkingCalendar, then: WorkingCalendar): DayChanges {
  const off: LocalDate[] = [];
  const worked: LocalDate[] = [];
  for (let day = localDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    const [before, after] = [isWorkingDay(day, now).value, isWorkingDay(day, then).value];
    if (before && !after) off.push(day);
    if (!before && after) worked.push(day);
  }
  return { off, worked };
}
