import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYuan, wanYuanText, yuan, yuanText } from '../../shared/money.ts';

describe('money is whole fen', () => {
  test.each([
    ['1200', 120_000],
    ['1,200.5', 120_050],
    ['¥1200.05元', 120_005],
    ['１２００．５０', 120_050],
    ['0', 0],
  ])('%s is read', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });

  test.each(['', '-1', '1.234', '1e3', '十元', '1.', '.5', '99999999999999'])('%s is not', (text) => {
    expect(readYuan(text)).toBeUndefined();
  });

  test('what is written is read again, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => readYuan(yuanText(fen)) === fen),
      { numRuns: 200 },
    );
  });

  test.each([
    [yuan(100_000), '10'],
    [yuan(9_999.99), '0.999999'],
    [1, '0.000001'],
    [0, '0'],
    [yuan(15_000), '1.5'],
  ])('%s fen is %s 万元', (fen, text) => {
    expect(wanYuanText(fen)).toBe(text);
  });
});
