import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import type { ComplaintCase } from './complaintCase.ts';
import type { FilerMessage, QueuedPaper } from './complaintRows.ts';

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface ComplaintKick {
  resume(caseId: string): Promise<void>;
  /** Starts executions of cases that have none yet. */
  start(): Promise<void>;
  /** Writes papers and mails. */
  mail(): Promise<void>;
  /** Checks the files of these cases that lie in the quarantine. */
  files(ids: readonly string[]): Promise<void>;
  publish(): Promise<void>;
  /** Hands over what another procedure takes up: leads, facts for the risk class. */
  leads(): Promise<void>;
}

export interface ComplaintDeps {
  readonly cases: CaseStore;
  readonly kick: ComplaintKick;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

export type StoredComplaint = StoredCase<ComplaintCase>;

/** The lists and queues of complaints and reports; the cases themselves are read by the case store. */
export interface ComplaintLists {
  /** Received in a month of Shanghai (`2026-04`), newest first. */
  ofMonth(month: string): Promise<readonly StoredComplaint[]>;
  ofHandler(userId: string): Promise<readonly StoredComplaint[]>;
  /** About an agency, newest first. */
  ofAgency(uscc: string): Promise<readonly StoredComplaint[]>;
  /** About the same matter, newest first: same agency, application number and conducts. */
  ofSameness(sameness: string): Promise<readonly StoredComplaint[]>;
  /** Every case in which the office owes something, and those that have ended with a message that nobody has read. */
  openCases(): Promise<readonly StoredComplaint[]>;
  /** Ids of the cases that need an execution. */
  worked(): Promise<readonly string[]>;
  /** Ids of cases to which time does something by now; those that are being worked on first. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Ended cases of which something may be erased by this day, as far as their own period goes. */
  erasableBy(day: string): Promise<readonly StoredComplaint[]>;
  /** Cases with a wish to see the identity that waits for a second person, the oldest first. */
  revealsAsked(): Promise<readonly StoredComplaint[]>;
  /** Nothing is left to do to this version before this instant. */
  postpone(looked: StoredComplaint, until: string): Promise<void>;
  messages(id: string): Promise<readonly FilerMessage[]>;
  /** What the office's worker has to write: forms and mails about dates. */
  papers(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  /** What only the worker that reads the vault may take. */
  filerOrders(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  paperDone(paper: QueuedPaper): Promise<void>;
  /** Ids of cases with files that have lain in the quarantine since this instant or longer, oldest first. */
  quarantined(since: string, limit: number): Promise<readonly string[]>;
  fileDone(id: string): Promise<void>;
  /** Ids of the cases that a receipt was given for; those split from them are found by their links. */
  ofReceipt(hash: string): Promise<readonly string[] | undefined>;
  /** Hash of the receipt that opens a case. */
  receiptOf(id: string): Promise<string | undefined>;
}
