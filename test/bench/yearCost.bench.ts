import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { accept } from '../../shared/complaint/accepting.ts';
import { endMediation, tell } from '../../shared/complaint/mediating.ts';
import { decideReport, proposeDecision, verify } from '../../shared/complaint/verifying.ts';
import { complaintDesk } from '../e2e/complaintDesk.ts';
import { drawDesk } from '../e2e/drawDesk.ts';
import { AT_ONCE, realAssembly, startOffice } from '../e2e/office.ts';
import { Visitor } from '../e2e/visitor.ts';
import { people } from '../fixtures/drawWorld.ts';
import { idleCost, total } from '../infra/idleCost.ts';
import { prices } from '../infra/prices.ts';
import type { Template } from '../infra/synthesised.ts';
import { file } from './citizen.ts';
import { type Count, countCalls, countingDatabase, type Kind, kinds, nothing } from './counting.ts';

/** Filings in a month of Beijing, and how many of them are complaints; the others are reports. */
const A_MONTH = 500;
const COMPLAINTS = 300;
const GOAL_USD = 60;
/** Pages that the office opens for a case, those of its acts among them: the acts themselves go to the domain. */
const DESK_PAGES = 20;

/** Replays one filing to the end of its case: what it asked of AWS. */
async function replay(runtime: LocalRuntime, wish: 'settle' | 'check', count: Count): Promise<void> {
  await file(runtime, wish);
  const desk = complaintDesk(runtime, drawDesk(runtime));
  const month = new Date(runtime.clock.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  const kind = wish === 'settle' ? 'complaint' : 'report';
  const id = (await desk.lists.ofMonth(month)).find(({ state }) => state.kind === kind)?.state.id ?? '';
  const office = await new Visitor(runtime.addresses).signIn('supervisor');
  for (let page = 0; page < DESK_PAGES; page++) await office.get(`/complaints/${id}`);
  const waits = async (state: string) => {
    while (desk.runOf(id)?.waitingIn !== state) await pause(20);
  };
  await desk.assign(id);
  if (kind === 'complaint') {
    await desk.give(id, 'accept', accept, undefined);
    await waits('AwaitMediation');
    await desk.give(id, 'end-mediation', endMediation, { ground: 'no-agreement', reason: '一方不同意' });
    await waits('AwaitTelling');
    await desk.give(id, 'tell', tell, { to: 'both', how: 'post' });
  } else {
    await desk.give(id, 'verify', verify, undefined);
    await waits('AwaitDecision');
    await desk.give(id, 'propose-decision', proposeDecision, {
      outcome: 'filed',
      reason: '初步查明',
      inspect: false,
    });
    await desk.give(id, 'decide', decideReport, { agrees: true }, people.approver);
  }
  const run = desk.runOf(id);
  const over = run === undefined ? undefined : await runtime.executions.over(run.arn);
  if (over?.status !== 'SUCCEEDED') throw new Error(`the ${kind} did not come to its end`);
  count.transitions += over.transitions;
  for (const worker of ['mail-worker', 'filer-mail-worker']) await runtime.invoke(worker, {});
  await runtime.lambda.idle();
}

const usd = (count: Count) => kinds.reduce((sum, kind) => sum + count[kind] * prices[kind], 0);

/**
 * What complaints and reports cost in a year of Beijing: one of each is filed over HTTP and brought to its end by the
 * functions and the machine as they are bundled, everything that AWS would bill is counted, and multiplied. Besides
 * that, the year has its idle cost. Draws, inspections, storage and traffic are not in it.
 */
export async function run(): Promise<void> {
  let present = nothing();
  const database = await countingDatabase(() => present);
  process.env['LOCAL_DYNAMODB_ENDPOINT'] = database.endpoint;
  try {
    const runtime = await startOffice({ agencies: 12, inspectors: 4, plan: AT_ONCE });
    try {
      countCalls(runtime, () => present);
      const counts: Record<string, Count> = {};
      for (const [name, wish] of [
        ['complaint', 'settle'],
        ['report', 'check'],
      ] as const) {
        present = nothing();
        counts[name] = present;
        await replay(runtime, wish, present);
      }
      const year: Readonly<Record<string, number>> = {
        complaint: 12 * COMPLAINTS,
        report: 12 * (A_MONTH - COMPLAINTS),
      };
      console.table(
        Object.fromEntries(
          [...kinds, 'USD a year'].map((kind) => [
            kind,
            Object.fromEntries(
              Object.entries(counts).map(([name, count]) => [
                name,
                kind === 'USD a year'
                  ? Number(((year[name] ?? 0) * usd(count)).toFixed(2))
                  : Number(count[kind as Kind].toFixed(1)),
              ]),
            ),
          ]),
        ),
      );
      const cases = Object.entries(counts).reduce(
        (sum, [name, one]) => sum + (year[name] ?? 0) * usd(one),
        0,
      );
      const idle = 12 * total(idleCost(await standingTemplate()));
      const verdict = cases + idle <= GOAL_USD ? 'met' : 'MISSED';
      console.log(
        `a year: ${12 * A_MONTH} filings ${cases.toFixed(2)} USD + idle ${idle.toFixed(2)} USD = ${(cases + idle).toFixed(2)} USD, ${verdict} (${GOAL_USD} USD with draws and inspections)`,
      );
    } finally {
      await runtime.stop();
    }
  } finally {
    delete process.env['LOCAL_DYNAMODB_ENDPOINT'];
    await database.close();
  }
}

/** The template that was run, for what it costs when nobody uses it. */
async function standingTemplate(): Promise<Template> {
  const folder = await realAssembly();
  const file = readdirSync(folder).find((name) => name.endsWith('.template.json')) ?? '';
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
