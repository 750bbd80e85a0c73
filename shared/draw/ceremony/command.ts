import type { CaseCommit, RowPut, StoredCase } from '../../case/caseStore.ts';
import { giveCaseCommand } from '../../case/giveCommand.ts';
import { transitionOf } from '../../case/transition.ts';
import { ok, type Result } from '../../problem.ts';
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

export type StoredDraw = StoredCase<DrawCase>;

/** `2026-12-01T01:00:00Z` */
export function instantOf(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Gives one command to one draw and wakes whoever waits.
 *
 * Problems: `ceremony.unknown`, `ceremony.role`, `ceremony.status`, `ceremony.busy`, and what the decision itself
 * refuses.
 */
export async function giveCommand<Input>(
  deps: DrawDeps,
  number: string,
  command: DrawCommand,
  decide: Decide<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<StoredDraw>> {
  const given = await giveCaseCommand<DrawCase, DrawStatus, DrawCommand>(deps, {
    caseId: drawCaseId(number),
    number,
    line: transitionOf(drawTransitions, command),
    actor,
    area: 'ceremony',
    async decide(stored, at) {
      const status = stored.status as DrawStatus;
      const moment: Moment = { actor, at, status };
      const decision = decide(stored.state, input, moment);
      if (!decision.ok) return decision;
      const commit = drawCommit(stored, command, decision.value, moment, await deps.auditKey());
      const { to, state } = decision.value;
      const rows = [...(commit.rows ?? []), ...(await freedMonth(deps, decision.value))];
      const linked = status === to ? [] : await ordersFollowing(deps, state, to, actor, at);
      return ok({ ...commit, rows, linked });
    },
  });
  if (!given.ok) return given;
  const { before, after } = given.value;
  await followUp(deps, before.status, after);
  return ok(after);
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
