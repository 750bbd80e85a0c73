import { shanghaiDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import { giveCaseCommand } from '../case/giveCommand.ts';
import { transitionOf } from '../case/transition.ts';
import { type CreditEntry, creditRow } from '../credit/creditEntry.ts';
import { LAW_VERSION } from '../draw/ceremony/command.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { publicityRow, resumeRow } from '../draw/ceremony/drawRows.ts';
import { type Lead, leadRow } from '../lead/lead.ts';
import { ok, problem, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { type RiskEvent, riskRow } from '../risk/riskEvent.ts';
import { endStatuses, type PenaltyCase, type PenaltyStatus } from './penaltyCase.ts';
import {
  finderRows,
  type PaperOrder,
  PENALTIES_SUBJECT,
  paperRow,
  penaltyCaseId,
  penaltyIndex,
  publishedRow,
} from './penaltyRows.ts';
import type { PenaltyDeps, StoredPenalty } from './ports.ts';
import { type PenaltyCommand, penaltyTransitions } from './transitions.ts';

export interface PenaltyActor extends Actor {
  /** The inspector in the register whom this person is. */
  readonly inspectorId?: string | undefined;
}

export interface PenaltyMoment {
  readonly actor: PenaltyActor;
  /** Instant of the command. */
  readonly at: string;
  readonly status: PenaltyStatus;
  readonly calendar: WorkingCalendar;
}

/** What a command changes. */
export interface PenaltyDecision {
  readonly to: PenaltyStatus;
  readonly state: PenaltyCase;
  /** Code of a closed list. */
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly { readonly key: string; readonly order: PaperOrder }[];
  /** Whether what the public sees changes. */
  readonly publishes?: true;
  readonly credit?: readonly CreditEntry[];
  readonly risk?: readonly RiskEvent[];
  readonly leads?: readonly Lead[];
  readonly rows?: readonly RowPut[];
  /** Papers that the same act marks as served. */
  readonly linked?: readonly CaseCommit<unknown>[];
}

/** A pure decision: the case as it is, what was asked, who and when → what changes, or why not. */
export type DecidePenalty<Input> = (
  penalty: PenaltyCase,
  input: Input,
  moment: PenaltyMoment,
) => Result<PenaltyDecision>;

/** A decision that has to look something up for each attempt, such as the next free number. */
export type DecidePenaltyLater<Input> = (
  ...of: Parameters<DecidePenalty<Input>>
) => Promise<Result<PenaltyDecision>>;

export function actOf({ actor, at }: Pick<PenaltyMoment, 'actor' | 'at'>): Act {
  return { by: actor.userId, name: actor.name, at };
}

/**
 * Gives one command to one penalty case and wakes whoever waits.
 *
 * Problems: `penalty.unknown`, `penalty.role`, `penalty.status`, `penalty.busy`, and what the decision refuses.
 */
export async function givePenalty<Input>(
  deps: PenaltyDeps,
  id: string,
  command: PenaltyCommand,
  decide: DecidePenalty<Input> | DecidePenaltyLater<Input>,
  input: Input,
  actor: PenaltyActor,
): Promise<Result<StoredPenalty>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  let told: PenaltyDecision | undefined;
  const given = await giveCaseCommand<PenaltyCase, PenaltyStatus, PenaltyCommand>(deps, {
    caseId: penaltyCaseId(id),
    number: id,
    line: transitionOf(penaltyTransitions, command),
    actor,
    area: 'penalty',
    decide: async (stored, at) => {
      const status = stored.status as PenaltyStatus;
      const decision = await decide(stored.state, input, { actor, at, status, calendar });
      if (!decision.ok) return decision;
      told = decision.value;
      if (isUnchanged(stored.state, status, decision.value)) return ok('unchanged');
      return ok(penaltyCommit(stored, command, decision.value, { actor, at }, key));
    },
  });
  if (!given.ok) return given;
  const { before, after } = given.value;
  await wake(deps, before.status !== after.status ? after.caseId : undefined, told);
  return ok(after);
}

/**
 * A command to a penalty case as a part of another case's act: what it changes, to be committed with that act.
 *
 * @returns nothing when the work is done already
 * Problems: those of `givePenalty`, but for `penalty.busy`; who is overtaken decides anew
 */
export async function linkedPenalty<Input>(
  deps: Pick<PenaltyDeps, 'cases' | 'calendar' | 'auditKey'>,
  id: string,
  command: PenaltyCommand,
  decide: DecidePenalty<Input> | DecidePenaltyLater<Input>,
  input: Input,
  { actor, at }: { readonly actor: PenaltyActor; readonly at: string },
): Promise<Result<readonly CaseCommit<unknown>[]>> {
  const before = await deps.cases.load<PenaltyCase>(penaltyCaseId(id));
  if (before === undefined) return problem('penalty.unknown', { number: id });
  const line = transitionOf(penaltyTransitions, command);
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('penalty.role');
  const status = before.status as PenaltyStatus;
  if (!line.from.includes(status)) return problem('penalty.status', { status });
  const decided = await decide(before.state, input, { actor, at, status, calendar: await deps.calendar() });
  if (!decided.ok) return decided;
  if (isUnchanged(before.state, status, decided.value)) return ok([]);
  const key = await deps.auditKey();
  const { linked = [], ...commit } = penaltyCommit(before, command, decided.value, { actor, at }, key);
  // A transaction knows one level of linked cases.
  return ok([commit, ...linked]);
}

async function wake({ kick }: PenaltyDeps, moved: string | undefined, told: PenaltyDecision | undefined) {
  const some = (list: readonly unknown[] | undefined) => (list ?? []).length > 0;
  await Promise.all([
    moved === undefined ? undefined : kick.resume(moved),
    some(told?.papers) ? kick.mail() : undefined,
    told?.publishes === true ? kick.publish() : undefined,
    some(told?.credit) ? kick.credit() : undefined,
    some(told?.risk) || some(told?.leads) ? kick.leads() : undefined,
  ]);
}

/** A repeated command that finds its work done writes nothing: the chain tells what happened, not what was asked. */
function isUnchanged(before: PenaltyCase, status: PenaltyStatus, decision: PenaltyDecision): boolean {
  const { papers = [], credit = [], risk = [], leads = [], rows = [], linked = [] } = decision;
  const more = papers.length + credit.length + risk.length + leads.length + rows.length + linked.length;
  return decision.state === before && decision.to === status && more === 0 && decision.publishes !== true;
}

/** The transaction of a decision: state, audit entry, outbox rows. */
export function penaltyCommit(
  before: StoredCase<PenaltyCase> | undefined,
  command: PenaltyCommand | 'open',
  decision: PenaltyDecision,
  { actor, at }: { readonly actor: Actor; readonly at: string },
  auditKey: Uint8Array,
): CaseCommit<PenaltyCase> {
  const { to } = decision;
  const caseId = penaltyCaseId(decision.state.id);
  const over = endStatuses.has(to) && decision.state.ended === undefined;
  const state: PenaltyCase = over ? { ...decision.state, ended: shanghaiDate(at) } : decision.state;
  const moved = before !== undefined && before.status !== to;
  return {
    caseId,
    before,
    status: to,
    state,
    index: penaltyIndex(state, to, at),
    audit: {
      kind: 'penalty',
      command,
      from: before?.status ?? '',
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      ...(state.party.district === undefined ? {} : { district: state.party.district }),
      lawVersion: LAW_VERSION,
      actor: actor.userId,
      at,
      digests: keyedDigests(auditKey, { ...decision.seal, state: { ...state } }),
    },
    rows: [
      ...(before === undefined ? finderRows(state) : []),
      ...(decision.rows ?? []),
      ...(decision.papers ?? []).map(({ key, order }) => paperRow(state.id, key, order, at)),
      ...(decision.credit ?? []).map(creditRow),
      ...(decision.risk ?? []).map((event) => riskRow(event, at)),
      ...(decision.leads ?? []).map((lead) => leadRow(lead, at)),
      ...(decision.publishes === true ? [publishedRow(state), publicityRow(PENALTIES_SUBJECT, at)] : []),
      ...(moved ? [resumeRow(caseId, at)] : []),
    ],
    ...(decision.linked === undefined ? {} : { linked: decision.linked }),
  };
}
