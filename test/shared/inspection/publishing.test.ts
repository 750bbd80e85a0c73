import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionActor } from '../../../shared/inspection/command.ts';
import {
  openCorrection,
  penaltyOutcome,
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../shared/inspection/correcting.ts';
import type { HandOver, InspectionCase, PenaltyOutcome } from '../../../shared/inspection/inspectionCase.ts';
import { publishedUntil, publishResult, takeDown } from '../../../shared/inspection/publishing.ts';
import type { PublicityResult } from '../../../shared/law/inspectionVocabulary.ts';
import type { Result } from '../../../shared/problem.ts';
import { agencyLink, reviewers } from '../../fixtures/inspectionActs.ts';
import { inspectionCase } from '../../fixtures/inspectionCase.ts';

const moment = (at: string, actor: InspectionActor, status: 'reviewed' | 'closed' = 'closed') =>
  ({ at, actor, status, calendar: builtInCalendar }) as const;

function decided<T extends { readonly state: InspectionCase }>(result: Result<T>): InspectionCase {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.state;
}

const refusedBy = (result: Result<unknown>) => (result.ok ? 'accepted' : result.problems[0]?.code);

const item = 'ZL-01@1';
const act = { by: 'u-supervisor', name: '王监管', at: '2027-01-05T02:00:00Z' };
const handOver = (to: HandOver['to']): HandOver => ({ ...act, to, findings: [], reason: '理由' });
const penalty = (outcome: PenaltyOutcome) => ({ ...act, outcome });

describe('how long a result is published (令107号 art. 10)', () => {
  const negative: PublicityResult[] = ['not_publicised'];
  it.each([
    ['no problem', ['no_problem'], {}, undefined],
    ['no such business', ['no_such_business'], {}, undefined],
    ['negative, no penalty', negative, {}, '2027-04-05'],
    ['negative, to the list', ['unreachable'], { handOver: handOver('listing') }, '2027-04-05'],
    ['negative, penalty open', negative, { handOver: handOver('penalty') }, undefined],
    [
      'negative, no penalty in the end',
      negative,
      { handOver: handOver('penalty'), penalty: penalty('none') },
      '2027-04-05',
    ],
    [
      'negative, minor penalty',
      negative,
      { handOver: handOver('penalty'), penalty: penalty('minor') },
      '2027-04-05',
    ],
    [
      'negative, other penalty',
      negative,
      { handOver: handOver('penalty'), penalty: penalty('other') },
      undefined,
    ],
  ] as const)('%s', (_what, results, more, until) => {
    expect(publishedUntil(more, { [item]: results }, localDate('2027-01-05'))).toBe(until);
  });

  it('is cut to the last day of a short month', () => {
    expect(publishedUntil({}, { [item]: negative }, localDate('2026-11-30'))).toBe('2027-02-28');
  });

  it('begins on the day of publication in Beijing', () => {
    const state = inspectionCase({ results: { [item]: { results: negative, note: '' } } });
    const late = publishResult(
      state,
      undefined,
      moment('2027-01-04T16:00:00Z', reviewers.supervisor, 'reviewed'),
    );
    expect(decided(late).publicity).toMatchObject({ on: '2027-01-05', until: '2027-04-05', version: 1 });
  });

  it('follows the outcome of the penalty procedure', () => {
    const published = decided(
      publishResult(
        inspectionCase({
          results: { [item]: { results: negative, note: '' } },
          handOver: handOver('penalty'),
        }),
        undefined,
        moment('2027-01-05T02:00:00Z', reviewers.supervisor, 'reviewed'),
      ),
    );
    expect(published.publicity?.until).toBeUndefined();
    const at = moment('2027-02-01T02:00:00Z', reviewers.supervisor);
    expect(decided(penaltyOutcome(published, { outcome: 'minor' }, at)).publicity?.until).toBe('2027-04-05');
    expect(decided(penaltyOutcome(published, { outcome: 'other' }, at)).publicity?.until).toBeUndefined();
    expect(refusedBy(penaltyOutcome(published, { outcome: 'big' }, at))).toBe('inspection.penalty.outcome');
    expect(refusedBy(penaltyOutcome(inspectionCase(), { outcome: 'none' }, at))).toBe(
      'inspection.penalty.none',
    );
  });
});

describe('a published result that somebody says is wrong', () => {
  const published = decided(
    publishResult(
      inspectionCase({ results: { [item]: { results: ['not_publicised'], note: '' } } }),
      undefined,
      moment('2027-01-05T02:00:00Z', reviewers.supervisor, 'reviewed'),
    ),
  );
  const raised = decided(
    raiseCorrection(published, { text: '已公示' }, moment('2027-01-08T02:00:00Z', agencyLink)),
  );
  const right = { item, results: ['no_problem'], obstruction: '', unreachable: '', note: '' };
  const keep = { keep: true, reason: '核实无误' } as const;
  const told = { key: 'correction-1', order: { type: 'correction', id: '1' } } as const;
  const day = (actor: InspectionActor) => moment('2027-01-11T02:00:00Z', actor);

  it('is settled within three working days', () => {
    const due = raised.deadlines.find(({ kind }) => kind === 'correction');
    expect(due?.deadline).toMatchObject({ length: 3, unit: 'workingDay' });
    expect(refusedBy(raiseCorrection(raised, { text: '又' }, day(agencyLink)))).toBe(
      'inspection.correction.pending',
    );
  });

  it('is corrected by two people and leaves a tombstone; its time on display does not begin anew', () => {
    const proposed = decided(
      proposeCorrection(raised, { reason: '核实', results: [right] }, day(reviewers.supervisor)),
    );
    const own = { ...reviewers.supervisor, roles: ['approver'] as const };
    expect(refusedBy(settleCorrection(proposed, { keep: false }, day(own)))).toBe('inspection.four_eyes');
    const settled = decided(settleCorrection(proposed, { keep: false }, day(reviewers.approver)));
    expect(settled.publicity).toMatchObject({
      version: 2,
      on: '2027-01-05',
      results: { [item]: ['no_problem'] },
      tombstones: [{ version: 1, on: '2027-01-11', reason: 'corrected' }],
    });
    expect(settled.publicity?.until).toBeUndefined();
    expect(settled.publicity?.withdrawn).toBeUndefined();
    expect(settled.deadlines.map(({ kind }) => kind)).not.toContain('correction');
  });

  it('is withdrawn when nothing may stand in its place', () => {
    const proposed = decided(proposeCorrection(raised, { reason: '误录' }, day(reviewers.supervisor)));
    const result = settleCorrection(proposed, { keep: false }, day(reviewers.approver));
    expect(result).toMatchObject({ value: { papers: [told] } });
    const settled = decided(result);
    expect(settled.publicity?.withdrawn).toEqual({ on: '2027-01-11', reason: 'annulled' });
    expect(refusedBy(raiseCorrection(settled, { text: '再' }, day(agencyLink)))).toBe(
      'inspection.correction.unpublished',
    );
  });

  it('is kept when it is right, for a reason that the agency is told', () => {
    const result = settleCorrection(raised, keep, day(reviewers.approver));
    expect(result).toMatchObject({ value: { papers: [told], seal: { reason: '核实无误' } } });
    const kept = decided(result);
    expect(kept.publicity).toEqual(published.publicity);
    expect(kept.corrections[0]?.settled).toMatchObject({ outcome: 'kept', reason: '核实无误' });
    const again = decided(raiseCorrection(kept, { text: '又' }, day(agencyLink)));
    expect(settleCorrection(again, keep, day(reviewers.approver))).toMatchObject({
      value: { papers: [{ key: 'correction-2', order: { type: 'correction', id: '2' } }] },
    });
  });

  it('that has come down meanwhile never goes up again: the correction is only closed', () => {
    const proposed = decided(
      proposeCorrection(raised, { reason: '核实', results: [right] }, day(reviewers.supervisor)),
    );
    const system = { userId: 'system', name: '', roles: ['system'] } as const;
    const down = decided(takeDown(proposed, undefined, moment('2027-04-06T02:00:00Z', system)));
    const late = moment('2027-04-06T03:00:00Z', reviewers.approver);
    expect(refusedBy(settleCorrection(down, { keep: false }, late))).toBe('inspection.correction.down');
    const instead = { reason: '误录' };
    expect(refusedBy(proposeCorrection(down, instead, { ...late, actor: reviewers.supervisor }))).toBe(
      'inspection.correction.down',
    );
    const closed = settleCorrection(down, keep, late);
    expect(closed).not.toHaveProperty('value.publishes');
    expect(decided(closed).publicity).toEqual(down.publicity);
    expect(openCorrection(decided(closed))).toBeUndefined();
  });

  it('is never corrected into something that no result may be', () => {
    const wrong = { ...right, results: ['no_problem', 'pending'] };
    expect(
      refusedBy(proposeCorrection(raised, { reason: '核实', results: [wrong] }, day(reviewers.supervisor))),
    ).toBe('inspection.result.exclusive');
    expect(refusedBy(settleCorrection(raised, { keep: false }, day(reviewers.approver)))).toBe(
      'inspection.correction.proposal',
    );
  });
});
