import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import { giveCaseCommand } from '../case/giveCommand.ts';
import { transitionOf } from '../case/transition.ts';
import { LAW_VERSION } from '../draw/ceremony/command.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { publicityRow } from '../draw/ceremony/drawRows.ts';
import { ok, problem, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import type { RepairDeps, RepairKick, StoredRepair } from './ports.ts';
import type { RepairCase, RepairStatus } from './repairCase.ts';
import {
  finderRows,
  type PaperOrder,
  paperRow,
  publishedRow,
  repairCaseId,
  repairIndex,
} from './repairRows.ts';
import { type RepairCommand, repairTransitions } from './transitions.ts';

export interface RepairMoment {
  readonly actor: Actor;
  /** Instant of the command. */
  readonly at: string;
  readonly status: RepairStatus;
  readonly calendar: WorkingCalendar;
}

/** What a command changes. */
export interface RepairDecided {
  readonly to: RepairStatus;
  readonly state: RepairCase;
  /** Code of a closed list. */
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly { readonly key: string; readonly order: PaperOrder }[];
  /** Whether what the public sees of applications changes. */
  readonly publishes?: true;
  readonly rows?: readonly RowPut[];
  /** Records that the same act ends or puts back. */
  readonly linked?: readonly CaseCommit<unknown>[];
}

/** A pure decision: the case as it is, what was asked, who and when → what changes, or why not. */
export type DecideRepair<Input> = (
  repair: RepairCase,
  input: Input,
  moment: RepairMoment,
) => Result<RepairDecided>;

/** A decision that has to look something up for each attempt, such as the record or the next free number. */
export type DecideRepairLater<Input> = (
  ...of: Parameters<DecideRepair<Input>>
) => Promise<Result<RepairDecided>>;

/** Subject of the public page of refusals and cancellations. */
export const REPAIRS_SUBJECT = 'repairs';

/** Characters of a text that somebody writes. */
export const MOST_TEXT = 2_000;

export function actOf({ actor, at }: Pick<RepairMoment, 'actor' | 'at'>): Act {
  return { by: actor.userId, name: actor.name, at };
}

/** A text that has to be written. Problems: `repair.text.missing`, `repair.text.long` on the field. */
export function textOf(text: string, field: string): Result<string> {
  const written = text.trim();
  if (written === '') return problem('repair.text.missing', undefined, field);
  if (written.length > MOST_TEXT) return problem('repair.text.long', { most: MOST_TEXT }, field);
  return ok(written);
}

/** What giving a command works with; what a decision looks up besides, it is made with. */
export type GiveRepairDeps = Pick<RepairDeps, 'cases' | 'kick' | 'calendar' | 'auditKey' | 'now'>;

/**
 * Gives one command to one application and wakes whoever waits.
 *
 * Problems: `repair.unknown`, `repair.role`, `repair.status`, `repair.busy`, and what the decision refuses.
 */
export async function giveRepair<Input>(
  deps: GiveRepairDeps,
  id: string,
  command: RepairCommand,
  decide: DecideRepair<Input> | DecideRepairLater<Input>,
  input: Input,
  actor: Actor,
): Promise<Result<StoredRepair>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  let told: RepairDecided | undefined;
  const given = await giveCaseCommand<RepairCase, RepairStatus, RepairCommand>(deps, {
    caseId: repairCaseId(id),
    number: id,
    line: transitionOf(repairTransitions, command),
    actor,
    area: 'repair',
    decide: async (stored, at) => {
      const status = stored.status as RepairStatus;
      const decided = await decide(stored.state, input, { actor, at, status, calendar });
      if (!decided.ok) return decided;
      told = decided.value;
      if (isUnchanged(stored.state, status, told)) return ok('unchanged');
      return ok(repairCommit(stored, command, told, { actor, at }, key));
    },
  });
  if (!given.ok) return given;
  if (told !== undefined) await wake(deps.kick, told);
  return ok(given.value.after);
}

async function wake(kick: RepairKick, { papers = [], publishes, linked = [] }: RepairDecided): Promise<void> {
  const moved = linked.length > 0;
  await Promise.all([
    // A record that ends or comes back may have papers of its own.
    papers.length > 0 || moved ? kick.mail() : undefined,
    publishes === true || moved ? kick.publish() : undefined,
    moved ? kick.credit() : undefined,
    moved ? kick.leads() : undefined,
  ]);
}

/** A repeated command that finds its work done writes nothing. */
function isUnchanged(before: RepairCase, status: RepairStatus, decided: RepairDecided): boolean {
  const { papers = [], rows = [], linked = [] } = decided;
  const more = papers.length + rows.length + linked.length;
  return decided.state === before && decided.to === status && more === 0 && decided.publishes !== true;
}

/** The transaction of a decision: state, audit entry, outbox rows, and the records that it moves. */
export function repairCommit(
  before: StoredCase<RepairCase> | undefined,
  command: RepairCommand | 'open',
  decided: RepairDecided,
  { actor, at }: { readonly actor: Actor; readonly at: string },
  auditKey: Uint8Array,
): CaseCommit<RepairCase> {
  const { to, state } = decided;
  const { district } = state.applicant;
  return {
    caseId: repairCaseId(state.id),
    before,
    status: to,
    state,
    index: repairIndex(state, to, at),
    audit: {
      kind: 'repair',
      command,
      from: before?.status ?? '',
      to,
      ...(decided.ground === undefined ? {} : { ground: decided.ground }),
      ...(district === undefined ? {} : { district }),
      lawVersion: LAW_VERSION,
      actor: actor.userId,
      at,
      digests: keyedDigests(auditKey, { ...decided.seal, state: { ...state } }),
    },
    rows: [
      ...(before === undefined ? finderRows(state) : []),
      ...(decided.rows ?? []),
      ...(decided.papers ?? []).map(({ key, order }) => paperRow(state.id, key, order, at)),
      ...(decided.publishes === true ? [publishedRow(state), publicityRow(REPAIRS_SUBJECT, at)] : []),
    ],
    ...(decided.linked === undefined ? {} : { linked: decided.linked }),
  };
}
