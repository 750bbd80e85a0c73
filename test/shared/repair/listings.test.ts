import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, type LocalDate, localDate } from '../../../shared/calendar/localDate.ts';
import type { ListKind } from '../../../shared/law/listingGrounds.ts';
import { endListing } from '../../../shared/listing/ending.ts';
import type { Charge } from '../../../shared/listing/listingCase.ts';
import { listingCaseId } from '../../../shared/listing/listingRows.ts';
import { datesOf } from '../../../shared/listing/terms.ts';
import { yuan } from '../../../shared/money.ts';
import { accept } from '../../../shared/repair/accepting.ts';
import { apply, attach } from '../../../shared/repair/applying.ts';
import { cancelRepair, proposeCancellation } from '../../../shared/repair/cancelling.ts';
import { decideRepair } from '../../../shared/repair/carryingOut.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import { propose } from '../../../shared/repair/deciding.ts';
import { listingSubject } from '../../../shared/repair/listingSubject.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import { openRepair } from '../../../shared/repair/opening.ts';
import type { RepairDeps } from '../../../shared/repair/ports.ts';
import { mayApply } from '../../../shared/repair/standing.ts';
import { testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { heavy, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { testCharge, testDraft } from '../../fixtures/penaltyWorld.ts';
import { agencyLink, materials, repairFile, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

/** A world in which the agency of the repairs is on a list. */
async function listed(list: ListKind, over: Partial<Charge> = {}) {
  const world = repairWorld(tables);
  const lists = listingWorld(tables);
  const { uscc } = world;
  await lists.agency({ uscc });
  const id =
    list === 'serious'
      ? await lists.listedSerious(uscc, { ...heavy, ...over }, '2026-05-06', '2026-05-13')
      : await lists.listed(uscc, { ...unreachable, ...over });
  lists.on('2026-07-06');
  const subject = listingSubject(list, {
    listings: lists.deps,
    lists: lists.lists,
    penalties: world.penalties.lists,
  });
  const deps = { ...world.deps, subjects: { ...world.deps.subjects, [list]: subject } };
  const open = () =>
    openRepair(deps, { id: testId(), kind: list, subject: listingCaseId(id), uscc }, agencyLink);
  return {
    world,
    lists,
    uscc,
    deps,
    subject,
    id,
    open,
    on(day: string) {
      world.on(day);
      lists.on(day);
    },
    async proposed(): Promise<string> {
      const opened = await open();
      if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
      const repair = opened.value.state.id;
      for (const material of materials) {
        const file = repairFile(material, world.instant());
        await giveRepair(deps, repair, 'attach', attach, { file }, agencyLink);
      }
      const input = { on: world.today(), channel: 'link' as const };
      await giveRepair(deps, repair, 'apply', apply(deps), input, agencyLink);
      await giveRepair(deps, repair, 'accept', accept, undefined, people.supervisor);
      const grant = { outcome: 'granted' as const, reason: '原因已消除' };
      await giveRepair(deps, repair, 'propose', propose(deps), grant, people.supervisor);
      return repair;
    },
  };
}

const codes = (result: Awaited<ReturnType<typeof openRepair>>) =>
  result.ok ? [result.value.status] : result.problems.map(({ code }) => code);
const yes = { agrees: true, reason: '' };

describe('the serious-breach list', () => {
  it('can be applied for when its year is over, and the restriction too', async () => {
    const first = (restrictedUntil?: LocalDate) =>
      datesOf({
        since: localDate('2026-05-13'),
        charge: {
          ...heavy,
          written: { by: 'u', name: '张三', at: '2026-05-06T02:00:00Z' },
          ...(restrictedUntil === undefined ? {} : { restrictedUntil }),
        },
      }).applyFrom;
    expect(first()).toBe('2027-05-14');
    expect(first(localDate('2026-12-31'))).toBe('2027-05-14');
    expect(first(localDate('2027-06-30'))).toBe('2027-07-01');
    const one = await listed('serious');
    one.on('2027-05-13');
    expect(codes(await one.open())).toEqual(['repair.early']);
    one.on('2027-05-14');
    expect(codes(await one.open())).toEqual(['preparing']);
  });

  it('is barred by a heavy penalty since, and by no other', async () => {
    const one = await listed('serious');
    await one.world.penalty();
    one.on('2027-05-14');
    expect(codes(await one.open())).toEqual(['preparing']);
    const again = await listed('serious');
    const measures = { correct: localDate('2026-12-31'), warning: true as const, fine: yuan(90_000) };
    await again.world.penalty(testDraft([testCharge({ discretion: 'heavier', measures })]));
    again.on('2027-05-14');
    expect(codes(await again.open())).toEqual(['repair.again']);
  });

  it('waits for what the penalty that it rests on still asks', async () => {
    const world = repairWorld(tables);
    const lists = listingWorld(tables);
    const penalty = await world.penalty();
    const number = (await world.penalties.caseOf(penalty)).state.decision?.number ?? '';
    await lists.agency({ uscc: world.uscc });
    const id = await lists.listedSerious(
      world.uscc,
      { ...heavy, penalty: number },
      '2026-08-03',
      '2026-08-12',
    );
    const subject = listingSubject('serious', {
      listings: lists.deps,
      lists: lists.lists,
      penalties: world.penalties.lists,
    });
    const unperformed = async () => (await subject.find(listingCaseId(id)))?.unperformed;
    expect(await unperformed()).toEqual(['payment', 'correction']);
    await world.perform(penalty);
    expect(await unperformed()).toEqual([]);
  });

  it('is decided in seven working days', async () => {
    const one = await listed('serious');
    one.on('2027-05-14');
    const { state } = await one.world.caseOf(await one.proposed());
    expect(state.deadlines).toMatchObject([{ kind: 'decide', deadline: { dueLegal: '2027-05-25' } }]);
  });

  it('comes off the list with the repair, and back for its full term when that was got by fraud', async () => {
    const one = await listed('serious');
    one.on('2027-05-14');
    const repair = await one.proposed();
    expect(await decideRepair(one.deps, repair, yes, people.approver)).toMatchObject({
      value: { status: 'carried-out' },
    });
    expect(await one.lists.caseOf(one.id)).toMatchObject({
      status: 'removed',
      state: { ended: { reason: 'repaired', on: '2027-05-14' } },
    });
    expect((await one.lists.rowOf(one.uscc)).listing).toBe('none');
    const fraud = { reason: '材料系伪造' };
    await giveRepair(one.deps, repair, 'propose-cancellation', proposeCancellation, fraud, people.supervisor);
    one.on('2027-06-01');
    await cancelRepair(one.deps, repair, yes, people.approver);
    const { state, status } = await one.lists.caseOf(one.id);
    expect(status).toBe('listed');
    expect(state.ended).toBeUndefined();
    expect(state).toMatchObject({ since: '2027-06-01', restarted: { first: '2026-05-13' } });
    expect(datesOf(state)).toEqual({ endsOn: addMonths(localDate('2027-06-01'), 36) });
    expect(await one.lists.rowOf(one.uscc)).toMatchObject({
      listing: 'serious',
      listedSince: '2027-06-01',
    });
    const said = await one.lists.credit(one.uscc);
    expect(said.map(({ version, operation }) => [version, operation])).toEqual([
      [1, 'publish'],
      [2, 'end'],
      [3, 'publish'],
    ]);
    expect(said[2]).toMatchObject({ record: { on: '2027-06-01' } });
    const facts = await one.lists.risk(one.uscc);
    const first = `${listingCaseId(one.id)}/listed-serious`;
    expect(facts.filter(({ id }) => id === first).map(({ type }) => type)).toContain('retracted');
    expect(facts.filter(({ id }) => id === `${first}@2`).map(({ type }) => type)).toEqual(['fact']);
    // Neither a second application nor another way ends it early.
    const standing = await one.subject.find(listingCaseId(one.id));
    if (standing === undefined) throw new Error('it stands');
    const may = mayApply(standing, { today: addDays(localDate('2027-06-01'), 900) });
    expect(may.ok ? [] : may.problems.map(({ code }) => code)).toEqual(['repair.never.fraud']);
    one.on('2029-06-01');
    expect(
      await endListing(
        one.lists.deps,
        one.id,
        { reason: 'repaired', on: localDate('2029-06-01') },
        people.approver,
      ),
    ).toMatchObject({ problems: [{ code: 'listing.end.restarted' }] });
  });
});

describe('the abnormal list', () => {
  it('can be applied for at any time, and is decided in two working days', async () => {
    const one = await listed('abnormal');
    const { state } = await one.world.caseOf(await one.proposed());
    expect(state.deadlines).toMatchObject([
      { kind: 'decideAbnormal', deadline: { event: '2026-07-06', dueLegal: '2026-07-08' } },
    ]);
  });

  it('ends with the repair in one transaction: refused by the lists, the grant waits for the sweep', async () => {
    const one = await listed('abnormal');
    const repair = await one.proposed();
    const lock = await one.lists.register.lock();
    const busy: RepairDeps = {
      ...one.deps,
      subjects: {
        ...one.deps.subjects,
        abnormal: listingSubject('abnormal', {
          listings: {
            ...one.lists.deps,
            register: Object.assign(Object.create(one.lists.register), {
              lock: async () => ({ ...lock, holder: 'import-1' }),
            }),
          },
          lists: one.lists.lists,
          penalties: one.world.penalties.lists,
        }),
      },
    };
    expect(await decideRepair(busy, repair, yes, people.approver)).toMatchObject({
      value: { status: 'granted' },
    });
    expect((await one.lists.caseOf(one.id)).status).toBe('listed');
    expect(await lookAt(one.deps, repair)).toMatchObject({ value: { status: 'carried-out' } });
    expect((await one.lists.caseOf(one.id)).status).toBe('removed');
    expect(await one.lists.papersOf(one.id)).toContain('removal-decision');
    expect(one.world.kicked).toContain('mail');
  });

  it('has nothing to end when it ended meanwhile, and what ended otherwise does not come back', async () => {
    const one = await listed('abnormal');
    const annulled = { reason: 'annulled', on: localDate('2026-07-06') } as const;
    await endListing(one.lists.deps, one.id, annulled, people.approver);
    const nothing = { ok: true, value: [] };
    const day = localDate('2026-07-06');
    expect(await one.subject.find(listingCaseId(one.id))).toBeUndefined();
    expect(await one.subject.end(listingCaseId(one.id), day, one.world.instant())).toEqual(nothing);
    expect(await one.subject.restore(listingCaseId(one.id), day, one.world.instant())).toEqual(nothing);
  });
});
