import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectionCaseId } from '../../../shared/inspection/inspectionRows.ts';
import { lookAt } from '../../../shared/inspection/looking.ts';
import { applyRecusal } from '../../../shared/inspection/staffing.ts';
import { standingSignatures } from '../../../shared/inspection/submitting.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { agencyLink, clean, inspectorActor, reviewers } from '../../fixtures/inspectionActs.ts';
import { type InspectionWorld, inspectionWorld } from '../../fixtures/inspectionWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let office: InspectionWorld;
let numbers: readonly string[];
let next = 0;
beforeAll(async () => {
  tables = await openTables();
  office = inspectionWorld(tables);
  numbers = await office.hold(
    testPlan({
      rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 500_000, round: 'exact' }],
    }),
  );
});
afterAll(() => tables.close());

/** An inspection of the draw that no other test has touched. */
function fresh(): string {
  const number = numbers[next++];
  if (number === undefined) throw new Error('the draw has too few visits for these tests');
  return number;
}

const papersOf = async (number: string) =>
  (await office.lists.papers('2999-01-01T00:00:00Z', 1000))
    .filter((paper) => paper.inspection === number)
    .map(({ key }) => key)
    .sort();

const stateOf = async (number: string) => (await office.acts.load(number)).state;

/** The code of the problem that refuses an act. */
async function refusal(act: Promise<unknown>): Promise<string> {
  const said = await act.then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  return /"code":"([^"]+)"/.exec(said)?.[1] ?? said;
}

describe('an inspection opened by the draw', () => {
  it('has the team, the items and the checklist of its visit', async () => {
    const { state, status } = await office.acts.load(fresh());
    expect(status).toBe('notified');
    expect(state.team).toHaveLength(2);
    expect(state.parts.map(({ items }) => items)).toEqual([['ZL-01@1']]);
    expect(state.period).toEqual({ from: '2026-12-07', to: '2026-12-31' });
    expect(state.deadlines.map(({ kind }) => kind)).toEqual(['visit']);
  });

  it('is found by its members, by its agency and in its year', async () => {
    const { state } = await office.acts.load(fresh());
    const [member] = state.team;
    const found = async (list: Promise<readonly { readonly state: { readonly number: string } }[]>) =>
      (await list).map((one) => one.state.number);
    expect(await found(office.lists.ofInspector(member?.inspectorId ?? ''))).toContain(state.number);
    expect(await found(office.lists.ofInspector('P999'))).toEqual([]);
    expect(await found(office.lists.ofAgency(state.agency.uscc))).toEqual([state.number]);
    expect(await found(office.lists.ofYear('2026'))).toEqual([...numbers].reverse());
  });
});

describe('a visit without a problem', () => {
  it('is recorded, reviewed, published and closed', async () => {
    const number = fresh();
    const { acts } = office;
    await acts.visit(number);
    expect((await acts.load(number)).status).toBe('visited');
    await acts.approve(number);
    await office.step(number, 'PublishResult');
    const { state, status } = await acts.load(number);
    expect(status).toBe('closed');
    expect(state.outcome).toBe('no-problem');
    expect(state.publicity).toMatchObject({ version: 1, results: { 'ZL-01@1': ['no_problem'] } });
    // What has no problem stays published.
    expect(state.publicity?.until).toBeUndefined();
    expect(await papersOf(number)).toEqual(['result-1']);
    expect(await office.lists.open()).not.toContain(number);
  });

  it('is reviewed by nobody who inspected, by whatever role', async () => {
    const number = fresh();
    await office.acts.visit(number);
    const [member] = await office.acts.team(number);
    const both = { ...(member ?? inspectorActor('P001')), roles: ['inspector', 'supervisor'] as const };
    expect(await refusal(office.acts.approve(number, {}, both))).toBe('inspection.review.own');
    expect(await refusal(office.acts.sendBack(number, both))).toBe('inspection.review.own');
    await office.acts.approve(number, {}, reviewers.approver);
  });
});

