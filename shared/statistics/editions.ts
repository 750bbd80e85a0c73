import { addMonths, type LocalDate, localDate, monthOf, yearOf } from '../calendar/localDate.ts';
import type { StoredComplaint } from '../complaint/ports.ts';
import { countComplaints } from './complaints.ts';
import { type PublicComplaintCounts, publicComplaintCounts } from './publicComplaints.ts';

/**
 * What is published when (令121号 art. 38; the order names no cycle: yearly, and provisionally after each quarter, is
 * our own choice). An edition is counted once and kept as it was published: counted anew at every change of the site,
 * the difference of two days would tell of a single case.
 */

export interface EditionPeriod {
  /** `2026` for a whole year, `2026-Q3` for a year up to the end of a quarter. */
  readonly id: string;
  readonly year: number;
  /** First and last month of receipt, `2026-01`. */
  readonly from: string;
  readonly to: string;
  /** A whole year; the others are marked as provisional. */
  readonly final: boolean;
}

export interface Edition extends EditionPeriod {
  /** The day on which it was counted. */
  readonly on: LocalDate;
  /** Absent when nothing was received: the office may not have used the system yet. */
  readonly counts?: PublicComplaintCounts;
}

export interface Editions {
  has(id: string): Promise<boolean>;
  /** Keeps the edition and has it published. @returns false when somebody was faster */
  put(edition: Edition, at: string): Promise<boolean>;
  all(): Promise<readonly Edition[]>;
}

const QUARTER = 3;

/** The editions that there ought to be on a day: last year, and this year up to the end of the last quarter. */
export function editionsDue(today: LocalDate): readonly EditionPeriod[] {
  const year = yearOf(today);
  const month = Number(monthOf(today).slice(5));
  const quarters = Math.floor((month - 1) / QUARTER);
  const last = {
    id: String(year - 1),
    year: year - 1,
    from: `${year - 1}-01`,
    to: `${year - 1}-12`,
    final: true,
  };
  if (quarters === 0) return [last];
  const to = `${year}-${String(quarters * QUARTER).padStart(2, '0')}`;
  return [last, { id: `${year}-Q${quarters}`, year, from: `${year}-01`, to, final: false }];
}

/** The months from one to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let day = localDate(`${from}-01`); monthOf(day) <= to; day = addMonths(day, 1))
    months.push(monthOf(day));
  return months;
}

interface EditionDeps {
  readonly editions: Editions;
  readonly ofMonth: (month: string) => Promise<readonly StoredComplaint[]>;
}

/** Counts and keeps what is due. @returns how many were new */
export async function publishEditions(deps: EditionDeps, today: LocalDate, at: string): Promise<number> {
  let made = 0;
  for (const period of editionsDue(today)) {
    if (await deps.editions.has(period.id)) continue;
    const cases: StoredComplaint[] = [];
    for (const month of monthsBetween(period.from, period.to)) cases.push(...(await deps.ofMonth(month)));
    const counts = publicComplaintCounts(countComplaints(cases, today));
    const edition = { ...period, on: today, ...(cases.length === 0 ? {} : { counts }) };
    if (await deps.editions.put(edition, at)) made += 1;
  }
  return made;
}

/** What the site shows: the newest edition of each year that has any, newest year first. */
export function shownEditions(editions: readonly Edition[]): readonly Edition[] {
  const newest = new Map<number, Edition>();
  // `2026` stands before `2026-Q1`: a whole year is the last word on it.
  for (const one of [...editions].sort((a, b) =>
    a.to === b.to ? Number(a.final) - Number(b.final) : a.to < b.to ? -1 : 1,
  ))
    if (one.counts !== undefined) newest.set(one.year, one);
  return [...newest.values()].sort((a, b) => b.year - a.year);
}
