import type { StoredCase } from '../../case/caseStore.ts';
import type { CasePapers } from '../../notice/casePapers.ts';
import type { FilerMail } from './filerMail.ts';

export type StoredFilerMail = StoredCase<FilerMail>;

/** The papers of complaints and reports and the mails to their filers, as they are listed. */
export interface ComplaintPapers extends CasePapers {
  /** In the order in which they were ordered. */
  mailsOf(complaint: string): Promise<readonly StoredFilerMail[]>;
  /** Mails that did not reach the filer, the longest waiting first. */
  toTell(): Promise<readonly StoredFilerMail[]>;
  countToTell(): Promise<number>;
}
