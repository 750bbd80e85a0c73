import { expect, it } from 'vitest';
import { readReceiptCode } from '../../../shared/complaint/receiptCode.ts';
import { staffReceiptCode } from '../../../shared/complaint/staffReceipt.ts';

const pepper = new Uint8Array(32).fill(1);

it('gives the same form the same valid code, and every other form or office another', () => {
  const codes = Array.from({ length: 500 }, (_, i) => staffReceiptCode(pepper, `form-${i}`));
  for (const code of codes) expect(readReceiptCode(code)).toEqual({ ok: true, value: code });
  expect(new Set(codes).size).toBe(500);
  expect(staffReceiptCode(pepper, 'form-7')).toBe(codes[7]);
  expect(staffReceiptCode(new Uint8Array(32).fill(2), 'form-7')).not.toBe(codes[7]);
});
