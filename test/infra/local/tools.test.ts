import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

let runtime: LocalRuntime;

beforeAll(async () => {
  runtime = await startLocal({
    assembly: writeAssembly(),
    schedules: 'manual',
    retryMs: 1,
    seed: async ({ hint }) =>
      hint({ zh: '试试<这个>', en: 'Try this', value: '318 411', href: 'http://a.example/x' }),
  });
});
afterAll(() => runtime.stop());

const at = (path: string) => `${runtime.addresses.tools}${path}`;
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: 'POST', body: JSON.stringify(body), headers });

test('the clock is set, advanced and put back over HTTP', async () => {
  await post('/api/clock', { set: '2023-08-23T15:00:00Z' });
  expect(runtime.clock.iso()).toMatch(/^2023-08-23T15:00/);
  await post('/api/clock', { days: 2, hours: 1 });
  expect(runtime.clock.iso()).toMatch(/^2023-08-25T16:00/);
  await post('/api/clock', { advanceMs: -3_600_000 });
  expect(runtime.clock.iso()).toMatch(/^2023-08-25T15:00/);
  // A form of the page speaks Beijing time.
  const form = await fetch(at('/api/clock'), {
    method: 'POST',
    body: new URLSearchParams({ set: '2026-12-01T09:00' }),
    redirect: 'manual',
  });
  expect(form.status).toBe(303);
  expect(runtime.clock.iso()).toMatch(/^2026-12-01T01:00/);
  await post('/api/clock', { reset: true });
  expect(runtime.clock.shift()).toBe(0);
  expect((await post('/api/clock', { set: 'tomorrow' })).status).toBe(400);
  expect((await fetch(at('/api/clock'), { method: 'POST', body: '{' })).status).toBe(400);
});

test("another site's page cannot press the buttons", async () => {
  const response = await post('/api/clock', { days: 1 }, { origin: 'https://evil.example' });
  expect(response.status).toBe(403);
  expect(runtime.clock.shift()).toBe(0);
  expect((await post('/api/clock', { reset: true }, { origin: runtime.addresses.tools })).status).toBe(200);
});

test('a schedule is run from the page, executions and queues are listed', async () => {
  expect((await post('/api/schedules/sweep/run', {})).status).toBe(200);
  await expect.poll(() => runtime.log.tail(20).some(({ text }) => text === 'swept'), patient).toBe(true);
  expect((await post('/api/schedules/none/run', {})).status).toBe(404);
  const arn = runtime.executions.start(
    String(runtime.context.outputs['Machine']),
    '{"status":"<b>"}',
    'shown',
  );
  await runtime.executions.over(arn);
  const state = (await (await fetch(at('/api/state'))).json()) as Record<string, unknown>;
  expect(state).toMatchObject({
    addresses: runtime.addresses,
    executions: [{ name: 'shown', status: 'FAILED', error: 'UnknownStatus' }],
    schedules: [{ name: 'sweep', zone: 'Asia/Shanghai' }],
  });
  const page = await (await fetch(at('/'))).text();
  for (const text of ['shown', 'UnknownStatus', 'sweep', '北京时间', runtime.addresses.console])
    expect(page).toContain(text);
  expect(page).not.toContain('<b>"');
  expect((await post('/api/queues/Ended/purge', {})).status).toBe(200);
  expect(runtime.queues.list().find(({ name }) => name === 'Ended')?.messages).toEqual([]);
  const lines = (await (await fetch(at('/api/log?source=FunctionsbackgroundFunction'))).json()) as unknown[];
  expect(lines).toContainEqual(expect.objectContaining({ text: 'swept' }));
});

test('what the seed lets a newcomer try stands on the page', async () => {
  const page = await (await fetch(at('/'))).text();
  for (const text of ['试试&#60;这个&#62;', 'Try this', '318 411', 'href="http://a.example/x"'])
    expect(page).toContain(text);
});

test('a page that does not exist is 404', async () => {
  expect((await fetch(at('/nothing'))).status).toBe(404);
});
