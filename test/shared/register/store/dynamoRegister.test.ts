import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAgencies } from '../../../../shared/register/commands/agencySearch.ts';
import { SHARDS, shardOf } from '../../../../shared/register/commands/registerRows.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { agencyOf } from '../../plan/office.ts';
import { importDeps } from '../commands/importOffice.ts';
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
