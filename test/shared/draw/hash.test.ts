import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeSuites } from '../../../shared/adapters/nodeHash.ts';
import { toHex, utf8 } from '../../../shared/draw/bytes.ts';
import { portableSuites, type SuiteName } from '../../../shared/draw/hash.ts';
import { sm3 } from '../../../shared/draw/sm3.ts';

test('SM3 gives the published digests', () => {
  expect(toHex(sm3(utf8('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(toHex(sm3(utf8('abcd'.repeat(16))))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  );
});

describe.each<SuiteName>(['sha256', 'sm3'])('suite %s', (name) => {
  const bytes = fc.uint8Array({ maxLength: 300 });

  test('hash, HMAC and prefixed hash agree with node:crypto', () => {
    fc.assert(
      fc.property(bytes, bytes, (key, message) => {
        for (const suite of [portableSuites(name), nodeSuites(name)]) {
          expect(toHex(suite.hash(message))).toBe(createHash(name).update(message).digest('hex'));
          expect(toHex(suite.hmac(key, message))).toBe(createHmac(name, key).update(message).digest('hex'));
          const expected = createHash(name).update(key).update(message).digest('hex');
          expect(toHex(suite.prefixed(key)(message))).toBe(expected);
        }
      }),
    );
  });

  test('a prefixed hash can be used many times', () => {
    const keyed = portableSuites(name).prefixed(new Uint8Array(64));
    expect(toHex(keyed(utf8('a')))).not.toBe(toHex(keyed(utf8('b'))));
    expect(toHex(keyed(utf8('a')))).toBe(toHex(keyed(utf8('a'))));
  });
});
