import { setTimeout as pause } from 'node:timers/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { accept } from '../../shared/complaint/accepting.ts';
import { endMediation, tell } from '../../shared/complaint/mediating.ts';
import { decideReport, proposeDecision, verify } from '../../shared/complaint/verifying.ts';
import { publicityRow } from '../../shared/draw/ceremony/drawRows.ts';
import { inParallel } from '../../shared/inParallel.ts';
import { endListing, proposeRemoval } from '../../shared/listing/ending.ts';
import { followDecision } from '../../shared/listing/looking.ts';
import { PENALTIES_SUBJECT } from '../../shared/penalty/penaltyRows.ts';
import { close, recordCorrection, recordPayment } from '../../shared/penalty/performing.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { decideRepair } from '../../shared/repair/carryingOut.ts';
import { complaintDesk } from '../e2e/complaintDesk.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { inspectionDesk, type LiveInspections } from '../e2e/inspectionDesk.ts';
import { thisMonth } from '../e2e/office.ts';
import { type LivePenalties, penaltyDesk } from '../e2e/penaltyDesk.ts';
import { Visitor } from '../e2e/visitor.ts';
import { people } from '../fixtures/drawWorld.ts';
import { clean } from '../fixtures/inspectionActs.ts';
import { listingWorld } from '../fixtures/listingWorld.ts';
import { testDraft } from '../fixtures/penaltyWorld.ts';
import { repairWorld } from '../fixtures/repairWorld.ts';
import { file } from './citizen.ts';

/** What happens in a year of Beijing, each brought to its end once on a running local office. */

const WIDTH = 8;
/** One in so many inspections finds something that has to be put right. */
const FINDS = 5;

/** Pages that the office opens for a case, those of its acts among them: the acts themselves go to the domain. */
const PAGES = { complaint: 20, inspection: 12, penalty: 40, listing: 8, repair: 10 };

export interface YearOffice {
  readonly runtime: LocalRuntime;
  readonly draws: LiveDesk;
  readonly inspections: LiveInspections;
  readonly penalties: LivePenalties;
  /** Agencies of the register that no scene has used yet. */
  readonly next: () => Agency;
  /** Inspections of the month that was drawn. */
  readonly visits: string[];
  /** Penalties that are published and performed, with their agencies. */
  readonly punished: { readonly id: string; readonly agency: Agency }[];
}

export async function yearOffice(runtime: LocalRuntime): Promise<YearOffice> {
  const draws = drawDesk(runtime);
  // The register is read once for the bench, not for the office.
  const patent = (await draws.register.agencies()).filter(
    ({ kinds, status, listing }) => kinds.includes('patent') && status !== 'closed' && listing === 'none',
  );
  return {
    runtime,
    draws,
    inspections: inspectionDesk(runtime, draws),
    penalties: penaltyDesk(runtime, draws),
    next() {
      const agency = patent.pop();
      if (agency === undefined) throw new Error('the register has no more agencies');
      return agency;
    },
    visits: [],
    punished: [],
  };
}

/** Runs functions as a kick or their schedule would, one after the other, and waits for what they wake. */
export async function work(
  { runtime }: Pick<YearOffice, 'runtime'>,
  ...names: readonly string[]
): Promise<void> {
  for (const name of names) {
    const answer = await runtime.invoke(name, {});
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
  await runtime.lambda.idle();
}

const FOLLOWERS = ['lead-worker', 'mail-worker', 'credit-worker'] as const;

async function look({ runtime }: YearOffice, path: string, times: number): Promise<void> {
  const office = await new Visitor(runtime.addresses).signIn('supervisor');
  for (let page = 0; page < times; page++) {
    const { status } = await office.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
  }
}

async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await reached())) {
    if (Date.now() > end) throw new Error('a state was not reached');
    await pause(20);
  }
}

/** A month's draw from its opening to the notices: every visit of the month is opened and its papers are mailed. */
export async function monthlyDraw(office: YearOffice): Promise<number> {
  const { runtime, inspections, visits } = office;
  visits.push(...(await inspections.hold(thisMonth(runtime))));
  await work(office, 'inspection-reconciler', 'mail-worker', 'publicity-worker');
  await until(() => inspections.runOf(visits.at(-1) ?? '')?.waitingIn === 'AwaitVisit');
  return 1;
}

/** Visits of the month that are made; the others wait. */
export const WALKED = 40;

/** Some visits of the month to the published result; some of them find something that is put right and checked again. */
export async function monthOfVisits(office: YearOffice): Promise<number> {
  const { inspections, visits } = office;
  const { acts } = inspections;
  const reached = (number: string, status: string) =>
    until(async () => (await acts.load(number)).status === status);
  const walked = visits.slice(0, WALKED);
  await inParallel([...walked.entries()], WIDTH, async ([i, number]) => {
    const finds = i % FINDS === 0;
    await acts.visit(number, finds ? { ...clean, results: ['rectification_ordered'] } : clean);
    await acts.approve(number, finds ? { rectify: true, rectifyDays: 15, rectifyText: '请限期改正' } : {});
    if (finds) {
      await reached(number, 'rectifying');
      await acts.answerRectification(number);
      await acts.recheck(number);
      await acts.confirmRecheck(number);
    }
    await reached(number, 'closed');
  });
  await work(office, ...FOLLOWERS);
  return walked.length;
}

