import type { AuditEntry, AuditFacts } from '../audit/entry.ts';

/** Where a case stands. `version` rises by one with every commit and is the condition of the next. */
export interface CaseHead {
  readonly caseId: string;
  readonly status: string;
  readonly version: number;
  readonly auditSeq: number;
  readonly auditHash: string;
}

export interface StoredCase<State> extends CaseHead {
  readonly state: State;
}

/** A row of the core table beside the case's own. */
export type Row = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/**
 * Written in the same transaction as the case.
 * `absent`: the row must not exist. `any`: it replaces whatever is there.
 * An object: the row must exist with these attribute values (a counter, a lock).
 */
export interface RowPut {
  readonly row: Row;
  /** Where it stands: in the core table unless told. What may be known to nobody stands in the vault. */
  readonly table?: 'vault';
  readonly expect: 'absent' | 'any' | Readonly<Record<string, string | number>>;
}

/** One command: everything it changes, or nothing. At most 90 rows, linked ones included. */
export interface CaseCommit<State> {
  readonly caseId: string;
  /** `undefined` creates the case. */
  readonly before: CaseHead | undefined;
  readonly status: string;
  readonly state: State;
  /** Attributes of the case's row that put it into a list or a queue. */
  readonly index?: Readonly<Record<string, string>>;
  readonly audit: AuditFacts;
  readonly rows?: readonly RowPut[];
  /** Other cases that the same command moves, each with its own audit entry: they stand or fall with this one. */
  readonly linked?: readonly CaseCommit<unknown>[];
}

export type CommitOutcome<State> =
  | { readonly ok: true; readonly case: StoredCase<State> }
  /** `stale`: somebody was faster, here or in a linked case; load again. `row`: the condition of the row at this index failed. */
  | { readonly ok: false; readonly reason: 'stale' }
  | { readonly ok: false; readonly reason: 'row'; readonly index: number };

/**
 * Keeps cases and their audit chains. `commit` is all or nothing: the case, its rows and the audit entry
 * stand together or not at all.
 */
export interface CaseStore {
  load<State>(caseId: string): Promise<StoredCase<State> | undefined>;
  commit<State>(commit: CaseCommit<State>): Promise<CommitOutcome<State>>;
  /** The audit chain of a case, oldest first. */
  chain(caseId: string): Promise<readonly AuditEntry[]>;
}
