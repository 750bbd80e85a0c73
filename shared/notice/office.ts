import * as z from 'zod';
import { line, phoneSchema } from '../register/field.ts';

/** Who issues the papers. */
export const officeSchema = z.object({
  name: line(60),
  /** Prefix of draw numbers, e.g. `BJIPO`: part of what is committed, so letters only. */
  code: z.string().regex(/^[A-Z]{2,10}$/),
  nameEn: line(120),
  /** First part of the document number, e.g. `京知抽`. */
  numberPrefix: line(20),
  /** The same of papers on complaints and reports, e.g. `京知诉`: they have a sequence of their own. */
  complaintPrefix: line(20),
  /** The same of penalty decisions, e.g. `京知罚`. */
  penaltyPrefix: line(20),
  /** The same of decisions on the lists of agencies, e.g. `京知名`. */
  listingPrefix: line(20),
  /** The same of papers on credit repair, e.g. `京知修`. */
  repairPrefix: line(20),
  contactUnit: line(60),
  contactPhone: phoneSchema,
  address: line(200),
});
export type Office = z.infer<typeof officeSchema>;

export function contactLine(office: Office): string {
  return `联系部门：${office.contactUnit}　联系电话：${office.contactPhone}　地址：${office.address}`;
}
