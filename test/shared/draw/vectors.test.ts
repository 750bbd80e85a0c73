import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../../shared/draw/bytes.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { buildCommit, commitDigest, witnessCommitment } from '../../../shared/draw/commitment.ts';
import { digestHex, sha256Suite } from '../../../shared/draw/hash.ts';
import { computeDraw, runDraw } from '../../../shared/draw/result.ts';
import { drawSeed, keyBlock } from '../../../shared/draw/seed.ts';
import { poolRoot } from '../../../shared/draw/snapshot.ts';
import { naiveMatcher } from '../../../shared/draw/teams/naiveFlow.ts';
import { inputOf, readVector, type Vector } from './vectors.ts';

/** Every figure printed in DR-1 §3, as literals of their own. */

const suite = sha256Suite;

function drawnResult(vector: Vector) {
  const result = runDraw(inputOf(vector));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function quotasOf(vector: Vector): string {
  return drawnResult(vector)
    .cells.map(({ cell, n, N }) => `${cell} ${n}/${N}`)
    .join(', ');
}

describe('vector 1', () => {
  const vector = readVector(1);
  const seed = drawSeed(suite, vector.commit, vector.values);
  const draw = computeDraw(inputOf(vector));

  test('plan, roots and commitment', () => {
    expect(digestHex(suite, vector.plan)).toBe(
      'd73c490e1fcee51aeeba6bc68c8660eee2785441d85767c51e5cc42129db6701',
    );
    expect(poolRoot(suite, vector.agencies)).toBe(
      '2e49c3c59d0ed3a3a62b53555304a66c48ea9e8982248dfdb83b70ebc52d3838',
    );
    expect(poolRoot(suite, vector.inspectors)).toBe(
      '23d3093edb7b6e9c9b9bbf1ccbd35e87b842fed5a10f06eba18f52e23db55d52',
    );
    expect(poolRoot(suite, vector.relations)).toBe(
      '17effbcac4b2c46b28112146a7d73e020c3a23af53e307fd9cd4da51d5f1d9f2',
    );
    const r = fromHex('11'.repeat(32));
    expect(witnessCommitment(suite, vector.draw, 'official-a', r)).toBe(
      '0989d8929096348e7b03501001be791a27dba5746600b1870b1da1e7faea16ed',
    );
    const { pools } = inputOf(vector);
    expect(canonicalJson(buildCommit(suite, vector.draw, vector.plan, pools, vector.commit.sources))).toBe(
      canonicalJson(vector.commit),
    );
    expect(toHex(commitDigest(suite, vector.commit))).toBe(
      '658708f94de9e7b3679fc18a38f73bda6d6e16ab1380b4185ae206839a273e92',
    );
  });

  test('seed and keys', () => {
    expect(toHex(seed)).toBe('6eeffc7c8cc21c2c765e2460ed3b88d2017a7636c5cd9879dd7d9d5d3ec603f4');
    const blocks = ['ticket/agency', 'quota', 'team/slot', 'team/deal'].map((info) =>
      toHex(keyBlock(suite, seed, info)),
    );
    expect(blocks).toEqual([
      '27e20681f3d587128d8e0c78492428394db38dabba782ac021f68ee1ab71477e4dfc1c4c9978e9304516e8d9a2aa8e233d2b41183d58cf44cb6965ef3193970e',
      'b24abca8ef7ae682d774d24b9bc5efc7aec0df7d17ac462bba36656671717d11ebc89fc5f111d4c40ce37226c612908c2e6d8b3426e9e7190f053650de7f5b98',
      '6418ce512eb9b6824d852baf13ad278a3ec9c827986b355a63b13dbead76e4b625ad67e16c6e97881cb0fd7b4f8c69106507490dff43db1e7533244140ede6db',
      'db0404273b4c5197d62298534ab6f0192dbc340b50084d49d683882f1cf3ddeb7539b36a07b4071c868e75268f7edb78607178faaf74d29c056f6d3e819ebfc1',
    ]);
  });

  test('offset, quotas and tickets', () => {
    expect(draw.u).toBe(28_897);
    expect(quotasOf(vector)).toBe('A 0/4, B 1/3, C 2/3, D 1/1, X 0/1');
    const tickets = draw.cells.flatMap(({ ranks }) => ranks);
    const heads = Object.fromEntries(tickets.map(({ row, ticket }) => [row.tid, toHex(ticket).slice(0, 16)]));
    expect(heads).toEqual({
      '11001': '55d2497b403b3b1f',
      '11002': '26e3f077f12d61fe',
      '11003': '461da0bddad691cb',
      '11004': '1e1c97eeef294a01',
      '11005': 'adeb7b6d623a18a9',
      '11006': '7238e60289b77d98',
      '11007': '6f115f093a7c299d',
      '11008': 'ae933cf3f580bb00',
      '11009': '0a10db3199ca467e',
      '11010': 'da4b5df95df2ce4e',
      '11011': '201c4d1ea2a02588',
      '11012': 'ffe9142c935d9e30',
    });
  });

  test('drawn, alternates, levels, teams and the whole result', () => {
    const result = drawnResult(vector);
    expect(result.cells.map(({ cell, drawn, alternates }) => [cell, drawn, alternates])).toEqual([
      ['A', [], ['11004', '11002']],
      ['B', ['11007'], ['11006', '11005']],
      ['C', ['11009', '11008'], ['11010']],
      ['D', ['11011'], []],
      ['X', [], ['11012']],
    ]);
    expect(result.levels).toEqual({ P01: 2, P02: 2, P03: 2, P04: 3, P05: 2, P06: 1 });
    expect(result.teams.map(({ a, seats }) => [a, ...seats].join(' '))).toEqual([
      '11007 P01 P04',
      '11009 P04 P03',
      '11008 P01 P06',
      '11011 P02 P03',
    ]);
    expect(canonicalJson(result)).toBe(canonicalJson(vector.result));
    expect(digestHex(suite, result)).toBe('3789ac78987d9ab2a3756cb642c281f2b385782f1c2e6685d40697da5141c6e9');
  });

  test('the reference matcher gives the same result', () => {
    const result = runDraw(inputOf(vector), { matcher: naiveMatcher });
    expect(result).toEqual({ ok: true, value: vector.result });
  });
});

/** The rows of vector 2 made from its rule, so that the stored file is checked too. */
function secondVectorRows() {
  const h = (text: string): Buffer => createHash('sha256').update(`dr1/vec2/${text}`).digest();
  const pad = (n: number, digits: number): string => String(n).padStart(digits, '0');
  const byte = (b: Buffer, n: number): number => b[n] ?? 0;
  const agencies = Array.from({ length: 3600 }, (_, i) => {
    const b = h(`a/${i}`);
    const cell = 'ABCD'[[150, 215, 250, 256].findIndex((limit) => byte(b, 0) < limit)];
    const kind = byte(b, 2) % 6 === 0 ? 'patent' : 'tm';
    return { tid: `A${pad(i, 5)}`, cell, d: `d${byte(b, 1) % 16}`, kind };
  });
  const inspectors = Array.from({ length: 60 }, (_, i) => {
    const b = h(`p/${i}`);
    const quals = ['lead', 'patent', 'tm'].filter((_qual, n) => byte(b, n + 2) < ([128, 200, 220][n] ?? 0));
    const d = `d${byte(b, 1) % 16}`;
    return { tid: `P${pad(i, 3)}`, d, quals, cert: byte(b, 5) > 5, cap: 20, past: byte(b, 6) % 4 };
  });
  const pairs = new Set<string>();
  for (let i = 0; i < 60; i++)
    for (let k = 0; k < 40; k++)
      pairs.add(`P${pad(i, 3)}:A${pad(h(`c/${i}/${k}`).readUInt32BE(0) % 3600, 5)}`);
  const relations = [...pairs].sort().map((tid) => ({ tid, i: tid.slice(0, 4), a: tid.slice(5) }));
  return { agencies, inspectors, relations };
}

describe('vector 2', () => {
  const vector = readVector(2);

  test('its rows follow its rule', () => {
    const { agencies, inspectors, relations } = vector;
    expect({ agencies, inspectors, relations }).toEqual(secondVectorRows());
    expect(relations).toHaveLength(2386);
  });

  test('plan, roots, commitment and seed', () => {
    expect(digestHex(suite, vector.plan)).toBe(
      'bd653bd0e9f4328c1f75812e027e2a7ba802b6d6d3e4a24e93b620c3d41e2def',
    );
    expect(
      [vector.agencies, vector.inspectors, vector.relations].map((rows) => poolRoot(suite, rows)),
    ).toEqual([
      'bd2f818fce4a5291661a63b6b14f54b6e88aad0a384004260bb331831a3302da',
      'f6fa0b4120b833c9d9726bf0d69411992de7699eaf7d0d05c0550567a6f10b19',
      'f61a2c97019dbf75e93bf53d833db3dca252ce64328ae1c618bb09e56246aa72',
    ]);
    expect(toHex(commitDigest(suite, vector.commit))).toBe(
      '84d5738149df786af92dc1ccc1c265d6ca60a8c51a62f21b43ed7290b994930b',
    );
    expect(toHex(drawSeed(suite, vector.commit, vector.values))).toBe(
      '937077fb02e73290873a872e3a2d5b001cc21e0dfd1eae4a3705ec52b1c743ab',
    );
  });

  test('quotas, first drawn, first teams, levels and the whole result', () => {
    const result = drawnResult(vector);
    expect(result.u).toBe(790_463);
    expect(quotasOf(vector)).toBe('A 21/2076, B 48/952, C 98/491, D 81/81');
    expect(result.cells.map(({ drawn }) => drawn.slice(0, 5).join(' '))).toEqual([
      'A00801 A01301 A00227 A02254 A03586',
      'A02541 A01311 A02034 A01728 A02284',
      'A00089 A00709 A02004 A00372 A00982',
      'A03362 A02638 A00010 A01687 A02886',
    ]);
    expect(result.teams.slice(0, 4).map(({ a, seats }) => [a, ...seats].join(' '))).toEqual([
      'A00801 P051 P008',
      'A01301 P012 P024',
      'A00227 P029 P033',
      'A02254 P006 P008',
    ]);
    expect(new Set(Object.values(result.levels))).toEqual(new Set([0, 11]));
    expect(canonicalJson(result)).toBe(canonicalJson(vector.result));
    expect(digestHex(suite, result)).toBe('5928c07c72ca1a629621342f6f1155958f9b33cd25cc43516c885e3db1d50cd9');
  });
});
