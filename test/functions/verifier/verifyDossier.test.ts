import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFile } from '../../../functions/verifier/verifyFile.ts';
import { dossierOf } from '../../../shared/inspection/dossier/dossier.ts';
import { dossierBytes } from '../../../shared/inspection/dossier/dossierSchema.ts';
import { verifyDossier } from '../../../shared/inspection/dossier/verifyDossier.ts';
import { dossierMessages } from '../../../shared/messages/dossier.ts';
import { dossierWorld } from '../../fixtures/dossierWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

let folder = '';
let text = '';
let names: readonly string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-'));
  const tables = await openTables();
  const office = await dossierWorld(tables);
  await office.visit();
  await office.aftermath();
  await office.anchor();
  const dossier = dossierOf(await office.gather(), []);
  await tables.close();
  text = new TextDecoder().decode(dossierBytes(dossier));
  names = [...new Set(verifyDossier(dossier).checks.map(({ name }) => name))];
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs with nothing but the file: the database of the office is closed by now. */
async function verify(content: string): Promise<{ code: number; lines: string[] }> {
  const path = join(folder, 'dossier.json');
  await writeFile(path, content);
  const lines: string[] = [];
  const code = await verifyFile(path, (line) => lines.push(line));
  return { code, lines };
}

test('a dossier: one ok per check in words, verdict 一致, exit 0', async () => {
  const { code, lines } = await verify(text);
  expect(lines.filter((line) => !line.startsWith('ok '))).toEqual(['一致 consistent: BJIPO-2026-0001-001']);
  expect(code).toBe(0);
  for (const name of names) expect(Object.keys(dossierMessages)).toContain(`dossier.check.${name}`);
  expect(lines.join('\n')).not.toMatch(/ok +[a-z]+\./);
});

test('the root to be compared with the public site is printed', async () => {
  const root = /"root":"([0-9a-f]{64})"/.exec(text)?.[1] ?? 'none';
  const { lines } = await verify(text);
  expect(lines.filter((line) => line.includes(root))).toHaveLength(1);
  expect(lines.find((line) => line.includes(root))).toContain('公示网站');
});

test('a changed dossier: 不一致, exit 1, and the line says what', async () => {
  const { code, lines } = await verify(text.replace('"note":"出借证照"', '"note":""'));
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('不一致 inconsistent: BJIPO-2026-0001-001');
  expect(lines.filter((line) => line.startsWith('differs ')).join('\n')).toContain('签名与检查记录相符');
});

test.each([
  ['cut off', (whole: string) => whole.slice(0, 900), '不完整'],
  [
    'a field too many',
    (whole: string) => whole.replace('"v":"dossier/1"', '"v":"dossier/1","x":1'),
    '未知字段：x',
  ],
  [
    'an unknown status',
    (whole: string) => whole.replace('"status":"rechecking"', '"status":"lost"'),
    '位置：status',
  ],
  ['another kind of file', () => '{"v":"ledger/9"}', '不是检查卷宗'],
])('%s: exit 2 with a sentence', async (_name, change, said) => {
  const { code, lines } = await verify(change(text));
  expect(code).toBe(2);
  expect(lines.join('\n')).toContain(said);
  expect(lines.join('\n')).not.toContain('一致');
});

test('what a dossier says cannot steer the terminal', async () => {
  const steering = text.replaceAll('BJIPO-2026-0001-001', '\\u001b[2J');
  const { lines } = await verify(steering);
  expect(lines.join('')).not.toContain('\u001b');
});
