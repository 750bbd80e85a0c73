import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseStore, StoredCase } from '../case/caseStore.ts';
import type { InspectionCase } from './inspectionCase.ts';
import type { QueuedPaper } from './inspectionRows.ts';

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface InspectionKick {
  resume(caseId: string): Promise<void>;
  /** Starts executions of inspections that have none yet. */
  start(): Promise<void>;
  publish(): Promise<void>;
  /** Writes the papers that were ordered and sends the mails. */
  mail(): Promise<void>;
  /** Draws the replacements that were confirmed. */
  replace(): Promise<void>;
  /** Hands over what another procedure takes up: leads, facts for the risk class. */
  leads(): Promise<void>;
}

export interface InspectionDeps {
  readonly cases: CaseStore;
  readonly kick: InspectionKick;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}

export type StoredInspection = StoredCase<InspectionCase>;

/** A confirmed replacement that waits to be drawn. */
export interface QueuedReplacement {
  readonly inspection: string;
  readonly request: string;
}

/** The lists and queues of inspections; the cases themselves are read by the case store. */
export interface InspectionLists {
  /** Inspections of a year, newest draw first. */
  ofYear(year: string): Promise<readonly StoredInspection[]>;
  /** What an inspector is assigned to, newest first. */
  ofInspector(inspectorId: string): Promise<readonly StoredInspection[]>;
  /** All inspections of an agency, newest first. */
  ofAgency(uscc: string): Promise<readonly StoredInspection[]>;
  /** Inspections in which something is still to come: open ones, and ended ones whose publication goes on. */
  underWay(): Promise<readonly StoredInspection[]>;
  /** Numbers of every open inspection. */
  open(): Promise<readonly string[]>;
  /** Numbers of inspections to which time does something by now, open ones and ended ones. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Nothing is left to do to this version before this instant: it is not looked at until then. */
  postpone(looked: StoredInspection, until: string): Promise<void>;
  /** Earlier answers of a case, oldest first. */
  answers(number: string): Promise<readonly { readonly key: string; readonly answer: unknown }[]>;
  /** Whether the visit stands in the agency's row of the register. */
  visitCounted(number: string): Promise<boolean>;
  papers(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  paperDone(paper: QueuedPaper): Promise<void>;
  replacements(): Promise<readonly QueuedReplacement[]>;
  replacementDone(replacement: QueuedReplacement): Promise<void>;
}
