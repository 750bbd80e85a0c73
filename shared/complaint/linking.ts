import { shanghaiDate } from '../calendar/localDate.ts';
import { withDeadline } from '../calendar/storedDeadline.ts';
import type { Actor } from '../draw/ceremony/decision.ts';
import { SYSTEM } from '../draw/ceremony/decision.ts';
import { ok, problem, type Result } from '../problem.ts';
import { complaintCommit, type DecideComplaint, giveComplaint, transitionFor } from './command.ts';
import type { CaseFile, ComplaintCase, ComplaintStatus, LinkedCase } from './complaintCase.ts';
import { complaintCaseId, fileRow } from './complaintRows.ts';
import { clockOf, deadlineOf } from './deadlines.ts';
import type { CaseKind, Identity } from './filing.ts';
import { isUnchecked } from './keptFiles.ts';
import { firstDeadlines } from './openCases.ts';
import type { ComplaintDeps, StoredComplaint } from './ports.ts';
import type { IdentitySealer } from './sendFiling.ts';
import type { ComplaintTransition } from './transitions.ts';

/** Cases that belong together: split ones (令121号 art. 9), breaches found in mediation (art. 27), repeats (art. 35). */

const MOST_LINKS = 50;
const ATTEMPTS = 4;

export function linked(complaint: ComplaintCase, link: LinkedCase): ComplaintCase {
  if (complaint.links.some(({ id, as }) => id === link.id && as === link.as)) return complaint;
  return { ...complaint, links: [...complaint.links, link] };
}

export interface LinkDeps extends ComplaintDeps {
  /** The identity is sealed for the new case too; read and written without being shown to anybody. */
  readonly identities: IdentitySealer & { read(id: string): Promise<Identity | undefined> };
}

export interface BesideOrder {
  /** Id of the new case, made with the form that orders it: sent twice it is one case. */
  readonly id: string;
  readonly as: 'sibling' | 'breach';
  readonly kind: CaseKind;
}

/**
 * Makes the other half of a filing that says both, or the report of a breach that mediation has shown. The new case
 * has its own clock: that of a split runs from the day the filing was received, that of a breach from the day on
 * which it was found (15 + 15 working days). Whoever holds the receipt of the first case sees the new one by its link.
 *
 * Problems: those of a command, `complaint.split.again`, `complaint.anonymous`.
 */
export async function openBeside(
  deps: LinkDeps,
  from: string,
  order: BesideOrder,
  actor: Actor,
): Promise<Result<StoredComplaint>> {
  const line = transitionFor(order.as === 'sibling' ? 'split' : 'open-breach');
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('complaint.role');
  const [calendar, key] = await Promise.all([deps.calendar(), deps.auditKey()]);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [made, stored] = await Promise.all(
      [order.id, from].map((id) => deps.cases.load<ComplaintCase>(complaintCaseId(id))),
    );
    if (made !== undefined) return ok(made);
    if (stored === undefined) return problem('complaint.unknown', { number: from });
    const refused = besideProblem(stored, line, order);
    if (refused !== undefined) return refused;
    const moment = { actor, at: `${deps.now().toISOString().slice(0, 19)}Z` };
    const identity = stored.state.filer.anonymous ? undefined : await deps.identities.read(from);
    const sealed = identity === undefined ? [] : await deps.identities.seal(order.id, identity);
    const state = beside(stored.state, order, moment.at, calendar);
    const rows = [...sealed, ...(state.files.some(isUnchecked) ? [fileRow(order.id, moment.at)] : [])];
    const opened = complaintCommit(undefined, 'receive', { to: 'received', state, rows }, moment, key);
    const own = complaintCommit(
      stored,
      line.command,
      {
        to: stored.status as ComplaintStatus,
        state: linked(stored.state, { id: order.id, as: order.as }),
      },
      moment,
      key,
    );
    const outcome = await deps.cases.commit({ ...own, linked: [opened] });
    if (!outcome.ok) continue;
    if (state.files.some(isUnchecked)) await deps.kick.files([order.id]);
    const there = await deps.cases.load<ComplaintCase>(complaintCaseId(order.id));
    if (there !== undefined) return ok(there);
  }
  return problem('complaint.busy');
}

function besideProblem(
  { status, state }: StoredComplaint,
  line: ComplaintTransition,
  order: BesideOrder,
): Result<never> | undefined {
  if (!line.from.includes(status as ComplaintStatus)) return problem('complaint.status', { status });
  if (line.kind !== undefined && line.kind !== state.kind) return problem('complaint.kind');
  if (order.kind === state.kind || state.links.some(({ as }) => as === order.as))
    return problem('complaint.split.again');
  // A complaint needs name, telephone and address (art. 10); only a report may do without.
  return order.kind === 'complaint' && state.filer.anonymous ? problem('complaint.anonymous') : undefined;
}

