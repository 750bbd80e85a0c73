import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFaults } from '../../../infra/local/aws/endpoint.ts';
import { type LocalServer, listen } from '../../../infra/local/http/server.ts';
import { Bucket } from '../../../infra/local/s3/objectStore.ts';
import { s3Service } from '../../../infra/local/s3/s3Service.ts';
import { anchorStore } from '../../../shared/adapters/anchorStore.ts';
import { type AuditEntry, type AuditFacts, entryDigest, NO_ENTRY } from '../../../shared/audit/entry.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CaseHead } from '../../../shared/case/caseStore.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let folder: string;
let storage: LocalServer;
let records: Bucket;

const facts: AuditFacts = {
  kind: 'draw',
  command: 'step',
  from: 'a',
  to: 'b',
  actor: 'u-1',
  at: '2026-12-01T01:00:00Z',
  digests: {},
};
const key = (seq: number) => ({ pk: 'DR#1', sk: String(seq).padStart(10, '0') });

beforeEach(async () => {
  tables = await openTables();
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  storage = await listen(0);
  const bucket = (name: string) =>
    new Bucket(
      join(folder, name),
      { name, versioned: true, defaultRetention: undefined, cors: [] },
      Date.now,
    );
  records = bucket('records');
  const s3 = s3Service([records, bucket('publicity')], '', Date.now, openFaults());
  storage.handle(async (request, response) => {
    await s3(request, response, new URL(request.url ?? '/', 'http://127.0.0.1'));
  });
  const place = {
    endpoint: tables.endpoint,
    region: 'cn-north-1',
    core: 'core',
    audit: 'audit',
    records: 'records',
    aws: storage.address,
  };
  writeFileSync(join(folder, 'tables.json'), JSON.stringify(place));
  for (const caseId of ['DR#1', 'PL#2026-12']) {
    let before: CaseHead | undefined;
    for (let i = 0; i < 4; i++) {
      const done = await tables.store.commit({ caseId, before, status: 'b', state: { i }, audit: facts });
      if (!done.ok) throw new Error(done.reason);
      before = done.case;
    }
  }
});
afterEach(async () => {
  await storage.close();
  await tables.close();
});

