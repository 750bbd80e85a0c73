import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeadline } from '../../../shared/calendar/deadline.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/calendar/localDate.ts';
import { calendarMessages } from '../../../shared/calendar/messages.ts';
import { builtInCalendar as calendar, isWorkingDay } from '../../../shared/calendar/workingDays.ts';
import type { DeadlineRow } from '../../../shared/law/deadlineRow.ts';
import { type DeadlineRuleId, deadlineRules } from '../../../shared/law/deadlineRules.ts';
import { ruleAt } from '../../../shared/law/lawTable.ts';
import type { MessageTable } from '../../../shared/messages/message.ts';

function rule(id: DeadlineRuleId, on = '2026-06-01'): DeadlineRow {
  const found = ruleAt(deadlineRules, id, localDate(on));
  if (!found) throw new Error(`${id} is not in force on ${on}`);
  return found;
}

const due = (id: DeadlineRuleId, event: string) =>
  computeDeadline({ rule: rule(id), event: localDate(event), calendar });

const codes = (lines: readonly { code: string }[]) => lines.map((line) => line.code);

describe('a deadline', () => {
  it.each([
    ['complaint.accept', '2026-02-13', '2026-03-02', '2026-02-28'],
    ['complaint.mediate', '2026-08-03', '2026-10-08', '2026-09-30'],
    ['penalty.decide', '2026-07-06', '2026-10-08', '2026-09-30'],
    ['report.decide', '2026-04-30', '2026-05-25', '2026-05-22'],
    ['publicity.inspection', '2026-09-30', '2026-11-03', '2026-11-02'],
    ['publicity.negative_inspection', '2026-01-31', '2026-04-30', '2026-04-29'],
  ] as const)('%s from %s is %s, target %s', (id, event, legal, target) => {
    expect(due(id, event)).toMatchObject({ dueLegal: legal, dueTarget: target, provisional: false });
  });

  it('ends 3 months from 2025-11-30 on the last day of February, rolled off the weekend', () => {
    // 2026-02-28 is a make-up Saturday: it is worked, so nothing rolls.
    const answer = computeDeadline({
      rule: rule('penalty.enforce'),
      event: localDate('2025-11-30'),
      calendar,
    });
    expect(answer.dueLegal).toBe('2026-02-28');
  });

  it('runs back from a hearing and rolls towards more notice', () => {
    expect(due('hearing.notice', '2026-10-15').dueLegal).toBe('2026-09-30');
    const days: DeadlineRow = { ...rule('hearing.notice'), unit: 'day', length: 3 };
    const answer = computeDeadline({ rule: days, event: localDate('2026-10-10'), calendar });
    expect(answer.dueLegal).toBe('2026-09-30');
    expect(codes(answer.lines)).toContain('calendar.explain.day_off_before');
  });

  it('adds the approved extension and leaves suspended days out', () => {
    const report = rule('report.decide');
    const event = localDate('2026-03-02');
    expect(computeDeadline({ rule: report, event, calendar }).dueLegal).toBe('2026-03-23');
    expect(computeDeadline({ rule: report, event, calendar, extended: true }).dueLegal).toBe('2026-04-14');
    const suspensions = [{ from: localDate('2026-03-09'), to: localDate('2026-03-13') }];
    expect(computeDeadline({ rule: report, event, calendar, suspensions }).dueLegal).toBe('2026-03-30');
    const mediate = { rule: rule('complaint.mediate'), event: localDate('2026-06-01'), calendar };
    expect(computeDeadline(mediate).dueLegal).toBe('2026-07-31');
    const tests = [{ from: localDate('2026-06-10'), to: localDate('2026-06-19') }];
    expect(computeDeadline({ ...mediate, suspensions: tests }).dueLegal).toBe('2026-08-10');
  });

  it('refuses an extension that the rule does not know, and a suspended period before an event', () => {
    const event = localDate('2026-06-01');
    expect(() => computeDeadline({ rule: rule('penalty.serve'), event, calendar, extended: true })).toThrow(
      RangeError,
    );
    const suspensions = [{ from: event, to: event }];
    expect(() => computeDeadline({ rule: rule('hearing.notice'), event, calendar, suspensions })).toThrow(
      RangeError,
    );
  });

  it('is provisional once it needs 2027, and names the missing year', () => {
    const answer = due('complaint.accept', '2026-12-28');
    expect(answer).toMatchObject({ dueLegal: '2027-01-06', provisional: true });
    expect(answer.lines.at(-1)).toEqual({ code: 'calendar.explain.provisional', params: { year: 2027 } });
    expect(due('complaint.mediate', '2026-11-23').provisional).toBe(true);
    expect(due('complaint.accept', '2026-12-22').provisional).toBe(false);
  });

  it('names the rule, its version and its citation, and marks what is unverified', () => {
    const answer = due('publicity.portal', '2026-06-01');
    expect(answer.lawVersion).toBe('publicity.portal@2018-12-05');
    expect(answer.lines[0]?.params['citation']).toBe('国办发〔2018〕118号');
    expect(codes(answer.lines)).toContain('calendar.explain.unverified');
    expect(codes(due('complaint.accept', '2026-06-01').lines)).not.toContain('calendar.explain.unverified');
    const in2025 = computeDeadline({ rule: rule('penalty.serve'), event: localDate('2025-06-03'), calendar });
    expect(codes(in2025.lines)).toContain('calendar.explain.unverified_year');
  });

  it('always ends on a working day, after the event, with an earlier target and a text for every line', () => {
    const event2026 = fc.integer({ min: 0, max: 150 }).map((n) => addDays(localDate('2026-04-15'), n));
    fc.assert(
      fc.property(fc.constantFrom<DeadlineRow>(...deadlineRules), event2026, (row, event) => {
        const answer = computeDeadline({ rule: row, event, calendar });
        const later = computeDeadline({ rule: row, event: addDays(event, 1), calendar });
        expect(isWorkingDay(answer.dueLegal, calendar).value).toBe(true);
        expect(row.direction === 'after' ? answer.dueLegal > event : answer.dueLegal < event).toBe(true);
        expect(answer.dueTarget < answer.dueLegal).toBe(true);
        expect(later.dueLegal >= answer.dueLegal).toBe(true);
        for (const line of answer.lines) expectText(line);
      }),
    );
  });
});

const texts: MessageTable = calendarMessages;

/** Every placeholder of both texts is filled by the line. */
function expectText(line: { code: string; params: Record<string, string | number> }) {
  const text = texts[line.code];
  expect(text, line.code).toBeDefined();
  for (const language of [text?.zh, text?.en]) {
    for (const match of language?.matchAll(/\{(\w+)\}/g) ?? []) {
      expect(Object.keys(line.params)).toContain(match[1]);
    }
  }
}

describe('the old intake rule', () => {
  it('mediates in 45 working days for cases received before 2026-04-15', () => {
    const old = rule('complaint.mediate', '2026-04-14');
    expect(old).toMatchObject({ length: 45, unit: 'workingDay' });
    expect(rule('complaint.mediate', '2026-04-15')).toMatchObject({ length: 60, unit: 'day' });
    const reporter = (on: LocalDate) => ruleAt(deadlineRules, 'report.tell_reporter', on);
    expect(reporter(localDate('2026-04-14'))?.length).toBe(5);
    expect(reporter(localDate('2026-04-15'))).toBeUndefined();
  });
});
