import * as z from 'zod/mini';
import { utf8 } from '../../draw/bytes.ts';
import { canonicalJson } from '../../draw/canonicalJson.ts';
import { eventSchema } from '../../draw/event.ts';
import { count, hex32, readShape } from '../../draw/shape.ts';
import { parseStrictJson } from '../../draw/strictJson.ts';
import { noticeStatuses, serviceMethods, serviceNotes } from '../../notice/notice.ts';
import { ok, problem, type Result } from '../../problem.ts';
import { inspectionStatuses } from '../inspectionCase.ts';
import { type Dossier, withholdables } from './dossier.ts';
import { answer, day, moment, stateSchema } from './stateSchema.ts';

const text = z.string();

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

const paper = z.looseObject({
  office: text,
  title: text,
  number: text,
  addressee: text,
  blocks: z.array(block),
  contact: text,
  date: text,
  summaryEn: text,
});

const notice = z.strictObject({
  id: text,
  kind: text,
  draw: text,
  visit: count,
  number: text,
  date: day,
  recipient: z.strictObject({ type: text, name: text }),
  service: z.enum(['internal', 'electronic', 'courtesy']),
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
  paper,
});

const draw = z.strictObject({
  draw: text,
  visit: count,
  commitment: hex32,
  committedAt: moment,
  checklist: hex32,
  records: z.array(z.strictObject({ sha256: hex32, at: moment })),
  events: z.array(z.strictObject({ event: eventSchema, at: moment })),
});

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

const anchor = z.strictObject({
  day,
  cases: count,
  root: hex32,
  index: count,
  path: z.array(hex32),
  seq: count,
  digest: hex32,
});

/** The file of a dossier, whole. */
export const dossierSchema = z.strictObject({
  v: z.literal('dossier/1'),
  made: moment,
  office: z.strictObject({ code: text, name: text, nameEn: text }),
  withheld: z.array(z.enum(withholdables)),
  status: z.enum(inspectionStatuses),
  state: stateSchema,
  checklists: z.array(z.strictObject({ digest: hex32, text })),
  answers: z.array(z.strictObject({ key: text, answer })),
  inspectors: z.array(z.strictObject({ id: text, name: text, certificateNo: text })),
  notices: z.array(notice),
  draws: z.array(draw),
  audit: z.strictObject({
    entries: z.array(entry),
    head: z.strictObject({ seq: count, digest: hex32 }),
    anchor: z.exactOptional(anchor),
  }),
});

/** The bytes of a dossier's file: canonical, with a newline at the end. */
export function dossierBytes(dossier: Dossier): Uint8Array {
  return utf8(`${canonicalJson(dossier)}\n`);
}

/**
 * A dossier from the bytes of its file. Problems: `dossier.other` when it says it is something else,
 * `draw.record.notUtf8`, `draw.json.*` with the position, `draw.shape.*` with the path as field.
 */
export function readDossier(bytes: Uint8Array): Result<Dossier> {
  const content = textOf(bytes);
  if (content === undefined) return problem('draw.record.notUtf8');
  const json = parseStrictJson(content);
  if (!json.ok) return json;
  const version = z.looseObject({ v: z.literal('dossier/1') }).safeParse(json.value);
  if (!version.success) return problem('dossier.other');
  const read = readShape(dossierSchema, json.value);
  return read.ok ? ok(read.value satisfies Dossier) : read;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
