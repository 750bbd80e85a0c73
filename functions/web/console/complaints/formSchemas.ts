import * as z from 'zod';
import type { Sitting, Telling } from '../../../../shared/complaint/complaintCase.ts';
import { notFiledGrounds } from '../../../../shared/law/intakeGrounds.ts';
import { oneOf, told } from './commandGiven.ts';

/** Closed lists of the forms, and the forms that several commands share. */

export const consents = ['both', 'filer', 'agency', 'none'] as const satisfies readonly Sitting['consent'][];
export const tellingTo = ['filer', 'agency', 'both'] as const satisfies readonly Telling['to'][];
export const tellingHow = [
  'mail',
  'post',
  'counter',
  'phone',
  'status-page',
] as const satisfies readonly Telling['how'][];

export const codesOf = <Rule extends string>(table: readonly { readonly rule: Rule }[]) =>
  table.map(({ rule }) => rule);

export const reasonForm = z.object({ reason: told });
export const agreement = z
  .object({ agrees: oneOf(['yes', 'no']) })
  .transform(({ agrees }) => ({ agrees: agrees === 'yes' }));
export const grounded = <const Codes extends readonly string[]>(codes: Codes) =>
  z.object({ ground: oneOf(codes), reason: told });
export const decisionForm = z
  .object({
    outcome: oneOf(['filed', 'not-filed']),
    ground: z.union([z.literal(''), z.enum(codesOf(notFiledGrounds))], 'complaintPage.choose').default(''),
    inspect: z.enum(['yes', 'no'], 'complaintPage.choose').default('no'),
    reason: told,
  })
  .transform(({ outcome, ground, inspect, reason }) => ({
    outcome,
    reason,
    // What belongs to the other outcome is hidden on the page and counts for nothing.
    inspect: outcome === 'filed' && inspect === 'yes',
    ...(outcome === 'not-filed' && ground !== '' ? { ground } : {}),
  }));
