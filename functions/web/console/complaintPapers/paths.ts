import { complaintCaseId } from '../../../../shared/complaint/complaintRows.ts';
import type { FilerMail } from '../../../../shared/complaint/papers/filerMail.ts';
import { papersPath } from '../casePapers/paths.ts';

/** Everything still to be served or told, of all cases. */
export const OPEN_PAPERS = '/complaint-papers';

/** @param id of the case, without its prefix */
export function complaintPapersPath(id: string): string {
  return papersPath(complaintCaseId(id));
}

/** What a mail is called in its address: the key of its order. */
export function mailName({ id }: Pick<FilerMail, 'id'>): string {
  return id.slice(id.lastIndexOf('#') + 1);
}
