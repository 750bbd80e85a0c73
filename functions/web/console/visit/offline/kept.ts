/** What a phone keeps until the server has confirmed it. */

interface KeptEntry {
  /** Made on the phone: the same entry sent twice is one. */
  readonly id: string;
  /** When it was entered, by the phone's clock; ISO 8601 in UTC. */
  readonly at: string;
  /** Why the server did not take it. It stays until the person answers anew or deletes it. */
  readonly refused?: string;
}

export interface KeptAnswer extends KeptEntry {
  readonly type: 'answer';
  readonly key: string;
  readonly value: string;
  readonly note: string;
}

export interface KeptFile extends KeptEntry {
  readonly type: 'file';
  /** The question that it answers; `''` for the whole visit. */
  readonly question: string;
  readonly purpose: string;
  readonly name: string;
  readonly file: Blob;
  /** The upload that may have carried it already: asked for before the file is sent a second time. */
  readonly upload?: string;
}

export type Kept = KeptAnswer | KeptFile;

/** The entries of one person for one visit. */
export interface KeptQueue {
  all(): Promise<readonly Kept[]>;
  put(entry: Kept): Promise<void>;
  remove(id: string): Promise<void>;
}

export const isWaiting = ({ refused }: Kept) => refused === undefined;

/** The order in which they were entered. */
export const inOrder = (a: Kept, b: Kept) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
