import { concat, fromHex, lengthPrefixedAll, utf8 } from './bytes.ts';
import { type Commit, commitDigest } from './commitment.ts';
import type { HashSuite } from './hash.ts';

/** Randomness of a draw: seed, keys and uniform numbers (DR-1 §1.5, §1.6). */

/** `message → H(KB ‖ message)` for one key block. */
export type KeyedHash = (message: Uint8Array) => Uint8Array;

/**
 * `seed = HMAC(key = C, IKM)`, IKM = ‖_j LP(type_j) ‖ LP(id_j) ‖ LP(value_j); `values` are the hex of the raw
 * bytes in the order of the sources. Throws RangeError if there is not one value per source.
 */
export function drawSeed(suite: HashSuite, commit: Commit, values: readonly string[]): Uint8Array {
  if (values.length !== commit.sources.length) throw new RangeError('one value per source');
  const material = commit.sources.map((source, j) =>
    lengthPrefixedAll(source.type, source.id, fromHex(values[j] ?? '')),
  );
  return suite.hmac(commitDigest(suite, commit), concat(...material));
}

/** `KB(info) = HKDF-Expand(seed, utf8("dr1/" ‖ info), 64)` (RFC 5869): one block of key. */
export function keyBlock(suite: HashSuite, seed: Uint8Array, info: string): Uint8Array {
  const context = utf8(`dr1/${info}`);
  const first = suite.hmac(seed, concat(context, Uint8Array.of(1)));
  const second = suite.hmac(seed, concat(first, context, Uint8Array.of(2)));
  return concat(first, second);
}

/** The hash keyed by KB(info). Infos: `quota`, `ticket/<pool>`, `team/slot`, `team/deal`. */
export function keyedHash(suite: HashSuite, seed: Uint8Array, info: string): KeyedHash {
  return suite.prefixed(keyBlock(suite, seed, info));
}

const RANGE = 1n << 64n;

/**
 * `Uniform(KB, label, ·)` as a sequence: each call gives the next number in [0, n), the counter goes on and
 * is spent by every hash (DR-1 §1.11.8).
 */
export function uniformSequence(keyed: KeyedHash, label: string): (n: number) => number {
  let counter = 0;
  return (n) => {
    const range = BigInt(n);
    const limit = RANGE - (RANGE % range);
    for (;;) {
      const bytes = keyed(utf8(`${label}/${counter++}`));
      const x = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
      if (x < limit) return Number(x % range);
    }
  };
}

/** `Uniform(KB, label, n)`, a number in [0, n). */
export function uniform(keyed: KeyedHash, label: string, n: number): number {
  return uniformSequence(keyed, label)(n);
}
