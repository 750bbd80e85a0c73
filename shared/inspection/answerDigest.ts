import { digestHex, sha256Suite } from '../draw/hash.ts';
import type { Answer } from './inspectionCase.ts';

/**
 * Digest of an answer to one question: names the row that keeps it, so that no answer can be written over by
 * another, and is what the answer after it refers to.
 */
export function answerDigest(key: string, answer: Answer): string {
  return digestHex(sha256Suite, { key, answer });
}
