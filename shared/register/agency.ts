import * as z from 'zod';
import { localDateSchema } from '../calendar/localDate.ts';
import type { Problem } from '../problem.ts';
import { districts } from './district.ts';
import { emailSchema, line, monthSchema, phoneSchema, usccSchema } from './field.ts';
import { agencyKinds, agencyStatuses, codesOf, creditGrades, listings, riskClasses } from './vocabulary.ts';

/**
 * A patent or trademark agency, or a branch of one: a row of the object library (检查对象名录库). A branch is a
 * row of its own because it is inspected where it stands (专利代理管理办法 art. 39).
 */
export const agencySchema = z.object({
  uscc: usccSchema,
  name: line(100),
  nameEn: line(200).exactOptional(),
  /** In the order of the vocabulary, each once. */
  kinds: z
    .array(codesOf(agencyKinds))
    .min(1, { error: 'register.required' })
    .refine((kinds) => new Set(kinds).size === kinds.length, { error: 'register.list.duplicate' }),
  /** 专利代理机构代码, five digits (局令14号; the serial overflowed, so no province is required in it). */
  agencyCode: z
    .string()
    .regex(/^\d{5}$/, { error: 'register.agencyCode.format' })
    .exactOptional(),
  /** CNIPA filing number of a trademark agency: no public standard, kept as written. */
  filingNo: line(40).exactOptional(),
  district: codesOf(districts),
  address: line(200),
  /** The uscc of the main agency when this is a branch. */
  headOf: usccSchema.exactOptional(),
  legalRepresentative: line(60),
  phone: phoneSchema,
  email: emailSchema,
  status: codesOf(agencyStatuses),
  /** Ours, from the published formula. What decides something reads it by `riskClassIn`. */
  riskClass: codesOf(riskClasses),
  /** The class that takes its place from a month on (`2027-03`): the first that had no published plan. */
  nextRisk: z.object({ class: codesOf(riskClasses), from: monthSchema }).exactOptional(),
  listing: codesOf(listings),
  listedSince: localDateSchema.exactOptional(),
  /** Why the agency is not in the drawing pool at all; empty for nearly everyone, and published. */
  exclusion: line(200).exactOptional(),
  creditGrade: codesOf(creditGrades).exactOptional(),
  lastInspectedOn: localDateSchema.exactOptional(),
  visitsThisYear: z.int({ error: 'register.number.whole' }).min(0).max(366).exactOptional(),
  /** Signed confirmation of electronic service (行政处罚法 art. 61): without it, mail is only a courtesy copy. */
  electronicServiceConsent: z.object({ on: localDateSchema, address: emailSchema }).exactOptional(),
});
export type Agency = z.infer<typeof agencySchema>;

/** The key under which the draw deals teams: what the visit has to be able to inspect. */
export type DrawKind = 'patent' | 'trademark' | 'dual';

/** `dual` when the agency does both, so that its team holds both qualifications. */
export function drawKind(agency: Pick<Agency, 'kinds'>): DrawKind {
  const [only, ...others] = agency.kinds;
  if (only === undefined) throw new RangeError('an agency without a kind');
  return others.length === 0 ? only : 'dual';
}

export function isBranch(agency: Pick<Agency, 'headOf'>): boolean {
  return agency.headOf !== undefined;
}

/** What no single field shows: problems between the fields of one agency. */
export function agencyContradictions(agency: Agency): Problem[] {
  const problems: Problem[] = [];
  if (agency.headOf === agency.uscc) problems.push({ code: 'register.agency.own_head', field: 'headOf' });
  if (agency.listing !== 'none' && agency.listedSince === undefined) {
    problems.push({ code: 'register.agency.listed_since_missing', field: 'listedSince' });
  }
  if (agency.listing === 'none' && agency.listedSince !== undefined) {
    problems.push({ code: 'register.agency.listed_since_without_list', field: 'listedSince' });
  }
  return problems;
}
