import * as z from 'zod';
import { digestHex, sha256Suite } from '../draw/hash.ts';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { isUscc } from '../register/uscc.ts';
import { type CreditItem, wireId } from './creditItem.ts';
import type { MappingContext } from './mapping/fieldRow.ts';
import {
  fieldsOf,
  type WireLine,
  type WireType,
  wireTables,
  wireTypeOf,
  wireTypes,
  wordingFields,
} from './mapping/wireTypes.ts';
import { reasonText } from './reasons.ts';

/** What the other side holds of a key: it stands, its publicity has ended, or it was taken back. */
export const wireStates = ['published', 'ended', 'withdrawn'] as const;
export type WireState = (typeof wireStates)[number];

/** What is sent of an entry. It says how the record stands now, so that the same one twice is one. */
export interface WireRecord {
  /** The idempotency key: `<key>@<version>`, after a change of words `.<amendment>`. */
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly amendment: number;
  readonly state: WireState;
  readonly subject: { readonly uscc: string; readonly name: string };
  /** Absent when it is taken back: then nothing of the content is repeated. */
  readonly type?: WireType;
  readonly fields?: WireLine;
  readonly details?: readonly WireLine[];
  readonly reason?: string;
  /** SHA-256 of what it says (state, subject, type, fields, reason): both sides are compared by it. */
  readonly digest: string;
}

const states: Readonly<Record<CreditItem['entry']['operation'], WireState>> = {
  publish: 'published',
  correct: 'published',
  end: 'ended',
  withdraw: 'withdrawn',
};

/** A text that stands in no public record, whatever it was typed into. */
const foreign: readonly { readonly code: string; readonly in: (text: string) => boolean }[] = [
  // 18 digits are an identity card or the code of a receipt, unless they are the code of an agency.
  {
    code: 'credit.invalid.number',
    in: (text) =>
      [...text.matchAll(/(?<![0-9A-Z])\d{17}[0-9Xx](?![0-9A-Z])/g)].some(([found]) => !isUscc(found)),
  },
  { code: 'credit.invalid.phone', in: (text) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) },
  { code: 'credit.invalid.mail', in: (text) => /[^\s@]+@[^\s@]+\.[A-Za-z]{2,}/.test(text) },
  // Ids of cases and keys of rows, digests of the audit chain.
  {
    code: 'credit.invalid.id',
    in: (text) =>
      /\b(?:CP|RC|PN|NL|RP|RK|IN|VT|US|SS|OB|EM|CREDIT)#/.test(text) ||
      /\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/.test(text) ||
      /\b[0-9a-f]{64}\b/i.test(text),
  },
];

const LONGEST = 4_000;
const MOST_LINES = 500;
const text = z
  .string('credit.invalid.missing')
  .min(1, 'credit.invalid.missing')
  .max(LONGEST, 'credit.invalid.long')
  .superRefine((value, context) => {
    for (const one of foreign) if (one.in(value)) context.addIssue({ code: 'custom', message: one.code });
  });

function lineSchema(rows: readonly { readonly field: string; readonly required?: true }[]) {
  return z.strictObject(
    Object.fromEntries(rows.map(({ field, required }) => [field, required ? text : text.optional()])),
    { error: (issue) => (issue.code === 'unrecognized_keys' ? 'credit.invalid.foreign' : undefined) },
  );
}

const contentSchemas = new Map<WireType, z.ZodType>(
  wireTypes.map((type) => {
    const { rows, lines } = wireTables[type];
    const details =
      lines === undefined
        ? {}
        : { details: z.array(lineSchema(lines)).min(1, 'credit.invalid.missing').max(MOST_LINES) };
    return [type, z.strictObject({ fields: lineSchema(rows), ...details })];
  }),
);

const headSchema = z.object({
  key: z.string().regex(/^[a-z]+\/[A-Za-z0-9-]+(?:\/[a-z]+)?$/, 'credit.invalid.key'),
  version: z.int().min(1),
  subject: z.strictObject({
    uscc: z.string().refine(isUscc, 'credit.invalid.uscc'),
    name: text,
  }),
  reason: text.optional(),
});

/**
 * The record as it is sent, or why it must not be. It is made of the mapping's own fields and nothing else: no field
 * of the vault, nobody who complained and no id of the audit chain has a place in it, and a text that looks like one
 * is refused.
 *
 * Problems: `credit.invalid.*` with the name of the field.
 */
export function wireRecord(
  item: Pick<CreditItem, 'entry' | 'amendment' | 'amended'>,
  office: MappingContext['office'],
): Result<WireRecord> {
  const { entry, amendment, amended } = item;
  const { key, version, uscc, operation, record } = entry;
  const state = states[operation];
  const withdrawn = state === 'withdrawn';
  if (!withdrawn && record === undefined)
    return refuse({ code: 'credit.invalid.missing', field: 'record', params: { field: 'record' } });
  const type = withdrawn || record === undefined ? undefined : wireTypeOf(record);
  const made = withdrawn || record === undefined ? undefined : fieldsOf(record, { entry, office });
  const words = amended?.fields ?? {};
  const subject = { uscc, name: words['subject'] ?? entry.agency };
  const content =
    made === undefined ? {} : { ...made, fields: { ...made.fields, ...pick(words, wordingFields(entry)) } };
  const reason = reasonText(entry.reason);
  const because = state === 'published' || reason === undefined ? {} : { reason };
  const head = headSchema.safeParse({ key, version, subject, ...because });
  const body = type === undefined ? undefined : contentSchemas.get(type)?.safeParse(content);
  const problems = [head, body].flatMap((parsed) =>
    parsed?.success === false ? problemsOf(parsed.error) : [],
  );
  if (problems.length > 0) return refuse(...problems);
  const says = { state, subject, ...(type === undefined ? {} : { type }), ...content, ...because };
  return ok({ id: wireId(item), key, version, amendment, ...says, digest: digestHex(sha256Suite, says) });
}

/** Only what may be worded by a person, whatever stands in the row. */
const pick = (words: WireLine, rows: ReturnType<typeof wordingFields>): WireLine =>
  Object.fromEntries(Object.entries(words).filter(([name]) => rows.some(({ field }) => field === name)));

function problemsOf(error: z.ZodError): readonly Problem[] {
  return error.issues.map((issue) => {
    const field = issue.path.filter((part) => part !== 'fields').join('.');
    const code = issue.message.startsWith('credit.') ? issue.message : 'credit.invalid.shape';
    return { code, field, params: { field } };
  });
}
