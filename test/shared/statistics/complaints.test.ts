import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoComplaints } from '../../../shared/adapters/dynamoComplaints.ts';
import { dynamoEditions } from '../../../shared/adapters/dynamoEditions.ts';
import { dynamoPublicityOutbox } from '../../../shared/adapters/dynamoPublicityOutbox.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept, refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { endMediation, tell, withdraw } from '../../../shared/complaint/mediating.ts';
import type { StoredComplaint } from '../../../shared/complaint/ports.ts';
import { FILER } from '../../../shared/complaint/sendFiling.ts';
import { decideReport, proposeDecision, verify } from '../../../shared/complaint/verifying.ts';
import { casesBehind, dimensionLabel, dimensionOf } from '../../../shared/statistics/complaintDimensions.ts';
import { type ComplaintCounts, countComplaints, median } from '../../../shared/statistics/complaints.ts';
import {
  type Edition,
  editionsDue,
  monthsBetween,
  publishEditions,
  shownEditions,
} from '../../../shared/statistics/editions.ts';
import { publicComplaintCounts } from '../../../shared/statistics/publicComplaints.ts';
import { type ComplaintWorld, complaintWorld } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let world: ComplaintWorld;
let cases: readonly StoredComplaint[];
let counts: ComplaintCounts;
const today = localDate('2026-10-20');

/**
 * September 2026: one complaint accepted in time and settled, one refused late, one withdrawn, one untouched and
 * overdue, and the report of the first, filed after 15 working days.
 */
beforeAll(async () => {
  tables = await openTables();
  world = complaintWorld(tables, '2026-09-01T02:00:00Z');
  const first = await world.file();
  const late = await world.file({ wish: 'settle', standing: 'business', channel: 'post' });
  const back = await world.file({ wish: 'settle' });
  await world.file({ wish: 'settle' });
  await world.give(back.complaint, 'withdraw', withdraw, { reason: '已解决' }, FILER);
  for (const id of [first.complaint, first.report, late.complaint]) await world.assign(id);
  world.on('2026-09-04');
  await world.give(first.complaint, 'accept', accept, undefined);
  world.on('2026-09-30');
  await world.give(late.complaint, 'refuse', refuseComplaint, {
    ground: 'no-consumer-dispute',
    reason: '经营用途',
  });
  await world.give(first.report, 'verify', verify, undefined);
  await world.give(first.report, 'propose-decision', proposeDecision, {
    outcome: 'not-filed',
    ground: 'no-evidence',
    reason: '没有证据',
    inspect: false,
  });
  await world.give(first.report, 'decide', decideReport, { agrees: true }, people.approver);
  await world.give(first.complaint, 'end-mediation', endMediation, {
    ground: 'settled-or-withdrawn',
    reason: '自行和解',
  });
  world.on('2026-10-08');
  await world.give(first.complaint, 'tell', tell, { to: 'both', how: 'post' });
  cases = await new DynamoComplaints(tables.client, 'core').ofMonth('2026-09');
  counts = countComplaints(cases, today);
});
afterAll(() => tables.close());

const line = (dimension: string, code: string) =>
  counts.breakdowns.find((one) => one.dimension === dimension)?.lines.find((one) => one.code === code);
const kept = (deadline: string) => counts.kept.find((one) => one.deadline === deadline);

