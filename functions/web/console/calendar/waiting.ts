import type { StoredHolidays } from '../../../../shared/calendar/holidayCase.ts';
import { type YearStanding, yearStandings } from '../../../../shared/calendar/holidayYears.ts';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';

/** Versions that this person could confirm: those that somebody else has entered. */
export function toConfirm(years: readonly StoredHolidays[], userId: string): readonly StoredHolidays[] {
  return years.filter(({ state }) => state.proposed !== undefined && state.proposed.saved.by !== userId);
}

/** Years that need a table now and for which none waits: the earliest first. */
export function pressingYears(today: LocalDate, years: readonly StoredHolidays[]): readonly YearStanding[] {
  return yearStandings(today, years)
    .filter(({ pressing, stored }) => pressing && stored?.state.proposed === undefined)
    .reverse();
}
