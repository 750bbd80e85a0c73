import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { loadPools, readRecord } from '../../../../shared/draw/record.ts';
import { verifyRecord } from '../../../../shared/draw/verify.ts';
import {
  acts,
  caseOf,
  DICE,
  drawWorld,
  open,
  testAgency,
  testPlan,
  type World,
} from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const step = (world: World, draw: string, name: string) => drawStep(world.deps, { draw, step: name });

/** Names of the checks that the published record of a draw fails. */
async function failedChecks(world: World, number: string): Promise<string[]> {
  const { state } = await caseOf(world, number);
  const record = readRecord(world.contents.get(state.record?.file ?? '') ?? new Uint8Array());
  if (!record.ok) throw new Error(JSON.stringify(record.problems));
  const pools = loadPools(record.value);
  if (!pools.ok) throw new Error(JSON.stringify(pools.problems));
  return verifyRecord(record.value, pools.value).checks.flatMap(({ ok, name }) => (ok ? [] : [name]));
}

describe('machines whose clocks differ', () => {
  it('log no time before the one that stands already, so that the record verifies', async () => {
    const world = drawWorld(tables, { now: '2026-12-01T01:00:05Z' });
    const { number } = await open(world, testPlan({ month: '2027-01' }));
    await step(world, number, 'FreezeSnapshot');
    expect((await acts.endObjections(world, number)).ok).toBe(true);
    for (const i of [0, 1, 2] as const) expect((await acts.commitSecret(world, number, i)).ok).toBe(true);
    expect((await acts.confirm(world, number)).ok).toBe(true);
    world.clock.now = '2026-12-01T01:00:03Z';
    await step(world, number, 'PublishCommitment');
    world.clock.now = '2026-12-01T01:00:09Z';
    for (const i of [0, 1, 2] as const) expect((await acts.reveal(world, number, i)).ok).toBe(true);
    world.clock.now = '2026-12-01T01:00:08Z';
    expect((await acts.enterSource(world, number, DICE)).ok).toBe(true);
    expect((await acts.confirmSource(world, number, DICE)).ok).toBe(true);
    world.clock.now = '2026-12-01T01:00:07Z';
    await step(world, number, 'RunDraw');
    await step(world, number, 'PublishResult');
    expect(await failedChecks(world, number)).toEqual([]);
  });
});

describe('a freeze that ended between its files and its entry', () => {
  it('takes the registers as they have become since, and not for ever the files of before', async () => {
    const agencies = Array.from({ length: 40 }, (_, i) => testAgency(i + 1));
    const world = drawWorld(tables, { agencies });
    const { number } = await open(world, testPlan({ month: '2027-02' }));
    const killed = async () => {
      throw new Error('killed');
    };
    const { desk } = world.deps;
    const { writeRows } = desk;
    desk.writeRows = killed;
    await expect(step(world, number, 'FreezeSnapshot')).rejects.toThrow('killed');
    desk.writeRows = writeRows;
    agencies.push(testAgency(41));
    expect(await step(world, number, 'FreezeSnapshot')).toEqual({ status: 'objection' });
    const { frozen, snapshot } = (await caseOf(world, number)).state;
    expect(frozen?.pools.agency.n).toBe(41);
    const agencyRows = (await desk.sealedRows(number, snapshot)).filter(({ id }) => id.startsWith('9111'));
    expect(agencyRows).toHaveLength(41);
  });
});

describe('the first hours of a year in Beijing, while it is still the old year in UTC', () => {
  /** Holds the draw of a month by dice at an instant. */
  async function hold(now: string, month: string) {
    const world = drawWorld(tables, { now });
    const visits = { from: `${month}-20`, to: `${month}-28` };
    const { number } = await open(world, testPlan({ month, visits }));
    await step(world, number, 'FreezeSnapshot');
    expect((await acts.endObjections(world, number)).ok).toBe(true);
    for (const i of [0, 1, 2] as const) expect((await acts.commitSecret(world, number, i)).ok).toBe(true);
    expect((await acts.confirm(world, number)).ok).toBe(true);
    await step(world, number, 'PublishCommitment');
    for (const i of [0, 1, 2] as const) expect((await acts.reveal(world, number, i)).ok).toBe(true);
    expect((await acts.enterSource(world, number, DICE)).ok).toBe(true);
    expect((await acts.confirmSource(world, number, DICE)).ok).toBe(true);
    await step(world, number, 'RunDraw');
    return (await caseOf(world, number)).state;
  }

  it('number draw and papers in the new year, and no paper of that year twice', async () => {
    const early = await hold('2026-12-31T17:00:00Z', '2027-03');
    expect(early.number).toBe('BJIPO-2027-0001');
    const later = await hold('2027-02-01T01:00:00Z', '2027-04');
    expect(early.result?.notices).toBeGreaterThan(0);
    expect(later.result?.firstNotice).toBe(1 + (early.result?.notices ?? 0));
  });
});
