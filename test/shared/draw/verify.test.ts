import { describe, expect, test } from 'vitest';
import { nodeSuites } from '../../../shared/adapters/nodeHash.ts';
import { verifyBeacon } from '../../../shared/draw/beacon.ts';
import { utf8 } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import type { DropOut } from '../../../shared/draw/event.ts';
import {
  type DrawRecord,
  loadPools,
  poolFileBytes,
  readRecord,
  recordBytes,
} from '../../../shared/draw/record.ts';
import { runDraw } from '../../../shared/draw/result.ts';
import { type Verification, verifyRecord } from '../../../shared/draw/verify.ts';
import { chained, inputOf, loggedRecord, ROUND_1000, readVector, recordOf } from './vectors.ts';

/** A record's bytes read and verified; undefined if they are no record. */
function verified(bytes: Uint8Array, cosignedAt: readonly string[] = []): Verification | undefined {
  const record = readRecord(bytes);
  if (!record.ok) return undefined;
  const pools = loadPools(record.value);
  return pools.ok ? verifyRecord(record.value, pools.value, { suites: nodeSuites, cosignedAt }) : undefined;
}

function failing(record: DrawRecord, cosignedAt: readonly string[] = []): string[] {
  const verification = verified(recordBytes(record), cosignedAt);
  return verification?.checks.filter(({ ok }) => !ok).map(({ name }) => name) ?? ['not a record'];
}

describe('published records', () => {
  test('both vectors are consistent; without a log the order of time is said not to be shown', () => {
    for (const number of [1, 2] as const) {
      const verification = verified(recordBytes(recordOf(readVector(number))));
      expect(verification?.consistent).toBe(true);
      expect(verification?.checks.at(-1)).toEqual({ name: 'log.order', ok: true, note: 'order-not-shown' });
    }
  });

  test('with a log the order of time is checked entry by entry', () => {
    const names = verified(recordBytes(loggedRecord()))?.checks.map(({ name }) => name);
    expect(failing(loggedRecord())).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining(['log.chain', 'log.commit', 'log.reveal', 'log.beforeBeacon']),
    );
  });

  test('spacing and key order of the file do not matter', () => {
    const spaced = utf8(JSON.stringify(loggedRecord(), undefined, 2));
    expect(verified(spaced)?.consistent).toBe(true);
  });

  test('a record with drop-outs is consistent, one with another state after them is not', () => {
    const vector = readVector(1);
    const events: DropOut[] = [
      { e: 1, type: 'inspector', tid: 'P04', reason: 'ill', evidence: '0a'.repeat(32) },
      { e: 2, type: 'agency', tid: '11008', reason: 'closed', evidence: '0b'.repeat(32) },
    ];
    const result = runDraw({ ...inputOf(vector), events });
    if (!result.ok) throw new Error('events');
    const record = { ...recordOf(vector), events, result: result.value };
    expect(failing(record)).toEqual([]);
    expect(failing({ ...record, events: events.slice(0, 1) })).toContain('result.after');
    expect(failing({ ...record, result: vector.result })).toContain('result.after');
    expect(failing({ ...record, events: [...events].reverse() })).toContain('result.events');
  });
});

/** Every leaf of a value with the way to it. */
function leaves(value: unknown, path: readonly string[] = []): { path: readonly string[]; leaf: unknown }[] {
  if (value === null || typeof value !== 'object') return [{ path, leaf: value }];
  return Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
}

function altered(leaf: unknown): unknown {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  const text = String(leaf);
  const last = text.at(-1) ?? '';
  return text.slice(0, -1) + (last === '0' ? '1' : '0');
}

function withLeaf(value: unknown, path: readonly string[], leaf: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((one, i) => (String(i) === key ? withLeaf(one, rest, leaf) : one));
  const object = Object(value) as Record<string, unknown>;
  return { ...object, [key]: withLeaf(object[key], rest, leaf) };
}

