import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Visit } from '../../shared/draw/ceremony/visit.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { inspectionNumber } from '../../shared/inspection/inspectionCase.ts';
import { openInspections } from '../../shared/inspection/open.ts';
import type { ResultInput } from '../../shared/inspection/visitResults.ts';
import { drawDesk } from '../e2e/drawDesk.ts';
import { inspectionDesk, type LiveInspections } from '../e2e/inspectionDesk.ts';
import { AT_ONCE, startOffice, thisMonth } from '../e2e/office.ts';
import { clean } from '../fixtures/inspectionActs.ts';
import { type Measured, printTable } from './table.ts';

/** Inspections that wait for their teams at the same time. */
const IN_FLIGHT = 1_000;
/** Those of them that are taken to their published end while the others wait. */
const WALKED = 200;
const WIDTH = 16;
/** Billable transitions that one inspection may cost. */
const BUDGET = 32;

type Result = Omit<ResultInput, 'item'>;
const found = (results: string[], more: Partial<Result> = {}): Result => ({ ...clean, results, ...more });
const rectify = { rectify: true, rectifyDays: 15, rectifyText: '请限期改正' };

/** The ways that an inspection can take, each from the visit to the end. */
const paths: Readonly<Record<string, (acts: LiveInspections['acts'], number: string) => Promise<unknown>>> = {
  clean: async (acts, number) => {
    await acts.visit(number);
    await acts.approve(number);
  },
  'rectified after one return': async (acts, number) => {
    await acts.visit(number, found(['rectification_ordered']));
    await acts.sendBack(number);
    await acts.sign(number);
    await acts.submit(number, 'resubmit');
    await acts.approve(number, rectify);
    await reached(acts, number, 'rectifying');
    await acts.answerRectification(number);
    await acts.recheck(number);
    await acts.confirmRecheck(number);
  },
  'unreachable, to the list': async (acts, number) => {
    await acts.visit(number, found(['unreachable'], { unreachable: 'no-such-address' }));
    await acts.approve(number, { handOver: 'listing', handOverReason: '无法联系' });
  },
  'refused, to the penalty': async (acts, number) => {
    await acts.visit(number, found(['obstruction'], { obstruction: 'refused_entry' }));
    await acts.approve(number, { handOver: 'penalty', handOverReason: '拒绝检查' });
  },
  cancelled: (acts, number) => acts.cancel(number, 'no-team'),
};

async function reached(acts: LiveInspections['acts'], number: string, status: string): Promise<void> {
  while ((await acts.load(number)).status !== status) await pause(5);
}

/** A thousand inspections at once on the local runtime, against the bare transactions of the same database. */
export async function run(): Promise<void> {
  const runtime = await startOffice({ agencies: 120, inspectors: 24, plan: AT_ONCE });
  try {
    const draws = drawDesk(runtime);
    const desk = inspectionDesk(runtime, draws);
    const numbers = await desk.hold(thisMonth(runtime));
    const [first = ''] = numbers;
    const { draw: number } = (await desk.acts.load(first)).state;
    const draw = await draws.draw(number);
    const [visit] = await draws.desk.visits(number);
    if (draw === undefined || visit === undefined) throw new Error('the draw has no visit');
    const rows: Measured[] = [];
    const timed = async (name: string, work: () => Promise<unknown>, units = IN_FLIGHT) => {
      const begun = performance.now();
      await work();
      rows.push({ name, ms: performance.now() - begun, units });
    };

    const visits: readonly Visit[] = Array.from({ length: IN_FLIGHT }, (_, i) => ({
      ...visit,
      no: 1_001 + i,
    }));
    const cases = visits.map(({ no }) => inspectionNumber(number, no));
    const items = await draws.register.items();
    await timed('floor: one bare transaction each', () =>
      inParallel(cases, WIDTH, async () => {
        const pk = `FLOOR#${randomUUID()}`;
        const put = (TableName: string, sk: string) => ({ Put: { TableName, Item: { pk, sk } } });
        await draws.client.send(
          new TransactWriteCommand({ TransactItems: [put(draws.core, 'A'), put(draws.core, 'B')] }),
        );
      }),
    );
    await timed('open', () => openInspections({ ...desk.deps, now: draws.deps.now }, draw, visits, items));
    const waiting = (state: string) =>
      runtime.executions.list().filter((one) => one.status === 'RUNNING' && one.waitingIn === state).length;
    await timed('start every execution', async () => {
      while (waiting('AwaitVisit') < IN_FLIGHT) {
        await desk.run('inspection-reconciler');
        await pause(20);
      }
    });
    console.log(`in flight at once: ${waiting('AwaitVisit')}`);
    const walked = cases.slice(0, WALKED);
    let commits = 0;
    await timed('visit, review, publish: every transaction', async () => {
      await inParallel(walked, WIDTH, async (one) => {
        await desk.acts.visit(one);
        await desk.acts.approve(one);
      });
      for (const one of walked) await reached(desk.acts, one, 'closed');
    });
    for (const one of walked) commits += (await desk.acts.load(one)).auditSeq;
    const last = rows.pop();
    if (last === undefined) throw new Error('nothing was measured');
    rows.push({ ...last, units: commits });
    printTable(`${IN_FLIGHT} inspections in flight at once`, rows);
    console.log(
      `${WALKED} of them from the visit to the published result: ${commits} transactions, ` +
        `${((WALKED * 1_000) / last.ms).toFixed(1)} cases per second`,
    );

    const costs: Record<string, { transitions: number; budget: string }> = {};
    for (const [i, [name, walk]] of Object.entries(paths).entries()) {
      const one = numbers[i] ?? '';
      await walk(desk.acts, one);
      const run = desk.runOf(one);
      if (run === undefined) throw new Error(`no execution of ${one}`);
      const { transitions } = await runtime.executions.over(run.arn);
      costs[name] = { transitions, budget: transitions <= BUDGET ? `met (${BUDGET})` : 'MISSED' };
    }
    console.log('\nbillable transitions of an inspection');
    console.table(costs);
  } finally {
    await runtime.stop();
  }
}
