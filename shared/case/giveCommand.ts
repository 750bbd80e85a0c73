import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import type { CaseCommit, CaseStore, StoredCase } from './caseStore.ts';
import type { Transition } from './transition.ts';

/** How often a command is decided anew when somebody else changed the case meanwhile. */
const ATTEMPTS = 8;

export interface CommandOrder<State, Status extends string, Command extends string> {
  readonly caseId: string;
  /** What people call the case. */
  readonly number: string;
  readonly line: Transition<Status, Command>;
  readonly actor: Actor;
  /** First part of the codes of refusals, such as `inspection`. */
  readonly area: string;
  /** Decides on the case as it is now: the transaction, that nothing changes, or why not. */
  readonly decide: (
    stored: StoredCase<State>,
    at: string,
  ) => Result<CaseCommit<State> | 'unchanged'> | Promise<Result<CaseCommit<State> | 'unchanged'>>;
}

export interface Given<State> {
  readonly before: StoredCase<State>;
  readonly after: StoredCase<State>;
}

/**
 * Gives one command to one case: load, check role and status by the transition table, decide, commit everything
 * in one transaction. When somebody else was faster it is decided anew on what they left, so two people may
 * press in the same second.
 *
 * Problems: `<area>.unknown`, `<area>.role`, `<area>.status` (the case is elsewhere by now), `<area>.busy`, and
 * what the decision itself refuses.
 */
export async function giveCaseCommand<State, Status extends string, Command extends string>(
  deps: { readonly cases: CaseStore; readonly now: () => Date },
  order: CommandOrder<State, Status, Command>,
): Promise<Result<Given<State>>> {
  const { caseId, number, line, actor, area } = order;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await deps.cases.load<State>(caseId);
    if (before === undefined) return problem(`${area}.unknown`, { number });
    if (!line.by.some((role) => actor.roles.includes(role))) return problem(`${area}.role`);
    if (!line.from.includes(before.status as Status)) {
      return problem(`${area}.status`, { status: before.status });
    }
    const decided = await order.decide(before, `${deps.now().toISOString().slice(0, 19)}Z`);
    if (!decided.ok) return decided;
    if (decided.value === 'unchanged') return ok({ before, after: before });
    const outcome = await deps.cases.commit(decided.value);
    if (outcome.ok) return ok({ before, after: outcome.case });
  }
  return problem(`${area}.busy`);
}
