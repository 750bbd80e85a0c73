import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { quotas } from '../../../shared/draw/quota.ts';
import {
  cellsOf,
  owesListedVisit,
  planDay,
  recencyOf,
  specialCellOf,
  visitsInYear,
} from '../../../shared/plan/cells.ts';
import { agencyOdds, cellOdds, totalRange } from '../../../shared/plan/odds.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import { agencyOf, flatPlan, planOf, registersOf } from './office.ts';

const date = fc
  .integer({ min: 0, max: 1200 })
  .map((days) => localDate(new Date(Date.UTC(2023, 8, 1) + days * 86_400_000).toISOString().slice(0, 10)));

const agency = (n: number): fc.Arbitrary<Agency> =>
  fc
    .record({
      riskClass: fc.constantFrom('A', 'B', 'C', 'D'),
      status: fc.constantFrom('active', 'active', 'active', 'suspended', 'closed'),
      listed: fc.boolean(),
      excluded: fc.integer({ min: 0, max: 9 }),
      last: fc.option(date, { nil: undefined }),
      since: date,
      visits: fc.integer({ min: 0, max: 3 }),
    })
    .map(({ riskClass, status, listed, excluded, last, since, visits }) =>
      agencyOf(n, {
        riskClass,
        status,
        ...(listed ? { listing: 'abnormal', listedSince: since } : {}),
        ...(excluded === 0 ? { exclusion: '由其他部门监管' } : {}),
        ...(last === undefined ? {} : { lastInspectedOn: last, visitsThisYear: visits }),
      }),
    );

const agencies = fc
  .integer({ min: 0, max: 60 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => agency(n))));

function made(list: readonly Agency[], plan = planOf()) {
  const cells = cellsOf(list, plan);
  if (!cells.ok) throw new Error(JSON.stringify(cells.problems));
  return cells.value;
}

