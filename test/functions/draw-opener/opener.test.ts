import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenerDeps, openOfMonth } from '../../../functions/draw-opener/handler.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import { drawWorld, testPlan } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

async function opener(now: string, month?: string): Promise<OpenerDeps> {
  const { deps, publishPlan } = drawWorld(tables, { now });
  if (month !== undefined) await publishPlan(testPlan({ month }));
  const users = { list: async () => ({ users: [] }) } as unknown as OpenerDeps['users'];
  return { ...deps, users, calendar: async () => builtInCalendar, officeCode: 'BJIPO' };
}

describe('the opening of the month’s draw', () => {
  it('waits for the first working day, make-up days included', async () => {
    // 1–3 January 2026 are off, Sunday the 4th is worked (国办, 2025-11-04).
    expect(await openOfMonth(await opener('2026-01-02T01:00:00Z', '2026-01'))).toEqual({
      none: 'not-the-day',
    });
    expect(await openOfMonth(await opener('2026-01-04T01:00:00Z', '2026-01'))).toEqual({
      opened: 'BJIPO-2026-0001',
    });
    expect(await openOfMonth(await opener('2026-01-05T01:00:00Z', '2026-01'))).toEqual({
      none: 'not-the-day',
    });
  });

  it('knows the month of Beijing, not of UTC', async () => {
    // 16:30 UTC on 30 November is half past midnight on 1 December in Beijing, a Tuesday.
    expect(await openOfMonth(await opener('2026-11-30T16:30:00Z', '2026-12'))).toEqual({
      opened: 'BJIPO-2026-0002',
    });
  });

  it('opens once, however often it is called', async () => {
    const deps = await opener('2026-07-01T01:00:00Z', '2026-07');
    const opened = await Promise.all(Array.from({ length: 5 }, () => openOfMonth(deps)));
    expect(new Set(opened.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('opens nothing without a published plan, nor in a year whose holidays are not known', async () => {
    expect(await openOfMonth(await opener('2026-06-01T01:00:00Z'))).toEqual({ none: 'no-plan' });
    expect(await openOfMonth(await opener('2027-01-04T01:00:00Z', '2027-01'))).toEqual({
      none: 'no-calendar',
    });
  });
});