test('one changed character anywhere makes a record inconsistent or no record', { timeout: 60_000 }, () => {
  const record = loggedRecord();
  const last = record.log.length - 1;
  const kinds = new Map(
    leaves(record)
      // Nothing follows the last entry, so that only a checkpoint could hold its time.
      .filter(({ path }) => path.join('.') !== `log.${last}.time`)
      .map((one) => [one.path.map((key) => key.replace(/^\d+$/, '*')).join('.'), one]),
  );
  expect(kinds.size).toBeGreaterThan(60);
  for (const { path, leaf } of kinds.values()) {
    const changed = utf8(canonicalJson(withLeaf(record, path, altered(leaf))));
    expect(verified(changed)?.consistent ?? false, path.join('.')).toBe(false);
  }
});

describe('what is found out', () => {
  const base = loggedRecord();

  test('a drawn agency skipped for the next rank', () => {
    const cells = base.result.cells.map((cell) => (cell.cell === 'B' ? { ...cell, drawn: ['11006'] } : cell));
    const names = failing({ ...base, result: { ...base.result, cells } });
    expect(names).toEqual(expect.arrayContaining(['result.cell', 'result.digest', 'log.result']));
    expect(names).not.toContain('pool.root');
  });

  test('an agency taken out of the pool, put in twice, or out of order', () => {
    const rows = base.pools.agency;
    if (!Array.isArray(rows)) throw new Error('inline');
    const [first, second, ...rest] = rows;
    if (first === undefined || second === undefined) throw new Error('rows');
    const withRows = (agency: typeof rows) => failing({ ...base, pools: { ...base.pools, agency } });
    expect(withRows([second, ...rest])).toEqual(
      expect.arrayContaining(['pool.count', 'pool.root', 'result.cell']),
    );
    expect(withRows([first, first, second, ...rest])).toContain('pool.rows');
    expect(withRows([second, first, ...rest])).toContain('pool.rows');
  });

  test('a foreign or missing beacon, another round, a value that is not its digest', () => {
    const [beacon, values] = [base.beacon, base.values];
    if (beacon === undefined) throw new Error('beacon');
    const { beacon: _gone, ...without } = base;
    expect(failing(without)).toContain('source.beaconPresent');
    expect(failing({ ...base, beacon: { ...beacon, round: 1001 } })).toContain('source.beaconRound');
    expect(failing({ ...base, values: [...values.slice(0, 2), '00'.repeat(32)] })).toContain(
      'source.beaconValue',
    );
    expect(failing({ ...recordOf(readVector(2)), beacon })).toContain('source.beaconUnwanted');
  });

  test("a witness's value that was not committed", () => {
    expect(failing({ ...base, values: ['33'.repeat(32), ...base.values.slice(1)] })).toEqual(
      expect.arrayContaining(['source.witness', 'result.seed', 'log.reveal']),
    );
  });

  test('a value too few', () => {
    expect(failing({ ...base, values: base.values.slice(1) })).toEqual(
      expect.arrayContaining(['value.count', 'result.recomputed']),
    );
  });

  test('a log with a broken link, a commitment after the reveal, a rival commitment or a void', () => {
    const relinked = (entries: DrawRecord['log']) => failing({ ...base, log: chained(entries) });
    const [plan, ...rest] = base.log;
    const commit = base.log[4];
    const reveal = base.log[5];
    if (plan === undefined || commit?.type !== 'commit' || reveal === undefined) throw new Error('log');
    expect(failing({ ...base, log: rest })).toContain('log.chain');
    expect(relinked(rest)).toContain('log.plan');
    const swapped = [...base.log.slice(0, 4), reveal, commit, ...base.log.slice(6)];
    expect(relinked(swapped)).toContain('log.reveal');
    const rival = { ...commit, body: { ...commit.body, plan: '00'.repeat(32) } };
    expect(relinked([rival, ...base.log])).toContain('log.onlyOne');
    const voided = { ...commit, type: 'void' as const, body: { draw: commit.body.draw, reason: 'x' } };
    expect(relinked([...base.log, voided])).toContain('log.onlyOne');
  });

  test('a log that names another outcome of the beacon, before or after the result', () => {
    const at = base.log.findIndex(({ type }) => type === 'beacon');
    const beacon = base.log[at];
    const last = base.log.at(-1);
    if (beacon?.type !== 'beacon' || last === undefined) throw new Error('log');
    const forged = { ...beacon, body: { round: 1000, signature: '00'.repeat(48) } };
    const before = [...base.log.slice(0, at), forged, ...base.log.slice(at)];
    expect(failing({ ...base, log: chained(before) })).toEqual(['log.onlyOne']);
    const after = [...base.log, { ...forged, time: last.time }];
    expect(failing({ ...base, log: chained(after) })).toEqual(['log.onlyOne']);
    const foreign = { ...forged, time: last.time, body: { ...forged.body, round: 1003 } };
    expect(failing({ ...base, log: chained([...base.log, foreign]) })).toEqual([]);
  });

  test('a log in which the dice or the lottery were read twice', () => {
    const closed = recordOf(readVector(2));
    const outcomesIn = (...values: readonly string[]) => {
      const time = '2026-11-23T04:00:00Z';
      const log = values.map((value) => ({
        time,
        type: 'beacon' as const,
        body: { id: 'ssq/2026101', value },
      }));
      return failing({ ...closed, log: chained(log) });
    };
    expect(outcomesIn('03,08,12,19,25,31|07')).not.toContain('log.onlyOne');
    expect(outcomesIn('01,02,03,04,05,06|07', '03,08,12,19,25,31|07')).toContain('log.onlyOne');
    expect(outcomesIn('03,08,12,19,25,31|07', '01,02,03,04,05,06|07')).toContain('log.onlyOne');
  });

  test('a commitment logged after the beacon appeared', () => {
    const late = base.log.map((entry) => ({ ...entry, time: '2023-08-23T18:00:00Z' }));
    expect(failing({ ...base, log: chained(late) })).toEqual(['log.beforeBeacon']);
  });

  test('cosignatures less than an hour before the beacon', () => {
    // Round 1000 is of 15:59:24; the last cosignature counts.
    expect(failing(base, ['2023-08-23T14:00:00Z', '2023-08-23T14:59:24Z'])).toEqual([]);
    expect(failing(base, ['2023-08-23T14:00:00Z', '2023-08-23T14:59:25Z'])).toEqual(['log.margin']);
  });
});

