import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyFile } from '../../../functions/verifier/verifyFile.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { poolFileBytes, RECORD_LIMIT_BYTES, recordBytes } from '../../../shared/draw/record.ts';
import { loggedRecord } from '../../shared/draw/vectors.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

const record = loggedRecord();
const text = new TextDecoder().decode(recordBytes(record));

async function verify(content: string | Uint8Array): Promise<{ code: number; lines: string[] }> {
  const path = join(folder, 'record.json');
  await writeFile(path, content);
  return verifyPath(path);
}

async function verifyPath(path: string | undefined): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await verifyFile(path, (line) => lines.push(line));
  return { code, lines };
}

test('a published record: one ok per check, verdict 一致, exit 0', async () => {
  const { code, lines } = await verify(text);
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe('一致 consistent: BJ-IPO-2026-11-DEMO');
  expect(lines.slice(0, -1).every((line) => line.startsWith('ok '))).toBe(true);
  expect(lines.length).toBeGreaterThan(30);
});

test('a record without a log: says that the order of time is not shown', async () => {
  const { code, lines } = await verify(canonicalJson({ ...record, log: [] }));
  expect(code).toBe(0);
  expect(lines.join('\n')).toContain('未显示时间先后');
});

test.each([
  ['rate', '"ppm":300000', '"ppm":300001', 'plan digest'],
  [
    'district of an agency',
    '"d":"xicheng","kind":"patent"',
    '"d":"xichenh","kind":"patent"',
    'snapshot root',
  ],
  ['drawn agency', '"drawn":["11007"]', '"drawn":["11006"]', 'agencies drawn'],
  ['seat', '"seats":["P01","P04"]', '"seats":["P05","P04"]', 'teams'],
  ['value of a witness', '"values":["1111', '"values":["1112', "witness's value"],
  ['signature of the beacon', '"b44679b9', '"b44679ba', 'beacon signature valid'],
])(
  'one changed character in the %s: 不一致, exit 1, and the line says what',
  async (_name, from, to, said) => {
    const { code, lines } = await verify(text.replace(from, to));
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('不一致 inconsistent: BJ-IPO-2026-11-DEMO');
    expect(lines.filter((line) => line.startsWith('differs ')).join('\n')).toContain(said);
  },
);

test('a difference names what was expected and what was found', async () => {
  const { lines } = await verify(text.replace('"u":28897', '"u":28898'));
  expect(lines).toContain('differs 取整偏移 u rounding offset u 应为 expected: 28897 实为 found: 28898');
});

test('rows out of order or duplicated are inconsistent', async () => {
  const [one, two] = [
    '{"a":"11006","i":"P01","tid":"P01:11006"}',
    '{"a":"11008","i":"P02","tid":"P02:11008"}',
  ];
  expect((await verify(text.replace(`${one},${two}`, `${two},${one}`))).code).toBe(1);
  expect((await verify(text.replace(one, `${one},${one}`))).code).toBe(1);
});

describe('no record: exit 2 with a sentence', () => {
  test.each([
    ['empty', '', '不完整'],
    ['truncated', text.slice(0, text.length / 2), '不完整'],
    ['other JSON', '{"a":1}', '不是抽签记录'],
    ['no JSON', 'hello', '不是 JSON'],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'UTF-8'],
    ['unknown field', text.replace('"v":"dr1/record"', '"v":"dr1/record","x":1'), '未知字段：x'],
    ['unknown field in the plan', text.replace('"alternates":2', '"alternates":2,"pps":1'), '未知字段：pps'],
    ['unknown field in the result', text.replace('"u":28897', '"u":28897,"w":1'), '未知字段：w'],
    ['repeated field', text.replace('"alternates":2', '"alternates":2,"alternates":2'), '字段重复'],
    ['fraction', text.replace('"alternates":2', '"alternates":2.0'), '非负整数'],
    ['minus', text.replace('"alternates":2', '"alternates":-2'), '非负整数'],
    ['uppercase hex', text.replace('"b44679b9', '"B44679b9'), 'beacon.signature'],
  ])('%s', async (_name, content, said) => {
    const { code, lines } = await verify(content);
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain(said);
    expect(lines.join('\n')).not.toContain('一致');
  });

  test('oversized: the limit is stated and nothing is read', async () => {
    const path = join(folder, 'large.json');
    const file = await open(path, 'w');
    await file.truncate(RECORD_LIMIT_BYTES + 1);
    await file.close();
    const { code, lines } = await verifyPath(path);
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain(String(RECORD_LIMIT_BYTES));
  });

  test('a folder, a missing file, no name', async () => {
    expect((await verifyPath(folder)).code).toBe(2);
    expect((await verifyPath(join(folder, 'nothing.json'))).code).toBe(2);
    const { code, lines } = await verifyPath(undefined);
    expect(code).toBe(2);
    expect(lines.join('\n')).toContain('npm run verify');
  });
});

test('pools in files are read from beside the record', async () => {
  const rows = record.pools.agency;
  const { n, root } = record.commit.pools.agency;
  const filed = { ...record, pools: { ...record.pools, agency: { file: 'agency.jsonl', n, root } } };
  expect((await verify(canonicalJson(filed))).code).toBe(2);
  await writeFile(join(folder, 'agency.jsonl'), poolFileBytes(Array.isArray(rows) ? rows : []));
  expect((await verify(canonicalJson(filed))).code).toBe(0);
  const content = await readFile(join(folder, 'agency.jsonl'), 'utf8');
  await writeFile(join(folder, 'agency.jsonl'), content.replace('haidian', 'haidiam'));
  expect((await verify(canonicalJson(filed))).code).toBe(1);
});

test('what a record says cannot steer the terminal', async () => {
  const { lines } = await verify(text.replace('"seats":["P01","P04"]', '"seats":["\\u001b[2J","P04"]'));
  expect(lines.join('')).not.toContain('\u001b');
});
