import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept, refusalHints, refuseComplaint } from '../../../shared/complaint/accepting.ts';
import type { ComplaintStatus } from '../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../shared/complaint/deadlines.ts';
import { addNote, receiveMaterial, requestMaterial } from '../../../shared/complaint/handling.ts';
import { endMediation, recordSitting, suspend, tell, withdraw } from '../../../shared/complaint/mediating.ts';
import { confirmMail, read, write } from '../../../shared/complaint/messaging.ts';
import { FILER, sendFiling } from '../../../shared/complaint/sendFiling.ts';
import { takeBack, transfer } from '../../../shared/complaint/transferring.ts';
import { accepted, dueOf } from '../../fixtures/acceptedComplaint.ts';
import { chainFaults } from '../../fixtures/complaintChains.ts';
import { complaintWorld, testFiling } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const settle = { wish: 'settle' } as const;

const sitting = { on: localDate('2026-09-21'), consent: 'both' as const, text: '双方同意调解' };

describe('a complaint', () => {
  it('is settled: accepted, mediated, agreed, both sides told, closed', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world);
    world.on('2026-09-21');
    expect(await world.refused(id, 'end-mediation', endMediation, { ground: 'agreed', reason: '退费' })).toBe(
      'complaint.agreement.consent',
    );
    await world.give(id, 'record-sitting', recordSitting, { ...sitting, consent: 'filer' });
    expect(await world.refused(id, 'end-mediation', endMediation, { ground: 'agreed', reason: '退费' })).toBe(
      'complaint.agreement.consent',
    );
    await world.give(id, 'record-sitting', recordSitting, sitting);
    const ended = await world.give(id, 'end-mediation', endMediation, { ground: 'agreed', reason: '退费' });
    expect(ended.status).toBe('telling');
    expect(await dueOf(world, id, 'tellEnd')).toBe('2026-10-08');
    await world.give(id, 'tell', tell, { to: 'filer', how: 'mail' });
    const closed = await world.give(id, 'tell', tell, { to: 'agency', how: 'post' });
    expect([closed.status, closed.state.ended]).toEqual(['closed', '2026-09-21']);
    const papers = (await world.lists.papers('2027-01-01T00:00:00Z', 1_000))
      .filter(({ complaint }) => complaint === id)
      .map(({ key }) => key);
    expect(papers.sort()).toEqual([
      'acceptance',
      'mediation-agreement',
      'mediation-invitation-1',
      'register',
    ]);
  });

  it('ends for want of time on the last day of the period and not before', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world, '2026-07-30', '2026-08-03');
    const timeOver = { ground: 'time-over', reason: '六十日内未达成' } as const;
    world.on('2026-10-07');
    expect(await world.refused(id, 'end-mediation', endMediation, timeOver)).toBe('complaint.time.left');
    world.on('2026-10-08');
    expect((await world.give(id, 'end-mediation', endMediation, timeOver)).status).toBe('telling');
  });

  it('is refused on a ground of its own rule book only, with a reason, by somebody in charge', async () => {
    const world = complaintWorld(tables);
    world.on('2026-04-14');
    const { complaint: old } = await world.file(settle);
    const refusal = (ground: 'identity' | 'too-late', reason = '冒用他人名义') => ({ ground, reason });
    expect(await world.refused(old, 'refuse', refuseComplaint, refusal('too-late'))).toBe(
      'complaint.handler.missing',
    );
    await world.assign(old);
    expect(await world.refused(old, 'refuse', refuseComplaint, refusal('identity'))).toBe(
      'complaint.ground.unknown',
    );
    expect(await world.refused(old, 'refuse', refuseComplaint, refusal('too-late', ' '))).toBe(
      'complaint.text.missing',
    );
    world.on('2026-04-15');
    const { complaint: now } = await world.file(settle);
    await world.assign(now);
    const refused = await world.give(now, 'refuse', refuseComplaint, refusal('identity'));
    expect([refused.status, refused.state.ended]).toEqual(['refused', '2026-04-15']);
    expect(await world.refused(now, 'accept', accept, undefined)).toBe('complaint.status');
  });

  it('shows what points to a refusal and decides nothing by itself', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-18');
    const hintsOf = async (knownSince: string, standing: 'consumer' | 'business' = 'consumer') => {
      const { matter } = testFiling();
      const { complaint } = await world.file({
        ...settle,
        standing,
        matter: { ...matter, knownSince: localDate(knownSince) },
      });
      return refusalHints((await world.caseOf(complaint)).state);
    };
    expect(await hintsOf('2023-09-18')).toEqual([]);
    expect(await hintsOf('2023-09-17')).toEqual(['too-late']);
    expect(await hintsOf('2026-09-01', 'business')).toEqual(['no-consumer-dispute']);
  });

  it('is taken back by the person: at once before it was accepted, later the mediation ends', async () => {
    const world = complaintWorld(tables);
    const { complaint } = await world.file(settle);
    const gone = await world.give(complaint, 'withdraw', withdraw, { reason: '已和解' }, FILER);
    expect(gone.status).toBe('withdrawn');
    const later = await accepted(world, '2026-07-30', '2026-08-03');
    world.on('2026-08-20');
    await world.give(later, 'suspend', suspend, {
      reason: 'test',
      from: localDate('2026-08-20'),
      note: '鉴定',
    });
    world.on('2026-09-01');
    const ended = await world.give(later, 'withdraw', withdraw, { reason: '已和解' }, FILER);
    expect(ended.status).toBe('telling');
    expect(ended.state.mediationEnd).toMatchObject({ ground: 'settled-or-withdrawn', on: '2026-09-01' });
    // The thirteen days of the rest are in the date by which it shows whether the office was in time.
    expect(await dueOf(world, later, 'mediate')).toBe('2026-10-15');
  });

  it('that was handed over and comes back keeps the clock and goes through triage again', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world, '2026-07-30', '2026-08-03');
    const before = (await world.caseOf(id)).state;
    world.on('2026-08-10');
    const to = { kind: 'other-body', to: '消费者协会', reason: '属其职责' } as const;
    const gone = await world.give(id, 'transfer', transfer, to);
    expect([gone.status, gone.state.ended]).toEqual(['transferred', '2026-08-10']);
    world.on('2026-08-14');
    const back = await world.give(id, 'return', takeBack, { reason: '不属于该单位' });
    expect([back.status, back.state.ended]).toEqual(['received', undefined]);
    expect(
      await world.refused(id, 'refuse', refuseComplaint, { ground: 'other-law', reason: '不受理' }),
    ).toBe('complaint.refuse.accepted');
    world.kicked.length = 0;
    const again = await world.give(id, 'accept', accept, undefined);
    expect(world.kicked).toContain('start');
    expect(again.state.accepted).toEqual(before.accepted);
    expect(again.state.deadlines).toEqual(before.deadlines);
  });

  it('owes the end of the mediation and nothing else when it has come back, and both sides are told when it is withdrawn', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world, '2026-08-03');
    const to = { kind: 'other-body', to: '国家知识产权局', reason: '属其职责' } as const;
    await world.give(id, 'transfer', transfer, to);
    world.on('2026-08-31');
    const back = await world.give(id, 'return', takeBack, { reason: '不属于该单位' });
    const running = activeDeadlines(back.state, back.status as ComplaintStatus);
    expect(running.map(({ kind, deadline }) => [kind, deadline.dueLegal])).toEqual([
      ['mediate', '2026-10-08'],
    ]);
    const left = await world.give(id, 'withdraw', withdraw, { reason: '已和解' }, FILER);
    expect([left.status, left.state.mediationEnd?.ground]).toEqual(['telling', 'settled-or-withdrawn']);
    expect(
      (await world.lists.papers('2026-09-01T00:00:00Z', 500))
        .filter(({ complaint }) => complaint === id)
        .map(({ key }) => key),
    ).toContain('mediation-end');
  });
});

