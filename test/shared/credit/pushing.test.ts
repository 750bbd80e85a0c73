import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CreditEntry, creditEntryId } from '../../../shared/credit/creditEntry.ts';
import { isOpen } from '../../../shared/credit/creditItem.ts';
import type { OutcomeCode } from '../../../shared/credit/outcomes.ts';
import { wireRecord } from '../../../shared/credit/wireRecord.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { creditEntry, creditOffice, listingRecord, withdrawalOf } from '../../fixtures/creditRecords.ts';
import { creditWorld } from '../../fixtures/creditWorld.ts';
import { Killed } from '../../fixtures/memoryCredit.ts';
import type { Happening } from '../../fixtures/memoryRemote.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const first = creditEntry();
const listing = creditEntry({
  key: 'listing/NL1',
  record: listingRecord,
  at: '2026-12-15T02:30:00Z',
});
const other = creditEntry({ key: 'listing/NL2', uscc: fictionalUscc(2), record: listingRecord });

const statusOf = async (world: ReturnType<typeof creditWorld>, entry: CreditEntry) =>
  (await world.store.outbox.items(entry.uscc)).find(
    (item) => creditEntryId(item.entry) === creditEntryId(entry),
  );

describe('sending', () => {
  it('sends what waits and keeps what came of it', async () => {
    const world = creditWorld();
    world.store.add(first);
    expect(await world.push()).toMatchObject({ acknowledged: 1, requests: 1, ended: 'done' });
    expect(await statusOf(world, first)).toMatchObject({
      status: 'acknowledged',
      attempts: 1,
      acknowledged: { outcome: 'accepted', receipt: 'XY00000001' },
      said: [{ outcome: 'accepted' }],
    });
    expect(world.remote.holdings.current()).toMatchObject([
      { id: 'inspection/BJIPO-2026-0001-007@0001', state: 'published', version: 1 },
    ]);
    expect(await world.push()).toMatchObject({ acknowledged: 0, requests: 0 });
  });

  it('sends the entries of one agency one after the other, those of others beside them', async () => {
    const world = creditWorld();
    for (const entry of [listing, first, other]) world.store.add(entry);
    await world.push();
    expect(world.remote.requests.map(({ ids }) => ids)).toEqual([
      [creditEntryId(first), creditEntryId(other)],
      [creditEntryId(listing)],
    ]);
  });

  it('holds an agency back whose oldest entry is refused, and no other', async () => {
    const world = creditWorld(() => ({ refuse: ({ key }) => key === first.key }));
    for (const entry of [first, listing, other]) world.store.add(entry);
    await world.push();
    await world.sweep(2 * DAY);
    expect(await statusOf(world, first)).toMatchObject({
      status: 'rejected',
      said: [{ outcome: 'refused', answer: 'no' }],
    });
    expect(await statusOf(world, listing)).toMatchObject({ status: 'queued', attempts: 0 });
    expect(await statusOf(world, other)).toMatchObject({ status: 'acknowledged' });
    expect(await world.store.cases.load(`CREDIT#${first.uscc}`)).toMatchObject({ status: 'held' });
  });

  it('does not send what a newer one has replaced, and lets a withdrawal pass a refusal', async () => {
    const world = creditWorld(() => ({ refuse: ({ version }) => version === 1 }));
    world.store.add(first);
    await world.push();
    world.store.add(withdrawalOf(first, '2026-12-16T02:00:00Z'));
    world.clock.now += DAY;
    await world.push();
    expect(await statusOf(world, first)).toMatchObject({ status: 'superseded' });
    // It was never there: there is nothing left to take back.
    expect(await statusOf(world, withdrawalOf(first, ''))).toMatchObject({
      status: 'acknowledged',
      acknowledged: { outcome: 'nothing-there' },
    });
    expect(await world.store.cases.load(`CREDIT#${first.uscc}`)).toMatchObject({ status: 'open' });
  });

  it('asks after what may have been taken before it sends it again', async () => {
    let lost = 1;
    const world = creditWorld((what) =>
      what === 'send' && lost-- > 0 ? { outcome: 'lost', taken: true } : {},
    );
    world.store.add(first);
    await world.push();
    expect(await statusOf(world, first)).toMatchObject({ status: 'sent', attempts: 1, failures: 1 });
    world.clock.now += HOUR;
    await world.push();
    expect(world.remote.requests.map(({ what }) => what)).toEqual(['send', 'ask']);
    expect(await statusOf(world, first)).toMatchObject({
      status: 'acknowledged',
      attempts: 1,
      acknowledged: { outcome: 'same' },
    });
  });

  it('passes over nothing that may have been taken', async () => {
    let lost = 1;
    const world = creditWorld((what) =>
      what === 'send' && lost-- > 0 ? { outcome: 'lost', taken: true } : {},
    );
    world.store.add(first);
    await world.push();
    world.store.add(withdrawalOf(first, '2026-12-15T03:10:00Z'));
    world.clock.now += HOUR;
    await world.push();
    expect(await statusOf(world, first)).toMatchObject({ status: 'acknowledged' });
    expect(world.remote.requests.map(({ what }) => what)).toEqual(['send', 'ask', 'send']);
    expect(world.remote.holdings.current()).toMatchObject([{ version: 2, state: 'withdrawn' }]);
  });

  it('sends again at once what it is told is not there', async () => {
    let lost = 1;
    const world = creditWorld((what) => (what === 'send' && lost-- > 0 ? { outcome: 'timeout' } : {}));
    world.store.add(first);
    await world.push();
    world.clock.now += HOUR;
    await world.push();
    expect(world.remote.requests.map(({ what }) => what)).toEqual(['send', 'ask', 'send']);
    expect(await statusOf(world, first)).toMatchObject({ status: 'acknowledged', attempts: 2 });
  });

  it('gives what is there with other content to a person', async () => {
    const world = creditWorld();
    const record = wireRecord({ entry: first, amendment: 0 }, creditOffice);
    if (!record.ok) throw new Error('no record');
    const planted = { ...record.value, digest: 'f'.repeat(64) };
    world.remote.holdings.plant(JSON.parse(JSON.stringify(planted)), '2026-12-15T02:00:00Z');
    world.store.add(first);
    await world.push();
    expect(await statusOf(world, first)).toMatchObject({
      status: 'rejected',
      said: [{ outcome: 'other-content' }],
    });
  });

  it('sends nothing that does not fit, and says which field', async () => {
    const world = creditWorld();
    world.store.add(creditEntry({ agency: '张三 13800138000' }));
    await world.push();
    expect(world.remote.requests).toEqual([]);
    expect(await statusOf(world, first)).toMatchObject({
      status: 'rejected',
      attempts: 0,
      said: [{ outcome: 'invalid', answer: 'subject.name credit.invalid.phone' }],
    });
  });

  it('finds the one record for which a whole request is refused', async () => {
    const entries = Array.from({ length: 4 }, (_, i) =>
      creditEntry({ key: `listing/NL${i}`, uscc: fictionalUscc(i + 1), record: listingRecord }),
    );
    const world = creditWorld();
    const { send } = world.remote.transport;
    Object.assign(world.remote.transport, {
      send: async (records: Parameters<typeof send>[0]) =>
        records.some(({ key }) => key === 'listing/NL2')
          ? { failed: { outcome: 'refused', answer: '413' } }
          : send(records),
    });
    for (const entry of entries) world.store.add(entry);
    await world.push();
    const statuses = await Promise.all(entries.map(async (entry) => (await statusOf(world, entry))?.status));
    expect(statuses).toEqual(['acknowledged', 'acknowledged', 'rejected', 'acknowledged']);
  });

  it('leaves sending to who sends already, and takes over when they are gone', async () => {
    const world = creditWorld();
    world.store.add(first);
    await world.store.outbox.lock('2026-12-15T03:00:00Z', '2026-12-15T03:03:00Z');
    expect(await world.push()).toMatchObject({ ended: 'elsewhere', requests: 0 });
    world.clock.now += HOUR;
    expect(await world.push()).toMatchObject({ acknowledged: 1 });
  });

  it('leaves alone what a person took out while it was claimed', async () => {
    const world = creditWorld();
    world.store.add(first);
    const { write } = world.store.outbox;
    Object.assign(world.store.outbox, {
      write: async (changes: Parameters<typeof write>[0]) => {
        Object.assign(world.store.outbox, { write });
        const row = [...world.store.rows.entries()].find(([name]) => name.includes('E#'));
        if (row !== undefined) world.store.rows.set(row[0], { ...row[1], status: 'rejected' });
        return write(changes);
      },
    });
    expect(await world.push()).toMatchObject({ requests: 0 });
    expect(await statusOf(world, first)).toMatchObject({ status: 'rejected' });
  });
});

