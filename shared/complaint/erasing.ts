import { requireSecondPerson } from '../access/fourEyes.ts';
import { shanghaiDate } from '../calendar/localDate.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { evidenceKey } from '../evidence/evidenceKeys.ts';
import { ok, problem, type Result } from '../problem.ts';
import { actOf, type ComplaintMoment, type DecideComplaint, giveComplaint } from './command.ts';
import type { ComplaintCase, ErasedPart, Erasure } from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import type { ComplaintDeps, StoredComplaint } from './ports.ts';
import { dueParts, type KeptPart, type LinkedUp, obstacleOf, ruleName } from './retention.ts';

/**
 * Erasing identities and files whose period is over: one person proposes, a second confirms, then every part is
 * deleted and only after that marked. Cut off anywhere, confirming again goes on where it stopped.
 */

/** Where what is to be erased lies. Erasing what is not there is no fault. */
export interface PersonalData {
  eraseIdentity(id: string): Promise<void>;
  /** Every version of a file of the evidence store. */
  eraseFile(key: string): Promise<void>;
}

export interface ErasingDeps extends ComplaintDeps {
  readonly personalData: PersonalData;
}

type Linked = { readonly linked: readonly ComplaintCase[] };

/** The erasure that is proposed or under way. */
export function openErasure({ erasures }: Pick<ComplaintCase, 'erasures'>): Erasure | undefined {
  return erasures?.find(
    ({ decided, done, parts }) => decided?.outcome !== 'rejected' && done.length < parts.length,
  );
}

/** Replaces the erasure that is open. */
function withErasure(complaint: ComplaintCase, next: Erasure): ComplaintCase {
  const open = openErasure(complaint);
  const list = complaint.erasures ?? [];
  const erasures = open === undefined ? [...list, next] : list.map((one) => (one === open ? next : one));
  return { ...complaint, erasures };
}

/** What may be erased now, or why nothing may. */
function erasable(complaint: ComplaintCase, { linked }: Linked, at: string): Result<readonly KeptPart[]> {
  const one: LinkedUp = { complaint, linked };
  const obstacle = obstacleOf(one);
  if (obstacle !== undefined) return problem(`complaint.erasure.${obstacle}`);
  const parts = dueParts(one, shanghaiDate(at));
  return parts.length === 0 ? problem('complaint.erasure.early') : ok(parts);
}

/** Problems: `complaint.erasure.open`, `.linked-open`, `.hold`, `.early`. Proposed again it is one proposal. */
const proposeErasure: DecideComplaint<Linked> = (complaint, input, moment) => {
  if (openErasure(complaint) !== undefined) return ok({ to: moment.status, state: complaint });
  const due = erasable(complaint, input, moment.at);
  if (!due.ok) return due;
  const parts = due.value.map((part) => ({ what: part.what, rule: ruleName(part) }));
  return ok({
    to: moment.status,
    state: withErasure(complaint, { parts, proposed: actOf(moment), done: [] }),
    ground: groundOf(parts),
  });
};

/** Problems: those of proposing, `complaint.erasure.none`, `.decided`, those of the second person. */
const decideErasure: DecideComplaint<Linked & { readonly outcome: 'confirmed' | 'rejected' }> = (
  complaint,
  { linked, outcome },
  moment,
) => {
  const open = openErasure(complaint);
  if (open === undefined) return problem('complaint.erasure.none');
  if (open.decided !== undefined)
    return open.decided.outcome === outcome
      ? ok({ to: moment.status, state: complaint })
      : problem('complaint.erasure.decided');
  const second = requireSecondPerson(open.proposed.by, moment.actor.userId);
  if (!second.ok) return second;
  if (outcome === 'confirmed') {
    const due = erasable(complaint, { linked }, moment.at);
    if (!due.ok) return due;
  }
  return ok({
    to: moment.status,
    state: withErasure(complaint, { ...open, decided: { ...actOf(moment), outcome } }),
    ground: outcome,
  });
};

const groundOf = (parts: Erasure['parts']) => parts.map(({ what }) => what).join('+');

/** Marks a part that is gone; the rule goes into the audit entry. */
const marking =
  (
    what: ErasedPart,
    marked: (complaint: ComplaintCase, rule: string, moment: ComplaintMoment) => ComplaintCase,
  ): DecideComplaint<undefined> =>
  (complaint, _input, moment) => {
    const open = openErasure(complaint);
    const part = open?.parts.find((one) => one.what === what);
    if (open?.decided === undefined || part === undefined) return problem('complaint.erasure.none');
    if (open.done.some((one) => one.what === what)) return ok({ to: moment.status, state: complaint });
    const done = [...open.done, { ...actOf(moment), what }];
    const state = marked(withErasure(complaint, { ...open, done }), part.rule, moment);
    return ok({ to: moment.status, state, ground: part.rule });
  };

