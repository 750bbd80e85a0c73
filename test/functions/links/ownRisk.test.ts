import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeRiskEvent } from '../../../shared/risk/taking.ts';
import { testAgency, testPlan } from '../../fixtures/drawWorld.ts';
import { fact, riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { linkOffice } from './inspections/linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const { uscc } = testAgency(1);
const classed = (['B', 'D', '*'] as const).map((riskClass, i) => ({
  kind: '*' as const,
  riskClass,
  recency: '*' as const,
  district: '*' as const,
  ppm: [50_000, 500_000, 0][i] ?? 0,
  round: 'exact' as const,
}));

it('an agency sees its class, what made it, what counts from when, and its odds in the next plan', async () => {
  const agencies = Array.from({ length: 40 }, (_, i) =>
    testAgency(i + 1, i === 0 ? { nextRisk: { class: 'D', from: '2027-01' }, creditGrade: 'A' } : {}),
  );
  const office = await linkOffice(tables, { agencies });
  const risk = riskWorld(tables, '2026-12-05T01:00:00Z');
  const told = [
    fact(uscc, 'penalty-ordinary', '2026-12-02'),
    fact(uscc, 'report-confirmed', '2026-12-01', { id: 'CP#SECRET/report-confirmed' }),
  ];
  for (const event of told) {
    const reference = event.kind === 'report-confirmed' ? 'JB-SECRET-7' : event.reference;
    const taken = await takeRiskEvent(risk.deps, { ...event, reference });
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  }
  const link = office.link('agency', uscc);
  expect((await office.get(link)).body).toContain(`href="${link}/risk"`);
  const page = (await office.get(`${link}/risk`)).body ?? '';
  expect(page).toMatch(/2026年12月的类别<\/dt><dd[^>]*>B</);
  expect(page).toContain('D 类，自2027年1月的计划起');
  expect(page).toContain('下一个计划还没有公布');
  expect(page).toMatch(/行政处罚（一般）[\s\S]*?BJIPO-2027-0001-001[\s\S]*?>50<\/td>/);
  expect(page).toMatch(/其他经查实的线索<\/th><td[^>]*><\/td><td[^>]*><\/td><td[^>]*><\/td><td[^>]*>10</);
  // Neither the report nor the day on which it was taken in is told.
  expect(page).not.toMatch(/SECRET|2026年12月1日|2026年12月5日|举报经/);
  expect(page).toMatch(/信用评价等级<\/dt><dd[^>]*>A</);
  await risk.published('2027-01', testPlan({ month: '2027-01', rates: classed }));
  expect((await office.get(`${link}/risk`)).body).toMatch(/2027年1月计划中的抽中概率<\/dt><dd[^>]*>50%（/);
});

it('an inspector has no class, and a link that is wrong opens nothing', async () => {
  const office = await linkOffice(tables);
  expect((await office.get(`${office.link('inspector', 'P001')}/risk`)).statusCode).toBe(404);
  expect((await office.get('/l/x/risk')).statusCode).toBe(404);
  const quiet = await office.get(`${office.link('agency', uscc)}/risk`);
  expect(quiet.body).toContain('还没有任何事实');
});
