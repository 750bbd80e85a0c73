import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../../../shared/access/roles.ts';
import { entryDigest } from '../../../../shared/audit/entry.ts';
import { readDossier } from '../../../../shared/inspection/dossier/dossierSchema.ts';
import { verifyDossier } from '../../../../shared/inspection/dossier/verifyDossier.ts';
import { createInspector } from '../../../../shared/register/commands/editInspector.ts';
import {
  type DossierWorld,
  dossierWorld,
  RECUSAL_REASON,
  RECUSAL_TEXT,
} from '../../../fixtures/dossierWorld.ts';
import { testInspector } from '../../../fixtures/drawWorld.ts';
import {
  asActor,
  type ConsoleWorld,
  openConsole,
  type SignedIn,
  staff,
  testUser,
  wordsOf,
} from '../../console/consoleWorld.ts';

let console: ConsoleWorld;
let office: DossierWorld;
const people = new Map<string, SignedIn>();

beforeAll(async () => {
  console = await openConsole({ now: '2026-12-08T04:00:00Z' });
  const { draws, register } = console.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  for (let n = 1; n <= 8; n++) {
    const created = await createInspector(deps, testInspector(n), asActor(staff.supervisor));
    if (!created.ok) throw new Error(JSON.stringify(created.problems));
  }
  office = await dossierWorld(console.tables);
  await office.visit();
  await office.aftermath();
  for (const [name, bytes] of office.world.contents) console.files.set(name, bytes);
  for (const role of roles) {
    const user = staff[role as keyof typeof staff] ?? testUser(role, [role]);
    people.set(role, await console.signIn(role === 'inspector' ? { ...user, inspectorId: 'P999' } : user));
  }
  for (const { inspectorId = '' } of office.members)
    people.set(inspectorId, await console.signIn(testUser(inspectorId, ['inspector'], { inspectorId })));
});
afterAll(() => console.close());

const path = (file: string, number = office.number) => `/inspections/${number}/${file}`;
const member = () => office.members[0]?.inspectorId ?? '';

async function jsonFor(who: string) {
  const answer = await console.get(path('dossier.json'), people.get(who));
  const { body = '', isBase64Encoded, headers } = answer.wire;
  const bytes = Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8');
  return { answer, headers, text: bytes.toString('utf8'), bytes: new Uint8Array(bytes) };
}

describe('who reads a dossier', () => {
  const allowed: readonly Role[] = ['supervisor', 'approver', 'auditor'];
  // Of this case nothing went to the penalty procedure.
  const unknown: readonly Role[] = ['inspector', 'legalReviewer'];
  test.each(roles)('%s', async (role) => {
    const expected = allowed.includes(role) ? 200 : unknown.includes(role) ? 404 : 403;
    for (const file of ['dossier', 'dossier.json'])
      expect((await console.get(path(file), people.get(role))).status, file).toBe(expected);
  });

  test('a member of the team; an inspector of another team is answered as if there were none', async () => {
    for (const file of ['dossier', 'dossier.json']) {
      expect((await console.get(path(file), people.get(member()))).status).toBe(200);
      const foreign = await console.get(path(file), people.get('inspector'));
      const absent = await console.get(path(file, 'BJIPO-2026-0001-999'), people.get('inspector'));
      expect(foreign.body.replaceAll(office.number, '')).toBe(
        absent.body.replaceAll('BJIPO-2026-0001-999', ''),
      );
    }
  });

  test('the text of a recusal application is for those who decide', async () => {
    const reads: string[] = [];
    for (const who of ['supervisor', 'approver', 'auditor', member()]) {
      const { body } = await console.get(path('dossier'), people.get(who));
      const { text } = await jsonFor(who);
      const seen = [RECUSAL_TEXT, RECUSAL_REASON].flatMap((secret) => [
        body.includes(secret),
        text.includes(secret),
      ]);
      expect(new Set(seen).size, who).toBe(1);
      if (seen[0] === true) reads.push(who);
    }
    expect(reads).toEqual(['supervisor', 'approver']);
  });
});

describe('the file', () => {
  test.each(['supervisor', 'auditor'])('of the %s verifies and is kept by no cache', async (who) => {
    const { headers, bytes } = await jsonFor(who);
    expect(headers).toMatchObject({ 'Cache-Control': 'no-store' });
    expect(JSON.stringify(headers)).toContain(`attachment; filename=`);
    const read = readDossier(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(verifyDossier(read.value).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(read.value.notices).toHaveLength(3);
    expect(read.value.inspectors).toHaveLength(2);
  });

  test('reading writes nothing', async () => {
    const before = await office.stored();
    await jsonFor('supervisor');
    await console.get(path('dossier'), people.get('supervisor'));
    expect(await office.stored()).toEqual(before);
  });
});

test('the page prints every part of the record', async () => {
  const { body } = await console.get(path('dossier'), people.get('supervisor'));
  const words = wordsOf(body);
  const hashes = body.replaceAll(/<\/?span[^>]*>/g, '');
  const { state } = await office.stored();
  const chain = await console.tables.store.chain(`IN#${office.number}`);
  expect(words).toContain(state.agency.name);
  for (const { name, inspectorId } of state.team) {
    expect(words).toContain(name);
    expect(words).toContain(`BJ-IP-${inspectorId}`);
  }
  for (const part of [
    '问题1',
    '不适用',
    '先前',
    '照片2.jpg',
    '已由',
    '出借证照',
    '无异议',
    '张三',
    '收回证照',
    '已收回',
  ])
    expect(words, part).toContain(part);
  for (const { sha256 } of state.evidence) expect(hashes).toContain(sha256);
  for (const { record } of state.signatures) expect(hashes).toContain(record);
  for (const { deadline } of state.deadlines) expect(words).toContain(deadline.citation.text);
  for (const { checklist } of state.parts) expect(hashes).toContain(checklist.digest);
  for (const entry of chain) expect(hashes).toContain(entryDigest(entry));
  expect(body.match(/<article class="dr-paper"/g)).toHaveLength(4);
  expect(words).toContain('行政检查通知书');
  expect(words).toContain('复查');
  expect(words).toContain('十二、核验 一致');
  expect(body).not.toMatch(/dossierPage\.|dossier\.(check|note|command)\./);
});

test('in English, too', async () => {
  const { body } = await console.get(`${path('dossier')}?lang=en`, people.get('supervisor'));
  const words = wordsOf(body);
  expect(words).toContain('Dossier of the inspection');
  expect(words).toContain('12. Verification');
});
