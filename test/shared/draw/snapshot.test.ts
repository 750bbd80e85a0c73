import { describe, expect, test } from 'vitest';
import { fromHex, utf8 } from '../../../shared/draw/bytes.ts';
import {
  buildCommit,
  type Source,
  sourceProblems,
  witnessCommitment,
} from '../../../shared/draw/commitment.ts';
import { digestHex, sha256Suite, sm3Suite } from '../../../shared/draw/hash.ts';
import { fitsLotteryForm, isLotteryForm } from '../../../shared/draw/lottery.ts';
import { readPlan } from '../../../shared/draw/plan.ts';
import { runDraw } from '../../../shared/draw/result.ts';
import {
  blindedTid,
  poolKeyCommitment,
  poolProblems,
  poolRoot,
  privatePart,
  relationTid,
  sortRows,
} from '../../../shared/draw/snapshot.ts';
import { inputOf, readVector } from './vectors.ts';

const vector = readVector(1);
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code);

describe('plan', () => {
  const [first, ...rest] = vector.plan.cells;
  if (first === undefined) throw new Error('cells');
  const refused = (plan: unknown): string[] => {
    const read = readPlan(plan);
    return read.ok ? [] : codes(read.problems);
  };

  test('the vectors are plans', () => {
    expect(refused(vector.plan)).toEqual([]);
    expect(refused(readVector(2).plan)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    [
      'a rate above one',
      { ...vector.plan, cells: [{ ...first, ppm: 1_000_001 }, ...rest] },
      'draw.plan.rateAboveOne',
    ],
    [
      'min with rate 0',
      { ...vector.plan, cells: [{ ...first, ppm: 0, min: 1 }] },
      'draw.plan.minWithoutRate',
    ],
    ['a repeated cell', { ...vector.plan, cells: [first, first] }, 'draw.plan.repeatedCell'],
    [
      'something relaxed',
      { ...vector.plan, team: { ...vector.plan.team, relax: ['cross'] } },
      'draw.shape.too_big',
    ],
    ['profile fresh', { ...vector.plan, fresh: true }, 'draw.shape.unknownField'],
    ['profile pps', { ...vector.plan, cells: [{ ...first, pps: [1] }] }, 'draw.shape.unknownField'],
    [
      'another rounding',
      { ...vector.plan, cells: [{ ...first, round: 'floor' }] },
      'draw.shape.invalid_value',
    ],
    ['another suite', { ...vector.plan, suite: 'md5' }, 'draw.shape.invalid_value'],
    ['a fraction', { ...vector.plan, alternates: 1.5 }, 'draw.shape.invalid_type'],
  ])('refuses %s', (_name, plan, code) => {
    expect(refused(plan)).toContain(code);
  });

  test('an empty `relax` is allowed', () => {
    expect(refused({ ...vector.plan, team: { ...vector.plan.team, relax: [] } })).toEqual([]);
  });
});

describe('pools', () => {
  const { pools } = inputOf(vector);
  const [agency] = pools.agency;
  const [inspector] = pools.inspector ?? [];
  if (agency === undefined || inspector === undefined) throw new Error('rows');

  test('the vectors are valid', () => {
    expect(poolProblems(vector.plan, pools)).toEqual([]);
  });

  test.each([
    ['a cell that is not in the plan', { agency: [{ ...agency, cell: 'Z' }] }, 'draw.pool.unknownCell'],
    ['a kind without seats', { agency: [{ ...agency, kind: 'toString' }] }, 'draw.pool.unknownKind'],
    ['a duplicate', { agency: [agency, agency] }, 'draw.pool.duplicate'],
    ['rows out of order', { agency: [...pools.agency].reverse() }, 'draw.pool.unsorted'],
    [
      'unsorted qualifications',
      { inspector: [{ ...inspector, quals: ['tm', 'lead'] }] },
      'draw.pool.unsortedQuals',
    ],
    [
      'a relation with another tid',
      { relation: [{ tid: 'x', i: 'P01', a: '11006' }] },
      'draw.pool.relationTid',
    ],
    ['an ambiguous relation', { relation: [{ tid: 'P:1:2', i: 'P:1', a: '2' }] }, 'draw.pool.relationTid'],
  ])('refuses %s', (_name, changed, code) => {
    expect(codes(poolProblems(vector.plan, { ...pools, ...changed }))).toContain(code);
  });

  test('a plan without teams has the agency pool only', () => {
    const { team: _team, ...plan } = vector.plan;
    expect(codes(poolProblems(plan, pools))).toEqual(['draw.pool.notInPlan', 'draw.pool.notInPlan']);
    expect(poolProblems(plan, { agency: pools.agency })).toEqual([]);
    expect(codes(poolProblems(vector.plan, { agency: pools.agency }))).toContain('draw.pool.missing');
  });

  test('blinded pools hold pseudonyms and nothing else; relations are then keyed', () => {
    const key = utf8('k'.repeat(32));
    const pseudonym = blindedTid(sha256Suite, key, 'P01');
    expect(pseudonym).toMatch(/^[0-9a-f]{32}$/);
    const blinded = { ...pools, inspector: [{ ...inspector, tid: pseudonym }] };
    const keyed = [
      { tid: relationTid(sha256Suite, { i: pseudonym, a: '11006' }, false, key), i: pseudonym, a: '11006' },
    ];
    const flags = { inspector: true, relation: true };
    expect(poolProblems(vector.plan, { ...blinded, relation: keyed }, flags)).toEqual([]);
    expect(codes(poolProblems(vector.plan, { ...pools, relation: keyed }, flags))).toContain(
      'draw.pool.notBlinded',
    );
    expect(codes(poolProblems(vector.plan, blinded, flags))).toContain('draw.pool.relationTid');
  });

  test('a relation keeps its plain name while it fits 40 characters', () => {
    const key = new Uint8Array(32);
    const long = { i: 'P'.repeat(25), a: 'A'.repeat(15) };
    expect(relationTid(sha256Suite, { i: 'P1', a: 'A1' }, true)).toBe('P1:A1');
    expect(relationTid(sha256Suite, long, true, key)).toBe(
      blindedTid(sha256Suite, key, `${long.i}:${long.a}`),
    );
    expect(() => relationTid(sha256Suite, long, true)).toThrow(RangeError);
  });

  test('digests of keys and confidential parts follow their formulas', () => {
    const node = (text: string, hex: string) =>
      digestOf(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(hex, 'hex')]));
    const key = new Uint8Array(32).fill(7);
    expect(poolKeyCommitment(sha256Suite, key)).toBe(
      node('\0\0\0\x0cdr1/pool-key\0\0\0\x20', Buffer.from(key).toString('hex')),
    );
    const salt = new Uint8Array(16).fill(9);
    expect(privatePart(sha256Suite, salt, { b: 1, a: 'x' })).toBe(
      digestOf(Buffer.concat([salt, Buffer.from('{"a":"x","b":1}')])),
    );
  });
});

