import { ok, problem, type Result } from '../../problem.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { type DropOut, eventSchema } from '../event.ts';
import { readShape } from '../shape.ts';
import type { Act, DrawEvent } from './drawCase.ts';
import { dropOutReasons, type ReasonOf } from './dropOutReasons.ts';
import type { Visit } from './visit.ts';

interface OrderBase {
  /** Chosen by who orders, at most 200 characters: the same request twice is one event. */
  readonly requestId: string;
  /** Digest of the evidence, 64 hex digits; published. */
  readonly evidence: string;
  readonly requested: Act;
  /** By another person than `requested`. */
  readonly confirmed: Act;
}

export interface InspectorDropOut extends OrderBase {
  readonly type: 'inspector';
  readonly inspectorId: string;
  /** Visits whose seats are given up; absent: all seats held. Seats at other visits stay. */
  readonly visitNos?: readonly number[];
  /** Gives up these visits only (`visitNos`) and remains a candidate for others: a recusal. */
  readonly stays?: boolean;
  readonly reason: ReasonOf<'inspector'>;
}

export interface AgencyDropOut extends OrderBase {
  readonly type: 'agency';
  readonly visitNo: number;
  readonly reason: ReasonOf<'agency'>;
}

export type ReplaceOrder = InspectorDropOut | AgencyDropOut;

/**
 * The event of an order, under pseudonyms. Refuses `ceremony.four_eyes`, `ceremony.replace.reason`,
 * `ceremony.replace.visit` (no such visit, or dropped), `ceremony.replace.inspector` (not in the sealed list), and
 * `draw.shape.*`; whether it can be replayed is the engine's question.
 */
export function eventOf(
  order: ReplaceOrder,
  e: number,
  visits: readonly Visit[],
  tidOf: (inspectorId: string) => string | undefined,
): Result<DropOut> {
  if (order.requested.by === order.confirmed.by) return problem('ceremony.four_eyes');
  const { type, reason, evidence } = order;
  if (!dropOutReasons.some((one) => one.type === type && one.code === reason))
    return problem('ceremony.replace.reason', undefined, 'reason');
  const standing = new Map(visits.filter((visit) => !visit.dropped).map(({ no, tid }) => [no, tid]));
  const nos = order.type === 'agency' ? [order.visitNo] : (order.visitNos ?? []);
  const missing = nos.find((no) => !standing.has(no));
  if (missing !== undefined)
    return problem('ceremony.replace.visit', { no: missing }, type === 'agency' ? 'visitNo' : 'visitNos');
  const tids = nos.flatMap((no) => standing.get(no) ?? []).sort();
  if (order.type === 'agency') return readShape(eventSchema, { e, type, tid: tids[0], reason, evidence });
  const tid = tidOf(order.inspectorId);
  if (tid === undefined) return problem('ceremony.replace.inspector', undefined, 'inspectorId');
  return readShape(eventSchema, {
    e,
    type,
    tid,
    reason,
    evidence,
    ...(order.visitNos === undefined ? {} : { visits: tids }),
    ...(order.stays === true ? { stays: true } : {}),
  });
}

/** The event that a request has led to already; refuses a request id that was used for another order. */
export function repeated(
  events: readonly DrawEvent[],
  order: ReplaceOrder,
  visits: readonly Visit[],
): Result<DrawEvent | undefined> {
  const known = events.find(({ requestId }) => requestId === order.requestId);
  if (known === undefined) return ok(undefined);
  // A dropped visit keeps its pseudonym, so the order gives the same event again.
  const standing = visits.map(({ dropped: _dropped, ...visit }) => visit);
  const tidOf = (id: string) => (id === known.subject ? known.event.tid : undefined);
  const again = eventOf(order, known.event.e, standing, tidOf);
  const same = again.ok && canonicalJson(again.value) === canonicalJson(known.event);
  return same ? ok(known) : problem('ceremony.replace.otherRequest');
}
