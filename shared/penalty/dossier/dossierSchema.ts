import * as z from 'zod/mini';
import { dossierFileBytes, readDossierFile } from '../../dossier/dossierFile.ts';
import { chain, moment, office, paperFields } from '../../dossier/dossierShapes.ts';
import type { Result } from '../../problem.ts';
import { penaltyStatuses } from '../penaltyCase.ts';
import { type PenaltyDossier, withholdables } from './dossier.ts';
import { stateSchema } from './stateSchema.ts';

const VERSION = 'penalty-dossier/1';

/** The file of a dossier, whole. */
const dossierSchema = z.strictObject({
  v: z.literal(VERSION),
  made: moment,
  office,
  withheld: z.array(z.enum(withholdables)),
  status: z.enum(penaltyStatuses),
  state: stateSchema,
  papers: z.array(z.strictObject(paperFields)),
  audit: chain,
});

export function penaltyDossierBytes(dossier: PenaltyDossier): Uint8Array {
  return dossierFileBytes(dossier);
}

/** The dossier of a penalty case from the bytes of its file; problems as with `readDossierFile`. */
export function readPenaltyDossier(bytes: Uint8Array): Result<PenaltyDossier> {
  return readDossierFile<PenaltyDossier>(bytes, VERSION, dossierSchema);
}
