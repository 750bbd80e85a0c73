import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { requestCancel } from '../../../../shared/inspection/cancelling.ts';
import { inspectionCommit } from '../../../../shared/inspection/command.ts';
import { agencyRow } from '../../../../shared/inspection/inspectionRows.ts';
import { restaff } from '../../../../shared/inspection/staffing.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { createInspector } from '../../../../shared/register/commands/editInspector.ts';
import { give, heldDraw, memberOf, publish, stateOf, visited } from '../../../fixtures/consoleInspections.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  inspector,
  openConsole,
  type SignedIn,
  staff,
  testUser,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let numbers: readonly string[];
let supervisor: SignedIn;
let other: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;
/** Numbers of inspections that nobody has touched yet. */
const fresh: string[] = [];

beforeAll(async () => {
  world = await openConsole({ now: '2026-12-08T02:00:00Z' });
  supervisor = await world.signIn(staff.supervisor);
  other = await world.signIn(staff.other);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
  const agencies = Array.from({ length: 60 }, (_, i) => agency(i + 1));
  const inspectors = Array.from({ length: 10 }, (_, i) => inspector(i + 1));
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const actor = asActor(staff.supervisor);
  for (const one of inspectors) await createInspector(deps, one, actor);
  for (const one of agencies) await createAgency(deps, one, actor);
  const held = await heldDraw(world, { agencies, inspectors, now: '2026-12-01T01:00:00Z' });
  numbers = held.inspections;
  fresh.push(...numbers);
}, 60_000);
afterAll(() => world.close());

/** An inspection of its own for each test. */
function take(): string {
  const number = fresh.shift();
  if (number === undefined) throw new Error('the draw had too few visits');
  return number;
}

const path = (number: string) => `/inspections/${number}`;
const see = async (number: string, who: SignedIn) => (await world.get(path(number), who)).body;
const says = async (number: string, who: SignedIn) => wordsOf(await see(number, who));

/** Sends a form of the page as it stands for this person. */
async function act(number: string, who: SignedIn, command: string, form: Form = {}, key?: string) {
  const { version } = await stateOf(world, number);
  const named = Object.fromEntries(
    Object.entries(form).map(([name, value]) => [`${command}.${name}`, value]),
  );
  return world.post(`${path(number)}/${command}`, who, {
    expectedVersion: String(version),
    ...named,
    ...(key === undefined ? { idempotencyKey: `${command}-${number}-0000` } : { idempotencyKey: key }),
  });
}

/** A member of the team, signed in. */
async function signInMember(number: string, seat: number): Promise<SignedIn> {
  const { state } = await stateOf(world, number);
  const { inspectorId = '', name } = memberOf(state, seat);
  return world.signIn(testUser(inspectorId, ['inspector'], { inspectorId, name }));
}

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
      const { status, body } = await world.get(path(number), who);
      expect(status).toBe(200);
      expect(body).toContain(`href="/draws/${(await stateOf(world, number)).state.draw}"`);
    }
    const member = await signInMember(number, 1);
    const { status, body } = await world.get(path(number), member);
    expect(status).toBe(200);
    expect(body).toContain(`href="${path(number)}/visit"`);
    expect(body).not.toContain('href="/draws/');
    expect(wordsOf(body)).not.toContain('这家机构的检查');
    const { state } = await stateOf(world, number);
    const team = state.team.map(({ inspectorId }) => inspectorId);
    const outside = [1, 2, 3, 4].map((n) => inspector(n).id).find((id) => !team.includes(id)) ?? '';
    const stranger = await world.signIn(testUser(outside, ['inspector'], { inspectorId: outside }));
    const reviewer = await world.signIn(staff.legalReviewer);
    for (const who of [stranger, reviewer]) {
      const hidden = await world.get(path(number), who);
      const unknown = await world.get(path('BJIPO-2026-9999-001'), who);
      expect([hidden.status, unknown.status]).toEqual([404, 404]);
      expect(hidden.body.replaceAll(number, '')).toBe(unknown.body.replaceAll('BJIPO-2026-9999-001', ''));
    }
    const official = await world.signIn(staff.official);
    expect((await world.get(path(number), official)).status).toBe(403);
    expect((await act(number, stranger, 'request-staffing')).status).toBe(404);
    for (const wrong of ['x', 'IN~1', 'BJIPO-2026-0001'])
      expect((await world.get(path(wrong), supervisor)).status).toBe(404);
  });

  test('the page tells team, certificates, checklist, dates with their rule, and the yearly visits', async () => {
    const [number = ''] = numbers;
    const { state } = await stateOf(world, number);
    const words = await says(number, supervisor);
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
    const english = wordsOf((await world.get(`${path(number)}?lang=en`, supervisor)).body);
    expect(english).toContain('Inspection of');
  });
});

