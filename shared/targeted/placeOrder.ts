import { shanghaiDate, yearOf } from '../calendar/localDate.ts';
import { transitionOf } from '../case/transition.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { counterPut } from '../draw/ceremony/drawRows.ts';
import type { TargetedGround } from '../law/targetedGrounds.ts';
import { ok, problem, type Result, refuse } from '../problem.ts';
import { instantOf } from '../register/commands/deps.ts';
import { agencyProblems, referenceProblems, termsProblems } from './orderChecks.ts';
import { orderCommit } from './orderCommit.ts';
import type { TargetedDeps } from './ports.ts';
import {
  type OrderTerms,
  orderSequence,
  orderTransitions,
  originKey,
  type TargetedOrder,
} from './targetedOrder.ts';

const ATTEMPTS = 12;

export interface NewOrder {
  readonly uscc: string;
  readonly ground: TargetedGround;
  readonly reference: string;
  /** Absent in a proposal of the system, which a supervisor completes. */
  readonly terms?: OrderTerms;
  /** The case that proposes it. */
  readonly source?: string;
  /** Key of the form or id of the case: the same one makes one order, however often it is sent. */
  readonly origin: string;
}

export interface PlacedOrder {
  readonly number: string;
  /** False when the same origin had made it before. */
  readonly fresh: boolean;
}

/**
 * Orders an inspection of one agency. Problems: `targeted.role`, those of the checks with their fields,
 * `targeted.busy`.
 */
export async function placeOrder(
  deps: TargetedDeps,
  wanted: NewOrder,
  actor: Actor,
): Promise<Result<PlacedOrder>> {
  const line = transitionOf(orderTransitions, 'order');
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('targeted.role');
  const { uscc, ground, terms } = wanted;
  const instant = deps.now();
  const today = shanghaiDate(instant);
  const [kept, items] = await Promise.all([deps.register.agency(uscc), deps.register.items()]);
  const agency = kept?.value;
  const problems = [
    ...agencyProblems(uscc, agency, ground, today),
    ...referenceProblems(wanted.reference),
    ...(terms === undefined || agency === undefined
      ? []
      : termsProblems(terms, { agency, ground, items, today })),
  ];
  if (agency === undefined || problems.length > 0) return refuse(...problems);
  const at = instantOf(instant);
  const act = { by: actor.userId, name: actor.name, at };
  const sequence = orderSequence(yearOf(today));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const made = await deps.orders.madeFrom(wanted.origin);
    if (made !== undefined) return ok({ number: made, fresh: false });
    const last = await deps.desk.counter(sequence);
    const number = `${deps.officeCode}-${yearOf(today)}-TG${String(last + 1).padStart(4, '0')}`;
    const state: TargetedOrder = {
      number,
      uscc,
      agencyName: agency.name,
      ground,
      reference: wanted.reference.trim(),
      ...(wanted.source === undefined ? {} : { source: wanted.source }),
      ordered: act,
      ...(terms === undefined ? {} : { terms: { ...terms, reason: terms.reason.trim(), written: act } }),
      voids: [],
    };
    const commit = orderCommit(
      {
        before: undefined,
        command: 'order',
        to: 'ordered',
        state,
        actor,
        at,
        seal: {
          reference: state.reference,
          ...(wanted.source === undefined ? {} : { source: wanted.source }),
          ...(terms === undefined ? {} : { terms }),
        },
      },
      await deps.auditKey(),
    );
    const rows = [
      counterPut(sequence, last, 1),
      { row: { ...originKey(wanted.origin), number }, expect: 'absent' as const },
    ];
    const outcome = await deps.cases.commit({ ...commit, rows });
    if (outcome.ok) return ok({ number, fresh: true });
  }
  return problem('targeted.busy');
}
