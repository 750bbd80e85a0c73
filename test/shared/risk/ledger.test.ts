import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { cellsOf } from '../../../shared/plan/cells.ts';
import { agencyOdds } from '../../../shared/plan/odds.ts';
import { updateAgency } from '../../../shared/register/commands/editAgency.ts';
import { registerCaseId } from '../../../shared/register/commands/editRow.ts';
import { lockPut } from '../../../shared/register/commands/registerRows.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { giveRisk } from '../../../shared/risk/command.ts';
import { classSince } from '../../../shared/risk/ledger.ts';
import { askReview, decideReview } from '../../../shared/risk/reviewing.ts';
import { riskCaseId } from '../../../shared/risk/riskRows.ts';
import { ageLedger, takeRiskEvent } from '../../../shared/risk/taking.ts';
import { people, type testAgency, testPlan } from '../../fixtures/drawWorld.ts';
import { fact, type RiskWorld, riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let world: RiskWorld;
let made = 0;
beforeEach(async () => {
  tables = await openTables();
  world = riskWorld(tables);
});
afterEach(() => tables.close());

const agency = (more: Parameters<typeof testAgency>[1] = {}) => world.agency(++made, more);
const take = async (event: Parameters<typeof takeRiskEvent>[1]) => {
  const taken = await takeRiskEvent(world.deps, event);
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  return taken.value;
};
const short = async (uscc: string) => {
  const { riskClass, nextRisk } = await world.row(uscc);
  return [riskClass, nextRisk?.class, nextRisk?.from];
};

describe('an event', () => {
  it('writes ledger and register in one transaction, once however often it is told', async () => {
    const uscc = await agency();
    const event = fact(uscc, 'penalty-ordinary', '2027-03-08');
    const first = await take(event);
    const again = await take(event);
    expect(again.version).toBe(first.version);
    expect(first).toMatchObject({ status: 'C', state: { given: 'C', imported: { class: 'B' } } });
    expect(await short(uscc)).toEqual(['B', 'C', '2027-03']);
    const history = await world.deps.register.history('agency', [uscc]);
    expect(history.map(({ field, by }) => [field, by]).slice(0, 2)).toEqual([
      ['nextRisk.class', 'system'],
      ['nextRisk.from', 'system'],
    ]);
    for (const id of [riskCaseId(uscc), registerCaseId('agency', [uscc])]) {
      expect(verifyChain(id, await tables.store.chain(id), await tables.store.load(id))).toEqual([]);
    }
  });

  it('that is cured and then retracted lowers the class again', async () => {
    const uscc = await agency();
    const event = fact(uscc, 'obstruction', '2027-03-01');
    await take(event);
    const { id } = event;
    const on = localDate('2027-03-09');
    expect((await take({ type: 'cured', id, uscc, on })).state.assessments.at(-1)?.score).toBe(40);
    expect((await take({ type: 'retracted', id, uscc, on })).status).toBe('B');
    expect(await short(uscc)).toEqual(['B', undefined, undefined]);
  });

  it('does not silently overwrite a class that was imported: it holds on and fades', async () => {
    const uscc = await agency({ riskClass: 'D' });
    await take(fact(uscc, 'clean-inspection', '2027-03-02'));
    expect((await world.ledger(uscc)).state.assessments.at(-1)).toMatchObject({ score: 70, class: 'C' });
    world.clock.now = '2028-03-10T02:00:00Z';
    await ageLedger(world.deps, uscc);
    expect((await world.ledger(uscc)).state.assessments.at(-1)).toMatchObject({ score: 40, class: 'C' });
    world.clock.now = '2029-03-10T02:00:00Z';
    await ageLedger(world.deps, uscc);
    expect((await world.ledger(uscc)).status).toBe('A');
  });

  it('takes in what a person set in the register meanwhile', async () => {
    const uscc = await agency();
    await take(fact(uscc, 'clean-inspection', '2027-03-02'));
    const kept = await world.deps.register.agency(uscc);
    if (kept === undefined) throw new Error('gone');
    await updateAgency(world.deps, { ...kept.value, riskClass: 'D' }, kept.rev, people.supervisor);
    await ageLedger(world.deps, uscc);
    expect((await world.ledger(uscc)).state.imported).toEqual({ class: 'D', on: '2027-03-10' });
  });

  it('about somebody in no register waits in the ledger', async () => {
    const uscc = fictionalUscc(900);
    expect((await take(fact(uscc, 'penalty-serious', '2027-03-08'))).status).toBe('D');
    await world.agency(900, { riskClass: 'B' });
    await ageLedger(world.deps, uscc);
    expect(await short(uscc)).toEqual(['B', 'D', '2027-03']);
  });

  it('waits while an import is being written', async () => {
    const uscc = await agency();
    const lock = await world.deps.register.lock();
    const held = { holder: 'IM#1', rev: lock.rev };
    await world.put([lockPut(lock, held)]);
    expect(await takeRiskEvent(world.deps, fact(uscc, 'obstruction', '2027-03-01'))).toMatchObject({
      problems: [{ code: 'register.held' }],
    });
    await world.put([lockPut(held, { holder: '', rev: lock.rev })]);
    expect((await take(fact(uscc, 'obstruction', '2027-03-01'))).status).toBe('C');
  });
});

describe('a published plan', () => {
  it('keeps its cells and odds; the next one has the new class', async () => {
    const uscc = await agency();
    const rates = (['A', 'B', 'C', 'D'] as const).map((riskClass, i) => ({
      kind: '*' as const,
      riskClass,
      recency: '*' as const,
      district: '*' as const,
      ppm: 100_000 * (i + 1),
      round: 'exact' as const,
    }));
    const march = testPlan({ month: '2027-03', rates });
    const april = testPlan({ month: '2027-04', rates });
    await world.published('2027-03', march);
    const odds = async (plan: typeof march) => {
      const cells = cellsOf([await world.row(uscc)], plan);
      if (!cells.ok) throw new Error(JSON.stringify(cells.problems));
      const { cell, odds } = agencyOdds(cells.value, plan).get(uscc) ?? {};
      return [cell, odds];
    };
    expect(await odds(march)).toEqual([expect.stringMatching(/^B\//), 0.2]);
    await take(fact(uscc, 'penalty-serious', '2027-03-08'));
    expect(await odds(march)).toEqual([expect.stringMatching(/^B\//), 0.2]);
    expect(await odds(april)).toEqual([expect.stringMatching(/^D\//), 0.4]);
    expect(await short(uscc)).toEqual(['B', 'D', '2027-04']);
  });

  it('of a later month keeps a pending class too; a third one waits until it has begun', async () => {
    const uscc = await agency();
    const event = fact(uscc, 'penalty-serious', '2027-03-08');
    await world.published('2027-03');
    await take(event);
    expect(await short(uscc)).toEqual(['B', 'D', '2027-04']);
    await world.published('2027-04');
    await take({ type: 'retracted', id: event.id, uscc, on: localDate('2027-03-10') });
    expect((await world.ledger(uscc)).status).toBe('B');
    expect(await short(uscc)).toEqual(['B', 'D', '2027-04']);
    expect(await world.deps.lists.due('2027-03-31T15:59:59Z', 100)).not.toContain(uscc);
    world.clock.now = '2027-03-31T16:00:00Z';
    expect(await world.deps.lists.due('2027-03-31T16:00:00Z', 100)).toContain(uscc);
    await ageLedger(world.deps, uscc);
    expect(await short(uscc)).toEqual(['D', 'B', '2027-05']);
  });

  it('that is published in the same moment is never moved', async () => {
    const uscc = await agency();
    const { plans } = world.deps;
    world.clock.now = '2027-06-10T02:00:00Z';
    let raced = false;
    const deps = {
      ...world.deps,
      plans: {
        lastPublished: () => plans.lastPublished(),
        mark: async (month: string) => {
          const mark = await plans.mark(month);
          if (!raced) {
            raced = true;
            await world.published(month);
          }
          return mark;
        },
      },
    };
    await takeRiskEvent(deps, fact(uscc, 'penalty-serious', '2027-06-08'));
    expect(await short(uscc)).toEqual(['B', 'D', '2027-07']);
  });
});

describe('time', () => {
  it('is asked on the day on which it changes something, and put off when it does not', async () => {
    world.clock.now = '2027-08-01T02:00:00Z';
    const uscc = await agency();
    await take(fact(uscc, 'penalty-minor', '2027-07-20'));
    expect((await world.ledger(uscc)).status).toBe('C');
    world.clock.now = '2027-09-01T02:00:00Z';
    await ageLedger(world.deps, uscc);
    const folded = (await world.ledger(uscc)).version;
    await ageLedger(world.deps, uscc);
    expect((await world.ledger(uscc)).version).toBe(folded);
    expect(await world.deps.lists.due('2027-09-30T00:00:00Z', 100)).not.toContain(uscc);
    world.clock.now = '2028-07-20T02:00:00Z';
    await ageLedger(world.deps, uscc);
    const { state, status } = await world.ledger(uscc);
    expect(status).toBe('B');
    expect(classSince(state)).toBe('2028-07-20');
  });
});

describe('a review of a wrong fact', () => {
  it('needs a reason and a second person, and takes the fact back for good', async () => {
    const uscc = await agency();
    const event = fact(uscc, 'obstruction', '2027-03-01');
    await take(event);
    const ask = (reason: string, id = event.id) =>
      giveRisk(world.deps, uscc, 'ask-review', askReview, { fact: id, reason }, people.supervisor);
    expect(await ask(' ')).toMatchObject({ problems: [{ code: 'risk.review.reason', field: 'reason' }] });
    expect(await ask('没有', 'other')).toMatchObject({ problems: [{ code: 'risk.review.fact' }] });
    expect((await ask('记错了机构')).ok).toBe(true);
    expect(await ask('再次')).toMatchObject({ problems: [{ code: 'risk.review.open' }] });
    expect((await world.deps.lists.reviews()).map(({ state }) => state.uscc)).toContain(uscc);
    const decide = (who: Parameters<typeof giveRisk>[5], agrees = true) =>
      giveRisk(world.deps, uscc, 'decide-review', decideReview, { agrees }, who);
    expect(await decide(people.supervisor)).toMatchObject({
      problems: [{ code: 'access.fourEyes.samePerson' }],
    });
    expect(await decide(people.notary)).toMatchObject({ problems: [{ code: 'risk.role' }] });
    expect((await decide(people.approver)).ok).toBe(true);
    expect((await world.ledger(uscc)).status).toBe('B');
    await take(event);
    expect((await world.ledger(uscc)).status).toBe('B');
    expect((await world.deps.lists.reviews()).map(({ state }) => state.uscc)).not.toContain(uscc);
  });

  it('that is not agreed to changes nothing', async () => {
    const uscc = await agency();
    const event = fact(uscc, 'obstruction', '2027-03-01');
    await take(event);
    const input = { fact: event.id, reason: '疑似有误' };
    await giveRisk(world.deps, uscc, 'ask-review', askReview, input, people.supervisor);
    await giveRisk(world.deps, uscc, 'decide-review', decideReview, { agrees: false }, people.approver);
    const { status, state } = await world.ledger(uscc);
    expect([status, state.reviews[0]?.decided?.outcome]).toEqual(['C', 'kept']);
  });
});
