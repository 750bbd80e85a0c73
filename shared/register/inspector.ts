import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../calendar/localDate.ts';
import { inspectorDistricts } from './district.ts';
import { emailSchema, idSchema, line } from './field.ts';
import { codesOf, inspectorQuals, inspectorStatuses } from './vocabulary.ts';

/** A law-enforcement officer: a row of the inspector library (执法检查人员名录库). */
export const inspectorSchema = z.object({
  id: idSchema,
  name: line(60),
  /** 行政执法证 number; who cannot show it can be refused (行政处罚法 art. 55). */
  certificateNo: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z-]{3,29}$/, { error: 'register.certificateNo.format' }),
  /** Last day of the certificate, inclusive. Expired ones stay in the register and are never drawn. */
  certificateValidTo: localDateSchema,
  unit: line(100),
  district: codesOf(inspectorDistricts),
  /** In the order of the vocabulary, each once; may be empty (an officer who can take no seat yet). */
  quals: z
    .array(codesOf(inspectorQuals))
    .refine((quals) => new Set(quals).size === quals.length, { error: 'register.list.duplicate' }),
  /** Most seats in one draw. */
  cap: z.int({ error: 'register.number.whole' }).min(0).max(999),
  email: emailSchema,
  status: codesOf(inspectorStatuses),
});
export type Inspector = z.infer<typeof inspectorSchema>;

/** Whether the certificate covers the whole of the period up to and including `date`. */
export function certificateCovers(
  inspector: Pick<Inspector, 'certificateValidTo'>,
  date: LocalDate,
): boolean {
  return inspector.certificateValidTo >= date;
}