describe('recusal and replacement', () => {
  test('a member asks for themself, is told what is missing, and somebody else decides', async () => {
    const number = take();
    const member = await signInMember(number, 0);
    const { inspectorId = '' } = member.user;
    const field = 'request-staffing.reason';
    const empty = await act(number, member, 'request-staffing', { inspectorId });
    expect(empty.status).toBe(422);
    expect(errorBeside(empty.body, field)).toContain('请选择原因');
    const forged = await act(number, member, 'request-staffing', { inspectorId: 'P999', reason: 'ill' });
    expect(forged.status).toBe(403);
    const never = await act(number, member, 'request-staffing', { inspectorId, reason: 'recusal-granted' });
    expect(errorBeside(never.body, field)).toContain('请选择原因');
    const asked = await act(number, member, 'request-staffing', {
      inspectorId,
      reason: 'recusal-own',
      text: '亲属在该机构',
    });
    expect(asked.location).toBe(path(number));
    // The same form again is the same request.
    expect(
      (await act(number, member, 'request-staffing', { inspectorId, reason: 'recusal-own' })).status,
    ).toBe(303);
    expect((await stateOf(world, number)).state.staffing).toHaveLength(1);
    expect(await says(number, member)).toContain('要由另一个人决定');
    expect(await see(number, member)).not.toContain('request-staffing"');
    const [request] = (await stateOf(world, number)).state.staffing;
    const decide = (who: SignedIn, outcome: string) =>
      world.post(`${path(number)}/decide-staffing`, who, { id: request?.id ?? '', outcome });
    expect((await decide(member, 'confirmed')).status).toBe(403);
    expect(wordsOf((await world.get('/', approver)).body)).toContain('决定更换检查人员');
    expect(await see(number, auditor)).not.toContain(`${path(number)}/decide-staffing`);
    const before = world.kicks.replace;
    expect((await decide(approver, 'confirmed')).status).toBe(303);
    expect((await decide(approver, 'confirmed')).status).toBe(303);
    expect(world.kicks.replace).toBe(before + 1);
    expect(wordsOf((await decide(other, 'refused')).body)).toContain('没有待办理的更换申请');
    expect(await says(number, supervisor)).toContain('正在按候补顺序补人');
  });

  test('who asked for another does not decide', async () => {
    const number = take();
    const { state } = await stateOf(world, number);
    const inspectorId = state.team[1]?.inspectorId ?? '';
    await act(number, supervisor, 'request-staffing', { inspectorId, reason: 'ill' });
    const [request] = (await stateOf(world, number)).state.staffing;
    const form = { id: request?.id ?? '', outcome: 'refused' };
    expect(await see(number, supervisor)).not.toContain(`${path(number)}/decide-staffing`);
    const own = await world.post(`${path(number)}/decide-staffing`, supervisor, form);
    expect(own.status).toBe(422);
    expect(wordsOf(own.body)).toContain('不能由同一个人办理');
    expect(await see(number, other)).toContain(`${path(number)}/decide-staffing`);
    expect((await world.post(`${path(number)}/decide-staffing`, other, form)).status).toBe(303);
    expect(await says(number, supervisor)).toContain('不同意');
  });

  test('an application on paper is decided by an approver, and its text is confidential', async () => {
    const number = take();
    const { state } = await stateOf(world, number);
    const secret = '组长与本机构负责人有债务纠纷';
    const missing = await act(number, supervisor, 'apply-recusal', { tid: '', text: '' });
    expect(errorBeside(missing.body, 'apply-recusal.text')).toContain('不超过 500 字');
    const unknown = await act(number, supervisor, 'apply-recusal', { tid: 'nobody', text: secret });
    expect(errorBeside(unknown.body, 'apply-recusal.tid')).toContain('请选择申请回避的检查人员');
    expect(unknown.body).toContain(secret);
    const tid = state.team[0]?.tid ?? '';
    expect((await act(number, supervisor, 'apply-recusal', { tid, text: secret })).status).toBe(303);
    expect(await see(number, supervisor)).toContain(secret);
    expect(await see(number, auditor)).not.toContain(secret);
    const member = await signInMember(number, 1);
    expect(await see(number, member)).not.toContain(secret);
    expect((await act(number, supervisor, 'decide-recusal')).status).toBe(403);
    const [application] = (await stateOf(world, number)).state.recusals;
    const decide = (form: Form) =>
      world.post(`${path(number)}/decide-recusal`, approver, { id: application?.id ?? '', ...form });
    const bare = await decide({});
    expect(errorBeside(bare.body, 'decide-recusal.outcome')).toContain('请选择同意回避或者驳回申请');
    expect(errorBeside(bare.body, 'decide-recusal.reason')).toContain('请填写决定的理由');
    const grant = { 'decide-recusal.outcome': 'granted', 'decide-recusal.reason': '债务关系属实' };
    expect((await decide(grant)).status).toBe(303);
    expect((await decide(grant)).status).toBe(303);
    const after = (await stateOf(world, number)).state;
    expect(after.staffing).toMatchObject([{ reason: 'recusal-granted', decided: { outcome: 'confirmed' } }]);
    expect(await see(number, auditor)).not.toContain('债务');
  });
});

