import type { Problem } from '../problem.ts';
import { addDays, daysBetween, type LocalDate, weekdayOf, yearOf } from './localDate.ts';

/** Days from `from` to `to`, both included. */
export interface DayRun {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days of a year's table, as they are checked. */
export interface HolidayDays {
  readonly year: number;
  readonly off: readonly DayRun[];
  readonly work: readonly LocalDate[];
}

/** How many days the runs take off, weekend days inside them included. */
export function daysOff(runs: readonly DayRun[]): number {
  return runs.reduce((days, run) => days + Math.max(0, daysBetween(run.from, run.to) + 1), 0);
}

/** Every day of the runs, in their order. */
export function daysOfRuns(runs: readonly DayRun[]): LocalDate[] {
  return runs.flatMap(({ from, to }) => {
    const days: LocalDate[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    return days;
  });
}

/**
 * What is wrong with the days of a table, one problem per entry: `field` is `off.<index>` or `work.<index>`,
 * `params.line` the number of the entry from 1. A table without a fault may still be less than the whole year.
 */
export function holidayProblems(table: HolidayDays): Problem[] {
  return [
    ...table.off.flatMap((run, i) => one('off', i, runFault(table, run, table.off[i - 1]))),
    ...table.work.flatMap((day, i) => one('work', i, workFault(table, day, table.work.indexOf(day) < i))),
  ];
}

interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

function one(list: 'off' | 'work', index: number, fault: Fault | undefined): Problem[] {
  if (fault === undefined) return [];
  return [{ code: fault.code, params: { line: index + 1, ...fault.params }, field: `${list}.${index}` }];
}

function runFault({ year }: HolidayDays, run: DayRun, before: DayRun | undefined): Fault | undefined {
  const foreign = [run.from, run.to].find((day) => yearOf(day) !== year);
  if (foreign !== undefined) return { code: 'calendar.holidays.other_year', params: { day: foreign, year } };
  if (run.to < run.from) {
    return { code: 'calendar.holidays.run_reversed', params: { from: run.from, to: run.to } };
  }
  if (before === undefined || run.from > before.to) return undefined;
  return run.to < before.from
    ? { code: 'calendar.holidays.order', params: { day: run.from } }
    : { code: 'calendar.holidays.overlap', params: { day: run.from } };
}

function workFault({ year, off }: HolidayDays, day: LocalDate, twice: boolean): Fault | undefined {
  if (yearOf(day) !== year) return { code: 'calendar.holidays.other_year', params: { day, year } };
  if (weekdayOf(day) <= 5) return { code: 'calendar.holidays.not_weekend', params: { day } };
  if (off.some((run) => run.from <= day && day <= run.to)) {
    return { code: 'calendar.holidays.both', params: { day } };
  }
  return twice ? { code: 'calendar.holidays.twice', params: { day } } : undefined;
}