describe('the numbers', () => {
  it('count what was received, is open and is late', () => {
    expect(counts.received).toEqual({ complaint: 4, report: 1 });
    expect(counts.open).toEqual({ complaint: 1, report: 1 });
    expect(counts.overdue).toEqual({ complaint: 1, report: 0 });
  });

  it.each([
    ['basis', 'consumer', 3, 0],
    ['basis', 'reference', 1, 0],
    ['basis', 'report', 0, 1],
    ['mixed', 'both', 1, 1],
    ['channel', 'post', 1, 0],
    ['refusal', 'no-consumer-dispute', 1, 0],
    ['mediationEnd', 'settled-or-withdrawn', 1, 0],
    ['decision', 'not-filed', 0, 1],
    ['notFiled', 'no-evidence', 0, 1],
    ['status', 'withdrawn', 1, 0],
    ['district', 'haidian', 4, 1],
    ['conduct', 'mismanagement', 4, 1],
  ])('%s %s: %i complaints, %i reports', (dimension, code, complaint, report) => {
    expect(line(dimension, code)).toEqual({ code, complaint, report });
  });

  it('are each the length of a list of cases', () => {
    for (const { dimension, lines } of counts.breakdowns) {
      const row = dimensionOf(dimension);
      if (row === undefined) throw new Error(dimension);
      for (const { code, complaint, report } of lines) {
        expect(casesBehind(cases, row, code, 'complaint')).toHaveLength(complaint);
        expect(casesBehind(cases, row, code, 'report')).toHaveLength(report);
        for (const lang of ['zh', 'en'] as const)
          expect(dimensionLabel(dimension, code)[lang], `${dimension} ${code}`).not.toMatch(
            /没有说明原因|gave no reason/,
          );
      }
      if (
        ![
          'conduct',
          'mixed',
          'refusal',
          'mediationEnd',
          'decision',
          'notFiled',
          'transfer',
          'repeat',
        ].includes(dimension)
      )
        expect(
          lines.reduce((sum, one) => sum + one.complaint + one.report, 0),
          dimension,
        ).toBe(cases.length);
    }
  });

  it('say how each date was kept, and leave out what lost its object', () => {
    // Accepted on day 3 in time, refused on day 29 late, withdrawn: nowhere, untouched: overdue.
    expect(kept('accept')).toEqual({
      deadline: 'accept',
      kept: 1,
      late: 1,
      running: 0,
      overdue: 1,
      medianDays: 16,
    });
    expect(kept('mediate')).toMatchObject({ kept: 1, late: 0, medianDays: 26 });
    expect(kept('tellEnd')).toMatchObject({ kept: 1, medianDays: 8 });
    // 15 working days from 1 September end on 22 September.
    expect(kept('decide')).toMatchObject({ kept: 0, late: 1, medianDays: 29 });
    expect(kept('tellReporter')).toEqual({
      deadline: 'tellReporter',
      kept: 0,
      late: 0,
      running: 0,
      overdue: 0,
    });
  });

  it.each([
    [[], undefined],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
  ])('the median of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('what is published', () => {
  it('holds no small number, no agency, no state and no repeat', () => {
    const shown = publicComplaintCounts(counts);
    expect(shown.received).toEqual({});
    expect(shown.breakdowns.map(({ dimension }) => dimension)).not.toContain('repeat');
    expect(shown.breakdowns.map(({ dimension }) => dimension)).not.toContain('status');
    const numbers = shown.breakdowns.flatMap(({ lines }) =>
      lines.flatMap(({ complaint, report }) => [complaint, report]),
    );
    expect(numbers.filter((count) => count !== undefined && count !== 0)).toEqual([]);
    expect(
      shown.kept.every(
        ({ keptPercent, medianDays }) => keptPercent === undefined && medianDays === undefined,
      ),
    ).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('91110000710926094P');
  });

  it('holds shares and medians where enough cases stand behind them, rounded down', () => {
    const many = {
      ...counts,
      kept: [{ deadline: 'accept', kept: 199, late: 1, running: 3, overdue: 2, medianDays: 4.5 } as const],
    };
    expect(publicComplaintCounts(many).kept).toEqual([
      { deadline: 'accept', keptPercent: 99, medianDays: 4.5 },
    ]);
  });

  it.each([
    ['2026-01-01', ['2025']],
    ['2026-03-31', ['2025']],
    ['2026-04-01', ['2025', '2026-Q1']],
    ['2026-12-31', ['2025', '2026-Q3']],
    ['2027-01-01', ['2026']],
  ])('on %s the editions %j are due', (day, ids) => {
    expect(editionsDue(localDate(day)).map(({ id }) => id)).toEqual(ids);
  });

  it('covers the months of its period', () => {
    expect(monthsBetween('2026-01', '2026-03')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(editionsDue(localDate('2026-10-20')).at(-1)).toMatchObject({
      from: '2026-01',
      to: '2026-09',
      final: false,
    });
  });

  it('is counted once, kept as it was, and ordered from the site', async () => {
    const editions = dynamoEditions(tables.client, 'core');
    const deps = { editions, ofMonth: (month: string) => world.lists.ofMonth(month) };
    const publish = (day: string) => publishEditions(deps, localDate(day), `${day}T01:00:00Z`);
    expect(await publish('2026-10-20')).toBe(2);
    expect(await publish('2026-10-21')).toBe(0);
    const outbox = dynamoPublicityOutbox(tables.client, 'core', 'test');
    expect((await outbox.pending()).map(({ subject }) => subject)).toContain('complaint-counts');
    const shown = shownEditions(await editions.all());
    // Nothing was received in 2025: a year of which nothing is known is not shown as a year of noughts.
    expect(shown.map(({ id, on }) => [id, on])).toEqual([['2026-Q3', '2026-10-20']]);
    expect(await publish('2027-01-01')).toBe(1);
    expect(shownEditions(await editions.all()).map(({ id }) => id)).toEqual(['2026']);
  });

  it('shows the whole year in place of its last quarter', () => {
    const edition = (id: string, to: string, final: boolean): Edition => ({
      id,
      year: 2026,
      from: '2026-01',
      to,
      final,
      on: today,
      counts: publicComplaintCounts(counts),
    });
    const all = [
      edition('2026', '2026-12', true),
      edition('2026-Q3', '2026-09', false),
      edition('2026-Q2', '2026-06', false),
    ];
    expect(shownEditions(all).map(({ id }) => id)).toEqual(['2026']);
    expect(shownEditions(all.slice(1)).map(({ id }) => id)).toEqual(['2026-Q3']);
  });
});
