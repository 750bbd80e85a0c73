import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../../shared/calendar/localDate.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { cancel, cancelRepair, proposeCancellation } from '../../../shared/repair/cancelling.ts';
import { decideRepair } from '../../../shared/repair/carryingOut.ts';
import { propose } from '../../../shared/repair/deciding.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import { waitingEntry } from '../../fixtures/creditEntries.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type RepairWorld, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const row = async (pk: string) =>
  (
    await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk, sk: 'META' }, ConsistentRead: true }),
    )
  ).Item;
const yes = { agrees: true, reason: '' };
const both = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
const publicityOf = async (world: RepairWorld, penalty: string) =>
  (await world.penalties.caseOf(penalty)).state.publicity;

describe('a fraud', () => {
  it('cancels the repair: the full term runs anew without an early end, and nothing can be applied for', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await decideRepair(world.deps, id, yes, people.approver);
    world.on('2027-01-11');
    await world.give(id, 'propose-cancellation', proposeCancellation, { reason: '缴款凭证系伪造' });
    expect(await world.refused(id, 'cancel', cancel(world.deps), yes, both)).toBe(
      'access.fourEyes.samePerson',
    );
    const done = await cancelRepair(world.deps, id, yes, people.approver);
    expect(done).toMatchObject({
      value: { status: 'cancelled', state: { publishedUntil: '2030-01-11', barredUntil: '2030-01-11' } },
    });
    const publicity = await publicityOf(world, penalty);
    expect(publicity).toMatchObject({ on: '2027-01-11', until: '2028-01-11', restarted: '2027-01-11' });
    expect(publicity?.ended).toBeUndefined();
    expect(publicity?.earliest).toBeUndefined();
    expect(await waitingEntry(tables, `penalty/${penalty}/portal`, 3)).toMatchObject({
      operation: 'publish',
      record: { until: '2028-01-11' },
    });
    const fact = `${penaltyCaseId(penalty)}/penalty-ordinary`;
    expect(await row(`RISK#${fact}#retracted`)).toBeDefined();
    expect((await row(`RISK#${fact}/restarted#fact`))?.['event']).toMatchObject({ kind: 'penalty-ordinary' });
    world.on('2027-12-01');
    expect(await world.open(penalty)).toMatchObject({ problems: [{ code: 'repair.never.fraud' }] });
    const other = await world.performedPenalty();
    world.on('2030-01-11');
    // Another record of the same agency: barred to the last day, free on the next.
    const standing = await world.deps.subjects.penalty?.find(penaltyCaseId(other));
    expect(standing).toBeDefined();
    const opened = await world.open(other);
    expect(opened.ok ? [] : opened.problems.map(({ code }) => code)).toContain('repair.barred');
    world.on('2030-01-12');
    const after = await world.open(other);
    expect(after.ok ? [] : after.problems.map(({ code }) => code)).not.toContain('repair.barred');
  });

  it('that was cut off before the record was put back is finished by the sweep, from the day of the decision', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await decideRepair(world.deps, id, yes, people.approver);
    world.on('2027-01-11');
    await world.give(id, 'propose-cancellation', proposeCancellation, { reason: '伪造' });
    await world.give(id, 'cancel', cancel(world.deps), yes, people.approver);
    world.on('2027-01-13');
    expect(await lookAt(world.deps, id)).toMatchObject({
      value: { state: { cancellation: { restored: { by: 'system' } } } },
    });
    await lookAt(world.deps, id);
    expect(await publicityOf(world, penalty)).toMatchObject({ until: '2028-01-11', restarted: '2027-01-11' });
    expect(await waitingEntry(tables, `penalty/${penalty}/portal`, 4)).toBeUndefined();
  });

  it('found before the decision is refused, published for three years, and then comes down', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.accepted(penalty);
    await world.give(id, 'propose', propose(world.deps), {
      outcome: 'refused' as const,
      ground: 'fraud',
      reason: '材料系伪造',
    });
    const done = await decideRepair(world.deps, id, yes, people.approver);
    const until = addMonths(world.today(), 36);
    expect(done).toMatchObject({ value: { status: 'refused', state: { publishedUntil: until } } });
    const published = async () => (await world.deps.lists.published()).find(({ state }) => state.id === id);
    expect((await published())?.state.publishedUntil).toBe(until);
    expect(await world.open(penalty)).toMatchObject({ problems: [{ code: 'repair.barred' }] });
    world.on(addDays(until, 1));
    await lookAt(world.deps, id);
    expect((await published())?.state.publishedUntil).toBeUndefined();
    expect((await world.caseOf(id)).state.barredUntil).toBe(until);
  });

  it('that was none leaves everything as it was', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await decideRepair(world.deps, id, yes, people.approver);
    await world.give(id, 'propose-cancellation', proposeCancellation, { reason: '怀疑' });
    expect(
      await cancelRepair(world.deps, id, { agrees: false, reason: '查无此事' }, people.approver),
    ).toMatchObject({
      value: { status: 'carried-out' },
    });
    expect((await publicityOf(world, penalty))?.ended?.reason).toBe('repaired');
  });
});
