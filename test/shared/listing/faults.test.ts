import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { endListing } from '../../../shared/listing/ending.ts';
import { takeListingLead } from '../../../shared/listing/leads.ts';
import { listingCaseId } from '../../../shared/listing/listingRows.ts';
import { notifyAgency, recordService } from '../../../shared/listing/noticing.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type FaultyTables, faultyTables } from '../../fixtures/faultyTables.ts';
import { codesOf, type ListingWorld, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { penaltyWorld, testDraft } from '../../fixtures/penaltyWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

let tables: FaultyTables;
let world: ListingWorld;
let uscc: string;
beforeEach(async () => {
  tables = faultyTables(await openTables());
  world = listingWorld(tables);
  uscc = await world.agency();
});
afterEach(() => tables.close());

const annulled = { reason: 'annulled', on: localDate('2026-05-06') } as const;

const acts = {
  decide: {
    prepare: () => world.proposed(uscc, unreachable),
    give: (id: string) => world.decide(id),
    again: ['listing.status'],
    to: 'listed',
    listing: 'abnormal',
    said: ['publish'],
    facts: ['fact'],
  },
  end: {
    prepare: () => world.listed(uscc, unreachable),
    give: (id: string) => endListing(world.deps, id, annulled, people.approver),
    // What has ended for the same reason is answered as it is.
    again: [],
    to: 'annulled',
    listing: 'none',
    said: ['publish', 'withdraw'],
    facts: ['fact', 'retracted'],
  },
};

/** Case, register, ledger and credit system agree, and each was told once. */
async function expectOnce(id: string, command: keyof typeof acts): Promise<void> {
  const { to, listing, said, facts } = acts[command];
  const stored = await world.caseOf(id);
  expect(stored.status).toBe(to);
  expect((await world.rowOf(uscc)).listing).toBe(listing);
  expect((await world.credit(uscc)).map(({ operation }) => operation)).toEqual(said);
  expect((await world.risk(uscc)).map(({ type }) => type).sort()).toEqual(facts);
  const caseId = listingCaseId(id);
  const chain = await tables.store.chain(caseId);
  expect(chain.filter((entry) => entry.command === command)).toHaveLength(1);
  expect(verifyChain(caseId, chain, stored)).toEqual([]);
}

describe.each(Object.keys(acts) as (keyof typeof acts)[])('%s', (command) => {
  const { prepare, give, again } = acts[command];

  it('stands or falls as a whole, whichever of its rows is refused', async () => {
    const id = await prepare();
    // Case, register and their audit entries, number, papers, ledger, credit system, site.
    expect(await tables.refuseEachRow(async () => (await give(id)).ok)).toBeGreaterThan(9);
    await expectOnce(id, command);
  });

  it('killed before or after it is written, it is done once', async () => {
    const id = await prepare();
    expect(await tables.killEverywhere(() => give(id))).toBe(2);
    await expectOnce(id, command);
    const before = await tables.dump();
    expect(codesOf(await give(id))).toEqual(again);
    expect(await tables.dump()).toEqual(before);
  });

  it('pressed twenty times at once, it is done once', async () => {
    const id = await prepare();
    const pressed = await Promise.all(Array.from({ length: 20 }, () => give(id)));
    const problems = new Set(pressed.flatMap(codesOf));
    expect([...problems]).toEqual(again);
    await expectOnce(id, command);
  });
});

it('proposed twenty times at once for one ground, there is one case', async () => {
  const made = await Promise.all(Array.from({ length: 20 }, () => world.propose(uscc, unreachable)));
  expect(new Set(made.map((one) => (one.ok ? one.value.id : JSON.stringify(one.problems)))).size).toBe(1);
  expect((await world.lists.entries(uscc)).open).toHaveLength(1);
});

it('whose penalty falls before the decision is listed by nobody; whose penalty falls after it comes off the list', async () => {
  for (const first of ['annulled', 'decided'] as const) {
    const penalties = penaltyWorld(tables);
    const own = await world.agency();
    const party = { kind: 'agency', name: '代理所', uscc: own, district: 'haidian' } as const;
    const listing = { ground: 'serious-conduct', reason: '情节严重' };
    const penalty = await penalties.effective({ ...testDraft(), listing }, { party });
    const { decision } = (await penalties.caseOf(penalty)).state;
    const lead = {
      source: 'penalty',
      to: 'listing',
      penalty,
      number: decision?.number ?? '',
      uscc: own,
      ground: 'serious-conduct',
      by: 'u',
      at: '2026-07-15T02:00:00Z',
    } as const;
    world.on('2026-07-15');
    const made = await takeListingLead(world.deps, lead);
    const id = (made.ok && made.value?.id) || '';
    await world.give(id, 'notify', notifyAgency, undefined);
    await world.give(id, 'record-service', recordService, { on: localDate('2026-07-15') });
    world.on('2026-08-15');
    if (first === 'decided') expect(codesOf(await world.decide(id))).toEqual([]);
    await penalties.annul(penalty);
    // Before the annulment is handed over the decision looks for itself.
    if (first === 'annulled') expect(codesOf(await world.decide(id))).toEqual(['listing.penalty.annulled']);
    await takeListingLead(world.deps, { ...lead, annulled: true, at: '2026-08-15T02:00:00Z' });
    if (first === 'annulled') expect(codesOf(await world.decide(id))).toEqual(['listing.status']);
    expect((await world.rowOf(own)).listing).toBe('none');
    expect((await world.caseOf(id)).status).toBe(first === 'annulled' ? 'rejected' : 'annulled');
  }
});
