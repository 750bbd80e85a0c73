import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintStep } from '../../../functions/complaint-step/handler.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { complaintCaseId } from '../../../shared/complaint/complaintRows.ts';
import { suspend, tell } from '../../../shared/complaint/mediating.ts';
import type { Filing } from '../../../shared/complaint/openCases.ts';
import { sendFiling } from '../../../shared/complaint/sendFiling.ts';
import type { StepDeps } from '../../../shared/complaint/steps.ts';
import {
  askExtension,
  decideExtension,
  decideReport,
  proposeDecision,
  verify,
} from '../../../shared/complaint/verifying.ts';
import { chainFaults } from '../../fixtures/complaintChains.ts';
import { complaintWorld, plantedIdentity, testFiling } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { targetedWorld, usccOf } from '../../fixtures/targetedWorld.ts';

let tables: Tables;
let targeted: StepDeps['targeted'];
beforeAll(async () => {
  tables = await openTables();
  targeted = (await targetedWorld(tables)).targeted;
});
afterAll(() => tables.close());

type World = ReturnType<typeof complaintWorld>;
const both = { userId: 'u-both', name: '双岗', roles: ['supervisor', 'approver'] } as const;
const filed = { outcome: 'filed', reason: '初步查明', inspect: false } as const;
const { matter } = testFiling();
/** About an agency that the register of the test office has. */
const listed: Filing['matter'] = {
  ...matter,
  agency: { listed: true, uscc: usccOf(1), name: '第1代理机构', kinds: ['patent'], district: 'chaoyang' },
};

const stepDeps = (world: World): StepDeps => ({
  ...world.deps,
  targeted: { ...targeted, now: world.deps.now },
});
const step = (world: World, id: string, name = 'FollowUp') =>
  complaintStep(stepDeps(world), { complaint: id, step: name });

async function verifying(world: World, on = '2026-09-18', over: Partial<Filing> = {}): Promise<string> {
  world.on(on);
  const { report } = await world.file({ wish: 'check', matter: listed, ...over });
  await world.assign(report);
  await world.give(report, 'verify', verify, undefined);
  return report;
}

async function decided(
  world: World,
  id: string,
  input: Parameters<typeof proposeDecision>[1] = filed,
): Promise<void> {
  await world.give(id, 'propose-decision', proposeDecision, input);
  await world.give(id, 'decide', decideReport, { agrees: true }, people.approver);
}

const dueOf = async (world: World, id: string, kind: string) =>
  (await world.caseOf(id)).state.deadlines.find((one) => one.kind === kind)?.deadline.dueLegal;

async function row(pk: string): Promise<Record<string, unknown> | undefined> {
  const { Item: item } = await tables.client.send(
    new GetCommand({ TableName: 'core', Key: { pk, sk: 'META' } }),
  );
  return item;
}
const papersOf = async (world: World, id: string) =>
  (await world.lists.papers('2027-06-01T00:00:00Z', 1_000))
    .filter(({ complaint }) => complaint === id)
    .map(({ key }) => key);

describe('the decision on a report', () => {
  it('is proposed by one person and taken by another, whatever roles the first one has', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    expect(await world.refused(id, 'decide', decideReport, { agrees: true }, people.approver)).toBe(
      'complaint.decision.none',
    );
    await world.give(id, 'propose-decision', proposeDecision, filed, both);
    expect(await world.refused(id, 'decide', decideReport, { agrees: true }, both)).toBe(
      'access.fourEyes.samePerson',
    );
    const back = await world.give(id, 'decide', decideReport, { agrees: false }, people.approver);
    expect([back.status, back.state.decision]).toEqual(['verifying', undefined]);
    await decided(world, id);
    const { status, state } = await world.caseOf(id);
    expect([status, state.decision?.decided?.by]).toEqual(['decided', people.approver.userId]);
  });

  it('needs a listed ground when no case is filed, and an agency of the register for an inspection', async () => {
    const world = complaintWorld(tables);
    const unlisted = { listed: false, name: '无照机构', whereabouts: '网上' } as const;
    const id = await verifying(world, '2026-09-18', { matter: { ...matter, agency: unlisted } });
    const propose = (input: Parameters<typeof proposeDecision>[1]) =>
      world.refused(id, 'propose-decision', proposeDecision, input);
    expect(await propose({ ...filed, outcome: 'not-filed' })).toBe('complaint.ground.unknown');
    expect(await propose({ ...filed, inspect: true })).toBe('complaint.inspect.unlisted');
    expect(await propose({ ...filed, reason: ' ' })).toBe('complaint.text.missing');
    const listedOne = await verifying(world);
    const noCase = { outcome: 'not-filed', ground: 'no-evidence', reason: '无证据', inspect: true } as const;
    expect(await world.refused(listedOne, 'propose-decision', proposeDecision, noCase)).toBe(
      'complaint.inspect.unconfirmed',
    );
  });

  it('waits while a test is awaited, even when it was proposed before', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    await world.give(id, 'propose-decision', proposeDecision, filed);
    await world.give(id, 'suspend', suspend, { reason: 'test', from: localDate('2026-09-18'), note: '鉴定' });
    expect(await world.refused(id, 'decide', decideReport, { agrees: true }, people.approver)).toBe(
      'complaint.suspension.open',
    );
  });
});

