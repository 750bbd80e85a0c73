import type { StoredCase } from '../../case/caseStore.ts';
import type { CasePaper } from '../../notice/casePaper.ts';
import type { FilerMail } from './filerMail.ts';

export type StoredPaper = StoredCase<CasePaper>;
export type StoredFilerMail = StoredCase<FilerMail>;

/** The papers of cases and the mails to their filers, as they are listed. Case ids are without their prefix. */
export interface ComplaintPapers {
  /** In the order of their numbers. */
  ofCase(complaint: string): Promise<readonly StoredPaper[]>;
  /** Papers that somebody has still to serve, the longest waiting first. */
  toServe(): Promise<readonly StoredPaper[]>;
  countToServe(): Promise<number>;
  /** In the order in which they were ordered. */
  mailsOf(complaint: string): Promise<readonly StoredFilerMail[]>;
  /** Mails that did not reach the filer, the longest waiting first. */
  toTell(): Promise<readonly StoredFilerMail[]>;
  countToTell(): Promise<number>;
}
