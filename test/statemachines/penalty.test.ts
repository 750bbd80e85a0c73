import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { coverageTable } from '../../infra/local/machines/coverage.ts';
import type { ExecutionView } from '../../infra/local/machines/executionTypes.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { localDate } from '../../shared/calendar/localDate.ts';
import { yuan } from '../../shared/money.ts';
import { annul, proposeAnnulment } from '../../shared/penalty/annulling.ts';
import { givePenalty } from '../../shared/penalty/command.ts';
import { decide } from '../../shared/penalty/deciding.ts';
import { askHearing, waive } from '../../shared/penalty/defending.ts';
import { draft } from '../../shared/penalty/drafting.ts';
import { assignPenalty, decideFiling, nameOfficers, proposeFiling } from '../../shared/penalty/filing.ts';
import { withdrawHearing } from '../../shared/penalty/hearing.ts';
import { recordInquiry } from '../../shared/penalty/investigating.ts';
import type { Outcome } from '../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../shared/penalty/penaltyRows.ts';
import { close, recordCorrection, recordPayment } from '../../shared/penalty/performing.ts';
import { review } from '../../shared/penalty/reviewing.ts';
import { serveDecision } from '../../shared/penalty/serving.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { AT_ONCE, startOffice } from '../e2e/office.ts';
import { type LivePenalties, penaltyDesk } from '../e2e/penaltyDesk.ts';
import { testId } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';
import { legalReviewer, party, testCharge, testDraft } from '../fixtures/penaltyWorld.ts';

/**
 * The machine of penalty cases on the local runner with the functions that are deployed: every state and every
 * transition is executed, the longest way stays within its budget, and a table of them is printed.
 */

/** Billable transitions that one case may cost; the same as an inspection (design: cost per case). */
const BUDGET = 32;
const patient = { timeout: 15_000, interval: 10 };
const DAY = 86_400_000;
const passed = { outcome: 'passed', note: '' } as const;
/** At the threshold of a hearing. */
const heard = testCharge({
  discretion: 'heavier',
  measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(100_000) },
});

let runtime: LocalRuntime;
let draws: LiveDesk;
let desk: LivePenalties;
const costs = new Map<string, number>();