const eraseIdentity = marking('identity', (complaint, _rule, { at }) => ({
  ...complaint,
  filer: { ...complaint.filer, mail: 'none', erased: shanghaiDate(at) },
}));

const eraseFiles = marking('files', (complaint, rule, { at }) => ({
  ...complaint,
  files: complaint.files.map((file) =>
    file.erased === undefined ? { ...file, fileName: '', erased: { on: shanghaiDate(at), rule } } : file,
  ),
}));

/** The case with those that it is linked to, as they are now. */
export async function linkedUp(
  { cases }: Pick<ComplaintDeps, 'cases'>,
  complaint: ComplaintCase,
): Promise<LinkedUp> {
  const found = await Promise.all(
    complaint.links.map(({ id }) => cases.load<ComplaintCase>(complaintCaseId(id))),
  );
  return { complaint, linked: found.flatMap((one) => (one === undefined ? [] : [one.state])) };
}

async function withLinked<T>(
  deps: ComplaintDeps,
  id: string,
  act: (found: LinkedUp) => Promise<Result<T>>,
): Promise<Result<T>> {
  const stored = await deps.cases.load<ComplaintCase>(complaintCaseId(id));
  if (stored === undefined) return problem('complaint.unknown', { number: id });
  return act(await linkedUp(deps, stored.state));
}

/** Proposes to erase what is due of a case. Problems: those of a command, `complaint.erasure.*`. */
export function propose(deps: ComplaintDeps, id: string, actor: Actor): Promise<Result<StoredComplaint>> {
  return withLinked(deps, id, ({ linked }) =>
    giveComplaint(deps, id, 'propose-erasure', proposeErasure, { linked }, actor),
  );
}

/** Rejects a proposal: what was due stays, and may be proposed again. */
export function reject(deps: ComplaintDeps, id: string, actor: Actor): Promise<Result<StoredComplaint>> {
  return withLinked(deps, id, ({ linked }) =>
    giveComplaint(deps, id, 'decide-erasure', decideErasure, { linked, outcome: 'rejected' }, actor),
  );
}

/**
 * Confirms a proposal and carries it out; given again after it was cut off, it goes on. A hold or a linked case that
 * opened meanwhile stops it before the next part.
 *
 * Problems: those of a command, `complaint.erasure.*`.
 */
export async function confirm(deps: ErasingDeps, id: string, actor: Actor): Promise<Result<StoredComplaint>> {
  const confirmed = await withLinked(deps, id, ({ linked }) =>
    giveComplaint(deps, id, 'decide-erasure', decideErasure, { linked, outcome: 'confirmed' }, actor),
  );
  if (!confirmed.ok) return confirmed;
  let last = confirmed;
  for (const { what } of openErasure(confirmed.value.state)?.parts ?? []) {
    const open = openErasure(last.value.state);
    if (open === undefined || open.done.some((one) => one.what === what)) continue;
    const blocked = await stillKept(deps, last.value.state, what);
    if (blocked !== undefined) return blocked;
    const erased = await erasePart(deps, last.value.state, what, actor);
    if (!erased.ok) return erased;
    last = erased;
  }
  return last;
}

/** Asked again before every part: what was confirmed long ago and cut off may be needed by now. */
async function stillKept(
  deps: ErasingDeps,
  complaint: ComplaintCase,
  what: ErasedPart,
): Promise<Result<never> | undefined> {
  const at = deps.now().toISOString();
  const due = erasable(complaint, await linkedUp(deps, complaint), at);
  if (!due.ok) return due;
  return due.value.some((part) => part.what === what) ? undefined : problem('complaint.erasure.early');
}

async function erasePart(
  deps: ErasingDeps,
  complaint: ComplaintCase,
  what: ErasedPart,
  actor: Actor,
): Promise<Result<StoredComplaint>> {
  if (what === 'identity') {
    await deps.personalData.eraseIdentity(complaint.id);
    return giveComplaint(deps, complaint.id, 'erase-identity', eraseIdentity, undefined, actor);
  }
  // Two files of the same bytes lie in one place.
  const keys = new Set(complaint.files.map(({ sha256 }) => evidenceKey(complaint.id, sha256)));
  for (const key of keys) await deps.personalData.eraseFile(key);
  return giveComplaint(deps, complaint.id, 'erase-files', eraseFiles, undefined, actor);
}
