import * as z from 'zod';
import { holidayProblems } from './holidayChecks.ts';
import { localDateSchema } from './localDate.ts';

/** One day, or an inclusive run of days within one year. */
const runSchema = z.object({ from: localDateSchema, to: localDateSchema });

/** The fields of a year's table; whether its days fit together is another check. */
export const holidayFieldsSchema = z.object({
  year: z.int().min(1900).max(2199),
  /** Where the table was read: document, date, address. */
  source: z.string().trim().min(1, 'calendar.holidays.source').max(300, 'calendar.holidays.source_long'),
  /** V read in full, P partial copy, M from memory or unverified (shown as 未核实). */
  verification: z.enum(['V', 'P', 'M'], 'calendar.holidays.verification'),
  /** False while only part of the year is known: answers that touch the year are then provisional. */
  complete: z.boolean(),
  /** Days off by the notice in their order, weekends inside a run included. */
  off: z.array(runSchema).max(60),
  /** Saturdays and Sundays on which work is made up (调休上班). */
  work: z.array(localDateSchema).max(60),
});

/**
 * The table of one year, as the State Council's yearly notice gives it. It is data: an office loads next year's
 * table when the notice is out; nothing may ever be computed silently without one.
 */
export const holidayYearSchema = holidayFieldsSchema.superRefine((table, context) => {
  for (const { code, field } of holidayProblems(table)) {
    context.addIssue({ code: 'custom', message: code, path: (field ?? '').split('.') });
  }
});
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** `'01-01'` or `'01-01/01-03'` in a year; keeps the tables below as short as the notice. */
function runs(year: number, ...spans: string[]) {
  return spans.map((span) => {
    const [from, to] = span.split('/');
    return { from: `${year}-${from}`, to: `${year}-${to ?? from}` };
  });
}

function days(year: number, ...list: string[]): string[] {
  return list.map((day) => `${year}-${day}`);
}

/** The tables that come with the program. 2027's notice had not been seen when this was written: it is absent. */
export const builtInHolidayYears: readonly HolidayYear[] = z.array(holidayYearSchema).parse([
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知（未取得原文，未核实）',
    verification: 'M',
    complete: true,
    off: runs(2025, '01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'),
    work: days(2025, '01-26', '02-08', '04-27', '09-28', '10-11'),
  },
  {
    year: 2026,
    source:
      '国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04, politics.gmw.cn/2025-11/04/content_38391083.htm',
    verification: 'V',
    complete: true,
    off: runs(
      2026,
      '01-01/01-03',
      '02-15/02-23',
      '04-04/04-06',
      '05-01/05-05',
      '06-19/06-21',
      '09-25/09-27',
      '10-01/10-07',
    ),
    work: days(2026, '01-04', '02-14', '02-28', '05-09', '09-20', '10-10'),
  },
]);
