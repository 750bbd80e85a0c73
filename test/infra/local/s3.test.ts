import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

let runtime: LocalRuntime;
let s3: S3Client;

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws });
});
afterAll(async () => {
  s3.destroy();
  await runtime.stop();
});

const put = (Bucket: string, Key: string, Body: string | Buffer | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

test('an object comes back with its type, metadata and checksum', async () => {
  const Key = '检查/photo 1+2.txt';
  const { ETag } = await put('uploads', Key, '正文', {
    ContentType: 'text/plain; charset=utf-8',
    CacheControl: 'max-age=60',
    Metadata: { case: 'in-1' },
    ChecksumAlgorithm: 'SHA256',
  });
  const got = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key, ChecksumMode: 'ENABLED' }));
  expect(await got.Body?.transformToString()).toBe('正文');
  expect(got).toMatchObject({
    ContentType: 'text/plain; charset=utf-8',
    CacheControl: 'max-age=60',
    Metadata: { case: 'in-1' },
    ChecksumSHA256: sha256('正文'),
    ETag,
  });
  const head = await s3.send(new HeadObjectCommand({ Bucket: 'uploads', Key }));
  expect(head.ContentLength).toBe(Buffer.byteLength('正文'));
  const part = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key, Range: 'bytes=0-2' }));
  expect(await part.Body?.transformToString()).toBe('正');
});

test('a stream arrives whole although it is sent in chunks with a trailing checksum', async () => {
  const body = 'x'.repeat(200_000);
  await put('uploads', 'stream', Readable.from([body.slice(0, 70_000), body.slice(70_000)]), {
    ContentLength: body.length,
  });
  const got = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'stream' }));
  expect(await got.Body?.transformToString()).toBe(body);
});

test('a wrong checksum is refused and nothing is stored', async () => {
  await expect(put('uploads', 'wrong', 'body', { ChecksumSHA256: sha256('other') })).rejects.toMatchObject({
    name: 'BadDigest',
  });
  await expect(s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'wrong' }))).rejects.toBeInstanceOf(
    NoSuchKey,
  );
});

test('If-None-Match stores once', async () => {
  await put('uploads', 'once', '1', { IfNoneMatch: '*' });
  await expect(put('uploads', 'once', '2', { IfNoneMatch: '*' })).rejects.toMatchObject({
    name: 'PreconditionFailed',
    $metadata: { httpStatusCode: 412 },
  });
});

test('lists are in byte order, grouped and paged', async () => {
  for (const key of ['l/b', 'l/a', 'l/c/1', 'l/c/2', 'l/京']) await put('uploads', key, key);
  const all = await s3.send(new ListObjectsV2Command({ Bucket: 'uploads', Prefix: 'l/', Delimiter: '/' }));
  expect(all.Contents?.map(({ Key }) => Key)).toEqual(['l/a', 'l/b', 'l/京']);
  expect(all.CommonPrefixes).toEqual([{ Prefix: 'l/c/' }]);
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: 'uploads', Prefix: 'l/', MaxKeys: 2, ContinuationToken }),
    );
    seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(['l/a', 'l/b', 'l/c/1', 'l/c/2', 'l/京']);
});

test('what is under object lock can neither be replaced nor deleted until its time has passed', async () => {
  const { VersionId } = await put('records', 'root/2026-11-23', 'hash');
  expect(VersionId).toMatch(/^[0-9a-f]{32}$/);
  await expect(put('records', 'root/2026-11-23', 'other')).rejects.toMatchObject({ name: 'AccessDenied' });
  const gone = new DeleteObjectCommand({ Bucket: 'records', Key: 'root/2026-11-23' });
  await expect(s3.send(gone)).rejects.toMatchObject({ name: 'AccessDenied' });
  const got = await s3.send(new GetObjectCommand({ Bucket: 'records', Key: 'root/2026-11-23' }));
  expect(await got.Body?.transformToString()).toBe('hash');
  expect(got.ObjectLockMode).toBe('COMPLIANCE');
  runtime.clock.advance(31 * 86_400_000);
  await s3.send(gone);
  runtime.clock.reset();
});

test('an unknown bucket, an unknown operation and a wanted failure have their names', async () => {
  await expect(put('nowhere', 'a', 'b')).rejects.toMatchObject({ name: 'NoSuchBucket' });
  const response = await fetch(`${runtime.addresses.aws}/uploads/a?uploads`, { method: 'POST' });
  expect(response.status).toBe(501);
  expect(await response.text()).toContain('S3 POST ?uploads cannot be run locally');
  runtime.faults.failNext({
    operation: 'S3.PutObject',
    times: 5,
    error: { name: 'SlowDown', message: '', status: 503 },
  });
  await expect(put('uploads', 'a', 'b')).rejects.toMatchObject({ name: 'SlowDown' });
  runtime.faults.clear();
});

