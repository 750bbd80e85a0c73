import { toHex, utf8 } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';

/** A mail address by which somebody finds their cases again; it stands nowhere in the clear. */

/**
 * The form in which two addresses are compared: what people type differently but mean alike. Dots and plus signs are
 * left alone: at some providers they tell people apart.
 */
export function normalisedMail(address: string): string {
  return address
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

/**
 * Under what the cases of an address stand in the vault: HMAC-SHA256, hex.
 *
 * @param key `mailDigestKey` of the application secret
 */
export function mailDigest(key: Uint8Array, address: string): string {
  return toHex(sha256Suite.hmac(key, utf8(`address ${normalisedMail(address)}`)));
}
