import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../infra/local/machines/coverage.ts';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { SYSTEM } from '../../shared/draw/ceremony/decision.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import { restaff } from '../../shared/inspection/staffing.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { inspectionDesk, type LiveInspections } from '../e2e/inspectionDesk.ts';
import { AT_ONCE, startOffice, thisMonth } from '../e2e/office.ts';

/**
 * The inspection machine on the local runner with the functions that are deployed: every state and every
 * transition is executed, the longest way stays within its budget, and a table of them is printed.
 */

/** Billable transitions that one inspection may cost (design: cost per case). */
const BUDGET = 32;
/** A rate at which the small office has enough visits for every test. */
const MANY: MonthPlan['rates'] = [
  { kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 150_000, round: 'ceil' },
];
const patient = { timeout: 15_000, interval: 10 };
const DAY = 86_400_000;
const rectify = { rectify: true, rectifyDays: 15, rectifyText: '请限期改正' };
const ordered = { results: ['rectification_ordered'], obstruction: '', unreachable: '', note: '' };
const plain = { results: ['no_problem'], obstruction: '', unreachable: '', note: '' };

let runtime: LocalRuntime;
let draws: LiveDesk;
let desk: LiveInspections;
let numbers: readonly string[];
let next = 0;
const costs = new Map<string, number>();

beforeAll(async () => {
  runtime = await startOffice({ agencies: 120, inspectors: 24, plan: { ...AT_ONCE, rates: MANY } });
  draws = drawDesk(runtime);
  desk = inspectionDesk(runtime, draws);
  numbers = await desk.hold(thisMonth(runtime));
}, 60_000);
afterEach(() => runtime?.executions.afterTask(undefined));
afterAll(() => runtime?.stop());

function fresh(): string {
  const number = numbers[next++];
  if (number === undefined) throw new Error('the draw has too few visits for these tests');
  return number;
}

function runOf(number: string): ExecutionView {
  const found = desk.runOf(number);
  if (found === undefined) throw new Error(`no execution of ${number}`);
  return found;
}

const waitsIn = (number: string, state: string) =>
  expect.poll(() => desk.runOf(number)?.waitingIn, patient).toBe(state);

/** The backstop of the wait ends, and the machine looks at the case anew and waits again. */
async function outlast(number: string, state: string): Promise<void> {
  await waitsIn(number, state);
  const before = runOf(number).path.length;
  runtime.clock.advance(181 * DAY);
  await expect.poll(() => runOf(number).path.length, patient).toBe(before + 3);
  expect(runOf(number).path.slice(-3)).toEqual(['Load', 'Route', state]);
  await waitsIn(number, state);
  runtime.clock.reset();
}

async function ends(number: string): Promise<ExecutionView> {
  const ended = await runtime.executions.over(runOf(number).arn);
  expect(ended).toMatchObject({ status: 'SUCCEEDED' });
  return ended;
}

function start(number: string): string {
  const run = runtime.executions.list().length + 1;
  return runtime.executions.start(
    desk.machine,
    JSON.stringify({ inspection: number }),
    `${number}.${100 + run}`,
  );
}

test('a published draw has an execution for every visit', async () => {
  expect(numbers.length).toBeGreaterThan(10);
  for (const number of numbers) await waitsIn(number, 'AwaitVisit');
});

test('a visit without a problem takes the shortest way', async () => {
  const number = fresh();
  await waitsIn(number, 'AwaitVisit');
  await desk.acts.visit(number, plain);
  await waitsIn(number, 'AwaitReview');
  await desk.acts.approve(number);
  const ended = await ends(number);
  expect(ended.path).toEqual([
    'Load',
    'Route',
    'AwaitVisit',
    'Route',
    'AwaitReview',
    'Route',
    'PublishResult',
    'Route',
    'Finished',
  ]);
  costs.set('clean', ended.transitions);
});

