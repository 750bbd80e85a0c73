import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../functions/draw-step/handler.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { giveCommand } from '../../../shared/draw/ceremony/command.ts';
import { drawCaseId } from '../../../shared/draw/ceremony/drawRows.ts';
import { newestFrozen } from '../../../shared/draw/ceremony/newestFrozen.ts';
import { seatsHeld } from '../../../shared/draw/ceremony/seatsHeld.ts';
import { confirmVoid, requestVoid } from '../../../shared/draw/ceremony/voiding.ts';
import { loadPools, readRecord } from '../../../shared/draw/record.ts';
import { verifyRecord } from '../../../shared/draw/verify.ts';
import type { Notice } from '../../../shared/notice/notice.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import { withdrawOrder } from '../../../shared/targeted/orderCommands.ts';
import { orderCaseId } from '../../../shared/targeted/targetedOrder.ts';
import {
  acts,
  caseOf,
  DICE,
  open,
  people,
  testAgency,
  testItem,
  testPlan,
} from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import {
  approvedOrder,
  openedFor,
  openFor,
  orderOf,
  type Targeted,
  targetedWorld,
  testTerms,
  usccOf,
} from '../../fixtures/targetedWorld.ts';
import { bringTo, siteWorld } from '../../functions/publicity-worker/siteWorld.ts';

const items = [
  testItem,
  { ...testItem, code: 'ZL-02', name: '内部管理制度', method: 'written' as const },
  { ...testItem, code: 'ZL-09', name: '突击检查', announced: false },
];
// One agency is excluded from the lottery: it can be a target all the same.
const agencies: Agency[] = Array.from({ length: 12 }, (_, i) =>
  testAgency(i + 1, i === 3 ? { exclusion: '正在接受司法审计' } : {}),
);

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

/** An office of its own: registers can change under it without touching another test's. */
const officeOf = (over: Parameters<typeof targetedWorld>[1] = {}) =>
  targetedWorld(tables, { agencies, items, ...over });

const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  (result.problems ?? []).map(({ code }) => code);

async function voided({ world }: Targeted, number: string, ground: 'ceremony-disturbed' | 'register-wrong') {
  const order = { ground, reason: '会场停电' };
  await giveCommand(world.deps, number, 'request-void', requestVoid, order, people.supervisor);
  const given = await giveCommand(world.deps, number, 'void', confirmVoid, undefined, people.approver);
  expect(given.ok).toBe(true);
}

async function noticesOf(number: string): Promise<readonly Notice[]> {
  const { DynamoNotices } = await import('../../../shared/adapters/dynamoNotices.ts');
  return (await new DynamoNotices(tables.client, 'core').ofDraw(number)).map(({ state }) => state);
}

