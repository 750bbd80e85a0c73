import type { StoredCase } from '../case/caseStore.ts';
import type { ServedPaper } from './notice.ts';

/** Whom a paper on a case goes to. `party`: whom a penalty case is against. `office`: kept in the file. `authority`: another organ takes the case over. */
export type PaperParty = 'filer' | 'agency' | 'party' | 'office' | 'authority';

/**
 * A paper on a case that is no visit. It is issued, sent and served like a notice, and stands in the list of its case:
 * only who may see the case sees its papers.
 */
export interface CasePaper extends ServedPaper {
  readonly kind: 'case-paper';
  /** Id of the case with its prefix. */
  readonly case: string;
  /** Code of the form, of a list of the case's own domain. */
  readonly form: string;
  /** Key of the order, which tells two papers of one form apart. */
  readonly occasion: string;
  readonly recipient: ServedPaper['recipient'] & { readonly type: PaperParty };
}

/** The same order and party give the same paper: nothing is issued twice. */
export function casePaperId(caseId: string, occasion: string, party: PaperParty): string {
  return `PP#${caseId}#${occasion}#${party}`;
}

/** The papers of one case, in the order of their numbers. */
export const papersOfCase = (caseId: string) => `LS#PP#${caseId}`;
/** The open tasks about papers of all cases of a kind (`CP`), oldest first. */
export const paperTasks = (prefix: string) => `LS#TASK#PP#${prefix}`;
export const kindPrefix = (caseId: string) => caseId.slice(0, caseId.indexOf('#'));

export type StoredCasePaper = StoredCase<CasePaper>;

/** The papers of cases of every kind, as they are listed. */
export interface CasePapers {
  /** Of one case, in the order of their numbers. */
  ofCase(caseId: string): Promise<readonly StoredCasePaper[]>;
  /** Papers that somebody has still to serve, of all cases of a kind (`CP`), the longest waiting first. */
  toServe(prefix: string): Promise<readonly StoredCasePaper[]>;
  countToServe(prefix: string): Promise<number>;
}
