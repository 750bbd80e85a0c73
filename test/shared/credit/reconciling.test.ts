import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { DecideDifference } from '../../../shared/credit/differenceDecisions.ts';
import {
  confirmRemedy,
  declineRemedy,
  proposeRemedy,
  resendOurs,
} from '../../../shared/credit/differenceDecisions.ts';
import { giveDifference } from '../../../shared/credit/giveCredit.ts';
import type { Actor } from '../../../shared/draw/ceremony/decision.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { creditEntry, listingRecord, withdrawalOf } from '../../fixtures/creditRecords.ts';
import { approver, creditWorld, supervisor } from '../../fixtures/creditWorld.ts';

const HOUR = 3_600_000;
const entries = Array.from({ length: 8 }, (_, i) =>
  creditEntry({ key: `listing/NL${i}`, uscc: fictionalUscc(i + 1), record: listingRecord }),
);
const [missing, differing] = entries;
const foreign = {
  id: 'listing/FOREIGN@0001',
  key: 'listing/FOREIGN',
  version: 1,
  amendment: 0,
  state: 'published',
  subject: { uscc: fictionalUscc(99), name: '外来机构' },
  digest: 'f'.repeat(64),
} as const;

async function sentWorld() {
  const world = creditWorld();
  for (const entry of entries) world.store.add(entry);
  await world.push();
  world.clock.now += HOUR;
  return world;
}

/** Both sides after the other has lost one, changed one, and got one that nobody sent. */
async function differingWorld() {
  const world = await sentWorld();
  const { holdings } = world.remote;
  if (missing === undefined || differing === undefined) throw new Error('no entries');
  holdings.forget(missing.key);
  holdings.forget(differing.key);
  const changed = {
    ...foreign,
    id: 'x',
    key: differing.key,
    subject: { uscc: differing.uscc, name: '改名' },
  };
  holdings.plant(changed, '2026-12-15T02:00:00Z');
  holdings.plant(foreign, '2026-12-15T02:00:00Z');
  const report = await world.reconcile();
  const give = async <Input>(
    of: { readonly uscc: string; readonly key: string },
    decide: DecideDifference<Input>,
    input: Input,
    actor: Actor,
  ) => {
    const seen = (await world.store.cases.load(`CREDIT#${of.uscc}`))?.version ?? 0;
    const order = { uscc: of.uscc, key: of.key, seen, actor };
    const given = await giveDifference(world.people, order, decide, input);
    return given.ok ? 'given' : given.problems[0]?.code;
  };
  const of = async (uscc: string) => (await world.store.books.differences(uscc))[0];
  return { world, report, give, of, missing, differing };
}

const theirs = { uscc: foreign.subject.uscc, key: foreign.key };

describe('the daily comparison', () => {
  it('finds nothing where both sides are equal', async () => {
    const world = await sentWorld();
    expect(await world.reconcile()).toMatchObject({
      day: '2026-12-15',
      list: 'whole',
      agencies: 8,
      counts: { equal: 8, 'missing-there': 0, 'unknown-here': 0, differing: 0, late: 0 },
      lines: [],
    });
  });

  it('finds what is missing there, unknown here and different, and makes a task of each', async () => {
    const { report, of, missing, differing } = await differingWorld();
    expect(report.counts).toMatchObject({ equal: 6, 'missing-there': 1, 'unknown-here': 1, differing: 1 });
    expect(report.lines.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      `differing ${differing.key}`,
      `missing-there ${missing.key}`,
      `unknown-here ${foreign.key}`,
    ]);
    expect(await of(missing.uscc)).toMatchObject({
      kind: 'missing-there',
      status: 'open',
      ours: { version: 1 },
    });
    expect(await of(foreign.subject.uscc)).toMatchObject({ kind: 'unknown-here', agency: '外来机构' });
  });

  it('writes nothing anew when it finds the same again, and ends what is gone', async () => {
    const { world, of, missing } = await differingWorld();
    const before = await world.store.cases.load(`CREDIT#${foreign.subject.uscc}`);
    await world.reconcile();
    expect(await world.store.cases.load(`CREDIT#${foreign.subject.uscc}`)).toEqual(before);
    world.remote.holdings.forget(foreign.key);
    await world.reconcile();
    expect(await of(foreign.subject.uscc)).toMatchObject({ status: 'settled', settled: { how: 'gone' } });
    expect(await of(missing.uscc)).toMatchObject({ status: 'open' });
  });

  it('compares nothing when the list breaks off', async () => {
    let pages = 0;
    const world = creditWorld((what) => (what === 'list' && pages++ > 0 ? { outcome: 'timeout' } : {}));
    for (const entry of entries) world.store.add(entry);
    await world.push();
    world.clock.now += HOUR;
    expect(await world.reconcile()).toMatchObject({
      list: 'failed',
      outcome: 'timeout',
      counts: { 'missing-there': 0 },
    });
  });

  it('counts what is late, and leaves alone what is on its way', async () => {
    const world = creditWorld(() => ({ outcome: 'busy' }));
    world.store.add(creditEntry({ due: localDate('2026-12-16') }));
    await world.push();
    world.clock.now += 48 * HOUR;
    Object.assign(world.remote.transport, { list: async () => ({ records: [] }) });
    const { counts, lines } = await world.reconcile();
    expect(counts).toMatchObject({ late: 1, 'under-way': 1, 'missing-there': 0 });
    expect(lines).toMatchObject([{ kind: 'late', key: 'inspection/BJIPO-2026-0001-007@0001' }]);
  });

  it('tells which records are gone there, and only of a list that it read to its end', async () => {
    const world = await sentWorld();
    if (missing === undefined || differing === undefined) throw new Error('no entry');
    world.store.add({
      ...missing,
      version: 2,
      operation: 'end',
      reason: 'repaired',
      at: '2026-12-15T03:30:00Z',
    });
    await world.push();
    const gone = (entry: typeof missing) => world.seen.get(entry.uscc)?.gone.get(entry.key);
    // What has arrived only now could not be in the list yet.
    await world.reconcile();
    world.clock.now += HOUR;
    await world.reconcile();
    expect([gone(missing), gone(differing)]).toEqual([true, false]);
    world.seen.clear();
    Object.assign(world.remote.transport, { list: async () => ({ failed: { outcome: 'timeout' } }) });
    await world.reconcile();
    expect(world.seen.size).toBe(0);
  });

  it('does not miss what was taken back', async () => {
    const world = await sentWorld();
    if (missing === undefined) throw new Error('no entry');
    world.store.add(withdrawalOf(missing, '2026-12-15T03:30:00Z'));
    await world.push();
    world.clock.now += HOUR;
    world.remote.holdings.forget(missing.key);
    expect((await world.reconcile()).counts).toMatchObject({ equal: 8, 'missing-there': 0 });
  });
});

