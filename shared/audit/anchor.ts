import { addDays, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { toHex, utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { sha256Suite } from '../draw/hash.ts';
import { merkleRoot } from '../draw/merkle.ts';

/** The head of one chain: the leaf that stands for the whole chain up to it. */
export interface Leaf {
  readonly case: string;
  readonly seq: number;
  readonly digest: string;
}

export interface Anchor {
  readonly v: 'audit-anchor/1';
  /** The day whose end the anchor stands for. */
  readonly day: LocalDate;
  readonly cases: number;
  /** Merkle root (RFC 6962) over the heads of all chains, in the order of their case ids. */
  readonly root: string;
}

export interface AnchorDeps {
  /** Heads of all chains as they are now. */
  heads(): Promise<readonly Leaf[]>;
  lastDay(): Promise<LocalDate | undefined>;
  /** Keeps the day's anchor where nobody can change it, and where everybody can read it. Idempotent. */
  keep(day: LocalDate, leaves: readonly Leaf[]): Promise<void>;
  now(): Date;
}

/** The anchor of a set of chain heads. */
export function anchorOf(day: LocalDate, leaves: readonly Leaf[]): Anchor {
  const ordered = leaves.toSorted((a, b) => (a.case < b.case ? -1 : 1));
  const root = merkleRoot(
    sha256Suite,
    ordered.map((leaf) => utf8(canonicalJson({ ...leaf }))),
  );
  return { v: 'audit-anchor/1', day, cases: ordered.length, root: toHex(root) };
}

/**
 * Anchors every day that has ended since the last anchor; a day that was skipped is anchored with the heads
 * as they are now, and so is not lost.
 */
export async function anchorDays(deps: AnchorDeps): Promise<{ readonly anchored: readonly LocalDate[] }> {
  const yesterday = addDays(shanghaiDate(deps.now()), -1);
  const last = await deps.lastDay();
  const leaves = await deps.heads();
  const anchored: LocalDate[] = [];
  for (let day = last === undefined ? yesterday : addDays(last, 1); day <= yesterday; day = addDays(day, 1)) {
    await deps.keep(day, leaves);
    anchored.push(day);
  }
  return { anchored };
}
