import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { StoredCase } from '../case/caseStore.ts';
import type { DrawDesk } from '../draw/ceremony/ports.ts';
import type { Office } from '../notice/office.ts';
import type { RegisterDeps } from '../register/commands/deps.ts';
import type { ListingCase } from './listingCase.ts';
import type { QueuedPaper } from './listingRows.ts';
import type { AgencyEntries } from './standing.ts';

export type StoredListing = StoredCase<ListingCase>;

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface ListingKick {
  /** Writes papers and mails. */
  mail(): Promise<void>;
  publish(): Promise<void>;
}

/** The lists and queues of listings; the cases themselves are read by the case store. */
export interface ListingLists {
  /** Proposed ones and those that stand, newest first. */
  open(): Promise<readonly StoredListing[]>;
  /** Rejected, removed and annulled ones, the last to end first. */
  ended(): Promise<readonly StoredListing[]>;
  /** All of an agency, newest first. */
  ofAgency(uscc: string): Promise<readonly StoredListing[]>;
  /** The open ones of an agency, strongly consistent. */
  entries(uscc: string): Promise<AgencyEntries>;
  /** Id of the case that this origin has proposed, if any. */
  madeFrom(origin: string): Promise<string | undefined>;
  /** Ids of entries to which time does something by now. */
  due(now: string, limit: number): Promise<readonly string[]>;
  /** Nothing is left to do to this version before this instant. */
  postpone(looked: StoredListing, until: string): Promise<void>;
  papers(now: string, limit: number): Promise<readonly QueuedPaper[]>;
  paperDone(paper: QueuedPaper): Promise<void>;
}

export interface ListingDeps extends RegisterDeps {
  readonly lists: Pick<ListingLists, 'entries' | 'madeFrom'>;
  readonly desk: Pick<DrawDesk, 'counter'>;
  readonly kick: ListingKick;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Its prefix begins the numbers of decisions. */
  readonly office: Pick<Office, 'listingPrefix'>;
}
