import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDeps } from '../../../../functions/web/console/plans/planDeps.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import type { DrawCase } from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId, visitRow } from '../../../../shared/draw/ceremony/drawRows.ts';
import { publishPlan, savePlan } from '../../../../shared/plan/planCommands.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { draftItem, publishItem } from '../../../../shared/register/commands/items.ts';
import { testPlan } from '../../../fixtures/drawWorld.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  item,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;
let official: SignedIn;

const listed = { listing: 'abnormal', listedSince: localDate('2026-10-01') } as const;

beforeAll(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
  official = await world.signIn(staff.official);
  for (const user of [staff.official2, staff.notary]) await world.signIn(user);
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const actor = asActor(staff.supervisor);
  for (let n = 1; n <= 5; n++) await createAgency(deps, agency(n, n === 5 ? listed : {}), actor);
  await draftItem(deps, item('ZL-01'), actor);
  await publishItem(deps, { code: 'ZL-01', version: 1 }, actor);
  const plan = testPlan({
    month: '2026-11',
    items: ['ZL-01@1'],
    witnesses: [
      { id: 'official-a', userId: staff.official.userId },
      { id: 'official-b', userId: staff.official2.userId },
      { id: 'notary', userId: staff.notary.userId },
    ],
    visits: { from: '2026-11-24', to: '2026-11-30' },
    rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 0, round: 'exact' }],
  });
  const saved = await savePlan(planDeps(world.deps), plan, undefined, actor);
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
  const published = await publishPlan(planDeps(world.deps), '2026-11', saved.value.version, actor);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
});
afterAll(() => world.close());

let keys = 0;
/** A filled-in form; each has a key of its own, as the page gives it. */
function orderForm(n: number, over: Form = {}): Form {
  keys += 1;
  return {
    idempotencyKey: `order-form-number-${keys}`,
    uscc: agency(n).uscc,
    ground: 'complaint',
    reference: '投诉件2026第8号',
    items: ['ZL-01@1'],
    'from.year': '2026',
    'from.month': '11',
    'from.day': '25',
    'to.year': '2026',
    'to.month': '12',
    'to.day': '4',
    reason: '核实代理质量',
    ...over,
  };
}

async function ordered(n: number, over: Form = {}): Promise<string> {
  const { status, location = '' } = await world.post('/targeted', supervisor, orderForm(n, over));
  expect(status).toBe(303);
  return location.replace('/targeted/', '');
}

async function give(number: string, command: string, who: SignedIn, form: Form = {}) {
  const { body } = await world.get(`/targeted/${number}`, who);
  const expectedVersion = hiddenValue(body, 'expectedVersion');
  return world.post(`/targeted/${number}/${command}`, who, { expectedVersion, ...form });
}

const dice = { 'lastSource.type': 'dice' };

