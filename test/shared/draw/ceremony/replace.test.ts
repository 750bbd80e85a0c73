import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { verifyChain } from '../../../../shared/audit/verifyChain.ts';
import type { StoredCase } from '../../../../shared/case/caseStore.ts';
import {
  type DrawCase,
  recordVersions,
  standingResultFile,
} from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { type Replaced, replaceInDraw } from '../../../../shared/draw/ceremony/replace.ts';
import type {
  AgencyDropOut,
  InspectorDropOut,
  ReplaceOrder,
} from '../../../../shared/draw/ceremony/replaceOrder.ts';
import { seatsHeld } from '../../../../shared/draw/ceremony/seatsHeld.ts';
import { type Visit, visitsAsDrawn } from '../../../../shared/draw/ceremony/visit.ts';
import { type DrawRecord, loadPools, readRecord } from '../../../../shared/draw/record.ts';
import { verifyRecord } from '../../../../shared/draw/verify.ts';
import type { MonthPlan } from '../../../../shared/plan/monthPlan.ts';
import type { Result } from '../../../../shared/problem.ts';
import { acts, caseOf, DICE, drawWorld, open, testPlan, type World } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

/** Holds a draw by dice until it is published. */
async function published(world: World, month: string, over: Partial<MonthPlan> = {}): Promise<string> {
  const visits = { from: `${month}-07`, to: `${month}-28` };
  const { number } = await open(world, testPlan({ month, visits, ...over }));
  const step = (name: string) => drawStep(world.deps, { draw: number, step: name });
  await step('FreezeSnapshot');
  await acts.endObjections(world, number);
  for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
  await acts.confirm(world, number);
  await step('PublishCommitment');
  for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
  await acts.enterSource(world, number, DICE);
  await acts.confirmSource(world, number, DICE);
  await step('RunDraw');
  expect(await step('PublishResult')).toEqual({ status: 'published' });
  return number;
}

const people = {
  requested: { by: 'u-lead', name: '组长', at: '2026-12-02T01:00:00Z' },
  confirmed: { by: 'u-head', name: '处长', at: '2026-12-02T02:00:00Z' },
};
const evidence = 'ab'.repeat(32);

const inspector = (
  over: Partial<InspectorDropOut> & Pick<InspectorDropOut, 'inspectorId'>,
): InspectorDropOut => ({
  type: 'inspector',
  requestId: `r-${over.inspectorId}`,
  reason: 'ill',
  evidence,
  ...people,
  ...over,
});
const agency = (visitNo: number, over: Partial<AgencyDropOut> = {}): AgencyDropOut => ({
  type: 'agency',
  requestId: `r-visit-${visitNo}`,
  visitNo,
  reason: 'closed',
  evidence,
  ...people,
  ...over,
});