describe('cancelling and merging', () => {
  test('one asks, another confirms what they have seen; a request can be withdrawn', async () => {
    const number = take();
    const bare = await act(number, supervisor, 'request-cancel', { reason: '' });
    expect(errorBeside(bare.body, 'request-cancel.reason')).toContain('请说明情况');
    const noGround = await act(number, supervisor, 'request-cancel', { reason: '已注销' });
    expect(errorBeside(noGround.body, 'request-cancel.ground')).toContain('请选择终止的原因');
    const form = { ground: 'no-team', reason: '无人可抽' };
    expect((await act(number, supervisor, 'request-cancel', form)).status).toBe(303);
    expect(await says(number, supervisor)).toContain('要由审批人员确认');
    const { version } = await stateOf(world, number);
    expect((await act(number, supervisor, 'withdraw-cancel')).status).toBe(303);
    expect((await act(number, other, 'request-cancel', { ...form, ground: 'agency-gone' })).status).toBe(303);
    // The approver's page still shows the first request.
    const old = await world.post(`${path(number)}/cancel`, approver, { expectedVersion: String(version) });
    expect(old.status).toBe(422);
    expect(wordsOf(old.body)).toContain('您打开页面以后案件有变化');
    expect(hiddenValue(old.body, 'expectedVersion')).toBe(String(version + 2));
    expect((await act(number, approver, 'cancel')).status).toBe(303);
    expect((await act(number, approver, 'cancel')).status).toBe(303);
    expect(await says(number, approver)).toContain('机构已注销或者停业；other 申请，approver 确认');
    // A page from before the end.
    const late = await act(number, supervisor, 'request-cancel', { ...form, reason: '另一理由' });
    expect(late.status).toBe(409);
  });

  test('an inspection joins another one of the same agency at the same time', async () => {
    const number = take();
    const { state } = await stateOf(world, number);
    expect(await see(number, supervisor)).not.toContain(`${path(number)}/join`);
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
    const page = await see(number, supervisor);
    expect(page).toContain(`value="${second.number}"`);
    expect(page).not.toContain(`value="${away.number}"`);
    expect(wordsOf(page)).toContain('（不计入次数）');
    expect(wordsOf(page)).toContain('2026年计入次数的检查：1 次，上限 2 次');
    for (const lead of ['', away.number, numbers[0] ?? '']) {
      const refused = await act(number, supervisor, 'join', { lead });
      expect(errorBeside(refused.body, 'join.lead')).toContain('请选择同一机构的另一件检查');
    }
    expect((await act(number, supervisor, 'join', { lead: second.number })).status).toBe(303);
    expect((await act(number, supervisor, 'join', { lead: second.number })).status).toBe(303);
    expect((await stateOf(world, number)).status).toBe('joining');
    expect(await see(number, supervisor)).toContain(`href="${path(second.number)}"`);
  });

  test('a team that is too small waits for a supervisor', async () => {
    const number = take();
    const { state } = await stateOf(world, number);
    const team = state.team.map((seat, i) => (i === 0 ? seat : { ...seat, inspectorId: '', name: '' }));
    await give(world, number, 'restaff', restaff, { draw: state.draw, event: 9, team }, SYSTEM);
    expect(await says(number, supervisor)).toContain('空缺');
    expect(wordsOf((await world.get('/', supervisor)).body)).toContain('检查组人数不足');
    const input = { ground: 'no-team', reason: '无人' };
    await give(world, number, 'request-cancel', requestCancel, input, asActor(staff.supervisor));
    expect((await act(number, approver, 'cancel')).status).toBe(303);
  });
});

