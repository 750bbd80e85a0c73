import { describe, expect, it } from 'vitest';
import { computeDeadline } from '../../../shared/calendar/deadline.ts';
import { canBeSettled, deadlineProgress } from '../../../shared/calendar/deadlineProgress.ts';
import { builtInHolidayYears, holidayYearSchema } from '../../../shared/calendar/holidays.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar as calendar, workingCalendar } from '../../../shared/calendar/workingDays.ts';
import { type DeadlineRuleId, deadlineRules } from '../../../shared/law/deadlineRules.ts';
import { ruleAt } from '../../../shared/law/lawTable.ts';
import { entries2027 } from './year2027.ts';

function due(id: DeadlineRuleId, event: string, more: Partial<Parameters<typeof computeDeadline>[0]> = {}) {
  const rule = ruleAt(deadlineRules, id, localDate('2026-06-01'));
  if (rule === undefined) throw new Error(id);
  return computeDeadline({ rule, event: localDate(event), calendar, ...more });
}

const at = (deadline: ReturnType<typeof due>, today: string) =>
  deadlineProgress(deadline, localDate(today), calendar);

describe('where a deadline stands', () => {
  // regulation 7.8: 2026-09-30 + 20 working days = 2026-11-03.
  const publicity = due('publicity.inspection', '2026-09-30');

  it.each([
    ['2026-09-30', 0, 'onTime', 20],
    // 1–7 October are off; the 8th is the first working day.
    ['2026-10-07', 0, 'onTime', 20],
    ['2026-10-08', 1, 'onTime', 19],
    // A make-up Saturday is a day like any other, the Sunday after it none.
    ['2026-10-10', 3, 'onTime', 17],
    ['2026-10-11', 3, 'onTime', 17],
    ['2026-10-23', 13, 'onTime', 7],
    ['2026-10-28', 16, 'onTime', 4],
    ['2026-10-29', 17, 'dueSoon', 3],
    ['2026-11-02', 19, 'dueSoon', 1],
    ['2026-11-03', 20, 'dueSoon', 0],
  ] as const)('20 working days from 30 September: on %s it is day %i, %s', (today, day, standing, left) => {
    expect(publicity.dueLegal).toBe('2026-11-03');
    expect(at(publicity, today)).toEqual({
      count: { unit: 'workingDay', day, of: 20 },
      standing,
      left,
      overdueDays: 0,
      provisional: false,
    });
  });

  it('is over from the day after, weekends included', () => {
    expect(at(publicity, '2026-11-04')).toEqual({
      standing: 'overdue',
      left: 0,
      overdueDays: 1,
      provisional: false,
    });
    // 2026-06-05 + 7 working days = Tuesday 16 June; four days on, a Saturday.
    const accept = due('complaint.accept', '2026-06-05');
    expect(accept.dueLegal).toBe('2026-06-16');
    expect(at(accept, '2026-06-20')).toMatchObject({ standing: 'overdue', overdueDays: 4 });
  });

  it('counts calendar days by calendar days and stops at the last when that moved off a holiday', () => {
    // regulation 7.8: 60 days from 2026-08-03 end on 2 October and roll to the 8th.
    const mediate = due('complaint.mediate', '2026-08-03');
    expect(mediate.dueLegal).toBe('2026-10-08');
    expect(at(mediate, '2026-08-15').count).toEqual({ unit: 'day', day: 12, of: 60 });
    expect(at(mediate, '2026-10-02').count).toEqual({ unit: 'day', day: 60, of: 60 });
    expect(at(mediate, '2026-10-08')).toMatchObject({ count: { day: 60, of: 60 }, standing: 'dueSoon' });
  });

  it('counts an extension in, and no suspended day', () => {
    const suspensions = [{ from: localDate('2026-03-10'), to: localDate('2026-03-16') }];
    const report = due('report.decide', '2026-03-02', { extended: true, suspensions });
    expect(at(report, '2026-03-09').count).toEqual({ unit: 'workingDay', day: 5, of: 30 });
    expect(at(report, '2026-03-16').count?.day).toBe(5);
    expect(at(report, '2026-03-17').count?.day).toBe(6);
  });

  it('gives months and periods before an event no count', () => {
    const months = due('publicity.negative_inspection', '2026-01-31');
    expect(months.unit).toBe('month');
    expect(at(months, '2026-02-05').count).toBeUndefined();
    expect(at(due('hearing.notice', '2026-10-15'), '2026-09-01').count).toBeUndefined();
  });

  it('is provisional without the year’s table, and can be settled when it has come', () => {
    const late = due('publicity.inspection', '2026-12-28');
    expect(late.provisional).toBe(true);
    expect(at(late, '2026-12-29').provisional).toBe(true);
    expect(canBeSettled(late, calendar)).toBe(false);
    const table = (complete: boolean) => holidayYearSchema.parse({ ...entries2027, year: 2027, complete });
    const loaded = (complete: boolean) => workingCalendar([...builtInHolidayYears, table(complete)]);
    expect(canBeSettled(late, loaded(false))).toBe(false);
    expect(canBeSettled(late, loaded(true))).toBe(true);
    expect(canBeSettled(publicity, loaded(true))).toBe(false);
  });
});
