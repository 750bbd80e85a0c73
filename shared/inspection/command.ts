import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, RowPut, StoredCase } from '../case/caseStore.ts';
import { giveCaseCommand } from '../case/giveCommand.ts';
import { transitionOf } from '../case/transition.ts';
import { LAW_VERSION } from '../draw/ceremony/command.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { publicityRow, resumeRow } from '../draw/ceremony/drawRows.ts';
import { handsOver } from '../lead/handedOver.ts';
import { ok, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { creditRows } from './creditEntries.ts';
import type { InspectionCase, InspectionStatus } from './inspectionCase.ts';
import { inspectionCaseId, inspectionIndex, type PaperOrder, paperRow, seatRows } from './inspectionRows.ts';
import type { InspectionDeps, StoredInspection } from './ports.ts';
import { type InspectionCommand, inspectionTransitions } from './transitions.ts';

export interface InspectionMoment {
  readonly actor: Actor & { readonly inspectorId?: string | undefined };
  /** Instant of the command. */
  readonly at: string;
  readonly status: InspectionStatus;
  readonly calendar: WorkingCalendar;
}

/** What a command changes. */
export interface InspectionDecision {
  readonly to: InspectionStatus;
  readonly state: InspectionCase;
  /** Code of a closed list. */
  readonly ground?: string;
  /** Values whose keyed digests go into the audit entry. */
  readonly seal?: Readonly<Record<string, unknown>>;
  readonly papers?: readonly { readonly key: string; readonly order: PaperOrder }[];
  /** Whether what the public sees changes. */
  readonly publishes?: true;
  readonly rows?: readonly RowPut[];
}

/** A pure decision: the inspection as it is, what was asked, who and when → what changes, or why not. */
export type DecideInspection<Input> = (
  inspection: InspectionCase,
  input: Input,
  moment: InspectionMoment,
) => Result<InspectionDecision>;

export interface InspectionActor extends Actor {
  /** The inspector in the register whom this person is. */
  readonly inspectorId?: string | undefined;
}

/** Subject of the public pages of all inspections. */
export const INSPECTIONS_SUBJECT = 'inspections';

/**
 * Gives one command to one inspection and wakes whoever waits.
 *
 * Problems: `inspection.unknown`, `inspection.role`, `inspection.status`, `inspection.busy`, and what the decision
 * refuses.
 */
export async function giveInspection<Input>(
  deps: InspectionDeps,
  number: string,
  command: InspectionCommand,
  decide: DecideInspection<Input>,
  input: Input,
  actor: InspectionActor,
): Promise<Result<StoredInspection>> {
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  let told: InspectionDecision | undefined;
  const given = await giveCaseCommand<InspectionCase, InspectionStatus, InspectionCommand>(deps, {
    caseId: inspectionCaseId(number),
    number,
    line: transitionOf(inspectionTransitions, command),
    actor,
    area: 'inspection',
    decide: (stored, at) => {
      const status = stored.status as InspectionStatus;
      const decision = decide(stored.state, input, { actor, at, status, calendar });
      if (!decision.ok) return decision;
      told = decision.value;
      if (isUnchanged(stored.state, status, decision.value)) return ok('unchanged');
      return ok(inspectionCommit(stored, command, decision.value, { actor, at }, key));
    },
  });
  if (!given.ok) return given;
  const { before, after } = given.value;
  await Promise.all([
    before.status === after.status ? undefined : deps.kick.resume(after.caseId),
    told?.publishes === true ? deps.kick.publish() : undefined,
    (told?.papers ?? []).length > 0 ? deps.kick.mail() : undefined,
    handsOver(told?.rows) ? deps.kick.leads() : undefined,
  ]);
  return ok(after);
}

/** A repeated command that finds its work done writes nothing: the chain tells what happened, not what was asked. */
function isUnchanged(
  before: InspectionCase,
  status: InspectionStatus,
  decision: InspectionDecision,
): boolean {
  const rows = (decision.rows ?? []).length + (decision.papers ?? []).length;
  return decision.state === before && decision.to === status && rows === 0 && decision.publishes !== true;
}

/** The transaction of a decision: state, audit entry, outbox rows. */
export function inspectionCommit(
  before: StoredCase<InspectionCase> | undefined,
  command: InspectionCommand | 'open',
  decision: InspectionDecision,
  { actor, at }: { readonly actor: Actor; readonly at: string },
  auditKey: Uint8Array,
): CaseCommit<InspectionCase> {
  const { state, to } = decision;
  const caseId = inspectionCaseId(state.number);
  const moved = before?.status !== to;
  return {
    caseId,
    before,
    status: to,
    state,
    index: inspectionIndex(state, to, at),
    audit: {
      kind: 'inspection',
      command,
      from: before?.status ?? '',
      to,
      ...(decision.ground === undefined ? {} : { ground: decision.ground }),
      district: state.agency.district,
      lawVersion: LAW_VERSION,
      actor: actor.userId,
      at,
      digests: keyedDigests(auditKey, { ...decision.seal, state: { ...state } }),
    },
    rows: [
      ...seatRows(before?.state, state),
      ...(decision.rows ?? []),
      ...(decision.papers ?? []).map(({ key, order }) => paperRow(state.number, key, order, at)),
      ...(decision.publishes === true
        ? [publicityRow(INSPECTIONS_SUBJECT, at), ...creditRows(before?.state, state, at)]
        : []),
      ...(moved && before !== undefined ? [resumeRow(caseId, at)] : []),
    ],
  };
}
