import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { requestCancel } from '../../../../shared/inspection/cancelling.ts';
import { inspectionCommit } from '../../../../shared/inspection/command.ts';
import { agencyRow } from '../../../../shared/inspection/inspectionRows.ts';
import { restaff } from '../../../../shared/inspection/staffing.ts';
import {
  give,
  type InspectionOffice,
  inspectionOffice,
  stateOf,
} from '../../../fixtures/consoleInspections.ts';
import {
  asActor,
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  inspector,
  type SignedIn,
  staff,
  testUser,
  wordsOf,
} from '../../console/consoleWorld.ts';

let office: InspectionOffice;
let world: ConsoleWorld;
let numbers: readonly string[];
let supervisor: SignedIn;
let other: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  office = await inspectionOffice();
  ({ world } = office);
  ({ numbers } = office);
  supervisor = await world.signIn(staff.supervisor);
  other = await world.signIn(staff.other);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
}, 60_000);
afterAll(() => world.close());

describe('the list', () => {
  test('shows every inspection with its leader and next date, and counts the origins apart', async () => {
    const { body } = await world.get('/inspections', supervisor);
    const words = wordsOf(body);
    for (const number of numbers) expect(body).toContain(`href="/inspections/${number}"`);
    const [number = ''] = numbers;
    const { state } = await stateOf(world, number);
    expect(words).toContain(`${number} ${state.agency.name}`);
    expect(words).toContain(state.team[0]?.name);
    expect(words).toContain('第 1 日，共 24 日');
    expect(words).toContain(`抽查 ${numbers.length} 件 · 必查 0 件 · 定向 0 件`);
    expect(body).toMatch(/href="\/inspections"[^>]*aria-current="page"/);
  });

  test('filters by year, agency, origin, status, district and what is late or mine', async () => {
    const [number = ''] = numbers;
    const { agency: found } = (await stateOf(world, number)).state;
    const count = async (query: string, who = supervisor) =>
      ((await world.get(`/inspections?${query}`, who)).body.match(/href="\/inspections\/BJIPO/g) ?? [])
        .length;
    expect(await count('year=2025')).toBe(0);
    expect(await count(`agency=${found.uscc.toLowerCase()}`)).toBe(1);
    expect(await count('origin=targeted')).toBe(0);
    expect(await count('status=notified')).toBe(numbers.length);
    expect(await count('status=closed')).toBe(0);
    const here = await count(`district=${found.district}`);
    expect(here).toBeGreaterThan(0);
    expect(here).toBeLessThan(numbers.length);
    expect(await count('view=overdue')).toBe(0);
    expect(await count('view=mine', approver)).toBe(0);
    world.clock.now = Date.parse('2027-01-01T02:00:00Z');
    const late = await world.signIn(testUser('late', ['supervisor']));
    expect(await count('view=overdue', late)).toBe(numbers.length);
    expect(await count('view=mine&wait=overdue', late)).toBe(numbers.length);
    expect(wordsOf((await world.get('/inspections?view=overdue', late)).body)).toContain('已超过 1 日');
    world.clock.now = Date.parse('2026-12-08T02:00:00Z');
  });
});

describe('who sees an inspection', () => {
  test('the office all of it, a member the own one, nobody else that there is one', async () => {
    const [number = ''] = numbers;
    for (const who of [supervisor, approver, auditor]) {
      const { status, body } = await world.get(office.path(number), who);
      expect(status).toBe(200);
      expect(body).toContain(`href="/draws/${(await stateOf(world, number)).state.draw}"`);
    }
    const member = await office.signInMember(number, 1);
    const { status, body } = await world.get(office.path(number), member);
    expect(status).toBe(200);
    expect(body).toContain(`href="${office.path(number)}/visit"`);
    expect(body).not.toContain('href="/draws/');
    expect(wordsOf(body)).not.toContain('这家机构的检查');
    const { state } = await stateOf(world, number);
    const team = state.team.map(({ inspectorId }) => inspectorId);
    const outside = [1, 2, 3, 4].map((n) => inspector(n).id).find((id) => !team.includes(id)) ?? '';
    const stranger = await world.signIn(testUser(outside, ['inspector'], { inspectorId: outside }));
    const reviewer = await world.signIn(staff.legalReviewer);
    for (const who of [stranger, reviewer]) {
      const hidden = await world.get(office.path(number), who);
      const unknown = await world.get(office.path('BJIPO-2026-9999-001'), who);
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
      expect(hidden.body.replaceAll(number, '')).toBe(unknown.body.replaceAll('BJIPO-2026-9999-001', ''));
    }
    const official = await world.signIn(staff.official);
    expect((await world.get(office.path(number), official)).status).toBe(403);
    expect((await office.act(number, stranger, 'request-staffing')).status).toBe(404);
    for (const wrong of ['x', 'IN~1', 'BJIPO-2026-0001'])
      expect((await world.get(office.path(wrong), supervisor)).status).toBe(404);
  });

  test('the page tells team, certificates, checklist, dates with their rule, and the yearly visits', async () => {
    const [number = ''] = numbers;
    const { state } = await stateOf(world, number);
    const words = await office.says(number, supervisor);
    for (const { name } of state.team) expect(words).toContain(`${name} `);
    expect(words).toContain('有效至2028年12月31日');
    expect(words).toContain('专利代理机构执业许可条件 (ZL-01@1)');
    expect(words).toContain('检查表：1 个问题，已答 0 个');
    expect(words).toContain('2026年计入次数的检查：1 次，上限 2 次');
    expect(words).toContain('未核实');
    expect(words).toContain('第 1 日，共 24 日');
    expect(words).toContain('等待 检查组检查并提交记录');
    expect(words).toMatch(/产生检查 .*系统/);
    expect(words).not.toContain('undefined');
    const english = wordsOf((await world.get(`${office.path(number)}?lang=en`, supervisor)).body);
    expect(english).toContain('Inspection of');
  });
});

describe('recusal and replacement', () => {
  test('a member asks for themself, is told what is missing, and somebody else decides', async () => {
    const number = office.take();
    const member = await office.signInMember(number, 0);
    const { inspectorId = '' } = member.user;
    const field = 'request-staffing.reason';
    const empty = await office.act(number, member, 'request-staffing', { inspectorId });
    expect(empty.status).toBe(422);
    expect(errorBeside(empty.body, field)).toContain('请选择原因');
    const forged = await office.act(number, member, 'request-staffing', {
      inspectorId: 'P999',
      reason: 'ill',
    });
    expect(forged.status).toBe(403);
    const never = await office.act(number, member, 'request-staffing', {
      inspectorId,
      reason: 'recusal-granted',
    });
    expect(errorBeside(never.body, field)).toContain('请选择原因');
    const asked = await office.act(number, member, 'request-staffing', {
      inspectorId,
      reason: 'recusal-own',
      text: '亲属在该机构',
    });
    expect(asked.location).toBe(office.path(number));
    // The same form again is the same request.
    expect(
      (await office.act(number, member, 'request-staffing', { inspectorId, reason: 'recusal-own' })).status,
    ).toBe(303);
    expect((await stateOf(world, number)).state.staffing).toHaveLength(1);
    expect(await office.says(number, member)).toContain('要由另一个人决定');
    expect(await office.see(number, member)).not.toContain('request-staffing"');
    const [request] = (await stateOf(world, number)).state.staffing;
    const decide = (who: SignedIn, outcome: string) =>
      world.post(`${office.path(number)}/decide-staffing`, who, { id: request?.id ?? '', outcome });
    expect((await decide(member, 'confirmed')).status).toBe(403);
    expect(wordsOf((await world.get('/', approver)).body)).toContain('决定更换检查人员');
    expect(await office.see(number, auditor)).not.toContain(`${office.path(number)}/decide-staffing`);
    const before = world.kicks.replace;
    expect((await decide(approver, 'confirmed')).status).toBe(303);
    expect((await decide(approver, 'confirmed')).status).toBe(303);
    expect(world.kicks.replace).toBe(before + 1);
    expect(wordsOf((await decide(other, 'refused')).body)).toContain('没有待办理的更换申请');
    expect(await office.says(number, supervisor)).toContain('正在按抽签规则补人');
  });

  test('who asked for another does not decide', async () => {
    const number = office.take();
    const { state } = await stateOf(world, number);
    const inspectorId = state.team[1]?.inspectorId ?? '';
    await office.act(number, supervisor, 'request-staffing', { inspectorId, reason: 'ill' });
    const [request] = (await stateOf(world, number)).state.staffing;
    const form = { id: request?.id ?? '', outcome: 'refused' };
    expect(await office.see(number, supervisor)).not.toContain(`${office.path(number)}/decide-staffing`);
    const own = await world.post(`${office.path(number)}/decide-staffing`, supervisor, form);
    expect(own.status).toBe(422);
    expect(wordsOf(own.body)).toContain('不能由同一个人办理');
    expect(await office.see(number, other)).toContain(`${office.path(number)}/decide-staffing`);
    expect((await world.post(`${office.path(number)}/decide-staffing`, other, form)).status).toBe(303);
    expect(await office.says(number, supervisor)).toContain('不同意');
  });

  test('an application on paper is decided by an approver, and its text is confidential', async () => {
    const number = office.take();
    const { state } = await stateOf(world, number);
    const secret = '组长与本机构负责人有债务纠纷';
    const missing = await office.act(number, supervisor, 'apply-recusal', { tid: '', text: '' });
    expect(errorBeside(missing.body, 'apply-recusal.text')).toContain('不超过 500 字');
    const unknown = await office.act(number, supervisor, 'apply-recusal', { tid: 'nobody', text: secret });
    expect(errorBeside(unknown.body, 'apply-recusal.tid')).toContain('请选择申请回避的检查人员');
    expect(unknown.body).toContain(secret);
    const tid = state.team[0]?.tid ?? '';
    expect((await office.act(number, supervisor, 'apply-recusal', { tid, text: secret })).status).toBe(303);
    expect(await office.see(number, supervisor)).toContain(secret);
    expect(await office.see(number, auditor)).not.toContain(secret);
    const member = await office.signInMember(number, 1);
    expect(await office.see(number, member)).not.toContain(secret);
    expect((await office.act(number, supervisor, 'decide-recusal')).status).toBe(403);
    const [application] = (await stateOf(world, number)).state.recusals;
    const decide = (form: Form) =>
      world.post(`${office.path(number)}/decide-recusal`, approver, { id: application?.id ?? '', ...form });
    const bare = await decide({});
    expect(errorBeside(bare.body, 'decide-recusal.outcome')).toContain('请选择同意回避或者驳回申请');
    expect(errorBeside(bare.body, 'decide-recusal.reason')).toContain('请填写决定的理由');
    const grant = { 'decide-recusal.outcome': 'granted', 'decide-recusal.reason': '债务关系属实' };
    expect((await decide(grant)).status).toBe(303);
    expect((await decide(grant)).status).toBe(303);
    const after = (await stateOf(world, number)).state;
    expect(after.staffing).toMatchObject([{ reason: 'recusal-granted', decided: { outcome: 'confirmed' } }]);
    expect(await office.see(number, auditor)).not.toContain('债务');
  });
});

describe('cancelling and merging', () => {
  test('one asks, another confirms what they have seen; a request can be withdrawn', async () => {
    const number = office.take();
    const bare = await office.act(number, supervisor, 'request-cancel', { reason: '' });
    expect(errorBeside(bare.body, 'request-cancel.reason')).toContain('请说明情况');
    const noGround = await office.act(number, supervisor, 'request-cancel', { reason: '已注销' });
    expect(errorBeside(noGround.body, 'request-cancel.ground')).toContain('请选择终止的原因');
    const form = { ground: 'no-team', reason: '无人可抽' };
    expect((await office.act(number, supervisor, 'request-cancel', form)).status).toBe(303);
    expect(await office.says(number, supervisor)).toContain('要由审批人员确认');
    const { version } = await stateOf(world, number);
    expect((await office.act(number, supervisor, 'withdraw-cancel')).status).toBe(303);
    expect(
      (await office.act(number, other, 'request-cancel', { ...form, ground: 'agency-gone' })).status,
    ).toBe(303);
    // The approver's page still shows the first request.
    const old = await world.post(`${office.path(number)}/cancel`, approver, {
      expectedVersion: String(version),
    });
    expect(old.status).toBe(422);
    expect(wordsOf(old.body)).toContain('您打开页面以后案件有变化');
    expect(hiddenValue(old.body, 'expectedVersion')).toBe(String(version + 2));
    expect((await office.act(number, approver, 'cancel')).status).toBe(303);
    expect((await office.act(number, approver, 'cancel')).status).toBe(303);
    expect(await office.says(number, approver)).toContain('机构已注销或者停业；other 申请，approver 确认');
    // A page from before the end.
    const late = await office.act(number, supervisor, 'request-cancel', { ...form, reason: '另一理由' });
    expect(late.status).toBe(409);
  });

  test('an inspection joins another one of the same agency at the same time', async () => {
    const number = office.take();
    const { state } = await stateOf(world, number);
    expect(await office.see(number, supervisor)).not.toContain(`${office.path(number)}/join`);
    const second = {
      ...state,
      number: state.number.replace('-0001-', '-0077-'),
      draw: 'BJIPO-2026-0077',
      origin: 'targeted' as const,
      parts: state.parts.map((part) => ({ ...part, origin: 'targeted' as const })),
    };
    const away = {
      ...second,
      number: `${second.number}9`,
      period: { from: '2027-03-01', to: '2027-03-31' } as never,
    };
    const { inspections } = world.deps;
    for (const opened of [second, away]) {
      const decision = { to: 'notified', state: opened, rows: [agencyRow(opened)] } as const;
      const at = '2026-12-08T01:00:00Z';
      const key = await inspections.auditKey();
      await inspections.cases.commit(
        inspectionCommit(undefined, 'open', decision, { actor: SYSTEM, at }, key),
      );
    }
    const page = await office.see(number, supervisor);
    expect(page).toContain(`value="${second.number}"`);
    expect(page).not.toContain(`value="${away.number}"`);
    expect(wordsOf(page)).toContain('（不计入次数）');
    expect(wordsOf(page)).toContain('2026年计入次数的检查：1 次，上限 2 次');
    for (const lead of ['', away.number, numbers[0] ?? '']) {
      const refused = await office.act(number, supervisor, 'join', { lead });
      expect(errorBeside(refused.body, 'join.lead')).toContain('请选择同一机构的另一件检查');
    }
    expect((await office.act(number, supervisor, 'join', { lead: second.number })).status).toBe(303);
    expect((await office.act(number, supervisor, 'join', { lead: second.number })).status).toBe(303);
    expect((await stateOf(world, number)).status).toBe('joining');
    expect(await office.see(number, supervisor)).toContain(`href="${office.path(second.number)}"`);
  });

  test('a team that is too small waits for a supervisor', async () => {
    const number = office.take();
    const { state } = await stateOf(world, number);
    const team = state.team.map((seat, i) => (i === 0 ? seat : { ...seat, inspectorId: '', name: '' }));
    await give(world, number, 'restaff', restaff, { draw: state.draw, event: 9, team }, SYSTEM);
    expect(await office.says(number, supervisor)).toContain('空缺');
    expect(wordsOf((await world.get('/', supervisor)).body)).toContain('检查组人数不足');
    const input = { ground: 'no-team', reason: '无人' };
    await give(world, number, 'request-cancel', requestCancel, input, asActor(staff.supervisor));
    expect((await office.act(number, approver, 'cancel')).status).toBe(303);
  });
});