describe('the record', () => {
  it('is written by its team only, against the sealed checklist', async () => {
    const number = fresh();
    const { acts } = office;
    const stranger = inspectorActor('P999');
    const { arrive } = await import('../../../shared/inspection/record.ts');
    const uscc = (await stateOf(number)).agency.uscc;
    const input = { uscc, how: 'typed', certified: true } as const;
    expect(await refusal(acts.give(number, 'arrive', arrive, input, stranger))).toBe('inspection.notMember');
    const leader = await acts.leader(number);
    const other = { ...input, uscc: '91110108000000999X' };
    expect(await refusal(acts.give(number, 'arrive', arrive, other, leader))).toBe('inspection.arrive.other');
    const expired = { ...input, certified: false };
    expect(await refusal(acts.give(number, 'arrive', arrive, expired, leader))).toBe(
      'inspection.certificate',
    );
    expect((await stateOf(number)).arrivals).toEqual([]);
  });

  it('takes an answer once, keeps every earlier one and refuses another version', async () => {
    const number = fresh();
    const { acts } = office;
    const { answer } = await import('../../../shared/inspection/record.ts');
    const { parts } = await stateOf(number);
    const checklist = await acts.checklist(number);
    const leader = await acts.leader(number);
    const checklists = parts.map((part) => part.checklist.digest);
    const key = 'ZL-01@1/1';
    const say = (id: string, value: string, at: string, versions = checklists) =>
      acts.give(
        number,
        'answer',
        answer,
        { checklists: versions, checklist, answers: [{ id, key, value, note: '', at }] },
        leader,
      );
    await say('x1', 'consistent', '2026-12-01T00:02:00Z');
    await say('x1', 'consistent', '2026-12-01T00:02:00Z');
    expect(await office.lists.answers(number)).toHaveLength(1);
    await say('x2', 'inconsistent', '2026-12-01T00:03:00Z');
    // One that was given earlier and arrives later is kept and does not count.
    await say('x0', 'consistent', '2026-12-01T00:01:00Z');
    expect((await stateOf(number)).answers[key]).toMatchObject({ id: 'x2', value: 'inconsistent' });
    expect(
      (await office.lists.answers(number)).map((one) => (one.answer as { id: string }).id).sort(),
    ).toEqual(['x0', 'x1', 'x2']);
    expect(await refusal(say('x3', 'consistent', '2026-12-01T00:04:00Z', ['00']))).toBe(
      'inspection.answer.version',
    );
    expect(await refusal(say('x3', 'found', '2026-12-01T00:04:00Z'))).toBe('inspection.answer.value');
  });

  it('is not handed in before every part of it is there', async () => {
    const number = fresh();
    const { acts } = office;
    expect(await refusal(acts.submit(number))).not.toBe('accepted');
    await acts.arrive(number);
    await acts.answer(number);
    await acts.attach(number);
    await acts.results(number);
    await acts.signAgency(number);
    expect(await refusal(acts.submit(number))).toBe('inspection.submit.signatures');
    await acts.sign(number);
    // A change after the signatures asks for new ones.
    await acts.answer(number, true, 'b');
    expect(standingSignatures(await stateOf(number))).toEqual([]);
    expect(await refusal(acts.submit(number))).not.toBe('accepted');
  });
});

