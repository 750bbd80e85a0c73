import type { LocalDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseCommit, CaseStore, StoredCase } from '../case/caseStore.ts';
import type { Result } from '../problem.ts';
import type { RepairCase, SubjectKind } from './repairCase.ts';
import type { QueuedPaper, SubjectLock } from './repairRows.ts';
import type { Standing } from './standing.ts';

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface RepairKick {
  /** Writes papers and mails. */
  mail(): Promise<void>;
  publish(): Promise<void>;
  /** Sends what the credit system has to be told. */
  credit(): Promise<void>;
  /** Takes up facts for risk classes. */
  leads(): Promise<void>;
}

/** How the records of one kind are looked up, ended and put back. */
export interface SubjectPort {
  /** The record of a case; undefined when nothing of it stands in public. */
  find(id: string): Promise<Standing | undefined>;
  /** What stands in public about an agency, newest first. */
  ofAgency(uscc: string): Promise<readonly Standing[]>;
  /**
   * Ends it as repaired, with all that follows for the risk class and the credit system. What it answers is written in
   * the transaction that says that it is carried out; of a record that has ended already it answers nothing.
   */
  end(id: string, on: LocalDate, at: string): Promise<Result<readonly CaseCommit<unknown>[]>>;
  /** Puts it back after a fraud: its term runs anew from this day, without any early end. The same rule about repeating. */
  restore(id: string, on: LocalDate, at: string): Promise<Result<readonly CaseCommit<unknown>[]>>;
}

/** What records this office can repair, by their kind; a kind without a port has no records here. */
export type SubjectPorts = Readonly<Partial<Record<SubjectKind, SubjectPort>>>;

export interface RepairDeps {
  readonly cases: CaseStore;
  readonly subjects: SubjectPorts;
  readonly lists: Pick<RepairLists, 'ofAgency' | 'lastAbout'>;
  /** The last number of a sequence that was given out. */
  readonly desk: { counter(sequence: string): Promise<number> };
  /** First part of the numbers of papers, e.g. `京知修`. */
  readonly prefix: string;
  readonly kick: RepairKick;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

export type StoredRepair = StoredCase<RepairCase>;

/** The lists and queues of applications; the cases themselves are read by the case store. */
export interface RepairLists {
  /** Begun in a year, newest first. */
  ofYear(year: number): Promise<readonly StoredRepair[]>;
  /** About an agency or one of its people, newest first. */
  ofAgency(uscc: string): Promise<readonly StoredRepair[]>;
  /** Every application in which the office owes something or the credit system is awaited. */
  openCases(): Promise<readonly StoredRepair[]>;
  /** Refusals and cancellations for fraud that are or were published. */
  published(): Promise<readonly StoredRepair[]>;
  /** The last application about a record, read consistently. */
  lastAbout(subject: string): Promise<SubjectLock | undefined>;
  /** Ids of cases to which time does something by now, open ones first. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Nothing is left to do to this version before this instant. */
  postpone(looked: StoredRepair, until: string): Promise<void>;
  papers(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  paperDone(paper: QueuedPaper): Promise<void>;
}
