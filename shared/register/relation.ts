import * as z from 'zod';
import { localDateSchema } from '../calendar/localDate.ts';
import { idSchema, line, usccSchema } from './field.ts';
import { codesOf, relationSources } from './vocabulary.ts';

/**
 * An inspector may not be dealt to an agency (回避, 行政处罚法 art. 43). The pair is sealed into the draw; the
 * reason is confidential and never leaves the office.
 */
export const relationSchema = z.object({
  inspectorId: idSchema,
  agencyUscc: usccSchema,
  reason: line(500),
  declaredOn: localDateSchema,
  source: codesOf(relationSources),
});
export type Relation = z.infer<typeof relationSchema>;