describe('a problem that was found', () => {
  const ordered = { results: ['rectification_ordered'], obstruction: '', unreachable: '', note: '未公示' };

  it('is put right after one more round, checked by two of the team, and comes down after three months', async () => {
    const number = fresh();
    const { acts, clock } = office;
    const start = clock.now;
    await acts.visit(number, ordered);
    expect(await refusal(acts.approve(number))).toBe('inspection.approve.rectify');
    await acts.sendBack(number);
    expect((await acts.load(number)).status).toBe('returned');
    await acts.sign(number);
    await acts.submit(number, 'resubmit');
    await acts.approve(number, { rectify: true, rectifyDays: 15, rectifyText: '请于期限内公示' });
    await office.step(number, 'PublishResult');
    expect((await acts.load(number)).status).toBe('rectifying');
    await acts.answerRectification(number);
    await acts.recheck(number, 'insufficient');
    const [leader] = await acts.team(number);
    const { confirmRecheck } = await import('../../../shared/inspection/rectifying.ts');
    const own = acts.give(
      number,
      'confirm-recheck',
      confirmRecheck,
      { days: 10 },
      leader ?? inspectorActor(''),
    );
    expect(await refusal(own)).toBe('inspection.four_eyes');
    await acts.confirmRecheck(number, 10);
    expect((await acts.load(number)).status).toBe('rectifying');
    await acts.answerRectification(number);
    expect(await refusal(acts.recheck(number, 'insufficient'))).toBe('inspection.recheck.rounds');
    await acts.recheck(number, 'rectified');
    await acts.confirmRecheck(number);
    const { state, status } = await acts.load(number);
    expect([status, state.outcome]).toEqual(['closed', 'rectified']);
    expect(await papersOf(number)).toEqual(['recheck-2', 'rectification-1', 'rectification-2', 'result-1']);
    const until = state.publicity?.until ?? '';
    expect(until).toBe('2027-03-01');
    clock.now = '2027-03-01T15:59:59Z';
    await lookAt({ ...office.deps, lists: office.lists }, number);
    expect((await stateOf(number)).publicity?.withdrawn).toBeUndefined();
    clock.now = '2027-03-01T16:00:00Z';
    await lookAt({ ...office.deps, lists: office.lists }, number);
    expect((await stateOf(number)).publicity?.withdrawn).toEqual({ on: '2027-03-02', reason: 'expired' });
    clock.now = start;
  });

  it('goes to the penalty procedure when nothing was put right in time', async () => {
    const number = fresh();
    const { acts, clock } = office;
    const start = clock.now;
    await acts.visit(number, ordered);
    await acts.approve(number, { rectify: true, rectifyDays: 5, rectifyText: '请公示' });
    await office.step(number, 'PublishResult');
    clock.now = '2026-12-06T15:59:59Z';
    await lookAt({ ...office.deps, lists: office.lists }, number);
    expect((await acts.load(number)).status).toBe('rectifying');
    // 5 days from 1 December end on Sunday the 6th, which moves to Monday the 7th.
    clock.now = '2026-12-07T16:00:00Z';
    await lookAt({ ...office.deps, lists: office.lists }, number);
    expect((await acts.load(number)).status).toBe('rechecking');
    await acts.recheck(number, 'not-rectified');
    await acts.confirmRecheck(number);
    const { state } = await acts.load(number);
    expect(state).toMatchObject({ outcome: 'handed-over', handOver: { to: 'penalty' } });
    expect(state.publicity?.until).toBeUndefined();
    clock.now = start;
  });

  it('is handed over for a penalty even when it went to the lists before', async () => {
    const number = fresh();
    const { acts } = office;
    await acts.visit(number, {
      results: ['unreachable', 'rectification_ordered'],
      obstruction: '',
      unreachable: 'no-such-address',
      note: '查无此址',
    });
    const text = { rectify: true, rectifyDays: 5, rectifyText: '限期改正' };
    await acts.approve(number, { ...text, handOver: 'listing', handOverReason: '无法联系' });
    await office.step(number, 'PublishResult');
    await acts.answerRectification(number);
    await acts.recheck(number, 'not-rectified');
    await acts.confirmRecheck(number);
    const { state, status } = await acts.load(number);
    expect([status, state.handOver?.to]).toEqual(['closed', 'penalty']);
    const leads = await tables.client.send(
      new ScanCommand({
        TableName: 'core',
        FilterExpression: 'begins_with(pk, :lead)',
        ExpressionAttributeValues: { ':lead': `LEAD#${number}` },
      }),
    );
    expect((leads.Items ?? []).map(({ lead }) => lead.to).sort()).toEqual(['listing', 'penalty']);
  });

  it('is handed over at once when the agency refuses to co-operate', async () => {
    const number = fresh();
    const { acts } = office;
    await acts.visit(number, {
      results: ['obstruction'],
      obstruction: 'refused_entry',
      unreachable: '',
      note: '拒绝进入',
    });
    expect(await refusal(acts.approve(number))).toBe('inspection.approve.handOver.penalty');
    await acts.approve(number, { handOver: 'penalty', handOverReason: '拒绝检查' });
    await office.step(number, 'PublishResult');
    const { state, status } = await acts.load(number);
    expect([status, state.outcome]).toEqual(['closed', 'handed-over']);
    expect(state.handOver?.findings).toEqual([{ item: 'ZL-01@1', results: ['obstruction'] }]);
  });
});

