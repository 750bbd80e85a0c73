import { officeDeps } from '../../infra/local/demo/officeDeps.ts';
import { demoUsers } from '../../infra/local/demo/people.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoListings } from '../../shared/adapters/dynamoListings.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoRepairs } from '../../shared/adapters/dynamoRepairs.ts';
import { DynamoTargetedOrders } from '../../shared/adapters/dynamoTargetedOrders.ts';
import { verifyChain } from '../../shared/audit/verifyChain.ts';
import { type LocalDate, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../shared/calendar/workingDays.ts';
import type { InspectionCase } from '../../shared/inspection/inspectionCase.ts';
import { inspectionCaseId } from '../../shared/inspection/inspectionRows.ts';
import type { LookDeps } from '../../shared/listing/looking.ts';
import { cellsOf } from '../../shared/plan/cells.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { type AgencyOdds, agencyOdds } from '../../shared/plan/odds.ts';
import { publishPlan, savePlan } from '../../shared/plan/planCommands.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { inspectionSubject } from '../../shared/repair/inspectionSubject.ts';
import { penaltySubject } from '../../shared/repair/penaltySubject.ts';
import type { RepairDeps } from '../../shared/repair/ports.ts';
import { currentAssessment, type RiskLedger } from '../../shared/risk/ledger.ts';
import { riskCaseId } from '../../shared/risk/riskRows.ts';
import { people } from '../fixtures/drawWorld.ts';
import { drawDesk } from './drawDesk.ts';
import { inspectionDesk } from './inspectionDesk.ts';
import { penaltyDesk } from './penaltyDesk.ts';

/** The workers of the office in the order in which one hands over to the next, each run as its schedule runs it. */
const workers = [
  'inspection-reconciler',
  'lead-worker',
  'penalty-reconciler',
  'deadline-sweeper',
  'mail-worker',
  'credit-worker',
  'publicity-worker',
] as const;

/** Records that the site shows as open data. */
const kinds = ['results', 'penalties', 'listings'] as const;

const nobody = async (): Promise<void> => {};

/** Everything that a running local office does about findings: its desks, its workers, its site and its clock. */
export function consequenceDesk(runtime: LocalRuntime) {
  const { context } = runtime;
  const draws = drawDesk(runtime);
  const inspections = inspectionDesk(runtime, draws);
  const penalties = penaltyDesk(runtime, draws);
  const { client, core, cases, register } = draws;
  const { auditKey, now } = draws.deps;
  const calendar = async () => builtInCalendar;
  const plans = officeDeps(context, demoUsers(context.accounts, context.issuer));
  const shared = { cases, register, desk: draws.desk, auditKey, now };
  const listings: LookDeps & { readonly lists: DynamoListings } = {
    ...shared,
    calendar,
    lists: new DynamoListings(client, core),
    office: { listingPrefix: '京知名' },
    kick: { mail: nobody, publish: nobody },
    inspections: new DynamoInspections(client, core),
    targeted: {
      ...shared,
      orders: new DynamoTargetedOrders(client, core, cases),
      officeCode: 'BJIPO',
    },
  };
  const repairs: RepairDeps = {
    cases,
    subjects: {
      penalty: penaltySubject({
        penalties: penalties.deps,
        lists: new DynamoPenalties(client, core),
      }),
      inspection: inspectionSubject({ cases, lists: new DynamoInspections(client, core) }),
    },
    lists: new DynamoRepairs(client, core),
    desk: draws.desk,
    prefix: '京知修',
    kick: { mail: nobody, publish: nobody, credit: nobody, leads: nobody },
    calendar,
    auditKey,
    now,
  };
  const run = async (name: string): Promise<unknown> => {
    const answer = await runtime.invoke(name, {});
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return JSON.parse(answer.payload || 'null');
  };
  /** The same when a command has woken it already: only one of them works at a time, so it is run until it has worked. */
  const worked = async (name: string): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt++) {
      const report = Object(await run(name));
      if (report.busy !== true && report.ended !== 'elsewhere') return;
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`${name} is busy for ever`);
  };
  const row = async (uscc: string) => {
    const kept = await register.agency(uscc);
    if (kept === undefined) throw new Error(`${uscc} is in no register`);
    return kept.value;
  };
  const published = async (month: string): Promise<MonthPlan> => {
    const plan = (await draws.plans.published(month)).at(-1)?.plan;
    if (plan === undefined) throw new Error(`no plan of ${month} is published`);
    return plan;
  };

  /** A file of the public site, as anybody reads it; undefined when it is not there. */
  const file = async (path: string): Promise<string | undefined> => {
    const answer = await fetch(`${runtime.addresses.publicity}/${path}`);
    const text = await answer.text();
    return answer.status === 404 ? undefined : text;
  };

  return {
    draws,
    inspections,
    penalties,
    listings,
    repairs,
    register,
    run,
    row,
    published,
    today: () => shanghaiDate(now()),
    /** Ten in the morning of a day in Shanghai. */
    on: (day: string) => runtime.clock.set(`${day}T02:00:00Z`),
    /** Every worker once, in the order of the hand-overs. */
    async sweep(): Promise<void> {
      for (const name of workers) await worked(name);
    },
    /** Publishes a plan of a month, over the draft that stands. */
    async publish(plan: MonthPlan): Promise<void> {
      const draft = await plans.plans.plan(plan.month);
      const saved = await savePlan(plans, plan, draft?.version, people.supervisor);
      if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
      const out = await publishPlan(plans, plan.month, saved.value.version, people.supervisor);
      if (!out.ok) throw new Error(JSON.stringify(out.problems));
    },
    /** What the published plan of a month gives an agency by the register as it stands. */
    async odds(month: string, uscc: string): Promise<AgencyOdds | undefined> {
      const plan = await published(month);
      const cells = cellsOf(await register.agencies(), plan);
      if (!cells.ok) throw new Error(JSON.stringify(cells.problems));
      return agencyOdds(cells.value, plan).get(uscc);
    },
    file,
    /** Which kinds of records of an agency the open data of the site show. */
    async shown({ name }: Agency): Promise<readonly string[]> {
      const files = await Promise.all(kinds.map((kind) => file(`data/${kind}.json`)));
      return kinds.filter((_, i) => files[i]?.includes(name) === true);
    },
    /** What the credit system holds about an agency: `key state`, by key. */
    credited: ({ uscc }: Agency): readonly string[] =>
      runtime.credit.holdings
        .current()
        .filter(({ subject }) => subject.uscc === uscc)
        .map(({ key, state }) => `${key} ${state}`),
    /** The day on which the credit system first took in this state of a record, by its own clock. */
    creditedOn(key: string, state: string): LocalDate {
      const record = runtime.credit.holdings.taken().find((held) => held.key === key && held.state === state);
      if (record === undefined) throw new Error(`the credit system was never told: ${key} ${state}`);
      return shanghaiDate(record.at);
    },
    async inspection(number: string) {
      const stored = await cases.load<InspectionCase>(inspectionCaseId(number));
      if (stored === undefined) throw new Error(`no inspection ${number}`);
      return stored;
    },
    /** The penalty case that an inspection has led to. */
    async penaltyOf(number: string): Promise<string | undefined> {
      const stored = await cases.load<InspectionCase>(inspectionCaseId(number));
      if (stored === undefined) return undefined;
      const opened = await penalties.lists.ofSource(inspectionCaseId(number), stored.state.agency);
      return opened?.state.id;
    },
    /** The last day of a date of a penalty case. */
    async dueOf(id: string, kind: string): Promise<LocalDate | undefined> {
      const { deadlines } = (await penalties.caseOf(id)).state;
      return deadlines.find((stored) => stored.kind === kind)?.deadline.dueLegal;
    },
    /** The last assessment of an agency in its ledger. */
    async assessed({ uscc }: Agency) {
      const ledger = await cases.load<RiskLedger>(riskCaseId(uscc));
      return ledger === undefined ? undefined : currentAssessment(ledger.state);
    },
    /** Faults in the audit chain of a case; a case without a chain is one. */
    async faults(caseId: string): Promise<readonly unknown[]> {
      const head = await cases.load(caseId);
      const chain = await cases.chain(caseId);
      return head === undefined || chain.length === 0
        ? [`${caseId} has no chain`]
        : verifyChain(caseId, chain, head);
    },
  };
}

export type ConsequenceDesk = ReturnType<typeof consequenceDesk>;