beforeAll(async () => {
  runtime = await startOffice({ agencies: 12, inspectors: 4, plan: AT_ONCE, complaints: false });
  runtime.clock.set('2026-07-06T02:00:00Z');
  draws = drawDesk(runtime);
  desk = penaltyDesk(runtime, draws);
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

async function ends(id: string): Promise<ExecutionView> {
  const ended = await runtime.executions.over(runOf(id).arn);
  expect(ended).toMatchObject({ status: 'SUCCEEDED' });
  return ended;
}

async function performed(id: string): Promise<void> {
  const { state } = await desk.caseOf(id);
  const amount = state.decision?.fine ?? 0;
  await desk.give(id, 'record-payment', recordPayment, { on: desk.today(), amount, receipt: 'A1' });
  await desk.give(id, 'record-correction', recordCorrection, { on: desk.today() });
  await desk.give(id, 'close', close, { reason: '履行完毕' });
}

function start(id: string): string {
  const name = `${id}.${100 + runtime.executions.list().length}`;
  return runtime.executions.start(desk.machine, JSON.stringify({ penalty: id }), name);
}

/** Ends a case without a penalty. */
async function endedBy(outcome: Exclude<Outcome, 'penalty'>): Promise<string> {
  const suspended = testCharge({ tier: 'serious', measures: { suspension: 6 } });
  const proposal = { ...testDraft([suspended]), outcome: 'proposal' } as const;
  const input = {
    'no-penalty': { ...testDraft([]), outcome, ground: 'no-fault' } as const,
    transfer: { ...testDraft([]), outcome, to: '市场监督管理局' } as const,
    proposal,
  }[outcome];
  const id = await desk.draft(input);
  await desk.give(id, 'review', review, passed, legalReviewer);
  await desk.give(id, 'decide', decide(desk.decidingDeps), { agrees: true, reason: '' }, people.approver);
  return id;
}

/** Every act of people from the lead to the closed file, each when the machine has come to its state. */
async function walk(id: string, reached: (state: string) => Promise<void>): Promise<void> {
  await reached('AwaitFiling');
  const { userId, name } = people.supervisor;
  await desk.give(id, 'assign', assignPenalty({ desk: draws.desk, officeCode: 'BJIPO' }), { userId, name });
  const officers = ['P001', 'P002'].map((one) => ({ inspectorId: one, name: one, certificateNo: one }));
  await desk.give(id, 'name-officers', nameOfficers, { officers });
  const conditions = ['evidence', 'punishable', 'competent', 'in-time'];
  const filing = { outcome: 'filed', conditions, reason: '查实', actOn: localDate('2026-06-01') } as const;
  await desk.give(id, 'propose-filing', proposeFiling, filing);
  await desk.give(id, 'decide-filing', decideFiling, { agrees: true }, people.approver);
  await reached('AwaitDraft');
  const on = desk.today();
  await desk.give(id, 'record-inquiry', recordInquiry, { on, text: '笔录', officers: ['P001', 'P002'] });
  await desk.give(id, 'draft', draft, testDraft());
  await reached('AwaitReview');
  await desk.give(id, 'review', review, passed, legalReviewer);
  await reached('AwaitNotice');
  await desk.write(id, 'prior-notice-1');
  await desk.give(id, 'serve-notice', desk.servesNotice, desk.handed());
  await reached('AwaitDefence');
  await desk.give(id, 'waive', waive, { text: '无意见', on: desk.today(), files: [] }, party);
  await reached('AwaitConsideration');
  await desk.consider(id, [testCharge()], 'nothing-said');
  await reached('AwaitReview');
  await desk.give(id, 'review', review, passed, legalReviewer);
  await reached('AwaitDecision');
  await desk.give(id, 'decide', decide(desk.decidingDeps), { agrees: true, reason: '' }, people.approver);
  await reached('AwaitService');
  await desk.write(id, 'decision');
  await desk.give(id, 'serve-decision', serveDecision(desk.serviceDeps), desk.handed());
  await reached('AwaitPerformance');
  await performed(id);
}

test('a penalty: from its lead to the closed file, its effect taken by the machine', async () => {
  const id = await desk.open();
  await walk(id, (state) => waitsIn(id, state));
  expect((await desk.caseOf(id)).state.publicity).toBeDefined();
  const ended = await ends(id);
  expect(ended.path.filter((state) => state !== 'Route')).toEqual([
    'Load',
    'AwaitFiling',
    'AwaitDraft',
    'AwaitReview',
    'AwaitNotice',
    'AwaitDefence',
    'AwaitConsideration',
    'AwaitReview',
    'AwaitDecision',
    'AwaitService',
    'TakeEffect',
    'AwaitPerformance',
    'Finished',
  ]);
  costs.set('penalty', ended.transitions);
});

test('a hearing that was asked for and taken back', async () => {
  const id = await desk.notice(testDraft([heard]));
  await desk.give(id, 'ask-hearing', askHearing, { text: '要求听证', on: desk.today(), files: [] }, party);
  await waitsIn(id, 'AwaitHearing');
  await desk.give(id, 'withdraw-hearing', withdrawHearing, { reason: '不再要求' }, party);
  await waitsIn(id, 'AwaitDefence');
  await desk.give(id, 'waive', waive, { text: '无意见', on: desk.today(), files: [] }, party);
  await waitsIn(id, 'AwaitConsideration');
  await desk.consider(id, [heard]);
  await desk.give(id, 'review', review, passed, legalReviewer);
  await desk.give(id, 'decide', decide(desk.decidingDeps), { agrees: true, reason: '' }, people.approver);
  await desk.write(id, 'decision');
  await desk.give(id, 'serve-decision', serveDecision(desk.serviceDeps), desk.handed());
  await waitsIn(id, 'AwaitPerformance');
  await performed(id);
  costs.set('with a hearing', (await ends(id)).transitions);
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
          await desk.run('penalty-reconciler');
          return desk.runOf(id)?.waitingIn;
        },
        { ...patient, interval: 50 },
      )
      .toBe(state);
  id = await desk.open();
  await walk(id, goesOn);
  await expect.poll(() => killed.has('AwaitPerformance'), patient).toBe(true);
  expect(killed.has('TakeEffect')).toBe(true);
  const runs = runtime.executions.list().length;
  await desk.run('penalty-reconciler');
  expect(runtime.executions.list()).toHaveLength(runs);
  const commands = (await draws.cases.chain(penaltyCaseId(id))).map(({ command }) => command);
  expect(commands.filter((command) => command === 'take-effect')).toHaveLength(1);
  expect(new Set(commands).size).toBe(commands.length - 1);
}, 40_000);

test('a kick that was lost is made good by the sweep', async () => {
  const id = await desk.draft();
  await waitsIn(id, 'AwaitReview');
  const deps = { ...desk.deps, kick: { ...desk.deps.kick, resume: async () => {} } };
  await givePenalty(deps, id, 'review', review, passed, legalReviewer);
  expect(runOf(id).waitingIn).toBe('AwaitReview');
  await desk.run('deadline-sweeper');
  await waitsIn(id, 'AwaitNotice');
});

