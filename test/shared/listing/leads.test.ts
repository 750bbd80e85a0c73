import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { InspectionLead, PenaltyLead } from '../../../shared/lead/lead.ts';
import { endListing, proposeRemoval } from '../../../shared/listing/ending.ts';
import { takeListingLead } from '../../../shared/listing/leads.ts';
import { listingDay, proposeMirror, readMirror } from '../../../shared/listing/mirror.ts';
import { notifyAgency } from '../../../shared/listing/noticing.ts';
import { updateAgency } from '../../../shared/register/commands/editAgency.ts';
import { defaultLimits } from '../../../shared/spreadsheet/limits.ts';
import { readCsv } from '../../../shared/spreadsheet/readCsv.ts';
import { amendOrder } from '../../../shared/targeted/orderCommands.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { codesOf, heavy, type ListingWorld, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let world: ListingWorld;
beforeAll(async () => {
  tables = await openTables();
  world = listingWorld(tables, '2026-04-02T02:00:00Z');
});
afterAll(() => tables.close());

let inspections = 0;
function inspectionLead(uscc: string, ...results: readonly string[]): InspectionLead {
  inspections += 1;
  return {
    to: 'listing',
    source: 'inspection',
    inspection: `BJIPO-2026-001-${inspections}`,
    uscc,
    by: 'u-approver',
    at: '2026-04-01T02:00:00Z',
    findings: [{ item: 'ZL-01@1', results }],
    reason: '登记地址无人办公。',
  };
}

