import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { addMonths, localDate } from '../../../shared/calendar/localDate.ts';
import { mermaid } from '../../../shared/case/transition.ts';
import { giveListing } from '../../../shared/listing/command.ts';
import { endListing, proposeRemoval, refuseRemoval } from '../../../shared/listing/ending.ts';
import { listingStatuses } from '../../../shared/listing/listingCase.ts';
import { listingCaseId } from '../../../shared/listing/listingRows.ts';
import { notifyAgency, recordService, recordStatement } from '../../../shared/listing/noticing.ts';
import { completeListing } from '../../../shared/listing/proposing.ts';
import { listingTransitions } from '../../../shared/listing/transitions.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { codesOf, heavy, type ListingWorld, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let world: ListingWorld;
beforeAll(async () => {
  tables = await openTables();
  world = listingWorld(tables);
});
afterAll(() => tables.close());

const both = { ...people.approver, userId: people.supervisor.userId };

describe('an entry of the abnormal list', () => {
  it('moves register, ledger, credit system, papers and site in the deciding transaction', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    const id = await world.proposed(uscc, unreachable);
    expect((await world.rowOf(uscc)).listing).toBe('none');
    world.kicked.length = 0;
    const decided = await world.decide(id);
    expect(decided.ok && decided.value.status).toBe('listed');
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'abnormal', listedSince: '2026-05-06' });
    const { number } = (await world.caseOf(id)).state.decision ?? {};
    expect(number).toMatch(/^京知名〔2026〕\d+号$/);
    expect(await world.risk(uscc)).toEqual([
      {
        type: 'fact',
        id: `NL#${id}/listed-abnormal`,
        uscc,
        kind: 'listed-abnormal',
        on: '2026-05-06',
        reference: number,
      },
    ]);
    expect(await world.credit(uscc)).toMatchObject([
      {
        key: `listing/${id}`,
        version: 1,
        operation: 'publish',
        record: { type: 'listing', list: 'abnormal', number, on: '2026-05-06' },
      },
    ]);
    expect(await world.papersOf(id)).toEqual(['listing-decision', 'repair-notice']);
    expect(await world.row('OB#PUB#listings')).toBeDefined();
    expect(world.kicked.sort()).toEqual(['mail', 'publish']);
  });

  it('is decided by a person who neither proposed nor wrote it', async () => {
    const id = await world.proposed(await world.agency(), unreachable);
    expect(codesOf(await world.decide(id, {}, both))).toEqual(['access.fourEyes.samePerson']);
    expect(codesOf(await world.decide(id, {}, people.supervisor))).toEqual(['listing.role']);
    const open = await world.proposed(await world.agency(), undefined);
    await world.give(open, 'complete', completeListing, unreachable, {
      ...people.supervisor,
      userId: 'u-other',
    });
    const asOther = { ...people.approver, userId: 'u-other' };
    expect(codesOf(await world.decide(open, {}, asOther))).toEqual(['access.fourEyes.samePerson']);
  });

  it('is not decided while its ground is open, nor twice', async () => {
    const uscc = await world.agency();
    const id = await world.proposed(uscc, undefined);
    expect(codesOf(await world.decide(id))).toEqual(['listing.charge.missing']);
    await world.give(id, 'complete', completeListing, unreachable);
    expect((await world.decide(id)).ok).toBe(true);
    expect(codesOf(await world.decide(id))).toEqual(['listing.status']);
    expect(await world.credit(uscc)).toHaveLength(1);
  });

  it('changes nothing outside when it is rejected', async () => {
    const uscc = await world.agency();
    const id = await world.proposed(uscc, unreachable);
    const rejected = await world.decide(id, { outcome: 'rejected' });
    expect(rejected.ok && rejected.value.status).toBe('rejected');
    expect((await world.rowOf(uscc)).listing).toBe('none');
    expect([await world.risk(uscc), await world.credit(uscc), await world.papersOf(id)]).toEqual([
      [],
      [],
      [],
    ]);
    expect((await world.lists.entries(uscc)).open).toEqual([]);
  });

  it('can be dropped though nobody has said what for', async () => {
    const id = await world.proposed(await world.agency(), undefined);
    const dropped = await world.decide(id, { outcome: 'rejected', reason: '线索不实。' });
    expect(dropped.ok && dropped.value.status).toBe('rejected');
  });

  it('leaves everything as it was while an import holds the register, and says so', async () => {
    const uscc = await world.agency();
    const id = await world.proposed(uscc, unreachable);
    const lock = await world.register.lock();
    const put = (holder: string) =>
      tables.client.send(
        new PutCommand({ TableName: 'core', Item: { pk: 'RG#LOCK', sk: 'META', holder, rev: lock.rev } }),
      );
    await put('IM#1');
    expect(codesOf(await world.decide(id))).toEqual(['register.held']);
    expect((await world.caseOf(id)).status).toBe('proposed');
    expect(await world.credit(uscc)).toEqual([]);
    await put('');
    expect((await world.decide(id)).ok).toBe(true);
  });

  it('ends on cure: proposed by one person, decided by another', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    const id = await world.listed(uscc, unreachable);
    world.on('2026-06-01');
    const cure = { curedOn: localDate('2026-05-30'), reason: '已经变更登记住所。' };
    const cured = { reason: 'cured', on: localDate('2026-06-01') } as const;
    expect(codesOf(await endListing(world.deps, id, cured, people.approver))).toEqual([
      'listing.end.not_proposed',
    ]);
    await world.give(id, 'propose-removal', proposeRemoval, cure);
    expect(codesOf(await endListing(world.deps, id, cured, both))).toEqual(['access.fourEyes.samePerson']);
    await world.give(id, 'refuse-removal', refuseRemoval, { reason: '材料不全。' }, people.approver);
    await world.give(id, 'propose-removal', proposeRemoval, cure);
    const ended = await endListing(world.deps, id, cured, people.approver);
    expect(ended.ok && ended.value.status).toBe('removed');
    expect(await world.rowOf(uscc)).not.toHaveProperty('listedSince');
    expect((await world.risk(uscc)).map(({ type }) => type).sort()).toEqual(['cured', 'fact']);
    expect(
      (await world.credit(uscc)).map(({ version, operation, reason }) => [version, operation, reason]),
    ).toEqual([
      [1, 'publish', undefined],
      [2, 'end', 'cured'],
    ]);
    // Once more changes nothing.
    expect((await endListing(world.deps, id, cured, people.approver)).ok).toBe(true);
    expect(await world.credit(uscc)).toHaveLength(2);
    const chain = await world.deps.cases.chain(listingCaseId(id));
    expect(verifyChain(listingCaseId(id), chain, await world.caseOf(id))).toEqual([]);
  });

  it('refuses a cure before the listing or in the future', async () => {
    world.on('2026-05-06');
    const id = await world.listed(await world.agency(), unreachable);
    for (const [curedOn, code] of [
      ['2026-05-05', 'listing.cured.early'],
      ['2026-05-07', 'listing.date.future'],
    ] as const) {
      const given = await giveListing(
        world.deps,
        id,
        'propose-removal',
        proposeRemoval,
        { curedOn: localDate(curedOn), reason: '已改正' },
        people.supervisor,
      );
      expect(codesOf(given)).toEqual([code]);
    }
  });
});

