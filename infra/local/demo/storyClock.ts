import { addDays, type LocalDate } from '../../../shared/calendar/localDate.ts';
import { type WorkingCalendar, workingDayBefore } from '../../../shared/calendar/workingDays.ts';

/** Seven minutes. */
const APART_MS = 7 * 60_000;
/** Nine in the morning in Shanghai. */
const OPENS = 'T01:00:00Z';

/** When the acts of a story were done, counted back from today. */
export interface StoryClock {
  readonly today: LocalDate;
  /** The last working day that lies so many days back or more. */
  dayAgo(days: number): LocalDate;
  /** An instant on that day, later than every one that was asked for before. */
  instant(days: number): Date;
}

export function storyClock(today: LocalDate, calendar: WorkingCalendar): StoryClock {
  const dayAgo = (days: number) => workingDayBefore(addDays(today, 1 - days), calendar).value;
  // Acts of one day follow each other by minutes, so that a history reads in the order in which it happened.
  const acts = new Map<LocalDate, number>();
  return {
    today,
    dayAgo,
    instant(days) {
      const day = dayAgo(days);
      const before = acts.get(day) ?? 0;
      acts.set(day, before + 1);
      return new Date(Date.parse(`${day}${OPENS}`) + before * APART_MS);
    },
  };
}
