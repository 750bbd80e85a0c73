import { ok, problem } from '../../problem.ts';
import { act, type Decide, type Decision, type Moment } from './decision.ts';
import type { DrawCase, VoidGround } from './drawCase.ts';
import { lastSourceExists } from './lastSource.ts';

/** A void is asked for by one person, confirmed by another, public and counted (DR-1 §1.5). */
export const requestVoid: Decide<{ readonly ground: VoidGround; readonly reason: string }> = (
  draw,
  { ground, reason },
  moment,
) => {
  if (lastSourceExists(draw, moment.at)) return problem('ceremony.void.late');
  if (draw.voidRequest !== undefined) return problem('ceremony.void.requested');
  if (reason.trim() === '') return problem('ceremony.reason.missing', undefined, 'reason');
  return ok({
    to: moment.status,
    state: { ...draw, voidRequest: { ...act(moment), ground, reason: reason.trim() } },
    ground,
    seal: { reason },
  });
};

export const withdrawVoid: Decide<undefined> = (draw, _input, { status }) => {
  if (draw.voidRequest === undefined) return problem('ceremony.void.none');
  const { voidRequest: _request, ...rest } = draw;
  return ok({ to: status, state: rest });
};

export const confirmVoid: Decide<undefined> = (draw, _input, moment) => {
  if (lastSourceExists(draw, moment.at)) return problem('ceremony.void.late');
  const request = draw.voidRequest;
  if (request === undefined) return problem('ceremony.void.none');
  if (request.by === moment.actor.userId) return problem('ceremony.four_eyes');
  return ok(voided(draw, request, moment));
};

/**
 * What the system voids by itself, because waiting longer would be somebody's choice: reveals that are not
 * complete at their deadline, a commitment that could not be published before its lottery was drawn.
 */
export const voidByItself: Decide<{ readonly ground: VoidGround }> = (draw, { ground }, moment) => {
  if (lastSourceExists(draw, moment.at)) return problem('ceremony.void.late');
  const missing = draw.witnesses.filter((seat) => seat.r === undefined).map((seat) => seat.id);
  return ok(voided(draw, { ...act(moment), ground, reason: missing.join(', ') }, moment));
};

function voided(draw: DrawCase, request: NonNullable<DrawCase['voidRequest']>, moment: Moment): Decision {
  const { voidRequest: _request, ...rest } = draw;
  return {
    to: 'voided',
    state: { ...rest, voided: { request, confirmed: act(moment), stage: moment.status } },
    log: [{ type: 'void', body: { draw: draw.number, reason: request.ground } }],
    ground: request.ground,
    seal: { reason: request.reason },
  };
}
