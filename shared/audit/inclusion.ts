import type { LocalDate } from '../calendar/localDate.ts';
import { fromHex, toHex, utf8 } from '../draw/bytes.ts';
import { canonicalJson } from '../draw/canonicalJson.ts';
import { sha256Suite } from '../draw/hash.ts';
import { inclusionProof, verifyInclusion } from '../draw/merkle.ts';
import { type AuditEntry, entryDigest } from './entry.ts';
import { readAnchorFile } from './verifyAnchors.ts';

/**
 * Shows that the head of one chain stands under the root of a day, without the heads of the other chains. The
 * root itself is public (`audit/<day>.json` of the publicity site).
 */
export interface AnchoredHead {
  readonly day: LocalDate;
  /** Number of chains under the root. */
  readonly cases: number;
  readonly root: string;
  /** Place of the head among the leaves, from 0. */
  readonly index: number;
  /** Sibling hashes from the leaf upwards, hex. */
  readonly path: readonly string[];
  /** The entry that was the chain's last on that day. */
  readonly seq: number;
  readonly digest: string;
}

const leafBytes = (caseId: string, { seq, digest }: Pick<AnchoredHead, 'seq' | 'digest'>) =>
  utf8(canonicalJson({ case: caseId, seq, digest }));

/** The proof of one chain from the file of a day; undefined when the file is broken or does not have the chain. */
export function anchoredHead(day: LocalDate, file: Uint8Array, caseId: string): AnchoredHead | undefined {
  const kept = readAnchorFile(day, file);
  if (kept === undefined) return undefined;
  const leaves = kept.leaves.toSorted((a, b) => (a.case < b.case ? -1 : 1));
  const index = leaves.findIndex((leaf) => leaf.case === caseId);
  const leaf = leaves[index];
  if (leaf === undefined) return undefined;
  const path = inclusionProof(
    sha256Suite,
    leaves.map((one) => leafBytes(one.case, one)),
    index,
  );
  const { cases, root } = kept.anchor;
  return { day, cases, root, index, path: path.map(toHex), seq: leaf.seq, digest: leaf.digest };
}

/** Whether the chain's entry of that number is the one that was anchored, and stands under the root. */
export function isAnchored(head: AnchoredHead, caseId: string, entries: readonly AuditEntry[]): boolean {
  const entry = entries.find(({ seq }) => seq === head.seq);
  return (
    entry !== undefined &&
    entryDigest(entry) === head.digest &&
    verifyInclusion(
      sha256Suite,
      leafBytes(caseId, head),
      head.index,
      head.cases,
      head.path.map(fromHex),
      fromHex(head.root),
    )
  );
}
