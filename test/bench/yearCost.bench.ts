import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functions } from '../../infra/functions.ts';
import { planByDice } from '../../infra/local/demo/plans.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { realAssembly, startOffice } from '../e2e/office.ts';
import { idleCost, total, wakeUpsAMonth } from '../infra/idleCost.ts';
import type { Template } from '../infra/synthesised.ts';
import { type Count, countCalls, countingDatabase, nothing } from './counting.ts';
import { printDecisions, printYear, type Scene } from './yearBill.ts';
import {
  filing,
  inspectionPages,
  mirrored,
  monthlyDraw,
  monthOfVisits,
  penalty,
  rebuild,
  repair,
  WALKED,
  work,
  type YearOffice,
  yearOffice,
} from './yearScenes.ts';

/** A year of Beijing. */
const AGENCIES = 3_600;
const INSPECTORS = 80;
const A_MONTH = { inspections: 100, complaints: 300, reports: 200, penalties: 8, repairs: 5 };
const MIRRORED = 30;
/** Inspections that are published in the middle of the year against those that are replayed: lists are that much longer. */
const LONGER = (6.5 * A_MONTH.inspections) / WALKED;

/** Times a year that the pages are rebuilt because something was decided that the public sees, if none coincide. */
const REBUILDS = 12 * (A_MONTH.inspections + A_MONTH.penalties * 2 + A_MONTH.repairs) + MIRRORED * 2 + 12 * 6;

const everyFewMinutes = functions.filter(({ schedule }) => schedule?.expression.startsWith('cron(*/'));
const longer = (count: Count): Count => ({
  ...count,
  readUnits: count.readUnits * LONGER,
  gigabyteSeconds: count.gigabyteSeconds * LONGER,
});

interface Replayed {
  readonly name: string;
  /** Times a year; what it does at once counts as so many. */
  readonly times: number;
  readonly replay: (office: YearOffice) => Promise<number>;
  /** The same in the middle of the year. */
  readonly scaled?: (count: Count) => Count;
}

const once = (replay: (office: YearOffice) => Promise<unknown>) => async (office: YearOffice) => {
  await replay(office);
  return 1;
};

/** In their order: a repair needs a penalty, and moves the clock. */
const scenes: readonly Replayed[] = [
  { name: 'monthly draw, 100 visits noticed', times: 12, replay: monthlyDraw },
  ...everyFewMinutes.map(
    ({ name, schedule }): Replayed => ({
      name: `wake-up of ${name}`,
      times: 12 * wakeUpsAMonth(schedule?.expression ?? ''),
      replay: once((office) => work(office, name)),
    }),
  ),
  { name: 'inspection', times: 12 * A_MONTH.inspections, replay: monthOfVisits },
  { name: 'pages of an inspection', times: 12 * A_MONTH.inspections, replay: inspectionPages },
  { name: 'complaint', times: 12 * A_MONTH.complaints, replay: (office) => filing(office, 'settle') },
  { name: 'report', times: 12 * A_MONTH.reports, replay: (office) => filing(office, 'check') },
  {
    name: 'penalty',
    times: 12 * A_MONTH.penalties,
    replay(office) {
      // The charges of the replayed case are of this summer.
      office.runtime.clock.set('2026-07-06T02:00:00Z');
      return penalty(office);
    },
  },
  {
    name: 'rebuild of the site',
    times: REBUILDS,
    replay: rebuild,
    scaled: longer,
  },
  { name: 'listing by the mirror', times: MIRRORED, replay: mirrored },
  {
    name: 'nightly comparison',
    times: 365,
    replay: once((office) => work(office, 'credit-reconciler')),
    scaled: longer,
  },
  {
    name: 'anchor of the audit chains',
    times: 365,
    replay: once((office) => work(office, 'audit-anchor')),
    scaled: longer,
  },
  { name: 'repair', times: 12 * A_MONTH.repairs, replay: repair },
];

const transitionsOf = (runtime: LocalRuntime) =>
  runtime.executions.list().reduce((sum, { transitions }) => sum + transitions, 0);

/**
 * What a year of Beijing costs: a draw of a month with all its inspections, a complaint, a report, a penalty, a listing
 * and a repair are brought to their ends in an office with all agencies, by the domain, the functions and the machines as
 * they are bundled; everything that AWS would bill is counted and multiplied. Not in it: what is stored, traffic out of
 * AWS and the mail provider.
 */
export async function run(): Promise<void> {
  let present = nothing();
  const decisions = new Map<string, number[]>();
  const database = await countingDatabase(
    () => present,
    (decision, units) => decisions.set(decision, [...(decisions.get(decision) ?? []), units]),
  );
  process.env['LOCAL_DYNAMODB_ENDPOINT'] = database.endpoint;
  try {
    const runtime = await startOffice({ agencies: AGENCIES, inspectors: INSPECTORS, plan: monthOfBeijing() });
    try {
      countCalls(runtime, () => present);
      const office = await yearOffice(runtime);
      decisions.clear();
      const counted: Scene[] = [];
      for (const { name, times, replay, scaled = (count: Count) => count } of scenes) {
        present = nothing();
        const before = transitionsOf(runtime);
        const begun = performance.now();
        const units = await replay(office);
        await runtime.lambda.idle();
        present.transitions = transitionsOf(runtime) - before;
        console.log(`${name}: replayed ${units} in ${Math.round(performance.now() - begun)} ms`);
        counted.push({ name, times, units, count: scaled(present) });
      }
      printYear(counted, 12 * total(idleCost(await standingTemplate())));
      printDecisions(decisions);
    } finally {
      await runtime.stop();
    }
  } finally {
    delete process.env['LOCAL_DYNAMODB_ENDPOINT'];
    await database.close();
  }
}

/** A plan that draws about a hundred agencies and can be held at once. */
function monthOfBeijing() {
  const ppm = Math.round((A_MONTH.inspections / AGENCIES) * 1_000_000);
  const every = { kind: '*', riskClass: '*', recency: '*', district: '*' } as const;
  return {
    ...planByDice(shanghaiDate(new Date())),
    objectionWorkingDays: 0,
    rates: [{ ...every, ppm, round: 'exact' as const }],
  };
}

/** The template that was run, for what it costs when nobody uses it. */
async function standingTemplate(): Promise<Template> {
  const folder = await realAssembly();
  const file = readdirSync(folder).find((name) => name.endsWith('.template.json')) ?? '';
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