describe('a message', () => {
  it('to a case that has ended stands on the desk until somebody has read it', async () => {
    const world = complaintWorld(tables);
    const { complaint: ended, report } = await world.file();
    await world.assign(ended);
    const onDesk = async () => (await world.lists.openCases()).map(({ state }) => state.id);
    await world.give(ended, 'refuse', refuseComplaint, { ground: 'material', reason: '材料不全' });
    expect(await onDesk()).not.toContain(ended);
    await world.give(ended, 'write', write, { text: '材料补齐了' }, FILER);
    expect(await onDesk()).toContain(ended);
    await world.give(ended, 'read', read, undefined);
    expect(await onDesk()).not.toContain(ended);
    // Written before the case ended, and read by nobody.
    await world.give(report, 'write', write, { text: '又有新的证据' }, FILER);
    await world.give(report, 'transfer', transfer, { kind: 'other-body', to: '外局', reason: '属其职责' });
    expect(await onDesk()).toContain(report);
    await world.give(report, 'return', takeBack, { reason: '退回' });
    await world.give(report, 'read', read, undefined);
    await world.give(report, 'transfer', transfer, { kind: 'other-body', to: '外局', reason: '属其职责' });
    expect(await onDesk()).not.toContain(report);
  });
});

describe('material, notes and messages', () => {
  it('asks nobody anonymous who they are, and nobody for yesterday', async () => {
    const world = complaintWorld(tables);
    const { identity: _none, ...anonymous } = testFiling({ wish: 'check' });
    expect(await sendFiling(world.deps, anonymous, 'hash-anonymous', [])).toMatchObject({ ok: true });
    const { report } = anonymous.ids;
    const ask = (what: 'identity' | 'documents', until: string) => ({
      what,
      text: '身份证明',
      until: localDate(until),
    });
    expect(
      await world.refused(report, 'request-material', requestMaterial, ask('identity', '2026-09-25')),
    ).toBe('complaint.anonymous');
    expect(
      await world.refused(report, 'request-material', requestMaterial, ask('documents', '2026-09-18')),
    ).toBe('complaint.until.past');
    await world.give(report, 'request-material', requestMaterial, ask('documents', '2026-09-19'));
    const given = await world.give(report, 'receive-material', receiveMaterial, { no: 1 }, FILER);
    expect(given.state.requests[0]?.answered?.by).toBe('filer');
    const { version } = await world.give(report, 'receive-material', receiveMaterial, { no: 1 });
    expect(version).toBe(given.version);
  });

  it('keeps the channel open for who holds the receipt, and nobody can write the desk full', async () => {
    const world = complaintWorld(tables);
    const { complaint } = await world.file(settle);
    for (let i = 0; i < 20; i++) await world.give(complaint, 'write', write, { text: `第${i}条` }, FILER);
    expect(await world.refused(complaint, 'write', write, { text: '再一条' }, FILER)).toBe(
      'complaint.message.unread',
    );
    await world.give(complaint, 'write', write, { text: '已收到，正在办理' });
    expect((await world.caseOf(complaint)).state.messages).toEqual({
      count: 21,
      unreadByOffice: 0,
      unreadByFiler: 1,
    });
    await world.give(complaint, 'read', read, undefined, FILER);
    const messages = await world.lists.messages(complaint);
    expect(messages.map(({ no }) => no)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
    expect(messages.filter(({ from }) => from === 'filer').every(({ by }) => by === '')).toBe(true);
    const { version } = await world.caseOf(complaint);
    expect((await world.give(complaint, 'read', read, undefined, FILER)).version).toBe(version);
    expect(await world.refused(complaint, 'write', write, { text: '\u202e \n' }, FILER)).toBe(
      'complaint.message.missing',
    );
    await world.give(complaint, 'confirm-mail', confirmMail, undefined, FILER);
    expect((await world.caseOf(complaint)).state.filer.mail).toBe('confirmed');
  });

  it('says so when no more long texts fit, before the database refuses', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world);
    world.on('2026-09-21');
    const long = '调'.repeat(2_000);
    let code: string | undefined;
    for (let i = 0; i < 100 && code === undefined; i++) {
      const refused = await world.refused(id, 'note', addNote, { text: long });
      if (refused?.startsWith('taken') !== true) code = refused;
    }
    expect(code).toBe('complaint.full');
    expect(await world.refused(id, 'record-sitting', recordSitting, { ...sitting, text: long })).toBe(
      'complaint.full',
    );
    const ended = await world.give(id, 'end-mediation', endMediation, {
      ground: 'no-agreement',
      reason: long,
    });
    expect(ended.status).toBe('telling');
  });

  it('keeps a note for the office, and its words out of the audit trail', async () => {
    const world = complaintWorld(tables);
    const { complaint } = await world.file(settle);
    await world.give(complaint, 'note', addNote, { text: '内部记录甲乙丙' }, people.approver);
    const chain = JSON.stringify(await tables.store.chain(`CP#${complaint}`));
    expect(chain).not.toContain('内部记录甲乙丙');
  });
});

it('every audit chain holds, and every step in it stands in the table', async () => {
  const { cases, faults } = await chainFaults(tables);
  expect(cases).toBeGreaterThan(10);
  expect(faults).toEqual([]);
});
