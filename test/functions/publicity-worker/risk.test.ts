import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeRiskEvent } from '../../../shared/risk/taking.ts';
import { fact, riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { siteWorld } from './siteWorld.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

it('the formula is published with its numbers, the classes of the plan without small numbers or names', async () => {
  const site = siteWorld(tables);
  const risk = riskWorld(tables, '2026-12-02T02:00:00Z');
  for (let n = 1; n <= 8; n++) await risk.agency(n, { riskClass: n === 8 ? 'D' : 'B' });
  for (let n = 11; n <= 16; n++) await risk.agency(n, { riskClass: 'C' });
  await site.rebuild();
  const before = site.text('risk.html');
  expect(before).toMatch(/行政处罚（严重）<\/th><td[^>]*>80<\/td>/);
  expect(before).toContain('未核实');
  expect(before).not.toContain('各类机构数');
  await risk.published('2026-12');
  await site.rebuild();
  expect(site.text('risk.html')).not.toContain('各类机构数');
  // A class that changes tells the site to build itself anew.
  const uscc = await risk.agency(20);
  const taken = await takeRiskEvent(risk.deps, fact(uscc, 'penalty-serious', '2026-12-01'));
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  await site.rebuild();
  const page = site.text('risk.html');
  // One agency in class D: it is held back, and the smallest other number with it. The change counts from January.
  expect(page).toMatch(/>A<\/th><td[^>]*>0<\/td>/);
  expect(page).toMatch(/>B<\/th><td[^>]*>8<\/td>/);
  expect(page).toMatch(/>C<\/th><td[^>]*>不公布<\/td>/);
  expect(page).toMatch(/>D<\/th><td[^>]*>不公布<\/td>/);
  expect(page).not.toContain(uscc);
  expect(page).not.toContain('第1代理机构');
  expect(site.text('en/risk.html')).toContain('withheld');
  expect(site.text('index.html')).toContain('risk.html');
});