function digestOf(bytes: Uint8Array): string {
  return Buffer.from(sha256Suite.hash(bytes)).toString('hex');
}

describe('sources', () => {
  const witness = (id: string): Source => ({ type: 'witness', id, c: '00'.repeat(32) });
  const drand = vector.commit.sources[2] ?? witness('none');
  const lottery: Source = { type: 'lottery', id: 'ssq/2026101', form: 'red,red,red,red,red,red|blue' };
  const three = ['a', 'b', 'c'].map(witness);

  test.each<[string, Source[], string[]]>([
    ['online', [witness('a'), drand], []],
    ['closed network', [...three, lottery], []],
    ['dice', [...three, { type: 'lottery', id: 'dice/D-1', form: '20d10' }], []],
    ['a beacon without witness', [drand], ['draw.source.tooFew']],
    ['witnesses alone', three, ['draw.source.tooFew']],
    ['a lottery with two witnesses', [...three.slice(1), lottery], ['draw.source.tooFew']],
    ['another order', [drand, witness('a')], ['draw.source.order']],
    ['the same witness twice', [witness('a'), witness('a'), drand], ['draw.source.repeatedId']],
    ['3D, 1,000 outcomes', [...three, { ...lottery, form: 'red,red,red' }], ['draw.source.form']],
    ['dice of another draw', [...three, { ...lottery, id: 'dice/D-2', form: '20d10' }], ['draw.source.form']],
  ])('%s', (_name, sources, expected) => {
    expect(codes(sourceProblems('D-1', sources))).toEqual(expected);
  });

  test('outcomes have the committed form: two digits each, groups ascending', () => {
    const fits = (value: string) => fitsLotteryForm(lottery.form, value);
    expect(fits('03,08,12,19,25,31|07')).toBe(true);
    for (const other of [
      '3,08,12,19,25,31|07',
      '08,03,12,19,25,31|07',
      '03,08,12,19,25|07',
      '03,08,12,19,25,31,07',
    ])
      expect(fits(other)).toBe(false);
    expect(fitsLotteryForm('20d10', '01234567890123456789')).toBe(true);
    expect(fitsLotteryForm('20d10', '0123456789012345678')).toBe(false);
    expect(isLotteryForm('green', 'x', 'D-1')).toBe(false);
  });
});

