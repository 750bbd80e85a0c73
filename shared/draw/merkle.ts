import { concat } from './bytes.ts';
import type { HashSuite } from './hash.ts';

/**
 * The tree of RFC 6962 §2.1 / RFC 9162 over lists of byte strings (DR-1 §1.2): roots of pools, of ranks
 * and of the log, with inclusion proofs. Sorted leaves also prove that something is *not* in the list.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** `H(0x00 ‖ leaf)` */
export function leafHash(suite: HashSuite, leaf: Uint8Array): Uint8Array {
  return suite.hash(concat(LEAF, leaf));
}

function nodeHash(suite: HashSuite, left: Uint8Array, right: Uint8Array): Uint8Array {
  return suite.hash(concat(NODE, left, right));
}

/** The level above: neighbours paired, an odd last node promoted. */
function parents(suite: HashSuite, level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const left = level[i];
    const right = level[i + 1];
    if (left !== undefined) above.push(right === undefined ? left : nodeHash(suite, left, right));
  }
  return above;
}

/** Root over leaves; that of the empty list is H of the empty string (DR-1 §1.11.5). */
export function merkleRoot(suite: HashSuite, leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves.map((leaf) => leafHash(suite, leaf));
  while (level.length > 1) level = parents(suite, level);
  return level[0] ?? suite.hash(new Uint8Array(0));
}

/** Sibling hashes from the leaf upwards (RFC 9162 §2.1.3). Throws RangeError if there is no such leaf. */
export function inclusionProof(suite: HashSuite, leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!(Number.isInteger(index) && index >= 0 && index < leaves.length)) throw new RangeError('no such leaf');
  const path: Uint8Array[] = [];
  let level = leaves.map((leaf) => leafHash(suite, leaf));
  for (let at = index; level.length > 1; at >>>= 1) {
    const sibling = level[at ^ 1];
    if (sibling !== undefined) path.push(sibling);
    level = parents(suite, level);
  }
  return path;
}

/** Is `leaf` the one at `index` (from 0) of the `size` leaves under `root`? */
export function verifyInclusion(
  suite: HashSuite,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size))
    return false;
  let hash = leafHash(suite, leaf);
  let used = 0;
  for (let at = index, last = size - 1; last > 0; at = Math.floor(at / 2), last = Math.floor(last / 2)) {
    const isRight = at % 2 === 1;
    // The odd last node of a level has no sibling and is promoted as it is.
    if (!isRight && at === last) continue;
    const sibling = path[used++];
    if (sibling === undefined) return false;
    hash = isRight ? nodeHash(suite, sibling, hash) : nodeHash(suite, hash, sibling);
  }
  return used === path.length && hash.length === root.length && hash.every((byte, i) => byte === root[i]);
}

/** A leaf with its place and path. */
export interface ProvenLeaf {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly path: readonly Uint8Array[];
}

/** The leaves that would stand beside a missing one; one of them is absent at an end of the list. */
export interface AbsenceProof {
  readonly before?: ProvenLeaf;
  readonly after?: ProvenLeaf;
}

/** Proof that nothing stands between positions `index - 1` and `index` of the sorted leaves. */
export function absenceProof(suite: HashSuite, leaves: readonly Uint8Array[], index: number): AbsenceProof {
  const at = (i: number): ProvenLeaf | undefined => {
    const leaf = leaves[i];
    return leaf === undefined ? undefined : { leaf, index: i, path: inclusionProof(suite, leaves, i) };
  };
  const before = at(index - 1);
  const after = at(index);
  return { ...(before && { before }), ...(after && { after }) };
}

/**
 * Do the two proven leaves show that a missing one is not in the list? `side` gives the place of a leaf
 * relative to the missing one: negative before it, positive after it, 0 when it is the one.
 */
export function verifyAbsence(
  suite: HashSuite,
  proof: AbsenceProof,
  size: number,
  root: Uint8Array,
  side: (leaf: Uint8Array) => number,
): boolean {
  const { before, after } = proof;
  const proven = [before, after].filter((one) => one !== undefined);
  if (!proven.every(({ leaf, index, path }) => verifyInclusion(suite, leaf, index, size, path, root)))
    return false;
  if (before !== undefined && side(before.leaf) >= 0) return false;
  if (after !== undefined && side(after.leaf) <= 0) return false;
  if (size === 0)
    return (
      before === undefined && after === undefined && merkleRoot(suite, []).every((b, i) => b === root[i])
    );
  return (before?.index ?? -1) + 1 === (after?.index ?? size);
}
