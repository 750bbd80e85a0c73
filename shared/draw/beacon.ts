import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toHex } from './bytes.ts';

/** The drand quicknet beacon (DR-1 §1.4, §4): pinned key, BLS signatures in G1, always SHA-256. */

const GENESIS_SECONDS = 1_692_803_367;
const PERIOD_SECONDS = 3;
const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';
const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';

type PublicKey = ReturnType<typeof bls12_381.G2.Point.fromHex>;
let publicKey: PublicKey | undefined;

/** The pinned key, parsed once: parsing costs more than a pairing. */
function pinnedKey(): PublicKey {
  publicKey ??= bls12_381.G2.Point.fromHex(PUBLIC_KEY);
  return publicKey;
}

/** Seconds since 1970 at which a round appears: `1692803367 + 3·(R − 1)`. */
export function roundSeconds(round: number): number {
  return GENESIS_SECONDS + PERIOD_SECONDS * (round - 1);
}

/** The instant of a round, `YYYY-MM-DDTHH:MM:SSZ`. */
export function roundInstant(round: number): string {
  return `${new Date(1000 * roundSeconds(round)).toISOString().slice(0, 19)}Z`;
}

/** The first round at or after an instant given in seconds since 1970. */
export function roundFrom(seconds: number): number {
  return Math.max(1, Math.ceil((seconds - GENESIS_SECONDS) / PERIOD_SECONDS) + 1);
}

/** Value of the drand source: SHA-256 of the signature, in hex. */
export function beaconValue(signature: string): string {
  return toHex(sha256(fromHex(signature)));
}

/** Did quicknet sign this round with this signature (hex, 48 bytes)? `e(H(round), pk) = e(signature, g2)` */
export function verifyBeacon(round: number, signature: string): boolean {
  const number = new Uint8Array(8);
  new DataView(number.buffer).setBigUint64(0, BigInt(round));
  try {
    const point = bls12_381.G1.Point.fromHex(signature);
    point.assertValidity();
    const message = bls12_381.G1.hashToCurve(sha256(number), { DST: DOMAIN });
    const product = bls12_381.pairingBatch([
      { g1: message, g2: pinnedKey() },
      { g1: point.negate(), g2: bls12_381.G2.Point.BASE },
    ]);
    return bls12_381.fields.Fp12.eql(product, bls12_381.fields.Fp12.ONE);
  } catch {
    // Not a point of the curve or of the group: nobody signed that.
    return false;
  }
}
