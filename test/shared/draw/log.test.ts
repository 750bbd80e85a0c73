import { describe, expect, test } from 'vitest';
import { sha256Suite, sm3Suite } from '../../../shared/draw/hash.ts';
import { type LogEntry, logLeaf, logProblems, logRoot, nextLogEntry } from '../../../shared/draw/log.ts';
import { inclusionProof, verifyInclusion } from '../../../shared/draw/merkle.ts';
import { chained, loggedRecord } from './vectors.ts';

const { log } = loggedRecord();
const codes = (entries: readonly LogEntry[]): string[] =>
  logProblems(sha256Suite, entries).map(({ code, field }) => `${code} ${field}`);

test('the first entry has number 0 and follows 64 zeros; every other follows the digest before it', () => {
  expect(log[0]).toMatchObject({ v: 'dr1/log', i: 0, prev: '0'.repeat(64) });
  expect(codes(log)).toEqual([]);
  expect(codes([])).toEqual([]);
});

test('links use the hash of the draw, the root always SHA-256', () => {
  const first = nextLogEntry(sm3Suite, [], {
    time: '2026-11-23T00:00:00Z',
    type: 'objection',
    body: { d: '0'.repeat(64) },
  });
  const second = nextLogEntry(sm3Suite, [first], {
    time: first.time,
    type: 'objection',
    body: { d: '1'.repeat(64) },
  });
  expect(logProblems(sm3Suite, [first, second])).toEqual([]);
  expect(codes([first, second])).toEqual(['draw.log.link log.1']);
  const leaves = log.map(logLeaf);
  const path = inclusionProof(sha256Suite, leaves, 4);
  const root = Buffer.from(logRoot(log), 'hex');
  expect(verifyInclusion(sha256Suite, leaves[4] ?? new Uint8Array(0), 4, leaves.length, path, root)).toBe(
    true,
  );
});

describe('a broken chain', () => {
  test.each<[string, LogEntry[], string[]]>([
    ['an entry taken out', log.filter(({ i }) => i !== 2), ['draw.log.number log.2', 'draw.log.link log.2']],
    ['the first entry taken out', log.slice(1), ['draw.log.link log.0']],
    [
      'an entry changed',
      log.map((entry) => (entry.i === 3 ? { ...entry, time: '2023-08-23T14:10:01Z' } : entry)),
      ['draw.log.link log.4'],
    ],
    [
      'a time that goes back',
      chained(log.map((entry) => (entry.i === 5 ? { ...entry, time: '2023-08-23T00:00:00Z' } : entry))),
      ['draw.log.time log.5'],
    ],
  ])('%s', (_name, entries, expected) => {
    expect(codes(entries)).toEqual(expect.arrayContaining(expected));
  });
});

test.each([
  ['a local time', '2026-11-23T08:00:00+08:00'],
  ['fractions of a second', '2026-11-23T00:00:00.5Z'],
  ['no such month', '2026-13-01T00:00:00Z'],
])('refuses %s', (_name, time) => {
  expect(() =>
    nextLogEntry(sha256Suite, [], { time, type: 'objection', body: { d: '0'.repeat(64) } }),
  ).toThrow();
});
