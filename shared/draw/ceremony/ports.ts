import type { CaseStore, RowPut } from '../../case/caseStore.ts';
import type { Objection } from '../../objection/objection.ts';
import type { SealedRow, Visit } from './visit.ts';

/** The lock of a month: which draw stands for it, and how often the button was pressed. */
export interface MonthLock {
  /** Number of the month's last draw. */
  readonly draw: string;
  readonly presses: number;
  /** Draws of this month that were voided, oldest first; the last of them may be `draw` itself. */
  readonly voids: readonly string[];
}

/** Number of the draw that stands for the month, open or published; none when the last one was voided. */
export function standingDraw(lock: MonthLock): string | undefined {
  return lock.voids.includes(lock.draw) ? undefined : lock.draw;
}

/** Reads and counters beside the case, all strongly consistent. */
export interface DrawDesk {
  lock(month: string): Promise<MonthLock | undefined>;
  /** Counts one more press of the button for a month whose draw exists. */
  countPress(month: string): Promise<void>;
  /** Last number given out in a sequence, 0 when none. */
  counter(sequence: string): Promise<number>;
  /** Numbers of all draws and rehearsals, newest first. */
  numbers(): Promise<readonly string[]>;
  visits(number: string): Promise<readonly Visit[]>;
  sealedRow(number: string, snapshot: number, id: string): Promise<SealedRow | undefined>;
  sealedRows(number: string, snapshot: number): Promise<readonly SealedRow[]>;
  /** What agencies and inspectors object to, oldest first; the log holds only the digests. */
  objections(number: string): Promise<readonly Objection[]>;
  /** The published log, oldest first. */
  log(number: string): Promise<readonly unknown[]>;
  /** Writes rows that belong to the case but are too many for one transaction; same rows, same result. */
  writeRows(rows: readonly RowPut['row'][]): Promise<void>;
}

/** A file of that name holds other bytes already. */
export class OtherContents extends Error {}

/** Files of a draw that may never change again once written. */
export interface DrawFiles {
  /** Writes a file once. The same bytes again are no fault. @throws OtherContents for other bytes */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
}

/** Keys of a draw's blinded pools, encrypted at rest and bound to the draw. */
export interface PoolKeys {
  /** Makes the keys on the first call and returns the same ones ever after. */
  of(number: string, snapshot: number): Promise<{ readonly pool: Uint8Array; readonly salt: Uint8Array }>;
}

/** What follows a commit: speed only, the sweeps are the guarantee. Never throws. */
export interface Kick {
  /** Wakes the execution that waits for this case. */
  resume(caseId: string): Promise<void>;
  /** Starts the first execution of a new draw. */
  start(number: string): Promise<void>;
  publish(): Promise<void>;
  mail(): Promise<void>;
}

export interface DrawDeps {
  readonly cases: CaseStore;
  readonly desk: DrawDesk;
  readonly kick: Kick;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}