const taken = async (lead: InspectionLead | PenaltyLead) => {
  const result = await takeListingLead(world.deps, lead);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe('a lead', () => {
  it('of an unreachable agency is proposed once, by the system, and decides nothing', async () => {
    const uscc = await world.agency();
    const lead = inspectionLead(uscc, 'unreachable');
    const first = await taken(lead);
    expect(first).toMatchObject({ fresh: true });
    expect(await taken(lead)).toEqual({ id: first?.id, fresh: false });
    const { state, status } = await world.caseOf(first?.id ?? '');
    expect([status, state.charge?.ground, state.proposed.by]).toEqual(['proposed', 'unreachable', 'system']);
    expect((await world.rowOf(uscc)).listing).toBe('none');
  });

  it('whose results do not say what it is waits for a person', async () => {
    for (const results of [['pending'], ['unreachable', 'false_publicity']]) {
      const made = await taken(inspectionLead(await world.agency(), ...results));
      expect((await world.caseOf(made?.id ?? '')).state.charge).toBeUndefined();
    }
    // The lists of patent agencies hold no others.
    const trademark = await taken(
      inspectionLead(await world.agency({ kinds: ['trademark'] }), 'unreachable'),
    );
    expect((await world.caseOf(trademark?.id ?? '')).state.charge).toBeUndefined();
  });

  it('of a penalty carries its decision, and goes on to the prior notice', async () => {
    const uscc = await world.agency();
    const made = await taken({
      to: 'listing',
      source: 'penalty',
      penalty: '01K0000000000000000000PEN1',
      number: '京知罚〔2026〕9号',
      uscc,
      ground: 'stopped-or-revoked',
      by: 'u-approver',
      at: '2026-04-01T02:00:00Z',
    });
    const { state } = await world.caseOf(made?.id ?? '');
    expect(state.charge).toMatchObject({ ground: 'stopped-or-revoked', penalty: '京知罚〔2026〕9号' });
    expect(codesOf(await world.decide(state.id))).toEqual(['listing.notice.missing']);
  });

  it('whose decision was annulled drops what is only proposed, and writes to who was told of it', async () => {
    world.on('2026-04-02');
    const lead = (uscc: string, penalty: string): PenaltyLead => ({
      to: 'listing',
      source: 'penalty',
      penalty,
      number: `京知罚〔2026〕${penalty}号`,
      uscc,
      ground: 'stopped-or-revoked',
      by: 'u-approver',
      at: '2026-04-01T02:00:00Z',
    });
    for (const [penalty, notified] of [
      ['11', false],
      ['12', true],
    ] as const) {
      const first = lead(await world.agency(), penalty);
      const id = (await taken(first))?.id ?? '';
      if (notified) await world.give(id, 'notify', notifyAgency, undefined);
      expect(await taken({ ...first, annulled: true })).toEqual({ id, fresh: false });
      const { state, status } = await world.caseOf(id);
      expect(status).toBe('rejected');
      expect(state.decision).toMatchObject({ by: 'system', outcome: 'rejected' });
      expect(state.decision?.reason).toContain(first.number);
      expect((await world.papersOf(id)).includes('not-listed')).toBe(notified);
      expect(codesOf(await world.decide(id))).toEqual(['listing.status']);
      // Told again, it changes nothing.
      expect(await taken({ ...first, annulled: true })).toEqual({ id, fresh: false });
    }
  });

  it('whose decision was annulled takes along what a person rested on it', async () => {
    world.on('2026-04-02');
    const uscc = await world.agency();
    const id = await world.proposed(uscc, heavy);
    const other = await world.proposed(uscc, unreachable);
    await taken({
      to: 'listing',
      source: 'penalty',
      penalty: '01K0000000000000000000PEN3',
      number: heavy.penalty ?? '',
      uscc,
      ground: 'serious-conduct',
      by: 'u-approver',
      at: '2026-04-01T02:00:00Z',
      annulled: true,
    });
    expect((await world.caseOf(id)).status).toBe('rejected');
    expect((await world.caseOf(other)).status).toBe('proposed');
  });

  it('about somebody who is in no register, or has closed, is taken and proposes nobody', async () => {
    expect(await taken(inspectionLead('91110000000000000X', 'unreachable'))).toBeUndefined();
    const closed = await world.agency({ status: 'closed' });
    expect(await taken(inspectionLead(closed, 'unreachable'))).toBeUndefined();
  });
});

describe('the list of CNIPA', () => {
  const sheet = async (text: string) => {
    const read = readCsv(new TextEncoder().encode(text), defaultLimits);
    if (!read.ok || read.value[0] === undefined) throw new Error('unreadable');
    return readMirror(read.value[0], await world.register.agencies());
  };

  it('finds agencies by either code in whatever column, each once, and says which rows name nobody', async () => {
    const [one, two] = [await world.agency(), await world.agency()];
    const { agencyCode } = await world.rowOf(one);
    const lines = await sheet(
      [
        '序号\t代码\t名称',
        `1\t${agencyCode}\t甲所`,
        `2\t${two}\t乙所`,
        `3\t${agencyCode}\t甲所`,
        '4\t99999\t丙所',
        '5\t\t丁所',
      ].join('\n'),
    );
    expect(lines.map((line) => ('agency' in line ? line.agency.uscc : line.problem.code))).toEqual([
      one,
      two,
      'listing.mirror.unknown',
      'listing.mirror.no_code',
    ]);
    expect(lines.at(-1)?.line).toBe(6);
  });

  it('proposes each agency once, however often it is taken over, and lists from the day of CNIPA', async () => {
    world.on('2026-04-20');
    const usccs = [await world.agency(), await world.agency()];
    const order = { on: listingDay(2026), usccs };
    expect(order.on).toBe('2026-04-01');
    const first = await proposeMirror(world.deps, order, people.supervisor);
    expect(first).toEqual({ ok: true, value: { proposed: 2, known: 0, failed: [] } });
    expect(await proposeMirror(world.deps, order, people.supervisor)).toEqual({
      ok: true,
      value: { proposed: 0, known: 2, failed: [] },
    });
    expect(codesOf(await proposeMirror(world.deps, order, people.approver))).toEqual(['listing.role']);
    const [uscc = ''] = usccs;
    const id = (await world.lists.madeFrom(`mirror/2026/${uscc}`)) ?? '';
    expect((await world.decide(id)).ok).toBe(true);
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'abnormal', listedSince: '2026-04-01' });
    // One conduct is one fact.
    expect((await world.risk(uscc)).map((event) => event.id)).toEqual([`NL#${id}/annual-report-late`]);
  });

  it.each([
    ['2026-05-01', true],
    ['2026-05-02', false],
  ])('remembers whether a report made good and removed on %s was in time: %s', async (day, inTime) => {
    world.on('2026-04-20');
    const uscc = await world.agency();
    await proposeMirror(world.deps, { on: listingDay(2026), usccs: [uscc] }, people.supervisor);
    const id = (await world.lists.madeFrom(`mirror/2026/${uscc}`)) ?? '';
    await world.decide(id);
    world.on(day);
    const cure = { curedOn: localDate('2026-04-25'), reason: '已补报。' };
    await world.give(id, 'propose-removal', proposeRemoval, cure);
    await endListing(world.deps, id, { reason: 'cured', on: localDate(day) }, people.approver);
    expect((await world.caseOf(id)).state.madeGood).toEqual({ on: '2026-04-25', inTime });
  });
});

