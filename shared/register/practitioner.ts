import * as z from 'zod';
import { localDateSchema } from '../calendar/localDate.ts';
import { line, usccSchema } from './field.ts';
import { codesOf, practitionerStatuses } from './vocabulary.ts';

/** 专利代理师 of an agency. */
export const practitionerSchema = z.object({
  /**
   * Number of the licence or of the practice filing. The 2002 standard knows 7 and 11 digits with an unpublished
   * check digit and later forms may differ (局令14号), so the number is stored as written and not verified.
   */
  licenceNo: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z-]{3,29}$/, { error: 'register.licenceNo.format' }),
  name: line(60),
  agencyUscc: usccSchema,
  /** 执业之日 (专利代理管理办法 art. 26). */
  practisingSince: localDateSchema.exactOptional(),
  status: codesOf(practitionerStatuses),
});
export type Practitioner = z.infer<typeof practitionerSchema>;
