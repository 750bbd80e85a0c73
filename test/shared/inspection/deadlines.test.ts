import { describe, expect, it } from 'vitest';
import { readHolidayYear } from '../../../shared/calendar/holidayCommands.ts';
import { builtInHolidayYears } from '../../../shared/calendar/holidays.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { withDeadline } from '../../../shared/calendar/storedDeadline.ts';
import { builtInCalendar, workingCalendar } from '../../../shared/calendar/workingDays.ts';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import { deadlineKinds } from '../../../shared/inspection/deadlineKinds.ts';
import { deadlineOf, nextLook, recounted } from '../../../shared/inspection/deadlines.ts';
import type { InspectionCase, InspectionStatus } from '../../../shared/inspection/inspectionCase.ts';
import { inspectionIndex } from '../../../shared/inspection/inspectionRows.ts';
import { look } from '../../../shared/inspection/looking.ts';
import { inspectionTransitions } from '../../../shared/inspection/transitions.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';
import { entries2027 } from '../calendar/year2027.ts';

const due = (kind: (typeof deadlineKinds)[number]['kind'], event: string, days?: number) =>
  deadlineOf(kind, localDate(event), builtInCalendar, days).deadline;

describe('the dates of a case', () => {
  it.each([
    // 20 working days from Tuesday 1 September 2026: 20 September is a make-up day, the week from 1 October is free.
    ['publicity', '2026-09-01', '2026-09-29'],
    ['review', '2026-09-17', '2026-09-23'],
    ['correction', '2026-09-29', '2026-10-09'],
    ['correct', '2026-09-01', '2026-09-04'],
    ['recusal', '2026-09-01', '2026-09-04'],
    ['recheck', '2026-09-01', '2026-09-15'],
  ] as const)('%s from %s is due on %s', (kind, event, day) => {
    expect(due(kind, event).dueLegal).toBe(day);
  });

  it('count the days that the order names, and end on a working day', () => {
    // 15 days from Friday 20 November 2026 end on Saturday 5 December.
    expect(due('rectify', '2026-11-20', 15).dueLegal).toBe('2026-12-07');
  });

  it('each rest on a row of the law with its citation', () => {
    for (const { kind } of deadlineKinds) {
      if (kind === 'visit') continue;
      expect(due(kind, '2026-11-20').citation.text.length, kind).toBeGreaterThan(4);
    }
  });
});

describe('a date in a year whose holidays are not known', () => {
  const read = readHolidayYear(2027, entries2027);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const withTables = workingCalendar([...builtInHolidayYears, read.value]);
  const stored = deadlineOf('publicity', localDate('2026-12-20'), builtInCalendar);

  it('is provisional, is looked at every hour, and is counted anew when the table is there', () => {
    expect(stored.deadline.provisional).toBe(true);
    const state = inspectionCase({ deadlines: [stored] });
    expect(nextLook(state, 'visited', '2026-12-21T02:00:00Z')).toBe('2026-12-21T03:00:00Z');
    const again = recounted(stored, state, withTables);
    expect(again.deadline.provisional).toBe(false);
    expect(recounted(again, state, builtInCalendar)).toBe(again);
  });

  it('keeps its reminder when the day stays, and asks for a new one when it moves', () => {
    const told = { ...stored, remindedAt: '2027-01-10T00:00:00Z' };
    const again = recounted(told, inspectionCase(), withTables);
    const moved = again.deadline.dueLegal !== stored.deadline.dueLegal;
    expect(again.remindedAt).toBe(moved ? undefined : told.remindedAt);
  });
});

describe('a look at a case', () => {
  const state = inspectionCase({
    deadlines: withDeadline([], deadlineOf('review', localDate('2026-12-10'), builtInCalendar)),
  });
  const lookAtIt = (at: string, one: InspectionCase = state, status: InspectionStatus = 'visited') => {
    const seen = look(one, undefined, { actor: SYSTEM, at, status, calendar: builtInCalendar });
    if (!seen.ok) throw new Error('refused');
    return seen.value;
  };
  const kinds = (looked: ReturnType<typeof lookAtIt>) => (looked.papers ?? []).map(({ key }) => key);

  it('reminds once on the working day before, escalates once after the day, and is silent between', () => {
    // Due on Thursday 17 December 2026.
    expect(state.deadlines[0]?.deadline).toMatchObject({ dueLegal: '2026-12-17', dueTarget: '2026-12-16' });
    expect(lookAtIt('2026-12-15T15:59:59Z').state).toBe(state);
    const reminded = lookAtIt('2026-12-15T16:00:00Z');
    expect(kinds(reminded)).toEqual(['reminder-review-2026-12-17']);
    expect(lookAtIt('2026-12-17T15:59:59Z', reminded.state).papers).toEqual([]);
    const escalated = lookAtIt('2026-12-17T16:00:00Z', reminded.state);
    expect(kinds(escalated)).toEqual(['escalation-review-2026-12-17']);
    expect(lookAtIt('2027-06-01T00:00:00Z', escalated.state).state).toBe(escalated.state);
  });

  it('goes straight to the escalation when nobody looked before', () => {
    expect(kinds(lookAtIt('2026-12-20T00:00:00Z'))).toEqual(['escalation-review-2026-12-17']);
  });

  it('says nothing of a date that no longer counts', () => {
    expect(lookAtIt('2026-12-20T00:00:00Z', state, 'closed').papers).toEqual([]);
  });

  it('may look wherever a date runs, so that none passes unseen', () => {
    const looked = inspectionTransitions.find(({ command }) => command === 'look');
    for (const { kind, during } of deadlineKinds) {
      for (const status of during) expect(looked?.from, `${kind} in ${status}`).toContain(status);
    }
  });

  it('puts the case into its queue at its next moment, and out of it at its end', () => {
    const queued = inspectionIndex(state, 'visited', '2026-12-10T02:00:00Z');
    expect(queued).toMatchObject({ gqpk: 'Q#IN', gqsk: '2026-12-15T16:00:00Z' });
    expect(inspectionIndex(state, 'closed', '2026-12-10T02:00:00Z')).not.toHaveProperty('gqpk');
    const shown = inspectionCase({
      publicity: {
        version: 1,
        on: localDate('2026-12-01'),
        at: '2026-12-01T00:00:00Z',
        results: {},
        until: localDate('2027-03-01'),
        tombstones: [],
      },
    });
    expect(inspectionIndex(shown, 'closed', '2026-12-10T02:00:00Z')).toMatchObject({
      gqpk: 'Q#INPUB',
      gqsk: '2027-03-01T16:00:00Z',
    });
  });
});
