import { ok, problem } from '../problem.ts';
import type { DecideComplaint } from './command.ts';
import type { CaseFile, ComplaintCase, SentFile } from './complaintCase.ts';
import { fileRow } from './complaintRows.ts';

/** Files that the person sends after the filing, of their own accord or because they were asked for something. */

/** Most files of each occasion: one is always open, each request of the office opens another. */
export const FILES_OF_OCCASION = 5;

type Filed = Pick<ComplaintCase, 'files' | 'received' | 'requests'>;

/** What came after the filing itself, without what could not be kept: that may be sent again. */
export function laterFiles({ files, received }: Filed): readonly CaseFile[] {
  return files.filter(({ by, at, lost }) => by === 'filer' && at > received.at && lost === undefined);
}

/** How many more files the person may send now. */
export function roomForFiles(complaint: Filed): number {
  const most = FILES_OF_OCCASION * (1 + complaint.requests.length);
  return Math.max(0, most - laterFiles(complaint).length);
}

/**
 * A file has come into the quarantine and its bytes are of a kind that is taken; the file worker looks closer and
 * keeps it. The same upload again changes nothing. Problem: `complaint.files.many`.
 */
export const addFile: DecideComplaint<{ readonly file: Omit<SentFile, 'at'> }> = (
  complaint,
  { file },
  { at, status },
) => {
  if (complaint.files.some(({ id }) => id === file.id)) return ok({ to: status, state: complaint });
  if (roomForFiles(complaint) === 0) {
    const most = FILES_OF_OCCASION * (1 + complaint.requests.length);
    return problem('complaint.files.many', { most }, 'file');
  }
  const added: CaseFile = { ...file, at, purpose: 'document', by: 'filer', checked: false };
  return ok({
    to: status,
    state: { ...complaint, files: [...complaint.files, added] },
    ground: 'filer',
    seal: { file: file.sha256 },
    rows: [fileRow(complaint.id, at)],
  });
};
