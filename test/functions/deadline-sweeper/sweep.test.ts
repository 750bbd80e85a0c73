import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/deadline-sweeper/handler.ts';
import { drawStep } from '../../../functions/draw-step/handler.ts';
import { DynamoInspections } from '../../../shared/adapters/dynamoInspections.ts';
import { DynamoListings } from '../../../shared/adapters/dynamoListings.ts';
import { DynamoResumeOutbox, DynamoTasks } from '../../../shared/adapters/dynamoTasks.ts';
import { complaintWorld } from '../../fixtures/complaintWorld.ts';
import { acts, caseOf, drawWorld, open, testPlan } from '../../fixtures/drawWorld.ts';
import { countingKick } from '../../fixtures/inspectionKick.ts';
import { listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { penaltyWorld } from '../../fixtures/penaltyWorld.ts';
import { repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { plainCipher, rememberedWorkflow } from '../../fixtures/workflow.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

function sweeper(world: ReturnType<typeof drawWorld>) {
  const resume = {
    cases: tables.store,
    tasks: new DynamoTasks(tables.client, 'core', plainCipher),
    workflow: rememberedWorkflow().workflow,
    outbox: new DynamoResumeOutbox(tables.client, 'core'),
  };
  const { kick } = countingKick();
  const lists = new DynamoInspections(tables.client, 'core');
  const { deps, lists: complaints } = complaintWorld(tables, undefined, { now: world.deps.now });
  const penalties = penaltyWorld(tables);
  const repairs = repairWorld(tables);
  return () =>
    sweep({
      ...world.deps,
      resume,
      inspections: { ...world.deps, kick, lists },
      complaints: { ...deps, lists: complaints },
      penalties: { ...penalties.deps, lists: penalties.lists },
      listings: {
        ...listingWorld(tables).deps,
        now: world.deps.now,
        lists: new DynamoListings(tables.client, 'core'),
      },
      repairs: { ...repairs.deps, now: world.deps.now },
    });
}

describe('the sweep', () => {
  // First: the draw world's frozen snapshot leaves a lock that no edit of the real register can take.
  it('orders the inspection on site of an agency that was listed', async () => {
    const world = drawWorld(tables, { now: '2026-05-06T05:00:00Z' });
    const lists = listingWorld(tables, '2026-05-06T04:00:00Z');
    const id = await lists.listed(await lists.agency(), unreachable);
    await sweeper(world)();
    expect((await lists.caseOf(id)).state.visit?.outcome).toBe('ordered');
  });

  it('ends an objection window at its last midnight in Beijing and not a second earlier', async () => {
    const world = drawWorld(tables, { now: '2026-09-18T02:00:00Z' });
    const run = sweeper(world);
    const { number } = await open(world, testPlan({ month: '2026-09', objectionWorkingDays: 2 }));
    await drawStep(world.deps, { draw: number, step: 'FreezeSnapshot' });
    // Friday 18 September 2026; Sunday the 20th is a make-up working day, Monday the second one.
    expect((await caseOf(world, number)).state.window?.lastDay).toBe('2026-09-21');
    world.clock.now = '2026-09-21T15:59:59Z';
    await run();
    expect((await caseOf(world, number)).status).toBe('objection');
    world.clock.now = '2026-09-21T16:00:00Z';
    await run();
    expect((await caseOf(world, number)).status).toBe('witnessing');
  });

  it('reminds of a complaint and escalates it, each once, and another that fails does not keep it from that', async () => {
    const world = drawWorld(tables, { now: '2026-09-30T02:00:00Z' });
    const run = sweeper(world);
    const desk = complaintWorld(tables, undefined, { now: world.deps.now });
    const { complaint } = await desk.file({ wish: 'settle' });
    const broken = { gqpk: 'Q#CP', gqsk: '2026-01-01', status: 'received', version: 1, state: {} };
    const Item = { pk: 'CP#broken', sk: 'META', ...broken };
    await tables.client.send(new PutCommand({ TableName: 'core', Item }));
    const told = async () =>
      (await desk.lists.papers('2099-01-01', 1_000))
        .map(({ key, complaint: id }) => (id === complaint ? key : ''))
        .filter((key) => /^(reminder|escalation)/.test(key))
        .sort();
    world.clock.now = '2026-10-14T02:00:00Z';
    for (let i = 0; i < 2; i++) await expect(run()).rejects.toThrow('could not be swept: broken');
    expect(await told()).toEqual(['reminder-accept-2026-10-15']);
    world.clock.now = '2026-10-16T02:00:00Z';
    for (let i = 0; i < 2; i++) await expect(run()).rejects.toThrow('could not be swept: broken');
    expect(await told()).toEqual(['escalation-accept-2026-10-15', 'reminder-accept-2026-10-15']);
    await tables.client.send(new DeleteCommand({ TableName: 'core', Key: { pk: 'CP#broken', sk: 'META' } }));
  });

  it('marks a window provisional when the holidays of its year are not known', async () => {
    const world = drawWorld(tables, { now: '2026-12-31T02:00:00Z' });
    const { number } = await open(world, testPlan({ month: '2027-01', objectionWorkingDays: 2 }));
    await drawStep(world.deps, { draw: number, step: 'FreezeSnapshot' });
    expect((await caseOf(world, number)).state.window?.provisional).toBe(true);
  });

  it('voids a draw whose reveals are not complete ten minutes before the lottery', async () => {
    const world = drawWorld(tables, { now: '2026-12-01T02:00:00Z' });
    const run = sweeper(world);
    const at = '2026-12-03T13:15:00Z';
    const plan = testPlan({
      month: '2026-12',
      lastSource: { type: 'lottery', game: 'ssq', issue: '2026139', at },
    });
    const { number } = await open(world, plan);
    await drawStep(world.deps, { draw: number, step: 'FreezeSnapshot' });
    await acts.endObjections(world, number);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
    await acts.confirm(world, number);
    await drawStep(world.deps, { draw: number, step: 'PublishCommitment' });
    await acts.reveal(world, number, 0);
    world.clock.now = '2026-12-03T13:04:59Z';
    await run();
    expect((await caseOf(world, number)).status).toBe('revealing');
    world.clock.now = '2026-12-03T13:05:00Z';
    await run();
    const { status, state } = await caseOf(world, number);
    expect(status).toBe('voided');
    expect(state.voided?.request.ground).toBe('reveal-missing');
    expect(state.voided?.request.reason).toBe('official-b, notary');
  });
});