function audit(): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, LOCAL_DATA: folder, CORE_TABLE: undefined, AUDIT_TABLE: undefined };
    execFile('node', ['functions/audit/command.ts'], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

async function change(seq: number, over: object): Promise<void> {
  const { Item: item } = await tables.client.send(new GetCommand({ TableName: 'audit', Key: key(seq) }));
  const entry = { ...(item?.['entry'] as object), ...over };
  await tables.client.send(new PutCommand({ TableName: 'audit', Item: { ...key(seq), entry } }));
}

/** Gives the case another status past every command. */
async function move(status: string): Promise<void> {
  const Key = { pk: 'DR#1', sk: 'META' };
  const { Item: item } = await tables.client.send(new GetCommand({ TableName: 'core', Key }));
  await tables.client.send(new PutCommand({ TableName: 'core', Item: { ...item, status } }));
}

/** Anchors a day as the schedule does. */
async function anchorDay(day: string): Promise<void> {
  const s3 = new S3Client({
    endpoint: storage.address,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    forcePathStyle: true,
  });
  const names = { core: 'core', audit: 'audit', records: 'records', publicity: 'publicity' };
  const store = anchorStore({ client: tables.client, s3, ...names });
  await store.keep(localDate(day), await store.heads());
  s3.destroy();
}

const remove = (seq: number) => tables.client.send(new DeleteCommand({ TableName: 'audit', Key: key(seq) }));
const headKey = { pk: 'DR#1', sk: 'META' };

/** Writes the chain anew with another actor in its second entry, up to `last`, and the head to fit it. */
async function rewrite(last: number, actor = 'u-2'): Promise<void> {
  let prev = NO_ENTRY;
  for (let seq = 0; seq <= 3; seq++) {
    const { Item: item } = await tables.client.send(new GetCommand({ TableName: 'audit', Key: key(seq) }));
    const old = item?.['entry'] as AuditEntry;
    const entry = { ...old, prev, ...(seq === 1 ? { actor } : {}) };
    if (seq > last) await remove(seq);
    else {
      prev = entryDigest(entry);
      await tables.client.send(new PutCommand({ TableName: 'audit', Item: { ...key(seq), entry } }));
    }
  }
  const { Item: head } = await tables.client.send(new GetCommand({ TableName: 'core', Key: headKey }));
  await tables.client.send(
    new PutCommand({ TableName: 'core', Item: { ...head, auditSeq: last, auditHash: prev } }),
  );
}

async function removeCase(): Promise<void> {
  for (let seq = 0; seq <= 3; seq++) await remove(seq);
  await tables.client.send(new DeleteCommand({ TableName: 'core', Key: headKey }));
}

describe('npm run audit', () => {
  it('passes when every chain holds', async () => {
    const { code, output } = await audit();
    expect(output).toContain('2 cases, 8 entries: 一致');
    expect(output).toContain('尚无锚文件');
    expect(code).toBe(0);
  });

  it.each([
    ['a changed entry', 'DR#1 #1: 内容被改动', () => change(1, { actor: 'u-2' })],
    [
      'an entry whose facts were taken away',
      'DR#1 #1: 缺失',
      () => tables.client.send(new PutCommand({ TableName: 'audit', Item: key(1) })),
    ],
    ['a case put into another status', 'DR#1 #3: 案件状态被改动', () => move('voided')],
    ['a changed last entry', 'DR#1 #3: 内容被改动', () => change(3, { at: '2026-12-02T01:00:00Z' })],
    [
      'a missing entry',
      'DR#1 #2: 缺失',
      () => tables.client.send(new DeleteCommand({ TableName: 'audit', Key: key(2) })),
    ],
    [
      'a missing last entry',
      'DR#1 #3: 末尾被截去',
      () => tables.client.send(new DeleteCommand({ TableName: 'audit', Key: key(3) })),
    ],
    [
      'an inserted entry',
      'DR#1 #4: 多出',
      () => {
        const entry = { v: 'audit/1', case: 'DR#1', seq: 4, prev: '0'.repeat(64), ...facts };
        return tables.client.send(new PutCommand({ TableName: 'audit', Item: { ...key(4), entry } }));
      },
    ],
    [
      'a chain without its case',
      'DR#9 #0: 与案件记载的末端不符',
      () => {
        const entry = { v: 'audit/1', case: 'DR#9', seq: 0, prev: '0'.repeat(64), ...facts };
        return tables.client.send(
          new PutCommand({ TableName: 'audit', Item: { ...key(0), pk: 'DR#9', entry } }),
        );
      },
    ],
  ])('names %s', async (_, line, tamper) => {
    await tamper();
    const { code, output } = await audit();
    expect(output).toContain(line);
    expect(output.match(/^(DR|PL)#/gm)).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('passes when the chains have only grown since they were anchored', async () => {
    await anchorDay('2026-12-01');
    const opened = await tables.store.commit({
      caseId: 'DR#2',
      before: undefined,
      status: 'b',
      state: {},
      audit: facts,
    });
    expect(opened.ok).toBe(true);
    await anchorDay('2026-12-02');
    const { code, output } = await audit();
    expect(output).toContain('3 cases, 9 entries: 一致');
    expect(output).toContain('2 anchors (2026-12-01 – 2026-12-02): 一致');
    expect(code).toBe(0);
  });

  it.each([
    ['a case deleted with all its entries', 'DR#1 #3: 锚定过的案件已无任何记录', removeCase],
    ['a chain written anew with its head', 'DR#1 #3: 与锚定的摘要不符', () => rewrite(3)],
    ['a chain cut off with its head', 'DR#1 #3: 锚定过的记录已不存在', () => rewrite(2, 'u-1')],
    [
      'an anchor file taken away',
      'audit/2026-12-02.json: 锚文件缺失',
      () => records.delete('audit/2026-12-02.json'),
    ],
    [
      'an anchor file changed',
      'audit/2026-12-01.json: 锚文件的根与其内容不符',
      () => {
        const object = records.head('audit/2026-12-01.json');
        if (object === undefined) throw new Error('no anchor');
        const other = records.read(object).toString().replace('"seq":3', '"seq":2');
        records.put({ ...object, checksums: {} }, Buffer.from(other));
      },
    ],
  ])('names %s, though the chains hold', async (_, line, tamper) => {
    await anchorDay('2026-12-01');
    await anchorDay('2026-12-02');
    await tamper();
    const { code, output } = await audit();
    expect(output).toMatch(/entries: 一致/);
    expect(output).toContain(line);
    expect(output.match(/^(DR|PL|audit)[#/]/gm)).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('compares with the others when one anchor cannot be read, and says so', async () => {
    await anchorDay('2026-12-01');
    await anchorDay('2026-12-02');
    const object = records.head('audit/2026-12-01.json');
    if (object === undefined) throw new Error('no anchor');
    // The bytes are no longer those of the checksum: the answer of the bucket is refused.
    records.put(object, Buffer.from('other'));
    await removeCase();
    const { code, output } = await audit();
    expect(output).toContain('DR#1 #3: 锚定过的案件已无任何记录');
    expect(output).toMatch(/无法读取.*1 anchors \(2026-12-02 – 2026-12-02\): audit\/2026-12-01.json/);
    expect(code).toBe(1);
  });

  it('says that the anchors cannot be read, and lets the chains decide', async () => {
    await anchorDay('2026-12-01');
    await storage.close();
    const { code, output } = await audit();
    expect(output).toContain('2 cases, 8 entries: 一致');
    expect(output).toContain('有锚文件无法读取');
    expect(output.trim().split('\n')).toHaveLength(2);
    expect(code).toBe(0);
  });

  it('says what to do when nothing can be read', async () => {
    folder = join(folder, 'elsewhere');
    const { code, output } = await audit();
    expect(output).toContain('请先运行 npm start');
    expect(code).toBe(2);
  });
});
