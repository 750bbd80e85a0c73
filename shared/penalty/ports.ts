import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import type { Party, PenaltyCase } from './penaltyCase.ts';
import type { QueuedPaper } from './penaltyRows.ts';

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface PenaltyKick {
  resume(caseId: string): Promise<void>;
  /** Starts executions of cases that have none yet. */
  start(): Promise<void>;
  /** Writes papers and mails. */
  mail(): Promise<void>;
  publish(): Promise<void>;
  /** Sends what the credit system has to be told. */
  credit(): Promise<void>;
  /** Takes up leads and facts for risk classes. */
  leads(): Promise<void>;
}

export interface PenaltyDeps {
  readonly cases: CaseStore;
  readonly kick: PenaltyKick;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

export type StoredPenalty = StoredCase<PenaltyCase>;

/** The lists and queues of penalty cases; the cases themselves are read by the case store. */
export interface PenaltyLists {
  /** Received in a year, newest first. */
  ofYear(year: number): Promise<readonly StoredPenalty[]>;
  ofHandler(userId: string): Promise<readonly StoredPenalty[]>;
  /** Against an agency or one of its people, newest first. */
  ofAgency(uscc: string): Promise<readonly StoredPenalty[]>;
  /** The case against a party that was opened from another case; undefined when there is none. */
  ofSource(caseId: string, party: Pick<Party, 'uscc' | 'name'>): Promise<StoredPenalty | undefined>;
  /** Every case in which the office owes something. */
  openCases(): Promise<readonly StoredPenalty[]>;
  /** Ids of the open cases: each needs an execution. */
  open(): Promise<readonly string[]>;
  /** Cases with a decision that is or was published. */
  published(): Promise<readonly StoredPenalty[]>;
  /** Ids of cases to which time does something by now, open ones first. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Nothing is left to do to this version before this instant. */
  postpone(looked: StoredPenalty, until: string): Promise<void>;
  papers(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  paperDone(paper: QueuedPaper): Promise<void>;
}
