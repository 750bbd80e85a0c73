import type { FilerMail } from '../../../../shared/complaint/papers/filerMail.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';

/** Everything still to be served or told, of all cases. */
export const OPEN_PAPERS = '/complaint-papers';

/** @param id of the case, without its prefix */
export function complaintPapersPath(id: string): string {
  return `/complaints/${encodeURIComponent(id)}/papers`;
}

/** What a paper is called in its address: one order can be written to two parties. */
export function paperName({ occasion, recipient }: Pick<CasePaper, 'occasion' | 'recipient'>): string {
  return `${occasion}.${recipient.type}`;
}

export function complaintPaperPath(id: string, paper: Pick<CasePaper, 'occasion' | 'recipient'>): string {
  return `${complaintPapersPath(id)}/${encodeURIComponent(paperName(paper))}`;
}

/** What a mail is called in its address: the key of its order. */
export function mailName({ id }: Pick<FilerMail, 'id'>): string {
  return id.slice(id.lastIndexOf('#') + 1);
}