describe('an entry of the serious-breach list', () => {
  it('waits for prior notice, service and the end of the window, and asks for intent and gravity', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    const id = await world.proposed(uscc, heavy);
    expect(codesOf(await world.decide(id))).toEqual(['listing.notice.missing']);
    await world.give(id, 'notify', notifyAgency, undefined);
    expect(await world.papersOf(id)).toEqual(['prior-notice']);
    expect(codesOf(await world.decide(id))).toEqual(['listing.notice.unserved']);
    await world.give(id, 'record-service', recordService, { on: localDate('2026-05-06') });
    // Five working days; Saturday the 9th is a working day (调休).
    world.on('2026-05-12');
    await world.give(id, 'record-statement', recordStatement, {
      on: localDate('2026-05-11'),
      text: '没有故意。',
    });
    expect(codesOf(await world.decide(id))).toEqual(['listing.notice.window']);
    world.on('2026-05-13');
    expect(codesOf(await world.decide(id, { gate: false }))).toEqual(['listing.gate.missing']);
    expect((await world.decide(id)).ok).toBe(true);
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'serious', listedSince: '2026-05-13' });
    // 20 working days after the decision.
    expect((await world.credit(uscc))[0]).toMatchObject({ due: '2026-06-10' });
  });

  it('tells the agency when it is not listed after all', async () => {
    world.on('2026-05-06');
    const id = await world.proposed(await world.agency(), heavy);
    await world.give(id, 'notify', notifyAgency, undefined);
    expect((await world.decide(id, { outcome: 'rejected' })).ok).toBe(true);
    expect(await world.papersOf(id)).toContain('not-listed');
  });

  it('rests on a penalty decision where the law asks for one', async () => {
    const { penalty: _penalty, ...bare } = heavy;
    expect(codesOf(await world.propose(await world.agency(), bare))).toEqual(['listing.penalty.missing']);
  });

  it('is repaired after a year at the earliest, or when a longer restriction is over', async () => {
    const uscc = await world.agency();
    const id = await world.listedSerious(uscc, heavy, '2026-05-06', '2026-05-13');
    world.on('2027-05-13');
    const repaired = (on: string) =>
      endListing(world.deps, id, { reason: 'repaired', on: localDate(on) }, people.approver);
    expect(codesOf(await repaired('2027-05-13'))).toEqual(['listing.end.early']);
    world.on('2027-05-14');
    expect((await repaired('2027-05-14')).ok).toBe(true);
    const restricted = await world.listedSerious(
      await world.agency(),
      { ...heavy, restrictedUntil: localDate('2028-01-01') },
      '2026-05-06',
      '2026-05-13',
    );
    world.on('2027-06-01');
    expect(
      codesOf(
        await endListing(
          world.deps,
          restricted,
          { reason: 'repaired', on: localDate('2027-06-01') },
          people.approver,
        ),
      ),
    ).toEqual(['listing.end.early']);
  });

  it('leaves no content at the credit system when its basis was annulled', async () => {
    const uscc = await world.agency();
    const id = await world.listedSerious(uscc, heavy, '2026-05-06', '2026-05-13');
    world.on('2026-07-01');
    const ended = await endListing(
      world.deps,
      id,
      { reason: 'annulled', on: localDate('2026-07-01') },
      people.approver,
    );
    expect(ended.ok && ended.value.status).toBe('annulled');
    const [, last] = await world.credit(uscc);
    // Three working days.
    expect(last).toMatchObject({ operation: 'withdraw', reason: 'annulled', due: '2026-07-06' });
    expect(last).not.toHaveProperty('record');
    expect((await world.risk(uscc)).map(({ type }) => type)).toContain('retracted');
  });
});

