// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and definitions spell their substitutions so
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../../infra/local/machines/coverage.ts';
import { readDefinition } from '../../../infra/local/machines/definition.ts';
import type { ExecutionView } from '../../../infra/local/machines/executionTypes.ts';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { definition } from './fixtures/definition.ts';
import { writeAssembly } from './fixtures/stack.ts';

/** The machine may be busy. */
const patient = { timeout: 15_000 };

let runtime: LocalRuntime;
let sfn: SFNClient;
const alias = 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:Machine:live';
let serial = 0;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  sfn = new SFNClient({ region, credentials, endpoint: addresses.aws });
});
afterAll(async () => {
  sfn.destroy();
  await runtime.stop();
});

async function start(status: string, name = `case-${++serial}`): Promise<string> {
  const input = JSON.stringify({ status });
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn: alias, name, input }));
  return executionArn ?? '';
}

function view(arn: string): ExecutionView {
  const found = runtime.executions.list().find((one) => one.arn === arn);
  if (!found) throw new Error(`${arn} is not there`);
  return found;
}

/** Waits until the execution waits for a person. @returns the token its task got */
async function waitingToken(arn: string, tokens: readonly string[]): Promise<string> {
  await expect.poll(() => view(arn).waitingIn, patient).toBe('Wait for a person');
  await expect.poll(() => tokens.length, patient).toBeGreaterThan(0);
  return tokens.at(-1) ?? '';
}

/** The echo function gets the token as its payload; its log tells it. */
function spyTokens(): string[] {
  const tokens: string[] = [];
  const invoke = runtime.lambda.invoke.bind(runtime.lambda);
  runtime.lambda.invoke = (id, payload) => {
    const { token } = JSON.parse(payload) as { token?: string };
    if (token !== undefined) tokens.push(token);
    return invoke(id, payload);
  };
  return tokens;
}

test('a task sees its execution, its state and the results it asked for', async () => {
  const arn = await start('done', 'draw-2026-12-r1');
  await runtime.executions.over(arn);
  const { output, status } = await sfn.send(new DescribeExecutionCommand({ executionArn: arn }));
  expect(status).toBe('SUCCEEDED');
  expect(JSON.parse(output ?? '')).toEqual({
    status: 'done',
    case: {
      status: 'done',
      seen: {
        mode: 'echo',
        status: 'done',
        execution: arn,
        name: 'draw-2026-12-r1',
        state: 'Load',
        entered: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    },
  });
  expect(view(arn)).toMatchObject({ path: ['Load', 'Route', 'Finished'], transitions: 3 });
});

test('a waiting task goes on with what SendTaskSuccess brings, once', async () => {
  const tokens = spyTokens();
  const arn = await start('waiting');
  const taskToken = await waitingToken(arn, tokens);
  const running = await sfn.send(
    new ListExecutionsCommand({ stateMachineArn: alias, statusFilter: 'RUNNING' }),
  );
  expect(running.executions?.map(({ executionArn }) => executionArn)).toContain(arn);
  await sfn.send(new SendTaskHeartbeatCommand({ taskToken }));
  await sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify({ status: 'done' }) }));
  await expect(
    sfn.send(new SendTaskSuccessCommand({ taskToken, output: '{"status":"failing"}' })),
  ).rejects.toBeInstanceOf(TaskTimedOut);
  expect((await runtime.executions.over(arn)).path).toEqual([
    'Load',
    'Route',
    'Wait for a person',
    'Route',
    'Finished',
  ]);
  await expect(
    sfn.send(new SendTaskSuccessCommand({ taskToken: 'nonsense', output: '{}' })),
  ).rejects.toBeInstanceOf(InvalidToken);
});

test('SendTaskFailure is caught by its name, and one nobody catches ends the execution', async () => {
  const tokens = spyTokens();
  const caught = await start('waiting');
  await sfn.send(
    new SendTaskFailureCommand({
      taskToken: await waitingToken(caught, tokens),
      error: 'Refused',
      cause: 'no',
    }),
  );
  expect(await runtime.executions.over(caught)).toMatchObject({ status: 'FAILED', error: 'UnknownStatus' });
  tokens.length = 0;
  const uncaught = await start('waiting');
  await sfn.send(
    new SendTaskFailureCommand({
      taskToken: await waitingToken(uncaught, tokens),
      error: 'Other',
      cause: 'why',
    }),
  );
  expect(await runtime.executions.over(uncaught)).toMatchObject({
    status: 'FAILED',
    error: 'Other',
    cause: 'why',
  });
});

test('the backstop of 180 days follows the moved clock', async () => {
  const arn = await start('waiting');
  await expect.poll(() => view(arn).waitingIn, patient).toBe('Wait for a person');
  runtime.clock.advance(181 * 86_400_000);
  expect((await runtime.executions.over(arn)).path.at(-1)).toBe('Finished');
  runtime.clock.reset();
});

test('a function that runs while the clock is moved is not timed out', async () => {
  const arn = await start('flaky');
  runtime.clock.advance(3 * 86_400_000);
  expect(await runtime.executions.over(arn)).toMatchObject({ status: 'SUCCEEDED' });
  runtime.clock.reset();
});

