import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/problem.ts';
import {
  fictionalUscc,
  isUscc,
  normaliseUscc,
  organisationCheckCharacter,
  parseUscc,
  usccCheckCharacter,
} from '../../../shared/register/uscc.ts';

const real = [
  '11110000000021231Y', // 北京市知识产权局
  '91110000710926094P',
  '914403001922038216',
  '91110108551385082Q',
  '9144030071526726XG',
  '91110000802100433B',
];

function problemOf(text: string): Problem | undefined {
  const result = parseUscc(text);
  return result.ok ? undefined : result.problems[0];
}

describe('the unified social credit code', () => {
  it.each(real)('accepts %s', (code) => {
    expect(parseUscc(code)).toEqual({ ok: true, value: code });
    expect(usccCheckCharacter(code.slice(0, 17))).toBe(code.charAt(17));
    expect(organisationCheckCharacter(code.slice(8, 16))).toBe(code.charAt(16));
  });

  it('refuses the example printed in the standard, whose right character is 3', () => {
    expect(problemOf('91350100M000100Y4Z')).toEqual({
      code: 'register.uscc.letter',
      params: { character: 'Z', position: 18 },
    });
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
    expect(isUscc('91350100M000100Y43')).toBe(true);
  });

  it('names the check character that would fit', () => {
    expect(problemOf('911100007109260942')).toEqual({
      code: 'register.uscc.check',
      params: { expected: 'P', found: '2' },
    });
  });

  it('tells a wrong organisation code from a wrong last character', () => {
    const body = `91110000${'71092609'}5`;
    expect(problemOf(body + usccCheckCharacter(body))).toEqual({
      code: 'register.uscc.inner',
      params: { expected: '4', found: '5' },
    });
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('never uses the letter %s', (letter) => {
    expect(problemOf(`9111000071092609${letter}P`)?.code).toBe('register.uscc.letter');
  });

  it('refuses other lengths, other characters and a region of letters', () => {
    expect(problemOf('91110000710926094')).toEqual({ code: 'register.uscc.length', params: { length: 17 } });
    expect(problemOf('')?.params).toEqual({ length: 0 });
    expect(problemOf('9111000071092609*P')?.code).toBe('register.uscc.character');
    expect(problemOf('911100A0710926094P')?.code).toBe('register.uscc.region');
  });

  it('forgives full-width characters, lower case, spaces and invisible marks', () => {
    const typed = ' ９１１１００００ 7109-26094ｐ\u200b\ufeff';
    expect(normaliseUscc(typed)).toBe('91110000710926094P');
    expect(parseUscc(typed).ok).toBe(true);
  });

  it('gives the check character 0, not “31”, when the sum is a multiple of 31', () => {
    const zero = Array.from({ length: 2000 }, (_, n) => fictionalUscc(n)).filter((code) =>
      code.endsWith('0'),
    );
    expect(zero.length).toBeGreaterThan(30);
    expect(zero.every(isUscc)).toBe(true);
  });

  it('accepts law firms, whose codes begin with 3', () => {
    const body = `31110000${'00002123'}1`;
    expect(isUscc(body + usccCheckCharacter(body))).toBe(true);
  });

  it('makes distinct valid fictional codes, and no real sample', () => {
    const codes = Array.from({ length: 5000 }, (_, n) => fictionalUscc(n));
    expect(new Set(codes).size).toBe(5000);
    expect(codes.every(isUscc)).toBe(true);
    expect(codes.some((code) => real.includes(code))).toBe(false);
    expect(() => fictionalUscc(1_000_000)).toThrow(RangeError);
    expect(() => fictionalUscc(-1)).toThrow(RangeError);
  });

  it('notices every single wrong character and every swap of two neighbours in the code', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.nat(17),
        fc.constantFrom(...alphabet),
        (n, i, letter) => {
          const code = fictionalUscc(n);
          const changed = code.slice(0, i) + letter + code.slice(i + 1);
          expect(isUscc(changed)).toBe(changed === code);
          const swapped = code.slice(0, i) + code.charAt(i + 1) + code.charAt(i) + code.slice(i + 2);
          if (i < 17) expect(isUscc(swapped)).toBe(swapped === code);
        },
      ),
    );
  });
});