test('the longest way: a team of one, two returns, two rounds of rectification', async () => {
  const number = fresh();
  const { acts } = desk;
  await waitsIn(number, 'AwaitVisit');
  const { team, draw } = (await acts.load(number)).state;
  const [first, second] = team;
  if (first === undefined || second === undefined) throw new Error('a team of two was expected');
  const alone = [first, { ...second, tid: '', inspectorId: '', name: '' }];
  await acts.give(number, 'restaff', restaff, { draw, event: 98, team: alone }, SYSTEM);
  await waitsIn(number, 'AwaitTeam');
  await acts.give(number, 'restaff', restaff, { draw, event: 99, team: [first, second] }, SYSTEM);
  await waitsIn(number, 'AwaitVisit');
  await acts.visit(number, ordered);
  for (const _ of [1, 2]) {
    await waitsIn(number, 'AwaitReview');
    await acts.sendBack(number);
    await waitsIn(number, 'AwaitCorrection');
    await acts.sign(number);
    await acts.submit(number, 'resubmit');
  }
  await waitsIn(number, 'AwaitReview');
  await expect(acts.sendBack(number)).rejects.toThrow('inspection.review.returns');
  await acts.approve(number, rectify);
  for (const outcome of ['insufficient', 'not-rectified']) {
    await waitsIn(number, 'AwaitRectification');
    await acts.answerRectification(number);
    await waitsIn(number, 'AwaitRecheck');
    await acts.recheck(number, outcome);
    await acts.confirmRecheck(number, 10);
  }
  const ended = await ends(number);
  costs.set('longest', ended.transitions);
  expect(ended.transitions).toBeLessThanOrEqual(BUDGET);
  expect((await acts.load(number)).state.outcome).toBe('handed-over');
}, 30_000);

