import { S3Client } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3Uploads } from '../../../../shared/adapters/uploads.ts';
import { MOST_BYTES } from '../../../../shared/register/commands/importPorts.ts';

const uploads = new S3Uploads(
  new S3Client({
    region: 'cn-north-1',
    endpoint: 'http://127.0.0.1:9',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
  'uploads',
);

it('signs one key, one size limit and one way on', async () => {
  const redirect = 'https://console.example.cn/imports/uploaded?id=IM%23X';
  const form = await uploads.form('imports/agency/X/file', redirect);
  const policy = JSON.parse(Buffer.from(form.fields['Policy'] ?? '', 'base64').toString());
  expect(policy.conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 0, 240 * 1024 * 1024],
      { bucket: 'uploads' },
      { key: 'imports/agency/X/file' },
      { success_action_redirect: redirect },
    ]),
  );
  expect(form.fields['key']).toBe('imports/agency/X/file');
  expect(form.maxBytes).toBe(MOST_BYTES);
  const lifetime = Date.parse(policy.expiration) - Date.now();
  expect(lifetime).toBeLessThanOrEqual(900_000);
  expect(lifetime).toBeGreaterThan(890_000);
});
