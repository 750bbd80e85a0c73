import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes, concat, fromHex, toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import {
  absenceProof,
  inclusionProof,
  merkleRoot,
  verifyAbsence,
  verifyInclusion,
} from '../../../shared/draw/merkle.ts';

/** The recursive definition of RFC 6962 §2.1, as the other way to the same root. */
function definedRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256Suite.hash(new Uint8Array(0));
  if (leaves.length === 1) return sha256Suite.hash(concat(Uint8Array.of(0), only));
  let split = 1;
  while (2 * split < leaves.length) split *= 2;
  const [left, right] = [definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split))];
  return sha256Suite.hash(concat(Uint8Array.of(1), left, right));
}

const numbered = (n: number): Uint8Array[] =>
  Array.from({ length: n }, (_, i) => utf8(String(2 * i).padStart(4, '0')));

describe('root', () => {
  test('of the published Certificate Transparency test leaves', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    expect(toHex(merkleRoot(sha256Suite, leaves.map(fromHex)))).toBe(
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    );
  });

  test('follows the recursive definition', () => {
    for (let n = 0; n <= 70; n++)
      expect(toHex(merkleRoot(sha256Suite, numbered(n)))).toBe(toHex(definedRoot(numbered(n))));
  });
});

describe('proofs', () => {
  test('every leaf is proven, in its place only', () => {
    for (const n of [1, 2, 3, 5, 8, 13, 33]) {
      const leaves = numbered(n);
      const root = merkleRoot(sha256Suite, leaves);
      for (const [i, leaf] of leaves.entries()) {
        const path = inclusionProof(sha256Suite, leaves, i);
        expect(verifyInclusion(sha256Suite, leaf, i, n, path, root)).toBe(true);
        expect(verifyInclusion(sha256Suite, utf8('x'), i, n, path, root)).toBe(false);
        expect(verifyInclusion(sha256Suite, leaf, i + 1, n, path, root)).toBe(false);
        expect(verifyInclusion(sha256Suite, leaf, i, n, [...path, root], root)).toBe(false);
        if (path.length > 0)
          expect(verifyInclusion(sha256Suite, leaf, i, n, path.slice(1), root)).toBe(false);
      }
    }
  });

  test('what is not in a sorted list is proven absent, what is there is not', () => {
    const sideOf = (target: Uint8Array) => (leaf: Uint8Array) => compareBytes(leaf, target);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.nat({ max: 41 }), (n, number) => {
        const leaves = numbered(n);
        const root = merkleRoot(sha256Suite, leaves);
        const target = utf8(String(number).padStart(4, '0'));
        const index = leaves.filter((leaf) => compareBytes(leaf, target) < 0).length;
        const present = number % 2 === 0 && number < 2 * n;
        const proof = absenceProof(sha256Suite, leaves, index);
        expect(verifyAbsence(sha256Suite, proof, n, root, sideOf(target))).toBe(!present);
        // Neighbours that are none: the gap could hide the target.
        if (n > 2) {
          const { before } = absenceProof(sha256Suite, leaves, 1);
          const { after } = absenceProof(sha256Suite, leaves, n - 1);
          const gap = { ...(before && { before }), ...(after && { after }) };
          expect(verifyAbsence(sha256Suite, gap, n, root, sideOf(utf8('0001')))).toBe(false);
        }
      }),
    );
  });
});