describe('a draw is refused', () => {
  const input = inputOf(vector);
  test.each([
    [
      'another plan than committed',
      { ...input, plan: { ...vector.plan, alternates: 3 } },
      'draw.commit.plan',
    ],
    [
      'another pool than committed',
      { ...input, pools: { ...input.pools, agency: input.pools.agency.slice(1) } },
      'draw.commit.pool',
    ],
    [
      'a foreign witness value',
      { ...input, values: ['33'.repeat(32), ...vector.values.slice(1)] },
      'draw.value.witness',
    ],
    ['a value too few', { ...input, values: vector.values.slice(1) }, 'draw.value.count'],
  ])('for %s', (_name, changed, code) => {
    const result = runDraw(changed);
    expect(result.ok ? [] : codes(result.problems)).toContain(code);
  });
});

test('an empty cell has no members, no last ticket and the root of the empty list', () => {
  const plan = {
    ...vector.plan,
    cells: [...vector.plan.cells, { cell: 'Z', ppm: 500_000, round: 'exact' as const }],
  };
  const { pools } = inputOf(vector);
  const commit = buildCommit(sha256Suite, vector.draw, plan, pools, vector.commit.sources);
  const result = runDraw({ plan, pools, commit, values: vector.values });
  expect(result.ok && result.value.cells.at(-1)).toEqual({
    cell: 'Z',
    N: 0,
    n: 0,
    drawn: [],
    alternates: [],
    last: '',
    rankRoot: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  });
  expect(poolRoot(sha256Suite, [])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('the closed network runs the same draw over SM3', () => {
  const plan = { ...vector.plan, suite: 'sm3' as const };
  const { pools } = inputOf(vector);
  const values = vector.values;
  const sources = vector.commit.sources.map((source, j) =>
    source.type === 'witness'
      ? { ...source, c: witnessCommitment(sm3Suite, vector.draw, source.id, fromHex(values[j] ?? '')) }
      : source,
  );
  const commit = buildCommit(sm3Suite, vector.draw, plan, pools, sources);
  const result = runDraw({ plan, pools, commit, values });
  expect(result.ok && result.value.commit).toBe(digestHex(sm3Suite, commit));
  expect(result.ok && result.value.seed).not.toBe(vector.result.seed);
});

test('rows are sorted by the bytes of their tids', () => {
  const tids = ['a', 'B', '_', '10', '9', 'A'].map((tid) => ({ tid }));
  expect(sortRows(tids).map(({ tid }) => tid)).toEqual(['10', '9', 'A', 'B', '_', 'a']);
});
