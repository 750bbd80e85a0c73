import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { sha256Suite } from '../../../shared/draw/hash.ts';
import type { PoolRegisters } from '../../../shared/plan/pools.ts';
import { previewPlan } from '../../../shared/plan/preview.ts';
import { agencyOf, flatPlan, inspectorOf, items, planOf, registersOf } from './office.ts';

const nobody = new Map<string, number>();

function preview(registers: PoolRegisters, plan = planOf()) {
  const answer = previewPlan(registers, plan, sha256Suite, nobody);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

describe('a preview', () => {
  const registers = registersOf(600, 60);
  const seen = preview(registers);

  it('counts everybody once: in a cell, or closed', () => {
    expect(seen.agencies + seen.outside.closed.length).toBe(600);
    expect(seen.cells.reduce((sum, { size }) => sum + size, 0)).toBe(seen.agencies);
    expect(seen.odds.size).toBe(seen.agencies);
    expect(seen.mandatory).toBe(seen.outside.listed.length);
    for (const group of Object.values(seen.outside)) expect(group.length).toBeGreaterThan(0);
  });

  it('keeps the mandatory visits out of the drawn', () => {
    const drawn = seen.cells
      .filter(({ cell }) => cell !== 'listed')
      .reduce((sum, cell) => sum + cell.expected, 0);
    expect(seen.drawn.expected).toBeCloseTo(drawn, 9);
    expect(seen.drawn.low).toBeLessThanOrEqual(seen.drawn.expected);
    expect(seen.drawn.high).toBeGreaterThanOrEqual(seen.drawn.expected);
  });

  it('finds full teams, and is the same the second time', () => {
    expect(seen.teams?.expected.feasible).toBe(true);
    expect(seen.teams?.worst.highestLevel).toBeGreaterThanOrEqual(seen.teams?.expected.highestLevel ?? 99);
    const visits = (seen.teams?.expected.visits ?? 0) - seen.mandatory;
    expect(visits).toBeGreaterThanOrEqual(seen.drawn.low);
    expect(visits).toBeLessThanOrEqual(seen.drawn.high);
    expect(preview(registers)).toEqual(seen);
  });

  it('names the cells that have no rate line instead', () => {
    const plan = planOf({ rates: planOf().rates.slice(0, 2) });
    const answer = previewPlan(registers, plan, sha256Suite, nobody);
    expect(answer.ok ? [] : [...new Set(answer.problems.map(({ code }) => code))]).toEqual([
      'plan.cells.no_rule',
    ]);
  });
});

describe('what a preview warns of', () => {
  const rate = (ppm: number) => [
    { kind: '*', riskClass: '*', recency: '*', district: '*', ppm, round: 'exact' } as const,
  ];

  it('too few inspectors: which seats, and why the others fall out', () => {
    const seen = preview(
      {
        agencies: [0, 3, 6].map((n) => agencyOf(n, { district: 'haidian' })),
        inspectors: [
          inspectorOf(1, { quals: ['lead', 'patent'], district: 'chaoyang', cap: 2 }),
          inspectorOf(2, { quals: ['patent'], district: 'haidian' }),
          inspectorOf(3, {
            quals: ['patent'],
            district: 'chaoyang',
            certificateValidTo: localDate('2026-12-01'),
          }),
          inspectorOf(4, { quals: ['trademark'], district: 'chaoyang' }),
        ],
        relations: [],
        items,
      },
      flatPlan({ rates: rate(1_000_000) }),
    );
    const outlook = seen.teams?.expected;
    expect(outlook?.feasible).toBe(false);
    // Three patent agencies, six seats; one inspector with two seats can sit at any of them.
    expect(outlook?.short).toBe(4);
    expect(outlook?.blocking[0]).toMatchObject({ seats: 6, supply: 2, inspectors: ['I0001'] });
    const members = outlook?.blocking[0]?.asks.find(({ seat }) => seat === 2);
    expect(members).toEqual({
      kind: 'patent',
      district: 'haidian',
      seat: 2,
      quals: ['patent'],
      seats: 3,
      missing: { certificate: 1, district: 1, qualification: 1, conflict: 0, room: 1 },
    });
    expect(seen.warnings.map(({ code }) => code)).toEqual(['plan.warn.infeasible', 'plan.warn.certificates']);
    expect(seen.certificatesEnding.map(({ id }) => id)).toEqual(['I0003']);
    expect(seen.teams?.predictability).toBeUndefined();
  });

  it('a pool so thin that the visitors can be guessed', () => {
    const thin = preview(
      {
        agencies: [agencyOf(0, { district: 'haidian' })],
        inspectors: [1, 2].map((n) => inspectorOf(n, { quals: ['lead', 'patent'], district: 'chaoyang' })),
        relations: [],
        items,
      },
      flatPlan({ rates: rate(1_000_000) }),
    );
    expect(thin.teams?.predictability).toMatchObject({ highest: 1, thin: true });
    expect(thin.warnings.map(({ code }) => code)).toContain('plan.warn.thin_pool');
  });

  it('a listed agency that would miss the visit the law orders', () => {
    const listed = { listing: 'abnormal', listedSince: localDate('2026-04-01') } as const;
    const seen = preview(
      {
        agencies: [agencyOf(0, { ...listed, status: 'suspended' }), agencyOf(3, listed), agencyOf(6)],
        inspectors: Array.from({ length: 30 }, (_, n) => inspectorOf(n)),
        relations: [],
        items: items.map((item) => ({ ...item, method: 'online' as const })),
      },
      flatPlan(),
    );
    expect(seen.warnings).toEqual(
      expect.arrayContaining([
        { code: 'plan.warn.listed_outside', params: { count: 1 } },
        { code: 'plan.warn.listed_not_onsite', params: { count: 1 } },
      ]),
    );
  });
});

it('is made in seconds for 3,600 agencies and 120 inspectors', () => {
  const registers = registersOf(3_600, 120);
  // Two seconds on a machine of one’s own (bench); the tests share theirs.
  const start = performance.now();
  const seen = preview(registers);
  expect(performance.now() - start).toBeLessThan(6_000);
  expect(seen.teams?.expected.visits).toBeGreaterThan(100);
});
