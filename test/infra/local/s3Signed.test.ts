import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { writeAssembly } from './fixtures/stack.ts';

/** What reaches the file store without the SDK: signed addresses, and pages that upload by script. */

let runtime: LocalRuntime;
let s3: S3Client;
const Key = "检查/照片 (1)+a'b.jpg";

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws, forcePathStyle: true });
  await s3.send(
    new PutObjectCommand({ Bucket: 'evidence', Key, Body: '<h1>x</h1>', ContentType: 'text/html' }),
  );
});
afterAll(async () => {
  s3.destroy();
  await runtime.stop();
});

const signed = (more: object = {}, expiresIn = 60) =>
  getSignedUrl(s3, new GetObjectCommand({ Bucket: 'evidence', Key, ...more }), { expiresIn });
const asDownload = {
  ResponseContentDisposition: "attachment; filename*=UTF-8''a%20b.jpg",
  ResponseContentType: 'application/octet-stream',
};

describe('a signed address', () => {
  test('answers with the headers that it names', async () => {
    const answer = await fetch(await signed(asDownload));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<h1>x</h1>');
    expect(answer.headers.get('content-disposition')).toBe(asDownload.ResponseContentDisposition);
    expect(answer.headers.get('content-type')).toBe(asDownload.ResponseContentType);
    expect((await fetch(await signed())).headers.get('content-type')).toBe('text/html');
  });

  test.each<[string, string, (url: URL) => void]>([
    [
      'another header of the answer',
      'SignatureDoesNotMatch',
      (url) => url.searchParams.set('response-content-type', 'text/html'),
    ],
    [
      'no header of the answer',
      'SignatureDoesNotMatch',
      (url) => url.searchParams.delete('response-content-disposition'),
    ],
    [
      'another object',
      'SignatureDoesNotMatch',
      (url) => {
        url.pathname += 'x';
      },
    ],
    ['a longer life', 'SignatureDoesNotMatch', (url) => url.searchParams.set('X-Amz-Expires', '3600')],
    [
      'another signature',
      'SignatureDoesNotMatch',
      (url) => url.searchParams.set('X-Amz-Signature', '0'.repeat(64)),
    ],
    ['no signature', 'AccessDenied', (url) => url.searchParams.delete('X-Amz-Signature')],
    ['a life beyond seven days', 'X-Amz-Expires', (url) => url.searchParams.set('X-Amz-Expires', '604801')],
  ])('with %s is refused', async (_, message, change) => {
    const url = new URL(await signed(asDownload));
    change(url);
    const answer = await fetch(url);
    expect([400, 403]).toContain(answer.status);
    expect(await answer.text()).toContain(message);
  });

  test('ends by the local clock', async () => {
    const url = await signed({}, 60);
    runtime.clock.advance(59_000);
    expect((await fetch(url)).status).toBe(200);
    runtime.clock.advance(2_000);
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
    runtime.clock.reset();
  });

  test('reads one object and does nothing else', async () => {
    const url = await signed();
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(501);
    const put = await getSignedUrl(s3, new PutObjectCommand({ Bucket: 'evidence', Key }), { expiresIn: 60 });
    expect((await fetch(put, { method: 'PUT', body: 'other' })).status).toBe(501);
    expect(await (await fetch(url)).text()).toBe('<h1>x</h1>');
  });
});

test('who does not say who asks reads, lists, writes and deletes nothing', async () => {
  const object = `${runtime.addresses.aws}/evidence/${encodeURIComponent(Key)}`;
  const asked = [
    fetch(object),
    fetch(object, { method: 'HEAD' }),
    fetch(object, { method: 'PUT', body: 'x' }),
    fetch(object, { method: 'DELETE' }),
    fetch(`${runtime.addresses.aws}/evidence?list-type=2`),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

async function upload(origin: string, name = 'a.txt') {
  const { url, fields } = await createPresignedPost(s3, {
    Bucket: 'uploads',
    Key: 'evidence/1',
    Conditions: [['starts-with', '$x-amz-meta-name', '']],
    Fields: { success_action_status: '204' },
  });
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the store
  form.set('x-amz-meta-name', '${filename}');
  form.set('file', new File(['x'], name));
  return fetch(url, { method: 'POST', body: form, headers: { origin } });
}

const preflight = (bucket: string, origin: string, method = 'POST', names = 'content-type') =>
  fetch(`${runtime.addresses.aws}/${bucket}`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': names },
  });

describe('a page that uploads by script', () => {
  test('is let through by the rules of the bucket only', async () => {
    const { console: page, public: other } = runtime.addresses;
    const asked = await preflight('uploads', page);
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe(page);
    expect(asked.headers.get('access-control-allow-methods')).toBe('POST');
    expect(asked.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(asked.headers.get('access-control-max-age')).toBe('3600');
    const refused = [
      preflight('uploads', other),
      preflight('uploads', page, 'PUT'),
      preflight('uploads', page, 'POST', 'x-amz-acl'),
      preflight('evidence', page),
    ];
    for (const answer of await Promise.all(refused)) {
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('may read the answer to its upload, another page may not', async () => {
    const { console: page, public: other } = runtime.addresses;
    const own = await upload(page);
    expect(own.status).toBe(204);
    expect(own.headers.get('access-control-allow-origin')).toBe(page);
    expect((await upload(other)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('the name of the file comes with it where the form asks for it', async () => {
  await upload(runtime.addresses.console, 'C:\\照片\\现场.jpg');
  const got = await s3.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'evidence/1' }));
  expect(got.Metadata).toEqual({
    name: `=?UTF-8?B?${Buffer.from('现场.jpg').toString('base64')}?=`,
  });
});
