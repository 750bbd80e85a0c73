import { withDeadline, withoutDeadline } from '../calendar/storedDeadline.ts';
import { act, type Moment } from '../draw/ceremony/decision.ts';
import { dropOutReasonsFor, type ReasonOf } from '../draw/ceremony/dropOutReasons.ts';
import { ok, problem } from '../problem.ts';
import type { DecideInspection, InspectionMoment } from './command.ts';
import { dayOf, deadlineOf } from './deadlines.ts';
import {
  type InspectionCase,
  type InspectionStatus,
  isMember,
  members,
  type StaffingRequest,
  type TeamSeat,
} from './inspectionCase.ts';
import { replaceRow } from './inspectionRows.ts';
import { MINIMUM_TEAM } from './teamRules.ts';

/**
 * Who leaves a team and who comes in. Nobody is chosen: a request names who cannot come and why, a second person
 * confirms it, and the draw's own rule says who takes the seat (DR-1 §1.9.4).
 */

const actOf = ({ actor, at }: Pick<InspectionMoment, 'actor' | 'at'>) =>
  act({ actor, at, status: 'published' } satisfies Moment);

/** Reasons that a member of a team may have; the closed list of the draw's events. */
export function isInspectorReason(code: string): code is ReasonOf<'inspector'> {
  return dropOutReasonsFor('inspector').some((reason) => reason.code === code);
}

const BEFORE_VISIT: ReadonlySet<InspectionStatus> = new Set(['staffing', 'notified']);

const RECUSAL_REASONS: readonly ReasonOf<'inspector'>[] = ['recusal-own', 'recusal-granted'];

/** Recused from this visit only, or gone for all visits that are still to come. */
export function isRecusal(reason: ReasonOf<'inspector'>): boolean {
  return RECUSAL_REASONS.includes(reason);
}

export interface StaffingInput {
  readonly id: string;
  readonly inspectorId: string;
  readonly reason: string;
  /** Confidential; only its digest is kept in the chain. */
  readonly text: string;
}

/** A member says that they must step back or cannot come; a supervisor may say it for them. */
export const requestStaffing: DecideInspection<StaffingInput> = (inspection, input, moment) => {
  const { actor, status } = moment;
  const own = actor.inspectorId === input.inspectorId;
  if (!own && !actor.roles.includes('supervisor')) return problem('inspection.role');
  const seat = members(inspection).find(({ inspectorId }) => inspectorId === input.inspectorId);
  if (seat === undefined) return problem('inspection.staffing.notMember', undefined, 'inspectorId');
  if (!isInspectorReason(input.reason) || input.reason === 'recusal-granted')
    return problem('inspection.staffing.reason', undefined, 'reason');
  // The same form twice, or two people for the same seat: the first request stands.
  if (inspection.staffing.some((one) => one.inspectorId === input.inspectorId && isOpen(one)))
    return problem('inspection.staffing.pending', { name: seat.name });
  const request: StaffingRequest = {
    id: input.id,
    inspectorId: seat.inspectorId,
    name: seat.name,
    reason: input.reason,
    requested: actOf(moment),
  };
  return ok({
    to: status,
    state: { ...inspection, staffing: [...inspection.staffing, request] },
    ground: input.reason,
    seal: { text: input.text },
    papers: [],
  });
};

/** Waits for the second person, or for the replacement to be drawn. */
export function isOpen({ decided, event }: StaffingRequest): boolean {
  return decided === undefined || (decided.outcome === 'confirmed' && event === undefined);
}

/** A second person confirms; the replacement is then drawn by itself. Or refuses, and the seat stays. */
export const decideStaffing: DecideInspection<{
  readonly id: string;
  readonly outcome: 'confirmed' | 'refused';
}> = (inspection, { id, outcome }, moment) => {
  const request = inspection.staffing.find((one) => one.id === id);
  if (request === undefined || request.decided !== undefined) return problem('inspection.staffing.none');
  if (request.requested.by === moment.actor.userId || request.inspectorId === moment.actor.inspectorId)
    return problem('inspection.four_eyes');
  const decided = { ...actOf(moment), outcome };
  return ok({
    to: moment.status,
    state: { ...inspection, staffing: replaced(inspection.staffing, { ...request, decided }) },
    ground: outcome,
    rows: outcome === 'confirmed' ? [replaceRow(inspection.number, id, moment.at)] : [],
  });
};

function replaced<T extends { readonly id: string }>(list: readonly T[], next: T): readonly T[] {
  return list.map((one) => (one.id === next.id ? next : one));
}

