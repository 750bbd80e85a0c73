import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { verifyChain } from '../../../../shared/audit/verifyChain.ts';
import { giveCommand } from '../../../../shared/draw/ceremony/command.ts';
import { type Actor, SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { confirmSource, rejectSource } from '../../../../shared/draw/ceremony/lastSource.ts';
import { unseal } from '../../../../shared/draw/ceremony/secrets.ts';
import { confirmVoid, requestVoid, voidByItself } from '../../../../shared/draw/ceremony/voiding.ts';
import { loadPools, readRecord } from '../../../../shared/draw/record.ts';
import { verifyRecord } from '../../../../shared/draw/verify.ts';
import {
  acts,
  caseOf,
  DICE,
  drawWorld,
  open,
  people,
  testPlan,
  type World,
  witnessSeats,
} from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const step = (world: World, draw: string, name: string) => drawStep(world.deps, { draw, step: name });

/** Codes of a refusal; fails when it was none. */
function refusals(result: {
  readonly ok: boolean;
  readonly problems?: readonly { readonly code: string }[];
}) {
  expect(result.ok).toBe(false);
  return (result.problems ?? []).map(({ code }) => code);
}

async function toRevealing(world: World, number: string) {
  await step(world, number, 'FreezeSnapshot');
  expect((await acts.endObjections(world, number)).ok).toBe(true);
  for (const i of [0, 1, 2] as const) expect((await acts.commitSecret(world, number, i)).ok).toBe(true);
  expect((await acts.confirm(world, number)).ok).toBe(true);
  await step(world, number, 'PublishCommitment');
}

async function toSealed(world: World, number: string) {
  await toRevealing(world, number);
  for (const i of [0, 1, 2] as const) expect((await acts.reveal(world, number, i)).ok).toBe(true);
  expect((await acts.enterSource(world, number, DICE)).ok).toBe(true);
  expect((await acts.confirmSource(world, number, DICE)).ok).toBe(true);
}

describe('a draw from the button to the published record', () => {
  it('goes through every status and its record verifies', async () => {
    const world = drawWorld(tables);
    const { number, fresh } = await open(world, testPlan({ month: '2026-01' }));
    expect({ number, fresh }).toEqual({ number: 'BJIPO-2026-0001', fresh: true });
    await toSealed(world, number);
    expect(await step(world, number, 'RunDraw')).toEqual({ status: 'drawn' });
    expect(await step(world, number, 'PublishResult')).toEqual({ status: 'published' });

    const { state } = await caseOf(world, number);
    const bytes = world.contents.get(state.record?.file ?? '');
    const record = readRecord(bytes ?? new Uint8Array());
    if (!record.ok) throw new Error(JSON.stringify(record.problems));
    const pools = loadPools(record.value);
    if (!pools.ok) throw new Error(JSON.stringify(pools.problems));
    const verification = verifyRecord(record.value, pools.value);
    expect(verification.checks.filter((check) => !check.ok)).toEqual([]);
    expect(record.value.log.map(({ type }) => type)).toEqual([
      'plan',
      ...['snapshot', 'snapshot', 'snapshot'],
      'commit',
      ...['reveal', 'reveal', 'reveal'],
      'beacon',
      'result',
    ]);
    const visits = await world.deps.desk.visits(number);
    expect(visits.length).toBe(8);
    expect(visits.every(({ seats }) => new Set(seats.map(({ inspectorId }) => inspectorId)).size === 2)).toBe(
      true,
    );
  });

  it('repeats every step without changing anything', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-02' }));
    await toSealed(world, number);
    for (const name of [
      'RunDraw',
      'RunDraw',
      'PublishResult',
      'PublishResult',
      'FreezeSnapshot',
      'PublishCommitment',
    ]) {
      await step(world, number, name);
    }
    const { status, version } = await caseOf(world, number);
    expect(status).toBe('published');
    await step(world, number, 'PublishResult');
    expect((await caseOf(world, number)).version).toBe(version);
  });

  it('keeps a chain in which every entry fits, and finds the one that was changed', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-03' }));
    await toSealed(world, number);
    const caseId = drawCaseId(number);
    const entries = await tables.store.chain(caseId);
    const head = await caseOf(world, number);
    expect(entries.map(({ command }) => command)).toEqual([
      'open',
      'freeze',
      'end-objections',
      ...['commit-secret', 'commit-secret', 'commit-secret'],
      'confirm',
      'publish-commitment',
      ...['reveal', 'reveal', 'reveal'],
      'enter-source',
      'confirm-source',
    ]);
    expect(verifyChain(caseId, entries, head)).toEqual([]);
    const changed = entries.map((entry, i) => (i === 4 ? { ...entry, actor: 'u-nobody' } : entry));
    expect(verifyChain(caseId, changed, head)).toEqual([{ case: caseId, seq: 4, fault: 'changed' }]);
    const last = entries.map((entry, i) => (i === entries.length - 1 ? { ...entry, to: 'voided' } : entry));
    expect(verifyChain(caseId, last, head)).toEqual([{ case: caseId, seq: 12, fault: 'changed' }]);
    expect(verifyChain(caseId, entries.toSpliced(5, 1), head)).toEqual([
      { case: caseId, seq: 5, fault: 'missing' },
    ]);
    expect(verifyChain(caseId, entries.slice(0, -1), head)).toEqual([
      { case: caseId, seq: 12, fault: 'truncated' },
    ]);
    const doubled = entries.toSpliced(3, 0, { ...(entries[2] as (typeof entries)[number]), actor: 'x' });
    expect(verifyChain(caseId, doubled, head)).toEqual([{ case: caseId, seq: 2, fault: 'inserted' }]);
  });
});

