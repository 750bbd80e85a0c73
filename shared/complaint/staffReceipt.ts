import { utf8 } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';
import { newReceiptCode } from './receiptCode.ts';

/**
 * The receipt code of a filing that somebody of the office enters: drawn from the random key of the form, so that the
 * same form sent twice gives the same receipt. The key is kept nowhere, and neither is the code: who has the pepper
 * and the case cannot find it.
 *
 * @param key the form's idempotency key, 122 random bits
 */
export function staffReceiptCode(pepper: Uint8Array, key: string): string {
  let block = 0;
  return newReceiptCode((bytes) => {
    block += 1;
    return sha256Suite.hmac(pepper, utf8(`staff receipt ${block} ${key}`)).slice(0, bytes);
  });
}
