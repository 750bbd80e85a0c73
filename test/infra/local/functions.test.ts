import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDatabaseClient } from '../../../infra/local/database/tables.ts';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

let runtime: LocalRuntime;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
});
afterAll(() => runtime.stop());

async function ask(event: unknown, name = 'probe'): Promise<Record<string, unknown>> {
  const result = await runtime.invoke(name, event);
  if (!result.ok) throw new Error(`${result.error.errorType}: ${result.error.errorMessage}`);
  return JSON.parse(result.payload) as Record<string, unknown>;
}

test('a function sees its own environment and nothing of this process', async () => {
  process.env['AWS_PROFILE'] = 'somebody';
  const environment = await ask({ mode: 'env' });
  delete process.env['AWS_PROFILE'];
  expect(environment).toMatchObject({
    FUNCTION: 'probe',
    CORE_TABLE: 'Core',
    AWS_REGION: 'cn-north-1',
    AWS_ENDPOINT_URL: runtime.addresses.aws,
    AWS_ENDPOINT_URL_DYNAMODB: runtime.addresses.dynamodb,
  });
  expect(environment).not.toHaveProperty('PATH');
  expect(environment).not.toHaveProperty('AWS_PROFILE');
});

test('the context tells the time that is left', async () => {
  const context = await ask({ mode: 'context' });
  expect(context).toMatchObject({ functionName: 'FunctionsprobeFunction', memoryLimitInMB: '512' });
  expect(context['remaining']).toBeGreaterThan(1_000);
  expect(context['remaining']).toBeLessThanOrEqual(2_000);
});

test('a moved clock is seen at once in a worker that already runs', async () => {
  await ask({ mode: 'now' });
  runtime.clock.set('2023-08-23T15:00:00Z');
  const { now, text, called, year } = await ask({ mode: 'now' });
  expect(Math.abs(Number(now) - Date.parse('2023-08-23T15:00:00Z'))).toBeLessThan(15_000);
  expect(text).toMatch(/^2023-08-23T15:00/);
  expect(called).toContain('Aug 23 2023');
  expect(year).toBe(2020);
  runtime.clock.reset();
  expect(Math.abs(Number((await ask({ mode: 'now' }))['now']) - Date.now())).toBeLessThan(15_000);
});

test('an error keeps its name; a crash and a time-out are errors too, and the next call works', async () => {
  expect(await runtime.invoke('probe', { mode: 'throw', name: 'Wanted' })).toMatchObject({
    ok: false,
    error: { errorType: 'Wanted', errorMessage: 'wanted' },
  });
  expect(await runtime.invoke('probe', { mode: 'exit' })).toMatchObject({ ok: false });
  expect(await runtime.invoke('probe', { mode: 'sleep', ms: 5_000 })).toMatchObject({
    ok: false,
    error: { errorType: 'Sandbox.Timedout' },
  });
  expect(await ask({ mode: 'echo', x: 1 })).toEqual({ mode: 'echo', x: 1 });
});

test('four run at a time, others wait, and beyond the queue there is 429', async () => {
  const begun = performance.now();
  const calls = Array.from({ length: 90 }, () => runtime.invoke('probe', { mode: 'sleep', ms: 40 }));
  const settled = await Promise.allSettled(calls);
  const refused = settled.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(90 - 64 - 4);
  expect(String(refused[0]?.reason)).toContain('Rate Exceeded');
  // 68 calls of 40 ms on four workers.
  expect(performance.now() - begun).toBeGreaterThanOrEqual((68 / 4) * 40);
});

test('an asynchronous call is tried three times, then lies in the dead-letter queue', async () => {
  await runtime.lambda.invokeLater(
    'FunctionsbackgroundFunction22222222',
    JSON.stringify({ mode: 'throw', name: 'Bad' }),
  );
  const queue = runtime.queues.list().find(({ name }) => name === 'DeadLetters');
  expect(queue?.messages).toHaveLength(1);
  expect(JSON.parse(queue?.messages[0]?.body ?? '')).toMatchObject({
    requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: { mode: 'throw', name: 'Bad' },
    responsePayload: { errorType: 'Bad' },
  });
});

test('what a function prints is in the log', async () => {
  await ask({ mode: 'log', text: 'seen by nobody else' });
  await expect
    .poll(() => runtime.log.tail(50).map(({ text }) => text), patient)
    .toContain('seen by nobody else');
});

test('with schedules on, the functions behind the pages are loaded before the first request', async () => {
  const warm = await startLocal({ assembly: writeAssembly() });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const asked = Date.now();
  const result = await warm.invoke('probe', { mode: 'loaded' });
  await warm.stop();
  const { loadedAt } = JSON.parse(result.ok ? result.payload : '{}') as { loadedAt: number };
  expect(loadedAt).toBeLessThan(asked);
});

test('an answer beyond 6 MB is an error', async () => {
  expect(await runtime.invoke('probe', { mode: 'big', bytes: 7 * 1024 * 1024 })).toMatchObject({
    ok: false,
    error: { errorType: 'Function.ResponseSizeTooLarge' },
  });
});

test('a database call of a function can be made to fail', async () => {
  const failing = await startLocal({ assembly: writeAssembly(), schedules: 'manual', databaseFaults: true });
  const result = await failing.invoke('probe', { mode: 'env' });
  const environment = JSON.parse(result.ok ? result.payload : '{}') as Record<string, string>;
  const plain = localDatabaseClient(environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '', 'cn-north-1');
  await expect(plain.send(new ListTablesCommand({}))).resolves.toMatchObject({ TableNames: ['Core'] });
  failing.faults.failNext({
    operation: 'DynamoDB_20120810.ListTables',
    times: 20,
    error: { name: 'ProvisionedThroughputExceededException', message: 'slow down', status: 400 },
  });
  await expect(plain.send(new ListTablesCommand({}))).rejects.toMatchObject({
    name: 'ProvisionedThroughputExceededException',
  });
  plain.destroy();
  await failing.stop();
});
