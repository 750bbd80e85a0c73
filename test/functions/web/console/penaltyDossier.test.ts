import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyFile } from '../../../../functions/verifier/verifyFile.ts';
import { type Role, roles } from '../../../../shared/access/roles.ts';
import { entryDigest } from '../../../../shared/audit/entry.ts';
import { dossierMessages } from '../../../../shared/messages/dossier.ts';
import { readPenaltyDossier } from '../../../../shared/penalty/dossier/dossierSchema.ts';
import { verifyPenaltyDossier } from '../../../../shared/penalty/dossier/verifyDossier.ts';
import { penaltyWorld } from '../../../fixtures/penaltyWorld.ts';
import { type ConsoleWorld, openConsole, staff, testUser, wordsOf } from '../../console/consoleWorld.ts';

let console: ConsoleWorld;
let id: string;
beforeAll(async () => {
  console = await openConsole({ now: '2026-08-03T02:00:00Z' });
  id = await penaltyWorld(console.tables).effective();
}, 60_000);
afterAll(() => console.close());

const path = (file: string) => `/penalties/${id}/${file}`;

async function fileOf() {
  const { wire } = await console.get(path('dossier.json'), await console.signIn(staff.supervisor));
  const { body = '', isBase64Encoded } = wire;
  return new Uint8Array(Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'));
}

test.each(roles)('who reads it: %s', async (role) => {
  const user = staff[role as keyof typeof staff] ?? testUser(role, [role]);
  const allowed: readonly Role[] = ['supervisor', 'approver', 'auditor', 'legalReviewer'];
  for (const file of ['dossier', 'dossier.json'])
    expect((await console.get(path(file), await console.signIn(user))).status, file).toBe(
      allowed.includes(role) ? 200 : 403,
    );
});

test('the page prints every part of the record, in both languages', async () => {
  const supervisor = await console.signIn(staff.supervisor);
  const { body } = await console.get(path('dossier'), supervisor);
  const words = wordsOf(body);
  const hashes = body.replaceAll(/<\/?span[^>]*>/g, '');
  for (const part of [
    '有初步证据',
    '询问笔录',
    '就同一专利代理有利益冲突的双方',
    '专利代理条例第二十五条第一款',
    '告知前审核：通过',
    '请求从轻',
    '不予采纳',
    '甲、乙、丙',
    '京知罚〔2026〕1号',
    '直接送达',
    '2027年7月14日',
    '十三、核验 一致',
  ])
    expect(words, part).toContain(part);
  for (const entry of await console.tables.store.chain(`PN#${id}`))
    expect(hashes).toContain(entryDigest(entry));
  expect(body).not.toMatch(/penaltyDossier\.|dossier\.(check|note)\./);
  // The dossier itself, the filing, the prior notice, the decision and its repair notice.
  expect(body.match(/<article class="dr-paper"/g)).toHaveLength(5);
  expect(wordsOf((await console.get(`${path('dossier')}?lang=en`, supervisor)).body)).toContain(
    '13. Verification consistent',
  );
});

test('the file verifies, also on the command line, with every check in words', async () => {
  const bytes = await fileOf();
  const read = readPenaltyDossier(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { checks, consistent } = verifyPenaltyDossier(read.value);
  expect(consistent).toBe(true);
  for (const { name } of checks) expect(Object.keys(dossierMessages)).toContain(`dossier.check.${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'penalty-dossier-'));
  const lines: string[] = [];
  await writeFile(join(folder, 'dossier.json'), bytes);
  const code = await verifyFile(join(folder, 'dossier.json'), (line) => lines.push(line));
  expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([
    `一致 consistent: ${read.value.state.number}`,
  ]);
  expect(code).toBe(0);
  const changed = new TextDecoder().decode(bytes).replace('"fine":5000000', '"fine":500');
  await writeFile(join(folder, 'dossier.json'), changed);
  expect(await verifyFile(join(folder, 'dossier.json'), (line) => lines.push(line))).toBe(1);
  await rm(folder, { recursive: true });
});