/** What the office reads of one inspection. */
export async function inspectionPages(office: YearOffice): Promise<number> {
  const [first = ''] = office.visits;
  await look(office, `/inspections/${first}`, PAGES.inspection);
  return 1;
}

/** A complaint that is mediated, or a report that is verified and filed: from the form to its end. */
export async function filing({ runtime }: YearOffice, wish: 'settle' | 'check'): Promise<number> {
  await file(runtime, wish);
  const desk = complaintDesk(runtime, drawDesk(runtime));
  const kind = wish === 'settle' ? 'complaint' : 'report';
  const id =
    (await desk.lists.ofMonth(thisMonth(runtime))).find(({ state }) => state.kind === kind)?.state.id ?? '';
  const visitor = await new Visitor(runtime.addresses).signIn('supervisor');
  for (let page = 0; page < PAGES.complaint; page++) await visitor.get(`/complaints/${id}`);
  const waits = (state: string) => until(() => desk.runOf(id)?.waitingIn === state);
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
    const proposal = { outcome: 'filed', reason: '初步查明', inspect: false } as const;
    await desk.give(id, 'propose-decision', proposeDecision, proposal);
    await desk.give(id, 'decide', decideReport, { agrees: true }, people.approver);
  }
  const run = desk.runOf(id);
  const over = run === undefined ? undefined : await runtime.executions.over(run.arn);
  if (over?.status !== 'SUCCEEDED') throw new Error(`the ${kind} did not come to its end`);
  await work({ runtime }, 'mail-worker', 'filer-mail-worker', 'lead-worker');
  return 1;
}

/** A penalty from its lead to the closed file: noticed, defended, decided, served, published, paid, put right. */
export async function penalty(office: YearOffice): Promise<number> {
  const { penalties } = office;
  const agency = office.next();
  const { name, uscc, district } = agency;
  const id = await penalties.served(testDraft(), { party: { kind: 'agency', name, uscc, district } });
  await until(async () => (await penalties.caseOf(id)).status === 'performing');
  const amount = (await penalties.caseOf(id)).state.decision?.fine ?? 0;
  const on = penalties.today();
  await penalties.give(id, 'record-payment', recordPayment, { on, amount, receipt: 'A1' });
  await penalties.give(id, 'record-correction', recordCorrection, { on });
  await penalties.give(id, 'close', close, { reason: '履行完毕' });
  office.punished.push({ id, agency });
  await look(office, `/penalties/${id}`, PAGES.penalty);
  await work(office, ...FOLLOWERS);
  return 1;
}

/** The site once more, after something of a penalty has changed. */
export async function rebuild(office: YearOffice): Promise<number> {
  const { client, core, deps } = office.draws;
  const { row } = publicityRow(PENALTIES_SUBJECT, `${deps.now().toISOString().slice(0, 19)}Z`);
  await client.send(new PutCommand({ TableName: core, Item: row }));
  await work(office, 'publicity-worker');
  return 1;
}

/** An agency without an annual report: mirrored, decided, visited by order, cured, removed. */
export async function mirrored(office: YearOffice): Promise<number> {
  const { draws, runtime } = office;
  const { client, core, cases } = draws;
  const { auditKey, now } = draws.deps;
  const world = listingWorld({ client, store: cases, core }, undefined, { auditKey, now });
  const on = shanghaiDate(now());
  const { uscc } = office.next();
  const id = await world.listed(
    uscc,
    { ground: 'annual-report-late', facts: '未按规定提交年度报告。' },
    { source: { type: 'mirror', year: 2026, on }, origin: `mirror/2026/${uscc}` },
  );
  await followDecision(world.deps, id);
  await world.give(id, 'propose-removal', proposeRemoval, { curedOn: on, reason: '已经补报。' });
  const ended = await endListing(world.deps, id, { reason: 'cured', on }, people.approver);
  if (!ended.ok) throw new Error(JSON.stringify(ended.problems));
  await look(office, `/listings/${id}`, PAGES.listing);
  await work({ runtime }, ...FOLLOWERS);
  return 1;
}

/** A repair of a performed penalty on the first day on which it can be: applied, accepted, decided, carried out. */
export async function repair(office: YearOffice): Promise<number> {
  const { draws, penalties, punished } = office;
  const { client, core, cases } = draws;
  const next = punished.shift();
  if (next === undefined) throw new Error('nobody was punished');
  const world = repairWorld({ client, store: cases, core }, undefined, next.agency.uscc, penalties);
  const id = await world.proposed(next.id);
  const decided = await decideRepair(world.deps, id, { agrees: true, reason: '' }, people.approver);
  if (!decided.ok || decided.value.status !== 'carried-out')
    throw new Error('the repair was not carried out');
  await look(office, `/repairs/${id}`, PAGES.repair);
  await work(office, ...FOLLOWERS);
  return 1;
}
