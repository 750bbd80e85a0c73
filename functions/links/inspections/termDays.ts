import type { Deadline } from '../../../shared/calendar/deadline.ts';
import { addDays, daysBetween, type LocalDate } from '../../../shared/calendar/localDate.ts';
import { type WorkingCalendar, workingDaysBetween } from '../../../shared/calendar/workingDays.ts';
import type { DeadlineKind } from '../../../shared/inspection/deadlineKinds.ts';
import type { StoredDeadline } from '../../../shared/inspection/inspectionCase.ts';

/** The dates that concern an agency; the others are the office's own. */
export const agencyDeadlines: readonly DeadlineKind[] = [
  'visit',
  'recusal',
  'publicity',
  'rectify',
  'recheck',
  'correction',
];

/** Where today stands in a period. */
export type TermDay =
  /** The period begins after today. */
  | { readonly at: 'before'; readonly of: number }
  | { readonly at: 'within'; readonly day: number; readonly of: number }
  | { readonly at: 'over'; readonly late: number };

/**
 * Which day of a period today is, in the unit that the period is counted in; the day of the event is not counted.
 * The period of the visits is the plan's own: its first day is day 1.
 */
export function termDay(
  { kind, deadline }: StoredDeadline,
  today: LocalDate,
  calendar: WorkingCalendar,
): TermDay {
  const from = kind === 'visit' ? addDays(deadline.event, -1) : deadline.event;
  const days = (start: LocalDate, end: LocalDate) => daysIn(deadline.unit, start, end, calendar);
  const of = days(from, deadline.dueLegal);
  if (today > deadline.dueLegal) return { at: 'over', late: days(deadline.dueLegal, today) };
  if (today <= from) return { at: 'before', of };
  // A day off belongs to the working day before it.
  return { at: 'within', day: Math.max(1, days(from, today)), of };
}

function daysIn(unit: Deadline['unit'], from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number {
  return unit === 'workingDay' ? workingDaysBetween(from, to, calendar).value : daysBetween(from, to);
}
