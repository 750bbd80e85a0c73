import type { CaseStore } from '../case/caseStore.ts';
import type { Breaker } from './breaker.ts';
import type { CreditItem } from './creditItem.ts';
import type { StoredLedger } from './ledger.ts';
import type { MappingContext } from './mapping/fieldRow.ts';
import type { OutcomeCode } from './outcomes.ts';
import type { WireRecord, WireState } from './wireRecord.ts';

/** What came of one record. */
export interface Answered {
  readonly outcome: OutcomeCode;
  /** Code and words of the other side, cut to a line. */
  readonly answer?: string;
  /** Number under which the other side has taken it. */
  readonly receipt?: string;
  /** Not before this instant, when the other side named one. */
  readonly retryAt?: string;
}

/** One request: an answer for each record by its id, or one for all of them. */
export type Reply =
  | { readonly answered: ReadonlyMap<string, Answered> }
  /** `refused`: the request as a whole was refused for good, though perhaps for one record only. */
  | { readonly failed: Answered };

/** What is asked after. */
export interface Asked {
  readonly id: string;
  readonly digest: string;
  /** Instant at which it was last handed over. */
  readonly sentAt: string;
}

/** A record as the other side lists it. */
export interface Held {
  readonly key: string;
  readonly version: number;
  readonly amendment: number;
  readonly uscc: string;
  readonly name: string;
  readonly state: WireState;
  readonly digest: string;
}

export type Listed =
  | { readonly records: readonly Held[]; readonly next?: string }
  | { readonly failed: Answered }
  /** This way of transport has no list. */
  | { readonly none: true };

/** A way to the credit system. Nothing of it throws for what the network or the other side does. */
export interface CreditTransport {
  /** Records that one request takes. */
  readonly most: number;
  send(records: readonly WireRecord[]): Promise<Reply>;
  ask(asked: readonly Asked[]): Promise<Reply>;
  /** A page of what the other side holds. */
  list(cursor: string | undefined): Promise<Listed>;
}

export interface StoredBreaker {
  readonly breaker: Breaker;
  /** Rises with every write; the condition of the next. */
  readonly revision: number;
}

export interface ItemChange {
  readonly before: CreditItem;
  readonly after: CreditItem;
}

/** The ledger of an agency with every entry of it. */
export interface AgencyBook {
  /** Undefined until something was said for good. */
  readonly ledger: StoredLedger | undefined;
  readonly items: readonly CreditItem[];
}

/** The outbox of the credit system. */
export interface CreditOutbox {
  /** Codes of agencies that have something to be tried by now, the longest waiting first. */
  agenciesDue(now: string): Promise<readonly string[]>;
  /** An agency as it is now, read strongly. */
  book(uscc: string): Promise<AgencyBook>;
  /** Writes all of them if each is as it was, or none. @returns whether it did */
  write(changes: readonly ItemChange[]): Promise<boolean>;
  breaker(): Promise<StoredBreaker>;
  /** @returns false when somebody else wrote it meanwhile */
  keepBreaker(breaker: Breaker, revision: number): Promise<boolean>;
  /** One sender at a time, so that the order within an agency is one. @returns false while somebody else sends */
  lock(now: string, until: string): Promise<boolean>;
  unlock(): Promise<void>;
}

export interface PushDeps {
  readonly cases: Pick<CaseStore, 'load' | 'commit'>;
  readonly outbox: CreditOutbox;
  readonly transport: CreditTransport;
  readonly office: MappingContext['office'];
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
}

/** What waits to be sent. */
export interface WaitingEntries {
  /** All of them, also those that are not shown. */
  readonly count: number;
  readonly agencies: number;
  /** The first in the order in which they are tried. */
  readonly shown: readonly CreditItem[];
}
