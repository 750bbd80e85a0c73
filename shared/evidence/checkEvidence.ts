import { hash } from 'node:crypto';
import { ok, problem, type Result } from '../problem.ts';
import { isWhole } from './complete.ts';
import type { EvidenceFacts } from './evidence.ts';
import { type EvidenceType, evidenceLimits, evidenceTypes } from './evidenceLimits.ts';
import { extensionOf, safeFileName, withExtension } from './fileName.ts';
import { fileTypeOf } from './fileType.ts';
import { hasForeignContent } from './foreignContent.ts';

/** The refusal of a file that is too large. */
export function tooLarge(field?: string): Result<never> {
  return problem('evidence.too_large', { limit: evidenceLimits.megabytes }, field);
}

/**
 * Decides whether a file may be kept as evidence. Its bytes say what it is; its name must agree.
 * Problems, on `field`: `evidence.empty`, `.too_large`, `.heic`, `.office`, `.type`, `.extension`, `.truncated`,
 * `.mixed`.
 */
export function checkEvidence(bytes: Uint8Array, fileName: string, field?: string): Result<EvidenceFacts> {
  const name = safeFileName(fileName);
  const refused = (code: string, params: Readonly<Record<string, string>> = {}) =>
    problem(code, { name: name === '' ? '—' : name, ...params }, field);
  if (bytes.length === 0) return refused('evidence.empty');
  if (bytes.length > evidenceLimits.bytes) return tooLarge(field);
  const type = fileTypeOf(bytes);
  if (type === 'heic' || type === 'office') return refused(`evidence.${type}`);
  if (type === 'other') return refused('evidence.type');
  const { label, extensions } = evidenceTypes[type];
  if (!agrees(type, name)) return refused('evidence.extension', { type: label, extension: extensions[0] });
  if (!isWhole(type, bytes)) return refused('evidence.truncated', { type: label });
  if (hasForeignContent(type, bytes)) return refused('evidence.mixed', { type: label });
  return ok({
    sha256: hash('sha256', bytes, 'hex'),
    size: bytes.length,
    type,
    fileName: extensionOf(name) === undefined ? withExtension(name, extensions[0]) : name,
  });
}

/** A name without an extension claims nothing: some phones send such names. */
function agrees(type: EvidenceType, name: string): boolean {
  const extension = extensionOf(name);
  const known: readonly string[] = evidenceTypes[type].extensions;
  return extension === undefined || known.includes(extension);
}
