import type { RowPut } from '../../case/caseStore.ts';

/** Rows of drafts in the core table; no other file spells their keys. */

export const draftRowKey = (id: string) => ({ pk: `DF#${id}`, sk: 'META' });

/** A draft as it is kept: nothing of it can be read here. */
export interface StoredDraft {
  readonly version: number;
  readonly cipher: Uint8Array;
  /** Number of the mailed link that somebody has followed; 0 for none. */
  readonly released: number;
}

/** Puts the receipt in the place of the draft, in the transaction that sends it; fails when the draft moved on. */
export function sentDraftRow(
  id: string,
  before: number,
  sent: { readonly cipher: Uint8Array; readonly ttl: number },
): RowPut {
  return {
    row: { ...draftRowKey(id), version: before + 1, cipher: sent.cipher, ttl: sent.ttl },
    expect: { version: before },
  };
}

export interface DraftStore {
  /** Undefined when there is none, or its time is over. */
  get(id: string, now: Date): Promise<StoredDraft | undefined>;
  /** Writes version 1 of a new draft. */
  create(id: string, cipher: Uint8Array, ttl: number): Promise<void>;
  /**
   * Writes the version after `before`.
   *
   * @returns false when another window was faster, or the draft is gone
   */
  save(id: string, before: number, cipher: Uint8Array, ttl: number): Promise<boolean>;
  /** Notes that the mailed link was followed; false when the draft is gone. The draft's own version stays. */
  release(id: string, number: number): Promise<boolean>;
  remove(id: string): Promise<void>;
}
