import * as z from 'zod';
import { localDateSchema } from '../calendar/localDate.ts';
import { questionsSchema } from './checklist.ts';
import { idSchema, line } from './field.ts';
import { agencyKinds, codesOf, inspectionMethods, itemStatuses } from './vocabulary.ts';

/**
 * A row of the list of inspection items (随机抽查事项清单). What is not on the published list, or has no legal
 * basis, may not be inspected (国办发〔2015〕58号 二(一); 国办发〔2024〕54号). A version never changes once published,
 * and it is published only with its questions; a draft may still be without.
 */
export const inspectionItemSchema = z.object({
  code: idSchema,
  version: z.int({ error: 'register.number.whole' }).min(1).max(999),
  name: line(200),
  legalBasis: line(500),
  kinds: z
    .array(codesOf(agencyKinds))
    .min(1, { error: 'register.required' })
    .refine((kinds) => new Set(kinds).size === kinds.length, { error: 'register.list.duplicate' }),
  method: codesOf(inspectionMethods),
  /** Whether the agency is told before the visit. */
  announced: z.boolean(),
  /** The checklist. Older versions were kept without one: they are read as having no question. */
  questions: questionsSchema.default([]),
  status: codesOf(itemStatuses),
  validFrom: localDateSchema,
});
export type InspectionItem = z.infer<typeof inspectionItemSchema>;
