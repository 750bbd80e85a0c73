import { SYSTEM } from '../draw/ceremony/decision.ts';
import type { Act, DrawCase } from '../draw/ceremony/drawCase.ts';
import { drawCaseId } from '../draw/ceremony/drawRows.ts';
import { type ReplaceDeps, type Replaced, replacedBefore, replaceInDraw } from '../draw/ceremony/replace.ts';
import type { Visit } from '../draw/ceremony/visit.ts';
import { ok, problem, type Result } from '../problem.ts';
import { keyedDigests } from '../register/commands/deps.ts';
import { AGENCY_REQUEST, agencyReasons } from './cancelling.ts';
import { giveInspection } from './command.ts';
import {
  type InspectionCase,
  type InspectionStatus,
  inspectionNumber,
  type StaffingRequest,
} from './inspectionCase.ts';
import { inspectionCaseId } from './inspectionRows.ts';
import { openInspections, seatsOf } from './open.ts';
import type { InspectionDeps, InspectionLists, QueuedReplacement, StoredInspection } from './ports.ts';
import { isRecusal, restaff } from './staffing.ts';

export interface ReplacementDeps extends InspectionDeps {
  readonly draws: ReplaceDeps;
  readonly lists: Pick<InspectionLists, 'replacements' | 'replacementDone' | 'ofInspector'>;
}

/**
 * Visits that are still to come: whoever drops out gives up these, and keeps what is over. What was merged is held, or
 * over, with its lead, whose parts name it.
 */
const TO_COME: ReadonlySet<string> = new Set<InspectionStatus>(['staffing', 'notified', 'joining']);

/**
 * Draws one confirmed replacement and tells every inspection whose team it changed. May be cut off anywhere and
 * repeated: the draw knows the request, and each inspection knows the event.
 */
export async function drawReplacement(
  deps: ReplacementDeps,
  queued: QueuedReplacement,
): Promise<Result<undefined>> {
  const stored = await deps.cases.load<InspectionCase>(inspectionCaseId(queued.inspection));
  const inspection = stored?.state;
  if (queued.request === AGENCY_REQUEST) return drawNextAgency(deps, inspection);
  const request = inspection?.staffing.find(({ id }) => id === queued.request);
  if (stored === undefined || inspection === undefined || request?.decided?.outcome !== 'confirmed')
    return problem('inspection.staffing.none');
  const replaced = await inspectorReplaced(deps, stored, request, request.decided);
  if (!replaced.ok) return replaced;
  // The visit has taken place or is off, and no other one is to come.
  if (replaced.value === undefined) return ok(undefined);
  const { event, visits } = replaced.value;
  let untold: Result<undefined> = ok(undefined);
  for (const visit of visits) {
    const told = await tell(deps, visit, event, { inspection: inspection.number, request });
    // The next run tells this one again; the others do not wait for it.
    if (!told.ok) untold = told;
  }
  return untold;
}

/**
 * The draw's event for a request. One that is there stands, whatever the visits are by now: those that were told have
 * given the person up already, so the same order could not be given a second time.
 */
async function inspectorReplaced(
  deps: ReplacementDeps,
  stored: StoredInspection,
  request: StaffingRequest,
  { by, name, at }: Act,
): Promise<Result<Replaced | undefined>> {
  const inspection = stored.state;
  const requestId = `${inspection.number}/${request.id}`;
  for (const draw of new Set(inspection.parts.map((part) => part.draw))) {
    const before = await replacedBefore(deps.draws, draw, requestId);
    if (!before.ok || before.value !== undefined) return before;
  }
  const seat = inspection.team.find(({ inspectorId }) => inspectorId === request.inspectorId);
  const emptied = seat === undefined ? await emptiedBefore(deps, inspection, request) : undefined;
  if (emptied !== undefined) return ok(emptied);
  const draw = seat?.draw ?? inspection.draw;
  const visitNos = await visitsGivenUp(deps, stored, request, draw);
  if (visitNos.length === 0) return ok(undefined);
  return replaceInDraw(deps.draws, draw, {
    requestId,
    type: 'inspector',
    inspectorId: request.inspectorId,
    visitNos,
    ...(isRecusal(request.reason) ? { stays: true } : {}),
    reason: request.reason,
    evidence: await evidenceOf(deps, request),
    requested: request.requested,
    confirmed: { by, name, at },
  });
}

/** The event of another request by which the person has left this visit already: nothing is left to be drawn. */
async function emptiedBefore(
  deps: ReplacementDeps,
  { parts }: InspectionCase,
  { inspectorId }: StaffingRequest,
): Promise<Replaced | undefined> {
  for (const part of parts) {
    const visits = await deps.draws.desk.visits(part.draw);
    const visit = visits.find(({ draw, no }) => inspectionNumber(draw, no) === part.inspection);
    const former = visit?.seats
      .flatMap(({ replaced = [] }) => replaced)
      .findLast((one) => one.inspectorId === inspectorId);
    if (visit !== undefined && former !== undefined) return { event: former.e, visits: [visit] };
  }
  return undefined;
}

