import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHolidayYear } from '../../../shared/calendar/holidayCommands.ts';
import { builtInHolidayYears } from '../../../shared/calendar/holidays.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { workingCalendar } from '../../../shared/calendar/workingDays.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import { lookAt } from '../../../shared/complaint/looking.ts';
import { suspend } from '../../../shared/complaint/mediating.ts';
import { verify } from '../../../shared/complaint/verifying.ts';
import { instantOf } from '../../../shared/draw/ceremony/command.ts';
import { complaintWorld } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { entries2027 } from '../calendar/year2027.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

type World = ReturnType<typeof complaintWorld>;
const lookDeps = (world: World) => ({ ...world.deps, lists: world.lists });
const isDue = async (world: World, id: string) =>
  (await world.lists.due(instantOf(world.deps.now()), 1_000)).includes(id);
/** Reminders and escalations that were ordered for a case, in order. */
const tellingsOf = async (world: World, id: string) =>
  (await world.lists.papers('2099-01-01T00:00:00Z', 1_000))
    .filter(({ complaint, order }) => complaint === id && ['reminder', 'escalation'].includes(order.type))
    .map(({ key }) => key);

describe('what time alone does to a case', () => {
  it('is a reminder on the working day before and an escalation after the last day, each once', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-30');
    const { complaint } = await world.file({ wish: 'settle' });
    // Seven working days over National Day: 15 October, and the working day before it.
    world.at('2026-10-13T15:59:59Z');
    expect(await isDue(world, complaint)).toBe(false);
    world.at('2026-10-13T16:00:00Z');
    expect(await isDue(world, complaint)).toBe(true);
    await Promise.all([lookAt(lookDeps(world), complaint), lookAt(lookDeps(world), complaint)]);
    expect(await tellingsOf(world, complaint)).toEqual(['reminder-accept-2026-10-15']);
    expect(await isDue(world, complaint)).toBe(false);
    world.at('2026-10-15T15:59:59Z');
    expect(await isDue(world, complaint)).toBe(false);
    world.at('2026-10-15T16:00:00Z');
    expect(await isDue(world, complaint)).toBe(true);
    await lookAt(lookDeps(world), complaint);
    const { version } = await world.caseOf(complaint);
    await lookAt(lookDeps(world), complaint);
    expect((await world.caseOf(complaint)).version).toBe(version);
    expect((await tellingsOf(world, complaint)).sort()).toEqual([
      'escalation-accept-2026-10-15',
      'reminder-accept-2026-10-15',
    ]);
    expect(await isDue(world, complaint)).toBe(false);
    const escalation = (await world.lists.papers('2099-01-01T00:00:00Z', 1_000)).find(
      ({ complaint: id, order }) => id === complaint && order.type === 'escalation',
    );
    expect(escalation?.order).toMatchObject({ audience: ['handler', 'supervisors', 'approvers'] });
  });

  it('is only the escalation when nobody looked before', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-30');
    const { complaint } = await world.file({ wish: 'settle' });
    world.on('2026-12-01');
    await lookAt(lookDeps(world), complaint);
    expect(await tellingsOf(world, complaint)).toEqual(['escalation-accept-2026-10-15']);
  });

  it('is nothing while the case rests, and nothing to a date that was kept', async () => {
    const world = complaintWorld(tables);
    world.on('2026-09-18');
    const { report } = await world.file({ wish: 'check' });
    await world.assign(report);
    await world.give(report, 'verify', verify, undefined);
    await world.give(report, 'suspend', suspend, {
      reason: 'test',
      from: localDate('2026-09-18'),
      note: '鉴定',
    });
    const { complaint } = await world.file({ wish: 'settle' });
    await world.assign(complaint);
    await world.give(complaint, 'accept', accept, undefined);
    world.on('2026-11-03');
    for (const id of [report, complaint]) {
      expect(await isDue(world, id), id).toBe(false);
      await lookAt(lookDeps(world), id);
      expect(await tellingsOf(world, id), id).toEqual([]);
    }
  });

  it('counts a provisional date anew when the table of its year has come', async () => {
    const world = complaintWorld(tables);
    world.on('2026-12-21');
    const { report } = await world.file({ wish: 'check' });
    const decide = async () => (await world.caseOf(report)).state.deadlines[0]?.deadline;
    // Without the table of 2027, 1 January counts as a working Friday.
    expect(await decide()).toMatchObject({ dueLegal: '2027-01-11', provisional: true });
    // It is looked at every hour until it is certain.
    world.at('2026-12-21T05:00:00Z');
    expect(await isDue(world, report)).toBe(true);
    await lookAt(lookDeps(world), report);
    expect(await isDue(world, report)).toBe(false);
    const table = readHolidayYear(2027, entries2027);
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    const calendar = workingCalendar([...builtInHolidayYears, table.value]);
    await lookAt({ ...lookDeps(world), calendar: async () => calendar }, report);
    expect(await decide()).toMatchObject({ dueLegal: '2027-01-12', provisional: false });
    world.at('2026-12-21T07:00:00Z');
    expect(await isDue(world, report)).toBe(false);
  });
});

it('cases that are worked on are looked at before those that nobody has taken up', async () => {
  const world = complaintWorld(tables, '2025-03-03T02:00:00Z');
  const { complaint: waiting } = await world.file({ wish: 'settle' });
  const { report: worked } = await world.file({ wish: 'check' });
  await world.assign(worked);
  await world.give(worked, 'verify', verify, undefined);
  expect(await world.lists.worked()).toContain(worked);
  expect(await world.lists.worked()).not.toContain(waiting);
  const open = (await world.lists.openCases()).map(({ state }) => state.id);
  expect(open).toEqual(expect.arrayContaining([waiting, worked]));
  expect(new Set(open).size).toBe(open.length);
  world.on('2025-06-03');
  const due = await world.lists.due(instantOf(world.deps.now()), 1_000);
  expect(due.indexOf(worked)).toBeLessThan(due.indexOf(waiting));
  expect(await world.lists.due(instantOf(world.deps.now()), 1)).toHaveLength(1);
});
