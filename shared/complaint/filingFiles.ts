import { ok, problem, type Result } from '../problem.ts';
import { type FilingEvidence, type FilingProof, readFilingProof } from './filingProof.ts';
import { readReceiptKeys } from './receiptKey.ts';

/** What somebody brings to have a proof checked. */
export interface FilingFiles {
  readonly proof: FilingProof;
  readonly evidence: FilingEvidence;
}

/**
 * Tells the files apart by what they are, in whatever order they come: the proof, the published keys, and the text,
 * which may be anything else.
 *
 * Problems: `filing.other` when none is a proof, `filing.twoProofs`, `filing.twoTexts`, and `draw.shape.*` for a proof
 * that is not well formed.
 */
export function sortFilingFiles(files: readonly Uint8Array[]): Result<FilingFiles> {
  const rest: Uint8Array[] = [];
  let proof: FilingProof | undefined;
  let keys: FilingEvidence['trustedKeys'];
  for (const bytes of files) {
    const read = readFilingProof(bytes);
    if (!read.ok && !isOther(read)) return read;
    const published = readReceiptKeys(bytes);
    if (read.ok) {
      if (proof !== undefined) return problem('filing.twoProofs');
      proof = read.value;
    } else if (published !== undefined) {
      keys = [...(keys ?? []), ...published];
    } else {
      rest.push(bytes);
    }
  }
  if (proof === undefined) return problem('filing.other');
  if (rest.length > 1) return problem('filing.twoTexts');
  const [text] = rest;
  return ok({
    proof,
    evidence: {
      ...(text === undefined ? {} : { text }),
      ...(keys === undefined ? {} : { trustedKeys: keys }),
    },
  });
}

/** Whether a file was refused for being something else, and not for what is wrong with it. */
export function isOther(read: Result<unknown>): boolean {
  return !read.ok && read.problems.some(({ code }) => code === 'filing.other');
}
