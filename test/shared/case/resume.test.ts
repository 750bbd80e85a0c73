import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../functions/draw-step/handler.ts';
import { CaseMoved, openTask } from '../../../functions/open-task/handler.ts';
import { reconcile } from '../../../functions/reconciler/handler.ts';
import { DynamoResumeOutbox, DynamoRunNumbers, DynamoTasks } from '../../../shared/adapters/dynamoTasks.ts';
import { resumeCase, resumeDue } from '../../../shared/case/resume.ts';
import { drawCaseId } from '../../../shared/draw/ceremony/drawRows.ts';
import { acts, drawWorld, open, testPlan } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { plainCipher, rememberedWorkflow } from '../../fixtures/workflow.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

let month = 0;

/** A draw in its objection window, and the parts that wait for people. */
async function waiting() {
  month += 1;
  const world = drawWorld(tables);
  const { number } = await open(world, testPlan({ month: `2030-${String(month).padStart(2, '0')}` }));
  await drawStep(world.deps, { draw: number, step: 'FreezeSnapshot' });
  const remembered = rememberedWorkflow();
  const tasks = new DynamoTasks(tables.client, 'core', plainCipher);
  const deps = {
    cases: tables.store,
    tasks,
    workflow: remembered.workflow,
    outbox: new DynamoResumeOutbox(tables.client, 'core'),
  };
  const wait = (status: string, token: string, entered: string) =>
    openTask({ cases: tables.store, tasks }, { kind: 'draw', case: number, status, token, entered });
  return { world, number, caseId: drawCaseId(number), deps, tasks, wait, ...remembered };
}

describe('a person’s task', () => {
  it('is woken once with the new status, and forgotten', async () => {
    const { world, number, caseId, deps, wait, woken } = await waiting();
    await wait('objection', 'token-1', '2030-01-01T00:00:00.000Z');
    await acts.endObjections(world, number);
    await resumeCase(deps, caseId);
    await resumeCase(deps, caseId);
    expect(woken).toEqual([{ token: 'token-1', status: 'witnessing' }]);
    expect(await deps.outbox.due()).not.toContain(caseId);
  });

  it('is not woken while the case stays where it is', async () => {
    const { caseId, deps, wait, woken, tasks } = await waiting();
    await wait('objection', 'token-1', '2030-01-01T00:00:00.000Z');
    await resumeCase(deps, caseId);
    expect(woken).toEqual([]);
    expect((await tasks.find(caseId))?.token).toBe('token-1');
  });

  it('finds at once that the case has moved while it was opened', async () => {
    const { world, number, caseId, wait, tasks } = await waiting();
    await acts.endObjections(world, number);
    await expect(wait('objection', 'token-1', '2030-01-01T00:00:00.000Z')).rejects.toThrow(CaseMoved);
    expect(await tasks.find(caseId)).toBeUndefined();
  });

  it('keeps the newest token when an execution was replaced', async () => {
    const { caseId, wait, tasks } = await waiting();
    await wait('objection', 'token-2', '2030-01-02T00:00:00.000Z');
    await wait('objection', 'token-1', '2030-01-01T00:00:00.000Z');
    expect((await tasks.find(caseId))?.token).toBe('token-2');
  });

  it('keeps its token encrypted in the table', async () => {
    const { caseId, wait } = await waiting();
    const { GetCommand } = await import('@aws-sdk/lib-dynamodb');
    await wait('objection', 'token-1', '2030-01-01T00:00:00.000Z');
    const { Item: item } = await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk: caseId, sk: 'TASK' } }),
    );
    expect(item?.['token']).toBeInstanceOf(Uint8Array);
  });

  it('is swept when the kick was lost, and a throttled one comes again', async () => {
    const { world, number, caseId, deps, wait, woken, state } = await waiting();
    await wait('objection', 'token-1', '2030-01-01T00:00:00.000Z');
    await acts.endObjections(world, number);
    state.fails = 1;
    expect((await resumeDue(deps)).failed).toContain(caseId);
    expect((await resumeDue(deps)).failed).not.toContain(caseId);
    expect(woken).toEqual([{ token: 'token-1', status: 'witnessing' }]);
  });
});

describe('the reconciler', () => {
  it('starts one execution for an open draw without one, none for the others', async () => {
    const { world, number, workflow, started, state } = await waiting();
    const deps = {
      cases: tables.store,
      desk: { numbers: async () => [number] },
      workflow,
      runs: new DynamoRunNumbers(tables.client, 'core'),
    };
    expect(await reconcile(deps)).toEqual({ started: [`${number}.1`] });
    expect(started).toEqual([{ name: `${number}.1`, input: { draw: number } }]);
    state.running = [`${number}.1`];
    expect(await reconcile(deps)).toEqual({ started: [] });
    state.running = [];
    expect(await reconcile(deps)).toEqual({ started: [`${number}.2`] });
    await acts.endObjections(world, number);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
    await acts.confirm(world, number);
    await drawStep(world.deps, { draw: number, step: 'PublishCommitment' });
    for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
    await acts.enterSource(world, number, '01234567890123456789');
    await acts.confirmSource(world, number, '01234567890123456789');
    await drawStep(world.deps, { draw: number, step: 'RunDraw' });
    await drawStep(world.deps, { draw: number, step: 'PublishResult' });
    expect(await reconcile(deps)).toEqual({ started: [] });
  });
});
