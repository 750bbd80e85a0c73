import { KMSClient } from '@aws-sdk/client-kms';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoCaseStore } from '../../shared/adapters/dynamoCaseStore.ts';
import { identitySealer } from '../../shared/adapters/vaultIdentities.ts';
import { builtInCalendar } from '../../shared/calendar/workingDays.ts';
import { refuseComplaint } from '../../shared/complaint/accepting.ts';
import { giveComplaint } from '../../shared/complaint/command.ts';
import type { ComplaintCase } from '../../shared/complaint/complaintCase.ts';
import { complaintCaseId } from '../../shared/complaint/complaintRows.ts';
import { assignComplaint } from '../../shared/complaint/handling.ts';
import type { Filing } from '../../shared/complaint/openCases.ts';
import { type SendDeps, sendFiling } from '../../shared/complaint/sendFiling.ts';
import { evidenceKey } from '../../shared/evidence/evidenceKeys.ts';
import { plantedIdentity, testFiling, testId } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';
import { plantedHits, rowsOf, valuesOf } from '../fixtures/plantedSearch.ts';
import { drawDesk, type LiveDesk } from './drawDesk.ts';
import { leftBehind } from './leftBehind.ts';
import { startOffice } from './office.ts';
import { signedIn, type Visitor, wordsOf } from './visitor.ts';

/** The function that reaches the vault, as it is deployed: its routes, its settings, its rights, its key. */

const DAY = 86_400_000;
const sha256 = 'ef'.repeat(32);
const planted = valuesOf(plantedIdentity);

let runtime: LocalRuntime;
let desk: LiveDesk;
let deps: SendDeps;
let s3: S3Client;
let named: (key: string) => string;

beforeAll(async () => {
  runtime = await startOffice({ agencies: 20, inspectors: 6 });
  desk = drawDesk(runtime);
  const { region, credentials, addresses, environmentOf } = runtime.context;
  const settings = environmentOf('identity');
  named = (key) => settings[key] ?? '';
  const local = { endpoint: addresses.aws, region, credentials, maxAttempts: 1 };
  s3 = new S3Client({ ...local, forcePathStyle: true });
  const nobody = async () => {};
  deps = {
    cases: new DynamoCaseStore(desk.client, {
      core: named('CORE_TABLE'),
      audit: named('AUDIT_TABLE'),
      vault: named('VAULT_TABLE'),
    }),
    kick: { resume: nobody, start: nobody, mail: nobody, files: nobody, publish: nobody, leads: nobody },
    calendar: async () => builtInCalendar,
    auditKey: desk.deps.auditKey,
    now: desk.deps.now,
    sealer: identitySealer({
      kms: new KMSClient(local),
      keyId: named('VAULT_KEY_ID'),
      mailDigestKey: async () => new Uint8Array(32).fill(3),
    }),
  };
}, 90_000);
afterAll(async () => {
  s3?.destroy();
  await runtime?.stop();
});

async function filed(over: Partial<Filing> = {}): Promise<string> {
  const filing = testFiling({ wish: 'settle', ...over });
  const sent = await sendFiling(deps, filing, `hash-${filing.ids.complaint}`, []);
  expect(sent.ok).toBe(true);
  return filing.ids.complaint;
}

const { supervisor } = people;
const handler = { userId: supervisor.userId, name: supervisor.name };
const stateOf = async (id: string) => (await deps.cases.load<ComplaintCase>(complaintCaseId(id)))?.state;
const found = (text: string) => planted.filter((value) => text.includes(value));

async function reveal(id: string, asks: Visitor, agrees: Visitor): Promise<string> {
  const page = `/complaints/${id}/identity`;
  await asks.submit(page, `${page}/ask`, { reason: '须核对合同相对方' });
  await agrees.submit(page, `${page}/decide`, { outcome: 'granted' });
  const shown = await asks.submit(page, `${page}/show`);
  expect(shown.status).toBe(200);
  return shown.text;
}

test('an identity is revealed to one person with the consent of another, also of the half that was split', async () => {
  const at = await signedIn(runtime.addresses, 'supervisor', 'approver');
  const [id, newId] = [await filed(), testId()];
  expect(found(await reveal(id, at.supervisor, at.approver))).toEqual(planted);
  const form = await at.supervisor.form(`/complaints/${id}/identity`, `/complaints/${id}/identity/hold`);
  await at.supervisor.send(`/complaints/${id}/split`, { ...form, newId, kind: 'report' });
  expect((await stateOf(newId))?.links).toMatchObject([{ id, as: 'sibling' }]);
  expect(found(await reveal(newId, at.supervisor, at.approver))).toEqual(planted);
  expect((await stateOf(id))?.reveals[0]?.seen).toHaveLength(1);
});

test('identity and files that are over their period are erased from the vault and the file store', async () => {
  const file = {
    id: '01K0000000000000000000000F',
    sha256,
    size: 1,
    type: 'png' as const,
    fileName: 'a.png',
    at: deps.now().toISOString(),
    uploadedFor: '01K0000000000000000000000C',
  };
  const id = await filed({ files: [file] });
  const key = evidenceKey(id, sha256);
  const Bucket = named('EVIDENCE_BUCKET');
  await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: 'x' }));
  await assignComplaint({ ...deps, desk: desk.desk, officeCode: 'BJIPO' }, id, handler, supervisor);
  const refusal = { ground: 'too-late', reason: '逾期' } as const;
  await giveComplaint(deps, id, 'refuse', refuseComplaint, refusal, supervisor);
  runtime.clock.advance(1_900 * DAY);
  try {
    const at = await signedIn(runtime.addresses, 'supervisor', 'approver');
    const page = '/complaints/erasure';
    await at.supervisor.submit(page, `${page}/propose`, { case: id });
    const done = await at.approver.submit(page, `${page}/decide`, { case: id, outcome: 'confirmed' });
    expect(wordsOf(done.text)).toContain('已清除 1 件');
  } finally {
    runtime.clock.reset();
  }
  const state = await stateOf(id);
  expect(state?.filer.erased).toBeDefined();
  expect(state?.files[0]?.erased).toBeDefined();
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: key }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  const vault = await rowsOf(desk.client, named('VAULT_TABLE'));
  expect(vault.filter(({ where }) => where.includes(id))).toEqual([]);
});

test('after all of it the identity is in no table, no log line, no mail and no file of the office', async () => {
  const left = await leftBehind(runtime, desk.client);
  expect(left.some(({ where }) => where.includes('identity'))).toBe(true);
  expect(plantedHits(left, planted)).toEqual([]);
});
