import type { CreditItem } from './creditItem.ts';
import type { CreditDifference } from './differences.ts';
import type { StoredLedger } from './ledger.ts';
import type { StoredBreaker, WaitingEntries } from './ports.ts';
import type { CreditReport } from './reconciling.ts';

/** How records leave the house; `none` until the office has entered where to: everything then waits, and is seen to. */
export type CreditConnection = 'https' | 'files' | 'none';

/** What the pages of the office read of the credit records. */
export interface CreditDesk {
  /** @param most how many are shown */
  waiting(most: number): Promise<WaitingEntries>;
  /** Ledgers whose next entry waits for a person, the longest waiting first. */
  held(): Promise<readonly StoredLedger[]>;
  items(uscc: string): Promise<readonly CreditItem[]>;
  differences(uscc: string): Promise<readonly CreditDifference[]>;
  /** Differences that wait for a person, the oldest first. */
  openDifferences(): Promise<readonly CreditDifference[]>;
  /** How many entries and differences wait for a person. */
  countForPeople(): Promise<{ readonly entries: number; readonly differences: number }>;
  breaker(): Promise<StoredBreaker>;
  /** The newest first. */
  reports(most: number): Promise<readonly CreditReport[]>;
  report(day: string): Promise<CreditReport | undefined>;
}
