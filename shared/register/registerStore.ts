import type { RowPut } from '../case/caseStore.ts';
import type { Agency } from './agency.ts';
import type { InspectionItem } from './inspectionItem.ts';
import type { Inspector } from './inspector.ts';
import type { Practitioner } from './practitioner.ts';
import type { Relation } from './relation.ts';

/** The five registers, each with the type of its rows. */
export interface RegisterRows {
  agency: Agency;
  practitioner: Practitioner;
  inspector: Inspector;
  relation: Relation;
  item: InspectionItem;
}
export type RegisterKind = keyof RegisterRows;

/** A row as it is kept. `rev` is the register's revision that wrote it; an edit names the one it was made from. */
export interface Kept<T> {
  readonly value: T;
  readonly rev: number;
}

/** A relation may be withdrawn; it then stays in the register with the day, and seals nothing any more. */
export interface KeptRelation extends Kept<Relation> {
  readonly withdrawnOn?: string;
}

/** One field of one row changed. `old` absent: the field was empty; `new` absent: it is now. */
export interface FieldChange {
  readonly field: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

export interface HistoryEntry extends FieldChange {
  readonly at: string;
  /** The user's id. */
  readonly by: string;
  /** `form`, or the id of the import `IM#…`. */
  readonly source: string;
}

/**
 * The register's one lock and revision. While `holder` is not empty (an import is being written), no edit, no
 * other import and no freezing of a snapshot is possible. Every change raises `rev` by one.
 */
export interface RegisterLock {
  readonly holder: string;
  readonly rev: number;
}

/** Before the first change there is no such row. */
export const NO_LOCK: RegisterLock = { holder: '', rev: 0 };

/** Everything a draw is made from, read at one revision, and the condition that it still stands. */
export interface RegisterSnapshot {
  readonly lock: RegisterLock;
  readonly agencies: readonly Agency[];
  readonly inspectors: readonly Inspector[];
  readonly relations: readonly Relation[];
  /** Put it into the transaction that freezes: it fails when the register has moved or is held. */
  readonly unchanged: RowPut;
}

export interface AgencyFilters {
  /** Part of the name, of the English name, or of the uscc. */
  readonly text?: string;
  readonly kind?: string;
  readonly district?: string;
  /** The class that counts in a month (`2027-03`). */
  readonly risk?: { readonly class: string; readonly month: string };
  readonly listing?: string;
  readonly status?: string;
}
export interface PageRequest {
  readonly size: number;
  /** `next` of the page before. */
  readonly after?: string;
}
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next?: string;
}

/** What an import changes in one row. `before` absent: the row is new. */
export type RowWrite = {
  [K in RegisterKind]: {
    readonly kind: K;
    readonly before?: RegisterRows[K];
    readonly after: RegisterRows[K];
    readonly changes: readonly FieldChange[];
  };
}[RegisterKind];

/** Who writes rows in bulk, when, from which import and as which revision. */
export interface BulkOrigin {
  readonly by: string;
  readonly at: string;
  readonly importId: string;
  readonly rev: number;
}

/** The registers, read. The rows that a command writes go through the case store with the case. */
export interface RegisterStore {
  /** All agencies in the order of their uscc; also the closed ones. */
  agencies(): Promise<readonly Agency[]>;
  agency(uscc: string): Promise<Kept<Agency> | undefined>;
  search(filters: AgencyFilters, page: PageRequest): Promise<Page<Agency>>;
  inspectors(): Promise<readonly Inspector[]>;
  inspector(id: string): Promise<Kept<Inspector> | undefined>;
  /** Every version of every inspection item. */
  items(): Promise<readonly InspectionItem[]>;
  item(code: string, version: number): Promise<Kept<InspectionItem> | undefined>;
  /** The relations that stand. */
  relations(): Promise<readonly Relation[]>;
  relation(inspectorId: string, agencyUscc: string): Promise<KeptRelation | undefined>;
  practitioners(agencyUscc: string): Promise<readonly Practitioner[]>;
  allPractitioners(): Promise<readonly Practitioner[]>;
  /** Every change of every field of a row, newest first. */
  history(kind: RegisterKind, key: readonly string[]): Promise<readonly HistoryEntry[]>;
  lock(): Promise<RegisterLock>;
  /** All three registers as they stood at one revision; `undefined` while an import is being written. */
  snapshot(): Promise<RegisterSnapshot | undefined>;
  /**
   * Writes rows and their history while the import holds the lock. May be repeated any number of times with
   * the same arguments, whole or in part: keys are made from the import, nothing is written twice. `false`
   * when the import does not hold the lock (any more): somebody else has finished it.
   */
  write(rows: readonly RowWrite[], origin: BulkOrigin): Promise<boolean>;
}