describe('review and what follows', () => {
  test('who inspected does not review; a record goes back with a reason and comes again', async () => {
    const number = take();
    await visited(world, number, 'no_problem');
    const { state } = await stateOf(world, number);
    const both = await world.signIn(
      testUser('both', ['supervisor', 'inspector'], { inspectorId: state.team[0]?.inspectorId ?? '' }),
    );
    const own = await see(number, both);
    expect(wordsOf(own)).toContain('您参加过这次检查，不能审核它');
    expect(own).not.toContain(`${path(number)}/approve`);
    expect(wordsOf((await act(number, both, 'approve')).body)).toContain('审核人不得参加过本次检查');
    const page = wordsOf(await see(number, approver));
    expect(page).toContain('一致');
    expect(page).toContain('有效');
    expect(page).toContain('机构无异议');
    expect(page).toContain('没有签字：拒绝签字；见证人：见证人');
    const bare = await act(number, approver, 'return', { reason: ' ' });
    expect(errorBeside(bare.body, 'return.reason')).toContain('请说明退回改正的内容');
    expect(bare.body).not.toContain('f-decide-recusal');
    const seen = await stateOf(world, number);
    expect((await act(number, approver, 'return', { reason: '补充说明' })).status).toBe(303);
    expect((await act(number, approver, 'return', { reason: '补充说明' })).status).toBe(303);
    // Another reviewer still has the page from before.
    expect((await act(number, supervisor, 'approve')).status).toBe(409);
    await visited(world, number, 'no_problem', true);
    const stale = await world.post(`${path(number)}/approve`, supervisor, {
      expectedVersion: String(seen.version),
      'approve.comment': '同意公示',
    });
    expect(stale.status).toBe(422);
    expect(wordsOf(stale.body)).toContain('您填写的内容还在');
    expect(stale.body).toContain('同意公示');
    expect((await act(number, supervisor, 'approve')).status).toBe(303);
    expect((await act(number, supervisor, 'approve')).status).toBe(303);
    expect(await says(number, approver)).toContain('系统正在公示结果');
    await publish(world, number);
    const closed = await says(number, auditor);
    expect(closed).toContain('未发现问题');
    expect(closed).toContain('公示中，自2026年12月8日起（第 1 版）');
    expect(closed).toContain('全部操作记录');
    expect(closed).toContain('审核：退回改正');
  });

  test('a result that asks for rectification is approved only with it; report, check, confirmation', async () => {
    const number = take();
    await visited(world, number, 'rectification_ordered');
    const bare = await act(number, approver, 'approve', { rectify: 'yes', handOver: 'penalty' });
    expect(bare.status).toBe(422);
    expect(errorBeside(bare.body, 'approve.rectifyText')).toContain('请写明改正的内容和要求');
    expect(errorBeside(bare.body, 'approve.rectifyDays')).toContain('1 至 90');
    expect(errorBeside(bare.body, 'approve.handOverReason')).toContain('请写明移交的理由');
    const without = await act(number, approver, 'approve', { handOver: '' });
    expect(errorBeside(without.body, 'approve.rectify')).toContain('须责令限期改正');
    const form = { rectify: 'yes', rectifyText: '补办变更登记', rectifyDays: '１５', handOver: '' };
    expect((await act(number, approver, 'approve', form)).status).toBe(303);
    await publish(world, number);
    expect(await says(number, supervisor)).toContain('责令 15 日内改正');
    const empty = await act(number, supervisor, 'answer-rectification', { text: '' });
    expect(errorBeside(empty.body, 'answer-rectification.text')).toContain('请说明改正情况');
    expect((await act(number, supervisor, 'answer-rectification', { text: '已变更' })).status).toBe(303);
    expect((await act(number, supervisor, 'answer-rectification', { text: '已变更' })).status).toBe(303);
    const [first, second] = [await signInMember(number, 0), await signInMember(number, 1)];
    expect(wordsOf((await world.get('/assignments', first)).body)).toContain('复查改正情况');
    const none = await act(number, first, 'recheck', { note: '' });
    expect(errorBeside(none.body, 'recheck.note')).toContain('请说明复查情况');
    const choose = await act(number, first, 'recheck', { note: '看过' });
    expect(errorBeside(choose.body, 'recheck.outcome')).toContain('请选择复查结论');
    expect((await act(number, first, 'recheck', { outcome: 'insufficient', note: '仍缺公示' })).status).toBe(
      303,
    );
    expect(await see(number, first)).not.toContain(`${path(number)}/confirm-recheck`);
    const self = await act(number, first, 'confirm-recheck', { days: '10' });
    expect(wordsOf(self.body)).toContain('不能由同一个人办理');
    const days = await act(number, second, 'confirm-recheck', { days: 'x' });
    expect(errorBeside(days.body, 'confirm-recheck.days')).toContain('1 至 90');
    expect((await act(number, second, 'confirm-recheck', { days: '10' })).status).toBe(303);
    expect((await act(number, second, 'confirm-recheck', { days: '10' })).status).toBe(303);
    expect((await stateOf(world, number)).state.rectification).toHaveLength(2);
    await act(number, supervisor, 'answer-rectification', { text: '第二次' });
    // After the second period there is no third one to choose.
    expect(await see(number, first)).not.toContain('value="insufficient"');
    await act(number, first, 'recheck', { outcome: 'not-rectified', note: '拒不改正' });
    // The first one changes the finding after the second one opened the page.
    const { version } = await stateOf(world, number);
    await act(number, first, 'recheck', { outcome: 'rectified', note: '已改正' });
    const unseen = await world.post(`${path(number)}/confirm-recheck`, second, {
      expectedVersion: String(version),
    });
    expect(wordsOf(unseen.body)).toContain('您打开页面以后案件有变化');
    await act(number, first, 'recheck', { outcome: 'not-rectified', note: '拒不改正' });
    expect((await act(number, second, 'confirm-recheck')).status).toBe(303);
    const reviewer = await world.signIn(staff.legalReviewer);
    const handed = await world.get(path(number), reviewer);
    expect(handed.status).toBe(200);
    expect(wordsOf(handed.body)).toContain('移交行政处罚程序');
    expect(
      (await world.get('/inspections', reviewer)).body.match(/href="\/inspections\/BJIPO/g),
    ).toHaveLength(1);
    expect((await act(number, reviewer, 'penalty-outcome', { outcome: 'minor' })).status).toBe(403);
    const penalty = await act(number, supervisor, 'penalty-outcome', { outcome: 'x' });
    expect(errorBeside(penalty.body, 'penalty-outcome.outcome')).toContain('请选择处罚结果');
    expect((await act(number, supervisor, 'penalty-outcome', { outcome: 'minor' })).status).toBe(303);
    expect(await says(number, supervisor)).toContain('轻微处罚');
    expect((await stateOf(world, number)).state.publicity?.until).toBe('2027-03-08');
  });

  test('a published result is corrected by two people, and its first version leaves a tombstone', async () => {
    const number = take();
    await visited(world, number, 'not_publicised');
    await act(number, approver, 'approve', { handOver: '' });
    await publish(world, number);
    const empty = await act(number, supervisor, 'raise-correction', { text: '' });
    expect(errorBeside(empty.body, 'raise-correction.text')).toContain('请说明哪里有误');
    expect((await act(number, supervisor, 'raise-correction', { text: '机构已按期公示' })).status).toBe(303);
    expect(wordsOf((await world.get('/', supervisor)).body)).toContain('提出更正意见');
    expect((await act(number, supervisor, 'settle-correction')).status).toBe(403);
    const early = await act(number, approver, 'settle-correction', { decision: 'follow' });
    expect(wordsOf(early.body)).toContain('请先由监管人员提出更正意见');
    const [item = ''] = (await stateOf(world, number)).state.parts[0]?.items ?? [];
    const propose = (form: Form) => act(number, supervisor, 'propose-correction', form);
    const bare = await propose({});
    expect(errorBeside(bare.body, 'propose-correction.proposal')).toContain('请选择更正结果或者撤下结果');
    expect(errorBeside(bare.body, 'propose-correction.reason')).toContain('请写明更正的理由');
    const correct = { proposal: 'correct', reason: '查明已公示' };
    const field = `propose-correction.results.${item}`;
    expect(errorBeside((await propose(correct)).body, field)).toContain('请选择检查结果');
    const contradiction = { ...correct, [`results.${item}`]: ['no_problem', 'pending'] };
    expect(errorBeside((await propose(contradiction)).body, field)).toContain('不能与其他结果同时选择');
    expect((await propose({ ...correct, [`results.${item}`]: 'no_problem' })).status).toBe(303);
    const undecided = await act(number, approver, 'settle-correction');
    expect(errorBeside(undecided.body, 'settle-correction.decision')).toContain('请选择');
    expect((await act(number, approver, 'settle-correction', { decision: 'follow' })).status).toBe(303);
    expect((await act(number, approver, 'settle-correction', { decision: 'follow' })).status).toBe(303);
    const words = await says(number, auditor);
    expect(words).toContain('（第 2 版）');
    expect(words).toContain('内容有误，已更正');
  });
});

describe('where inspections show elsewhere', () => {
  test('an inspector finds the own visits with address, date and the page to record them', async () => {
    const [number = ''] = [take()];
    const member = await signInMember(number, 0);
    const { body } = await world.get('/assignments', member);
    const { state } = await stateOf(world, number);
    expect(body).toContain(`href="${path(number)}/visit"`);
    expect(wordsOf(body)).toContain(`${state.agency.name} 北京市海淀区学院路1号`);
    expect(wordsOf(body)).toContain('去检查');
    expect(body).toMatch(/class="dr-due"[\s\S]*href="\/assignments"/);
    expect((await world.get('/inspections', member)).status).toBe(403);
  });

  test('the page of an agency tells its inspections', async () => {
    const [number = ''] = numbers;
    const { uscc } = (await stateOf(world, number)).state.agency;
    const { body } = await world.get(`/registers/agencies/${uscc}`, auditor);
    expect(body).toContain(`href="${path(number)}"`);
  });
});
