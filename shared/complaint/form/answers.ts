import * as z from 'zod';
import { localDateSchema } from '../../calendar/localDate.ts';
import { conductCodes } from '../../law/conducts.ts';
import { MOST_FEN, readYuan } from '../../money.ts';
import { citizenLine, citizenText } from '../filedText.ts';
import { filedAgencySchema, standings, textLimits, wishes } from '../filing.ts';

/**
 * What each step of the public form asks, as it reaches the domain: an entry left empty is `''`, a date is
 * `YYYY-MM-DD`. The codes of the refusals stand in `formMessages` and the messages of the domain.
 */

/** An entry that may be left empty: then it is not part of the answer. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (entry) => (typeof entry === 'string' && entry.trim() === '' ? undefined : entry),
    schema.optional(),
  );

const chosen = <const Codes extends readonly [string, ...string[]]>(codes: Codes, code: string) =>
  z.enum(codes, { error: code });

const halfWidth = (text: string) => text.normalize('NFKC').trim();

/** Yuan as people write them (`１，２００．５０`, `¥1200.5`, `1200元`), kept as fen. */
const yuan = z
  .string()
  .refine((text) => readYuan(text) !== undefined, { error: 'intake.amount.unreadable' })
  .transform((text) => readYuan(text) ?? 0)
  .refine((fen) => fen <= MOST_FEN, { error: 'intake.amount.large' });

/** A telephone number in any notation, extension included: enough digits to be called, and nothing but a number. */
const phone = citizenLine(40)
  .transform(halfWidth)
  .refine(
    (text) => {
      const digits = text.replace(/\D/g, '').length;
      return /^\+?[\d\s()/.*#x-]*(转|ext\.?)?[\d\s-]*$/i.test(text) && digits >= 7 && digits <= 20;
    },
    { error: 'intake.phone' },
  );

/** One plain address: no display name, no second address, no line end that could become a header. */
const mail = z
  .string()
  .transform(halfWidth)
  .pipe(z.email({ error: 'intake.mail' }).max(254, { error: 'intake.mail' }));

/** The address to which a link is sent, for whoever runs no script. */
export const releaseAddress = z.object({ releaseMail: mail });

export const answerSchemas = {
  before: z.object({ told: chosen(['no', 'yes'], 'intake.choose') }),
  agency: filedAgencySchema,
  standing: z.object({ standing: chosen(standings, 'intake.choose') }),
  wish: z.object({ wish: chosen(wishes, 'intake.choose') }),
  /** What the person was told it is; asked again when that changes. */
  kind: z.object({ kinds: chosen(['complaint', 'report', 'complaint report'], 'intake.kind.changed') }),
  service: z.object({ service: chosen(['patent', 'trademark'], 'intake.choose') }),
  conducts: z.object({
    conducts: z
      .array(chosen(conductCodes, 'intake.conducts'))
      .min(1, { error: 'intake.conducts' })
      .max(conductCodes.length),
  }),
  facts: z.object({
    facts: citizenText(textLimits.facts),
    knownSince: optional(localDateSchema),
    practitioner: optional(citizenLine(60)),
  }),
  matter: z.object({
    applicationNumber: optional(citizenLine(60)),
    contract: optional(citizenLine(100)),
    amountFen: optional(yuan),
  }),
  rights: z.object({ rightsLostOn: optional(localDateSchema) }),
  request: z.object({ request: citizenText(textLimits.request) }),
  /** The files themselves are no answer: they come one by one. */
  evidence: z.object({ seen: z.literal('yes', { error: 'intake.choose' }) }),
  naming: z.object({ naming: chosen(['named', 'anonymous'], 'intake.choose') }),
  identity: z.object({
    name: citizenLine(60),
    phone,
    address: citizenLine(textLimits.line),
    mail: optional(mail),
  }),
  proxy: z.discriminatedUnion(
    'acting',
    [
      z.object({ acting: z.literal('self') }),
      z.object({
        acting: z.literal('proxy'),
        proxyName: citizenLine(60),
        proxyAuthority: citizenLine(textLimits.line),
      }),
    ],
    { error: 'intake.choose' },
  ),
} as const;

export type StepName = keyof typeof answerSchemas;
export type AnswerOf<Name extends StepName> = z.output<(typeof answerSchemas)[Name]>;
/** What was answered so far. An answer to a question that no longer applies stays, and is never sent. */
export type Answers = { readonly [Name in StepName]?: AnswerOf<Name> };
