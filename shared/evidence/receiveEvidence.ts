import { ulid } from 'ulid';
import { ok, problem, type Result } from '../problem.ts';
import { checkEvidence, tooLarge } from './checkEvidence.ts';
import type { Evidence, EvidencePurpose } from './evidence.ts';
import { evidenceUploadKey, isEvidenceId } from './evidenceKeys.ts';
import { evidenceLimits } from './evidenceLimits.ts';
import type { EvidenceForm, EvidenceStore } from './evidenceStore.ts';

/** Name of the upload's control: a refused file is explained beside it. */
export const EVIDENCE_FIELD = 'file';

/** A new upload of a case: its id and the signed form. `redirect` gets the id put in place of `{id}`. */
export async function newEvidenceUpload(
  store: Pick<EvidenceStore, 'form'>,
  upload: { readonly caseNumber: string; readonly now: Date; readonly redirect?: string },
): Promise<{ readonly id: string; readonly form: EvidenceForm }> {
  const id = ulid(upload.now.getTime());
  const target = upload.redirect?.replace('{id}', id);
  return { id, form: await store.form(evidenceUploadKey(upload.caseNumber, id), target) };
}

export interface ArrivedUpload {
  readonly caseNumber: string;
  /** Id of the upload, as `newEvidenceUpload` gave it. */
  readonly id: string;
  readonly purpose: EvidencePurpose;
  readonly question?: string;
  readonly by: string;
  readonly at: Date;
  /** What the part of the case has already. */
  readonly already: readonly Evidence[];
}

/**
 * Takes an uploaded file out of the quarantine, checks it and keeps it. The record belongs into the case by the
 * caller's command (`withEvidence`); a file without a record is never shown. Repeating it answers with the record
 * that is there. Problems: `evidence.missing`, `evidence.too_many` and those of `checkEvidence`.
 */
export async function receiveEvidence(
  store: Pick<EvidenceStore, 'take' | 'keep'>,
  upload: ArrivedUpload,
): Promise<Result<Evidence>> {
  const { caseNumber, id, already } = upload;
  const known = already.find((one) => one.id === id);
  if (known !== undefined) return ok(known);
  if (already.length >= evidenceLimits.files) {
    return problem('evidence.too_many', { limit: evidenceLimits.files }, EVIDENCE_FIELD);
  }
  if (!isEvidenceId(id)) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  const taken = await store.take(evidenceUploadKey(caseNumber, id), evidenceLimits.bytes);
  if (taken === undefined) return problem('evidence.missing', {}, EVIDENCE_FIELD);
  if (taken === 'too_large') return tooLarge(EVIDENCE_FIELD);
  const facts = checkEvidence(taken.bytes, taken.fileName, EVIDENCE_FIELD);
  if (!facts.ok) return facts;
  const { sha256, type } = facts.value;
  await store.keep(caseNumber, sha256, taken.bytes, type);
  const { purpose, question, by, at } = upload;
  return ok({
    id,
    ...facts.value,
    purpose,
    at: at.toISOString(),
    by,
    ...(question === undefined ? {} : { question }),
  });
}
