import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCsv, guardXlsx, unguard } from '../../../shared/spreadsheet/formulaGuard.ts';

const dangerous = fc
  .array(fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', 'a', '1'), { maxLength: 6 })
  .map((signs) => signs.join(''));

describe('the guard against formulas', () => {
  it('is undone exactly, for every text', () => {
    fc.assert(
      fc.property(fc.oneof(dangerous, fc.string()), (text) => {
        expect(unguard(guardCsv(text))).toBe(text);
        expect(unguard(guardXlsx(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing in a CSV that a spreadsheet program would run', () => {
    fc.assert(
      fc.property(dangerous, (text) => {
        expect(guardCsv(text)).not.toMatch(/^\s*[=+\-@＝]|^[\t\r\n]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves ordinary text alone', () => {
    for (const text of ['', '北京某某事务所', '00123', "it's", 'a=b', '1-2'])
      expect(guardCsv(text)).toBe(text);
  });
});
