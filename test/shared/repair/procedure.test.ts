import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { addDays, addMonths, localDate } from '../../../shared/calendar/localDate.ts';
import { yuan } from '../../../shared/money.ts';
import { annul, proposeAnnulment } from '../../../shared/penalty/annulling.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { accept, askCompletion, askExtension, decideExtension } from '../../../shared/repair/accepting.ts';
import { apply, attach, complete, declareShared, remove, withdraw } from '../../../shared/repair/applying.ts';
import { carryOut, confirmStopped, decideRepair } from '../../../shared/repair/carryingOut.ts';
import { confirmStoppedRepairs } from '../../../shared/repair/creditStopping.ts';
import { decide, propose } from '../../../shared/repair/deciding.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import type { StoredRepair } from '../../../shared/repair/ports.ts';
import { waitingEntry } from '../../fixtures/creditEntries.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { system, testCharge, testDraft } from '../../fixtures/penaltyWorld.ts';
import {
  agencyLink,
  materials,
  type RepairWorld,
  repairFile,
  repairWorld,
} from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const due = ({ state: { deadlines } }: StoredRepair, kind: string) =>
  deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;
const row = async (pk: string) =>
  (
    await tables.client.send(
      new GetCommand({ TableName: 'core', Key: { pk, sk: 'META' }, ConsistentRead: true }),
    )
  ).Item;
const yes = { agrees: true, reason: '' };
const grant = { outcome: 'granted', reason: '已经履行并整改' } as const;
const both = { ...people.supervisor, roles: ['supervisor', 'approver'] as const };
const minor = testDraft([
  testCharge({
    discretion: 'lighter',
    measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(20_000) },
  }),
]);
const publicityOf = async (world: RepairWorld, penalty: string) =>
  (await world.penalties.caseOf(penalty)).state.publicity;

describe('an application', () => {
  it('is refused on the day before the first allowed day, which it names, and taken on the day', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const { state } = await world.penalties.caseOf(penalty);
    const first = await world.firstDay(penalty);
    expect(first).toBe(addDays(addMonths(state.decision?.on ?? localDate('2000-01-01'), 3), 1));
    world.on(addDays(localDate(first), -1));
    expect(await world.open(penalty)).toEqual({
      ok: false,
      problems: [{ code: 'repair.early', params: { from: first } }],
    });
    world.on(first);
    expect(await world.open(penalty)).toMatchObject({ ok: true, value: { status: 'preparing' } });
  });

  it('is never taken where the law gives no early end, nor for what is unpaid or uncorrected', async () => {
    const world = repairWorld(tables);
    const light = await world.performedPenalty(minor);
    expect(await world.open(light)).toMatchObject({ problems: [{ code: 'repair.never.class' }] });
    const unpaid = await world.penalty();
    world.on(await world.firstDay(unpaid));
    expect(await world.open(unpaid)).toMatchObject({
      problems: [{ code: 'repair.unperformed.payment' }, { code: 'repair.unperformed.correction' }],
    });
  });

  it('is not taken from another agency, and one record has one application however often it is begun', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    world.on(await world.firstDay(penalty));
    const { openRepair } = await import('../../../shared/repair/opening.ts');
    const foreign = await openRepair(
      world.deps,
      { id: 'x', kind: 'penalty', subject: penaltyCaseId(penalty), uscc: '91110000000000000X' },
      agencyLink,
    );
    expect(foreign).toMatchObject({ problems: [{ code: 'repair.subject.gone' }] });
    const opened = await Promise.all([world.open(penalty), world.open(penalty), world.open(penalty)]);
    const ids = new Set(opened.map((one) => (one.ok ? one.value.state.id : JSON.stringify(one.problems))));
    expect(ids.size).toBe(1);
    const [id = ''] = ids;
    await world.give(id, 'withdraw', withdraw, { reason: '不申请了' }, agencyLink);
    const again = await world.open(penalty);
    expect(again.ok && again.value.state.id).not.toBe(id);
  });

  it('names every paper that is missing, and does not ask for what the register holds', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    world.on(await world.firstDay(penalty));
    const opened = await world.open(penalty);
    const id = opened.ok ? opened.value.state.id : '';
    const on = world.today();
    const send = () =>
      world.refused(id, 'apply', apply(world.deps), { on, channel: 'link' as const }, agencyLink);
    expect(await send()).toBe(
      'repair.missing.application repair.missing.identity repair.missing.promise repair.missing.proof',
    );
    expect(
      await world.refused(id, 'declare-shared', declareShared, {
        material: 'promise' as const,
        shared: true,
      }),
    ).toBe('repair.shared.not');
    await world.give(id, 'declare-shared', declareShared, { material: 'identity' as const, shared: true });
    for (const material of materials.filter((one) => one !== 'identity'))
      await world.give(id, 'attach', attach, { file: repairFile(material, world.instant()) }, agencyLink);
    expect(await send()).toBe('taken: applied');
    // Pressed twice: the second press finds it handed in.
    expect(await send()).toBe('repair.status');
    expect(due(await world.caseOf(id), 'accept')).toBe('2026-10-19');
  });

  it('is asked to be completed once, and its two working days run anew', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.applied(penalty);
    const ask = {
      materials: ['proof' as const],
      text: '缺少缴款凭证',
      until: addDays(world.today(), 10),
    };
    expect(
      await world.refused(id, 'propose', propose(world.deps), {
        outcome: 'refused' as const,
        ground: 'material',
        reason: '缺材料',
      }),
    ).toBe('repair.material.unasked');
    const asked = await world.give(id, 'ask-completion', askCompletion, ask);
    expect(asked.status).toBe('completing');
    expect(due(asked, 'accept')).toBeUndefined();
    expect(await row(`OB#RPPAPER#${id}#completion`)).toBeDefined();
    const [kept] = asked.state.files;
    expect(await world.refused(id, 'remove', remove, { id: kept?.id ?? '' }, agencyLink)).toBe(
      'repair.file.handed_in',
    );
    const finish = () => world.refused(id, 'complete', complete, { on: world.today() }, agencyLink);
    expect(await finish()).toBe('repair.missing.proof');
    world.on(addDays(world.today(), 3));
    await world.give(id, 'attach', attach, { file: repairFile('proof', world.instant()) }, agencyLink);
    expect(await finish()).toBe('taken: applied');
    expect(await world.refused(id, 'ask-completion', askCompletion, ask)).toBe('repair.completion.once');
    expect(due(await world.caseOf(id), 'accept')).toBeDefined();
  });

  it('that stays incomplete is refused after the last day only', async () => {
    const world = repairWorld(tables);
    const id = await world.applied(await world.performedPenalty());
    const until = addDays(world.today(), 5);
    await world.give(id, 'ask-completion', askCompletion, {
      materials: ['proof' as const],
      text: '缺',
      until,
    });
    const refuse = () =>
      world.refused(id, 'propose', propose(world.deps), {
        outcome: 'refused' as const,
        ground: 'material',
        reason: '逾期未补正',
      });
    world.on(until);
    expect(await refuse()).toBe('repair.completion.running');
    world.on(addDays(until, 1));
    expect(await refuse()).toBe('taken: completing');
    expect(await decideRepair(world.deps, id, yes, people.approver)).toMatchObject({
      value: { status: 'refused', state: { decision: { ground: 'material' } } },
    });
  });
});