function beside(
  first: ComplaintCase,
  order: BesideOrder,
  at: string,
  calendar: Parameters<typeof firstDeadlines>[1],
): ComplaintCase {
  const on = shanghaiDate(at);
  const breach = order.as === 'breach';
  const {
    number: _n,
    handler: _h,
    refusal: _r,
    accepted: _a,
    mediationEnd: _m,
    decision: _d,
    ...carried
  } = first;
  const { holds: _holds, erasures: _erasures, disputes: _disputes, ...rest } = carried;
  const { request: _request, ...matter } = first.matter;
  const fresh: ComplaintCase = {
    ...rest,
    id: order.id,
    kind: order.kind,
    matter: order.kind === 'complaint' ? first.matter : matter,
    ...(breach ? { received: { at, on }, countedFrom: on } : {}),
    files: first.files.filter(({ erased }) => erased === undefined).map((file) => copied(file, first.id)),
    links: [{ id: first.id, as: breach ? 'mediation' : 'sibling' }],
    sittings: [],
    suspensions: [],
    extensions: [],
    requests: [],
    transfers: [],
    tellings: [],
    reveals: [],
    notes: [],
    messages: { count: 0, unreadByOffice: 0, unreadByFiler: 0 },
    deadlines: [],
  };
  const stored = breach ? deadlineOf('breach', on, fresh, calendar) : undefined;
  // The older rule book has no date of its own for a breach: it is verified as any report is.
  return { ...fresh, deadlines: stored === undefined ? firstDeadlines(fresh, calendar) : [stored] };
}

/** A file belongs to the new case too: kept for it from where it lies now, the quarantine or the first case. */
function copied(file: CaseFile, from: string): CaseFile {
  return file.checked ? { ...file, checked: false, keptFor: from } : file;
}

/**
 * Attaches a repeat to the case that came first. The same person reporting the same facts is not handled again; new
 * facts restart the clock of the first report on the day they were received (art. 35(2)).
 *
 * Problems: those of a command, `complaint.handler.missing`, `complaint.attach.self`, `.kind`, `.attached`,
 * `complaint.attach.mutual`, `complaint.attach.closed` (new facts about a case that was decided or has ended are a
 * case of their own).
 */
export async function attachRepeat(
  deps: ComplaintDeps,
  id: string,
  input: { readonly to: string; readonly newFacts: boolean },
  actor: Actor,
): Promise<Result<StoredComplaint>> {
  if (input.to === id) return problem('complaint.attach.self', undefined, 'to');
  const [repeat, first] = await Promise.all(
    [id, input.to].map((one) => deps.cases.load<ComplaintCase>(complaintCaseId(one))),
  );
  if (repeat === undefined || first === undefined)
    return problem('complaint.unknown', { number: input.to }, 'to');
  if (repeat.state.kind !== first.state.kind) return problem('complaint.attach.kind', undefined, 'to');
  // The first case takes it in on behalf of this command: nobody may make it who may not attach.
  const line = transitionFor('attach');
  if (!line.by.some((role) => actor.roles.includes(role))) return problem('complaint.role');
  if (!line.from.includes(repeat.status as ComplaintStatus))
    return problem('complaint.status', { status: repeat.status });
  // To its filer it goes on looking like a case in hand: without a handler and a number it would look like no other.
  if (repeat.state.handler === undefined) return problem('complaint.handler.missing');
  // The first case takes it in before the repeat ends: cut off between the two, pressing again completes it.
  const { on } = repeat.state.received;
  const took = await giveComplaint(
    deps,
    input.to,
    'take-repeat',
    takeRepeat,
    { id, on, newFacts: input.newFacts },
    SYSTEM,
  );
  if (!took.ok) return took;
  return giveComplaint(deps, id, 'attach', attach, input, actor);
}

/** Statuses in which new facts can still be weighed. */
const undecided: ReadonlySet<ComplaintStatus> = new Set(['received', 'mediating', 'verifying']);

const takeRepeat: DecideComplaint<{
  readonly id: string;
  readonly on: ComplaintCase['countedFrom'];
  readonly newFacts: boolean;
}> = (complaint, { id, on, newFacts }, { status, calendar }) => {
  const known = complaint.links.some((one) => one.id === id && one.as === 'repeat');
  if (known && !(newFacts && on > complaint.countedFrom)) return ok({ to: status, state: complaint });
  if (status === 'attached') return problem('complaint.attach.attached', undefined, 'to');
  if (newFacts && !undecided.has(status)) return problem('complaint.attach.closed', undefined, 'to');
  if (complaint.links.length >= MOST_LINKS) return problem('complaint.links.many', { most: MOST_LINKS });
  const taken = linked(complaint, { id, as: 'repeat' });
  const restarts = newFacts && complaint.kind === 'report' && on > complaint.countedFrom;
  if (!restarts) return ok({ to: status, state: taken });
  // What was proposed before was proposed without the new facts.
  const { decision: _before, ...again } = taken;
  const state = { ...again, countedFrom: on, extensions: [] };
  const next = deadlineOf(clockOf(state), on, state, calendar);
  return ok({
    to: status,
    state: next === undefined ? state : { ...state, deadlines: withDeadline(state.deadlines, next) },
    ground: 'new-facts',
  });
};

const attach: DecideComplaint<{ readonly to: string; readonly newFacts: boolean }> = (
  complaint,
  { to, newFacts },
) => {
  // Two people who attach two cases to each other at once: neither may end, or nobody would handle either.
  if (complaint.links.some(({ id, as }) => id === to && as === 'repeat'))
    return problem('complaint.attach.mutual', undefined, 'to');
  // The last one counts: its filer may have named it, and others of an earlier receipt, before.
  const others = complaint.links.filter(({ id, as }) => id !== to || as !== 'first');
  return ok({
    to: 'attached',
    state: { ...complaint, links: [...others, { id: to, as: 'first' }] },
    ground: newFacts ? 'new-facts' : 'same-facts',
  });
};
