import { HeadObjectCommand, ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { personalData } from '../../../shared/adapters/personalData.ts';
import { identityKey } from '../../../shared/complaint/complaintRows.ts';
import type { PersonalData } from '../../../shared/complaint/erasing.ts';
import { evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { testId } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { writeAssembly } from '../../infra/local/fixtures/stack.ts';

/** Erasing in the file store and the tables of the local runtime. */

let runtime: LocalRuntime;
let tables: Tables;
let s3: S3Client;
let erased: PersonalData;

beforeAll(async () => {
  [runtime, tables] = await Promise.all([
    startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 }),
    openTables(),
  ]);
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws, forcePathStyle: true });
  erased = personalData({ client: tables.client, vault: 'vault', s3, evidence: 'evidence' });
});
afterAll(async () => {
  s3.destroy();
  await runtime.stop();
  await tables.close();
});

const put = (Key: string) => s3.send(new PutObjectCommand({ Bucket: 'evidence', Key, Body: 'x' }));
const exists = (Key: string) =>
  s3.send(new HeadObjectCommand({ Bucket: 'evidence', Key })).then(
    () => true,
    () => false,
  );

it('erases every version of one file and no other, and what is gone is no fault', async () => {
  const [gone, other] = [evidenceKey(testId(), 'a'.repeat(64)), evidenceKey(testId(), 'a'.repeat(64))];
  for (const key of [gone, gone, other]) await put(key);
  await erased.eraseFile(gone);
  await erased.eraseFile(gone);
  const { Versions: left } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'evidence' }));
  expect(left?.map(({ Key }) => Key)).toEqual([other]);
  expect([await exists(gone), await exists(other)]).toEqual([false, true]);
});

it('erases the identity of one case and no other', async () => {
  const [gone, other] = [testId(), testId()];
  for (const id of [gone, other])
    await tables.client.send(
      new PutCommand({ TableName: 'vault', Item: { ...identityKey(id), cipher: new Uint8Array(8) } }),
    );
  await erased.eraseIdentity(gone);
  await erased.eraseIdentity(gone);
  const left = [gone, other].map(async (id) => {
    const { Item: row } = await tables.client.send(
      new GetCommand({ TableName: 'vault', Key: identityKey(id) }),
    );
    return row !== undefined;
  });
  expect(await Promise.all(left)).toEqual([false, true]);
});