describe('a decision', () => {
  it('has seven working days, and ten more when somebody else agrees', async () => {
    const world = repairWorld(tables);
    const id = await world.accepted(await world.performedPenalty());
    const seven = due(await world.caseOf(id), 'decide');
    await world.give(id, 'ask-extension', askExtension, { reason: '需要核实' });
    expect(await world.refused(id, 'decide-extension', decideExtension, { agrees: true }, both)).toBe(
      'access.fourEyes.samePerson',
    );
    const longer = await world.give(
      id,
      'decide-extension',
      decideExtension,
      { agrees: true },
      people.approver,
    );
    expect(seven).toBe('2026-10-26');
    expect(due(longer, 'decide')).toBe('2026-11-09');
    expect(await world.refused(id, 'ask-extension', askExtension, { reason: '再次' })).toBe(
      'repair.extension.once',
    );
  });

  it('is made by a second person, carried out at once, and asks the credit system to stop', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    expect(await world.refused(id, 'decide', decide(world.deps), yes, both)).toBe(
      'access.fourEyes.samePerson',
    );
    const done = await decideRepair(world.deps, id, yes, people.approver);
    expect(done).toMatchObject({
      ok: true,
      value: {
        status: 'carried-out',
        state: { decision: { number: expect.stringMatching(/^京知修〔2026〕\d+号$/) } },
      },
    });
    const on = world.today();
    expect((await publicityOf(world, penalty))?.ended).toEqual({ on, reason: 'repaired' });
    expect((await row(`RISK#${penaltyCaseId(penalty)}/penalty-ordinary#cured`))?.['event']).toMatchObject({
      on,
    });
    for (const channel of ['portal', 'gsxt'])
      expect(await waitingEntry(tables, `penalty/${penalty}/${channel}`, 2)).toMatchObject({
        operation: 'end',
        reason: 'repaired',
        uscc: world.uscc,
      });
    expect(world.kicked).toEqual(expect.arrayContaining(['publish', 'credit', 'leads', 'mail']));
    // Pressed again: nothing is left to decide, and nothing is told twice.
    expect(await decideRepair(world.deps, id, yes, people.approver)).toMatchObject({
      problems: [{ code: 'repair.status' }],
    });
    expect(await waitingEntry(tables, `penalty/${penalty}/portal`, 3)).toBeUndefined();
    const stored = await world.caseOf(id);
    expect(due(stored, 'credit')).toBe('2026-10-20');
    const stopped = await world.give(id, 'confirm-stopped', confirmStopped, { on });
    expect(stopped.state.deadlines).toEqual([]);
    expect(await world.deps.lists.openCases()).not.toContainEqual(
      expect.objectContaining({ caseId: stored.caseId }),
    );
    const chain = await world.deps.cases.chain(stored.caseId);
    expect(verifyChain(stored.caseId, chain, await world.caseOf(id))).toEqual([]);
  });

  it('is confirmed once every record of it is gone from the credit system, once', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await decideRepair(world.deps, id, { agrees: true, reason: '' }, people.approver);
    const on = world.today();
    const told = (portal: boolean, gsxt: boolean, day = on) =>
      confirmStoppedRepairs(world.deps, {
        uscc: world.uscc,
        on: day,
        gone: new Map([
          [`penalty/${penalty}/portal`, portal],
          [`penalty/${penalty}/gsxt`, gsxt],
          ['listing/OTHER', false],
        ]),
      });
    const stopped = async () => (await world.caseOf(id)).state.creditStopped;
    await told(true, false);
    await confirmStoppedRepairs(world.deps, { uscc: world.uscc, on, gone: new Map() });
    expect(await stopped()).toBeUndefined();
    await told(true, true);
    const after = await world.caseOf(id);
    expect(after.state).toMatchObject({ creditStopped: { by: 'system', on }, deadlines: [] });
    await told(true, true, addDays(on, 1));
    expect(await world.caseOf(id)).toEqual(after);
  });

  it('that was cut off before it was carried out is carried out by the sweep, once', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    const granted = await world.give(id, 'decide', decide(world.deps), yes, people.approver);
    expect(granted.status).toBe('granted');
    expect(due(granted, 'apply')).toBe('2026-10-20');
    expect((await publicityOf(world, penalty))?.ended).toBeUndefined();
    expect(await world.deps.lists.due(world.instant(), 1000)).toContain(id);
    const looked = await Promise.all([lookAt(world.deps, id), lookAt(world.deps, id)]);
    expect(looked.map((one) => one.ok && one.value.status)).toEqual(['carried-out', 'carried-out']);
    expect((await publicityOf(world, penalty))?.ended?.reason).toBe('repaired');
    expect(await waitingEntry(tables, `penalty/${penalty}/portal`, 3)).toBeUndefined();
    expect(await world.deps.lists.due(world.instant(), 1000)).not.toContain(id);
  });

  it('looks again at what happened since it was proposed', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await world.penalty();
    expect(await world.refused(id, 'decide', decide(world.deps), yes, people.approver)).toBe('repair.again');
    expect(
      await decideRepair(world.deps, id, { agrees: false, reason: '再次受罚' }, people.approver),
    ).toMatchObject({
      value: { status: 'accepted' },
    });
    expect(await world.refused(id, 'propose', propose(world.deps), grant)).toBe('repair.again');
    await world.give(id, 'propose', propose(world.deps), {
      outcome: 'refused' as const,
      ground: 'new-penalty',
      reason: '再次受罚',
    });
    expect(await decideRepair(world.deps, id, yes, people.approver)).toMatchObject({
      value: { status: 'refused', state: { decision: { ground: 'new-penalty', reason: '再次受罚' } } },
    });
  });

  it('takes grounds of its own step alone', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.applied(penalty);
    const refuse = (ground: string, reason = '理由') =>
      world.refused(id, 'propose', propose(world.deps), { outcome: 'refused' as const, ground, reason });
    expect(await world.refused(id, 'propose', propose(world.deps), grant)).toBe('repair.grant.unaccepted');
    expect(await refuse('not-rectified')).toBe('repair.ground.unknown');
    expect(await refuse('too-early', ' ')).toBe('repair.text.missing');
    await world.give(id, 'accept', accept, undefined);
    expect(await refuse('too-early')).toBe('repair.ground.unknown');
    expect(await refuse('made-up')).toBe('repair.ground.unknown');
    expect(await refuse('not-rectified')).toBe('taken: accepted');
  });

  it('is carried out also when the penalty was annulled meanwhile', async () => {
    const world = repairWorld(tables);
    const penalty = await world.performedPenalty();
    const id = await world.proposed(penalty);
    await world.give(id, 'decide', decide(world.deps), yes, people.approver);
    const on = world.today();
    await world.penalties.give(penalty, 'propose-annulment', proposeAnnulment, {
      ground: 'reconsideration',
      reference: '复议决定',
      reason: '撤销',
      on,
    });
    await world.penalties.give(
      penalty,
      'annul',
      annul(world.penalties.deps),
      { agrees: true },
      people.approver,
    );
    expect(await world.give(id, 'carry-out', carryOut(world.deps), undefined, system)).toMatchObject({
      status: 'carried-out',
    });
    expect((await publicityOf(world, penalty))?.ended?.reason).toBe('annulled');
  });

  it('is reminded of and escalated, each once', async () => {
    const world = repairWorld(tables);
    const id = await world.applied(await world.performedPenalty());
    world.on('2026-10-16');
    await lookAt(world.deps, id);
    await lookAt(world.deps, id);
    expect(await row(`OB#RPPAPER#${id}#reminder-accept-2026-10-19`)).toMatchObject({
      paper: { order: { audience: ['supervisors'] } },
    });
    world.on('2026-10-20');
    await lookAt(world.deps, id);
    expect(await row(`OB#RPPAPER#${id}#escalation-accept-2026-10-19`)).toMatchObject({
      paper: { order: { audience: ['supervisors', 'approvers'] } },
    });
  });
});
