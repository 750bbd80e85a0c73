import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../infra/local/machines/coverage.ts';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoTargetedOrders } from '../../shared/adapters/dynamoTargetedOrders.ts';
import { localDate } from '../../shared/calendar/localDate.ts';
import { accept, refuseComplaint } from '../../shared/complaint/accepting.ts';
import { giveComplaint } from '../../shared/complaint/command.ts';
import { complaintCaseId } from '../../shared/complaint/complaintRows.ts';
import { attachRepeat } from '../../shared/complaint/linking.ts';
import { endMediation, tell, withdraw } from '../../shared/complaint/mediating.ts';
import type { Filing } from '../../shared/complaint/openCases.ts';
import { takeBack, transfer } from '../../shared/complaint/transferring.ts';
import { decideReport, proposeDecision, verify } from '../../shared/complaint/verifying.ts';
import { complaintDesk, type LiveComplaints } from '../e2e/complaintDesk.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { AT_ONCE, startOffice } from '../e2e/office.ts';
import { testFiling, testId } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';

/**
 * The machine of complaints and reports on the local runner with the functions that are deployed: every state and
 * every transition is executed, the longest way stays within its budget, and a table of them is printed.
 */

/** Billable transitions that one complaint or report may cost; the same as an inspection (design: cost per case). */
const BUDGET = 32;
const patient = { timeout: 15_000, interval: 10 };
const DAY = 86_400_000;
const noAgreement = { ground: 'no-agreement', reason: '一方不同意' } as const;
const elsewhere = { kind: 'other-body', to: '消费者协会', reason: '属其职责' } as const;
/** Received under the older rule book: a named reporter has to be told. */
const old: Partial<Filing> = { receivedOn: localDate('2026-04-14'), channel: 'post' };

let runtime: LocalRuntime;
let draws: LiveDesk;
let desk: LiveComplaints;
const costs = new Map<string, number>();

beforeAll(async () => {
  runtime = await startOffice({ agencies: 12, inspectors: 4, plan: AT_ONCE });
  draws = drawDesk(runtime);
  desk = complaintDesk(runtime, draws);
}, 60_000);
afterEach(() => runtime?.executions.afterTask(undefined));
afterAll(() => runtime?.stop());

function runOf(id: string): ExecutionView {
  const found = desk.runOf(id);
  if (found === undefined) throw new Error(`no execution of ${id}`);
  return found;
}

const waitsIn = (id: string, state: string) =>
  expect.poll(() => desk.runOf(id)?.waitingIn, patient).toBe(state);
const statusOf = async (id: string) => (await desk.caseOf(id)).status;

async function ends(id: string): Promise<ExecutionView> {
  const ended = await runtime.executions.over(runOf(id).arn);
  expect(ended).toMatchObject({ status: 'SUCCEEDED' });
  return ended;
}

async function complaint(): Promise<string> {
  const { complaint: id } = await desk.file({ wish: 'settle' });
  await desk.assign(id);
  return id;
}
const accepted = async (id: string) => desk.give(id, 'accept', accept, undefined);

async function verifying(over: Partial<Filing> = {}): Promise<string> {
  const { report } = await desk.file({ wish: 'check', ...over });
  await desk.assign(report);
  await desk.give(report, 'verify', verify, undefined);
  return report;
}

async function decide(id: string, inspect = false): Promise<void> {
  const proposal = { outcome: 'filed', reason: '初步查明', inspect } as const;
  await desk.give(id, 'propose-decision', proposeDecision, proposal);
  await desk.give(id, 'decide', decideReport, { agrees: true }, people.approver);
}

async function tellBoth(id: string): Promise<void> {
  await desk.give(id, 'tell', tell, { to: 'both', how: 'post' });
}

function start(id: string): string {
  const name = `${id}.${100 + runtime.executions.list().length}`;
  return runtime.executions.start(desk.machine, JSON.stringify({ complaint: id }), name);
}

test('what waits for triage has no execution, however much of it there is', async () => {
  for (let i = 0; i < 20; i++) await desk.file();
  await desk.run('complaint-reconciler');
  expect(runtime.executions.list().filter(({ path }) => path[0] !== undefined)).toEqual([]);
});

test('a complaint: accepted, mediated, both sides told', async () => {
  const id = await complaint();
  await accepted(id);
  await waitsIn(id, 'AwaitMediation');
  await desk.give(id, 'end-mediation', endMediation, noAgreement);
  await waitsIn(id, 'AwaitTelling');
  await tellBoth(id);
  const ended = await ends(id);
  expect(ended.path).toEqual([
    'Load',
    'Route',
    'AwaitMediation',
    'Route',
    'AwaitTelling',
    'Route',
    'Finished',
  ]);
  costs.set('complaint', ended.transitions);
});