describe('the inspection on site', () => {
  const visitOf = async (id: string) => (await world.caseOf(id)).state.visit;
  const ordersOf = async (uscc: string) =>
    (await world.deps.targeted.orders.ofYear(2026)).filter(({ state }) => state.uscc === uscc);

  it('is proposed once for a listing between two draws', async () => {
    world.on('2026-04-20');
    const uscc = await world.agency();
    const id = await world.listed(uscc, unreachable);
    await world.look(id);
    await world.look(id);
    const [order, ...others] = await ordersOf(uscc);
    expect(others).toEqual([]);
    expect(order?.state).toMatchObject({ ground: 'listed', source: `NL#${id}` });
    expect(await visitOf(id)).toMatchObject({ outcome: 'ordered', order: order?.state.number });
  });

  it('is not approved once a monthly draw has dealt the visit and it took place', async () => {
    world.on('2026-04-20');
    const uscc = await world.agency();
    await world.look(await world.listed(uscc, unreachable));
    const [order] = await ordersOf(uscc);
    const kept = await world.register.agency(uscc);
    if (kept === undefined || order === undefined) throw new Error('nothing was ordered');
    const visited = { ...kept.value, lastInspectedOn: localDate('2026-04-20'), visitsThisYear: 1 };
    await updateAgency(world.deps, visited, kept.rev, people.supervisor);
    const terms = { items: ['ZL-01@1'], visits: { from: '2026-04-21', to: '2026-04-30' }, reason: '列入' };
    const { number } = order.state;
    const amended = await amendOrder(
      world.deps.targeted,
      { number, version: order.version },
      terms,
      people.supervisor,
    );
    expect(codesOf(amended)).toEqual(['targeted.ground.visited']);
  });

  it('is not proposed when the agency was visited for this listing, nor where nobody can visit it', async () => {
    world.on('2026-04-20');
    const visited = await world.agency({ lastInspectedOn: localDate('2026-04-20'), visitsThisYear: 1 });
    const shut = await world.agency({ status: 'suspended' });
    for (const [uscc, outcome] of [
      [visited, 'visited'],
      [shut, 'not-possible'],
    ] as const) {
      const id = await world.listed(uscc, unreachable);
      await world.look(id);
      expect(await visitOf(id)).toMatchObject({ outcome });
      expect(await ordersOf(uscc)).toEqual([]);
    }
    const before = await world.agency({ lastInspectedOn: localDate('2026-04-19'), visitsThisYear: 1 });
    const id = await world.listed(before, unreachable);
    await world.look(id);
    expect(await visitOf(id)).toMatchObject({ outcome: 'ordered' });
  });
});

it('a trademark agency can only be on the serious-breach list', async () => {
  const uscc = await world.agency({ kinds: ['trademark'] });
  expect(codesOf(await world.propose(uscc, unreachable))).toEqual(['listing.ground.kind']);
  expect((await world.propose(uscc, heavy)).ok).toBe(true);
});