describe('pools in files', () => {
  const base = recordOf(readVector(1));
  const rows = base.pools.agency;
  const { n, root } = base.commit.pools.agency;
  const filed: DrawRecord = { ...base, pools: { ...base.pools, agency: { file: 'agency.jsonl', n, root } } };
  const bytes = poolFileBytes(Array.isArray(rows) ? rows : []);
  const text = new TextDecoder().decode(bytes);

  test('rows are read from beside the record', () => {
    const pools = loadPools(filed, new Map([['agency.jsonl', bytes]]));
    expect(pools.ok && verifyRecord(filed, pools.value).consistent).toBe(true);
  });

  test.each([
    ['missing', undefined, 'draw.record.poolFileMissing'],
    ['cut off', text.slice(0, -1), 'draw.record.poolFileTruncated'],
    ['with spaces', text.replace(',', ', '), 'draw.record.poolLine'],
    ['of other rows', '{"tid":"x"}\n', 'draw.shape.invalid_type'],
  ])('a file that is %s is refused', (_name, content, code) => {
    const files = new Map(content === undefined ? [] : [['agency.jsonl', utf8(content)]]);
    expect(loadPools(filed, files)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test.each(['../agency.jsonl', 'a/b', 'a\\b', '..', '.'])('the name %s is refused', (file) => {
    const record = { ...filed, pools: { ...filed.pools, agency: { file, n, root } } };
    expect(readRecord(utf8(canonicalJson(record)))).toMatchObject({
      ok: false,
      problems: [{ code: 'draw.shape.invalid_format', field: 'pools.agency.file' }],
    });
  });
});

describe('beacon', () => {
  test('the real signature of round 1000 verifies; another round or signature does not', () => {
    expect(verifyBeacon(1000, ROUND_1000)).toBe(true);
    expect(verifyBeacon(1001, ROUND_1000)).toBe(false);
    expect(verifyBeacon(1000, `${ROUND_1000.slice(0, -1)}8`)).toBe(false);
    expect(verifyBeacon(1000, `c0${'00'.repeat(47)}`)).toBe(false);
    expect(verifyBeacon(1000, 'ff'.repeat(48))).toBe(false);
  });
});
