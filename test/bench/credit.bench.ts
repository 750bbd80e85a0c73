import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { faultKinds } from '../../infra/local/credit/faults.ts';
import { type CreditSimulator, creditSimulator } from '../../infra/local/credit/simulator.ts';
import { type LocalServer, listen } from '../../infra/local/http/server.ts';
import { creditHttp } from '../../shared/adapters/creditHttp.ts';
import { DynamoCredit } from '../../shared/adapters/dynamoCredit.ts';
import { type CreditEntry, creditRow } from '../../shared/credit/creditEntry.ts';
import { pushCredit } from '../../shared/credit/pushing.ts';
import { reconcileCredit } from '../../shared/credit/reconciling.ts';
import { type WireRecord, wireRecord } from '../../shared/credit/wireRecord.ts';
import { fictionalUscc } from '../../shared/register/uscc.ts';
import { creditEntry, creditOffice, listingRecord } from '../fixtures/creditRecords.ts';
import { openTables, type Tables } from '../fixtures/tables.ts';

const RECORDS = 10_000;
const AGENCIES = 3_000;
/** Every so many records are a second word about the key before. */
const SECOND = 20;
const SWEEP_MS = 15 * 60_000;
/** A week of sweeps: more than any pause. */
const MOST_SWEEPS = 7 * 96;
/** Of all requests, this share fails, by each of these ways alike. */
const FAILS = 1 / 3;
const ways = faultKinds.filter(({ kind }) => kind !== 'rejects' && kind !== 'duplicates');
const TIMEOUT_MS = 100;
const key = { keyId: 'bench', key: 'bench-key' };

function entries(): readonly CreditEntry[] {
  return Array.from({ length: RECORDS }, (_, i): CreditEntry => {
    const isSecond = i % SECOND === SECOND - 1;
    const of = isSecond ? i - 1 : i;
    const agency = (of % AGENCIES) + 1;
    const made = creditEntry({
      key: `listing/B${of}`,
      version: isSecond ? 2 : 1,
      uscc: fictionalUscc(agency),
      agency: `第${agency}专利代理事务所`,
      record: listingRecord,
      at: new Date(Date.parse('2026-12-01T00:00:00Z') + i * 1_000).toISOString().replace('.000', ''),
    });
    return isSecond ? { ...made, operation: 'end', reason: 'cured' } : made;
  });
}

async function seed({ client }: Tables, all: readonly CreditEntry[]): Promise<void> {
  for (let from = 0; from < all.length; from += 25) {
    const puts = all.slice(from, from + 25).map((entry) => ({ PutRequest: { Item: creditRow(entry).row } }));
    await client.send(new BatchWriteCommand({ RequestItems: { core: puts } }));
  }
}

async function serve(simulator: CreditSimulator): Promise<LocalServer> {
  const server = await listen(0);
  server.handle(simulator.handle);
  return server;
}

/** The same bodies, posted one after the other to a system that never fails, with nothing written down. */
async function floor(all: readonly CreditEntry[], now: () => Date): Promise<number> {
  const server = await serve(creditSimulator({ now: () => now().getTime(), key }));
  const transport = creditHttp({ url: server.address, secret: key, now });
  const records = all.flatMap((entry): readonly WireRecord[] => {
    const made = wireRecord({ entry, amendment: 0 }, creditOffice);
    return made.ok ? [made.value] : [];
  });
  const begun = performance.now();
  for (let from = 0; from < records.length; from += transport.most)
    await transport.send(records.slice(from, from + transport.most));
  const took = performance.now() - begun;
  await server.close();
  return took;
}

/**
 * Ten thousand records of three thousand agencies through a credit system that fails a third of the time, over real
 * HTTP and the real local database. The clock stands still while the worker runs and moves by a quarter of an hour
 * between two sweeps. It ends when nothing waits, and the comparison of both sides has to find them equal.
 *
 * @throws when they are not, when something came twice, or when a version came after a newer one
 */
export async function run(): Promise<void> {
  const clock = { now: Date.parse('2026-12-02T00:00:00Z') };
  const now = () => new Date(clock.now);
  const tables = await openTables();
  const simulator = creditSimulator({ now: () => clock.now, key, slowMs: 2 * TIMEOUT_MS });
  const server = await serve(simulator);
  try {
    const all = entries();
    await seed(tables, all);
    const share = 1 - (1 - FAILS) ** (1 / ways.length);
    for (const { kind } of ways) simulator.fault({ kind, share });
    const credit = new DynamoCredit(tables.client, 'core', 'bench');
    const deps = {
      cases: tables.store,
      outbox: credit,
      books: credit,
      transport: creditHttp({ url: server.address, secret: key, now, timeoutMs: TIMEOUT_MS }),
      office: creditOffice,
      auditKey: async () => new Uint8Array(32),
      now,
      random: Math.random,
    };
    let sweeps = 0;
    let requests = 0;
    let superseded = 0;
    const begun = performance.now();
    for (; sweeps < MOST_SWEEPS && (await credit.waiting(0)).count > 0; sweeps++) {
      const report = await pushCredit(deps, { leaseMs: 180_000, goOn: () => true });
      requests += report.requests;
      superseded += report.superseded;
      clock.now += SWEEP_MS;
    }
    const took = performance.now() - begun;
    simulator.clearFaults();
    const { counts } = await reconcileCredit({ ...deps, seen: async () => {} });
    const keys = new Set(all.map((entry) => entry.key)).size;
    const attempts = await attemptsOf(credit, all);
    check(simulator, counts.equal === keys, `equal ${counts.equal} of ${keys}: ${JSON.stringify(counts)}`);
    const bare = await floor(all, now);
    const sent = RECORDS - superseded;
    console.table({
      records: RECORDS,
      agencies: AGENCIES,
      'replaced by a newer one before they were sent': superseded,
      requests,
      sweeps,
      'attempts per record': Number((attempts / sent).toFixed(2)),
      'records per second': Math.round((sent / took) * 1_000),
      'bare posts per second': Math.round((RECORDS / bare) * 1_000),
      'ratio to bare posts (time per record)': Number((took / sent / (bare / RECORDS)).toFixed(1)),
      'both sides': `equal, ${keys} keys`,
    });
  } finally {
    await server.close();
    await tables.close();
  }
}

async function attemptsOf(credit: DynamoCredit, all: readonly CreditEntry[]): Promise<number> {
  let attempts = 0;
  for (const uscc of new Set(all.map((entry) => entry.uscc)))
    for (const item of await credit.items(uscc)) attempts += item.attempts;
  return attempts;
}

function check({ holdings }: CreditSimulator, equal: boolean, said: string): void {
  if (!equal) throw new Error(said);
  const newest = new Map<string, number>();
  const ids = new Set<string>();
  for (const { id, key: of, version } of holdings.taken()) {
    if (ids.has(id) || version <= (newest.get(of) ?? 0)) throw new Error(`${id} came twice or too late`);
    ids.add(id);
    newest.set(of, version);
  }
}