it('is not put off past a date that began while it was looked at', async () => {
  const { acts, lists } = office;
  const number = fresh();
  const looked = await acts.load(number);
  await lists.postpone(looked, '2026-12-05T00:00:00Z');
  expect(await lists.due('2026-12-04T23:59:59Z', 1000)).not.toContain(number);
  const tid = looked.state.team[0]?.tid ?? '';
  await acts.give(number, 'apply-recusal', applyRecusal, { id: 'r1', tid, text: '亲属' }, agencyLink);
  await lists.postpone(looked, '2026-12-30T00:00:00Z');
  const due = (await acts.load(number)).state.deadlines.find(({ kind }) => kind === 'recusal');
  expect(await lists.due(`${due?.deadline.dueLegal}T16:00:00Z`, 1000)).toContain(number);
});

describe('whoever drops out', () => {
  it('is replaced by the draw, for this visit only when it is a recusal', async () => {
    const number = fresh();
    const { acts } = office;
    const [gone] = await acts.team(number);
    const others = await office.lists.ofInspector(gone?.inspectorId ?? '');
    const id = await acts.requestStaffing(number, 'recusal-own');
    await acts.decideStaffing(number, id);
    expect(await office.replace()).toEqual({ done: 1, failed: [] });
    const { state, status } = await acts.load(number);
    expect(status).toBe('notified');
    expect(state.team.map(({ inspectorId }) => inspectorId)).not.toContain(gone?.inspectorId);
    expect(state.staffing[0]?.event).toBe(state.events.length);
    const left = await office.lists.ofInspector(gone?.inspectorId ?? '');
    expect(left.map((one) => one.state.number)).toEqual(
      others.map((one) => one.state.number).filter((one) => one !== number),
    );
    // Nothing is left to be drawn, and a second run changes nothing.
    expect(await office.replace()).toEqual({ done: 0, failed: [] });
    expect((await acts.load(number)).version).toBe((await acts.load(number)).version);
    expect(await papersOf(number)).toEqual([`team-${state.draw}-1`]);
  });

  it('needs a second person, and never confirms themself', async () => {
    const number = fresh();
    const { acts } = office;
    const id = await acts.requestStaffing(number, 'ill');
    const { decideStaffing } = await import('../../../shared/inspection/staffing.ts');
    const [gone] = await acts.team(number);
    const self = { ...(gone ?? inspectorActor('')), roles: ['approver'] as const };
    const input = { id, outcome: 'confirmed' } as const;
    expect(await refusal(acts.give(number, 'decide-staffing', decideStaffing, input, self))).toBe(
      'inspection.four_eyes',
    );
    await acts.give(
      number,
      'decide-staffing',
      decideStaffing,
      { id, outcome: 'refused' },
      reviewers.approver,
    );
    expect((await stateOf(number)).staffing[0]?.decided?.outcome).toBe('refused');
  });

  it('makes room for the next agency of its cell when the agency is gone', async () => {
    const number = fresh();
    const before = await office.lists.ofYear('2026');
    await office.acts.cancel(number, 'agency-gone');
    expect((await office.acts.load(number)).status).toBe('cancelled');
    expect(await office.replace()).toEqual({ done: 1, failed: [] });
    const after = await office.lists.ofYear('2026');
    const came = after.filter(({ caseId }) => !before.some((one) => one.caseId === caseId));
    expect(came).toHaveLength(1);
    expect(await papersOf(came[0]?.state.number ?? '')).toEqual(['first']);
  });
});

it('leaves an audit chain entry for every command and none for a repeated one', async () => {
  const number = fresh();
  await office.acts.arrive(number);
  const { auditSeq } = await office.acts.load(number);
  await office.acts.arrive(number);
  expect((await office.acts.load(number)).auditSeq).toBe(auditSeq);
  expect((await office.acts.load(number)).caseId).toBe(inspectionCaseId(number));
  expect(clean.results).toEqual(['no_problem']);
});
