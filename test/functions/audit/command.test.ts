import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../../shared/audit/entry.ts';
import type { CaseHead } from '../../../shared/case/caseStore.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let folder: string;

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
  const place = { endpoint: tables.endpoint, region: 'cn-north-1', core: 'core', audit: 'audit' };
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
afterEach(() => tables.close());

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

describe('npm run audit', () => {
  it('passes when every chain holds', async () => {
    const { code, output } = await audit();
    expect(output).toContain('2 cases, 8 entries: 一致');
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

  it('says what to do when nothing can be read', async () => {
    folder = join(folder, 'elsewhere');
    const { code, output } = await audit();
    expect(output).toContain('请先运行 npm start');
    expect(code).toBe(2);
  });
});
