import type { Deadline } from './deadline.ts';
import { addDays, daysBetween, type LocalDate, yearOf } from './localDate.ts';
import { isWorkingDay, type WorkingCalendar, workingDaysBetween } from './workingDays.ts';

/** From how many working days before its last day on a deadline is called due soon: our convention, not the law's. */
const DUE_SOON_WORKING_DAYS = 3;

export type DeadlineProgress = {
  /** Where in the period the day stands. Absent for months, for a period before an event, and once it is over. */
  readonly count?: { readonly unit: 'workingDay' | 'day'; readonly day: number; readonly of: number };
  readonly standing: 'onTime' | 'dueSoon' | 'overdue';
  /** Working days after today up to and with the last day: 0 on the last day and when it has passed. */
  readonly left: number;
  /** Calendar days since the last day; 0 while it has not passed. */
  readonly overdueDays: number;
  /** The deadline itself, or what was counted here, rests on a year without a complete holiday table. */
  readonly provisional: boolean;
};

/**
 * Where a deadline stands on a day. The day of the event is day 0, days of a suspension do not count, and a last
 * day that moved off a day off stays the last of the period: day 60 of 60, never day 62.
 */
export function deadlineProgress(
  deadline: Deadline,
  today: LocalDate,
  calendar: WorkingCalendar,
): DeadlineProgress {
  const { dueLegal } = deadline;
  const overdueDays = Math.max(0, daysBetween(dueLegal, today));
  const overdue = overdueDays > 0;
  const left = workingDaysBetween(today, overdue ? today : dueLegal, calendar);
  const standing = overdue ? 'overdue' : left.value <= DUE_SOON_WORKING_DAYS ? 'dueSoon' : 'onTime';
  const count = overdue ? undefined : countOf(deadline, today, calendar);
  return {
    ...(count === undefined ? {} : { count }),
    standing,
    left: left.value,
    overdueDays,
    provisional: deadline.provisional || left.provisional,
  };
}

function countOf(
  { unit, direction, length, event, suspensions }: Deadline,
  today: LocalDate,
  calendar: WorkingCalendar,
): DeadlineProgress['count'] {
  if (unit === 'month' || direction === 'before') return undefined;
  let day = 0;
  for (let date = event; date < today && day < length; ) {
    date = addDays(date, 1);
    const counts = unit === 'day' || isWorkingDay(date, calendar).value;
    if (counts && !suspensions.some((run) => run.from <= date && date <= run.to)) day += 1;
  }
  return { unit, day, of: length };
}

/**
 * Whether a provisional deadline can be computed for good: every year that it touches has a complete table by
 * now. What is stored as provisional is computed anew when this becomes true.
 */
export function canBeSettled(deadline: Deadline, calendar: WorkingCalendar): boolean {
  if (!deadline.provisional) return false;
  const years = [deadline.event, deadline.dueLegal, deadline.dueTarget].map(yearOf);
  for (let year = Math.min(...years); year <= Math.max(...years); year++) {
    if (!calendar.complete.has(year)) return false;
  }
  return true;
}