/** An agency applies that a member steps back (行政处罚法 art. 43); the work goes on until it is decided. */
export const applyRecusal: DecideInspection<{
  readonly id: string;
  /** Pseudonym of the member, as the agency's page names the seat. */
  readonly tid: string;
  readonly text: string;
}> = (inspection, { id, tid, text }, moment) => {
  const seat = members(inspection).find((one) => one.tid === tid);
  if (seat === undefined) return problem('inspection.recusal.seat', undefined, 'tid');
  const pending = inspection.recusals.some(
    (one) => one.inspectorId === seat.inspectorId && one.decided === undefined,
  );
  if (pending) return problem('inspection.recusal.pending', { name: seat.name }, 'tid');
  const application = { id, inspectorId: seat.inspectorId, name: seat.name, text, at: moment.at };
  const recusals = [...inspection.recusals, application];
  return ok({
    to: moment.status,
    state: { ...inspection, recusals, deadlines: recusalDeadlines(inspection, recusals, moment) },
    seal: { text },
  });
};

/** The date runs for the oldest application that waits: a further one does not put it off. */
function recusalDeadlines(
  { deadlines }: InspectionCase,
  recusals: InspectionCase['recusals'],
  { calendar }: Pick<InspectionMoment, 'calendar'>,
): InspectionCase['deadlines'] {
  const oldest = recusals.find(({ decided }) => decided === undefined);
  if (oldest === undefined) return withoutDeadline(deadlines, 'recusal');
  const applied = dayOf(oldest.at);
  const runs = deadlines.some(({ kind, deadline }) => kind === 'recusal' && deadline.event === applied);
  return runs ? deadlines : withDeadline(deadlines, deadlineOf('recusal', applied, calendar));
}

/** The head decides. Granted: the draw's replacement follows by itself, with the head as the second person. */
export const decideRecusal: DecideInspection<{
  readonly id: string;
  readonly outcome: 'granted' | 'rejected';
  readonly reason: string;
}> = (inspection, { id, outcome, reason }, moment) => {
  const application = inspection.recusals.find((one) => one.id === id);
  if (application === undefined || application.decided !== undefined)
    return problem('inspection.recusal.none');
  if (application.inspectorId === moment.actor.inspectorId) return problem('inspection.four_eyes');
  const decided = { ...actOf(moment), outcome, reason };
  const recusals = replaced(inspection.recusals, { ...application, decided });
  const deadlines = recusalDeadlines(inspection, recusals, moment);
  const state = { ...inspection, recusals, deadlines };
  const paper = { key: `recusal-${id}`, order: { type: 'recusal', id } } as const;
  const seal = { reason };
  // After the visit the record keeps the team that made it: nobody is dealt anew, and the reviewer knows.
  const visited = !BEFORE_VISIT.has(moment.status);
  if (outcome === 'rejected' || visited || !isMember(inspection, application.inspectorId))
    return ok({ to: moment.status, state, ground: outcome, seal, papers: [paper] });
  const request: StaffingRequest = {
    id: `recusal-${id}`,
    inspectorId: application.inspectorId,
    name: application.name,
    reason: 'recusal-granted',
    requested: { by: `link:${inspection.agency.tid}`, name: inspection.agency.name, at: application.at },
    decided: { ...actOf(moment), outcome: 'confirmed' },
  };
  return ok({
    to: moment.status,
    state: { ...state, staffing: [...state.staffing, request] },
    ground: outcome,
    seal,
    papers: [paper],
    rows: [replaceRow(inspection.number, request.id, moment.at)],
  });
};

export interface RestaffInput {
  readonly draw: string;
  /** Number of the event in that draw. */
  readonly event: number;
  /** The seats that this draw has dealt to the visit, as they are now. */
  readonly team: readonly TeamSeat[];
  /** The request of this case that the event answers, if it came from here. */
  readonly request?: { readonly id: string; readonly event: number };
}

/**
 * Takes over what an event of the draw has changed. Whoever left signs nothing any more; their answers stay.
 * The same event again changes nothing.
 */
export const restaff: DecideInspection<RestaffInput> = (inspection, input, moment) => {
  const { draw, event, team, request } = input;
  const staffing = inspection.staffing.map((one) =>
    one.id === request?.id ? { ...one, event: request.event } : one,
  );
  const name = `${draw}/${event}`;
  if (inspection.events.includes(name)) {
    const noted = inspection.staffing.every((one) => one.id !== request?.id || one.event === request.event);
    return ok({ to: moment.status, state: noted ? inspection : { ...inspection, staffing } });
  }
  const kept = inspection.team.filter((seat) => seat.draw !== draw);
  // Nobody sits twice: in a joint visit a person can be dealt by two draws.
  const seats = [...kept, ...team.filter(({ inspectorId }) => !isMember({ team: kept }, inspectorId))];
  const order = inspection.parts.map((part) => part.draw);
  const state: InspectionCase = {
    ...inspection,
    staffing,
    team: seats.sort((a, b) => order.indexOf(a.draw) - order.indexOf(b.draw) || a.seat - b.seat),
    events: [...inspection.events, name],
  };
  const to: InspectionStatus = members(state).length < MINIMUM_TEAM ? 'staffing' : 'notified';
  return ok({
    to,
    state: { ...state, signatures: state.signatures.filter((one) => isMember(state, one.inspectorId)) },
    ground: 'restaffed',
    papers: [{ key: `team-${draw}-${event}`, order: { type: 'team' } }],
  });
};
