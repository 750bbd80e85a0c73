import type { CasePaper } from '../../../shared/notice/casePaper.ts';
import { partyPath } from '../../../shared/penalty/partyLink.ts';

/** Addresses of the pages of a case's party. */

export const statementPath = (token: string) => `${partyPath(token)}/statement`;
export const waivePath = (token: string) => `${partyPath(token)}/waive`;

/** A paper is called by the key of its order, which names no one. */
export const partyPaperPath = (token: string, { occasion }: Pick<CasePaper, 'occasion'>) =>
  `${partyPath(token)}/paper/${occasion}`;

/** Where the browser comes back to from the file store: it carries a grant for uploads, never the link. */
export const partyUploadedPath = (grant: string, id: string) => `/party-uploaded/${grant}/${id}`;
