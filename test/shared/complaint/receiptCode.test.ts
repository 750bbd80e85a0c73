import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatReceiptCode,
  newReceiptCode,
  RECEIPT_CODE_DIGITS,
  readReceiptCode,
  receiptHash,
  receiptRowKey,
} from '../../../shared/complaint/receiptCode.ts';
import { catalogue } from '../../../shared/messages/catalogue.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
/** Codes of arbitrary bytes, so that a failure shrinks. */
const code = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 })
  .map((digits) => newReceiptCode(() => Uint8Array.from(digits)));

const refusal = (typed: string) => {
  const read = readReceiptCode(typed);
  return read.ok ? undefined : read.problems[0];
};

describe('a new code', () => {
  it('has 18 digits in groups of three and is read back as it was made', () => {
    for (let i = 0; i < 200; i++) {
      const made = newReceiptCode(random);
      const shown = formatReceiptCode(made);
      expect(made).toHaveLength(RECEIPT_CODE_DIGITS);
      expect(shown).toMatch(/^\d{3}( \d{3}){5}$/);
      expect(readReceiptCode(shown)).toEqual({ ok: true, value: made });
    }
  });

  it('carries the check digits of ISO 7064 MOD 97-10', () => {
    fc.assert(fc.property(code, (made) => BigInt(made) % 97n === 1n));
    // The example of ISO 7064: 794 has the check digits 44.
    expect(newReceiptCode(() => Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 9, 4]))).toBe(
      '000000000000079444',
    );
  });

  it('draws anew instead of making small digits likelier', () => {
    const asked: number[] = [];
    const made = newReceiptCode((bytes) => {
      asked.push(bytes);
      return new Uint8Array(bytes).fill(asked.length === 1 ? 250 : 249);
    });
    expect(asked).toEqual([16, 16]);
    expect(made.slice(0, 16)).toBe('9'.repeat(16));
  });
});

describe('reading', () => {
  it('takes what people type and paste', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(fc.constantFrom('', ' ', '　', '-', '－', '–', '—', '‑', '\u200b', '\t', '\u00a0'), {
          minLength: 18,
          maxLength: 18,
        }),
        fc.boolean(),
        (made, between, wide) => {
          const digit = (one: string) => (wide ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one);
          const typed = [...made].map((one, i) => (between[i] ?? '') + digit(one)).join('');
          expect(readReceiptCode(typed)).toEqual({ ok: true, value: made });
        },
      ),
    );
  });

  it('catches every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(code, (made) => {
        for (let at = 0; at < made.length; at++) {
          for (const digit of '0123456789') {
            if (digit === made[at]) continue;
            expect(refusal(made.slice(0, at) + digit + made.slice(at + 1))?.code).toBe('receipt.code.check');
          }
          const [a = '', b = ''] = made.slice(at, at + 2);
          if (a !== b && b !== '') {
            expect(refusal(made.slice(0, at) + b + a + made.slice(at + 2))?.code).toBe('receipt.code.check');
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('tells the problems apart, at the field', () => {
    const made = newReceiptCode(random);
    expect(refusal('')).toEqual({ code: 'receipt.code.missing', field: 'code' });
    expect(refusal(' －　')?.code).toBe('receipt.code.missing');
    expect(refusal(`${made}x`)).toEqual({ code: 'receipt.code.characters', field: 'code' });
    expect(refusal(made.slice(1))).toEqual({
      code: 'receipt.code.length',
      params: { digits: 17, expected: 18 },
      field: 'code',
    });
    expect(refusal(made + made)?.params).toEqual({ digits: 36, expected: 18 });
    // ١ and Ⅳ are digits of other scripts, which nobody reads off a receipt.
    expect(refusal(`${made.slice(1)}١`)?.code).toBe('receipt.code.characters');
    for (const one of ['missing', 'characters', 'length', 'check', 'unknown'])
      expect(catalogue.has(`receipt.code.${one}`)).toBe(true);
  });
});

it('a receipt is found under a digest that another pepper does not give', () => {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const made = newReceiptCode(random);
  expect(receiptHash(one, made)).toMatch(/^[0-9a-f]{64}$/);
  expect(receiptHash(one, made)).toBe(receiptHash(one, made));
  expect(receiptHash(one, made)).not.toBe(receiptHash(two, made));
  expect(receiptRowKey(receiptHash(one, made))).not.toContain(made);
});
