import { shanghaiDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import { giveCaseCommand } from '../case/giveCommand.ts';
import { LAW_VERSION } from '../draw/ceremony/command.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { resumeRow } from '../draw/ceremony/drawRows.ts';
import { handsOver } from '../lead/handedOver.ts';
import { ok, problem, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { type ComplaintCase, type ComplaintStatus, endStatuses } from './complaintCase.ts';
import {
  complaintCaseId,
  complaintIndex,
  finderRows,
  type PaperOrder,
  paperRow,
  unreadRow,
} from './complaintRows.ts';
import type { ComplaintDeps, StoredComplaint } from './ports.ts';
import { type ComplaintCommand, type ComplaintTransition, complaintTransitions } from './transitions.ts';

export interface ComplaintMoment {
  readonly actor: Actor;
  /** Instant of the command. */
  readonly at: string;
  readonly status: ComplaintStatus;
  readonly calendar: WorkingCalendar;
}

/** What a command changes. */
export interface ComplaintDecision {
  readonly to: ComplaintStatus;
  readonly state: ComplaintCase;
  /** Code of a closed list. */
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly { readonly key: string; readonly order: PaperOrder }[];
  readonly rows?: readonly RowPut[];
}

/** A pure decision: the case as it is, what was asked, who and when → what changes, or why not. */
export type DecideComplaint<Input> = (
  complaint: ComplaintCase,
  input: Input,
  moment: ComplaintMoment,
) => Result<ComplaintDecision>;

/** A decision that has to look something up for each attempt, such as the next free number. */
export type DecideComplaintLater<Input> = (
  ...of: Parameters<DecideComplaint<Input>>
) => Promise<Result<ComplaintDecision>>;

export function transitionFor(command: ComplaintCommand): ComplaintTransition {
  const line = complaintTransitions.find((one) => one.command === command);
  if (line === undefined) throw new Error(`no transition named ${command}`);
  return line;
}

export function actOf({ actor, at }: Pick<ComplaintMoment, 'actor' | 'at'>): Act {
  return { by: actor.userId, name: actor.name, at };
}

/**
 * Gives one command to one complaint or report and wakes whoever waits.
 *
 * Problems: `complaint.unknown`, `complaint.role`, `complaint.status`, `complaint.kind`, `complaint.busy`, and what
 * the decision refuses.
 */
export async function giveComplaint<Input>(
  deps: ComplaintDeps,
  id: string,
  command: ComplaintCommand,
  decide: DecideComplaint<Input> | DecideComplaintLater<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<StoredComplaint>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  const line = transitionFor(command);
  let told: ComplaintDecision | undefined;
  const given = await giveCaseCommand<ComplaintCase, ComplaintStatus, ComplaintCommand>(deps, {
    caseId: complaintCaseId(id),
    number: id,
    line,
    actor,
    area: 'complaint',
    decide: async (stored, at) => {
      if (line.kind !== undefined && line.kind !== stored.state.kind) return problem('complaint.kind');
      const status = stored.status as ComplaintStatus;
      const decision = await decide(stored.state, input, { actor, at, status, calendar });
      if (!decision.ok) return decision;
      told = decision.value;
      if (isUnchanged(stored.state, status, decision.value)) return ok('unchanged');
      return ok(complaintCommit(stored, command, decision.value, { actor, at }, key));
    },
  });
  if (!given.ok) return given;
  const { before, after } = given.value;
  const moved = before.status !== after.status;
  await Promise.all([
    moved ? deps.kick.resume(after.caseId) : undefined,
    moved && before.status === 'received' && !endStatuses.has(after.status as ComplaintStatus)
      ? deps.kick.start()
      : undefined,
    (told?.papers ?? []).length > 0 ? deps.kick.mail() : undefined,
    handsOver(told?.rows) ? deps.kick.leads() : undefined,
  ]);
  return ok(after);
}

/** A repeated command that finds its work done writes nothing: the chain tells what happened, not what was asked. */
function isUnchanged(before: ComplaintCase, status: ComplaintStatus, decision: ComplaintDecision): boolean {
  const rows = (decision.rows ?? []).length + (decision.papers ?? []).length;
  return decision.state === before && decision.to === status && rows === 0;
}

/** The transaction of a decision: state, audit entry, outbox rows. */
export function complaintCommit(
  before: StoredCase<ComplaintCase> | undefined,
  command: ComplaintCommand | 'receive',
  decision: ComplaintDecision,
  { actor, at }: { readonly actor: Actor; readonly at: string },
  auditKey: Uint8Array,
): CaseCommit<ComplaintCase> {
  const { to } = decision;
  const caseId = complaintCaseId(decision.state.id);
  const over = endStatuses.has(to) && decision.state.ended === undefined;
  const back = !endStatuses.has(to) && decision.state.ended !== undefined;
  const { ended: _ended, ...running } = decision.state;
  const state: ComplaintCase = over
    ? { ...decision.state, ended: shanghaiDate(at) }
    : back
      ? running
      : decision.state;
  const moved = before !== undefined && before.status !== to;
  const unread = isUnread(state, to);
  const wasUnread = before !== undefined && isUnread(before.state, before.status as ComplaintStatus);
  const { agency } = state.matter;
  return {
    caseId,
    before,
    status: to,
    state,
    index: complaintIndex(state, to, at),
    audit: {
      kind: state.kind,
      command,
      from: before?.status ?? '',
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      ...(agency.listed ? { district: agency.district } : {}),
      lawVersion: LAW_VERSION,
      actor: actor.userId,
      at,
      digests: keyedDigests(auditKey, { ...decision.seal, state: { ...state } }),
    },
    rows: [
      ...(before === undefined ? finderRows(state) : []),
      ...(decision.rows ?? []),
      ...(decision.papers ?? []).map(({ key, order }) => paperRow(state.id, key, order, at)),
      ...(moved ? [resumeRow(caseId, at)] : []),
      ...(unread === wasUnread ? [] : [unreadRow(state.id, at, unread)]),
    ],
  };
}

/** Whether an ended case holds a message that nobody of the office has read. */
function isUnread({ messages }: ComplaintCase, status: ComplaintStatus): boolean {
  return endStatuses.has(status) && messages.unreadByOffice > 0;
}
