import * as z from 'zod/mini';
import type { Problem } from '../problem.ts';
import { count, hex32, label, tid } from './shape.ts';

/** A drop-out after the draw, as it stands in the log and in the record (DR-1 §1.11.11–11a). */
export const eventSchema = z.strictObject({
  /** Its place in `events`, from 1. */
  e: count,
  type: z.enum(['agency', 'inspector']),
  tid,
  /** Code from the closed list of reasons. */
  reason: label,
  /** Digest of the evidence in hex. */
  evidence: hex32,
  /** Agencies at which an inspector gives up the seat, strictly ascending; absent: all seats held. */
  visits: z.exactOptional(z.array(tid)),
  /** The inspector gives up these seats only and stays a candidate for other visits. */
  stays: z.exactOptional(z.literal(true)),
});

export type DropOut = z.infer<typeof eventSchema>;

/**
 * What is wrong with an event by itself (DR-1 §1.11.11a): `draw.event.agencyFields` (`visits` or `stays` of an agency),
 * `draw.event.staysWhere` (`stays` without `visits`), `draw.event.noVisits` (an empty list), `draw.event.visitOrder`
 * (not strictly ascending). Whether the seats are held only the replay knows.
 */
export function eventProblems({ e, type, visits, stays }: DropOut): Problem[] {
  const params = { e };
  if (type === 'agency')
    return visits === undefined && stays === undefined ? [] : [{ code: 'draw.event.agencyFields', params }];
  if (visits === undefined) return stays === undefined ? [] : [{ code: 'draw.event.staysWhere', params }];
  if (visits.length === 0) return [{ code: 'draw.event.noVisits', params }];
  const ascending = visits.every((a, at) => at === 0 || (visits[at - 1] ?? '') < a);
  return ascending ? [] : [{ code: 'draw.event.visitOrder', params }];
}