describe('every agency falls into exactly one cell', () => {
  const plan = planOf({ rates: planOf().rates.map(({ min: _min, ...rule }) => rule) });

  it('and only the closed ones into none', () => {
    fc.assert(
      fc.property(agencies, (list) => {
        const { cells, cellOf, closed } = made(list, plan);
        const placed = cells.flatMap((cell) => cell.agencies.map(({ uscc }) => [uscc, cell.name]));
        expect(placed.length + closed.length).toBe(list.length);
        expect(new Map(placed as [string, string][])).toEqual(cellOf);
        expect(closed.every(({ status }) => status === 'closed')).toBe(true);
        expect(cells.every((cell) => cell.agencies.length > 0)).toBe(true);
      }),
    );
  });

  it('whatever the order of the register', () => {
    fc.assert(
      fc.property(agencies, (list) => {
        expect(made(list.toReversed(), plan)).toEqual(made(list, plan));
      }),
    );
  });

  it('and the odds of the agencies add up to the expected number', () => {
    fc.assert(
      fc.property(agencies, (list) => {
        const cells = made(list, plan);
        const expected = cellOdds(cells, plan).reduce((sum, cell) => sum + cell.expected, 0);
        const odds = [...agencyOdds(cells, plan).values()].reduce((sum, one) => sum + one.odds, 0);
        expect(odds).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe('expected numbers', () => {
  it('are the average over every u', () => {
    const plan = planOf();
    const cells = made(registersOf(400, 0).agencies, plan);
    const plans = cells.cells.map((cell) => cell.plan);
    const sizes = cells.cells.map((cell) => cell.agencies.length);
    // Every thousandth u is enough: all rates are multiples of 10,000 ppm.
    const totals = sizes.map(() => 0);
    const seen = { low: Number.POSITIVE_INFINITY, high: 0 };
    for (let u = 0; u < 1_000_000; u += 1_000) {
      const n = quotas(plans, sizes, u);
      n.forEach((count, i) => {
        totals[i] = (totals[i] ?? 0) + count / 1_000;
      });
      const drawn = n.reduce((sum, count, i) => (plans[i]?.cell === 'listed' ? sum : sum + count), 0);
      seen.low = Math.min(seen.low, drawn);
      seen.high = Math.max(seen.high, drawn);
    }
    cellOdds(cells, plan).forEach((odds, i) => {
      expect(odds.expected).toBeCloseTo(totals[i] ?? -1, 6);
    });
    expect(totalRange(cells)).toEqual(seen);
  });

  it('count the draws up to December', () => {
    const cells = made([agencyOf(1)], flatPlan({ month: '2026-11' }));
    expect(cellOdds(cells, { month: '2026-11' })[0]?.thisYear).toBeCloseTo(1 - 0.95 ** 2, 12);
    expect(cellOdds(cells, { month: '2026-12' })[0]?.thisYear).toBeCloseTo(0.05, 12);
  });
});

describe('special cells', () => {
  const plan = planOf();
  const listed = { listing: 'serious', listedSince: localDate('2026-05-01') } as const;

  it('a listed agency is visited once per listing and plan year', () => {
    const day = planDay(plan);
    expect(owesListedVisit(agencyOf(1, listed), day)).toBe(true);
    const before = agencyOf(1, { ...listed, lastInspectedOn: localDate('2026-04-30') });
    expect(owesListedVisit(before, day)).toBe(true);
    const since = agencyOf(1, { ...listed, lastInspectedOn: localDate('2026-05-01') });
    expect(owesListedVisit(since, day)).toBe(false);
    const lastYear = agencyOf(1, {
      ...listed,
      listedSince: localDate('2025-05-01'),
      lastInspectedOn: localDate('2025-06-01'),
    });
    expect(owesListedVisit(lastYear, day)).toBe(true);
  });

  it('is drawn with certainty, exactly', () => {
    const cells = made([agencyOf(1, listed), agencyOf(2)], flatPlan());
    expect(cells.cells[0]?.plan).toEqual({ cell: 'listed', ppm: 1_000_000, round: 'exact' });
    expect(agencyOdds(cells, plan).get(agencyOf(1).uscc)?.odds).toBe(1);
  });

  it('the yearly cap holds in the year of the visits only', () => {
    const full = agencyOf(1, { lastInspectedOn: localDate('2026-08-01'), visitsThisYear: 2 });
    expect(specialCellOf(full, plan)).toBe('capped');
    expect(specialCellOf(full, planOf({ month: '2027-01' }))).toBeUndefined();
    expect(visitsInYear(full, localDate('2027-01-01'))).toBe(0);
  });

  it('an excluded or suspended agency stays visible with rate 0', () => {
    const cells = made(
      [
        agencyOf(1, { exclusion: '由国家知识产权局直接监管', ...listed }),
        agencyOf(2, { status: 'suspended' }),
      ],
      flatPlan(),
    );
    expect(cells.cells.map(({ name, plan: { ppm } }) => [name, ppm])).toEqual([
      ['suspended', 0],
      ['excluded', 0],
    ]);
  });
});

describe('rate lines', () => {
  it('take the first that fits; recency counts from the first of the month', () => {
    const edge = agencyOf(1, { lastInspectedOn: localDate('2025-12-01') });
    expect(recencyOf(edge, planOf())).toBe('earlier');
    expect(recencyOf(agencyOf(1, { lastInspectedOn: localDate('2025-12-02') }), planOf())).toBe('recent');
    expect(recencyOf(agencyOf(1, { lastInspectedOn: localDate('2024-12-01') }), planOf())).toBe('long');
    expect(recencyOf(agencyOf(1), planOf())).toBe('long');
  });

  it('name the combinations without a line, with their number', () => {
    const plan = flatPlan({
      rates: [{ kind: 'patent', riskClass: '*', recency: '*', district: '*', ppm: 50_000, round: 'exact' }],
    });
    const both = { kinds: ['trademark'], riskClass: 'C', district: 'haidian' } as const;
    const answer = cellsOf(
      [agencyOf(1, { ...both, kinds: ['trademark'] }), agencyOf(2, { ...both, kinds: ['trademark'] })],
      plan,
    );
    expect(answer).toEqual({
      ok: false,
      problems: [
        {
          code: 'plan.cells.no_rule',
          params: expect.objectContaining({
            riskClass: 'C',
            kind: 'trademark',
            recency: 'long',
            districtZh: '海淀区',
            count: 2,
          }),
          field: 'rates',
        },
      ],
    });
  });

  it('refuse a minimum that promises visits to nobody', () => {
    const answer = cellsOf([agencyOf(1, { riskClass: 'A' })], planOf());
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(['plan.cells.min_empty']);
  });

  it('order the cells class by class: 必查 first, rate 0 last', () => {
    const names = made(registersOf(800, 0).agencies).cells.map(({ name }) => name);
    expect(names[0]).toBe('listed');
    expect(names.slice(-3)).toEqual(['suspended', 'excluded', 'capped']);
    const classes = names.filter((name) => name.includes('/')).map((name) => name[0]);
    expect(classes).toEqual(classes.toSorted());
    expect(new Set(names).size).toBe(names.length);
  });

  it('keep the risk class out of the cells when no line asks for it', () => {
    const cells = made([agencyOf(0, { riskClass: 'D' }), agencyOf(3, { riskClass: 'A' })], flatPlan());
    expect(cells.cells.map(({ name }) => name)).toEqual(['patent/long']);
    const split = made([agencyOf(0), agencyOf(3)], flatPlan({ splitByDistrict: true }));
    expect(split.cells.map(({ name }) => name)).toEqual(
      [agencyOf(0).district, agencyOf(3).district].map((district) => `patent/long/${district}`),
    );
  });
});
