import type { CaseCommit, RowPut, StoredCase } from '../../case/caseStore.ts';
import { transitionOf } from '../../case/transition.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { ordersFollowing } from '../../targeted/ordersOfDraw.ts';
import { toHex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { sha256Suite } from '../hash.ts';
import type { Actor, Decide, Decision, Moment } from './decision.ts';
import type { DrawCase, DrawStatus } from './drawCase.ts';
import { drawKinds } from './drawCase.ts';
import { appendLog } from './drawLog.ts';
import { drawCaseId, LIST_OF_DRAWS, lockRow, publicityRow, resumeRow } from './drawRows.ts';
import type { DrawDeps } from './ports.ts';
import { type DrawCommand, drawTransitions } from './transitions.ts';

/** Version of the rules that commands are decided under; stands in every audit entry. */
export const LAW_VERSION = '2026-04-15';
/** How often a command is decided anew when somebody else changed the case meanwhile. */
const ATTEMPTS = 8;

export type StoredDraw = StoredCase<DrawCase>;

/** `2026-12-01T01:00:00Z` */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Gives one command to one draw: load, check status and role by the transition table, decide, commit
 * everything in one transaction, then wake whoever waits. When somebody else was faster, it is decided anew
 * on what they left, so two witnesses may press in the same second.
 *
 * Problems: `draw.unknown`, `draw.status` (the case is elsewhere by now), `draw.role`, `draw.busy`, and what
 * the decision itself refuses.
 */
export async function giveCommand<Input>(
  deps: DrawDeps,
  number: string,
  command: DrawCommand,
  decide: Decide<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<StoredDraw>> {
  const line = transitionOf(drawTransitions, command);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await deps.cases.load<DrawCase>(drawCaseId(number));
    if (stored === undefined) return problem('ceremony.unknown', { number });
    const status = stored.status as DrawStatus;
    if (!line.by.some((role) => actor.roles.includes(role))) return problem('ceremony.role');
    if (!line.from.includes(status)) return problem('ceremony.status', { status });
    const moment: Moment = { actor, at: instantOf(deps.now()), status };
    const decision = decide(stored.state, input, moment);
    if (!decision.ok) return decision;
    const commit = drawCommit(stored, command, decision.value, moment, await deps.auditKey());
    const { to, state } = decision.value;
    const rows = [...(commit.rows ?? []), ...(await freedMonth(deps, decision.value))];
    const linked = status === to ? [] : await ordersFollowing(deps, state, to, actor, moment.at);
    const outcome = await deps.cases.commit({ ...commit, rows, linked });
    if (outcome.ok) {
      await followUp(deps, stored.status, outcome.case);
      return ok(outcome.case);
    }
  }
  return problem('ceremony.busy');
}

/** A voided draw frees its month, in the same transaction, so that another can be opened. */
async function freedMonth(deps: DrawDeps, { to, state }: Decision): Promise<RowPut[]> {
  if (to !== 'voided' || state.kind !== 'draw') return [];
  const lock = await deps.desk.lock(state.task);
  if (lock?.draw !== state.number) return [];
  return [
    {
      row: lockRow(state.task, { ...lock, voids: [...lock.voids, state.number] }),
      expect: { draw: lock.draw, presses: lock.presses },
    },
  ];
}

async function followUp(deps: DrawDeps, from: string, after: StoredDraw): Promise<void> {
  await Promise.all([
    from === after.status ? undefined : deps.kick.resume(after.caseId),
    deps.kick.publish(),
  ]);
}

/** The transaction of a decision: state, log entries, audit entry, outbox rows. */
export function drawCommit(
  before: StoredDraw | undefined,
  command: DrawCommand | 'open',
  decision: Decision,
  moment: Moment,
  auditKey: Uint8Array,
): CaseCommit<DrawCase> {
  const { number } = decision.state;
  const caseId = drawCaseId(number);
  const logged = appendLog(decision.state, decision.log ?? [], moment.at);
  const moved = before?.status !== decision.to;
  const rows: RowPut[] = [
    ...logged.rows,
    ...(decision.rows ?? []),
    publicityRow(`draw/${number}`, moment.at),
    ...(moved ? [resumeRow(caseId, moment.at)] : []),
  ];
  return {
    caseId,
    before,
    status: decision.to,
    state: logged.state,
    index: { glpk: LIST_OF_DRAWS, glsk: number },
    audit: {
      kind: drawKinds[decision.state.kind].audit,
      command,
      from: before?.status ?? '',
      to: decision.to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      lawVersion: LAW_VERSION,
      actor: moment.actor.userId,
      at: moment.at,
      digests: sealed(auditKey, decision.seal ?? {}),
    },
    rows,
  };
}

/** Keyed digests of what must not stand in the audit chain itself. */
function sealed(key: Uint8Array, values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      toHex(sha256Suite.hmac(key, utf8(canonicalJson(value)))),
    ]),
  );
}