const policy: PresignedPostOptions = {
  Bucket: 'uploads',
  Key: 'import/01J.csv',
  Conditions: [['content-length-range', 1, 20]],
  Fields: { 'Content-Type': 'text/csv', 'x-amz-checksum-sha256': sha256('a,b\n') },
  Expires: 600,
};

async function upload(
  change: (form: FormData) => void = () => {},
  content = 'a,b\n',
  options = policy,
): Promise<Response> {
  const { url, fields } = await createPresignedPost(s3, options);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  change(form);
  form.set('file', new File([content], 'list.csv'));
  return fetch(url, { method: 'POST', body: form });
}

test('a presigned form upload lands under its key', async () => {
  expect((await upload()).status).toBe(204);
  const got = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'import/01J.csv' }));
  expect(got.ContentType).toBe('text/csv');
  expect(await got.Body?.transformToString()).toBe('a,b\n');
});

test.each<[string, number, string, () => Promise<Response>]>([
  [
    'another key',
    403,
    'Policy Condition failed',
    () => upload((form) => form.set('key', 'import/other.csv')),
  ],
  [
    'a field more',
    403,
    'Extra input fields: x-amz-meta-evil',
    () => upload((form) => form.set('x-amz-meta-evil', '1')),
  ],
  ['another content', 400, 'BadDigest', () => upload(undefined, 'c,d\n')],
  ['too long a file', 400, 'EntityTooLarge', () => upload(undefined, 'x'.repeat(21))],
  ['an empty file', 400, 'EntityTooSmall', () => upload(undefined, '')],
  ['no policy', 403, 'no policy', () => upload((form) => form.delete('Policy'))],
  [
    'a forged policy',
    403,
    'SignatureDoesNotMatch',
    () =>
      upload((form) =>
        form.set(
          'Policy',
          Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'),
        ),
      ),
  ],
])('a form upload with %s is refused', async (_, status, message, act) => {
  const response = await act();
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(message);
});

test('a form upload after its time is refused', async () => {
  const { url, fields } = await createPresignedPost(s3, policy);
  runtime.clock.advance(11 * 60_000);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File(['a,b\n'], 'list.csv'));
  const response = await fetch(url, { method: 'POST', body: form });
  runtime.clock.reset();
  expect(await response.text()).toContain('Policy expired');
});

test('a form upload can lead back to a page', async () => {
  const back = `${runtime.addresses.console}/import?id=1`;
  const options = { ...policy, Fields: { ...policy.Fields, success_action_redirect: back } };
  const { url, fields } = await createPresignedPost(s3, options);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File(['a,b\n'], 'list.csv'));
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' });
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(
    new RegExp(`^${back.replace('?', '\\?')}&bucket=uploads&key=`),
  );
});

test('the publicity bucket is a site: index pages, types, conditional GET', async () => {
  await put('publicity', 'index.html', '<h1>公示</h1>', { ContentType: 'text/html; charset=utf-8' });
  await put('publicity', 'draws/1/index.html', 'draw', { ContentType: 'text/html; charset=utf-8' });
  await put('publicity', 'draws/1/record.json', '{}', { ContentType: 'application/json' });
  const site = runtime.addresses.publicity;
  const home = await fetch(`${site}/`);
  expect(await home.text()).toBe('<h1>公示</h1>');
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const etag = home.headers.get('etag') ?? '';
  expect((await fetch(`${site}/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const folder = await fetch(`${site}/draws/1`);
  expect(folder.url).toBe(`${site}/draws/1/`);
  expect(await folder.text()).toBe('draw');
  expect((await fetch(`${site}/draws/1/record.json`)).headers.get('content-type')).toBe('application/json');
  expect((await fetch(`${site}/none`)).status).toBe(404);
  expect((await fetch(`${site}/`, { method: 'POST' })).status).toBe(405);
});

test('a version is deleted by its id, and one that is gone is no fault', async () => {
  const { VersionId: old } = await put('evidence', 'versions/a', '1');
  const { VersionId: current } = await put('evidence', 'versions/a', '2');
  const remove = (VersionId: string | undefined) =>
    s3.send(
      new DeleteObjectCommand({
        Bucket: 'evidence',
        Key: 'versions/a',
        ...(VersionId === undefined ? {} : { VersionId }),
      }),
    );
  const listed = async () =>
    (await s3.send(new ListObjectVersionsCommand({ Bucket: 'evidence', Prefix: 'versions/' }))).Versions;
  expect(await listed()).toMatchObject([{ Key: 'versions/a', VersionId: current, IsLatest: true }]);
  await remove(old);
  expect(await listed()).toHaveLength(1);
  await remove(current);
  expect(await listed()).toBeUndefined();
});