test('retries count as transitions; the third attempt succeeds', async () => {
  const arn = await start('flaky');
  expect(await runtime.executions.over(arn)).toMatchObject({
    status: 'SUCCEEDED',
    path: ['Load', 'Route', 'Flaky', 'Finished'],
    transitions: 6,
  });
  expect(JSON.parse(view(arn).output ?? '')).toMatchObject({ flaky: { calls: 3 } });
});

test('a failing function fails the execution with its error name, and the operators hear of it', async () => {
  const arn = await start('failing');
  expect(await runtime.executions.over(arn)).toMatchObject({ status: 'FAILED', error: 'Wanted' });
  expect(await runtime.executions.over(await start('nonsense'))).toMatchObject({ error: 'UnknownStatus' });
  await runtime.executions.over(await start('closed'));
  const heard = runtime.queues.list().find(({ name }) => name === 'Ended')?.messages ?? [];
  const details = heard.map(
    ({ body }) => (JSON.parse(body) as { detail: { executionArn: string; status: string } }).detail,
  );
  expect(details).toContainEqual(expect.objectContaining({ executionArn: arn, status: 'FAILED' }));
});

test('a name is taken: the same input gets the running execution, another is refused', async () => {
  const arn = await start('waiting', 'once');
  await expect(start('waiting', 'once')).resolves.toBe(arn);
  await expect(start('done', 'once')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  await sfn.send(new StopExecutionCommand({ executionArn: arn, error: 'Enough', cause: 'test' }));
  expect(view(arn)).toMatchObject({ status: 'ABORTED', error: 'Enough' });
  await expect(start('waiting', 'once')).rejects.toBeInstanceOf(ExecutionAlreadyExists);
});

test('a kill hook ends an execution after the state it names', async () => {
  runtime.executions.afterTask((_, state) => (state === 'Load' ? 'kill' : 'go on'));
  const killed = await start('done');
  expect(await runtime.executions.over(killed)).toMatchObject({ status: 'ABORTED', path: ['Load'] });
  const heard = runtime.queues.list().flatMap(({ messages }) => messages.map(({ body }) => body));
  expect(heard.filter((body) => body.includes(killed))).toEqual([]);
  runtime.executions.afterTask(undefined);
  expect(await runtime.executions.over(await start('done'))).toMatchObject({ status: 'SUCCEEDED' });
});

test('every state and transition above is in the coverage table', () => {
  const [coverage] = runtime.executions.coverage();
  if (!coverage) throw new Error('no coverage');
  const never = [
    ...coverage.states.filter(({ times }) => times === 0),
    ...coverage.edges.filter(({ times }) => times === 0),
  ];
  // The function of Failing always fails.
  expect(never).toEqual([{ from: 'Failing', kind: 'Next', index: 0, to: 'Finished', times: 0 }]);
  expect(coverage.edges.filter(({ to, from }) => from === 'Route' && to === 'Finished')).toHaveLength(2);
  expect(coverageTable(coverage)).toContain('| Route | Default | Unknown |');
});

const text = (change: (states: Record<string, Record<string, unknown>>) => void) => {
  const copy = structuredClone(definition) as unknown as { States: Record<string, Record<string, unknown>> };
  change(copy.States);
  return JSON.stringify(copy).replaceAll('${Partition}', 'aws');
};

test.each<[string, (states: Record<string, Record<string, unknown>>) => void, string]>([
  [
    'JSONata',
    (states) => Object.assign(states['Load'] ?? {}, { QueryLanguage: 'JSONata' }),
    'Load: the field QueryLanguage',
  ],
  [
    'variables',
    (states) => Object.assign(states['Load'] ?? {}, { Assign: { x: 1 } }),
    'Load: the field Assign',
  ],
  [
    'heartbeats',
    (states) => Object.assign(states['Flaky'] ?? {}, { HeartbeatSeconds: 5 }),
    'Flaky: the field HeartbeatSeconds',
  ],
  ['no timeout', (states) => delete states['Load']?.['TimeoutSeconds'], 'Load: a Task needs TimeoutSeconds'],
  [
    'another integration',
    (states) => Object.assign(states['Load'] ?? {}, { Resource: 'arn:aws:states:::sqs:sendMessage' }),
    'sqs:sendMessage',
  ],
  [
    'context elsewhere',
    (states) => Object.assign(states['Finished'] ?? {}, { InputPath: '$$.Execution.Input' }),
    'only in the Parameters of a Task',
  ],
  ['a missing target', (states) => Object.assign(states['Load'] ?? {}, { Next: 'Nowhere' }), 'Nowhere'],
])('%s is refused at the start', (_, change, message) => {
  expect(() => readDefinition('Machine', text(change))).toThrow(message);
});

test('Map, Parallel and Wait are refused by name', () => {
  const one = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 5, End: true } } });
  expect(() => readDefinition('Machine', one)).toThrow('A: a Wait state cannot be run locally');
});
