import { describe, expect, it } from 'vitest';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionActor } from '../../../shared/inspection/command.ts';
import { activeDeadlines } from '../../../shared/inspection/deadlines.ts';
import type { InspectionCase, InspectionStatus } from '../../../shared/inspection/inspectionCase.ts';
import { seatRows } from '../../../shared/inspection/inspectionRows.ts';
import { absorb, join, partFromLead } from '../../../shared/inspection/joint.ts';
import { approve } from '../../../shared/inspection/reviewing.ts';
import {
  applyRecusal,
  decideRecusal,
  decideStaffing,
  requestStaffing,
  restaff,
} from '../../../shared/inspection/staffing.ts';
import { inspectionTransitions } from '../../../shared/inspection/transitions.ts';
import type { Result } from '../../../shared/problem.ts';
import { agencyLink, inspectorActor, reviewers } from '../../fixtures/inspectionActs.ts';
import { inspectionCase, teamSeat } from '../../fixtures/inspectionCase.ts';

const moment = (actor: InspectionActor, status: InspectionStatus = 'notified') =>
  ({ actor, at: '2026-12-10T02:00:00Z', status, calendar: builtInCalendar }) as const;
const system = moment({ userId: 'system', name: '', roles: ['system'] });

function decided<T extends { readonly state: InspectionCase }>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const refusedBy = (result: Result<unknown>) => (result.ok ? 'accepted' : result.problems[0]?.code);

const request = { id: 'r1', inspectorId: 'P001', reason: 'ill', text: '保密的说明' };

describe('whoever cannot come', () => {
  const state = inspectionCase();

  it.each([
    ['for themself', inspectorActor('P001'), {}, 'accepted'],
    ['a supervisor for them', reviewers.supervisor, {}, 'accepted'],
    ['a colleague for them', inspectorActor('P002'), {}, 'inspection.role'],
    [
      'who is not of the team',
      reviewers.supervisor,
      { inspectorId: 'P009' },
      'inspection.staffing.notMember',
    ],
    ['for a made-up reason', inspectorActor('P001'), { reason: 'rain' }, 'inspection.staffing.reason'],
    [
      'as if the head had granted it',
      inspectorActor('P001'),
      { reason: 'recusal-granted' },
      'inspection.staffing.reason',
    ],
  ] as const)('says so %s', (_what, actor, more, code) => {
    expect(refusedBy(requestStaffing(state, { ...request, ...more }, moment(actor)))).toBe(code);
  });

  it('says so once, and what was said stays out of the state', () => {
    const asked = decided(requestStaffing(state, request, moment(inspectorActor('P001'))));
    expect(JSON.stringify(asked.state)).not.toContain('保密的说明');
    const again = requestStaffing(asked.state, { ...request, id: 'r2' }, moment(reviewers.supervisor));
    expect(refusedBy(again)).toBe('inspection.staffing.pending');
  });

  it('is let go by a second person, never by themself or by who asked', () => {
    const asked = decided(requestStaffing(state, request, moment(reviewers.supervisor))).state;
    const confirm = { id: 'r1', outcome: 'confirmed' } as const;
    const gone = { ...inspectorActor('P001'), roles: ['approver'] as const };
    for (const who of [reviewers.supervisor, gone])
      expect(refusedBy(decideStaffing(asked, confirm, moment(who)))).toBe('inspection.four_eyes');
    const confirmed = decided(decideStaffing(asked, confirm, moment(reviewers.approver)));
    expect(confirmed.rows?.map(({ row }) => row['gqpk'])).toEqual(['Q#REPLACE']);
    expect(refusedBy(decideStaffing(confirmed.state, confirm, moment(reviewers.approver)))).toBe(
      'inspection.staffing.none',
    );
    // The seat stays theirs until the draw has dealt it anew: nobody is chosen here.
    expect(confirmed.state.team).toEqual(state.team);
  });
});

