import type { HolidayEntries } from '../../../shared/calendar/holidayCommands.ts';

/** A made-up table of 2027 for tests: the notice of that year is not known here. */
export const entries2027: HolidayEntries = {
  source: '测试用的安排，并非通知',
  verification: 'V',
  complete: true,
  off: [
    { from: '2027-01-01', to: '2027-01-03' },
    { from: '2027-02-05', to: '2027-02-13' },
    { from: '2027-10-01', to: '2027-10-07' },
  ],
  work: ['2027-02-14', '2027-09-26'],
};
