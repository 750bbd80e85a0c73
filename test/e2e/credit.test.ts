import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { DynamoRegister } from '../../shared/adapters/dynamoRegister.ts';
import { type CreditEntry, creditRow } from '../../shared/credit/creditEntry.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { creditEntry, listingRecord, withdrawalOf } from '../fixtures/creditRecords.ts';
import { AT_ONCE, startOffice } from './office.ts';
import { Visitor, wordsOf } from './visitor.ts';

/** The functions as they are bundled, against the credit system of the local runtime, over real HTTP. */

let runtime: LocalRuntime;
let office: Visitor;
let agencies: readonly Agency[];
let write: (entry: CreditEntry) => Promise<unknown>;
const MINUTE = 60_000;

beforeAll(async () => {
  runtime = await startOffice({ agencies: 12, inspectors: 4, plan: AT_ONCE });
  const { context } = runtime;
  const { region, credentials, addresses } = context;
  const core = context.environmentOf('console')['CORE_TABLE'] ?? '';
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, credentials, endpoint: addresses.dynamodb }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  agencies = await new DynamoRegister(client, core).agencies();
  write = (entry) => client.send(new PutCommand({ TableName: core, Item: creditRow(entry).row }));
  office = await new Visitor(runtime.addresses).signIn('supervisor');
}, 60_000);
afterAll(() => runtime.stop());

const at = () => `${new Date(runtime.clock.now()).toISOString().slice(0, 19)}Z`;
function entryOf(n: number, over: Partial<CreditEntry> = {}): CreditEntry {
  const { uscc, name } = agencies[n] ?? { uscc: '', name: '' };
  return creditEntry({ key: `listing/E${n}`, uscc, agency: name, record: listingRecord, at: at(), ...over });
}
async function invoked(name: string): Promise<unknown> {
  const result = await runtime.invoke(name, {});
  if (!result.ok) throw new Error(JSON.stringify(result));
  return JSON.parse(result.payload);
}
const work = () => invoked('credit-worker');

describe('the credit system', () => {
  it('gets what waits, signed, and shows it', async () => {
    await write(entryOf(0));
    await write(entryOf(1));
    expect(await work()).toMatchObject({ acknowledged: 2, ended: 'done' });
    expect(runtime.credit.holdings.current().map(({ key }) => key)).toEqual(['listing/E0', 'listing/E1']);
    const page = await (await fetch(runtime.addresses.credit)).text();
    expect(page).toContain(agencies[0]?.name);
    const ledger = wordsOf((await office.get(`/credit/agencies/${agencies[0]?.uscc}`)).text);
    expect(ledger).toContain('XY00000001');
  });

  it('may be down for days: the office sees it, nothing is lost, nothing comes twice', async () => {
    runtime.credit.fault({ kind: 'down' });
    const first = entryOf(2);
    await write(first);
    await write(withdrawalOf(entryOf(0), at()));
    for (const n of [3, 4, 5, 6, 7]) await write(entryOf(n));
    for (let day = 0; day < 5; day++) {
      for (let knock = 0; knock < 3; knock++) {
        await work();
        runtime.clock.advance(8 * 60 * MINUTE);
      }
    }
    office = await new Visitor(runtime.addresses).signIn('supervisor');
    expect(wordsOf((await office.get('/credit')).text)).toMatch(/不能正常接收（连接中断，没有收到回答）/);
    runtime.credit.clearFaults();
    for (let sweep = 0; sweep < 30; sweep++) {
      await work();
      runtime.clock.advance(15 * MINUTE);
    }
    const ids = runtime.credit.holdings.taken().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const states = runtime.credit.holdings.current().map(({ key, state }) => `${key} ${state}`);
    expect(states).toEqual([
      'listing/E0 withdrawn',
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => `listing/E${n} published`),
    ]);
  }, 60_000);

  it('is compared with what was said every night', async () => {
    runtime.credit.holdings.forget('listing/E3');
    expect(await invoked('credit-reconciler')).toMatchObject({
      equal: 7,
      'missing-there': 1,
      'unknown-here': 0,
    });
    office = await new Visitor(runtime.addresses).signIn('supervisor');
    expect(wordsOf((await office.get('/credit')).text)).toContain('对方缺少');
  });
});