describe('an outage', () => {
  it('of five days loses nothing and sends nothing twice', async () => {
    let down = true;
    const world = creditWorld(() => (down ? { outcome: 'unreachable' } : {}));
    const entries = Array.from({ length: 60 }, (_, i) =>
      creditEntry({
        key: `listing/NL${i}`,
        uscc: fictionalUscc((i % 25) + 1),
        record: listingRecord,
        at: `2026-12-15T02:${String(i).padStart(2, '0')}:00Z`,
      }),
    );
    for (const entry of entries) world.store.add(entry);
    await world.sweep(5 * DAY);
    const knocked = world.remote.requests.length;
    // One probe in each sweep, and what opened the breaker.
    expect(knocked).toBeLessThanOrEqual(5 * 24 * 4 + 5);
    expect(world.store.breaker()).toMatchObject({ state: 'open', outcome: 'unreachable' });
    down = false;
    await world.sweep(7 * HOUR);
    expect(world.store.breaker().state).toBe('closed');
    expect(
      world.remote.holdings
        .taken()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(entries.map(({ key }) => key).sort());
    expect(world.remote.sent).toHaveLength(entries.length);
  });

  it('is not knocked at by more than one probe in five minutes', async () => {
    const world = creditWorld(() => ({ outcome: 'server-error' }));
    for (let i = 0; i < 40; i++)
      world.store.add(
        creditEntry({ key: `listing/NL${i}`, uscc: fictionalUscc(i + 1), record: listingRecord }),
      );
    await world.push();
    expect(world.remote.requests).toHaveLength(5);
    expect(await world.push()).toMatchObject({ requests: 0, ended: 'breaker' });
    world.clock.now += 5 * 60_000;
    expect(await world.push()).toMatchObject({ requests: 1, ended: 'breaker' });
  });
});

/** A history of one office: entries of a few agencies, each key with a few versions. */
const history = fc
  .array(fc.record({ agency: fc.integer({ min: 1, max: 3 }), key: fc.integer({ min: 1, max: 2 }) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((said) => {
    const versions = new Map<string, number>();
    return said.map(({ agency, key }, i): CreditEntry => {
      const name = `listing/A${agency}K${key}`;
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      const at = `2026-12-15T02:${String(i).padStart(2, '0')}:00Z`;
      const made = creditEntry({
        key: name,
        version,
        uscc: fictionalUscc(agency),
        record: { ...listingRecord, reason: `理由${version}` },
        at,
      });
      return version % 4 === 0
        ? { ...withdrawalOf(made, at), version }
        : { ...made, operation: version === 1 ? 'publish' : version % 3 === 0 ? 'end' : 'correct' };
    });
  });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record({
      outcome: fc.constantFrom<OutcomeCode>(
        'unreachable',
        'busy',
        'timeout',
        'lost',
        'html',
        'empty',
        'error-body',
        'server-error',
        'unreadable',
      ),
      taken: fc.boolean(),
    }),
  },
);

/** Outcomes that say for certain that nothing was taken: the other side may not have taken it. */
const certain: ReadonlySet<OutcomeCode | undefined> = new Set(['unreachable', 'busy']);

type World = ReturnType<typeof creditWorld>;

async function expectSettled(world: World, entries: readonly CreditEntry[]): Promise<void> {
  for (const entry of entries) {
    const item = await statusOf(world, entry);
    expect(item && isOpen(item), `${creditEntryId(entry)} ${item?.status}`).toBe(false);
  }
}

/** Nothing twice, no older version after a newer one, and each agency in the order of its decisions. */
function expectOrdered(world: World, entries: readonly CreditEntry[]): void {
  const taken = world.remote.holdings.taken();
  const newest = new Map<string, number>();
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  for (const { key, version } of taken) {
    expect(version).toBeGreaterThan(newest.get(key) ?? 0);
    newest.set(key, version);
  }
  const order = entries.map(creditEntryId);
  for (const uscc of new Set(entries.map((entry) => entry.uscc))) {
    const places = taken.filter(({ subject }) => subject.uscc === uscc).map(({ id }) => order.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
}

/** The other side has the last that was said of every key. */
function expectEqual(world: World, entries: readonly CreditEntry[]): void {
  for (const [key, entry] of new Map(entries.map((one) => [one.key, one]))) {
    const held = world.remote.holdings.current().find((one) => one.key === key);
    const mine = wireRecord({ entry, amendment: 0 }, creditOffice);
    if (entry.operation === 'withdraw' && held === undefined) continue;
    expect(held).toMatchObject({ version: entry.version, digest: mine.ok ? mine.value.digest : '' });
  }
}

describe('whatever happens', () => {
  it('no version arrives out of order or twice with other content, and both sides become equal', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.array(happening, { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 6 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.99, noNaN: true })),
        async (entries, happenings, kills, chance) => {
          const happens = happenings[Symbol.iterator]();
          const killIn = kills[Symbol.iterator]();
          let left = killIn.next().value ?? Number.POSITIVE_INFINITY;
          const interrupt = () => {
            left -= 1;
            if (left > 0) return;
            left = killIn.next().value ?? Number.POSITIVE_INFINITY;
            throw new Killed();
          };
          let live = false;
          const world = creditWorld(
            () => {
              const next: Happening = happens.next().value ?? {};
              return certain.has(next.outcome) ? { ...next, taken: false } : next;
            },
            () => live && interrupt(),
            () => chance.next().value,
          );
          let waiting = [...entries];
          for (let round = 0; round < 90; round++) {
            live = false;
            // They come in while the worker runs, a few at a time.
            for (const entry of waiting.slice(0, 3)) world.store.add(entry);
            waiting = waiting.slice(3);
            live = true;
            await world.push().catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error;
            });
            world.clock.now += 25 * 60_000;
          }
          await expectSettled(world, entries);
          expectOrdered(world, entries);
          expectEqual(world, entries);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
