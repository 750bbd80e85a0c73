import type { CasePaper } from '../../../../shared/notice/casePaper.ts';

/** Where the papers of a kind of case stand: below its own cases. */
export type CaseBase = '/complaints' | '/penalties';

/** @param id of the case, without its prefix */
export function casePapersPath(base: CaseBase, id: string): string {
  return `${base}/${encodeURIComponent(id)}/papers`;
}

/** What a paper is called in its address: one order can be written to two parties. */
export function paperName({ occasion, recipient }: Pick<CasePaper, 'occasion' | 'recipient'>): string {
  return `${occasion}.${recipient.type}`;
}

export function casePaperPath(
  base: CaseBase,
  id: string,
  paper: Pick<CasePaper, 'occasion' | 'recipient'>,
): string {
  return `${casePapersPath(base, id)}/${encodeURIComponent(paperName(paper))}`;
}

/** Id of the paper's case, without its prefix. */
export const caseOf = ({ case: caseId }: Pick<CasePaper, 'case'>) => caseId.slice(caseId.indexOf('#') + 1);
