import type { StoredCase } from '../case/caseStore.ts';
import type { Transition } from '../case/transition.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { HolidayYear } from './holidays.ts';

/** `proposed`: a version waits for the second person; `discarded`: the only one that ever waited was given up. */
export const holidayStatuses = ['proposed', 'confirmed', 'discarded'] as const;
export type HolidayStatus = (typeof holidayStatuses)[number];

export type HolidayCommand = 'save' | 'confirm' | 'discard';

/** One version of a year's table. */
export interface HolidayVersion {
  /** Counts from 1 within the year; a proposal that is saved again keeps its number. */
  readonly version: number;
  readonly table: HolidayYear;
  readonly saved: Act;
}

export interface ConfirmedHolidayVersion extends HolidayVersion {
  readonly confirmed: Act;
}

/**
 * The holiday table of one year as the office keeps it. Only `confirmed` counts, also while a new version waits
 * beside it: a wrong calendar shifts every legal date. Earlier versions live on as digests in the audit chain.
 */
export interface HolidayCase {
  readonly year: number;
  readonly proposed?: HolidayVersion;
  readonly confirmed?: ConfirmedHolidayVersion;
}

export type StoredHolidays = StoredCase<HolidayCase>;

/** The states of a year's table; the first `save` makes the case. */
export const holidayTransitions: readonly Transition<HolidayStatus, HolidayCommand>[] = [
  { command: 'save', from: ['proposed', 'confirmed', 'discarded'], to: ['proposed'], by: ['supervisor'] },
  { command: 'confirm', from: ['proposed'], to: ['confirmed'], by: ['approver'] },
  {
    command: 'discard',
    from: ['proposed'],
    to: ['confirmed', 'discarded'],
    by: ['supervisor', 'approver'],
  },
];

export function holidayCaseId(year: number): string {
  return `HOL#${year}`;
}
