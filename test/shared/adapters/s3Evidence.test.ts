import { createHash } from 'node:crypto';
import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { s3Evidence } from '../../../shared/adapters/s3Evidence.ts';
import { checkEvidence } from '../../../shared/evidence/checkEvidence.ts';
import { evidenceKey, evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { evidenceLimits } from '../../../shared/evidence/evidenceLimits.ts';
import type { EvidenceStore } from '../../../shared/evidence/evidenceStore.ts';
import { jpeg, png } from '../../fixtures/evidenceFiles.ts';
import { writeAssembly } from '../../infra/local/fixtures/stack.ts';

/** Evidence in the file store of the local runtime: what it signs is really checked there. */

const caseNumber = 'BJIPO-2026-0012-003';
const uploadKey = evidenceUploadKey(caseNumber, '01K0000000000000000000000X');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
let runtime: LocalRuntime;
let s3: S3Client;
let store: EvidenceStore;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws, forcePathStyle: true });
  store = s3Evidence(s3, { uploads: 'uploads', evidence: 'evidence' });
});
afterAll(async () => {
  s3.destroy();
  await runtime.stop();
});

async function upload(
  bytes: Uint8Array,
  name: string,
  change: (form: FormData) => void = () => {},
  redirect?: string,
) {
  const { url, fields } = await store.form(uploadKey, redirect);
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  change(form);
  form.set('file', new File([new Uint8Array(bytes)], name));
  return fetch(url, { method: 'POST', body: form, redirect: 'manual' });
}

it('signs one place, and the file comes out of the quarantine with its name', async () => {
  expect((await upload(jpeg(), '现场 照片.jpg')).status).toBe(204);
  expect(await store.take(uploadKey, evidenceLimits.bytes)).toEqual({
    bytes: jpeg(),
    fileName: '现场 照片.jpg',
  });
  const elsewhere = await upload(jpeg(), 'a.jpg', (form) => form.set('key', `${uploadKey}x`));
  expect(elsewhere.status).toBe(403);
});

it('leads a browser back where the page wants it', async () => {
  const back = `${runtime.addresses.console}/uploaded?id=1`;
  const answer = await upload(jpeg(), 'a.jpg', undefined, back);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain(back);
});

it('takes a file that is too large for evidence, so that it is refused in words, and leaves it unread', async () => {
  expect((await upload(new Uint8Array(evidenceLimits.bytes + 1), 'a.jpg')).status).toBe(204);
  expect(await store.take(uploadKey, evidenceLimits.bytes)).toBe('too_large');
  const { fields } = await store.form(uploadKey);
  expect(JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()).conditions).toContainEqual([
    'content-length-range',
    0,
    100 * 1024 * 1024,
  ]);
  expect(await store.take(`${uploadKey.slice(0, -1)}Y`, 1)).toBeUndefined();
});

it('keeps a file once under its hash, and never under the hash of another', async () => {
  const hash = sha256(jpeg());
  await store.keep(caseNumber, hash, jpeg(), 'jpeg');
  const head = () =>
    s3.send(new HeadObjectCommand({ Bucket: 'evidence', Key: evidenceKey(caseNumber, hash) }));
  const first = await head();
  expect(first).toMatchObject({ ContentType: 'image/jpeg', ContentDisposition: 'attachment' });
  await store.keep(caseNumber, hash, jpeg(), 'jpeg');
  expect((await head()).VersionId).toBe(first.VersionId);
  await expect(store.keep(caseNumber, sha256(png()), jpeg(), 'png')).rejects.toMatchObject({
    name: 'BadDigest',
  });
});

it('gives back what was kept, to be kept for another case as well', async () => {
  const key = evidenceKey(caseNumber, sha256(png()));
  expect(await store.kept(key, evidenceLimits.bytes)).toBeUndefined();
  await store.keep(caseNumber, sha256(png()), png(), 'png');
  expect(await store.kept(key, evidenceLimits.bytes)).toMatchObject({ bytes: png() });
  expect(await store.kept(key, 1)).toBe('too_large');
});

it('gives an address that downloads, never shows, and ends after its seconds', async () => {
  const facts = checkEvidence(jpeg(), 'a.jpg');
  if (!facts.ok) throw new Error('refused');
  await store.keep(caseNumber, facts.value.sha256, jpeg(), 'jpeg');
  const url = await store.link(evidenceKey(caseNumber, facts.value.sha256), "照'片(1).jpg", 60);
  const answer = await fetch(url);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(jpeg());
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''%E7%85%A7%27%E7%89%87%281%29.jpg",
  );
  runtime.clock.advance(61_000);
  expect((await fetch(url)).status).toBe(403);
  runtime.clock.reset();
});
