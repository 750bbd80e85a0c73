import type { Evidence } from './evidence.ts';
import { evidenceTypes } from './evidenceLimits.ts';

/** Where the files of a case lie. */

const CASE_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** An id that `newEvidenceUpload` can have given out. */
export function isEvidenceId(text: string): boolean {
  return ULID.test(text);
}

/** @throws Error for what no case, upload or hash is called: a key is never made of what somebody typed. */
function checked(pattern: RegExp, text: string): string {
  if (!pattern.test(text)) throw new Error('Not a part of an evidence key');
  return text;
}

/** Quarantine: a file that nobody has checked yet. It expires with the uploads bucket. */
export function evidenceUploadKey(caseNumber: string, id: string): string {
  return `evidence/${checked(CASE_NUMBER, caseNumber)}/${checked(ULID, id)}`;
}

/** A checked file in the evidence bucket. */
export function evidenceKey(caseNumber: string, sha256: string): string {
  return `evidence/${checked(CASE_NUMBER, caseNumber)}/${checked(SHA256, sha256)}`;
}

/**
 * What a file is called when it is downloaded. Not its own name: that may be a person's, and the name stands in the
 * address of the download and so in the access log.
 */
export function downloadName(
  caseNumber: string,
  { sha256, type }: Pick<Evidence, 'sha256' | 'type'>,
): string {
  const [extension] = evidenceTypes[type].extensions;
  return `${checked(CASE_NUMBER, caseNumber)}-${checked(SHA256, sha256).slice(0, 8)}.${extension}`;
}
