import * as z from 'zod/mini';
import { dossierFileBytes, readDossierFile } from '../../dossier/dossierFile.ts';
import { chain, moment, office, paperFields, text } from '../../dossier/dossierShapes.ts';
import { eventSchema } from '../../draw/event.ts';
import { count, hex32 } from '../../draw/shape.ts';
import type { Result } from '../../problem.ts';
import { inspectionStatuses } from '../inspectionCase.ts';
import { type Dossier, withholdables } from './dossier.ts';
import { answer, stateSchema } from './stateSchema.ts';

const draw = z.strictObject({
  draw: text,
  visit: count,
  commitment: hex32,
  committedAt: moment,
  checklist: hex32,
  records: z.array(z.strictObject({ sha256: hex32, at: moment })),
  events: z.array(z.strictObject({ event: eventSchema, at: moment })),
});

const VERSION = 'dossier/1';

/** The file of a dossier, whole. */
export const dossierSchema = z.strictObject({
  v: z.literal(VERSION),
  made: moment,
  office,
  withheld: z.array(z.enum(withholdables)),
  status: z.enum(inspectionStatuses),
  state: stateSchema,
  checklists: z.array(z.strictObject({ digest: hex32, text })),
  answers: z.array(z.strictObject({ key: text, answer })),
  inspectors: z.array(z.strictObject({ id: text, name: text, certificateNo: text })),
  notices: z.array(z.strictObject({ ...paperFields, draw: text, visit: count })),
  draws: z.array(draw),
  audit: chain,
});

export function dossierBytes(dossier: Dossier): Uint8Array {
  return dossierFileBytes(dossier);
}

/** The dossier of an inspection from the bytes of its file; problems as with `readDossierFile`. */
export function readDossier(bytes: Uint8Array): Result<Dossier> {
  return readDossierFile<Dossier>(bytes, VERSION, dossierSchema);
}