describe('the longer period', () => {
  it('is asked for once in time, approved by another person, and adds fifteen working days', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world, '2026-04-30');
    expect(await dueOf(world, id, 'decide')).toBe('2026-05-25');
    world.on('2026-05-25');
    await world.give(id, 'ask-extension', askExtension, { reason: '案情复杂' }, both);
    expect(await world.refused(id, 'ask-extension', askExtension, { reason: '再次' })).toBe(
      'complaint.extension.again',
    );
    expect(await world.refused(id, 'decide-extension', decideExtension, { outcome: 'approved' }, both)).toBe(
      'access.fourEyes.samePerson',
    );
    await world.give(id, 'decide-extension', decideExtension, { outcome: 'rejected' }, people.approver);
    expect(await dueOf(world, id, 'decide')).toBe('2026-05-25');
    await world.give(id, 'ask-extension', askExtension, { reason: '补充理由' });
    await world.give(id, 'decide-extension', decideExtension, { outcome: 'approved' }, people.approver);
    // Fifteen working days more: 26 May to 15 June.
    expect(await dueOf(world, id, 'decide')).toBe('2026-06-15');
    expect(await world.refused(id, 'ask-extension', askExtension, { reason: '第三次' })).toBe(
      'complaint.extension.again',
    );
  });

  it('is neither asked for nor approved once the period is over', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world, '2026-04-30');
    world.on('2026-05-25');
    await world.give(id, 'ask-extension', askExtension, { reason: '案情复杂' });
    world.on('2026-05-26');
    expect(
      await world.refused(id, 'decide-extension', decideExtension, { outcome: 'approved' }, people.approver),
    ).toBe('complaint.extension.late');
    await world.give(id, 'decide-extension', decideExtension, { outcome: 'rejected' }, people.approver);
    expect(await world.refused(id, 'ask-extension', askExtension, { reason: '案情复杂' })).toBe(
      'complaint.extension.late',
    );
  });
});

