import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseStore, RowPut, StoredCase } from '../case/caseStore.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import { ok, problem, type Result, refuse } from '../problem.ts';
import { instantOf, keyedDigests } from '../register/commands/deps.ts';
import type { RegisterStore } from '../register/registerStore.ts';
import { cellsOf } from './cells.ts';
import { type MonthPlan, monthPlanSchema } from './monthPlan.ts';
import {
  type PlanCase,
  type PlanCommand,
  type PublishedPlan,
  planCaseId,
  planTransitions,
  type WitnessUser,
} from './planCase.ts';
import { publishProblems, rateProblems } from './planChecks.ts';
import { markPut, PLAN_LIST, type PlanStore, publishedKey } from './planStore.ts';
import { readPlanForm } from './readForm.ts';

export type StoredPlan = StoredCase<PlanCase>;

export interface PlanDeps {
  readonly cases: CaseStore;
  readonly plans: PlanStore;
  readonly register: Pick<RegisterStore, 'items' | 'agencies'>;
  readonly users: (ids: readonly string[]) => Promise<readonly WitnessUser[]>;
  /** Number of the draw that stands for the month (open or published, not voided), if any. */
  readonly standingDraw: (month: string) => Promise<string | undefined>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** A plan of the right form, or every fault with its field. */
export function readMonthPlan(value: unknown): Result<MonthPlan> {
  const read = readPlanForm(monthPlanSchema, value);
  if (!read.ok) return read;
  const problems = rateProblems(read.value);
  return problems.length > 0 ? refuse(...problems) : read;
}

const actOf = (actor: Actor, at: string) => ({ by: actor.userId, name: actor.name, at });

/**
 * Writes the draft of a month. `version` is the case version that the form was made from, `undefined` for a
 * month without a plan. Problems: those of the form, `plan.role`, `plan.status`, `plan.edit.stale`.
 */
export async function savePlan(
  deps: PlanDeps,
  value: unknown,
  version: number | undefined,
  actor: Actor,
): Promise<Result<StoredPlan>> {
  const read = readMonthPlan(value);
  if (!read.ok) return read;
  const plan = read.value;
  const before = await deps.plans.plan(plan.month);
  const refused = refusal('save-draft', before?.status ?? 'draft', actor);
  if (refused !== undefined) return refused;
  if (before?.version !== version) return problem('plan.edit.stale');
  const at = instantOf(deps.now());
  const state: PlanCase = {
    month: plan.month,
    version: before?.state.version ?? 1,
    plan,
    saved: actOf(actor, at),
    ...(before?.state.reopened === undefined ? {} : { reopened: before.state.reopened }),
  };
  return commitPlan(deps, { before, command: 'save-draft', to: 'draft', state, actor, at });
}

/**
 * Publishes the draft as its next version. Problems: `plan.unknown`, `plan.role`, `plan.status`,
 * `plan.edit.stale`, those of `publishProblems` and of `cellsOf`.
 */
export async function publishPlan(
  deps: PlanDeps,
  month: string,
  version: number,
  actor: Actor,
): Promise<Result<StoredPlan>> {
  const before = await deps.plans.plan(month);
  if (before === undefined) return problem('plan.unknown', { month });
  const refused = refusal('publish', before.status, actor);
  if (refused !== undefined) return refused;
  if (before.version !== version) return problem('plan.edit.stale');
  const { plan } = before.state;
  const at = instantOf(deps.now());
  const [items, users, agencies, mark, calendar] = await Promise.all([
    deps.register.items(),
    deps.users(plan.witnesses.map(({ userId }) => userId)),
    deps.register.agencies(),
    deps.plans.mark(month),
    deps.calendar(),
  ]);
  const problems = publishProblems(plan, { items, users, calendar, at });
  if (problems.length > 0) return refuse(...problems);
  const cells = cellsOf(agencies, plan);
  if (!cells.ok) return cells;
  const published = actOf(actor, at);
  const kept: PublishedPlan = { month, version: before.state.version, plan, published };
  return commitPlan(deps, {
    before,
    command: 'publish',
    to: 'published',
    state: { ...before.state, published },
    actor,
    at,
    rows: [
      { row: { ...publishedKey(month, kept.version), published: kept }, expect: 'absent' },
      markPut(month, mark, { standing: 1, version: kept.version }),
      publicityRow(`plan/${month}`, at),
    ],
  });
}

/**
 * Takes a published plan back so that it can be changed, as the next version; what was published stays
 * public. Not while a draw of the month stands: `plan.reopen.draw`. `form` is the key of the form that asked.
 */
export async function reopenPlan(
  deps: PlanDeps,
  month: string,
  reason: string,
  actor: Actor,
  form?: string,
): Promise<Result<StoredPlan>> {
  const before = await deps.plans.plan(month);
  if (before === undefined) return problem('plan.unknown', { month });
  const refused = refusal('reopen', before.status, actor);
  if (refused !== undefined) return refused;
  if (reason.trim() === '') return problem('plan.reopen.reason', undefined, 'reason');
  // The mark first: a draw that is opened after this moves it, and the commit below fails.
  const mark = await deps.plans.mark(month);
  const draw = await deps.standingDraw(month);
  if (draw !== undefined) return problem('plan.reopen.draw', { number: draw });
  const at = instantOf(deps.now());
  const { published: _published, ...state } = before.state;
  return commitPlan(deps, {
    before,
    command: 'reopen',
    to: 'draft',
    state: {
      ...state,
      version: state.version + 1,
      reopened: {
        ...actOf(actor, at),
        reason: reason.trim(),
        ...(form === undefined ? {} : { form }),
      },
    },
    actor,
    at,
    rows: [markPut(month, mark, { standing: 0, version: state.version })],
  });
}

function refusal(command: PlanCommand, status: string, actor: Actor): Result<never> | undefined {
  const line = transitionOf(planTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('plan.role');
  return line.from.some((from) => from === status) ? undefined : problem('plan.status', { status });
}

interface PlanChange {
  readonly before: StoredPlan | undefined;
  readonly command: PlanCommand;
  readonly to: 'draft' | 'published';
  readonly state: PlanCase;
  readonly actor: Actor;
  readonly at: string;
  readonly rows?: readonly RowPut[];
}

async function commitPlan(deps: PlanDeps, change: PlanChange): Promise<Result<StoredPlan>> {
  const { before, state, to, at } = change;
  const outcome = await deps.cases.commit<PlanCase>({
    caseId: planCaseId(state.month),
    before,
    status: to,
    state,
    index: { glpk: PLAN_LIST, glsk: state.month, title: state.plan.title },
    audit: {
      kind: 'plan',
      command: change.command,
      from: before?.status ?? '',
      to,
      actor: change.actor.userId,
      at,
      digests: keyedDigests(await deps.auditKey(), {
        plan: state.plan,
        ...(state.reopened === undefined ? {} : { reason: state.reopened.reason }),
      }),
    },
    ...(change.rows === undefined ? {} : { rows: change.rows }),
  });
  return outcome.ok ? ok(outcome.case) : problem('plan.edit.stale');
}
