import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import { openPenalty } from '../../../../shared/penalty/opening.ts';
import {
  type InspectionOffice,
  inspectionOffice,
  publish,
  stateOf,
  visited,
} from '../../../fixtures/consoleInspections.ts';
import {
  type ConsoleWorld,
  errorBeside,
  type Form,
  type SignedIn,
  staff,
  testUser,
  wordsOf,
} from '../../console/consoleWorld.ts';

let office: InspectionOffice;
let world: ConsoleWorld;
let supervisor: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  office = await inspectionOffice();
  ({ world } = office);
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
}, 60_000);
afterAll(() => world.close());

describe('review and what follows', () => {
  test('who inspected does not review; a record goes back with a reason and comes again', async () => {
    const number = office.take();
    await visited(world, number, 'no_problem');
    const { state } = await stateOf(world, number);
    const both = await world.signIn(
      testUser('both', ['supervisor', 'inspector'], { inspectorId: state.team[0]?.inspectorId ?? '' }),
    );
    const own = await office.see(number, both);
    expect(wordsOf(own)).toContain('您参加过这次检查，不能审核它');
    expect(own).not.toContain(`${office.path(number)}/approve`);
    expect(wordsOf((await office.act(number, both, 'approve')).body)).toContain('审核人不得参加过本次检查');
    const page = wordsOf(await office.see(number, approver));
    expect(page).toContain('一致');
    expect(page).toContain('有效');
    expect(page).toContain('机构无异议');
    expect(page).toContain('没有签字：拒绝签字；见证人：见证人');
    const bare = await office.act(number, approver, 'return', { reason: ' ' });
    expect(errorBeside(bare.body, 'return.reason')).toContain('请说明退回改正的内容');
    expect(bare.body).not.toContain('f-decide-recusal');
    const seen = await stateOf(world, number);
    expect((await office.act(number, approver, 'return', { reason: '补充说明' })).status).toBe(303);
    expect((await office.act(number, approver, 'return', { reason: '补充说明' })).status).toBe(303);
    // Another reviewer still has the page from before.
    expect((await office.act(number, supervisor, 'approve')).status).toBe(409);
    await visited(world, number, 'no_problem', true);
    const stale = await world.post(`${office.path(number)}/approve`, supervisor, {
      expectedVersion: String(seen.version),
      'approve.comment': '同意公示',
    });
    expect(stale.status).toBe(422);
    expect(wordsOf(stale.body)).toContain('您填写的内容还在');
    expect(stale.body).toContain('同意公示');
    expect((await office.act(number, supervisor, 'approve')).status).toBe(303);
    expect((await office.act(number, supervisor, 'approve')).status).toBe(303);
    expect(await office.says(number, approver)).toContain('系统正在公示结果');
    await publish(world, number);
    const closed = await office.says(number, auditor);
    expect(closed).toContain('未发现问题');
    expect(closed).toContain('公示中，自2026年12月8日起（第 1 版）');
    expect(closed).toContain('全部操作记录');
    expect(closed).toContain('审核：退回改正');
  });

  test('a result that asks for rectification is approved only with it; report, check, confirmation', async () => {
    const number = office.take();
    await visited(world, number, 'rectification_ordered');
    const bare = await office.act(number, approver, 'approve', { rectify: 'yes', handOver: 'penalty' });
    expect(bare.status).toBe(422);
    expect(errorBeside(bare.body, 'approve.rectifyText')).toContain('请写明改正的内容和要求');
    expect(errorBeside(bare.body, 'approve.rectifyDays')).toContain('1 至 90');
    expect(errorBeside(bare.body, 'approve.handOverReason')).toContain('请写明移交的理由');
    const without = await office.act(number, approver, 'approve', { handOver: '' });
    expect(errorBeside(without.body, 'approve.rectify')).toContain('须责令限期改正');
    const form = { rectify: 'yes', rectifyText: '补办变更登记', rectifyDays: '１５', handOver: '' };
    expect((await office.act(number, approver, 'approve', form)).status).toBe(303);
    await publish(world, number);
    expect(await office.says(number, supervisor)).toContain('责令 15 日内改正');
    const empty = await office.act(number, supervisor, 'answer-rectification', { text: '' });
    expect(errorBeside(empty.body, 'answer-rectification.text')).toContain('请说明改正情况');
    expect((await office.act(number, supervisor, 'answer-rectification', { text: '已变更' })).status).toBe(
      303,
    );
    expect((await office.act(number, supervisor, 'answer-rectification', { text: '已变更' })).status).toBe(
      303,
    );
    const [first, second] = [await office.signInMember(number, 0), await office.signInMember(number, 1)];
    expect(wordsOf((await world.get('/assignments', first)).body)).toContain('复查改正情况');
    const none = await office.act(number, first, 'recheck', { note: '' });
    expect(errorBeside(none.body, 'recheck.note')).toContain('请说明复查情况');
    const choose = await office.act(number, first, 'recheck', { note: '看过' });
    expect(errorBeside(choose.body, 'recheck.outcome')).toContain('请选择复查结论');
    expect(
      (await office.act(number, first, 'recheck', { outcome: 'insufficient', note: '仍缺公示' })).status,
    ).toBe(303);
    expect(await office.see(number, first)).not.toContain(`${office.path(number)}/confirm-recheck`);
    const self = await office.act(number, first, 'confirm-recheck', { days: '10' });
    expect(wordsOf(self.body)).toContain('不能由同一个人办理');
    const days = await office.act(number, second, 'confirm-recheck', { days: 'x' });
    expect(errorBeside(days.body, 'confirm-recheck.days')).toContain('1 至 90');
    expect((await office.act(number, second, 'confirm-recheck', { days: '10' })).status).toBe(303);
    expect((await office.act(number, second, 'confirm-recheck', { days: '10' })).status).toBe(303);
    expect((await stateOf(world, number)).state.rectification).toHaveLength(2);
    await office.act(number, supervisor, 'answer-rectification', { text: '第二次' });
    // After the second period there is no third one to choose.
    expect(await office.see(number, first)).not.toContain('value="insufficient"');
    await office.act(number, first, 'recheck', { outcome: 'not-rectified', note: '拒不改正' });
    // The first one changes the finding after the second one opened the page.
    const { version } = await stateOf(world, number);
    await office.act(number, first, 'recheck', { outcome: 'rectified', note: '已改正' });
    const unseen = await world.post(`${office.path(number)}/confirm-recheck`, second, {
      expectedVersion: String(version),
    });
    expect(wordsOf(unseen.body)).toContain('您打开页面以后案件有变化');
    await office.act(number, first, 'recheck', { outcome: 'not-rectified', note: '拒不改正' });
    expect((await office.act(number, second, 'confirm-recheck')).status).toBe(303);
    const reviewer = await world.signIn(staff.legalReviewer);
    const handed = await world.get(office.path(number), reviewer);
    expect(handed.status).toBe(200);
    expect(wordsOf(handed.body)).toContain('移交行政处罚程序');
    expect(
      (await world.get('/inspections', reviewer)).body.match(/href="\/inspections\/BJIPO/g),
    ).toHaveLength(1);
    // What comes of it is told by the penalty procedure alone; the page leads to its case.
    expect((await office.act(number, supervisor, 'penalty-outcome', { outcome: 'minor' })).status).toBe(404);
    const { agency } = (await stateOf(world, number)).state;
    const opened = await openPenalty(
      world.deps.penalties,
      {
        id: '01K0000000000000000000000P',
        source: { kind: 'inspection', reference: number, caseId: inspectionCaseId(number) },
        party: { kind: 'agency', name: agency.name, uscc: agency.uscc },
        suspicion: { text: '未改正', entries: [] },
        receivedOn: localDate('2026-11-23'),
      },
      SYSTEM,
    );
    expect(opened.ok).toBe(true);
    expect(await office.see(number, reviewer)).toContain('href="/penalties/01K0000000000000000000000P"');
    const penaltyPage = await world.get('/penalties/01K0000000000000000000000P', reviewer);
    expect(penaltyPage.body).toContain(`href="${office.path(number)}"`);
  });

  test('a published result is corrected by two people, and its first version leaves a tombstone', async () => {
    const number = office.take();
    await visited(world, number, 'not_publicised');
    await office.act(number, approver, 'approve', { handOver: '' });
    await publish(world, number);
    const empty = await office.act(number, supervisor, 'raise-correction', { text: '' });
    expect(errorBeside(empty.body, 'raise-correction.text')).toContain('请说明哪里有误');
    expect(
      (await office.act(number, supervisor, 'raise-correction', { text: '机构已按期公示' })).status,
    ).toBe(303);
    expect(wordsOf((await world.get('/', supervisor)).body)).toContain('提出更正意见');
    expect((await office.act(number, supervisor, 'settle-correction')).status).toBe(403);
    const early = await office.act(number, approver, 'settle-correction', { decision: 'follow' });
    expect(wordsOf(early.body)).toContain('请先由监管人员提出更正意见');
    const why = await office.act(number, approver, 'settle-correction', { decision: 'keep', reason: ' ' });
    expect(errorBeside(why.body, 'settle-correction.reason')).toContain('请写明维持原结果的理由');
    const stands = { decision: 'keep', reason: '登记无误' };
    expect((await office.act(number, approver, 'settle-correction', stands)).status).toBe(303);
    expect(await office.says(number, auditor)).toContain('登记无误');
    await office.act(number, supervisor, 'raise-correction', { text: '机构补交了公示截图' });
    const [item = ''] = (await stateOf(world, number)).state.parts[0]?.items ?? [];
    const propose = (form: Form) => office.act(number, supervisor, 'propose-correction', form);
    const bare = await propose({});
    expect(errorBeside(bare.body, 'propose-correction.proposal')).toContain('请选择更正结果或者撤下结果');
    expect(errorBeside(bare.body, 'propose-correction.reason')).toContain('请写明更正的理由');
    const correct = { proposal: 'correct', reason: '查明已公示' };
    const field = `propose-correction.results.${item}`;
    expect(errorBeside((await propose(correct)).body, field)).toContain('请选择检查结果');
    const contradiction = { ...correct, [`results.${item}`]: ['no_problem', 'pending'] };
    expect(errorBeside((await propose(contradiction)).body, field)).toContain('不能与其他结果同时选择');
    expect((await propose({ ...correct, [`results.${item}`]: 'no_problem' })).status).toBe(303);
    const undecided = await office.act(number, approver, 'settle-correction');
    expect(errorBeside(undecided.body, 'settle-correction.decision')).toContain('请选择');
    expect((await office.act(number, approver, 'settle-correction', { decision: 'follow' })).status).toBe(
      303,
    );
    expect((await office.act(number, approver, 'settle-correction', { decision: 'follow' })).status).toBe(
      303,
    );
    const words = await office.says(number, auditor);
    expect(words).toContain('（第 2 版）');
    expect(words).toContain('内容有误，已更正');
  });
});

describe('where inspections show elsewhere', () => {
  test('an inspector finds the own visits with address, date and the page to record them', async () => {
    const number = office.take();
    const member = await office.signInMember(number, 0);
    const { body } = await world.get('/assignments', member);
    const { state } = await stateOf(world, number);
    expect(body).toContain(`href="${office.path(number)}/visit"`);
    expect(wordsOf(body)).toContain(`${state.agency.name} 北京市海淀区学院路1号`);
    expect(wordsOf(body)).toContain('去检查');
    expect(body).toMatch(/class="dr-due"[\s\S]*href="\/assignments"/);
    expect((await world.get('/inspections', member)).status).toBe(403);
  });

  test('the page of an agency tells its inspections', async () => {
    const [number = ''] = office.numbers;
    const { uscc } = (await stateOf(world, number)).state.agency;
    const { body } = await world.get(`/registers/agencies/${uscc}`, auditor);
    expect(body).toContain(`href="${office.path(number)}"`);
  });
});
