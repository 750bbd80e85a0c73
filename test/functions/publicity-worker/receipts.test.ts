import { afterEach, beforeEach, expect, it } from 'vitest';
import { dynamoReceiptKeys } from '../../../shared/adapters/receiptKeys.ts';
import { receiptKeyOf } from '../../../shared/complaint/filingProof.ts';
import { readReceiptKeys } from '../../../shared/complaint/receiptKey.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { siteWorld } from './siteWorld.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

it('the keys of proofs of filing are published as a file and on a page, as soon as there is a new one', async () => {
  const site = siteWorld(tables);
  await site.rebuild();
  const keysFile = () => readReceiptKeys(site.files.get('keys/receipts.json')?.bytes ?? new Uint8Array());
  expect(keysFile()).toEqual([]);
  expect(site.text('receipts.html')).toContain('还没有公钥');

  const key = receiptKeyOf(new Uint8Array(32).fill(1), '2026-11-02T01:00:00Z');
  await dynamoReceiptKeys(tables.client, 'core').publish(key);
  // The file and the page in two languages: nothing else is written anew.
  expect(await site.rebuild()).toMatchObject({ orders: 1, written: 3, removed: 0 });
  expect(keysFile()).toEqual([key]);
  for (const path of ['receipts.html', 'en/receipts.html']) expect(site.text(path)).toContain(key.publicKey);
  expect(site.text('receipts.html')).toContain('2026年11月2日 09:00:00');
  expect(site.text('SHA256SUMS')).toContain('  keys/receipts.json\n');
  expect(site.text('verify.html')).toContain('receipts.html');
});
