import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoHolidays } from '../../../shared/adapters/dynamoHolidays.ts';
import { loadedCalendar } from '../../../shared/adapters/loadedCalendar.ts';
import { confirmHolidayYear, saveHolidayYear } from '../../../shared/calendar/holidayCommands.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { entries2027 } from '../calendar/year2027.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const supervisor = { userId: 'u-s', name: '监管', roles: ['supervisor'] } as const;
const approver = { userId: 'u-a', name: '审批', roles: ['approver'] } as const;

/** The client with its calls counted, failing while `broken`. */
function counted() {
  const state = { calls: 0, broken: false };
  const client = {
    send: async (command: Parameters<DynamoDBDocumentClient['send']>[0]) => {
      state.calls++;
      if (state.broken) throw new Error('the table does not answer');
      return tables.client.send(command);
    },
  };
  return { state, client: client as unknown as DynamoDBDocumentClient };
}

it('reads the tables once in five minutes, then sees what was confirmed meanwhile', async () => {
  let now = 0;
  const { state, client } = counted();
  const calendar = loadedCalendar(client, 'core', () => now);
  expect(await calendar()).toEqual(builtInCalendar);
  expect(state.calls).toBe(1);
  const deps = {
    cases: tables.store,
    holidays: new DynamoHolidays(tables.client, 'core'),
    auditKey: async () => new Uint8Array(32),
    now: () => new Date('2026-11-23T02:00:00Z'),
  };
  await saveHolidayYear(deps, 2027, entries2027, undefined, supervisor);
  await saveHolidayYear(
    deps,
    2026,
    { ...entries2027, off: [], work: [], complete: false },
    undefined,
    supervisor,
  );
  await confirmHolidayYear(deps, 2027, 1, approver);
  now = 5 * 60_000 - 1;
  expect((await calendar()).complete.has(2027)).toBe(false);
  expect(state.calls).toBe(1);
  now = 5 * 60_000;
  const fresh = await calendar();
  expect([...fresh.complete].sort()).toEqual([2025, 2026, 2027]);
  expect(fresh.off.has('2027-02-05')).toBe(true);
  expect(await deps.holidays.list()).toMatchObject([
    { state: { year: 2026, proposed: { version: 1 } } },
    { state: { year: 2027, confirmed: { saved: { by: 'u-s' }, confirmed: { by: 'u-a' } } } },
  ]);
  expect(await deps.holidays.get(2028)).toBeUndefined();
});

it('keeps no failure and never answers without the office’s tables', async () => {
  const { state, client } = counted();
  const calendar = loadedCalendar(client, 'core', () => 0);
  state.broken = true;
  await expect(calendar()).rejects.toThrow('does not answer');
  await expect(calendar()).rejects.toThrow('does not answer');
  state.broken = false;
  expect((await calendar()).complete.has(2027)).toBe(true);
});
