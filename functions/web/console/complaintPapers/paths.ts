import type { FilerMail } from '../../../../shared/complaint/papers/filerMail.ts';
import { casePaperPath, casePapersPath } from '../casePapers/paths.ts';

/** Everything still to be served or told, of all cases. */
export const OPEN_PAPERS = '/complaint-papers';

/** @param id of the case, without its prefix */
export const complaintPapersPath = (id: string): string => casePapersPath('/complaints', id);

export const complaintPaperPath = (id: string, paper: Parameters<typeof casePaperPath>[2]): string =>
  casePaperPath('/complaints', id, paper);

/** What a mail is called in its address: the key of its order. */
export function mailName({ id }: Pick<FilerMail, 'id'>): string {
  return id.slice(id.lastIndexOf('#') + 1);
}