/** Numbers of the visits of the draw that are still to come for this person; of a recusal only the one. */
async function visitsGivenUp(
  deps: ReplacementDeps,
  stored: StoredInspection,
  request: StaffingRequest,
  draw: string,
): Promise<readonly number[]> {
  const { parts, number, lead } = stored.state;
  const merged = stored.status === 'merged' && lead !== undefined;
  const held = merged ? await deps.cases.load(inspectionCaseId(lead)) : stored;
  const visitOf = (one: string) => Number(one.slice(one.lastIndexOf('-') + 1));
  const own = TO_COME.has(held?.status ?? '')
    ? [parts.find((part) => part.draw === draw)?.inspection ?? number]
    : [];
  if (isRecusal(request.reason)) return own.map(visitOf);
  const assigned = await deps.lists.ofInspector(request.inspectorId);
  const open = assigned.filter(({ status }) => TO_COME.has(status));
  const numbers = open.flatMap(({ state }) =>
    state.parts.filter((part) => part.draw === draw).map((part) => part.inspection),
  );
  return [...new Set([...own, ...numbers])].map(visitOf).sort((a, b) => a - b);
}

async function tell(
  deps: ReplacementDeps,
  visit: Visit,
  event: number,
  from: { readonly inspection: string; readonly request: StaffingRequest },
): Promise<Result<undefined>> {
  const own = inspectionNumber(visit.draw, visit.no);
  const stored = await deps.cases.load<InspectionCase>(inspectionCaseId(own));
  if (stored === undefined) return problem('inspection.unknown');
  // A visit that was merged is held with its lead. One that is only on its way there may still come back.
  const number = (stored.status === 'merged' ? stored.state.lead : undefined) ?? own;
  const given = await giveInspection(
    deps,
    number,
    'restaff',
    restaff,
    {
      draw: visit.draw,
      event,
      team: seatsOf(visit),
      ...(number === from.inspection ? { request: { id: from.request.id, event } } : {}),
    },
    SYSTEM,
  );
  if (given.ok) return ok(undefined);
  // The visit took place, or ended, while the replacement was drawn: its record keeps the team it had. One that
  // is joining another at this moment is told when it has joined.
  const elsewhere = given.problems.find(({ code }) => code === 'inspection.status');
  const over = elsewhere !== undefined && elsewhere.params?.['status'] !== 'joining';
  return over ? ok(undefined) : given;
}

/** Draws every replacement that waits; one that fails does not hold up the others. */
export async function drawReplacements(
  deps: ReplacementDeps,
): Promise<{ readonly done: number; readonly failed: readonly string[] }> {
  const failed: string[] = [];
  let done = 0;
  for (const queued of await deps.lists.replacements()) {
    try {
      const drawn = await drawReplacement(deps, queued);
      const settled = drawn.ok || drawn.problems.some(({ code }) => code === 'inspection.staffing.none');
      if (!settled) failed.push(queued.inspection);
      else {
        await deps.lists.replacementDone(queued);
        done += 1;
      }
    } catch {
      failed.push(queued.inspection);
    }
  }
  return { done, failed };
}

/** Keyed, because the reasons are few: without the key nobody can try out whose it is. */
async function evidenceOf(deps: ReplacementDeps, evidence: object): Promise<string> {
  return keyedDigests(await deps.auditKey(), { evidence })['evidence'] ?? '';
}

/** The next rank of the draw steps in for an agency that is gone, with a team and an inspection of its own. */
async function drawNextAgency(
  deps: ReplacementDeps,
  inspection: InspectionCase | undefined,
): Promise<Result<undefined>> {
  const ended = inspection?.cancelled;
  const reason = ended === undefined ? undefined : agencyReasons[ended.request.ground];
  if (inspection === undefined || ended === undefined || reason === undefined)
    return problem('inspection.staffing.none');
  const { by, name, at } = ended.request;
  const replaced = await replaceInDraw(deps.draws, inspection.draw, {
    requestId: `${inspection.number}/${AGENCY_REQUEST}`,
    type: 'agency',
    visitNo: inspection.visit,
    reason,
    evidence: await evidenceOf(deps, ended),
    requested: { by, name, at },
    confirmed: ended.confirmed,
  });
  if (!replaced.ok) return replaced;
  const { event, visits } = replaced.value;
  const draw = await deps.cases.load<DrawCase>(drawCaseId(inspection.draw));
  if (draw === undefined) return problem('ceremony.unknown', { number: inspection.draw });
  const came = visits.filter(({ since }) => since === event);
  await openInspections(deps, draw.state, came, await deps.draws.registers.items(), 'tell');
  await Promise.all([deps.kick.start(), deps.kick.mail()]);
  return ok(undefined);
}
