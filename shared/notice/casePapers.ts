import type { StoredCase } from '../case/caseStore.ts';
import type { CasePaper } from './casePaper.ts';

export type StoredPaper = StoredCase<CasePaper>;

/** The papers of the cases of one kind, as they are listed. Case ids are without their prefix. */
export interface CasePapers {
  /** In the order of their days and numbers. */
  ofCase(id: string): Promise<readonly StoredPaper[]>;
  /** Papers that somebody has still to serve, the longest waiting first. */
  toServe(): Promise<readonly StoredPaper[]>;
  countToServe(): Promise<number>;
}
