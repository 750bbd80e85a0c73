import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { ComplaintStatus } from '../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../shared/complaint/deadlines.ts';
import { dispute, settleDispute } from '../../../shared/complaint/disputing.ts';
import { endMediation, tell } from '../../../shared/complaint/mediating.ts';
import { confirmTransfer, transfer } from '../../../shared/complaint/transferring.ts';
import { standingOf } from '../../../shared/statistics/complaints.ts';
import { accepted } from '../../fixtures/acceptedComplaint.ts';
import { chainFaults } from '../../fixtures/complaintChains.ts';
import { complaintWorld } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const settle = { wish: 'settle' } as const;
const both = { userId: 'u-both', name: '双岗', roles: ['supervisor', 'approver'] } as const;

describe('a dispute about competence', () => {
  it('is negotiated for seven working days beside the other dates, and settled once', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-18');
    const { report: id } = await world.file({ wish: 'check' });
    await world.assign(id);
    world.on('2026-09-30');
    const other = { with: '朝阳区市场监管局', reason: '对方认为属其辖区' };
    const begun = await world.give(id, 'dispute', dispute, other);
    const running = ({ state, status }: typeof begun) =>
      activeDeadlines(state, status as ComplaintStatus).map(({ kind, deadline }) => [
        kind,
        deadline.dueLegal,
      ]);
    expect(running(begun)).toEqual([
      ['decide', '2026-10-15'],
      ['competence', '2026-10-15'],
    ]);
    expect(await world.refused(id, 'dispute', dispute, other)).toBe('complaint.dispute.open');
    world.on('2026-10-12');
    const settled = await world.give(id, 'settle-dispute', settleDispute, { outcome: 'superior' });
    expect(running(settled)).toEqual([['decide', '2026-10-15']]);
    expect(settled.state.disputes?.[0]?.settled?.outcome).toBe('superior');
    expect(await world.refused(id, 'settle-dispute', settleDispute, { outcome: 'ours' })).toBe(
      'complaint.dispute.none',
    );
    expect(standingOf(settled, 'competence', localDate('2026-10-12'))).toBe('kept');
  });

  it('has no date of its own under the older rule book', async () => {
    const world = complaintWorld(tables);
    world.on('2026-04-10');
    const { report: id } = await world.file({ wish: 'check' });
    const { state } = await world.give(id, 'dispute', dispute, { with: '某局', reason: '管辖' });
    expect(state.deadlines.map(({ kind }) => kind)).toEqual(['decide']);
  });
});

describe('a suspected crime found in a mediation', () => {
  it('ends the mediation and goes to the police by two people, and both sides are told all the same', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world);
    const end = { ground: 'should-not-have-been-accepted', reason: '涉嫌诈骗' } as const;
    await world.give(id, 'end-mediation', endMediation, end);
    const police = { kind: 'crime', to: '公安局', reason: '涉嫌诈骗' } as const;
    const away = { ...police, kind: 'other-body' } as const;
    expect(await world.refused(id, 'transfer', transfer, away)).toBe('complaint.transfer.telling');
    await world.give(id, 'transfer', transfer, police);
    const agrees = { agrees: true };
    const gone = await world.give(id, 'confirm-transfer', confirmTransfer, agrees, people.approver);
    expect([gone.status, gone.state.transfers[0]?.confirmed?.by]).toEqual([
      'telling',
      people.approver.userId,
    ]);
    const told = await world.give(id, 'tell', tell, { to: 'both', how: 'post' });
    expect(told.status).toBe('closed');
  });

  it('keeps the case open until the second person has decided, however early both sides are told', async () => {
    const world = complaintWorld(tables);
    const id = await accepted(world);
    const end = { ground: 'should-not-have-been-accepted', reason: '涉嫌诈骗' } as const;
    await world.give(id, 'end-mediation', endMediation, end);
    await world.give(id, 'transfer', transfer, { kind: 'crime', to: '公安局', reason: '涉嫌诈骗' });
    expect((await world.give(id, 'tell', tell, { to: 'both', how: 'post' })).status).toBe('telling');
    const agrees = { agrees: true };
    const gone = await world.give(id, 'confirm-transfer', confirmTransfer, agrees, people.approver);
    expect([gone.status, gone.state.transfers.length]).toEqual(['closed', 1]);
  });
});

describe('handing a case over', () => {
  const forwarded = { kind: 'forwarded', to: '朝阳区市场监管局', reason: '属其辖区' } as const;

  it('never further, when another office has passed it on: only back', async () => {
    const world = complaintWorld(tables);
    const { complaint } = await world.file({ ...settle, channel: 'forwarded' });
    expect(await world.refused(complaint, 'transfer', transfer, forwarded)).toBe(
      'complaint.transfer.forwarded',
    );
    expect(await world.refused(complaint, 'transfer', transfer, { ...forwarded, kind: 'other-body' })).toBe(
      'complaint.transfer.forwarded',
    );
    const back = await world.give(complaint, 'transfer', transfer, { ...forwarded, kind: 'returned' });
    expect(back.status).toBe('transferred');
    const own = await world.file(settle);
    expect(await world.refused(own.complaint, 'transfer', transfer, { ...forwarded, kind: 'returned' })).toBe(
      'complaint.transfer.own',
    );
  });

  it('of a suspected crime takes a second person, whatever roles the first one has', async () => {
    const world = complaintWorld(tables);
    const { report } = await world.file({ wish: 'check' });
    const crime = { kind: 'crime', to: '公安机关', reason: '涉嫌敲诈勒索' } as const;
    const asked = await world.give(report, 'transfer', transfer, crime, both);
    expect(asked.status).toBe('received');
    expect(await world.refused(report, 'transfer', transfer, crime)).toBe('complaint.transfer.waiting');
    expect(await world.refused(report, 'confirm-transfer', confirmTransfer, { agrees: true }, both)).toBe(
      'access.fourEyes.samePerson',
    );
    await world.give(report, 'confirm-transfer', confirmTransfer, { agrees: false }, people.approver);
    expect((await world.caseOf(report)).state.transfers).toEqual([]);
    expect(
      await world.refused(report, 'confirm-transfer', confirmTransfer, { agrees: true }, people.approver),
    ).toBe('complaint.transfer.none');
    await world.give(report, 'transfer', transfer, crime);
    const gone = await world.give(
      report,
      'confirm-transfer',
      confirmTransfer,
      { agrees: true },
      people.approver,
    );
    expect(gone.status).toBe('transferred');
    expect(gone.state.transfers[0]?.confirmed?.by).toBe(people.approver.userId);
  });
});

it('every audit chain holds, and every step in it stands in the table', async () => {
  const { cases, faults } = await chainFaults(tables);
  expect(cases).toBeGreaterThan(3);
  expect(faults).toEqual([]);
});