describe('the pages of targeted inspections', () => {
  test('suggest a listed agency until an order stands, and start its form', async () => {
    const { name, uscc } = agency(5);
    const link = `/targeted/new?uscc=${uscc}&amp;ground=listed`;
    expect((await world.get('/targeted', supervisor)).body).toContain(link);
    expect((await world.get('/targeted', auditor)).body).not.toContain(link);
    const { body } = await world.get(`/targeted/new?uscc=${uscc}&ground=listed`, supervisor);
    expect(wordsOf(body)).toContain(name);
    expect(body).toMatch(/value="listed"[^>]*checked/);
    await ordered(5, { ground: 'listed' });
    expect((await world.get('/targeted', supervisor)).body).not.toContain(link);
  });

  test('show every fault beside its field and keep what was entered', async () => {
    const form = orderForm(1, { uscc: 'nonsense', ground: '', reference: '', reason: '', 'to.day': '' });
    const first = await world.post('/targeted', supervisor, form);
    expect(first.status).toBe(422);
    expect(errorBeside(first.body, 'ground')).toContain('请选择依据');
    expect(errorBeside(first.body, 'to')).not.toBe('');
    const known = orderForm(1, { ground: 'listed', reference: ' ', items: [], reason: '' });
    const { body } = await world.post('/targeted', supervisor, known);
    for (const field of ['ground', 'reference', 'items', 'reason']) {
      expect(errorBeside(body, field), field).not.toBe('');
    }
    expect(body).toContain(agency(1).uscc);
  });

  test('make one order of one form, and let only a second person approve it', async () => {
    const form = orderForm(1);
    const first = await world.post('/targeted', supervisor, form);
    const again = await world.post('/targeted', supervisor, form);
    expect(again.location).toBe(first.location);
    const number = (first.location ?? '').replace('/targeted/', '');
    expect((await give(number, 'approve', supervisor)).status).toBe(403);
    expect((await world.get(`/targeted/${number}`, supervisor)).body).not.toContain(`${number}/approve`);
    const approved = await give(number, 'approve', approver);
    expect(approved.status).toBe(303);
    const twice = await world.post(`/targeted/${number}/approve`, approver, { expectedVersion: '1' });
    expect(twice.location).toBe(`/targeted/${number}`);
    expect(wordsOf((await world.get(`/targeted/${number}`, approver)).body)).toContain('已批准，待抽签');
  });

  test('approve nothing that was changed since the page was drawn', async () => {
    const number = await ordered(2);
    const { body } = await world.get(`/targeted/${number}`, approver);
    const seen = hiddenValue(body, 'expectedVersion');
    const amended = await give(number, 'amend', supervisor, orderForm(2, { reason: '扩大检查' }));
    expect(amended.status).toBe(303);
    const stale = await world.post(`/targeted/${number}/approve`, approver, { expectedVersion: seen });
    expect(stale.status).toBe(409);
    const withdrawn = await give(number, 'withdraw', supervisor, { reason: '线索不实' });
    expect(withdrawn.status).toBe(303);
  });

  test('keep the source from everybody who does not decide, the order from witnesses', async () => {
    const number = await ordered(3);
    const says = async (who: SignedIn) => wordsOf((await world.get(`/targeted/${number}`, who)).body);
    expect(await says(approver)).toContain('投诉件2026第8号');
    const audited = await says(auditor);
    expect(audited).toContain(agency(3).name);
    for (const secret of ['投诉件2026第8号', '核实代理质量']) expect(audited).not.toContain(secret);
    for (const path of ['/targeted', `/targeted/${number}`]) {
      expect((await world.get(path, official)).status, path).toBe(403);
    }
    const english = await world.get(`/targeted/${number}?lang=en`, approver);
    expect(english.status).toBeLessThan(400);
  });

  test('open one draw from the chosen orders, which stands apart in the list of draws', async () => {
    const number = await ordered(4);
    await give(number, 'approve', approver);
    const empty = await world.post('/targeted/draws', supervisor, { orders: [], ...dice });
    expect(errorBeside(empty.body, 'orders')).toContain('已批准');
    const lottery = { orders: [number], 'lastSource.type': 'lottery', 'lastSource.game': 'ssq' };
    expect(
      errorBeside((await world.post('/targeted/draws', supervisor, lottery)).body, 'lastSource.issue'),
    ).not.toBe('');
    const opened = await world.post('/targeted/draws', supervisor, { orders: [number], ...dice });
    expect(opened.location).toMatch(/^\/draws\/BJIPO-2026-T\d{4}$/);
    const again = await world.post('/targeted/draws', supervisor, { orders: [number], ...dice });
    expect(again.location).toBe(opened.location);
    const list = wordsOf((await world.get('/draws', supervisor)).body);
    expect(list).toContain('定向检查抽签：检查对象由命令确定');
    const path = opened.location ?? '';
    const shown = await world.get(path, supervisor);
    expect(shown.body).toContain(`/targeted/${number}`);
    expect(wordsOf(shown.body)).toContain('定向检查');
    const witness = await world.get(path, official);
    expect(witness.status).toBe(200);
    expect(witness.body).not.toContain(number);
    expect(wordsOf((await world.get(`/targeted/${number}`, supervisor)).body)).toContain('抽签中');
  });

  test('name no target on the wall of the room, nor to a witness', async () => {
    const number = 'BJIPO-2026-T0001';
    const { cases, desk } = world.deps.draws;
    const stored = await cases.load<DrawCase>(drawCaseId(number));
    if (stored === undefined) throw new Error('no draw');
    const result = {
      digest: 'ab'.repeat(32),
      file: 'result.json',
      visits: 1,
      infeasible: false,
      at: '2026-11-23T02:00:00Z',
      firstNotice: 1,
      notices: 0,
    };
    const audit = {
      kind: 'targeted-draw',
      command: 'run',
      from: stored.status,
      to: 'drawn',
      actor: 'system',
      at: '2026-11-23T02:00:00Z',
      digests: {},
    };
    await cases.commit({
      caseId: stored.caseId,
      before: stored,
      status: 'drawn',
      state: { ...stored.state, result },
      audit,
    });
    const { name, uscc } = agency(4);
    const visit = {
      draw: number,
      no: 1,
      tid: 'c'.repeat(32),
      uscc,
      agencyName: name,
      district: 'haidian',
      kind: 'patent',
      cell: 'targeted',
      rank: 0,
      ticket: 'ab'.repeat(32),
      origin: 'targeted' as const,
      seats: [{ seat: 1, tid: 'd'.repeat(32), inspectorId: 'P001', name: '检查员1' }],
    };
    await desk.writeRows([visitRow(visit)]);
    for (const [path, who] of [
      [`/draws/${number}/screen`, supervisor],
      [`/draws/${number}`, official],
      [`/draws/${number}/paper`, official],
    ] as const) {
      const { body, status } = await world.get(path, who);
      expect(status).toBe(200);
      expect(body, path).toContain('检查员1');
      for (const secret of [name, uscc]) expect(body, path).not.toContain(secret);
    }
    const own = wordsOf((await world.get(`/draws/${number}`, supervisor)).body);
    expect(own).toContain(name);
    expect(own).toContain('定向');
  });
});
