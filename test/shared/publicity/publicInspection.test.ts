import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { builtInCalendar } from '../../../shared/calendar/workingDays.ts';
import type { InspectionCase, InspectionStatus } from '../../../shared/inspection/inspectionCase.ts';
import { withdrawn } from '../../../shared/inspection/publishing.ts';
import { agencyVisits } from '../../../shared/publicity/agencyVisits.ts';
import { resultColumns, resultLines } from '../../../shared/publicity/openResults.ts';
import { inspectionFacts, itemsByRef } from '../../../shared/publicity/publicInspection.ts';
import {
  drawInspectionsFile,
  publicInspections,
  standingResults,
} from '../../../shared/publicity/publicInspections.ts';
import { testItem, testPlan } from '../../fixtures/drawWorld.ts';
import { publishedCase, SECRET, secretRound } from '../../fixtures/publishedInspection.ts';

const items = itemsByRef([testItem]);
const facts = (inspection: InspectionCase, status: InspectionStatus = 'closed') =>
  inspectionFacts(inspection, status, items, builtInCalendar);
const numbered = (no: number, over: Partial<InspectionCase> = {}): InspectionCase =>
  publishedCase({ number: `BJIPO-2026-0001-00${no}`, visit: no, ...over });

/** The case as it is before anything of it was published. */
function unpublished(inspection: InspectionCase): InspectionCase {
  const { publicity: _publicity, ...rest } = inspection;
  return rest;
}

/** The case before its visit has taken place. */
function unvisited(inspection: InspectionCase): InspectionCase {
  const { ended: _ended, ...rest } = unpublished(inspection);
  return rest;
}

function withdrawnCase(inspection: InspectionCase): InspectionCase {
  if (inspection.publicity === undefined) throw new Error('nothing is published');
  return { ...inspection, publicity: withdrawn(inspection.publicity, localDate('2027-03-16'), 'expired') };
}

const visitsOf = (...all: ReturnType<typeof facts>[]) =>
  publicInspections(all).draws.get('BJIPO-2026-0001')?.visits ?? [];

describe('a published result', () => {
  it('says what was found of which agency, and nothing else of the case', () => {
    const inspection = publishedCase({ rectification: [secretRound()] });
    expect(JSON.stringify(inspection)).toContain(SECRET);
    const { result } = facts(inspection);
    expect(result).toEqual({
      number: 'BJIPO-2026-0001-001',
      draw: 'BJIPO-2026-0001',
      visit: 1,
      origin: 'drawn',
      agency: { uscc: '91110108000000001X', name: '第1代理机构', district: 'haidian', kind: 'patent' },
      joined: [],
      items: [
        {
          item: 'ZL-01@1',
          name: testItem.name,
          legalBasis: testItem.legalBasis,
          inspection: 'BJIPO-2026-0001-001',
          results: ['no_problem'],
        },
      ],
      inspectedOn: '2026-12-08',
      publishedOn: '2026-12-15',
      at: '2026-12-15T02:00:00Z',
      version: 1,
      rectification: 'ordered',
    });
    expect(JSON.stringify(facts(inspection))).not.toContain(SECRET);
  });

  it.each([
    [undefined, 'ordered'],
    [{ outcome: 'rectified', confirmed: false }, 'ordered'],
    [{ outcome: 'insufficient', confirmed: true }, 'ordered'],
    [{ outcome: 'rectified', confirmed: true }, 'rectified'],
    [{ outcome: 'not-rectified', confirmed: true }, 'not-rectified'],
  ] as const)('with the re-check %o says %s', (recheck, said) => {
    const inspection = publishedCase({ rectification: [secretRound(recheck)] });
    expect(facts(inspection).result?.rectification).toBe(said);
  });

  it('keeps number, version, day and reason when it is taken down', () => {
    const all = publicInspections([facts(withdrawnCase(publishedCase()))]);
    expect(all.draws.get('BJIPO-2026-0001')).toEqual({
      draw: 'BJIPO-2026-0001',
      results: [],
      visits: [],
      tombstones: [{ number: 'BJIPO-2026-0001-001', version: 1, on: '2027-03-16', reason: 'expired' }],
    });
  });
});

