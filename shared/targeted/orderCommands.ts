import { shanghaiDate } from '../calendar/localDate.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { instantOf } from '../register/commands/deps.ts';
import { agencyProblems, MOST_REASON, termsProblems } from './orderChecks.ts';
import { type OrderChange, orderCommit } from './orderCommit.ts';
import type { TargetedDeps } from './ports.ts';
import {
  type OrderCommand,
  type OrderStatus,
  type OrderTerms,
  orderCaseId,
  orderTransitions,
  type StoredOrder,
  type TargetedOrder,
} from './targetedOrder.ts';

type GivenCommand = Exclude<OrderCommand, 'order' | 'assign' | 'release' | 'conclude'>;
type Decided = Result<Pick<OrderChange, 'state' | 'seal'>>;
type Act = TargetedOrder['ordered'];

/**
 * Gives a person's command to one order as that person saw it: `version` is the case version of the page, so that
 * nobody approves terms that were changed meanwhile.
 *
 * Problems: `targeted.unknown`, `targeted.role`, `targeted.status`, `case.stale`, and what is refused in `decide`.
 */
async function give(
  deps: TargetedDeps,
  order: { readonly number: string; readonly version: number },
  command: GivenCommand,
  actor: Actor,
  decide: (stored: StoredOrder, act: Act) => Promise<Decided> | Decided,
): Promise<Result<StoredOrder>> {
  const before = await deps.cases.load<TargetedOrder>(orderCaseId(order.number));
  if (before === undefined) return problem('targeted.unknown', { number: order.number });
  const line = transitionOf(orderTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('targeted.role');
  const status = before.status as OrderStatus;
  if (!line.from.includes(status)) return problem('targeted.status', { status });
  if (before.version !== order.version) return problem('case.stale');
  const at = instantOf(deps.now());
  const decided = await decide(before, { by: actor.userId, name: actor.name, at });
  if (!decided.ok) return decided;
  const to = line.to === 'same' ? status : (line.to[0] ?? status);
  const change = { before, command, to, actor, at, ...decided.value };
  const outcome = await deps.cases.commit(orderCommit(change, await deps.auditKey()));
  return outcome.ok ? ok(outcome.case) : problem('case.stale');
}

export interface OrderRef {
  readonly number: string;
  readonly version: number;
}

/** What speaks against these terms for this order today; the agency as the register has it now. */
async function problemsNow(
  deps: TargetedDeps,
  { uscc, ground }: TargetedOrder,
  terms: OrderTerms,
): Promise<readonly Problem[]> {
  const [kept, items] = await Promise.all([deps.register.agency(uscc), deps.register.items()]);
  const agency = kept?.value;
  const today = shanghaiDate(deps.now());
  const found = agencyProblems(uscc, agency, ground, today);
  if (agency === undefined || found.length > 0) return found;
  return termsProblems(terms, { agency, ground, items, today });
}

/** Writes or changes what the visit is to be about, as long as nobody has decided. */
export function amendOrder(
  deps: TargetedDeps,
  order: OrderRef,
  terms: OrderTerms,
  actor: Actor,
): Promise<Result<StoredOrder>> {
  return give(deps, order, 'amend', actor, async ({ state }, act) => {
    const problems = await problemsNow(deps, state, terms);
    if (problems.length > 0) return refuse(...problems);
    const written = { ...terms, reason: terms.reason.trim(), written: act };
    return ok({ state: { ...state, terms: written }, seal: { terms } });
  });
}

/** 行政机关负责人批准 (国办发〔2024〕54号), by somebody who neither ordered the visit nor wrote its terms. */
export function approveOrder(
  deps: TargetedDeps,
  order: OrderRef,
  actor: Actor,
): Promise<Result<StoredOrder>> {
  return give(deps, order, 'approve', actor, async ({ state }, act) => {
    const { terms } = state;
    if (terms === undefined) return problem('targeted.terms.missing');
    if ([state.ordered.by, terms.written.by].includes(actor.userId)) return problem('targeted.four_eyes');
    const problems = await problemsNow(deps, state, terms);
    if (problems.length > 0) return refuse(...problems.map(({ field: _, ...one }) => one));
    return ok({ state: { ...state, approved: act } });
  });
}

/** The approver does not want the visit; ends the order. */
export function refuseOrder(
  deps: TargetedDeps,
  order: OrderRef,
  reason: string,
  actor: Actor,
): Promise<Result<StoredOrder>> {
  return give(deps, order, 'refuse', actor, ({ state }, act) => {
    if ([state.ordered.by, state.terms?.written.by].includes(actor.userId))
      return problem('targeted.four_eyes');
    const given = readReason(reason);
    if (!given.ok) return given;
    return ok({
      state: { ...state, refused: { ...act, reason: given.value } },
      seal: { reason: given.value },
    });
  });
}

/** The ground has gone, or the visit is not wanted any more. Not once a draw was opened for it. */
export function withdrawOrder(
  deps: TargetedDeps,
  order: OrderRef,
  reason: string,
  actor: Actor,
): Promise<Result<StoredOrder>> {
  return give(deps, order, 'withdraw', actor, ({ state }, act) => {
    const given = readReason(reason);
    if (!given.ok) return given;
    return ok({
      state: { ...state, withdrawn: { ...act, reason: given.value } },
      seal: { reason: given.value },
    });
  });
}

function readReason(text: string): Result<string> {
  const reason = text.trim();
  if (reason === '') return problem('targeted.reason.missing', undefined, 'reason');
  return reason.length > MOST_REASON
    ? problem('targeted.text.long', { max: MOST_REASON }, 'reason')
    : ok(reason);
}