describe('the button', () => {
  it('makes one draw of 100 parallel presses, and counts them', async () => {
    const world = drawWorld(tables);
    const plan = testPlan({ month: '2026-04' });
    const opened = await Promise.all(Array.from({ length: 100 }, () => open(world, plan)));
    expect(new Set(opened.map(({ number }) => number)).size).toBe(1);
    expect(opened.filter(({ fresh }) => fresh).length).toBe(1);
    expect((await world.deps.desk.lock('2026-04'))?.presses).toBe(100);
  });

  it('gives rehearsals numbers of their own and no lock on the month', async () => {
    const world = drawWorld(tables);
    const plan = testPlan({ month: '2026-05' });
    const first = await open(world, plan, 'rehearsal');
    const second = await open(world, plan, 'rehearsal');
    expect([first.number, second.number]).toEqual(['BJIPO-2026-R0001', 'BJIPO-2026-R0002']);
    expect(await world.deps.desk.lock('2026-05')).toBeUndefined();
  });
});

describe('refusals', () => {
  it('needs two people: who opened cannot confirm, who entered cannot seal', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-06' }));
    await step(world, number, 'FreezeSnapshot');
    await acts.endObjections(world, number);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
    const both = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
    expect(refusals(await acts.confirm(world, number, both))).toEqual(['ceremony.four_eyes']);
    expect(refusals(await acts.confirm(world, number, people.officialA))).toEqual(['ceremony.role']);
    const witness = { ...people.notary, roles: ['notary', 'approver'] as const };
    expect(refusals(await acts.confirm(world, number, witness))).toEqual(['ceremony.confirm.witness']);
  });

  it('takes no reveal that does not fit, no second commitment, no copied one', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-07' }));
    await step(world, number, 'FreezeSnapshot');
    await acts.endObjections(world, number);
    await acts.commitSecret(world, number, 0);
    expect(refusals(await acts.commitSecret(world, number, 0))).toEqual(['ceremony.witness.committed']);
    const stored = await caseOf(world, number);
    const copied = stored.state.witnesses[0]?.c ?? '';
    const { commitSecret } = await import('../../../../shared/draw/ceremony/secrets.ts');
    const copy = await giveCommand(
      world.deps,
      number,
      'commit-secret',
      commitSecret,
      { c: copied },
      people.officialB,
    );
    expect(refusals(copy)).toEqual(['ceremony.commitment.copied']);
    const shape = await giveCommand(
      world.deps,
      number,
      'commit-secret',
      commitSecret,
      { c: 'abc' },
      people.officialB,
    );
    expect(refusals(shape)).toEqual(['ceremony.commitment.form']);
  });

  it('takes a lottery result only in its form, from its hour on, and the same from two people', async () => {
    const world = drawWorld(tables);
    const at = '2026-12-03T13:15:00Z';
    const { number } = await open(
      world,
      testPlan({ month: '2026-08', lastSource: { type: 'lottery', game: 'ssq', issue: '2026139', at } }),
    );
    await toRevealing(world, number);
    for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
    const value = '03,08,12,19,25,31|07';
    expect(refusals(await acts.enterSource(world, number, value))).toEqual(['ceremony.source.early']);
    world.clock.now = '2026-12-03T14:00:00Z';
    for (const wrong of [
      '3,8,12,19,25,31|7',
      '03 08 12 19 25 31 07',
      '08,03,12,19,25,31|07',
      '03,08,12,19,25,34|07',
      '03,08,12,19,25,31|17',
    ]) {
      expect(refusals(await acts.enterSource(world, number, wrong))).toEqual(['ceremony.source.form']);
    }
    await acts.enterSource(world, number, value);
    expect(refusals(await acts.confirmSource(world, number, '03,08,12,19,25,32|07'))).toEqual([
      'ceremony.source.differs',
    ]);
    expect((await acts.confirmSource(world, number, value)).ok).toBe(true);
  });

  it('takes dice only from the notary, and keeps an entry that was sent back in public view', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2027-01' }));
    await toRevealing(world, number);
    for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
    const slip = '9'.repeat(20);
    await acts.enterSource(world, number, slip);
    const confirm = (who: Actor, value: string) =>
      giveCommand(world.deps, number, 'confirm-source', confirmSource, { value }, who);
    expect(refusals(await confirm(people.approver, slip))).toEqual(['ceremony.source.notary']);
    await giveCommand(world.deps, number, 'reject-source', rejectSource, undefined, people.notary);
    await acts.enterSource(world, number, DICE);
    expect((await confirm(people.notary, DICE)).ok).toBe(true);
    const [rejected] = (await caseOf(world, number)).state.source?.rejected ?? [];
    expect(rejected).toMatchObject({ value: slip, by: people.supervisor.userId });
    expect(rejected?.rejectedBy.by).toBe(people.notary.userId);
  });

  it('confirms nothing so late that no time is left before the lottery', async () => {
    const world = drawWorld(tables);
    const at = '2026-12-03T13:15:00Z';
    const { number } = await open(
      world,
      testPlan({ month: '2025-12', lastSource: { type: 'lottery', game: 'dlt', issue: '2026139', at } }),
    );
    await step(world, number, 'FreezeSnapshot');
    await acts.endObjections(world, number);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(world, number, i);
    world.clock.now = '2026-12-03T12:06:00Z';
    expect(refusals(await acts.confirm(world, number))).toEqual(['ceremony.margin']);
  });
});