describe('an agency that applies for recusal (行政处罚法 art. 43)', () => {
  const applied = decided(
    applyRecusal(inspectionCase(), { id: 'a1', tid: 'tid-P002', text: '亲属关系' }, moment(agencyLink)),
  ).state;

  it('starts a clock and does not stop the work', () => {
    expect(applied.recusals).toMatchObject([{ id: 'a1', inspectorId: 'P002' }]);
    expect(applied.deadlines.map(({ kind }) => kind)).toEqual(['visit', 'recusal']);
    expect(
      refusedBy(applyRecusal(applied, { id: 'a2', tid: 'tid-P002', text: '' }, moment(agencyLink))),
    ).toBe('inspection.recusal.pending');
    expect(
      refusedBy(applyRecusal(applied, { id: 'a2', tid: 'tid-else', text: '' }, moment(agencyLink))),
    ).toBe('inspection.recusal.seat');
  });

  it('cannot put the date off by a further application, and each has its own', () => {
    const later = { ...moment(agencyLink), at: '2026-12-14T02:00:00Z' };
    const both = decided(applyRecusal(applied, { id: 'a2', tid: 'tid-P001', text: '债务' }, later)).state;
    const due = (state: InspectionCase) => state.deadlines.find(({ kind }) => kind === 'recusal')?.deadline;
    expect(due(both)).toEqual(due(applied));
    const reject = { id: 'a1', outcome: 'rejected', reason: '不属于回避情形' } as const;
    const one = decided(decideRecusal(both, reject, { ...later, actor: reviewers.approver })).state;
    expect(due(one)?.event).toBe('2026-12-14');
  });

  it('is told of a rejection, and the team stays', () => {
    const rejected = decided(
      decideRecusal(
        applied,
        { id: 'a1', outcome: 'rejected', reason: '不属于回避情形' },
        moment(reviewers.approver),
      ),
    );
    expect(rejected.state.staffing).toEqual([]);
    expect(rejected.state.deadlines.map(({ kind }) => kind)).toEqual(['visit']);
    expect(rejected.papers).toEqual([{ key: 'recusal-a1', order: { type: 'recusal', id: 'a1' } }]);
  });

  it('is still answered when the visit is over, and nothing is concluded before', () => {
    const over = moment(reviewers.approver, 'visited');
    const nothing = { comment: '', rectify: false, rectifyDays: 0, rectifyText: '' };
    const input = { ...nothing, handOver: '', handOverReason: '' } as const;
    expect(refusedBy(approve(applied, input, moment(reviewers.supervisor, 'visited')))).toBe(
      'inspection.approve.recusal',
    );
    const line = inspectionTransitions.find(({ command }) => command === 'decide-recusal');
    expect(line?.from).toContain('visited');
    expect(activeDeadlines(applied, 'visited').map(({ kind }) => kind)).toEqual(['recusal']);
    const granted = decided(decideRecusal(applied, { id: 'a1', outcome: 'granted', reason: '属实' }, over));
    expect([granted.state.staffing, granted.rows ?? []]).toEqual([[], []]);
    expect(granted.papers?.map(({ key }) => key)).toEqual(['recusal-a1']);
    expect(refusedBy(approve(granted.state, input, moment(reviewers.supervisor, 'visited')))).toBe(
      'accepted',
    );
  });

  it('is granted by a head who is not the person, and the draw goes on from there', () => {
    const own = { ...inspectorActor('P002'), roles: ['approver'] as const };
    const grant = { id: 'a1', outcome: 'granted', reason: '属实' } as const;
    expect(refusedBy(decideRecusal(applied, grant, moment(own)))).toBe('inspection.four_eyes');
    const granted = decided(decideRecusal(applied, grant, moment(reviewers.approver)));
    expect(granted.state.staffing).toMatchObject([
      { id: 'recusal-a1', inspectorId: 'P002', reason: 'recusal-granted', decided: { outcome: 'confirmed' } },
    ]);
    expect(granted.rows?.map(({ row }) => row['request'])).toEqual(['recusal-a1']);
  });
});

