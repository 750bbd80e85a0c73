import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  isTold,
  ownInspections,
  toldItems,
  toldParts,
} from '../../../../functions/links/inspections/ownInspections.ts';
import { termDay } from '../../../../functions/links/inspections/termDays.ts';
import { openRecipientLink } from '../../../../functions/links/linkDeps.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../../shared/calendar/workingDays.ts';
import { deadlineOf, visitDeadline } from '../../../../shared/inspection/deadlines.ts';
import type { Part } from '../../../../shared/inspection/inspectionCase.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { firstVisit, linkOffice, shortItem } from './linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const secret = { ...shortItem, code: 'ZL-02', name: '不预先告知的事项', announced: false };

describe('a joint visit', () => {
  it('is found by the links of both draws, under the number of its lead', async () => {
    const office = await linkOffice(tables);
    const { number, link, visit } = firstVisit(office);
    const [, second] = office.visits;
    if (second === undefined) throw new Error('one visit only');
    // Two inspections of one agency, the first merged into the second.
    const lead = office.numberOf(second.no);
    const { agency, team } = (await office.load(number)).state;
    const before = (await office.load(lead)).state;
    const joined = team.filter(({ tid }) => before.team.every((seat) => seat.tid !== tid));
    await office.put(lead, 'notified', { agency, team: [...before.team, ...joined] });
    await office.put(number, 'merged', { lead });
    expect((await office.get(`${link}/inspection/${lead}`)).statusCode).toBe(200);
    expect((await office.get(`${link}/inspection/${number}`)).statusCode).toBe(404);
    const inspector = office.link('inspector', visit.seats[0]?.inspectorId ?? '');
    expect((await office.get(`${inspector}/inspection/${lead}`)).body).toContain(agency.name);
  });

  it('whose lead is of another agency shows nothing', async () => {
    const office = await linkOffice(tables);
    const { number, link } = firstVisit(office);
    const lead = office.numberOf(office.visits[1]?.no ?? 0);
    await office.put(number, 'merged', { lead });
    const opened = await openRecipientLink(office.deps, link.slice(3), new Date(office.world.clock.now));
    if (opened === undefined) throw new Error('no link');
    expect(await ownInspections(office.deps, opened)).toEqual([]);
  });

  it('keeps its unannounced part and items to itself until it has begun', async () => {
    const office = await linkOffice(tables);
    const { number } = firstVisit(office);
    const { state } = await office.load(number);
    const [own] = state.parts;
    if (own === undefined) throw new Error('no part');
    const other: Part = { ...own, inspection: 'BJIPO-2026-0002-001', origin: 'targeted', items: ['ZL-02@1'] };
    const joint = { ...state, parts: [own, other] };
    const items = [shortItem, secret];
    expect(toldParts(joint, items)).toEqual([own]);
    expect(toldItems(joint, items)).toEqual([shortItem]);
    const begun = { ...joint, arrivals: [{ by: 'u', name: 'n', at: 't', how: 'typed' as const }] };
    expect(toldParts(begun, items)).toHaveLength(2);
    expect(toldItems(begun, items)).toEqual(items);
    expect(isTold({ ...joint, announced: false })).toBe(false);
    expect(isTold({ ...begun, announced: false })).toBe(true);
  });
});

describe('the day of a period', () => {
  const day = (text: string) => localDate(text);
  it.each([
    ['2026-12-06', { at: 'before', of: 25 }],
    ['2026-12-07', { at: 'within', day: 1, of: 25 }],
    ['2026-12-31', { at: 'within', day: 25, of: 25 }],
    ['2027-01-02', { at: 'over', late: 2 }],
  ])('of the visits on %s', (today, expected) => {
    const period = { from: day('2026-12-07'), to: day('2026-12-31') };
    const term = termDay(visitDeadline(period, builtInCalendar), day(today), builtInCalendar);
    expect(term).toEqual(expected);
  });

  it.each([
    // A Friday; the office works on Monday next.
    ['2026-12-11', { at: 'before', of: 3 }],
    ['2026-12-12', { at: 'within', day: 1, of: 3 }],
    ['2026-12-14', { at: 'within', day: 1, of: 3 }],
    ['2026-12-16', { at: 'within', day: 3, of: 3 }],
    ['2026-12-17', { at: 'over', late: 1 }],
  ])('of a decision in working days on %s', (today, expected) => {
    const stored = deadlineOf('recusal', day('2026-12-11'), builtInCalendar);
    expect(termDay(stored, day(today), builtInCalendar)).toEqual(expected);
  });
});
