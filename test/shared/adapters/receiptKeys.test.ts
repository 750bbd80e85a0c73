import { afterEach, beforeEach, expect, it } from 'vitest';
import { dynamoPublicityOutbox } from '../../../shared/adapters/dynamoPublicityOutbox.ts';
import { dynamoReceiptKeys } from '../../../shared/adapters/receiptKeys.ts';
import { receiptKeyOf } from '../../../shared/complaint/filingProof.ts';
import { publishedOnce } from '../../../shared/complaint/receiptKey.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const one = receiptKeyOf(new Uint8Array(32).fill(1), '2026-11-02T01:00:00Z');
const two = receiptKeyOf(new Uint8Array(32).fill(2), '2026-11-01T01:00:00Z');
const outbox = () => dynamoPublicityOutbox(tables.client, 'core', 'test');

it('a new key is entered and ordered to be published; the same again changes nothing', async () => {
  const keys = dynamoReceiptKeys(tables.client, 'core');
  expect(await keys.publish(one)).toBe(true);
  const [order] = await outbox().pending();
  expect(order?.subject).toBe('receipt-keys');
  if (order !== undefined) await outbox().done(order);
  expect(await keys.publish({ ...one, since: '2027-01-01T00:00:00Z' })).toBe(false);
  expect(await outbox().pending()).toEqual([]);
  expect(await keys.all()).toEqual([one]);
});

it('keys stay, the oldest first', async () => {
  const keys = dynamoReceiptKeys(tables.client, 'core');
  await keys.publish(one);
  await keys.publish(two);
  expect(await keys.all()).toEqual([two, one]);
});

it('of processes that start together one enters the key', async () => {
  const keys = dynamoReceiptKeys(tables.client, 'core');
  const entered = await Promise.all(Array.from({ length: 6 }, () => keys.publish(one)));
  expect(entered.filter(Boolean)).toHaveLength(1);
  expect(await keys.all()).toEqual([one]);
});

it('a process enters its key once, and again only after a failure', async () => {
  let calls = 0;
  let woken = 0;
  const publish = publishedOnce(
    {
      async publish() {
        calls += 1;
        if (calls === 1) throw new Error('busy');
        return true;
      },
    },
    async () => one,
    async () => {
      woken += 1;
    },
  );
  await expect(publish()).rejects.toThrow('busy');
  await Promise.all([publish(), publish()]);
  await publish();
  expect([calls, woken]).toEqual([2, 1]);
});