test('a report: verified, decided, what follows is done, closed', async () => {
  const id = await verifying();
  await waitsIn(id, 'AwaitDecision');
  await decide(id);
  const ended = await ends(id);
  expect(ended.path).toEqual(['Load', 'Route', 'AwaitDecision', 'Route', 'FollowUp', 'Route', 'Finished']);
  expect(await statusOf(id)).toBe('closed');
  costs.set('report', ended.transitions);
});

test('a report of the older rule book: its named reporter is told', async () => {
  const id = await verifying(old);
  await waitsIn(id, 'AwaitDecision');
  await decide(id);
  await waitsIn(id, 'AwaitTelling');
  await desk.give(id, 'tell', tell, { to: 'filer', how: 'mail' });
  costs.set('old report', (await ends(id)).transitions);
});

test('a confirmed report orders the inspection of its agency, which an approver has still to decide on', async () => {
  const [agency] = await draws.register.agencies();
  if (agency === undefined) throw new Error('the demo office has no agency');
  const { matter } = testFiling();
  const { uscc, name, kinds, district } = agency;
  const id = await verifying({
    matter: { ...matter, agency: { listed: true, uscc, name, kinds, district } },
  });
  await decide(id, true);
  await ends(id);
  const orders = new DynamoTargetedOrders(draws.client, desk.core, draws.cases);
  expect(await orders.madeFrom(`case/${complaintCaseId(id)}/${uscc}`)).toBeDefined();
});

test('handed over and sent back: triage again, then another execution', async () => {
  const id = await complaint();
  await accepted(id);
  await waitsIn(id, 'AwaitMediation');
  const first = runOf(id).arn;
  await desk.give(id, 'transfer', transfer, elsewhere);
  costs.set('handed over', (await ends(id)).transitions);
  await desk.give(id, 'return', takeBack, { reason: '不属于该单位' });
  await desk.run('complaint-reconciler');
  expect(runOf(id).arn).toBe(first);
  await accepted(id);
  await waitsIn(id, 'AwaitMediation');
  expect(runOf(id).arn).not.toBe(first);
  await desk.give(id, 'withdraw', withdraw, { reason: '已和解' });
  await waitsIn(id, 'AwaitTelling');
});

test('when every execution is gone, the reconciler brings each case back to where it was', async () => {
  const mediating = await complaint();
  await accepted(mediating);
  const report = await verifying();
  const before = new Map([
    [mediating, 'AwaitMediation'],
    [report, 'AwaitDecision'],
  ]);
  for (const [id, state] of before) await waitsIn(id, state);
  for (const { arn, status } of runtime.executions.list())
    if (status === 'RUNNING') await desk.machines.send(new StopExecutionCommand({ executionArn: arn }));
  expect(runtime.executions.list().filter(({ status }) => status === 'RUNNING')).toEqual([]);
  await desk.run('complaint-reconciler');
  await desk.run('complaint-reconciler');
  for (const [id, state] of before) await waitsIn(id, state);
  const running = runtime.executions.list().filter(({ status }) => status === 'RUNNING');
  expect(running).toHaveLength((await desk.lists.worked()).length);
});

test('cut off after every step: the case goes on, and everything about it happens once', async () => {
  const killed = new Set<string>();
  let id = '';
  runtime.executions.afterTask((execution, state) => {
    if (!execution.name.startsWith(`${id}.`) || killed.has(state)) return 'go on';
    killed.add(state);
    return 'kill';
  });
  const goesOn = (state: string) =>
    expect
      .poll(
        async () => {
          await desk.run('complaint-reconciler');
          return desk.runOf(id)?.waitingIn;
        },
        { ...patient, interval: 50 },
      )
      .toBe(state);
  const { report } = await desk.file({ wish: 'check', ...old });
  id = report;
  await desk.assign(id);
  await desk.give(id, 'verify', verify, undefined);
  await goesOn('AwaitDecision');
  await decide(id);
  await goesOn('AwaitTelling');
  await desk.give(id, 'tell', tell, { to: 'filer', how: 'mail' });
  await expect
    .poll(() => [...killed].sort(), patient)
    .toEqual(['AwaitDecision', 'AwaitTelling', 'FollowUp', 'Load']);
  // It has ended: nothing is left for an execution, and none is started.
  const runs = runtime.executions.list().length;
  await desk.run('complaint-reconciler');
  expect(runtime.executions.list()).toHaveLength(runs);
  const commands = (await draws.cases.chain(complaintCaseId(id))).map(({ command }) => command);
  expect(commands).toEqual([
    'receive',
    'assign',
    'verify',
    'propose-decision',
    'decide',
    'follow-up',
    'tell',
  ]);
}, 30_000);