describe('two entries of one agency', () => {
  it('the register shows the graver one, and removing it leaves the other', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    await world.listed(uscc, unreachable);
    const grave = await world.listedSerious(uscc, heavy, '2026-05-07', '2026-05-15');
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'serious', listedSince: '2026-05-15' });
    world.on('2026-08-03');
    await endListing(world.deps, grave, { reason: 'annulled', on: localDate('2026-08-03') }, people.approver);
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'abnormal', listedSince: '2026-05-06' });
  });

  it('both are counted when they are decided in the same moment', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    const one = await world.proposed(uscc, unreachable);
    const two = await world.proposed(uscc, { ground: 'data-mismatch', facts: '地址不一致。' });
    const decided = await Promise.all([world.decide(one), world.decide(two)]);
    expect(decided.map(({ ok }) => ok)).toEqual([true, true]);
    const { open } = await world.lists.entries(uscc);
    expect(open.map(({ id, since }) => [id, since]).sort()).toEqual(
      [
        [one, '2026-05-06'],
        [two, '2026-05-06'],
      ].sort(),
    );
  });

  it('keeps what the register holds beyond our cases', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency({ listing: 'serious', listedSince: localDate('2025-01-02') });
    const id = await world.listed(uscc, unreachable);
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'serious', listedSince: '2025-01-02' });
    await endListing(world.deps, id, { reason: 'annulled', on: localDate('2026-05-06') }, people.approver);
    expect(await world.rowOf(uscc)).toMatchObject({ listing: 'serious', listedSince: '2025-01-02' });
  });

  it('proposes nobody twice for the same ground', async () => {
    const uscc = await world.agency();
    const [one, two] = await Promise.all([
      world.propose(uscc, unreachable),
      world.propose(uscc, unreachable),
    ]);
    expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true);
    expect([one, two].map((made) => made.ok && made.value.fresh).sort()).toEqual([false, true]);
  });
});

