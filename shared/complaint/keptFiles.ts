import { SYSTEM } from '../draw/ceremony/decision.ts';
import { checkEvidence } from '../evidence/checkEvidence.ts';
import { evidenceKey, evidenceUploadKey } from '../evidence/evidenceKeys.ts';
import { evidenceLimits } from '../evidence/evidenceLimits.ts';
import type { EvidenceStore } from '../evidence/evidenceStore.ts';
import { ok, type Result } from '../problem.ts';
import { type DecideComplaint, giveComplaint } from './command.ts';
import type { CaseFile, ComplaintCase, FileLoss } from './complaintCase.ts';
import { complaintCaseId } from './complaintRows.ts';
import type { ComplaintDeps, ComplaintLists } from './ports.ts';

/** Files of a filing leave the quarantine: each is checked once more and kept for every case it came with. */

export interface FileDeps extends ComplaintDeps {
  readonly lists: Pick<ComplaintLists, 'fileDone'>;
  readonly evidence: Pick<EvidenceStore, 'take' | 'kept' | 'keep'>;
}

/** A file has left the quarantine and is kept, or never will be. */
export const fileChecked: DecideComplaint<{ readonly file: string; readonly lost?: FileLoss }> = (
  complaint,
  { file, lost },
  { status },
) => {
  if (!complaint.files.some((one) => one.id === file && isUnchecked(one)))
    return ok({ to: status, state: complaint });
  const files = complaint.files.map((one): CaseFile => {
    if (one.id !== file) return one;
    const { keptFor: _done, ...rest } = one;
    return lost === undefined ? { ...rest, checked: true } : { ...rest, lost };
  });
  return ok({
    to: status,
    state: { ...complaint, files },
    ...(lost === undefined ? {} : { ground: lost }),
  });
};

/** A file that has neither been kept nor been given up. */
export function isUnchecked({ checked, lost, erased }: CaseFile): boolean {
  return !checked && lost === undefined && erased === undefined;
}

/**
 * Keeps the unchecked files of one case. Cut off anywhere and repeated it changes nothing twice: a kept file is the
 * same file under the same key, a file of the record is marked once, and the row of the outbox goes last.
 */
export async function keepFiles(deps: FileDeps, id: string): Promise<Result<undefined>> {
  for (let waiting = await unchecked(deps, id); ; ) {
    for (const file of waiting) {
      const lost = await keepFile(deps, id, file);
      const input = { file: file.id, ...(lost === undefined ? {} : { lost }) };
      const marked = await giveComplaint(deps, id, 'file-checked', fileChecked, input, SYSTEM);
      if (!marked.ok) return marked;
    }
    await deps.lists.fileDone(id);
    // The row that has just gone may have been that of a file which came meanwhile.
    waiting = await unchecked(deps, id);
    if (waiting.length === 0) return ok(undefined);
  }
}

async function unchecked({ cases }: Pick<FileDeps, 'cases'>, id: string): Promise<readonly CaseFile[]> {
  const stored = await cases.load<ComplaintCase>(complaintCaseId(id));
  return (stored?.state.files ?? []).filter(isUnchecked);
}

/** Keeps one file of a case; why not, when it is gone or is not the one that was sent. */
async function keepFile(
  { evidence }: Pick<FileDeps, 'evidence'>,
  id: string,
  file: CaseFile,
): Promise<FileLoss | undefined> {
  const { sha256, keptFor } = file;
  const most = evidenceLimits.bytes;
  const found =
    keptFor === undefined
      ? await evidence.take(evidenceUploadKey(file.uploadedFor, file.id), most)
      : await evidence.kept(evidenceKey(keptFor, sha256), most);
  if (found === undefined) return 'gone';
  const facts = found === 'too_large' ? undefined : checkEvidence(found.bytes, file.fileName);
  if (found === 'too_large' || facts?.ok !== true || facts.value.sha256 !== sha256) return 'changed';
  await evidence.keep(id, sha256, found.bytes, facts.value.type);
  return undefined;
}
