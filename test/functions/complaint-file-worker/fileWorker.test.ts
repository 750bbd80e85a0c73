import { createHash } from 'node:crypto';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalRuntime } from '../../../infra/local/runtime.ts';
import { evidenceKey, evidenceUploadKey } from '../../../shared/evidence/evidenceKeys.ts';
import { complaintDesk, type LiveComplaints } from '../../e2e/complaintDesk.ts';
import { drawDesk } from '../../e2e/drawDesk.ts';
import { AT_ONCE, startOffice } from '../../e2e/office.ts';
import { testFiling, testId } from '../../fixtures/complaintWorld.ts';
import { pdf } from '../../fixtures/evidenceFiles.ts';

/** The worker as it is deployed, on the buckets of a running local office. */

let runtime: LocalRuntime;
let desk: LiveComplaints;
let s3: S3Client;
beforeAll(async () => {
  runtime = await startOffice({ agencies: 4, inspectors: 4, plan: AT_ONCE });
  desk = complaintDesk(runtime, drawDesk(runtime));
  const { region, credentials, addresses } = runtime.context;
  s3 = new S3Client({ region, credentials, endpoint: addresses.aws, forcePathStyle: true });
}, 60_000);
afterAll(async () => {
  s3?.destroy();
  await runtime?.stop();
});

it('keeps the file of a mixed filing for both cases and says of another that it is gone', async () => {
  const settings = runtime.context.environmentOf('complaint-file-worker');
  const bytes = pdf('合同');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { ids } = testFiling();
  const file = (id: string) => ({
    id,
    at: '2026-09-18T01:59:00Z',
    uploadedFor: ids.complaint,
    sha256,
    size: bytes.length,
    type: 'pdf' as const,
    fileName: '合同.pdf',
  });
  const [there, gone] = [file(testId()), file(testId())];
  const Key = evidenceUploadKey(ids.complaint, there.id);
  await s3.send(new PutObjectCommand({ Bucket: settings['UPLOADS_BUCKET'], Key, Body: bytes }));
  await desk.file({ ids, files: [there, gone] });
  const answer = await runtime.context.invoke('complaint-file-worker', {
    complaints: [ids.complaint, ids.report],
  });
  expect(answer.ok).toBe(true);
  for (const id of [ids.complaint, ids.report]) {
    const { files } = (await desk.caseOf(id)).state;
    expect(files.map(({ checked, lost }) => lost ?? checked)).toEqual([true, 'gone']);
    const head = { Bucket: settings['EVIDENCE_BUCKET'], Key: evidenceKey(id, sha256) };
    expect(await s3.send(new HeadObjectCommand(head))).toMatchObject({ ContentDisposition: 'attachment' });
  }
  expect(await desk.lists.quarantined('2099-01-01T00:00:00Z', 10)).toEqual([]);
});
