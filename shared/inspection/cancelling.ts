import type { ReasonOf } from '../draw/ceremony/dropOutReasons.ts';
import { ok, problem } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import type { CancelGround } from './inspectionCase.ts';
import { cancelGrounds } from './inspectionCase.ts';
import { replaceRow } from './inspectionRows.ts';

/** Name of the request by which the draw's next agency takes the place of one that drops out. */
export const AGENCY_REQUEST = 'agency';

/** Grounds on which the next rank of the draw steps in, and what the draw's event says (DR-1 §1.8). */
export const agencyReasons: Readonly<Partial<Record<CancelGround, ReasonOf<'agency'>>>> = {
  'agency-gone': 'closed',
  duplicate: 'duplicate',
};

/** An inspection that cannot take place ends without a visit: asked for by one person, confirmed by another. */
export const requestCancel: DecideInspection<{ readonly ground: string; readonly reason: string }> = (
  inspection,
  { ground, reason },
  { actor, at, status },
) => {
  const known = cancelGrounds.find((one) => one === ground);
  if (known === undefined) return problem('inspection.cancel.ground', undefined, 'ground');
  if (inspection.cancelRequest !== undefined) return problem('inspection.cancel.pending');
  const cancelRequest = { by: actor.userId, name: actor.name, at, ground: known, reason };
  return ok({ to: status, state: { ...inspection, cancelRequest }, ground: known, seal: { reason } });
};

export const withdrawCancel: DecideInspection<undefined> = (inspection, _input, { status }) => {
  if (inspection.cancelRequest === undefined) return problem('inspection.cancel.none');
  const { cancelRequest: _request, ...rest } = inspection;
  return ok({ to: status, state: rest });
};

/** Confirms: whoever had been told of the visit is told that it does not take place. */
export const cancel: DecideInspection<undefined> = (inspection, _input, { actor, at }) => {
  const request = inspection.cancelRequest;
  if (request === undefined) return problem('inspection.cancel.none');
  if (request.by === actor.userId) return problem('inspection.four_eyes');
  const confirmed = { by: actor.userId, name: actor.name, at };
  return ok({
    to: 'cancelled',
    state: { ...inspection, cancelled: { request, confirmed }, closed: at },
    ground: request.ground,
    publishes: true,
    papers: [{ key: 'cancelled', order: { type: 'cancelled' } }],
    rows:
      agencyReasons[request.ground] === undefined ? [] : [replaceRow(inspection.number, AGENCY_REQUEST, at)],
  });
};
