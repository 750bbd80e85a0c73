import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import type { ComplaintStatus } from '../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../shared/complaint/deadlines.ts';
import { fileChecked } from '../../../shared/complaint/keptFiles.ts';
import { attachRepeat, type LinkDeps, openBeside } from '../../../shared/complaint/linking.ts';
import { suspend } from '../../../shared/complaint/mediating.ts';
import { sendFiling } from '../../../shared/complaint/sendFiling.ts';
import {
  askExtension,
  decideExtension,
  decideReport,
  followUp,
  proposeDecision,
  verify,
} from '../../../shared/complaint/verifying.ts';
import { type Actor, SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import { chainFaults } from '../../fixtures/complaintChains.ts';
import { complaintWorld, plantedIdentity, testFiling, testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

type World = ReturnType<typeof complaintWorld>;
const check = { wish: 'check' } as const;

const linkDeps = (world: World): LinkDeps => ({
  ...world.deps,
  identities: { ...world.deps.sealer, read: async () => plantedIdentity },
});
const deadlinesOf = async (world: World, id: string) =>
  (await world.caseOf(id)).state.deadlines.map(({ kind, deadline }) => [kind, deadline.dueLegal]);
const codeOf = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.problems?.[0]?.code;

async function verifying(world: World, on: string): Promise<string> {
  world.on(on);
  const { report } = await world.file(check);
  await world.assign(report);
  await world.give(report, 'verify', verify, undefined);
  return report;
}

async function mediating(world: World, on: string): Promise<string> {
  world.on(on);
  const { complaint } = await world.file({ wish: 'settle' });
  await world.assign(complaint);
  await world.give(complaint, 'accept', accept, undefined);
  return complaint;
}

describe('splitting a filing that says both', () => {
  it('makes the other half with its own clock from the same receipt, once', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-18');
    const { complaint } = await world.file({ wish: 'settle' });
    await world.assign(complaint);
    world.on('2026-09-22');
    const order = { id: testId(), as: 'sibling', kind: 'report' } as const;
    const [one, two] = await Promise.all([
      openBeside(linkDeps(world), complaint, order, people.supervisor),
      openBeside(linkDeps(world), complaint, order, people.supervisor),
    ]);
    expect([one.ok, two.ok]).toEqual([true, true]);
    const made = await world.caseOf(order.id);
    expect(made.version).toBe(1);
    expect(made.state).toMatchObject({ kind: 'report', received: { on: '2026-09-18' } });
    expect(made.state).not.toHaveProperty('number');
    expect(made.state).not.toHaveProperty('handler');
    expect(made.state.matter).not.toHaveProperty('request');
    expect(await deadlinesOf(world, order.id)).toEqual([['decide', '2026-10-15']]);
    expect(made.state.links).toEqual([{ id: complaint, as: 'sibling' }]);
    expect((await world.caseOf(complaint)).state.links).toEqual([{ id: order.id, as: 'sibling' }]);
    const again = await openBeside(linkDeps(world), complaint, { ...order, id: testId() }, people.supervisor);
    expect(codeOf(again)).toBe('complaint.split.again');
  });

  it('is the office’s alone, before it is taken up, and never makes a complaint without a name', async () => {
    const world = complaintWorld(tables);
    const id = await mediating(world, '2026-09-18');
    const order = { id: testId(), as: 'sibling', kind: 'report' } as const;
    expect(codeOf(await openBeside(linkDeps(world), id, order, people.approver))).toBe('complaint.role');
    expect(codeOf(await openBeside(linkDeps(world), id, order, people.supervisor))).toBe('complaint.status');
    const { identity: _none, ...anonymous } = testFiling(check);
    await sendFiling(world.deps, anonymous, 'hash-split', []);
    const beside = { ...order, kind: 'complaint' } as const;
    expect(codeOf(await openBeside(linkDeps(world), anonymous.ids.report, beside, people.supervisor))).toBe(
      'complaint.anonymous',
    );
  });

  it('takes the files along: each is kept for the new case from where it lies', async () => {
    const world = complaintWorld(tables);
    const sent = { at: '2026-09-18T01:00:00Z', sha256: 'a'.repeat(64), size: 3, type: 'pdf' as const };
    const files = ['a', 'b'].map((name) => ({
      ...sent,
      id: testId(),
      uploadedFor: testId(),
      fileName: `${name}.pdf`,
    }));
    const { complaint } = await world.file({ wish: 'settle', files });
    const kept = files[0]?.id ?? '';
    await world.give(complaint, 'file-checked', fileChecked, { file: kept }, SYSTEM);
    const order = { id: testId(), as: 'sibling', kind: 'report' } as const;
    world.kicked.length = 0;
    await openBeside(linkDeps(world), complaint, order, people.supervisor);
    expect(world.kicked).toContain('files');
    const made = (await world.caseOf(order.id)).state.files;
    expect(made.map(({ id, checked, keptFor }) => [id, checked, keptFor])).toEqual([
      [kept, false, complaint],
      [files[1]?.id, false, undefined],
    ]);
    expect(await world.lists.quarantined('2026-09-18T02:00:00Z', 100)).toContain(order.id);
  });
});

describe('a breach found in mediation', () => {
  it('becomes a report with fifteen working days from the day it was found, and fifteen more', async () => {
    const world = complaintWorld(tables);
    const id = await mediating(world, '2026-09-18');
    world.on('2026-09-30');
    const order = { id: testId(), as: 'breach', kind: 'report' } as const;
    const opened = await openBeside(linkDeps(world), id, order, people.supervisor);
    expect(opened.ok).toBe(true);
    expect(await deadlinesOf(world, order.id)).toEqual([['breach', '2026-10-27']]);
    expect((await world.caseOf(order.id)).state.links).toEqual([{ id, as: 'mediation' }]);
    await world.assign(order.id);
    await world.give(order.id, 'verify', verify, undefined);
    await world.give(order.id, 'ask-extension', askExtension, { reason: '案情复杂' });
    await world.give(order.id, 'decide-extension', decideExtension, { outcome: 'approved' }, people.approver);
    expect(await deadlinesOf(world, order.id)).toEqual([['breach', '2026-11-17']]);
    expect((await world.caseOf(id)).status).toBe('mediating');
  });

  it('rests and restarts by its own date', async () => {
    const world = complaintWorld(tables);
    const id = await mediating(world, '2026-09-18');
    const order = { id: testId(), as: 'breach', kind: 'report' } as const;
    await openBeside(linkDeps(world), id, order, people.supervisor);
    await world.assign(order.id);
    await world.give(order.id, 'verify', verify, undefined);
    world.on('2026-10-19');
    const rest = { reason: 'test', from: localDate('2026-10-19'), note: '鉴定' } as const;
    expect(await world.refused(order.id, 'suspend', suspend, rest)).toBe('complaint.suspension.late');
    world.on('2026-10-08');
    const { report } = await world.file(check);
    await world.assign(report);
    await attachRepeat(world.deps, report, { to: order.id, newFacts: true }, people.supervisor);
    expect(await deadlinesOf(world, order.id)).toEqual([['breach', '2026-10-28']]);
  });

  it('found under the old rule book is verified as any report is', async () => {
    const world = complaintWorld(tables);
    const id = await mediating(world, '2026-04-01');
    world.on('2026-04-14');
    const order = { id: testId(), as: 'breach', kind: 'report' } as const;
    await openBeside(linkDeps(world), id, order, people.supervisor);
    const { state, status } = await world.caseOf(order.id);
    expect(activeDeadlines(state, status as ComplaintStatus).map(({ kind }) => kind)).toEqual(['decide']);
  });
});

describe('a repeat', () => {
  it('of the same facts is attached and changes no clock', async () => {
    const world = complaintWorld(tables);
    const first = await verifying(world, '2026-09-18');
    world.on('2026-09-22');
    const { report } = await world.file(check);
    await world.assign(report);
    const before = await deadlinesOf(world, first);
    const attached = await attachRepeat(
      world.deps,
      report,
      { to: first, newFacts: false },
      people.supervisor,
    );
    expect(attached.ok && attached.value.status).toBe('attached');
    expect(await deadlinesOf(world, first)).toEqual(before);
    expect((await world.caseOf(first)).state.links).toContainEqual({ id: report, as: 'repeat' });
  });

  it('with new facts restarts the clock and the extension, and the proposal is made again', async () => {
    const world = complaintWorld(tables);
    const first = await verifying(world, '2026-09-18');
    await world.give(first, 'ask-extension', askExtension, { reason: '案情复杂' });
    await world.give(first, 'decide-extension', decideExtension, { outcome: 'approved' }, people.approver);
    const proposal = {
      outcome: 'not-filed',
      ground: 'no-evidence',
      reason: '无证据',
      inspect: false,
    } as const;
    await world.give(first, 'propose-decision', proposeDecision, proposal);
    world.on('2026-09-30');
    const { report } = await world.file(check);
    await world.assign(report);
    await attachRepeat(world.deps, report, { to: first, newFacts: true }, people.supervisor);
    const { state } = await world.caseOf(first);
    expect(await deadlinesOf(world, first)).toEqual([['decide', '2026-10-27']]);
    expect([state.countedFrom, state.extensions, state.decision]).toEqual(['2026-09-30', [], undefined]);
    expect(state.received.on).toBe('2026-09-18');
    await world.give(first, 'ask-extension', askExtension, { reason: '案情复杂' });
  });

  it('with new facts keeps a named reporter of the old rule book told', async () => {
    const world = complaintWorld(tables);
    const first = await verifying(world, '2026-04-10');
    world.on('2026-04-20');
    const { report } = await world.file(check);
    await world.assign(report);
    await attachRepeat(world.deps, report, { to: first, newFacts: true }, people.supervisor);
    const proposal = { outcome: 'filed', reason: '查明', inspect: false } as const;
    await world.give(first, 'propose-decision', proposeDecision, proposal);
    await world.give(first, 'decide', decideReport, { agrees: true }, people.approver);
    const told = await world.give(first, 'follow-up', followUp, undefined, SYSTEM);
    expect(told.status).toBe('telling');
    expect(told.state.deadlines.map(({ kind }) => kind)).toContain('tellReporter');
  });

  it('cut off between the two cases is completed by pressing again, and counts once', async () => {
    const world = complaintWorld(tables);
    const first = await verifying(world, '2026-09-18');
    world.on('2026-09-30');
    const { report } = await world.file(check);
    await world.assign(report);
    let commits = 0;
    const cases = {
      load: <S>(id: string) => tables.store.load<S>(id),
      chain: (id: string) => tables.store.chain(id),
      commit: <S>(commit: Parameters<typeof tables.store.commit<S>>[0]) => {
        commits += 1;
        return commits === 2 ? Promise.reject(new Error('killed')) : tables.store.commit(commit);
      },
    };
    const input = { to: first, newFacts: true };
    await expect(attachRepeat({ ...world.deps, cases }, report, input, people.supervisor)).rejects.toThrow(
      'killed',
    );
    expect((await world.caseOf(report)).status).toBe('received');
    const again = await attachRepeat(world.deps, report, input, people.supervisor);
    expect(again.ok && again.value.status).toBe('attached');
    const commands = (await tables.store.chain(`CP#${first}`)).map(({ command }) => command);
    expect(commands.filter((command) => command === 'take-repeat')).toHaveLength(1);
  });

  it('is attached by who may, to a case that can still weigh it', async () => {
    const world = complaintWorld(tables);
    const first = await verifying(world, '2026-09-18');
    const { report, complaint } = await world.file();
    const attach = (id: string, to: string, newFacts = false, actor: Actor = people.supervisor) =>
      attachRepeat(world.deps, id, { to, newFacts }, actor).then(codeOf);
    expect(await attach(report, first, true, people.approver)).toBe('complaint.role');
    expect((await world.caseOf(first)).state.links).toEqual([]);
    expect(await attach(report, report)).toBe('complaint.attach.self');
    expect(await attach(report, complaint)).toBe('complaint.attach.kind');
    expect(await attach(report, testId())).toBe('complaint.unknown');
    expect(await attach(report, first)).toBe('complaint.handler.missing');
    await world.assign(report);
    const proposal = { outcome: 'filed', reason: '查明', inspect: false } as const;
    await world.give(first, 'propose-decision', proposeDecision, proposal);
    await world.give(first, 'decide', decideReport, { agrees: true }, people.approver);
    world.on('2026-09-30');
    expect(await attach(report, first, true)).toBe('complaint.attach.closed');
    expect(await attach(report, first)).toBeUndefined();
    expect(await attach(report, first)).toBe('complaint.status');
    const { report: third } = await world.file(check);
    await world.assign(third);
    expect(await attach(third, report)).toBe('complaint.attach.attached');
  });

  it('is attached last to the case that its filer has named before', async () => {
    const world = complaintWorld(tables);
    const [one, two] = [await verifying(world, '2026-09-18'), await verifying(world, '2026-09-18')];
    const { report } = await world.file({ ...check, before: [one, two] });
    await world.assign(report);
    await attachRepeat(world.deps, report, { to: one, newFacts: false }, people.supervisor);
    const { links } = (await world.caseOf(report)).state;
    expect(links.map(({ id, as }) => [id, as])).toEqual([
      [two, 'first'],
      [one, 'first'],
    ]);
  });

  it('never leaves two cases attached to each other', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-18');
    const [{ report: one }, { report: two }] = [await world.file(check), await world.file(check)];
    for (const id of [one, two]) await world.assign(id);
    await Promise.all([
      attachRepeat(world.deps, one, { to: two, newFacts: false }, people.supervisor),
      attachRepeat(world.deps, two, { to: one, newFacts: false }, people.supervisor),
    ]);
    const statuses = [(await world.caseOf(one)).status, (await world.caseOf(two)).status];
    expect(statuses).toContain('received');
  });
});

it('every audit chain holds, and every step in it stands in the table', async () => {
  expect((await chainFaults(tables)).faults).toEqual([]);
});