describe('a team that the draw has dealt anew', () => {
  const state = inspectionCase({
    signatures: ['P001', 'P002'].map((inspectorId) => ({
      by: `u-${inspectorId}`,
      name: '',
      at: '',
      inspectorId,
      record: 'r',
    })),
  });
  const P003 = teamSeat(1, { inspectorId: 'P003', tid: 'tid-P003', name: '检查员3' });

  it('loses the signature of who left, and keeps that of who stays', () => {
    const { state: after, to } = decided(
      restaff(state, { draw: state.draw, event: 1, team: [P003, teamSeat(2)] }, system),
    );
    expect(to).toBe('notified');
    expect(after.signatures.map(({ inspectorId }) => inspectorId)).toEqual(['P002']);
    const rows = seatRows(state, after).map(({ row }) => [row['sk'], row['gapk'] !== undefined]);
    expect(rows).toEqual([
      ['SEAT#P003', true],
      ['SEAT#P001', false],
    ]);
  });

  it('waits when it is fewer than two', () => {
    const empty = teamSeat(2, { inspectorId: '', tid: '', name: '' });
    const alone = restaff(state, { draw: state.draw, event: 1, team: [teamSeat(1), empty] }, system);
    expect(decided(alone).to).toBe('staffing');
  });

  it('counts nobody twice whom two draws have dealt', () => {
    const other = 'BJIPO-2026-0002';
    const joint = inspectionCase({
      parts: [...state.parts, ...state.parts.map((part) => ({ ...part, draw: other }))],
      team: [teamSeat(1), teamSeat(2, { inspectorId: '', tid: '', name: '' }), teamSeat(3, { draw: other })],
    });
    const gone = teamSeat(3, { draw: other, inspectorId: '', tid: '', name: '' });
    const dealt = [teamSeat(1, { draw: other, tid: 'tid-other' }), gone];
    const after = decided(restaff(joint, { draw: other, event: 1, team: dealt }, system));
    expect(after.to).toBe('staffing');
  });

  it('takes an event over once', () => {
    const order = { draw: state.draw, event: 1, team: [P003, teamSeat(2)] };
    const once = decided(restaff(state, order, system)).state;
    expect(decided(restaff(once, order, system)).state).toBe(once);
  });
});

describe('a joint visit (北京市优化营商环境条例 art. 70)', () => {
  const lead = inspectionCase();
  const number = 'BJIPO-2026-T0001-001';
  const draw = 'BJIPO-2026-T0001';
  const other = inspectionCase({
    number,
    draw,
    origin: 'targeted',
    team: [
      teamSeat(1, { draw }),
      teamSeat(2, { draw, inspectorId: 'P005', tid: 'tid-P005', name: '检查员5' }),
    ],
    parts: [
      {
        inspection: number,
        draw,
        origin: 'targeted',
        items: ['ZL-01@1', 'ZL-02@1'],
        checklist: { file: 'f', digest: 'd' },
      },
    ],
  });

  it('takes the second items and people in, each once', () => {
    const joint = decided(absorb(lead, { other }, system)).state;
    expect(joint.parts.map(({ origin, items }) => [origin, items])).toEqual([
      ['drawn', ['ZL-01@1']],
      ['targeted', ['ZL-02@1']],
    ]);
    expect(joint.team.map(({ inspectorId }) => inspectorId)).toEqual(['P001', 'P002', 'P005']);
    expect(decided(absorb(joint, { other }, system)).state).toBe(joint);
  });

  it.each([
    ['with its two inspectors', other.team, 'notified'],
    [
      'and waits for a second inspector',
      [teamSeat(1, { draw }), teamSeat(2, { draw, inspectorId: '' })],
      'staffing',
    ],
  ] as const)('that cannot come about leaves a visit of its own %s', (_what, team, to) => {
    const alone = { ...other, team };
    const parted = decided(
      partFromLead({ ...alone, lead: lead.number }, undefined, { ...system, status: 'joining' }),
    );
    expect(parted).toEqual({ to, state: alone, ground: 'lead-gone' });
  });

  it.each([
    ['itself', lead, lead, 'notified', 'inspection.join.other'],
    [
      'another agency',
      other,
      inspectionCase({ agency: { ...lead.agency, uscc: '91110108000000002X' } }),
      'notified',
      'inspection.join.other',
    ],
    ['a visit that is over', other, lead, 'visited', 'inspection.join.lead'],
    [
      'when it has begun',
      { ...other, arrivals: [{ by: 'u', name: '', at: '', how: 'typed' as const }] },
      lead,
      'notified',
      'inspection.join.begun',
    ],
    [
      'when it is joint already',
      { ...other, parts: [...other.parts, ...lead.parts] },
      lead,
      'notified',
      'inspection.join.joint',
    ],
    [
      'one that is not announced',
      { ...other, announced: false },
      lead,
      'notified',
      'inspection.join.announced',
    ],
    [
      'an application that waits for its decision',
      { ...other, recusals: [{ id: 'a', inspectorId: 'P005', name: '', text: '', at: '' }] },
      lead,
      'notified',
      'inspection.join.waiting',
    ],
  ] as const)('is not made with %s', (_what, one, into, leadStatus, code) => {
    expect(refusedBy(join(one, { lead: into, leadStatus }, moment(reviewers.supervisor)))).toBe(code);
  });
});
