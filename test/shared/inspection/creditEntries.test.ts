import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { CreditEntry } from '../../../shared/credit/creditEntry.ts';
import { wireRecord } from '../../../shared/credit/wireRecord.ts';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import {
  type DecideInspection,
  type InspectionActor,
  inspectionCommit,
} from '../../../shared/inspection/command.ts';
import {
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../shared/inspection/correcting.ts';
import { deadlineOf } from '../../../shared/inspection/deadlines.ts';
import type { InspectionCase, InspectionStatus } from '../../../shared/inspection/inspectionCase.ts';
import { publishResult, takeDown } from '../../../shared/inspection/publishing.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { creditOffice } from '../../fixtures/creditRecords.ts';
import { reviewers } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const published = deadlineOf('publicity', localDate('2026-12-08'), builtInCalendar);

/** A reviewed case, and commands on it as they are committed. */
function walk(results: Parameters<typeof inspectionCase>[0] = {}) {
  const base = inspectionCase();
  let status: InspectionStatus = 'reviewed';
  let state: InspectionCase = {
    ...base,
    agency: { ...base.agency, uscc: fictionalUscc(7) },
    parts: base.parts.map((part) => ({ ...part, names: { 'ZL-01@1': '执业许可条件' } })),
    ended: localDate('2026-12-08'),
    deadlines: [published],
    results: { 'ZL-01@1': { results: ['not_publicised'], note: '' } },
    ...results,
  };
  return {
    get state() {
      return state;
    },
    /** Gives a command and answers the entries of its transaction. */
    give<Input>(
      decide: DecideInspection<Input>,
      input: Input,
      at: string,
      actor: InspectionActor = SYSTEM,
    ): readonly CreditEntry[] {
      const decided = decide(state, input, { actor, at, status, calendar: builtInCalendar });
      if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
      const before = { caseId: `IN#${state.number}`, status, version: 1, auditSeq: 0, auditHash: '', state };
      const commit = inspectionCommit(before, 'look', decided.value, { actor, at }, new Uint8Array(32));
      state = decided.value.state;
      status = decided.value.to;
      return (commit.rows ?? []).flatMap(({ row }) =>
        row['entry'] === undefined ? [] : [row['entry'] as CreditEntry],
      );
    },
  };
}

describe('what the credit system is told of an inspection', () => {
  it('is its published result, in the transaction that publishes it', () => {
    const one = walk();
    const [entry, ...more] = one.give(publishResult, undefined, '2026-12-20T02:00:00Z');
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      key: `inspection/${one.state.number}`,
      version: 1,
      uscc: fictionalUscc(7),
      operation: 'publish',
      at: '2026-12-20T02:00:00Z',
      due: published.deadline.dueLegal,
      record: {
        plan: '2026-12',
        draw: one.state.draw,
        random: true,
        doneOn: '2026-12-08',
        items: [{ item: 'ZL-01@1', name: '执业许可条件', results: ['not_publicised'] }],
      },
    });
    expect(entry && wireRecord({ entry, amendment: 0 }, creditOffice).ok).toBe(true);
  });

  it('is its correction, then its end when its day is over', () => {
    const one = walk();
    one.give(publishResult, undefined, '2026-12-20T02:00:00Z');
    expect(
      one.give(raiseCorrection, { text: '结果有误' }, '2026-12-21T02:00:00Z', reviewers.supervisor),
    ).toEqual([]);
    const results = [
      { item: 'ZL-01@1', results: ['false_publicity'], obstruction: '', unreachable: '', note: '' },
    ];
    one.give(proposeCorrection, { reason: '复核', results }, '2026-12-21T03:00:00Z', reviewers.supervisor);
    const corrected = one.give(settleCorrection, { keep: false }, '2026-12-21T04:00:00Z', reviewers.approver);
    expect(corrected).toMatchObject([
      {
        version: 2,
        operation: 'correct',
        due: '2026-12-24',
        record: { items: [{ results: ['false_publicity'] }] },
      },
    ]);
    expect(one.give(takeDown, undefined, '2027-03-20T02:00:00Z')).toEqual([]);
    expect(one.give(takeDown, undefined, '2027-03-20T16:00:01Z')).toMatchObject([
      { version: 3, operation: 'end', reason: 'expired', record: { type: 'inspection-result' } },
    ]);
    expect(one.give(takeDown, undefined, '2027-03-22T02:00:00Z')).toEqual([]);
  });

  it('is a withdrawal without content when it should never have been there', () => {
    const one = walk();
    one.give(publishResult, undefined, '2026-12-20T02:00:00Z');
    one.give(raiseCorrection, { text: '不是我方' }, '2026-12-21T02:00:00Z', reviewers.supervisor);
    one.give(proposeCorrection, { reason: '错误' }, '2026-12-21T03:00:00Z', reviewers.supervisor);
    const [entry] = one.give(settleCorrection, { keep: false }, '2026-12-21T04:00:00Z', reviewers.approver);
    expect(entry).toMatchObject({ version: 2, operation: 'withdraw', reason: 'annulled', due: '2026-12-24' });
    expect(entry).not.toHaveProperty('record');
  });

  it('says 定向 of a visit that was not drawn by lot, and the code of an item without a name', () => {
    const base = inspectionCase();
    const one = walk({ origin: 'targeted', parts: base.parts });
    const [entry] = one.give(publishResult, undefined, '2026-12-20T02:00:00Z');
    expect(entry?.record).toMatchObject({ random: false, items: [{ name: 'ZL-01@1' }] });
  });
});
