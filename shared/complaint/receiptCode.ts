import { toHex, utf8 } from '../draw/bytes.ts';
import { sha256Suite } from '../draw/hash.ts';
import { ok, problem, type Result } from '../problem.ts';

/**
 * The code on a receipt (回执码): 16 random decimal digits, 53 bits, and two check digits by ISO 7064 MOD 97-10,
 * which catch every single wrong digit and every swap of two neighbours. Digits only, so that it can be read out on
 * the telephone and typed on any keyboard.
 */

const RANDOM_DIGITS = 16;
const CHECK_DIGITS = 2;
export const RECEIPT_CODE_DIGITS = RANDOM_DIGITS + CHECK_DIGITS;
const GROUP = /\d{3}(?=\d)/g;
/** The largest multiple of ten that a byte can hold below: what is above would make small digits likelier. */
const FAIR_BELOW = 250;

/** Random bytes of a cryptographic source. */
export type RandomBytes = (bytes: number) => Uint8Array;

function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

/** `02` to `98`: the whole code leaves the remainder 1 on division by 97 (ISO 7064, MOD 97-10). */
function checkDigits(digits: string): string {
  return String(98 - remainder97(`${digits}00`)).padStart(CHECK_DIGITS, '0');
}

/** A new code, 18 digits without spaces. Every one of the 10^16 is equally likely. */
export function newReceiptCode(random: RandomBytes): string {
  let digits = '';
  while (digits.length < RANDOM_DIGITS) {
    for (const byte of random(RANDOM_DIGITS - digits.length)) {
      if (byte < FAIR_BELOW) digits += String(byte % 10);
    }
  }
  return digits + checkDigits(digits);
}

/** As it is shown and printed: `482 913 550 172 904 418`. */
export function formatReceiptCode(code: string): string {
  return code.replace(GROUP, '$& ');
}

/**
 * The code that somebody typed or pasted: full-width digits, spaces, dashes and invisible characters are put right.
 * Whether there is such a receipt only the server can tell (`receipt.code.unknown`).
 *
 * Problems of the field `code`: `receipt.code.missing`; `receipt.code.characters`, something that is no digit;
 * `receipt.code.length`, with how many digits were read; `receipt.code.check`, a slip of the pen.
 */
export function readReceiptCode(typed: string): Result<string> {
  const code = typed.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}\u2212]/gu, '');
  if (code === '') return problem('receipt.code.missing', undefined, 'code');
  if (!/^\d+$/.test(code)) return problem('receipt.code.characters', undefined, 'code');
  if (code.length !== RECEIPT_CODE_DIGITS) {
    return problem('receipt.code.length', { digits: code.length, expected: RECEIPT_CODE_DIGITS }, 'code');
  }
  if (checkDigits(code.slice(0, RANDOM_DIGITS)) !== code.slice(RANDOM_DIGITS)) {
    return problem('receipt.code.check', undefined, 'code');
  }
  return ok(code);
}

/**
 * Under what a receipt is found: HMAC-SHA256 under the office's pepper, hex. Whoever holds a copy of the table
 * cannot find the codes by trying all 10^16.
 *
 * @param code as `newReceiptCode` and `readReceiptCode` give it
 */
export function receiptHash(pepper: Uint8Array, code: string): string {
  return toHex(sha256Suite.hmac(pepper, utf8(code)));
}

/** Partition key of the receipt in the core table. */
export function receiptRowKey(hash: string): string {
  return `RC#${hash}`;
}