test('when every execution is gone, the reconciler brings each case back to where it was', async () => {
  const open = await desk.lists.open();
  expect(open.length).toBeGreaterThan(5);
  const before = new Map(open.map((number) => [number, desk.runOf(number)?.waitingIn]));
  for (const { arn, status } of runtime.executions.list()) {
    if (status === 'RUNNING') await desk.machines.send(new StopExecutionCommand({ executionArn: arn }));
  }
  expect(runtime.executions.list().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  await desk.run('inspection-reconciler');
  await desk.run('inspection-reconciler');
  for (const [number, state] of before) await waitsIn(number, state ?? '');
  const running = runtime.executions.list().filter(({ status }) => status === 'RUNNING');
  expect(running).toHaveLength(open.length);
});

test('cut off after every step: the case goes on, and everything about it happens once', async () => {
  const number = fresh();
  const { acts } = desk;
  const visitsOf = async (uscc: string) => (await draws.register.agency(uscc))?.value.visitsThisYear ?? 0;
  const visited = await visitsOf((await acts.load(number)).state.agency.uscc);
  const killed = new Set<string>();
  runtime.executions.afterTask((execution, state) => {
    if (!execution.name.startsWith(`${number}.`) || killed.has(state)) return 'go on';
    killed.add(state);
    return 'kill';
  });
  const goesOn = async (state: string) => {
    await expect
      .poll(
        async () => {
          await desk.run('inspection-reconciler');
          return desk.runOf(number)?.waitingIn;
        },
        { ...patient, interval: 50 },
      )
      .toBe(state);
  };
  await goesOn('AwaitVisit');
  await acts.visit(number, ordered);
  await goesOn('AwaitReview');
  await acts.approve(number, rectify);
  await goesOn('AwaitRectification');
  await acts.answerRectification(number);
  await goesOn('AwaitRecheck');
  await acts.recheck(number, 'rectified');
  await acts.confirmRecheck(number);
  await expect
    .poll(
      async () => {
        await desk.run('inspection-reconciler');
        return (await acts.load(number)).status;
      },
      { ...patient, interval: 50 },
    )
    .toBe('closed');
  expect([...killed].sort()).toEqual([
    'AwaitRecheck',
    'AwaitRectification',
    'AwaitReview',
    'AwaitVisit',
    'Load',
    'PublishResult',
  ]);
  const { publicity, agency } = (await acts.load(number)).state;
  expect(publicity?.version).toBe(1);
  expect(await visitsOf(agency.uscc)).toBe(visited + 1);
}, 30_000);

// Sets the clock forward and back: a wait that was opened in that future counts as the newer one ever after.
test('each wait outlives its backstop of 180 days', async () => {
  const number = fresh();
  const { acts } = desk;
  const { team, draw } = (await acts.load(number)).state;
  const alone = team.map((seat, i) => (i === 0 ? seat : { ...seat, tid: '', inspectorId: '', name: '' }));
  await acts.give(number, 'restaff', restaff, { draw, event: 98, team: alone }, SYSTEM);
  await outlast(number, 'AwaitTeam');
  await acts.give(number, 'restaff', restaff, { draw, event: 99, team }, SYSTEM);
  await outlast(number, 'AwaitVisit');
  await acts.visit(number, ordered);
  await outlast(number, 'AwaitReview');
  await acts.sendBack(number);
  await outlast(number, 'AwaitCorrection');
  await acts.sign(number);
  await acts.submit(number, 'resubmit');
  await waitsIn(number, 'AwaitReview');
  await acts.approve(number, rectify);
  await outlast(number, 'AwaitRectification');
  await acts.answerRectification(number);
  await outlast(number, 'AwaitRecheck');
  await acts.recheck(number, 'rectified');
  await acts.confirmRecheck(number);
  await ends(number);
  // A run that is started late finds nothing to do.
  expect((await runtime.executions.over(start(number))).path).toEqual(['Load', 'Route', 'Finished']);
}, 60_000);

test('two inspections of one agency become one visit, and a cancelled one ends', async () => {
  const [lead, other, gone] = [fresh(), fresh(), fresh()];
  const { acts } = desk;
  await waitsIn(lead, 'AwaitVisit');
  await waitsIn(other, 'AwaitVisit');
  // The draw visits an agency once; the second inspection of it comes from another order.
  const stored = await acts.load(other);
  const { agency } = (await acts.load(lead)).state;
  await draws.client.send(
    new PutCommand({
      TableName: draws.core,
      Item: {
        ...(await rowOf(other)),
        state: { ...stored.state, agency: { ...stored.state.agency, uscc: agency.uscc } },
      },
    }),
  );
  await acts.join(other, lead);
  const joined = await ends(other);
  expect(joined.path.slice(-5)).toEqual(['AwaitVisit', 'Route', 'JoinLead', 'Route', 'Finished']);
  const { state } = await acts.load(lead);
  expect(state.parts.map(({ inspection }) => inspection)).toEqual([lead, other]);
  expect((await acts.load(other)).status).toBe('merged');
  costs.set('merged', joined.transitions);
  await acts.cancel(gone, 'no-team');
  costs.set('cancelled', (await ends(gone)).transitions);
  expect((await acts.load(gone)).status).toBe('cancelled');
});

async function rowOf(number: string): Promise<Record<string, unknown>> {
  const { Item: item } = await draws.client.send(
    new GetCommand({ TableName: draws.core, Key: { pk: inspectionCaseId(number), sk: 'META' } }),
  );
  return item ?? {};
}

test('a case that moves while its wait is opened is not waited for', async () => {
  const number = fresh();
  await waitsIn(number, 'AwaitVisit');
  let moved = false;
  runtime.executions.afterTask(async (execution, state): Promise<'go on'> => {
    if (state === 'Load' && !moved && execution.name.startsWith(number)) {
      moved = true;
      await desk.acts.visit(number, plain);
    }
    return 'go on';
  });
  // Started beside the first run, as a reconciler that is too eager would.
  start(number);
  await expect
    .poll(() => runtime.executions.list().map(({ path }) => path.join(' ')), patient)
    .toContain('Load Route AwaitVisit Load Route AwaitReview');
  await desk.acts.approve(number);
  await expect.poll(async () => (await desk.acts.load(number)).status, patient).toBe('closed');
});

test('a status that the definition does not know fails the run instead of guessing', async () => {
  const number = 'BJIPO-2026-0001-999';
  await draws.client.send(
    new PutCommand({
      TableName: draws.core,
      Item: { pk: inspectionCaseId(number), sk: 'META', status: 'from-tomorrow', version: 1, state: {} },
    }),
  );
  expect(await runtime.executions.over(start(number))).toMatchObject({
    status: 'FAILED',
    error: 'UnknownStatus',
  });
});

test('every state and every Next, Catch, Choice and Default has been executed', () => {
  const coverage = runtime.executions
    .coverage()
    .find(({ states }) => states.some(({ name }) => name === 'AwaitVisit'));
  if (coverage === undefined) throw new Error('no machine');
  const paths = [...costs].map(([path, cost]) => `${path} ${cost}`).join(', ');
  process.stdout.write(
    `${coverageTable({ ...coverage, machine: 'inspection' })}\nbillable transitions: ${paths} (budget ${BUDGET})\n`,
  );
  const never = [...coverage.states, ...coverage.edges].filter(({ times }) => times === 0);
  expect(never).toEqual([]);
  expect(coverage.states.length + coverage.edges.length).toBe(39);
});