describe('a targeted draw', () => {
  it('goes the whole way, verifies, and deals a team to every target and to nobody else', async () => {
    const office = await officeOf();
    const { world } = office;
    const orders = [
      await approvedOrder(office, 1),
      await approvedOrder(office, 4, {
        ground: 'complaint',
        reference: '投诉件',
        terms: { ...testTerms, items: ['ZL-02@1'], visits: { from: '2026-11-20', to: '2026-12-12' } },
      }),
    ];
    const number = await openedFor(office, orders);
    expect(number).toMatch(/^BJIPO-2026-T\d{4}$/);
    for (const order of orders) {
      expect(await orderOf(office, order)).toMatchObject({ status: 'assigned', state: { draw: number } });
    }
    const site = siteWorld(tables, { world });
    await bringTo(world, number, 'witnessing');
    await site.rebuild();
    expectNameless(site, number);
    await acts.confirm(world, number);
    await drawStep(world.deps, { draw: number, step: 'PublishCommitment' });
    for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
    await acts.enterSource(world, number, DICE);
    await acts.confirmSource(world, number, DICE);
    await drawStep(world.deps, { draw: number, step: 'RunDraw' });
    expect(await drawStep(world.deps, { draw: number, step: 'PublishResult' })).toEqual({
      status: 'published',
    });

    const { state } = await caseOf(world, number);
    expect(state.plan).toMatchObject({
      title: '定向检查',
      alternates: 0,
      objectionWorkingDays: 0,
      openDrawnRows: false,
      items: ['ZL-01@1', 'ZL-02@1'],
      visits: { from: '2026-12-01', to: '2026-12-20' },
    });
    expect(state.frozen?.pools.agency).toMatchObject({ n: 2 });
    expect(state.frozen?.blinded).toBe(true);
    const record = readRecord(world.contents.get(state.record?.file ?? '') ?? new Uint8Array());
    if (!record.ok) throw new Error(JSON.stringify(record.problems));
    const pools = loadPools(record.value);
    if (!pools.ok) throw new Error(JSON.stringify(pools.problems));
    expect(verifyRecord(record.value, pools.value).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(record.value.plan.cells).toEqual([{ cell: 'targeted', ppm: 1_000_000, round: 'exact' }]);

    const visits = await world.deps.desk.visits(number);
    expect(visits.map(({ uscc }) => uscc).sort()).toEqual([usccOf(1), usccOf(4)].sort());
    for (const { origin, seats } of visits) {
      expect(origin).toBe('targeted');
      expect(new Set(seats.map(({ inspectorId }) => inspectorId)).size).toBe(2);
    }
    for (const order of orders) {
      const stored = await orderOf(office, order);
      expect(stored.status).toBe('drawn');
      const chain = await tables.store.chain(stored.caseId);
      expect(chain.map(({ command }) => command)).toEqual(['order', 'approve', 'assign', 'conclude']);
      expect(verifyChain(stored.caseId, chain, stored)).toEqual([]);
    }
    const drawChain = await tables.store.chain(drawCaseId(number));
    expect(drawChain.every(({ kind }) => kind === 'targeted-draw')).toBe(true);

    await site.rebuild();
    expectNameless(site, number);
    expect(site.text('draws/index.html')).toContain('定向检查的检查人员抽签');
    const [head = '', ...lines] = site.text('data/visits.csv').replaceAll('\r', '').trim().split('\n');
    const own = lines.map((line) => line.split(',')).filter(([draw]) => draw === number);
    expect(own.map((line) => line[head.split(',').indexOf('origin')])).toEqual(['targeted', 'targeted']);
    expect(own.map((line) => line[head.split(',').indexOf('mandatory')])).toEqual(['0', '0']);
    const [names = '', ...draws] = site.text('data/draws.csv').replaceAll('\r', '').trim().split('\n');
    const line = draws.map((one) => one.split(',')).find(([first]) => first === number) ?? [];
    const value = (name: string) => line[names.split(',').indexOf(name)];
    expect([value('kind'), value('drawn'), value('mandatory'), value('targeted')]).toEqual([
      'targeted',
      '0',
      '0',
      '2',
    ]);

    const held = await seatsHeld(world.deps, '2026');
    expect([...held.values()].reduce((sum, n) => sum + n, 0)).toBe(4);
    // Neither the agency's own row nor the month belong to a targeted draw.
    expect((await newestFrozen(world.deps))?.state.kind).not.toBe('targeted');
    expect(await world.deps.desk.lock('2026-12')).toBeUndefined();

    const notices = await noticesOf(number);
    const paper = (uscc: string, kind: string) =>
      JSON.stringify(
        notices
          .filter((one) => one.kind === kind && visits[one.visit - 1]?.uscc === uscc)
          .map((one) => one.paper),
      );
    for (const kind of ['inspection', 'assignment']) {
      const told = paper(usccOf(4), kind);
      expect(told).toContain('优化营商环境条例第五十四条第二款');
      expect(told).toContain('定向检查');
      for (const secret of ['投诉', '举报', '监测记录', testTerms.reason]) expect(told).not.toContain(secret);
      // Its own items and days, not those of the others.
      expect(told).toContain('内部管理制度');
      expect(told).not.toContain('专利代理机构执业许可条件');
      expect(told).toContain('2026年12月12日');
      expect(told).not.toContain('2026年12月20日');
    }
  });

  /** No published file of the whole site names a target. */
  function expectNameless(site: ReturnType<typeof siteWorld>, number: string) {
    const files = [...site.files.keys()];
    expect(files.filter((path) => path.startsWith(`draws/${number}/`)).length).toBeGreaterThan(3);
    for (const path of files) {
      const text = site.text(path);
      for (const i of [1, 4]) {
        expect(text, path).not.toContain(usccOf(i));
        expect(text, path).not.toContain(testAgency(i).name);
      }
    }
  }

  it('is one draw of many presses, and an order is in one only', async () => {
    const office = await officeOf();
    const [a, b] = [await approvedOrder(office, 1), await approvedOrder(office, 2)];
    const opened = await Promise.all(Array.from({ length: 10 }, () => openFor(office, [b, a])));
    const values = opened.flatMap((one) => (one.ok ? [one.value] : []));
    expect(values.length).toBe(10);
    expect(new Set(values.map(({ number }) => number)).size).toBe(1);
    expect(values.filter(({ fresh }) => fresh).length).toBe(1);
    const c = await approvedOrder(office, 3);
    expect(codes(await openFor(office, [a, c]))).toEqual(['targeted.orders.status']);
    expect(codes(await openFor(office, [a]))).toEqual(['targeted.orders.status']);
    const stored = await orderOf(office, a);
    const withdrawal = await withdrawOrder(
      office.targeted,
      { number: a, version: stored.version },
      '不查了',
      people.supervisor,
    );
    expect(codes(withdrawal)).toEqual(['targeted.status']);
  });

  it('refuses nobody on a reading that somebody else opened across', async () => {
    const office = await officeOf();
    const orders = [await approvedOrder(office, 1), await approvedOrder(office, 2)];
    const { cases } = office.world.deps;
    let first: string | undefined;
    const across: typeof cases = Object.create(cases, {
      load: {
        value: async (id: string) => {
          const read = await cases.load(id);
          if (first === undefined && id === orderCaseId(orders[0] ?? '')) {
            first = '';
            first = await openedFor(office, orders);
          }
          return read;
        },
      },
    });
    const deps = { ...office.world.deps, cases: across };
    const late = await openFor({ ...office, world: { ...office.world, deps } }, orders);
    expect(late).toMatchObject({ ok: true, value: { number: first, fresh: false } });
  });

  it('frees its orders when it is voided, and repeats what was sealed for the same ones', async () => {
    const office = await officeOf();
    const { world } = office;
    const orders = [await approvedOrder(office, 1), await approvedOrder(office, 2)];
    const first = await openedFor(office, orders);
    await drawStep(world.deps, { draw: first, step: 'FreezeSnapshot' });
    await voided(office, first, 'ceremony-disturbed');
    for (const order of orders) {
      const { status, state } = await orderOf(office, order);
      expect({ status, draw: state.draw, voids: state.voids }).toEqual({
        status: 'approved',
        draw: undefined,
        voids: [first],
      });
    }
    const again = await openedFor(office, orders);
    const before = await caseOf(world, first);
    const after = await caseOf(world, again);
    expect(after.status).toBe('witnessing');
    expect(after.state.repeats).toBe(first);
    expect(after.state.frozen).toEqual(before.state.frozen);
    await voided(office, again, 'register-wrong');
    const other = await openedFor(office, orders.slice(0, 1));
    const fresh = await caseOf(world, other);
    expect(fresh.status).toBe('planned');
    expect(fresh.state.repeats).toBeUndefined();
  });

  it('is voided in public, and its orders freed, when a target closes before the lists are sealed', async () => {
    const own = agencies.map((one) => ({ ...one }));
    const office = await officeOf({ agencies: own });
    const order = await approvedOrder(office, 1);
    const number = await openedFor(office, [order]);
    own[0] = { ...testAgency(1), status: 'closed' };
    expect(await drawStep(office.world.deps, { draw: number, step: 'FreezeSnapshot' })).toEqual({
      status: 'voided',
    });
    expect((await orderOf(office, order)).status).toBe('approved');
    expect(codes(await openFor(office, [order]))).toEqual(['targeted.agency.closed']);
  });

  it('needs a supervisor, approved orders and a published plan of the month', async () => {
    const office = await officeOf();
    const order = await approvedOrder(office, 1);
    expect(codes(await openFor(office, [order], people.approver))).toEqual(['targeted.role']);
    expect(codes(await openFor(office, []))).toEqual(['targeted.orders.none']);
    expect(codes(await openFor(office, ['BJIPO-2026-TG9999']))).toEqual(['targeted.unknown']);
    office.world.clock.now = '2026-12-31T17:00:00Z';
    expect(codes(await openFor(office, [order]))).toEqual(['targeted.period.past']);
    office.world.clock.now = '2026-11-30T01:00:00Z';
    expect(codes(await openFor(office, [order]))).toEqual(['targeted.plan.missing']);
  });

  it('makes one visit of several orders for one agency, silent when one of its own items is', async () => {
    const office = await officeOf();
    const { world } = office;
    const orders = [
      await approvedOrder(office, 1),
      await approvedOrder(office, 1, { terms: { ...testTerms, items: ['ZL-02@1'] } }),
      await approvedOrder(office, 2, { terms: { ...testTerms, items: ['ZL-09@1'] } }),
    ];
    const number = await openedFor(office, orders);
    await bringTo(world, number, 'published');
    const visits = await world.deps.desk.visits(number);
    expect(visits.length).toBe(2);
    const told = (await noticesOf(number)).filter(({ kind }) => kind === 'inspection');
    expect(told.map(({ recipient }) => recipient.id)).toEqual([usccOf(1)]);
  });

  it('leaves the monthly draw alone', async () => {
    const office = await officeOf({ plan: { month: '2026-12' } });
    await openedFor(office, [await approvedOrder(office, 1)]);
    const monthly = await open(office.world, testPlan());
    expect(monthly).toEqual({ number: 'BJIPO-2026-0001', fresh: true });
    await bringTo(office.world, monthly.number, 'published');
    const visits = await office.world.deps.desk.visits(monthly.number);
    expect(visits.every(({ origin }) => origin === 'drawn')).toBe(true);
  });
});
