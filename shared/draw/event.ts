import * as z from 'zod/mini';
import { count, hex32, label, tid } from './shape.ts';

/** A drop-out after the draw, as it stands in the log and in the record (DR-1 §1.11.11). */
export const eventSchema = z.strictObject({
  /** Its place in `events`, from 1. */
  e: count,
  type: z.enum(['agency', 'inspector']),
  tid,
  /** Code from the closed list of reasons. */
  reason: label,
  /** Digest of the evidence in hex. */
  evidence: hex32,
});

export type DropOut = z.infer<typeof eventSchema>;