test('a run that is started late finds nothing to do, wherever the case has ended', async () => {
  const notFiled = await desk.open();
  const { userId, name } = people.supervisor;
  await desk.give(notFiled, 'assign', assignPenalty({ desk: draws.desk, officeCode: 'BJIPO' }), {
    userId,
    name,
  });
  const none = { outcome: 'not-filed', ground: 'no-evidence', reason: '无证据', conditions: [] } as const;
  await desk.give(notFiled, 'propose-filing', proposeFiling, none);
  await desk.give(notFiled, 'decide-filing', decideFiling, { agrees: true }, people.approver);
  const annulled = await desk.served();
  await waitsIn(annulled, 'AwaitPerformance');
  const why = { ground: 'court', reference: '（2026）京行终1号', reason: '撤销', on: desk.today() };
  await desk.give(annulled, 'propose-annulment', proposeAnnulment, why);
  await desk.give(annulled, 'annul', annul(desk.deps), { agrees: true }, people.approver);
  const ended = {
    'not-filed': notFiled,
    annulled,
    dismissed: await endedBy('no-penalty'),
    transferred: await endedBy('transfer'),
    proposed: await endedBy('proposal'),
  };
  for (const [status, id] of Object.entries(ended)) {
    expect((await desk.caseOf(id)).status).toBe(status);
    expect((await runtime.executions.over(start(id))).path).toEqual(['Load', 'Route', 'Finished']);
  }
}, 40_000);

test('when every execution is gone, the reconciler brings each case back to where it was', async () => {
  const mine = [await desk.file(), await desk.draft()];
  await waitsIn(mine[0] ?? '', 'AwaitDraft');
  await waitsIn(mine[1] ?? '', 'AwaitReview');
  const open = await desk.lists.open();
  const before = new Map(open.map((id) => [id, desk.runOf(id)?.waitingIn]));
  expect(before.size).toBeGreaterThanOrEqual(2);
  for (const { arn, status } of runtime.executions.list())
    if (status === 'RUNNING') await desk.machines.send(new StopExecutionCommand({ executionArn: arn }));
  await desk.run('penalty-reconciler');
  for (const [id, state] of before) if (state !== undefined) await waitsIn(id, state);
});

// Sets the clock forward and back: a wait that was opened in that future counts as the newer one ever after.
test('each wait outlives its backstop of 180 days', async () => {
  const outlast = async (id: string, state: string) => {
    await waitsIn(id, state);
    const before = runOf(id).path.length;
    const now = new Date(runtime.clock.now()).toISOString();
    runtime.clock.advance(181 * DAY);
    await expect.poll(() => runOf(id).path.length, patient).toBe(before + 3);
    expect(runOf(id).path.slice(-3)).toEqual(['Load', 'Route', state]);
    runtime.clock.set(now);
  };
  const lead = await desk.open();
  await outlast(lead, 'AwaitFiling');
  await outlast(await desk.file(), 'AwaitDraft');
  const id = await desk.draft(testDraft([heard]));
  await outlast(id, 'AwaitReview');
  await desk.give(id, 'review', review, passed, legalReviewer);
  await outlast(id, 'AwaitNotice');
  await desk.write(id, 'prior-notice-1');
  await desk.give(id, 'serve-notice', desk.servesNotice, desk.handed());
  await outlast(id, 'AwaitDefence');
  await desk.give(id, 'ask-hearing', askHearing, { text: '要求听证', on: desk.today(), files: [] }, party);
  await outlast(id, 'AwaitHearing');
  await desk.give(id, 'withdraw-hearing', withdrawHearing, { reason: '不再要求' }, party);
  await desk.give(id, 'waive', waive, { text: '无意见', on: desk.today(), files: [] }, party);
  await outlast(id, 'AwaitConsideration');
  await desk.consider(id, [heard]);
  await desk.give(id, 'review', review, passed, legalReviewer);
  await outlast(id, 'AwaitDecision');
  await desk.give(id, 'decide', decide(desk.decidingDeps), { agrees: true, reason: '' }, people.approver);
  await outlast(id, 'AwaitService');
  await desk.write(id, 'decision');
  await desk.give(id, 'serve-decision', serveDecision(desk.serviceDeps), desk.handed());
  await outlast(id, 'AwaitPerformance');
}, 60_000);

test('a status that the definition does not know fails the run instead of guessing', async () => {
  const id = testId();
  const Item = { pk: penaltyCaseId(id), sk: 'META', status: 'from-tomorrow', version: 1, state: {} };
  await draws.client.send(new PutCommand({ TableName: desk.core, Item }));
  expect(await runtime.executions.over(start(id))).toMatchObject({
    status: 'FAILED',
    error: 'UnknownStatus',
  });
});

test('every state and every Next, Catch, Choice and Default has been executed', () => {
  const coverage = runtime.executions
    .coverage()
    .find(({ states }) => states.some(({ name }) => name === 'TakeEffect'));
  if (coverage === undefined) throw new Error('no machine');
  const paths = [...costs].map(([path, cost]) => `${path} ${cost}`).join(', ');
  process.stdout.write(
    `${coverageTable({ ...coverage, machine: 'penalty' })}\nbillable transitions: ${paths} (budget ${BUDGET})\n`,
  );
  for (const [path, cost] of costs) expect(cost, path).toBeLessThanOrEqual(BUDGET);
  const never = [...coverage.states, ...coverage.edges].filter(({ times }) => times === 0);
  expect(never).toEqual([]);
});
