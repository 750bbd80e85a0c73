import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate, weekdayOf } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import type { ComplaintDecision, ComplaintMoment } from '../../../shared/complaint/command.ts';
import type { ComplaintCase, ComplaintStatus } from '../../../shared/complaint/complaintCase.ts';
import type { DeadlineKind } from '../../../shared/complaint/deadlineKinds.ts';
import { resume, suspend } from '../../../shared/complaint/mediating.ts';
import { openedCases } from '../../../shared/complaint/openCases.ts';
import type { Result } from '../../../shared/problem.ts';
import { testFiling } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';

/** The holidays of 2026 as regulation 7.6 has them, spelt out again so that nothing is compared with itself. */
const off = new Set(
  [
    ['01-01', '01-03'],
    ['02-15', '02-23'],
    ['04-04', '04-06'],
    ['05-01', '05-05'],
    ['06-19', '06-21'],
    ['09-25', '09-27'],
    ['10-01', '10-07'],
  ].flatMap(([from = '', to = '']) => {
    const days: string[] = [];
    for (let day = localDate(`2026-${from}`); day <= `2026-${to}`; day = addDays(day, 1)) days.push(day);
    return days;
  }),
);
const worked = new Set(['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'].map((day) => `2026-${day}`));
const works = (day: LocalDate) =>
  worked.has(day) || (!off.has(day) && weekdayOf(day) >= 1 && weekdayOf(day) <= 5);

interface Rest {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Day by day: a day counts unless it rests, and in working days unless it is off; the last one rolls on. */
function naive(
  event: LocalDate,
  length: number,
  unit: 'day' | 'workingDay',
  rests: readonly Rest[],
): LocalDate {
  let day = event;
  for (let counted = 0; counted < length; ) {
    day = addDays(day, 1);
    const rests_ = rests.some(({ from, to }) => from <= day && day <= to);
    if (!rests_ && (unit === 'day' || works(day))) counted += 1;
  }
  while (!works(day)) day = addDays(day, 1);
  return day;
}

const moment = (day: LocalDate, status: ComplaintStatus): ComplaintMoment => ({
  actor: people.supervisor,
  at: `${day}T04:00:00Z`,
  status,
  calendar: builtInCalendar,
});

function taken(decided: Result<ComplaintDecision>): ComplaintCase {
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return decided.value.state;
}

const dueOf = ({ deadlines }: ComplaintCase, kind: DeadlineKind) =>
  deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;

/** A case received on a day of the first half of the year, worked on since. */
function begun(
  kind: 'complaint' | 'report',
  on: LocalDate,
): { complaint: ComplaintCase; status: ComplaintStatus } {
  const filing = testFiling({ wish: kind === 'complaint' ? 'settle' : 'check' });
  const [opened] = openedCases(filing, `${on}T04:00:00Z`, builtInCalendar, new Uint8Array(32));
  if (opened === undefined) throw new Error('no case');
  const handled = { ...opened, handler: { userId: 'u', name: '', since: '' } };
  if (kind === 'report') return { complaint: handled, status: 'verifying' };
  return { complaint: taken(accept(handled, undefined, moment(on, 'received'))), status: 'mediating' };
}

/** Rests, each with days between it and what went before. */
const rests = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 12 }), days: fc.integer({ min: 1, max: 25 }) }),
  { maxLength: 3 },
);

describe('the days that do not count', () => {
  it.each([
    ['complaint', '2026-01-05', 'mediate', 45, 'workingDay'],
    ['complaint', '2026-04-15', 'mediate', 60, 'day'],
    ['report', '2026-01-05', 'decide', 15, 'workingDay'],
    ['report', '2026-04-15', 'decide', 15, 'workingDay'],
  ] as const)('a %s from %s on: %s is what counting day by day gives', (kind, from, date, length, unit) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), rests, (offset, wished) => {
        const received = addDays(localDate(from), offset);
        fc.pre(from !== '2026-01-05' || received <= '2026-04-14');
        let { complaint, status } = begun(kind, received);
        const done: Rest[] = [];
        let last = received;
        for (const { gap, days } of wished) {
          const rest = { from: addDays(last, gap), to: addDays(last, gap + days - 1) };
          const due = dueOf(complaint, date);
          const input = { reason: 'test' as const, from: rest.from, note: '鉴定' };
          const begins = suspend(complaint, input, moment(rest.from, status));
          // A period that is over is not brought back to life.
          if (due !== undefined && rest.from > due) {
            expect(begins.ok ? '' : begins.problems[0]?.code).toBe('complaint.suspension.late');
            break;
          }
          complaint = taken(begins);
          complaint = taken(resume(complaint, { to: rest.to }, moment(addDays(rest.to, 1), status)));
          done.push(rest);
          last = rest.to;
        }
        expect(dueOf(complaint, date)).toBe(naive(received, length, unit, done));
      }),
      { numRuns: 300 },
    );
  });

  it('are refused for a reason that is not listed, twice over, out of order, or in the future', () => {
    const { complaint, status } = begun('report', localDate('2026-09-01'));
    const on = (day: string) => moment(localDate(day), status);
    const code = (decided: Result<unknown>) => (decided.ok ? 'taken' : decided.problems[0]?.code);
    const ask = (from: string, reason: 'test' | 'recusal' = 'test') => ({
      reason,
      from: localDate(from),
      note: '鉴定',
    });
    expect(code(suspend(complaint, ask('2026-09-02', 'recusal'), on('2026-09-02')))).toBe(
      'complaint.suspension.unknown',
    );
    expect(code(suspend(complaint, ask('2026-09-03'), on('2026-09-02')))).toBe('complaint.day.future');
    expect(code(suspend(complaint, ask('2026-08-31'), on('2026-09-02')))).toBe('complaint.day.early');
    expect(code(suspend(complaint, { ...ask('2026-09-02'), note: ' ' }, on('2026-09-02')))).toBe(
      'complaint.text.missing',
    );
    const resting = taken(suspend(complaint, ask('2026-09-02'), on('2026-09-02')));
    expect(code(suspend(resting, ask('2026-09-03'), on('2026-09-03')))).toBe('complaint.suspension.open');
    expect(code(resume(resting, { to: localDate('2026-09-01') }, on('2026-09-03')))).toBe(
      'complaint.day.early',
    );
    expect(code(resume(resting, { to: localDate('2026-09-04') }, on('2026-09-03')))).toBe(
      'complaint.day.future',
    );
    const back = taken(resume(resting, { to: localDate('2026-09-03') }, on('2026-09-03')));
    expect(code(resume(back, { to: localDate('2026-09-03') }, on('2026-09-03')))).toBe(
      'complaint.suspension.none',
    );
    expect(code(suspend(back, ask('2026-09-03'), on('2026-09-04')))).toBe('complaint.suspension.overlap');
    // The older rule book knew no rest for a recusal.
    const old = begun('complaint', localDate('2026-04-14'));
    expect(
      code(
        suspend(old.complaint, ask('2026-04-15', 'recusal'), moment(localDate('2026-04-15'), 'mediating')),
      ),
    ).toBe('complaint.suspension.unknown');
  });
});
