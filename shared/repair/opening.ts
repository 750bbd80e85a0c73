import { shanghaiDate } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { barredUntil } from './bars.ts';
import { repairCommit } from './command.ts';
import type { RepairDeps, StoredRepair } from './ports.ts';
import { isPending, type RepairCase, type RepairStatus, type SubjectKind } from './repairCase.ts';
import { repairCaseId, subjectRow } from './repairRows.ts';
import { mayApply } from './standing.ts';

export interface RepairOpening {
  /** ULID, made with the form: pressed twice it opens one application. */
  readonly id: string;
  readonly kind: SubjectKind;
  /** Id of the case of the record, with its prefix. */
  readonly subject: string;
  /** The agency that opens it by its link; absent at the counter, where the papers say who applies. */
  readonly uscc?: string;
}

/**
 * Begins an application: the papers are gathered, and nothing has reached the office yet. An application about the same
 * record that is under way is answered in place of a second one.
 *
 * Problems: `repair.subject.gone` (nothing of it stands in public, or it is somebody else's), those of `mayApply`,
 * `repair.busy`
 */
export async function openRepair(
  deps: RepairDeps,
  opening: RepairOpening,
  actor: Actor,
): Promise<Result<StoredRepair>> {
  const { id, kind, subject } = opening;
  const standing = await deps.subjects[kind]?.find(subject);
  if (standing === undefined) return problem('repair.subject.gone');
  const { applicant } = standing;
  const foreign =
    opening.uscc !== undefined && (applicant.uscc !== opening.uscc || applicant.kind === 'person');
  if (foreign) return problem('repair.subject.gone');
  const last = await deps.lists.lastAbout(subject);
  const before =
    last === undefined ? undefined : await deps.cases.load<RepairCase>(repairCaseId(last.repair));
  if (before !== undefined && (before.state.id === id || isPending(before.status as RepairStatus)))
    return ok(before);
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  const bar = await barredUntil(deps.lists, applicant);
  const may = mayApply(standing, {
    today: shanghaiDate(at),
    ...(bar === undefined ? {} : { barredUntil: bar }),
  });
  if (!may.ok) return may;
  const state: RepairCase = {
    id,
    applicant,
    subject: standing.subject,
    opened: { by: actor.userId, name: actor.name, at },
    files: [],
    shared: [],
    notes: [],
    deadlines: [],
  };
  const decided = {
    to: 'preparing' as const,
    state,
    ground: kind,
    rows: [subjectRow(subject, id, last)],
  };
  const outcome = await deps.cases.commit(
    repairCommit(undefined, 'open', decided, { actor, at }, await deps.auditKey()),
  );
  if (outcome.ok) return ok(outcome.case);
  // Somebody was faster: theirs is the application.
  const now = await deps.lists.lastAbout(subject);
  const theirs = now === undefined ? undefined : await deps.cases.load<RepairCase>(repairCaseId(now.repair));
  return theirs !== undefined && isPending(theirs.status as RepairStatus)
    ? ok(theirs)
    : problem('repair.busy');
}
