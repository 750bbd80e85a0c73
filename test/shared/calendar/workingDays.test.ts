import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInHolidayYears, holidayYearSchema } from '../../../shared/calendar/holidays.ts';
import { addDays, localDate, localMonth } from '../../../shared/calendar/localDate.ts';
import {
  addWorkingDays,
  builtInCalendar as calendar,
  firstWorkingDayOfMonth,
  isWorkingDay,
  workingCalendar,
  workingDayBefore,
  workingDayFrom,
  workingDaysBetween,
} from '../../../shared/calendar/workingDays.ts';

const dayOf2026 = fc.integer({ min: 0, max: 364 }).map((n) => addDays(localDate('2026-01-01'), n));

describe('the tables that come with the program', () => {
  it('give 248 working days in 2026', () => {
    expect(workingDaysBetween(localDate('2025-12-31'), localDate('2026-12-31'), calendar)).toEqual({
      value: 248,
      provisional: false,
    });
  });

  it('carry a source, mark 2025 as unverified and know no 2027', () => {
    expect(builtInHolidayYears.map((table) => [table.year, table.verification])).toEqual([
      [2025, 'M'],
      [2026, 'V'],
    ]);
    expect(builtInHolidayYears.every((table) => table.source.length > 0)).toBe(true);
    expect([...calendar.unverified]).toEqual([2025]);
  });

  it('give make-up days only on weekends', () => {
    for (const table of builtInHolidayYears) {
      for (const day of table.work) expect([0, 6]).toContain(new Date(day).getUTCDay());
    }
  });

  it('refuse a table with a day of another year, a reversed run or a day both off and worked', () => {
    const table = { year: 2027, source: 'x', verification: 'V', complete: true, off: [], work: [] };
    const off = (from: string, to: string) => ({ ...table, off: [{ from, to }] });
    expect(holidayYearSchema.safeParse(table).success).toBe(true);
    expect(holidayYearSchema.safeParse(off('2026-12-31', '2027-01-01')).success).toBe(false);
    expect(holidayYearSchema.safeParse(off('2027-01-03', '2027-01-01')).success).toBe(false);
    const both = { ...off('2027-01-01', '2027-01-03'), work: ['2027-01-02'] };
    expect(holidayYearSchema.safeParse(both).success).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-02-16', 7, '2026-03-03'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-09-18', 7, '2026-09-29'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-10-10', 7, '2026-10-20'],
    ['2026-09-30', 20, '2026-11-03'],
    ['2026-04-30', 15, '2026-05-25'],
  ])('%s + %i working days = %s', (from, count, to) => {
    expect(addWorkingDays(localDate(from), count, calendar)).toEqual({ value: to, provisional: false });
  });

  it('count make-up Saturdays and leave out holidays on weekdays', () => {
    expect(isWorkingDay(localDate('2026-10-10'), calendar).value).toBe(true);
    expect(isWorkingDay(localDate('2026-10-11'), calendar).value).toBe(false);
    expect(isWorkingDay(localDate('2026-10-01'), calendar).value).toBe(false);
    expect(isWorkingDay(localDate('2026-11-23'), calendar).value).toBe(true);
  });

  it('find the first working day of a month', () => {
    expect(firstWorkingDayOfMonth(localMonth('2026-10'), calendar).value).toBe('2026-10-08');
    expect(firstWorkingDayOfMonth(localMonth('2026-01'), calendar).value).toBe('2026-01-04');
    expect(firstWorkingDayOfMonth(localMonth('2026-12'), calendar).value).toBe('2026-12-01');
    expect(workingDayFrom(localDate('2026-10-02'), calendar).value).toBe('2026-10-08');
    expect(workingDayBefore(localDate('2026-10-08'), calendar).value).toBe('2026-09-30');
  });

  it('say provisional as soon as a day without a complete table was looked at', () => {
    expect(addWorkingDays(localDate('2026-12-30'), 1, calendar).provisional).toBe(false);
    expect(addWorkingDays(localDate('2026-12-30'), 2, calendar)).toEqual({
      value: '2027-01-01',
      provisional: true,
    });
    expect(isWorkingDay(localDate('2027-01-01'), calendar)).toEqual({ value: true, provisional: true });
    expect(firstWorkingDayOfMonth(localMonth('2027-02'), calendar).provisional).toBe(true);
    expect(workingDaysBetween(localDate('2026-12-30'), localDate('2027-01-04'), calendar).provisional).toBe(
      true,
    );
  });

  it('stay provisional while a year is only partly known, and follow the table that replaces it', () => {
    const start = localDate('2026-12-31');
    const newYear = { from: localDate('2027-01-01'), to: localDate('2027-01-03') };
    const partial = {
      year: 2027,
      source: 'x',
      verification: 'P' as const,
      complete: false,
      off: [newYear],
      work: [],
    };
    const before = workingCalendar([...builtInHolidayYears, partial]);
    expect(addWorkingDays(start, 1, before)).toEqual({ value: '2027-01-04', provisional: true });
    const after = workingCalendar([...builtInHolidayYears, partial, { ...partial, complete: true }]);
    expect(addWorkingDays(start, 1, after)).toEqual({ value: '2027-01-04', provisional: false });
  });

  it('are monotone in the start and in the count, and reverse exactly', () => {
    fc.assert(
      fc.property(dayOf2026, fc.integer({ min: 1, max: 200 }), (date, count) => {
        const due = addWorkingDays(date, count, calendar).value;
        expect(due > date).toBe(true);
        expect(addWorkingDays(addDays(date, 1), count, calendar).value >= due).toBe(true);
        expect(addWorkingDays(date, count + 1, calendar).value > due).toBe(true);
        expect(isWorkingDay(due, calendar).value).toBe(true);
        expect(workingDaysBetween(date, due, calendar).value).toBe(count);
        expect(workingDaysBetween(due, date, calendar).value).toBe(-count);
        const back = addWorkingDays(due, -count, calendar).value;
        expect(back <= date).toBe(true);
        if (isWorkingDay(date, calendar).value) expect(back).toBe(date);
      }),
    );
  });

  it('refuse a fraction of a day', () => {
    expect(() => addWorkingDays(localDate('2026-01-05'), 1.5, calendar)).toThrow(RangeError);
  });
});
