import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfShanghaiDay,
  formatDateEn,
  formatDateZh,
  localDate,
  localDateSchema,
  localMonth,
  parseLocalDate,
  shanghaiDate,
  startOfShanghaiDay,
  weekdayOf,
} from '../../../shared/calendar/localDate.ts';

const anyDate = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

describe('a calendar date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-04-31',
    '2026-01-01T00:00',
    '',
  ])('refuses %s', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
    expect(() => localDate(text)).toThrow(RangeError);
    expect(localDateSchema.safeParse(text).success).toBe(false);
  });

  it('knows leap days by the full Gregorian rule', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29');
    expect(parseLocalDate('2000-02-29')).toBe('2000-02-29');
    expect(parseLocalDate('1900-02-29')).toBeUndefined();
    expect(() => localMonth('2026-13')).toThrow(RangeError);
  });

  it('counts weekdays from Monday, also before 1970', () => {
    expect(weekdayOf(localDate('2026-11-23'))).toBe(1);
    expect(weekdayOf(localDate('2026-10-10'))).toBe(6);
    expect(weekdayOf(localDate('1969-12-28'))).toBe(7);
  });

  it.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s plus %i months is %s (民法典 202)', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it('adds and subtracts days without loss', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('keeps month addition monotone in the date and inside the target month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
        const here = addMonths(date, months);
        expect(here <= addMonths(addDays(date, 1), months)).toBe(true);
        expect(here.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('Shanghai days and instants', () => {
  it('turns over at 16:00 UTC', () => {
    expect(shanghaiDate('2026-11-23T15:59:59Z')).toBe('2026-11-23');
    expect(shanghaiDate('2026-11-23T16:00:00Z')).toBe('2026-11-24');
    expect(shanghaiDate(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
    expect(endOfShanghaiDay(localDate('2026-11-23'))).toBe('2026-11-23T16:00:00Z');
    expect(startOfShanghaiDay(localDate('2026-11-23'))).toBe('2026-11-22T16:00:00Z');
    expect(() => shanghaiDate('soon')).toThrow(RangeError);
  });

  it('holds every instant of a day between its start and its end', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 86_399_999 }), (date, ms) => {
        const start = Date.parse(startOfShanghaiDay(date));
        expect(shanghaiDate(new Date(start + ms))).toBe(date);
        expect(start + ms).toBeLessThan(Date.parse(endOfShanghaiDay(date)));
      }),
    );
  });

  it('writes dates as official papers do', () => {
    expect(formatDateZh(localDate('2026-03-02'))).toBe('2026年3月2日');
    expect(formatDateEn(localDate('2026-03-02'))).toBe('2 March 2026');
  });
});
