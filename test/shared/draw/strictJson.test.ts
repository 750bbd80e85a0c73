import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { parseStrictJson } from '../../../shared/draw/strictJson.ts';

const restricted = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeNat(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
  ),
})).value;

test('every value survives being written and read', () => {
  fc.assert(
    fc.property(restricted, (value) => {
      const text = canonicalJson(value);
      const read = parseStrictJson(text);
      expect(read.ok && canonicalJson(read.value)).toBe(text);
      // Spacing and the order of keys do not reach the canonical text.
      const spaced = parseStrictJson(JSON.stringify(value, undefined, 2));
      expect(spaced.ok && canonicalJson(spaced.value)).toBe(text);
    }),
  );
});

describe('canonical text', () => {
  test('sorts keys by UTF-16 code units, as RFC 8785 does', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(keys)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  test.each([[0.5], [-1], [2 ** 53], [Number.NaN], ['\ud800'], [undefined], [() => 1]])(
    'has no text for %s',
    (value) => {
      expect(() => canonicalJson([value])).toThrow(TypeError);
    },
  );
});

describe('strict reading', () => {
  test.each([
    ['{"a":1.5}', 'number', 5],
    ['[1e3]', 'number', 1],
    ['[-1]', 'number', 1],
    ['[-0]', 'number', 1],
    ['[01]', 'number', 1],
    ['[9007199254740992]', 'number', 1],
    ['{"a":1,"a":2}', 'duplicateKey', 7],
    ['{"a":1,"\\u0061":2}', 'duplicateKey', 7],
    ['{"__proto__":1,"__proto__":2}', 'duplicateKey', 15],
    ['["\\ud800"]', 'surrogate', 1],
    ['["\\x"]', 'escape', 2],
    ['["\\u12"]', 'escape', 2],
    ['["a\nb"]', 'unexpected', 3],
    ['[1] x', 'trailing', 4],
    ['[1,]', 'unexpected', 3],
    ['{"a":1', 'truncated', 6],
    ['', 'truncated', 0],
    ['\ufeff{}', 'unexpected', 0],
    ['nul', 'unexpected', 0],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'tooDeep', 33],
  ])('refuses %j as %s at %i', (text, code, position) => {
    expect(parseStrictJson(text)).toEqual({
      ok: false,
      problems: [{ code: `draw.json.${code}`, params: { position } }],
    });
  });

  test('refuses a text beyond the length limit before reading it', () => {
    expect(parseStrictJson('[1,2]', { length: 4, depth: 3 })).toEqual({
      ok: false,
      problems: [{ code: 'draw.json.tooLong', params: { limit: 4 } }],
    });
  });

  test('keeps a member called __proto__ a member', () => {
    const read = parseStrictJson('{"__proto__":{"a":1}}');
    expect(read.ok && canonicalJson(read.value)).toBe('{"__proto__":{"a":1}}');
  });
});
