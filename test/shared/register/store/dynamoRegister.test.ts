import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAgencies } from '../../../../shared/register/commands/agencySearch.ts';
import { SHARDS, shardOf } from '../../../../shared/register/commands/registerRows.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { testQuestion } from '../../../fixtures/questions.ts';
import { agencyOf } from '../../plan/office.ts';
import { importDeps } from '../commands/importOffice.ts';
import { item } from '../sampleRows.ts';
import { type LocalCore, type LocalTables, startLocalCore } from './localCore.ts';

let local: LocalCore;
let tables: LocalTables;
const agencies = Array.from({ length: 3_600 }, (_, n) => agencyOf(n));

beforeAll(async () => {
  local = await startLocalCore();
  tables = await local.tables();
  const hold = { pk: 'RG#LOCK', sk: 'META', holder: 'IM#1', rev: 1 };
  await local.client.send(new PutCommand({ TableName: tables.core, Item: hold }));
  const origin = { by: 'u-s', at: '2026-11-23T02:00:00Z', importId: 'IM#1', rev: 2 };
  const rows = agencies.map((after) => ({ kind: 'agency' as const, after, changes: [] }));
  expect(await tables.register.write(rows, origin)).toBe(true);
  await local.client.send(new PutCommand({ TableName: tables.core, Item: { ...hold, holder: '', rev: 2 } }));
}, 60_000);
afterAll(() => local.stop());

describe('the register in the database', () => {
  it('reads 3,600 agencies whole, in the order of their uscc', async () => {
    const read = await tables.register.agencies();
    expect(read).toEqual(agencies.toSorted((a, b) => (a.uscc < b.uscc ? -1 : 1)));
  });

  it('and quickly enough for a page', async () => {
    await tables.register.agencies();
    const start = performance.now();
    await tables.register.agencies();
    // 300 ms on a machine of one's own; the tests share theirs.
    expect(performance.now() - start).toBeLessThan(1_500);
  });

  it('reads items that were kept before there were checklists as having no question', async () => {
    const { questions: _questions, ...old } = item();
    const own = { pk: 'IT#ZL-01', sk: 'V#001', rev: 1, row: old };
    const roster = { pk: 'LS#IT#0', sk: 'ZL-01@1', rev: 1, json: JSON.stringify(old) };
    for (const Item of [own, roster]) {
      await local.client.send(new PutCommand({ TableName: tables.core, Item }));
    }
    expect((await tables.register.item('ZL-01', 1))?.value).toEqual({ ...old, questions: [] });
    expect(await tables.register.items()).toEqual([{ ...old, questions: [] }]);
  });

  it('writes an import of the longest checklists, which no single transaction could hold', async () => {
    const hold = { pk: 'RG#LOCK', sk: 'META' };
    const { Item: before } = await local.client.send(
      new GetCommand({ TableName: tables.core, Key: hold, ConsistentRead: true }),
    );
    const lock = { ...hold, holder: 'IM#2', rev: 2 };
    await local.client.send(new PutCommand({ TableName: tables.core, Item: lock }));
    const questions = Array.from({ length: 40 }, (_, n) =>
      testQuestion(String(n + 1), {
        text: '问'.repeat(200),
        method: '法'.repeat(300),
        law: '据'.repeat(200),
      }),
    );
    const rows = Array.from({ length: 33 }, (_, n) => ({
      kind: 'item' as const,
      after: item({ code: `DZ-${n}`, questions }),
      changes: [{ field: 'questions', old: questions, new: questions }],
    }));
    const origin = { by: 'u-s', at: '2026-11-23T02:30:00Z', importId: 'IM#2', rev: 3 };
    expect(await tables.register.write(rows, origin)).toBe(true);
    const written = (await tables.register.items()).filter(({ code }) => code.startsWith('DZ-'));
    expect(written).toHaveLength(33);
    if (before !== undefined) {
      await local.client.send(new PutCommand({ TableName: tables.core, Item: before }));
    }
  });

  it('freezes at one revision, and only while that stands', async () => {
    const snapshot = await tables.register.snapshot();
    expect(snapshot?.agencies).toHaveLength(3_600);
    expect(snapshot?.lock.rev).toBe(2);
    if (snapshot === undefined) throw new Error('no snapshot');
    const deps = importDeps(tables);
    const freeze = (caseId: string) =>
      deps.cases.commit({
        caseId,
        before: undefined,
        status: 'frozen',
        state: {},
        audit: {
          kind: 'draw',
          command: 'freeze',
          from: '',
          to: 'frozen',
          actor: 'system',
          at: '2026-11-23T03:00:00Z',
          digests: {},
        },
        rows: [snapshot.unchanged],
      });
    expect((await freeze('DR#1')).ok).toBe(true);
    await local.client.send(
      new PutCommand({ TableName: tables.core, Item: { pk: 'RG#LOCK', sk: 'META', holder: '', rev: 3 } }),
    );
    expect(await freeze('DR#2')).toEqual({ ok: false, reason: 'row', index: 0 });
  });

  it('searches by filters and pages through what it found', async () => {
    const filters = { kind: 'patent', district: 'haidian', status: 'active' };
    const first = await tables.register.search(filters, { size: 20 });
    expect(first.rows).toHaveLength(20);
    expect(first.total).toBe(searchAgencies(agencies, filters, { size: 1 }).total);
    const second = await tables.register.search(filters, { size: 20, after: first.next ?? '' });
    expect((second.rows[0]?.uscc ?? '') > (first.rows.at(-1)?.uscc ?? '~')).toBe(true);
    const one = await tables.register.search({ text: fictionalUscc(77).toLowerCase() }, { size: 5 });
    expect(one).toMatchObject({ total: 1, rows: [{ uscc: fictionalUscc(77) }] });
    expect(one.next).toBeUndefined();
    expect((await tables.register.search({ text: '没有这个名称' }, { size: 5 })).total).toBe(0);
  });
});

it('spreads the agencies evenly over the shards', () => {
  const sizes = Array.from({ length: SHARDS }, () => 0);
  for (const { uscc } of agencies) sizes[shardOf(uscc)] = (sizes[shardOf(uscc)] ?? 0) + 1;
  expect(Math.max(...sizes)).toBeLessThan((3_600 / SHARDS) * 1.3);
  expect(Math.min(...sizes)).toBeGreaterThan((3_600 / SHARDS) * 0.7);
});
