import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../infra/local/machines/coverage.ts';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { monthOf, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { drawCaseId } from '../../shared/draw/ceremony/drawRows.ts';
import { drawDesk, type LiveDesk, SEATS } from '../e2e/drawDesk.ts';
import { startOffice } from '../e2e/office.ts';

/**
 * The draw machine on the local runner with the functions that are deployed: every state and every transition is
 * executed, and the table of them is printed.
 */

const patient = { timeout: 15_000, interval: 10 };
const DAY = 86_400_000;

let runtime: LocalRuntime;
let desk: LiveDesk;
let month: string;

beforeAll(async () => {
  runtime = await startOffice();
  desk = drawDesk(runtime);
  month = monthOf(shanghaiDate(new Date(runtime.clock.now())));
}, 60_000);
afterEach(() => runtime?.executions.afterTask(undefined));
afterAll(() => runtime?.stop());

function runOf(number: string): ExecutionView {
  const found = runtime.executions.list().find(({ name }) => name.startsWith(`${number}.`));
  if (found === undefined) throw new Error(`no execution of ${number}`);
  return found;
}

const waitsIn = (number: string, state: string) =>
  expect.poll(() => runOf(number).waitingIn, patient).toBe(state);

async function start(number: string): Promise<ExecutionView> {
  const run = runtime.executions.list().length + 1;
  const arn = runtime.executions.start(
    desk.machine,
    JSON.stringify({ draw: number }),
    `${number}.${100 + run}`,
  );
  return runtime.executions.over(arn);
}

/** The backstop of the wait ends, and the machine looks at the case anew and waits again. */
async function outlast(number: string, state: string): Promise<void> {
  await waitsIn(number, state);
  const before = runOf(number).path.length;
  runtime.clock.advance(181 * DAY);
  await expect.poll(() => runOf(number).path.length, patient).toBe(before + 3);
  expect(runOf(number).path.slice(-3)).toEqual(['Load', 'Route', state]);
  await waitsIn(number, state);
}

test('a draw passes through every status; each wait outlives its backstop of 180 days', async () => {
  const number = await desk.open(month, 'rehearsal');
  await outlast(number, 'AwaitObjections');
  await desk.acts.endObjections(number);
  await outlast(number, 'AwaitCommitments');
  for (const seat of SEATS) await desk.acts.commit(number, seat);
  await outlast(number, 'AwaitConfirmation');
  await desk.acts.confirm(number);
  await outlast(number, 'AwaitReveals');
  for (const seat of SEATS) await desk.acts.reveal(number, seat);
  await outlast(number, 'AwaitLastSource');
  runtime.clock.reset();
  await desk.acts.enter(number);
  await desk.acts.confirmSource(number);
  const ended = await runtime.executions.over(runOf(number).arn);
  expect(ended).toMatchObject({ status: 'SUCCEEDED' });
  expect(ended.path.slice(-6)).toEqual(['Route', 'RunDraw', 'Route', 'PublishResult', 'Route', 'Finished']);
  expect(await desk.status(number)).toBe('published');
  // A run that is started late finds nothing to do.
  expect((await start(number)).path).toEqual(['Load', 'Route', 'Finished']);
}, 30_000);

test('a case that moves while its wait is opened is not waited for', async () => {
  const number = await desk.open(month, 'rehearsal');
  await waitsIn(number, 'AwaitObjections');
  let moved = false;
  runtime.executions.afterTask(async (_, state): Promise<'go on'> => {
    if (state === 'Load' && !moved) {
      moved = true;
      await desk.acts.endObjections(number);
    }
    return 'go on';
  });
  // Started beside the first run, as a reconciler that is too eager would.
  runtime.executions.start(desk.machine, JSON.stringify({ draw: number }), `${number}.77`);
  await expect
    .poll(() => runtime.executions.list().map(({ path }) => path.join(' ')), patient)
    .toContain('Load Route AwaitObjections Load Route AwaitCommitments');
});

test('freezing waits while the registers are being written', async () => {
  const lock = await desk.register.lock();
  const held = { pk: 'RG#LOCK', sk: 'META', rev: lock.rev };
  await desk.client.send(new PutCommand({ TableName: desk.core, Item: { ...held, holder: 'IM#test' } }));
  const number = await desk.open(month, 'rehearsal');
  await expect.poll(() => runOf(number).transitions, patient).toBeGreaterThan(5);
  expect(runOf(number).path).toEqual(['Load', 'Route', 'FreezeSnapshot']);
  await desk.client.send(new PutCommand({ TableName: desk.core, Item: { ...held, holder: '' } }));
  await waitsIn(number, 'AwaitObjections');
  await desk.acts.requestVoid(number);
  await desk.acts.void(number);
  expect(await runtime.executions.over(runOf(number).arn)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await desk.status(number)).toBe('voided');
});

test('a status that the definition does not know fails the run instead of guessing', async () => {
  const number = 'BJIPO-2026-R9999';
  await desk.client.send(
    new PutCommand({
      TableName: desk.core,
      Item: { pk: drawCaseId(number), sk: 'META', status: 'from-tomorrow', version: 1, state: {} },
    }),
  );
  expect(await start(number)).toMatchObject({ status: 'FAILED', error: 'UnknownStatus' });
});

test('a draw that does not exist fails the run by name', async () => {
  expect(await start('BJIPO-2026-R8888')).toMatchObject({ status: 'FAILED', path: ['Load'] });
});

test('every state and every Next, Catch, Choice and Default has been executed', () => {
  const [coverage] = runtime.executions.coverage();
  if (coverage === undefined) throw new Error('no machine');
  process.stdout.write(`${coverageTable({ ...coverage, machine: 'draw' })}\n`);
  const never = [...coverage.states, ...coverage.edges].filter(({ times }) => times === 0);
  expect(never).toEqual([]);
  expect(coverage.states.length + coverage.edges.length).toBe(40);
});