test('a kick that was lost is made good by the sweep', async () => {
  const id = await complaint();
  await accepted(id);
  await waitsIn(id, 'AwaitMediation');
  const quiet = { ...desk.deps.kick, resume: async () => {} };
  const deps = { ...desk.deps, kick: quiet };
  await giveComplaint(deps, id, 'end-mediation', endMediation, noAgreement, people.supervisor);
  expect(runOf(id).waitingIn).toBe('AwaitMediation');
  await desk.run('deadline-sweeper');
  await waitsIn(id, 'AwaitTelling');
  await tellBoth(id);
  await ends(id);
});

test('a run that is started late finds nothing to do, wherever the case has ended', async () => {
  const refused = await complaint();
  await desk.give(refused, 'refuse', refuseComplaint, { ground: 'not-competent', reason: '不属于职责' });
  const withdrawn = await complaint();
  await desk.give(withdrawn, 'withdraw', withdraw, { reason: '已和解' });
  const transferred = await complaint();
  await desk.give(transferred, 'transfer', transfer, elsewhere);
  const received = await complaint();
  const attached = await complaint();
  await attachRepeat(desk.deps, attached, { to: received, newFacts: false }, people.supervisor);
  const ended = { refused, withdrawn, transferred, received, attached };
  for (const [status, id] of Object.entries(ended)) {
    expect(await statusOf(id)).toBe(status);
    expect((await runtime.executions.over(start(id))).path).toEqual(['Load', 'Route', 'Finished']);
  }
});

test('a case that moves while its wait is opened is not waited for', async () => {
  const id = await complaint();
  let moved = false;
  runtime.executions.afterTask(async (execution, state): Promise<'go on'> => {
    if (state === 'Load' && !moved && execution.name.startsWith(`${id}.`)) {
      moved = true;
      await desk.give(id, 'end-mediation', endMediation, noAgreement);
    }
    return 'go on';
  });
  await accepted(id);
  await waitsIn(id, 'AwaitTelling');
  expect(runOf(id).path.join(' ')).toBe('Load Route AwaitMediation Load Route AwaitTelling');
  await tellBoth(id);
  await ends(id);
});

// Sets the clock forward and back: a wait that was opened in that future counts as the newer one ever after.
test('each wait outlives its backstop of 180 days', async () => {
  const outlast = async (id: string, state: string) => {
    await waitsIn(id, state);
    const before = runOf(id).path.length;
    runtime.clock.advance(181 * DAY);
    await expect.poll(() => runOf(id).path.length, patient).toBe(before + 3);
    expect(runOf(id).path.slice(-3)).toEqual(['Load', 'Route', state]);
    await waitsIn(id, state);
    runtime.clock.reset();
  };
  const id = await complaint();
  await accepted(id);
  await outlast(id, 'AwaitMediation');
  await desk.give(id, 'end-mediation', endMediation, noAgreement);
  await outlast(id, 'AwaitTelling');
  await tellBoth(id);
  await ends(id);
  const report = await verifying();
  await outlast(report, 'AwaitDecision');
  await decide(report);
  await ends(report);
}, 60_000);

test('a status that the definition does not know fails the run instead of guessing', async () => {
  const id = testId();
  const Item = { pk: complaintCaseId(id), sk: 'META', status: 'from-tomorrow', version: 1, state: {} };
  await draws.client.send(new PutCommand({ TableName: desk.core, Item }));
  expect(await runtime.executions.over(start(id))).toMatchObject({
    status: 'FAILED',
    error: 'UnknownStatus',
  });
});

test('every state and every Next, Catch, Choice and Default has been executed', () => {
  const coverage = runtime.executions
    .coverage()
    .find(({ states }) => states.some(({ name }) => name === 'AwaitMediation'));
  if (coverage === undefined) throw new Error('no machine');
  const paths = [...costs].map(([path, cost]) => `${path} ${cost}`).join(', ');
  process.stdout.write(
    `${coverageTable({ ...coverage, machine: 'complaint' })}\nbillable transitions: ${paths} (budget ${BUDGET})\n`,
  );
  for (const [path, cost] of costs) expect(cost, path).toBeLessThanOrEqual(BUDGET);
  const never = [...coverage.states, ...coverage.edges].filter(({ times }) => times === 0);
  expect(never).toEqual([]);
  expect(coverage.states.length + coverage.edges.length).toBe(27);
});