describe('what follows from a decision', () => {
  it('closes the case under the new rule book, and tells the reporter as a service', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world, '2026-04-15');
    await decided(world, id);
    expect(await step(world, id)).toEqual({ status: 'closed' });
    const { state } = await world.caseOf(id);
    expect(state.deadlines.map(({ kind }) => kind)).toEqual(['decide']);
    expect(await papersOf(world, id)).toContain('report-result');
  });

  it('owes a named reporter five working days under the old one, and an anonymous one nothing', async () => {
    const world = complaintWorld(tables);
    const named = await verifying(world, '2026-04-14');
    world.on('2026-04-30');
    await decided(world, named, {
      outcome: 'not-filed',
      ground: 'no-evidence',
      reason: '无证据',
      inspect: false,
    });
    expect(await step(world, named)).toEqual({ status: 'telling' });
    // 6, 7, 8, the make-up Saturday 9 and 11 May.
    expect(await dueOf(world, named, 'tellReporter')).toBe('2026-05-11');
    expect(await world.refused(named, 'tell', tell, { to: 'agency', how: 'post' })).toBe(
      'complaint.tell.secret',
    );
    expect(await world.refused(named, 'tell', tell, { to: 'both', how: 'post' })).toBe(
      'complaint.tell.secret',
    );
    expect((await world.give(named, 'tell', tell, { to: 'filer', how: 'status-page' })).status).toBe(
      'closed',
    );

    world.on('2026-04-14');
    const { identity: _none, ...anonymous } = testFiling({ wish: 'check', matter: listed });
    await sendFiling(world.deps, anonymous, 'hash-old-anonymous', []);
    const { report } = anonymous.ids;
    await world.assign(report);
    await world.give(report, 'verify', verify, undefined);
    await decided(world, report);
    expect(await step(world, report)).toEqual({ status: 'closed' });
    expect(await papersOf(world, report)).toEqual(['register']);
  });

  it('hands over to the penalty procedure and to the risk class, and names nobody who reported', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    await decided(world, id, { ...filed, inspect: true });
    await step(world, id);
    const lead = await row(`LEAD#${id}#penalty`);
    expect(world.kicked).toContain('leads');
    expect(lead?.['lead']).toEqual({
      source: 'complaint',
      complaint: id,
      number: (await world.caseOf(id)).state.number,
      uscc: usccOf(1),
      to: 'penalty',
      conducts: ['mismanagement'],
      by: people.approver.userId,
      at: '2026-09-18T04:00:00Z',
    });
    const fact = `${complaintCaseId(id)}/report-confirmed`;
    const risk = await row(`RISK#${fact}#fact`);
    expect(risk?.['event']).toEqual({
      type: 'fact',
      id: fact,
      uscc: usccOf(1),
      kind: 'report-confirmed',
      on: '2026-09-18',
      reference: (await world.caseOf(id)).state.number,
    });
    const orders = (await targeted.orders.ofYear(2026)).filter(({ state }) =>
      JSON.stringify(state).includes(complaintCaseId(id)),
    );
    expect(orders).toHaveLength(1);
    const text = JSON.stringify([lead, risk, orders]);
    for (const planted of Object.values(plantedIdentity)) expect(text).not.toContain(planted);
  });

  it('is nothing but a mail when no case is filed', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    await decided(world, id, {
      outcome: 'not-filed',
      ground: 'limitation',
      reason: '超过时效',
      inspect: false,
    });
    await step(world, id);
    expect(await row(`LEAD#${id}#penalty`)).toBeUndefined();
    expect(await row(`RISK#${id}#report-confirmed`)).toBeUndefined();
  });

  it('is done exactly once, wherever it is cut off and however often it is repeated', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    await decided(world, id, { ...filed, inspect: true });
    const before = (await targeted.orders.ofYear(2026)).length;
    const cutOff: CaseStore = {
      load: (caseId) => tables.store.load(caseId),
      chain: (caseId) => tables.store.chain(caseId),
      commit: () => Promise.reject(new Error('killed after the order')),
    };
    const dies = { ...stepDeps(world), cases: cutOff };
    const event = { complaint: id, step: 'FollowUp' };
    await expect(complaintStep(dies, event)).rejects.toThrow('killed');
    await expect(complaintStep(dies, event)).rejects.toThrow('killed');
    expect((await world.caseOf(id)).status).toBe('decided');
    await Promise.all([step(world, id), step(world, id), step(world, id)]);
    expect(await step(world, id)).toEqual({ status: 'closed' });
    expect((await targeted.orders.ofYear(2026)).length).toBe(before + 1);
    const commands = (await tables.store.chain(complaintCaseId(id))).map(({ command }) => command);
    expect(commands.filter((command) => command === 'follow-up')).toHaveLength(1);
  });

  it('goes on when the agency has left the register meanwhile, and waits for what may pass', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    await decided(world, id, { ...filed, inspect: true });
    const gone = { ...stepDeps(world) };
    const register = { ...gone.targeted.register, agency: async () => undefined };
    expect(
      await complaintStep(
        { ...gone, targeted: { ...gone.targeted, register } },
        { complaint: id, step: 'FollowUp' },
      ),
    ).toEqual({ status: 'closed' });
    expect(await row(`LEAD#${id}#penalty`)).toBeDefined();
  });

  it('answers where the case stands when there is nothing to do, and refuses what is no step', async () => {
    const world = complaintWorld(tables);
    const id = await verifying(world);
    expect(await step(world, id)).toEqual({ status: 'verifying' });
    expect(await step(world, id, 'load')).toEqual({ status: 'verifying' });
    await expect(step(world, 'nobody', 'load')).rejects.toThrow('there is no case');
    await expect(step(world, id, 'Publish')).rejects.toThrow();
  });
});

it('every audit chain holds, and every step in it stands in the table', async () => {
  expect((await chainFaults(tables)).faults).toEqual([]);
});
