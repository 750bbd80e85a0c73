import { officeDeps } from '../../infra/local/demo/officeDeps.ts';
import { demoUsers } from '../../infra/local/demo/people.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoCredit } from '../../shared/adapters/dynamoCredit.ts';
import { DynamoInspections } from '../../shared/adapters/dynamoInspections.ts';
import { DynamoListings } from '../../shared/adapters/dynamoListings.ts';
import { DynamoPenalties } from '../../shared/adapters/dynamoPenalties.ts';
import { DynamoRepairs } from '../../shared/adapters/dynamoRepairs.ts';
import { DynamoTargetedOrders } from '../../shared/adapters/dynamoTargetedOrders.ts';
import { verifyChain } from '../../shared/audit/verifyChain.ts';
import { shanghaiDate } from '../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../shared/calendar/workingDays.ts';
import type { LookDeps } from '../../shared/listing/looking.ts';
import { cellsOf } from '../../shared/plan/cells.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { type AgencyOdds, agencyOdds } from '../../shared/plan/odds.ts';
import { publishPlan, savePlan } from '../../shared/plan/planCommands.ts';
import { inspectionSubject } from '../../shared/repair/inspectionSubject.ts';
import { penaltySubject } from '../../shared/repair/penaltySubject.ts';
import type { RepairDeps } from '../../shared/repair/ports.ts';
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
    books: new DynamoCredit(client, core, 'test'),
    today: () => shanghaiDate(now()),
    /** Ten in the morning of a day in Shanghai. */
    on: (day: string) => runtime.clock.set(`${day}T02:00:00Z`),
    /** Every worker once, in the order of the hand-overs. */
    async sweep(): Promise<void> {
      for (const name of workers) await run(name);
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
    /** A file of the public site, as anybody reads it; undefined when it is not there. */
    async file(path: string): Promise<string | undefined> {
      const answer = await fetch(`${runtime.addresses.publicity}/${path}`);
      const text = await answer.text();
      return answer.status === 404 ? undefined : text;
    },
    /** What the credit system holds about an agency: `key state`, by key. */
    held: (uscc: string): readonly string[] =>
      runtime.credit.holdings
        .current()
        .filter(({ subject }) => subject.uscc === uscc)
        .map(({ key, state }) => `${key} ${state}`),
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