it('is not completed for a ground that another open case of the agency is about', async () => {
  const uscc = await world.agency();
  await world.proposed(uscc, unreachable);
  const open = await world.proposed(uscc, undefined);
  const given = await giveListing(
    world.deps,
    open,
    'complete',
    completeListing,
    unreachable,
    people.supervisor,
  );
  expect(codesOf(given)).toEqual(['listing.open']);
});

describe('time', () => {
  it('takes an entry off the serious-breach list when three years are over', async () => {
    const uscc = await world.agency();
    const id = await world.listedSerious(uscc, heavy, '2026-05-06', '2026-05-13');
    await world.look(id);
    world.on('2029-05-13');
    expect(await world.lists.due('2029-05-13T04:00:00Z', 1000)).not.toContain(id);
    expect((await world.look(id)).status).toBe('listed');
    world.on('2029-05-14');
    expect(await world.lists.due('2029-05-14T04:00:00Z', 1000)).toContain(id);
    const ended = await world.look(id);
    expect(ended.status).toBe('removed');
    expect(ended.state.ended).toMatchObject({ reason: 'expired', by: 'system' });
    expect((await world.rowOf(uscc)).listing).toBe('none');
  });

  it('follows a longer restriction', async () => {
    const id = await world.listedSerious(
      await world.agency(),
      { ...heavy, restrictedUntil: localDate('2030-01-31') },
      '2026-05-06',
      '2026-05-13',
    );
    world.on('2029-06-01');
    expect((await world.look(id)).status).toBe('listed');
    world.on('2030-02-01');
    expect((await world.look(id)).status).toBe('removed');
  });

  it('tells of three years on the abnormal list 60 days before, then proposes once and decides nothing', async () => {
    world.on('2026-05-06');
    const uscc = await world.agency();
    const id = await world.listed(uscc, unreachable);
    await world.look(id);
    world.on('2029-03-06');
    await world.look(id);
    expect((await world.caseOf(id)).state.pushedAt).toBeUndefined();
    world.on('2029-03-07');
    await world.look(id);
    await world.look(id);
    expect((await world.caseOf(id)).state.pushedAt).toBeDefined();
    expect(await world.papersOf(id)).toContain('reminder-years-2029-05-06');
    expect(addMonths(localDate('2026-05-06'), 36)).toBe('2029-05-06');
    world.on('2029-05-06');
    await world.look(id);
    expect((await world.caseOf(id)).state.escalated).toBeUndefined();
    world.on('2029-05-07');
    await world.look(id);
    await world.look(id);
    const { escalated = '' } = (await world.caseOf(id)).state;
    const proposed = await world.caseOf(escalated);
    expect(proposed.status).toBe('proposed');
    expect(proposed.state.charge?.ground).toBe('abnormal-three-years');
    expect(proposed.state.deadlines.map(({ kind }) => kind)).toEqual(['decide']);
    expect((await world.rowOf(uscc)).listing).toBe('abnormal');
    expect((await world.lists.entries(uscc)).open).toHaveLength(2);
  });
});

it('is drawn in the README of the domain as the table has it', () => {
  const readme = readFileSync(new URL('../../../shared/README.md', import.meta.url), 'utf8');
  expect(readme).toContain(mermaid(listingTransitions));
});

it('names every status and leaves none but the ends without a way on', () => {
  const reached = new Set(listingTransitions.flatMap(({ to }) => (to === 'same' ? [] : to)));
  expect([...reached, 'proposed'].sort()).toEqual([...listingStatuses].sort());
});