async function replaced(world: World, number: string, order: ReplaceOrder): Promise<Replaced> {
  const result = await replaceInDraw(world.deps, number, order);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const codes = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

function recordIn(world: World, file: string): DrawRecord {
  const record = readRecord(world.contents.get(file) ?? new Uint8Array());
  if (!record.ok) throw new Error(JSON.stringify(record.problems));
  return record.value;
}

function faults(record: DrawRecord) {
  const pools = loadPools(record);
  if (!pools.ok) throw new Error(JSON.stringify(pools.problems));
  return verifyRecord(record, pools.value).checks.filter(({ ok }) => !ok);
}

const teams = (visits: readonly Visit[]) =>
  Object.fromEntries(
    visits.filter(({ dropped }) => !dropped).map(({ tid, seats }) => [tid, seats.map((seat) => seat.tid)]),
  );

/** Every record of the draw verifies, the newest one agrees with the rows, and the chain is whole. */
async function checkAll(world: World, number: string): Promise<StoredCase<DrawCase>> {
  const stored = await caseOf(world, number);
  const versions = recordVersions(stored.state);
  expect(versions).toHaveLength(1 + (stored.state.events?.length ?? 0));
  for (const [e, version] of versions.entries()) {
    const record = recordIn(world, version.file);
    expect(faults(record), version.file).toEqual([]);
    expect(record.events).toEqual(stored.state.events?.slice(0, e).map(({ event }) => event) ?? []);
  }
  const { result } = recordIn(world, versions.at(-1)?.file ?? '');
  const rows = await world.deps.desk.visits(number);
  const now = result.after ?? result;
  expect(teams(rows)).toEqual(Object.fromEntries(now.teams.map(({ a, seats }) => [a, seats])));
  expect(
    Object.fromEntries(visitsAsDrawn(rows).map(({ tid, seats }) => [tid, seats.map((seat) => seat.tid)])),
  ).toEqual(Object.fromEntries(result.teams.map(({ a, seats }) => [a, seats])));
  const chain = await tables.store.chain(drawCaseId(number));
  expect(verifyChain(drawCaseId(number), chain, stored)).toEqual([]);
  return stored;
}

/** Somebody with seats at two visits or more, and these visits. */
function busy(visits: readonly Visit[]) {
  const held = new Map<string, number[]>();
  for (const { no, seats } of visits)
    for (const { inspectorId } of seats) held.set(inspectorId, [...(held.get(inspectorId) ?? []), no]);
  const found = [...held].filter(([, nos]) => nos.length > 1);
  const [first, second] = found;
  if (first === undefined || second === undefined) throw new Error('nobody has two seats');
  return { first: { id: first[0], nos: first[1] }, second: { id: second[0], nos: second[1] } };
}

describe('replacements after a published draw', () => {
  it('go by the rule of the draw, one record each, and everything agrees', async () => {
    const world = drawWorld(tables);
    // Cells by risk class: the pool of the agencies is blinded, and the drawn rows are opened.
    const rates = [
      { kind: '*', riskClass: 'B', recency: '*', district: '*', ppm: 200_000, round: 'exact' },
    ] as const;
    const number = await published(world, '2026-01', { rates: [...rates] });
    const original = (await caseOf(world, number)).state.record;
    const dealt = await world.deps.desk.visits(number);
    const { first, second } = busy(dealt);

    // 1: recused from one visit, goes to the others.
    const [recusedNo = 0, keptNo = 0] = first.nos;
    const one = await replaced(
      world,
      number,
      inspector({ inspectorId: first.id, visitNos: [recusedNo], stays: true, reason: 'recusal-granted' }),
    );
    expect(one.event).toBe(1);
    expect(one.visits.map(({ no }) => no)).toEqual([recusedNo]);
    const [changed] = one.visits;
    const seat = changed?.seats.find(({ replaced: before }) => before !== undefined);
    expect(seat?.replaced).toMatchObject([{ inspectorId: first.id, e: 1, reason: 'recusal-granted' }]);
    expect(seat?.inspectorId).not.toBe(first.id);
    expect(seat?.name).toMatch(/^检查员/);

    // 2: falls ill after the first of the visits, which keeps its team.
    const [visitedNo = 0, ...openNos] = second.nos;
    const two = await replaced(world, number, inspector({ inspectorId: second.id, visitNos: openNos }));
    expect(two.visits.map(({ no }) => no)).toEqual(openNos);
    const rows = await world.deps.desk.visits(number);
    const holds = (no: number, id: string) =>
      rows.find((visit) => visit.no === no)?.seats.some(({ inspectorId }) => inspectorId === id);
    expect([holds(visitedNo, second.id), holds(openNos[0] ?? 0, second.id)]).toEqual([true, false]);
    expect([holds(keptNo, first.id), holds(recusedNo, first.id)]).toEqual([true, false]);

    // 3: an agency is closed; the next rank of its cell comes in with a team of its own.
    const three = await replaced(world, number, agency(1));
    expect(three.visits.map(({ no }) => no)).toEqual([1, dealt.length + 1]);
    const [gone, came] = three.visits;
    expect(gone).toMatchObject({ dropped: { e: 3, reason: 'closed' } });
    expect(gone?.seats.every(({ inspectorId }) => inspectorId === '')).toBe(true);
    const inCell = dealt.filter(({ cell }) => cell === gone?.cell);
    expect(came).toMatchObject({ since: 3, cell: gone?.cell, rank: inCell.length });
    expect(came?.agencyName).toMatch(/^第\d+代理机构$/);
    expect(came?.seats.map(({ inspectorId }) => inspectorId)).not.toContain(second.id);

    const { state } = await checkAll(world, number);
    expect(recordVersions(state)[0]).toEqual(original);
    expect(standingResultFile(state)).toBe(`draws/${number}/result-3.json`);
    expect(recordVersions(state).map(({ file }) => file)).toEqual(
      ['record', 'record-1', 'record-2', 'record-3'].map((name) => `draws/${number}/${name}.json`),
    );
    const chain = (await tables.store.chain(drawCaseId(number))).filter(
      ({ command }) => command === 'replace',
    );
    expect(chain.map(({ ground, actor }) => [ground, actor])).toEqual([
      ['recusal-granted', 'system'],
      ['ill', 'system'],
      ['closed', 'system'],
    ]);
    expect(Object.keys(chain[0]?.digests ?? {})).toEqual(
      expect.arrayContaining(['evidence', 'event', 'result']),
    );
    const opened = new TextDecoder().decode(world.contents.get(`draws/${number}/opened-3.json`));
    expect(JSON.parse(opened).rows.map((row: { tid: string }) => row.tid)).toEqual([came?.tid]);

    const held = await seatsHeld(world.deps, '2026');
    const count = (await world.deps.desk.visits(number)).flatMap(({ seats }) => seats);
    for (const id of [first.id, second.id])
      expect(held.get(id) ?? 0).toBe(count.filter(({ inspectorId }) => inspectorId === id).length);
    expect(held.get('')).toBeUndefined();
  });

  it('know one request once, and refuse another order under its id', async () => {
    const world = drawWorld(tables);
    const number = await published(world, '2026-02');
    const { first } = busy(await world.deps.desk.visits(number));
    const order = inspector({ inspectorId: first.id });
    const once = await replaced(world, number, order);
    const { version } = await caseOf(world, number);
    expect(await replaced(world, number, order)).toEqual(once);
    expect((await caseOf(world, number)).version).toBe(version);
    const other = await replaceInDraw(world.deps, number, { ...order, reason: 'on-leave' });
    expect(codes(other)).toEqual(['ceremony.replace.otherRequest']);
    const closed = agency(2);
    const dropped = await replaced(world, number, closed);
    expect(await replaced(world, number, closed)).toEqual(dropped);
    await checkAll(world, number);
  });

  it('need two people, a reason of the list, and somebody who is there', async () => {
    const world = drawWorld(tables);
    const number = await published(world, '2026-03');
    const visits = await world.deps.desk.visits(number);
    const { first } = busy(visits);
    const [no = 0] = first.nos;
    const elsewhere =
      visits.find(({ seats }) => seats.every(({ inspectorId }) => inspectorId !== first.id))?.no ?? 0;
    const at = async (over: Partial<InspectorDropOut>) =>
      codes(
        await replaceInDraw(
          world.deps,
          number,
          inspector({ inspectorId: first.id, visitNos: [no], ...over }),
        ),
      );
    expect(await at({ confirmed: people.requested })).toEqual(['ceremony.four_eyes']);
    expect(await at({ reason: 'closed' as 'ill' })).toEqual(['ceremony.replace.reason']);
    expect(await at({ inspectorId: 'P999' })).toEqual(['ceremony.replace.inspector']);
    expect(await at({ visitNos: [99] })).toEqual(['ceremony.replace.visit']);
    expect(await at({ visitNos: [elsewhere] })).toEqual(['draw.event.notHeld']);
    expect(await at({ visitNos: [] })).toEqual(['draw.event.noVisits']);
    expect(await at({ visitNos: [no, no] })).toEqual(['draw.event.visitOrder']);
    expect(
      codes(
        await replaceInDraw(world.deps, number, { ...inspector({ inspectorId: first.id }), stays: true }),
      ),
    ).toEqual(['draw.event.staysWhere']);
    expect(await at({ evidence: 'a certificate' })).toEqual(['draw.shape.invalid_format']);
    expect(codes(await replaceInDraw(world.deps, number, agency(99)))).toEqual(['ceremony.replace.visit']);
    await replaced(world, number, agency(1));
    expect(codes(await replaceInDraw(world.deps, number, agency(1, { requestId: 'again' })))).toEqual([
      'ceremony.replace.visit',
    ]);
    expect((await caseOf(world, number)).state.events).toHaveLength(1);
  });

  it('come only after publication', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-04' }));
    expect(codes(await replaceInDraw(world.deps, number, agency(1)))).toEqual(['ceremony.status']);
    expect(codes(await replaceInDraw(world.deps, 'BJIPO-2026-0999', agency(1)))).toEqual([
      'ceremony.unknown',
    ]);
  });
});