describe('voids', () => {
  it('takes two people, frees the month, repeats the same sealed rows, and is counted', async () => {
    const world = drawWorld(tables);
    const plan = testPlan({ month: '2026-09' });
    const { number } = await open(world, plan);
    await toRevealing(world, number);
    const order = { ground: 'ceremony-disturbed' as const, reason: '会场停电' };
    await giveCommand(world.deps, number, 'request-void', requestVoid, order, people.supervisor);
    const own = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
    expect(refusals(await giveCommand(world.deps, number, 'void', confirmVoid, undefined, own))).toEqual([
      'ceremony.four_eyes',
    ]);
    expect((await giveCommand(world.deps, number, 'void', confirmVoid, undefined, people.approver)).ok).toBe(
      true,
    );
    const before = await caseOf(world, number);
    const again = await open(world, plan);
    expect(again.fresh).toBe(true);
    const after = await caseOf(world, again.number);
    expect(after.status).toBe('witnessing');
    expect(after.state.frozen).toEqual(before.state.frozen);
    expect(after.state.repeats).toBe(number);
    expect((await world.deps.desk.lock('2026-09'))?.voids).toEqual([number]);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(world, again.number, i);
    await acts.confirm(world, again.number);
    await step(world, again.number, 'PublishCommitment');
    for (const i of [0, 1, 2] as const) await acts.reveal(world, again.number, i);
    await acts.enterSource(world, again.number, DICE);
    await acts.confirmSource(world, again.number, DICE);
    expect(await step(world, again.number, 'RunDraw')).toEqual({ status: 'drawn' });
    expect(await step(world, again.number, 'PublishResult')).toEqual({ status: 'published' });
  });

  it('is impossible once only the dice are awaited: whoever throws them could look first', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-10' }));
    await toRevealing(world, number);
    for (const i of [0, 1, 2] as const) await acts.reveal(world, number, i);
    const order = { ground: 'ceremony-disturbed' as const, reason: '结果不理想' };
    expect(
      refusals(await giveCommand(world.deps, number, 'request-void', requestVoid, order, people.supervisor)),
    ).toEqual(['ceremony.void.late']);
    expect(
      refusals(
        await giveCommand(world.deps, number, 'void', voidByItself, { ground: 'reveal-missing' }, SYSTEM),
      ),
    ).toEqual(['ceremony.void.late']);
  });

  it('is not needed when a witness stays away: the notary opens the sealed copy', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2026-11' }));
    await toRevealing(world, number);
    await acts.reveal(world, number, 0);
    await acts.reveal(world, number, 2);
    const wrong = await giveCommand(
      world.deps,
      number,
      'unseal',
      unseal,
      { id: 'official-b', r: witnessSeats[0].r },
      people.notary,
    );
    expect(refusals(wrong)).toEqual(['ceremony.reveal.mismatch']);
    const right = await giveCommand(
      world.deps,
      number,
      'unseal',
      unseal,
      { id: 'official-b', r: witnessSeats[1].r },
      people.notary,
    );
    expect(right.ok && right.value.status).toBe('sourcing');
    expect((await caseOf(world, number)).state.witnesses[1]?.unsealedBy?.name).toBe(people.notary.name);
  });
});
