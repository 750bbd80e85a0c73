import { setTimeout as pause } from 'node:timers/promises';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../infra/local/aws/endpoint.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { expectSound } from './aftermath.ts';
import { attend, hold, press, published, steps } from './ceremony.ts';
import { DRAW_RUN, drawDesk } from './drawDesk.ts';
import { startOffice, thisMonth } from './office.ts';

/** What goes wrong in a data centre, one thing after the other; the draw of the month has to come out the same way. */

const patient = { timeout: 15_000, interval: 20 };

let runtime: LocalRuntime | undefined;
afterEach(async () => {
  await runtime?.stop();
  runtime = undefined;
});

async function office() {
  runtime = await startOffice();
  const people = await attend(runtime.addresses);
  const desk = drawDesk(runtime);
  return { runtime, people, desk, month: thisMonth(runtime) };
}

/** The states that wait for people, and what ends each wait. */
const WAITS = [
  ['AwaitObjections', steps.endObjections],
  ['AwaitCommitments', steps.commit],
  ['AwaitConfirmation', steps.confirm],
  ['AwaitReveals', steps.reveal],
  ['AwaitLastSource', steps.enter, steps.confirmSource],
] as const;

/** The next calls of an operation fail as a service does that is down; more than the SDK tries by itself. */
function down(operation: string, name: string, status: number, times = 1_000): Fault {
  return { operation, times, error: { name, message: 'wanted by the test', status } };
}

test('killed after every step of the machine: one draw, one mail each, chains whole', async () => {
  const { runtime, people, desk, month } = await office();
  const killed = new Set<string>();
  runtime.executions.afterTask(({ name }, state) => {
    if (killed.has(state) || !DRAW_RUN.test(name)) return 'go on';
    killed.add(state);
    return 'kill';
  });
  let busy = true;
  const reconciling = (async () => {
    while (busy) {
      await runtime.invoke('reconciler', {});
      await pause(300);
    }
  })();
  const number = await press(people, month);
  for (const [state, ...acts] of WAITS) {
    await expect
      .poll(() => desk.runs().find(({ status }) => status === 'RUNNING')?.waitingIn, patient)
      .toBe(state);
    for (const act of acts) await act(people, number);
  }
  const record = await published(people.supervisor, number);
  busy = false;
  await reconciling;
  const taskStates = runtime.executions
    .coverage()
    .filter(({ states }) => states.some(({ name }) => name === 'RunDraw'))
    .flatMap(({ states }) => states.map(({ name }) => name))
    .filter((name) => !['Route', 'Finished', 'UnknownStatus'].includes(name));
  expect([...killed].toSorted()).toEqual(taskStates.toSorted());
  expect(desk.runs().filter(({ status }) => status === 'ABORTED').length).toBe(killed.size);
  await expectSound(runtime, desk, number, record.text);
}, 60_000);

describe('services that fail', () => {
  test('KMS, Step Functions, S3, Lambda and the mail server each in their turn', async () => {
    const { runtime, people, desk, month } = await office();
    const run = () => desk.runs()[0];
    const ended = (status: string) => expect.poll(() => run()?.status, patient).toBe(status);
    const reconciled = () => runtime.invoke('reconciler', {});

    // The key is disabled: nothing can be sealed, the run fails, and goes on once the key is back.
    const keyId = runtime.context.environmentOf('draw-step')['VAULT_KEY_ID'] ?? '';
    runtime.kms.setEnabled(keyId, false);
    const number = await press(people, month);
    await ended('FAILED');
    expect(await desk.status(number)).toBe('planned');
    runtime.kms.setEnabled(keyId, true);
    await reconciled();
    await expect.poll(() => run()?.waitingIn, patient).toBe('AwaitObjections');

    // Step Functions is throttled: the command stands, its execution is woken by the sweep.
    runtime.faults.failNext(down('AWSStepFunctions.SendTaskSuccess', 'ThrottlingException', 400));
    await steps.endObjections(people, number);
    expect(await desk.status(number)).toBe('witnessing');
    expect(run()?.waitingIn).toBe('AwaitObjections');
    runtime.faults.clear();
    await runtime.scheduler.runNow('deadline-sweeper');
    await expect.poll(() => run()?.waitingIn, patient).toBe('AwaitCommitments');

    // KMS again, while a command wants to wake its execution: the token cannot be read.
    runtime.kms.setEnabled(keyId, false);
    await steps.commit(people, number);
    expect(run()?.waitingIn).toBe('AwaitCommitments');
    runtime.kms.setEnabled(keyId, true);
    await runtime.scheduler.runNow('deadline-sweeper');
    await steps.confirm(people, number);
    await steps.reveal(people, number);
    await steps.enter(people, number);

    // S3 is down while the result is written: the run fails, and the same result is written by the next.
    runtime.faults.failNext(down('S3.PutObject', 'InternalError', 500));
    await steps.confirmSource(people, number);
    await ended('FAILED');
    expect(await desk.status(number)).toBe('sealed');
    runtime.faults.clear();

    // The kick of the workers is lost, and the mail server is busy when the sweep comes.
    runtime.faults.failNext(down('Lambda.Invoke', 'ServiceException', 500));
    runtime.inbox.fail({ kind: 'refuse', code: 451, times: 3 });
    await reconciled();
    const record = await published(people.supervisor, number);
    await ended('SUCCEEDED');
    await runtime.lambda.idle();
    expect(runtime.inbox.list()).toEqual([]);
    runtime.faults.clear();
    await runtime.scheduler.runNow('mail-worker');
    expect(runtime.inbox.list().length).toBeGreaterThan(0);
    // What was refused for a time is sent again when its pause is over.
    runtime.clock.advance(3_600_000);
    await runtime.scheduler.runNow('mail-worker');
    await expectSound(runtime, desk, number, record.text);
  }, 60_000);

  test('every execution is gone: the reconciler brings all open draws back, and only those', async () => {
    const { runtime, people, desk, month } = await office();
    const numbers = [
      await press(people, month, 'rehearsal'),
      await press(people, month, 'rehearsal'),
      await press(people, month),
    ];
    const [first = '', second = '', third = ''] = numbers;
    await steps.endObjections(people, second);
    await steps.commit(people, second);
    await hold(people, third);
    const waiting = () =>
      Object.fromEntries(
        desk
          .runs()
          .filter(({ status }) => status === 'RUNNING')
          .map(({ name, waitingIn }) => [name.split('.')[0], waitingIn]),
      );
    const expected = { [first]: 'AwaitObjections', [second]: 'AwaitConfirmation' };
    await expect.poll(waiting, patient).toEqual(expected);
    const { region, credentials, addresses } = runtime.context;
    const sfn = new SFNClient({ endpoint: addresses.aws, region, credentials });
    for (const { arn, status } of desk.runs()) {
      if (status === 'RUNNING') await sfn.send(new StopExecutionCommand({ executionArn: arn }));
    }
    sfn.destroy();
    expect(waiting()).toEqual({});
    await runtime.scheduler.runNow('reconciler');
    await expect.poll(waiting, patient).toEqual(expected);
    // Once more: there is nothing to bring back.
    await runtime.scheduler.runNow('reconciler');
    expect(desk.runs().filter(({ status }) => status === 'RUNNING')).toHaveLength(2);
    await steps.endObjections(people, first);
    await steps.confirm(people, second);
    await expect.poll(waiting, patient).toEqual({ [first]: 'AwaitCommitments', [second]: 'AwaitReveals' });
    expect(await desk.status(third)).toBe('published');
  }, 60_000);
});
