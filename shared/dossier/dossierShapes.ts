import * as z from 'zod/mini';
import { type LocalDate, parseLocalDate } from '../calendar/localDate.ts';
import { count, hex32 } from '../draw/shape.ts';
import { evidencePurposes } from '../evidence/evidence.ts';
import { type EvidenceType, evidenceTypes } from '../evidence/evidenceLimits.ts';
import { noticeStatuses, serviceMethods, serviceNotes } from '../notice/notice.ts';

/**
 * What the files of dossiers are made of. Objects of a state are loose: a field that a later version of the case has is
 * no reason to refuse its dossier. `zod/mini` gives the same paths in its refusals as the draw's record.
 */

export const text = z.string();
/** Some text of a closed list of the code. */
export const oneOf = <const Code extends string>(codes: readonly Code[]) =>
  z.enum(codes as [Code, ...Code[]]);
export const day = z.custom<LocalDate>(
  (value) => typeof value === 'string' && parseLocalDate(value) !== undefined,
);
/** Instant in UTC; the clocks of devices give fractions of a second. */
export const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));

export const actFields = { by: text, name: text, at: moment };
export const act = z.looseObject(actFields);

export const office = z.strictObject({ code: text, name: text, nameEn: text });

/** A hash that is none is a finding of the verification, not an unreadable file. */
export const evidence = z.looseObject({
  id: text,
  sha256: text,
  size: count,
  type: oneOf(Object.keys(evidenceTypes) as EvidenceType[]),
  fileName: text,
  purpose: oneOf(evidencePurposes),
  at: moment,
  by: text,
  question: z.exactOptional(text),
});

const deadline = z.looseObject({
  lawVersion: text,
  citation: z.looseObject({
    text,
    verification: z.enum(['V', 'P', 'M']),
    note: z.exactOptional(text),
  }),
  event: day,
  unit: z.enum(['workingDay', 'day', 'month']),
  direction: z.enum(['after', 'before']),
  length: count,
  suspensions: z.array(z.looseObject({ from: day, to: day })),
  dueLegal: day,
  dueTarget: day,
  provisional: z.boolean(),
  lines: z.array(z.looseObject({ code: text, params: z.record(text, z.union([text, z.number()])) })),
});

/** The dates of a case by the kinds that it knows. */
export const deadlinesOf = <const Kind extends string>(kinds: readonly Kind[]) =>
  z.array(
    z.looseObject({
      kind: oneOf(kinds),
      deadline,
      remindedAt: z.exactOptional(moment),
      escalatedAt: z.exactOptional(moment),
    }),
  );

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), text }),
  z.strictObject({ type: z.literal('heading'), text }),
  z.strictObject({ type: z.literal('list'), items: z.array(text) }),
  z.strictObject({ type: z.literal('facts'), rows: z.array(z.tuple([text, text])) }),
  z.strictObject({
    type: z.literal('table'),
    caption: text,
    head: z.array(text),
    rows: z.array(z.array(text)),
  }),
]);

/** The fields of a paper with its service. */
export const paperFields = {
  id: text,
  kind: text,
  number: text,
  date: day,
  recipient: z.strictObject({ type: text, name: text }),
  service: z.enum(['internal', 'electronic', 'courtesy', 'paper', 'shown']),
  status: z.enum(noticeStatuses),
  sentAt: z.exactOptional(moment),
  receiptAt: z.exactOptional(moment),
  served: z.exactOptional(
    z.strictObject({
      on: day,
      method: z.enum(serviceMethods.map(({ code }) => code)),
      note: z.enum(serviceNotes.map(({ code }) => code)),
      by: text,
      at: moment,
    }),
  ),
  paper: z.looseObject({
    office: text,
    title: text,
    number: text,
    addressee: text,
    blocks: z.array(block),
    contact: text,
    date: text,
    summaryEn: text,
  }),
};

const entry = z.strictObject({
  v: z.literal('audit/1'),
  case: text,
  seq: count,
  prev: hex32,
  kind: text,
  command: text,
  from: text,
  to: text,
  ground: z.exactOptional(text),
  district: z.exactOptional(text),
  lawVersion: z.exactOptional(text),
  actor: text,
  at: moment,
  digests: z.record(text, hex32),
});

/** The chain of the case. */
export const chain = z.strictObject({
  entries: z.array(entry),
  head: z.strictObject({ seq: count, digest: hex32 }),
  anchor: z.exactOptional(
    z.strictObject({
      day,
      cases: count,
      root: hex32,
      index: count,
      path: z.array(hex32),
      seq: count,
      digest: hex32,
    }),
  ),
});