describe('where a visit stands', () => {
  it.each([
    ['to come, announced', unvisited(publishedCase()), 'notified'],
    ['to come, not announced', unvisited(publishedCase({ announced: false })), 'notified'],
    ['done, not announced', unpublished(publishedCase({ announced: false })), 'visited'],
    ['done, targeted', unpublished(publishedCase({ origin: 'targeted' })), 'reviewed'],
    [
      'cancelled, targeted',
      unvisited(
        publishedCase({
          origin: 'targeted',
          cancelled: {
            request: { by: 'u', name: 'n', at: '2026-12-05T01:00:00Z', ground: 'no-team' },
            confirmed: { by: 'v', name: 'm', at: '2026-12-05T01:00:00Z' },
          },
        }),
      ),
      'cancelled',
    ],
    ['about to be merged', unvisited(publishedCase({ lead: 'BJIPO-2026-0002-001' })), 'joining'],
  ] as const)('is not told while it is %s', (_name, inspection, status) => {
    const all = publicInspections([facts(inspection, status)]);
    expect([...all.draws]).toEqual([]);
    expect(drawInspectionsFile(all, 'BJIPO-2026-0001')).toBeUndefined();
  });

  it('is told with the last day of publication once an announced one is over', () => {
    // 20 working days from Tuesday 8 December 2026: New Year's holiday is 1 to 3 January 2027.
    const [standing] = visitsOf(facts(unpublished(publishedCase()), 'visited'));
    expect(standing).toMatchObject({ is: 'visited', visit: 1 });
    expect(standing?.is === 'visited' && standing.due >= '2027-01-05').toBe(true);
  });

  it('is told with the ground when it was cancelled', () => {
    const cancelled = {
      request: { by: 'u', name: 'n', at: '2026-12-05T01:00:00Z', ground: 'no-team' as const },
      confirmed: { by: 'v', name: 'm', at: '2026-12-05T01:00:00Z' },
    };
    expect(visitsOf(facts(unvisited(publishedCase({ cancelled })), 'cancelled'))).toEqual([
      { number: 'BJIPO-2026-0001-001', visit: 1, is: 'cancelled', ground: 'no-team' },
    ]);
  });

  it('of a merged one is told once the result of the joint visit is', () => {
    const merged = facts(unvisited(numbered(2, { lead: 'BJIPO-2026-0001-001' })), 'merged');
    const { parts } = publishedCase();
    const [part] = parts;
    if (part === undefined) throw new Error('no part');
    const lead = publishedCase({
      parts: [part, { ...part, inspection: 'BJIPO-2026-0001-002', origin: 'mandatory', items: [] }],
    });
    expect(visitsOf(merged, facts(unpublished(lead), 'visited'))).toMatchObject([
      { visit: 1, is: 'visited' },
    ]);
    expect(visitsOf(merged, facts(withdrawnCase(lead)))).toEqual([]);
    expect(visitsOf(merged, facts(lead))).toMatchObject([
      { visit: 1, is: 'published' },
      { visit: 2, is: 'merged', into: 'BJIPO-2026-0001-001' },
    ]);
    expect(facts(lead).result?.joined).toEqual([{ inspection: 'BJIPO-2026-0001-002', origin: 'mandatory' }]);
  });
});

describe('the numbers of a year', () => {
  it('keep the origins apart, tell nothing of targeted visits in advance, and know what was late', () => {
    const late = {
      version: 1,
      on: localDate('2027-02-26'),
      at: '2027-02-26T01:00:00Z',
      results: {},
      tombstones: [],
    };
    const { years } = publicInspections([
      facts(numbered(1)),
      facts(numbered(2, { publicity: late })),
      facts(withdrawnCase(numbered(3))),
      facts(unpublished(numbered(4, { announced: false })), 'visited'),
      facts(unvisited(numbered(5)), 'notified'),
      facts(unvisited(numbered(6, { origin: 'mandatory', lead: 'BJIPO-2026-0001-001' })), 'merged'),
      facts(unpublished(numbered(7, { origin: 'targeted' })), 'visited'),
    ]);
    expect(years).toEqual([
      {
        year: '2026',
        origins: [
          { origin: 'drawn', visited: 4, published: 3, onTime: 2 },
          { origin: 'mandatory', visited: 1, published: 1, onTime: 1 },
          { origin: 'targeted', visited: 0, published: 0, onTime: 0 },
        ],
      },
    ]);
  });
});

describe('the visits of an agency', () => {
  it('are counted by year against the cap; targeted ones stand apart, those taken down do not count', () => {
    const results = standingResults(
      publicInspections([
        facts(numbered(1)),
        facts(numbered(2, { ended: localDate('2026-12-20') })),
        facts(numbered(3, { origin: 'targeted' })),
        facts(withdrawnCase(numbered(4))),
      ]),
    );
    const act = { by: 'u', name: 'n', at: '2026-11-30T01:00:00Z' };
    const version = (n: number, yearlyCap: number) => ({
      month: '2026-12',
      version: n,
      plan: testPlan({ yearlyCap }),
      published: act,
    });
    expect(agencyVisits(results, [version(2, 3), version(1, 2)])).toMatchObject([
      { uscc: '91110108000000001X', years: [{ year: '2026', counted: 2, targeted: 1, cap: 3 }] },
    ]);
    expect(agencyVisits(results, [])[0]?.years[0]).not.toHaveProperty('cap');
  });
});

describe('the open data of results', () => {
  it('has one line per item, in the words and names of the national system', () => {
    const results = standingResults(publicInspections([facts(publishedCase())]));
    const [line] = resultLines(results, [], () => '2026-12', '北京市知识产权局');
    if (line === undefined) throw new Error('no line');
    const row = Object.fromEntries(resultColumns.map(({ name, value }) => [name, value(line)]));
    expect(row).toMatchObject({
      raninsPlanId: '2026-12',
      raninsTaskId: 'BJIPO-2026-0001',
      raninsTypeName: '不定向',
      insAuth: '北京市知识产权局',
      insDate: '2026-12-08',
      seqno: 1,
      raninsItemName: testItem.name,
      raninsCheckResName: '未发现问题',
      result_codes: 'no_problem',
    });
  });
});