describe('a replacement that is cut off', () => {
  it('at any write is made good by the same call, with the same bytes and rows', async () => {
    const world = drawWorld(tables);
    const number = await published(world, '2026-05');
    const { first } = busy(await world.deps.desk.visits(number));
    const orders: readonly ReplaceOrder[] = [
      inspector({
        inspectorId: first.id,
        visitNos: first.nos.slice(0, 1),
        stays: true,
        reason: 'recusal-own',
      }),
      agency(1),
    ];
    const { files, cases } = world.deps;
    let left = 0;
    const cut = () => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    const failing = {
      ...world.deps,
      files: {
        get: files.get,
        put: async (...args: Parameters<typeof files.put>) => {
          cut();
          await files.put(...args);
          cut();
        },
      },
      cases: {
        load: cases.load.bind(cases),
        chain: cases.chain.bind(cases),
        commit: async (...args: Parameters<typeof cases.commit>) => {
          cut();
          const outcome = await cases.commit(...args);
          cut();
          return outcome;
        },
      } as typeof cases,
    };
    for (const order of orders) {
      let kills = 0;
      for (let survives = 0; ; survives++) {
        left = survives;
        const done = await replaceInDraw(failing, number, order).catch(() => undefined);
        if (done?.ok) break;
        kills++;
      }
      expect(kills).toBeGreaterThan(4);
    }
    const { state } = await checkAll(world, number);
    expect(state.events).toHaveLength(2);
    // The files refuse other bytes under the same name, so whatever was written twice was the same.
    expect([...world.contents.keys()].filter((key) => /-\d+\.json$/.test(key)).sort()).toEqual(
      ['record-1', 'record-2', 'result-1', 'result-2'].map((name) => `draws/${number}/${name}.json`),
    );
  });
});

describe('replacements at once', () => {
  it('come one after the other, each worked out on what the one before left', async () => {
    const world = drawWorld(tables);
    const number = await published(world, '2026-06');
    const { first, second } = busy(await world.deps.desk.visits(number));
    const orders: readonly ReplaceOrder[] = [
      inspector({ inspectorId: first.id }),
      inspector({ inspectorId: second.id }),
      agency(1),
      agency(1),
    ];
    const results = await Promise.all(orders.map((order) => replaceInDraw(world.deps, number, order)));
    expect(results.flatMap(codes)).toEqual([]);
    const numbers = results.map((result) => (result.ok ? result.value.event : 0));
    expect(numbers[2]).toBe(numbers[3]);
    expect([...new Set(numbers)].sort()).toEqual([1, 2, 3]);
    await checkAll(world, number);
  });
});
