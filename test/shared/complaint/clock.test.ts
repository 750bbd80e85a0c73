import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import { deadlineOf } from '../../../shared/complaint/deadlines.ts';
import { lookAt } from '../../../shared/complaint/looking.ts';
import { resume, suspend } from '../../../shared/complaint/mediating.ts';
import type { StoredComplaint } from '../../../shared/complaint/ports.ts';
import { complaintWorld } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const stored = ({ state }: StoredComplaint, kind: string) => state.deadlines.find((one) => one.kind === kind);
const dueOf = (complaint: StoredComplaint, kind: string) => stored(complaint, kind)?.deadline.dueLegal;

async function acceptedOn(world: ReturnType<typeof complaintWorld>, received: string, accepted: string) {
  world.on(received);
  const { complaint } = await world.file({ wish: 'settle' });
  await world.assign(complaint);
  world.on(accepted);
  return world.give(complaint, 'accept', accept, undefined);
}

describe('the clock of a complaint', () => {
  it.each([
    ['2026-02-13', '2026-03-02'],
    ['2026-02-16', '2026-03-03'],
    ['2026-04-30', '2026-05-13'],
    ['2026-09-18', '2026-09-29'],
    ['2026-09-30', '2026-10-15'],
    ['2026-10-10', '2026-10-20'],
  ])('received on %s it is accepted or refused by %s', async (received, due) => {
    const world = complaintWorld(tables);
    world.on(received);
    const { complaint } = await world.file({ wish: 'settle' });
    expect(dueOf(await world.caseOf(complaint), 'accept')).toBe(due);
  });

  it('mediates for 60 calendar days, moved off National Day', async () => {
    const accepted = await acceptedOn(complaintWorld(tables), '2026-07-30', '2026-08-03');
    expect(dueOf(accepted, 'mediate')).toBe('2026-10-08');
  });

  it('keeps 45 working days for what was received by 2026-04-14, though it is accepted later', async () => {
    const old = await acceptedOn(complaintWorld(tables), '2026-04-14', '2026-04-20');
    // 45 working days from 20 April: Labour Day off, 9 May worked, the Dragon Boat Festival off.
    expect(dueOf(old, 'mediate')).toBe('2026-06-25');
    const now = await acceptedOn(complaintWorld(tables), '2026-04-15', '2026-04-20');
    // The 60th day is 19 June, the Dragon Boat Festival.
    expect(dueOf(now, 'mediate')).toBe('2026-06-22');
  });

  it('adds the days of a test, and nothing is overdue while it rests', async () => {
    const world = complaintWorld(tables);
    const deps = { ...world.deps, lists: world.lists };
    const { state } = await acceptedOn(world, '2026-07-30', '2026-08-03');
    world.on('2026-08-20');
    const rest = { reason: 'test' as const, from: localDate('2026-08-20'), note: '委托鉴定' };
    await world.give(state.id, 'suspend', suspend, rest);
    world.on('2026-12-01');
    await lookAt(deps, state.id);
    expect(stored(await world.caseOf(state.id), 'mediate')?.escalatedAt).toBeUndefined();
    // 13 days rested, the first and the last included: the 60 days end on 15 October.
    const back = await world.give(state.id, 'resume', resume, { to: localDate('2026-09-01') });
    expect(dueOf(back, 'mediate')).toBe('2026-10-15');
    await lookAt(deps, state.id);
    expect(stored(await world.caseOf(state.id), 'mediate')?.escalatedAt).toBeDefined();
  });

  it('tells of a rest only where it counts: not of one before the event, and of the days after it alone', () => {
    const event = localDate('2026-10-12');
    const act = { by: 'u-supervisor', name: '王监管', at: '2026-10-14T02:00:00Z' };
    const counted = (from: string, to: string) =>
      deadlineOf(
        'decide',
        event,
        {
          received: { at: '2026-09-18T02:00:00Z', on: localDate('2026-09-18') },
          suspensions: [
            {
              reason: 'test',
              note: '鉴定',
              from: localDate(from),
              to: localDate(to),
              begun: act,
              ended: act,
            },
          ],
          extensions: [],
        },
        builtInCalendar,
      )?.deadline.suspensions;
    expect(counted('2026-09-21', '2026-09-25')).toEqual([]);
    expect(counted('2026-10-10', '2026-10-14')).toEqual([{ from: '2026-10-13', to: '2026-10-14' }]);
  });
});
