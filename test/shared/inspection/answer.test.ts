import { expect, test } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { checklistFile } from '../../../shared/inspection/checklist.ts';
import type { InspectionCase } from '../../../shared/inspection/inspectionCase.ts';
import { answer } from '../../../shared/inspection/record.ts';
import { checklist, visitCase } from '../../fixtures/visitWorld.ts';

const key = 'ZL-01@1/1';
const given = (id: string, value: string, at: string) => ({ id, key, value, note: '', at });

function take(inspection: InspectionCase, answers: readonly ReturnType<typeof given>[]) {
  const decided = answer(
    inspection,
    { checklists: [checklistFile(checklist).digest], answers, checklist },
    {
      actor: { userId: 'u-leader', name: '检查员1', roles: ['inspector'], inspectorId: 'P001' },
      at: '2026-11-23T02:00:00Z',
      status: 'notified',
      calendar: builtInCalendar,
    },
  );
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return decided.value;
}

test('an answer that stands and comes again is no second one, not even in the audit chain', () => {
  const first = take(visitCase(1), [given('a', 'consistent', '2026-11-23T01:00:00Z')]);
  expect(first.rows).toHaveLength(1);
  const again = take(first.state, [given('a', 'consistent', '2026-11-23T01:00:00Z')]);
  expect(again.state).toBe(first.state);
  expect(again.rows ?? []).toEqual([]);
});

test('one that was given earlier and comes later is kept and does not count', () => {
  const first = take(visitCase(1), [given('b', 'inconsistent', '2026-11-23T01:30:00Z')]);
  const late = take(first.state, [given('a', 'consistent', '2026-11-23T01:00:00Z')]);
  expect(late.state.answers[key]?.id).toBe('b');
  expect(late.rows).toHaveLength(1);
});

test('of two answers in one second the later one counts, however finely they are dated', () => {
  const first = take(visitCase(1), [given('a', 'consistent', '2026-11-23T01:00:00Z')]);
  const later = take(first.state, [given('b', 'inconsistent', '2026-11-23T01:00:00.800Z')]);
  expect(later.state.answers[key]?.id).toBe('b');
});

test('notes that the row of the case could not hold are refused, one without a note is taken', () => {
  const filled = Object.fromEntries(
    Array.from({ length: 70 }, (_, n) => {
      const note = '说'.repeat(1000);
      return [
        `ZL-02@1/${n}`,
        { ...given('x', 'consistent', '2026-11-23T01:00:00Z'), note, by: '', name: '' },
      ];
    }),
  );
  const visit = visitCase(1, { answers: filled });
  const one = given('a', 'consistent', '2026-11-23T01:00:00Z');
  expect(() => take(visit, [{ ...one, note: '还有' }])).toThrow('inspection.answer.notes');
  expect(take(visit, [one]).rows).toHaveLength(1);
});

test('a device whose clock is ahead answers now', () => {
  const { state } = take(visitCase(1), [given('c', 'consistent', '2030-01-01T00:00:00Z')]);
  expect(state.answers[key]?.at).toBe('2026-11-23T02:00:00Z');
});