describe('a difference', () => {
  it('ends by sending ours again, which the other side takes under a new name', async () => {
    const { world, give, of, missing, differing } = await differingWorld();
    expect(await give(missing, resendOurs, undefined, supervisor)).toBe('given');
    expect(await give(differing, resendOurs, undefined, supervisor)).toBe('given');
    expect(await of(missing.uscc)).toMatchObject({ status: 'settled', settled: { how: 'resent' } });
    await world.push();
    world.clock.now += HOUR;
    expect((await world.reconcile()).counts).toMatchObject({ equal: 8, 'unknown-here': 1 });
  });

  it('of what nobody here knows is taken back there by two people only', async () => {
    const { world, give, of } = await differingWorld();
    const remedy = { remedy: 'withdraw-there', reason: '本机关没有作出过' };
    expect(await give(theirs, confirmRemedy, undefined, approver)).toBe('credit.status');
    expect(await give(theirs, proposeRemedy, { remedy: 'x', reason: 'y' }, supervisor)).toBe(
      'credit.remedy.missing',
    );
    expect(await give(theirs, resendOurs, undefined, supervisor)).toBe('credit.nothing_ours');
    expect(await give(theirs, proposeRemedy, remedy, supervisor)).toBe('given');
    expect(await give(theirs, confirmRemedy, undefined, supervisor)).toBe('credit.role');
    const alone: Actor = { ...supervisor, roles: ['approver'] };
    expect(await give(theirs, confirmRemedy, undefined, alone)).toBe('access.fourEyes.samePerson');
    await world.push();
    expect(world.remote.holdings.current().find(({ key }) => key === foreign.key)?.state).toBe('published');
    expect(await give(theirs, confirmRemedy, undefined, approver)).toBe('given');
    await world.push();
    expect(world.remote.holdings.current().find(({ key }) => key === foreign.key)).toMatchObject({
      state: 'withdrawn',
      version: 2,
    });
    world.clock.now += HOUR;
    await world.reconcile();
    expect(await of(foreign.subject.uscc)).toMatchObject({ status: 'settled' });
  });

  it('of our own record is never taken back from here', async () => {
    const { give, differing } = await differingWorld();
    const remedy = { remedy: 'withdraw-there', reason: '理由' };
    expect(await give(differing, proposeRemedy, remedy, supervisor)).toBe('credit.remedy.ours');
  });

  it('that was accepted stays accepted until it changes', async () => {
    const { world, give, of } = await differingWorld();
    await give(theirs, proposeRemedy, { remedy: 'accept', reason: '外省记录' }, supervisor);
    expect(await give(theirs, declineRemedy, undefined, approver)).toBe('given');
    await give(theirs, proposeRemedy, { remedy: 'accept', reason: '外省记录' }, supervisor);
    await give(theirs, confirmRemedy, undefined, approver);
    await world.reconcile();
    expect(await of(foreign.subject.uscc)).toMatchObject({ status: 'settled', settled: { how: 'accept' } });
    world.remote.holdings.plant(
      { ...foreign, id: 'y', version: 2, digest: 'e'.repeat(64) },
      '2026-12-15T05:00:00Z',
    );
    await world.reconcile();
    expect(await of(foreign.subject.uscc)).toMatchObject({ status: 'open', theirs: { version: 2 } });
  });
});
