import { daysBetween, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import type { ComplaintCase, ComplaintStatus } from '../complaint/complaintCase.ts';
import { type DeadlineKind, deadlineKinds } from '../complaint/deadlineKinds.ts';
import { activeDeadlines } from '../complaint/deadlines.ts';
import type { CaseKind } from '../complaint/filing.ts';
import type { StoredComplaint } from '../complaint/ports.ts';
import { casesBehind, complaintDimensions, type DimensionName } from './complaintDimensions.ts';

/** Counts of the complaints and reports received in a period (令121号 art. 38): pure, out of the cases alone. */

export type KindCounts = Readonly<Record<CaseKind, number>>;

export interface CountedLine extends KindCounts {
  readonly code: string;
}

export interface Breakdown {
  readonly dimension: DimensionName;
  /** In the order of its table; lines without a case are there with 0. */
  readonly lines: readonly CountedLine[];
}

/** How the office kept one kind of date. A date that lost its object (withdrawn, handed over) counts nowhere. */
export interface KeptLine {
  readonly deadline: DeadlineKind;
  /** Done on the last day or before. */
  readonly kept: number;
  /** Done after the last day. */
  readonly late: number;
  /** Not done, and the last day has not passed or the clock is stopped. */
  readonly running: number;
  /** Not done, and the last day has passed. */
  readonly overdue: number;
  /** Calendar days from the event to the act, rests included, of what was done; absent when nothing was. */
  readonly medianDays?: number;
}

export interface ComplaintCounts {
  readonly received: KindCounts;
  /** In which the office still owes something. */
  readonly open: KindCounts;
  /** Open, and at least one date has passed. */
  readonly overdue: KindCounts;
  readonly breakdowns: readonly Breakdown[];
  readonly kept: readonly KeptLine[];
}

export const dateStandings = ['kept', 'late', 'running', 'overdue'] as const;
export type DateStanding = (typeof dateStandings)[number];

/** The day on which what a date is for was done. */
export function doneOn(complaint: ComplaintCase, kind: DeadlineKind): LocalDate | undefined {
  const { accepted, refusal, mediationEnd, decision, tellings } = complaint;
  const day = (at: string | undefined) => (at === undefined ? undefined : shanghaiDate(at));
  const told = (whom: 'filer' | 'agency') => day(tellings.find(({ to }) => to === whom || to === 'both')?.at);
  switch (kind) {
    case 'accept':
      return accepted?.on ?? day(refusal?.at);
    case 'mediate':
      return mediationEnd?.on;
    case 'breach':
    case 'decide':
      return day(decision?.decided?.at);
    case 'competence':
      return day(complaint.disputes?.at(-1)?.settled?.at);
    case 'tellReporter':
      return told('filer');
    case 'tellEnd': {
      const [filer, agency] = [told('filer'), told('agency')];
      if (filer === undefined || agency === undefined) return undefined;
      return [filer, agency].sort()[1];
    }
  }
}

/** How a case stands with one kind of date; undefined when it has none, or none that matters any more. */
export function standingOf(
  { state, status }: StoredComplaint,
  kind: DeadlineKind,
  today: LocalDate,
): DateStanding | undefined {
  const stored = state.deadlines.find((one) => one.kind === kind);
  if (stored === undefined) return undefined;
  const { dueLegal } = stored.deadline;
  const done = doneOn(state, kind);
  if (done !== undefined) return done <= dueLegal ? 'kept' : 'late';
  const active = activeDeadlines({ ...state, suspensions: [] }, status as ComplaintStatus);
  if (!active.includes(stored)) return undefined;
  const rests = !activeDeadlines(state, status as ComplaintStatus).includes(stored);
  return rests || today <= dueLegal ? 'running' : 'overdue';
}

/** The middle of an odd number of values, the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function keptLine(cases: readonly StoredComplaint[], kind: DeadlineKind, today: LocalDate): KeptLine {
  const standings = cases.map((stored) => standingOf(stored, kind, today));
  const count = (wanted: DateStanding) => standings.filter((one) => one === wanted).length;
  const days = cases.flatMap(({ state }) => {
    const stored = state.deadlines.find((one) => one.kind === kind);
    const done = doneOn(state, kind);
    return stored === undefined || done === undefined ? [] : [daysBetween(stored.deadline.event, done)];
  });
  const middle = median(days);
  return {
    deadline: kind,
    kept: count('kept'),
    late: count('late'),
    running: count('running'),
    overdue: count('overdue'),
    ...(middle === undefined ? {} : { medianDays: middle }),
  };
}

/** Whether the office is late with something in this case. */
export function isLate(stored: StoredComplaint, today: LocalDate): boolean {
  return deadlineKinds.some(({ kind }) => standingOf(stored, kind, today) === 'overdue');
}

/** @param cases those received in the period, each once */
export function countComplaints(cases: readonly StoredComplaint[], today: LocalDate): ComplaintCounts {
  const byKind = (wanted: (stored: StoredComplaint) => boolean): KindCounts => {
    const found = cases.filter(wanted);
    const of = (kind: CaseKind) => found.filter(({ state }) => state.kind === kind).length;
    return { complaint: of('complaint'), report: of('report') };
  };
  return {
    received: byKind(() => true),
    open: byKind(({ state }) => state.ended === undefined),
    overdue: byKind((stored) => isLate(stored, today)),
    breakdowns: complaintDimensions.map((dimension) => ({
      dimension: dimension.name,
      lines: dimension.codes.map((code) => ({
        code,
        complaint: casesBehind(cases, dimension, code, 'complaint').length,
        report: casesBehind(cases, dimension, code, 'report').length,
      })),
    })),
    kept: deadlineKinds.map(({ kind }) => keptLine(cases, kind, today)),
  };
}
