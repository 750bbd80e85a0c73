import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoCredit } from '../../../shared/adapters/dynamoCredit.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { closedBreaker } from '../../../shared/credit/breaker.ts';
import {
  type CreditEntry,
  creditCaseId,
  creditEntryId,
  creditRow,
} from '../../../shared/credit/creditEntry.ts';
import { proposeGiveUp, retry } from '../../../shared/credit/decisions.ts';
import { giveItem } from '../../../shared/credit/giveCredit.ts';
import { pushCredit } from '../../../shared/credit/pushing.ts';
import { reconcileCredit } from '../../../shared/credit/reconciling.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { creditEntry, creditOffice, listingRecord } from '../../fixtures/creditRecords.ts';
import { supervisor } from '../../fixtures/creditWorld.ts';
import { memoryRemote } from '../../fixtures/memoryRemote.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

/** The ledgers on the real local database. */

let tables: Tables;
let credit: DynamoCredit;
const clock = { now: Date.parse('2026-12-15T03:00:00Z') };
let refuses = true;
const remote = memoryRemote(() => ({ refuse: ({ key }) => refuses && key === 'listing/BAD' }));

beforeAll(async () => {
  tables = await openTables();
  credit = new DynamoCredit(tables.client, 'core', 'one');
});
afterAll(() => tables.close());

const write = (entry: CreditEntry) => {
  const { row } = creditRow(entry);
  return tables.client.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: 'core', Item: row, ConditionExpression: 'attribute_not_exists(pk)' } },
      ],
    }),
  );
};
const deps = () => ({
  cases: tables.store,
  outbox: credit,
  books: credit,
  transport: remote.transport,
  office: creditOffice,
  auditKey: async () => new Uint8Array(32),
  now: () => new Date(clock.now),
  random: () => 0.5,
  kick: async () => {},
});
const push = () => pushCredit(deps(), { leaseMs: 180_000, goOn: () => true });

const bad = creditEntry({ key: 'listing/BAD', record: listingRecord });
const later = creditEntry({ key: 'listing/LATER', record: listingRecord, at: '2026-12-15T02:30:00Z' });
const others = Array.from({ length: 12 }, (_, i) =>
  creditEntry({ key: `listing/O${i}`, uscc: fictionalUscc((i % 5) + 2), record: listingRecord }),
);

it('takes an entry once', async () => {
  for (const entry of [later, bad, ...others]) await write(entry);
  await expect(write(bad)).rejects.toThrow('ConditionalCheckFailed');
  expect(await credit.waiting(5)).toMatchObject({ count: 14, agencies: 6 });
  expect((await credit.waiting(5)).shown).toHaveLength(5);
});

it('sends, holds back and keeps every end in the audit chain of the agency', async () => {
  expect(await push()).toMatchObject({ acknowledged: 12, rejected: 1, ended: 'done' });
  expect((await credit.held()).map(({ state, status }) => [state.uscc, status])).toEqual([
    [bad.uscc, 'held'],
  ]);
  expect(await credit.countForPeople()).toEqual({ entries: 1, differences: 0 });
  expect((await credit.items(bad.uscc)).map(({ status }) => status)).toEqual(['rejected', 'queued']);
  const caseId = creditCaseId(fictionalUscc(2));
  const [head, chain] = await Promise.all([tables.store.load(caseId), tables.store.chain(caseId)]);
  expect(verifyChain(caseId, chain, head)).toEqual([]);
  expect(chain.map(({ command, ground, actor }) => [command, ground, actor])).toEqual(
    Array.from({ length: 3 }, () => ['acknowledge', 'accepted', 'system']),
  );
  expect(JSON.stringify(chain)).not.toContain('第1专利代理事务所');
});

it('lets one of two people win', async () => {
  const seen = (await tables.store.load(creditCaseId(bad.uscc)))?.version ?? 0;
  const order = { uscc: bad.uscc, id: creditEntryId(bad), seen, actor: supervisor };
  const given = await Promise.all([
    giveItem(deps(), order, proposeGiveUp, { reason: '理由' }),
    giveItem(deps(), order, retry, undefined),
  ]);
  expect(given.filter(({ ok }) => ok)).toHaveLength(1);
});

it('goes on where a person has let it', async () => {
  refuses = false;
  const head = await tables.store.load(creditCaseId(bad.uscc));
  const items = await credit.items(bad.uscc);
  if (items[0]?.status === 'rejected') {
    const order = { uscc: bad.uscc, id: creditEntryId(bad), seen: head?.version ?? 0, actor: supervisor };
    expect((await giveItem(deps(), order, retry, undefined)).ok).toBe(true);
  }
  await push();
  expect((await credit.items(bad.uscc)).map(({ status }) => status)).toEqual([
    'acknowledged',
    'acknowledged',
  ]);
  expect(await credit.held()).toEqual([]);
  expect(await credit.waiting(5)).toEqual({ count: 0, agencies: 0, shown: [] });
});

it('writes entries together or not at all', async () => {
  const entry = creditEntry({ key: 'listing/T1', uscc: fictionalUscc(40), record: listingRecord });
  const other = creditEntry({ key: 'listing/T2', uscc: fictionalUscc(41), record: listingRecord });
  await write(entry);
  await write(other);
  const [one] = await credit.items(entry.uscc);
  const [two] = await credit.items(other.uscc);
  if (one === undefined || two === undefined) throw new Error('not there');
  const sent = { ...one, status: 'sent', attempts: 1 } as const;
  expect(await credit.write([{ before: one, after: sent }])).toBe(true);
  const late = { before: one, after: sent };
  expect(await credit.write([{ before: two, after: { ...two, attempts: 7 } }, late])).toBe(false);
  expect((await credit.items(other.uscc))[0]?.attempts).toBe(0);
});

it('keeps the breaker against who wrote it meanwhile', async () => {
  const { breaker, revision } = await credit.breaker();
  expect(breaker.state).toBe('closed');
  expect(await credit.keepBreaker({ ...closedBreaker, window: '0' }, revision)).toBe(true);
  expect(await credit.keepBreaker({ ...closedBreaker, window: '1' }, revision)).toBe(false);
  expect(await credit.breaker()).toMatchObject({ revision: revision + 1, breaker: { window: '0' } });
});

it('lets one send at a time', async () => {
  const two = new DynamoCredit(tables.client, 'core', 'two');
  expect(await credit.lock('2026-12-15T03:00:00Z', '2026-12-15T03:03:00Z')).toBe(true);
  expect(await two.lock('2026-12-15T03:00:01Z', '2026-12-15T03:03:00Z')).toBe(false);
  await two.unlock();
  expect(await two.lock('2026-12-15T03:00:02Z', '2026-12-15T03:03:00Z')).toBe(false);
  expect(await two.lock('2026-12-15T03:03:00Z', '2026-12-15T03:06:00Z')).toBe(true);
  await two.unlock();
});

it('keeps reports and the differences that they found', async () => {
  remote.holdings.forget('listing/O0');
  clock.now += 3_600_000;
  const report = await reconcileCredit({ ...deps(), seen: async () => {} });
  expect(report.counts).toMatchObject({ 'missing-there': 1 });
  expect(await credit.report('2026-12-15')).toEqual(report);
  expect(await credit.reports(3)).toEqual([report]);
  expect(await credit.openDifferences()).toMatchObject([{ key: 'listing/O0', kind: 'missing-there' }]);
  expect(await credit.countForPeople()).toEqual({ entries: 0, differences: 1 });
});
