import { afterEach, beforeEach, expect, it } from 'vitest';
import { DynamoCredit } from '../../../shared/adapters/dynamoCredit.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { type CreditEntry, creditCaseId, creditRow } from '../../../shared/credit/creditEntry.ts';
import { pushCredit } from '../../../shared/credit/pushing.ts';
import { reconcileCredit } from '../../../shared/credit/reconciling.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { creditEntry, creditOffice, listingRecord, withdrawalOf } from '../../fixtures/creditRecords.ts';
import { type FaultyTables, faultyTables } from '../../fixtures/faultyTables.ts';
import { memoryRemote } from '../../fixtures/memoryRemote.ts';
import { riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

const LEASE_MS = 180_000;

let tables: FaultyTables;
beforeEach(async () => {
  tables = faultyTables(await openTables());
});
afterEach(() => tables.close());

/** Two things said about each of some agencies: one is corrected, the other taken back. */
const entries: readonly CreditEntry[] = [1, 2, 3].flatMap((n) => {
  const about = (key: string, second: number): CreditEntry =>
    creditEntry({
      key: `listing/${key}${n}`,
      uscc: fictionalUscc(n),
      record: listingRecord,
      at: `2026-12-15T02:00:0${second}Z`,
    });
  const first = about('A', 0);
  const other = about('B', 1);
  return [
    first,
    other,
    { ...first, version: 2, operation: 'correct' as const, at: '2026-12-15T02:00:02Z' },
    withdrawalOf(other, '2026-12-15T02:00:03Z'),
  ];
});

/** The worker over the real tables; each run is a process of its own, with a name of its own. */
function office() {
  const clock = { now: Date.parse('2026-12-15T03:00:00Z') };
  const remote = memoryRemote();
  let runs = 0;
  const deps = () => {
    runs += 1;
    const credit = new DynamoCredit(tables.client, 'core', `run-${runs}`);
    return {
      cases: tables.store,
      outbox: credit,
      books: credit,
      transport: remote.transport,
      office: creditOffice,
      auditKey: async () => new Uint8Array(32),
      now: () => new Date(clock.now),
      random: () => 0.5,
      seen: async () => {},
    };
  };
  return {
    clock,
    remote,
    push: () => pushCredit(deps(), { leaseMs: LEASE_MS, goOn: () => true }),
    reconcile: () => reconcileCredit(deps()),
  };
}

/** One record for each thing that was not passed over, in the order of its agency, and both sides equal. */
async function expectOnce({ remote, reconcile }: ReturnType<typeof office>): Promise<void> {
  const taken = remote.holdings.taken();
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  const newest = new Map<string, number>();
  for (const { key, version } of taken) {
    expect(version).toBeGreaterThan(newest.get(key) ?? 0);
    newest.set(key, version);
  }
  const { counts } = await reconcile();
  expect(counts).toMatchObject({ 'missing-there': 0, 'unknown-here': 0 });
  for (const uscc of new Set(entries.map((entry) => entry.uscc))) {
    const caseId = creditCaseId(uscc);
    const ledger = await tables.store.load(caseId);
    expect(verifyChain(caseId, await tables.store.chain(caseId), ledger)).toEqual([]);
  }
}

it('killed on either side of any of its writes and run again, each record is there once', async () => {
  let sides = 0;
  for (let died = true; died; sides++) {
    const { put } = riskWorld(tables);
    const world = office();
    await put(entries.filter((_, i) => i % 4 < 2).map(creditRow));
    died = await tables.killAfter(sides, world.push);
    // The second word is said while the first may be on its way.
    await put(entries.filter((_, i) => i % 4 >= 2).map(creditRow));
    for (let sweep = 0; sweep < 6; sweep++) {
      world.clock.now += LEASE_MS + 3_600_000;
      await world.push();
    }
    await expectOnce(world);
    await tables.close();
    tables = faultyTables(await openTables());
  }
  expect(sides).toBeGreaterThan(12);
}, 60_000);

it('said again under the same name it is refused with everything beside it, and woken twice it is sent once', async () => {
  const { put } = riskWorld(tables);
  const world = office();
  await put(entries.slice(0, 2).map(creditRow));
  await Promise.all([world.push(), world.push()]);
  await world.push();
  expect(world.remote.sent).toHaveLength(2);
  const before = await tables.dump();
  await put([...entries.slice(2, 3), ...entries.slice(0, 1)].map(creditRow));
  expect(await tables.dump()).toEqual(before);
  await world.push();
  expect(world.remote.sent).toHaveLength(2);
});
