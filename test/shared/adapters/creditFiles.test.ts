import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalRuntime, startLocal } from '../../../infra/local/runtime.ts';
import { creditFiles } from '../../../shared/adapters/creditFiles.ts';
import type { Reply } from '../../../shared/credit/ports.ts';
import { type WireRecord, wireRecord } from '../../../shared/credit/wireRecord.ts';
import { creditEntry, creditOffice, listingRecord, withdrawalOf } from '../../fixtures/creditRecords.ts';
import { writeAssembly } from '../../infra/local/fixtures/stack.ts';

/** The daily file in the file store of the local runtime. */

let runtime: LocalRuntime;
let s3: S3Client;
let today = '2026-12-15T03:00:00Z';

beforeAll(async () => {
  runtime = await startLocal({ assembly: writeAssembly(), schedules: 'manual', retryMs: 1 });
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws, forcePathStyle: true });
});
afterAll(async () => {
  s3.destroy();
  await runtime.stop();
});

const files = () => creditFiles({ s3, bucket: 'evidence', now: () => new Date(today) });
const put = (key: string, body: string) =>
  s3.send(new PutObjectCommand({ Bucket: 'evidence', Key: key, Body: body }));
const get = async (key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket: 'evidence', Key: key }))).Body?.transformToString() ?? '';
const outcomes = (reply: Reply) =>
  'failed' in reply ? reply.failed.outcome : [...reply.answered.values()].map(({ outcome }) => outcome);

function wired(entry: ReturnType<typeof creditEntry>): WireRecord {
  const made = wireRecord({ entry, amendment: 0 }, creditOffice);
  if (!made.ok) throw new Error('no record');
  return made.value;
}
const inspection = wired(creditEntry());
const listing = wired(creditEntry({ key: 'listing/A', record: listingRecord }));
const withdrawal = wired(withdrawalOf(creditEntry({ key: 'listing/B' }), '2026-12-15T02:00:00Z'));
const asked = ({ id, digest }: WireRecord) => ({ id, digest, sentAt: '2026-12-15T03:00:00Z' });

it('hands over one file a day for each kind, with a manifest of counts and digests', async () => {
  expect(outcomes(await files().send([inspection, listing, withdrawal]))).toEqual([
    'awaiting',
    'awaiting',
    'awaiting',
  ]);
  const manifest = JSON.parse(await get('credit/out/2026-12-15/manifest.json'));
  expect(
    manifest.files.map(({ kind, records }: { kind: string; records: number }) => [kind, records]),
  ).toEqual([
    ['inspection-result', 1],
    ['listing-abnormal', 1],
    ['withdrawal', 1],
  ]);
  for (const { name, sha256, ids } of manifest.files) {
    const text = await get(`credit/out/2026-12-15/${name}`);
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(ids);
  }
});

it('writes no second file on the same day', async () => {
  const late = wired(creditEntry({ key: 'listing/C', record: listingRecord }));
  const reply = await files().send([late]);
  expect('answered' in reply && reply.answered.get(late.id)).toEqual({
    outcome: 'next-file',
    retryAt: '2026-12-15T16:00:00Z',
  });
  expect(outcomes(await files().ask([asked(late)]))).toEqual(['not-there']);
});

it('waits for the acknowledgement of the day and reads it when it is there', async () => {
  expect(outcomes(await files().ask([asked(inspection)]))).toEqual(['awaiting']);
  const results = [
    { id: inspection.id, code: 'accepted', receipt: 'R1' },
    { id: listing.id, code: 'E3', message: '名称不一致' },
    { id: withdrawal.id, code: 'absent' },
  ];
  await put('credit/in/2026-12-15/acknowledgement.json', JSON.stringify({ results }));
  const reply = await files().ask([inspection, listing, withdrawal].map(asked));
  expect(outcomes(reply)).toEqual(['accepted', 'refused', 'nothing-there']);
  expect('answered' in reply && reply.answered.get(inspection.id)).toMatchObject({ receipt: 'R1' });
  await put('credit/in/2026-12-15/acknowledgement.json', 'half of');
  expect(outcomes(await files().ask([asked(inspection)]))).toBe('unreadable');
});

it('finds what was begun before midnight in the file of the day after', async () => {
  today = '2026-12-15T16:00:01Z';
  const late = wired(creditEntry({ key: 'listing/D', record: listingRecord }));
  await files().send([late]);
  await put('credit/in/2026-12-15/acknowledgement.json', JSON.stringify({ results: [] }));
  expect(outcomes(await files().ask([{ ...asked(late), sentAt: '2026-12-15T15:59:59Z' }]))).toEqual([
    'awaiting',
  ]);
});

it('takes up nothing of a run that was cut off before its manifest', async () => {
  today = '2026-12-20T03:00:00Z';
  await put('credit/out/2026-12-20/listing-abnormal-000000000000.jsonl', 'cut off');
  expect(outcomes(await files().send([listing]))).toEqual(['awaiting']);
  const manifest = JSON.parse(await get('credit/out/2026-12-20/manifest.json'));
  expect(manifest.files).toHaveLength(1);
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: 'evidence', Prefix: 'credit/out/2026-12-20/' }),
  );
  expect(Contents).toHaveLength(3);
});

it('compares with a list only where one was put', async () => {
  expect(await files().list(undefined)).toEqual({ none: true });
  const held = {
    key: 'listing/A',
    version: 1,
    amendment: 0,
    uscc: creditEntry().uscc,
    name: '甲',
    state: 'published',
    digest: 'a'.repeat(64),
  };
  await put('credit/in/holdings.json', JSON.stringify({ records: [held] }));
  expect(await files().list(undefined)).toEqual({ records: [held] });
});
