import { afterEach, beforeEach, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { endListing } from '../../../shared/listing/ending.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { heavy, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { siteWorld } from './siteWorld.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

it('shows who is listed today and why, and once removed nothing but number, day and reason', async () => {
  const site = siteWorld(tables);
  await site.rebuild();
  expect(site.text('listings.html')).toContain('今天没有机构');
  const lists = listingWorld(tables);
  const uscc = await lists.agency({ name: '甲专利代理所' });
  const proposed = await lists.proposed(await lists.agency({ name: '只是拟列入所' }), unreachable);
  const grave = await lists.agency({ name: '乙专利代理所' });
  await lists.listedSerious(grave, heavy, '2026-05-06', '2026-05-13');
  const id = await lists.listed(uscc, unreachable);
  await site.rebuild();
  const page = site.text('listings.html');
  for (const part of [
    uscc,
    '甲专利代理所',
    '通过登记的经营场所无法联系',
    '2026年5月13日',
    '北京市知识产权局',
  ])
    expect(page).toContain(part);
  // An entry of the serious-breach list has a last day.
  expect(page).toContain('2029年5月13日');
  // What the office has found out, and who is only proposed, stays inside.
  for (const secret of [unreachable.facts, '只是拟列入所', proposed, '事实清楚'])
    expect(page).not.toContain(secret);
  expect(site.text('en/listings.html')).toContain('Cannot be reached');
  expect(site.text('index.html')).toContain('listings.html');
  // Under the code of the agency, for whoever looks it up, with script or without.
  const { number: decided = '' } = (await lists.caseOf(id)).state.decision ?? {};
  for (const file of ['results/agencies.html', 'en/results/agencies.html'])
    for (const part of [uscc, decided, grave]) expect(site.text(file)).toContain(part);
  const shards = [...site.files.keys()].filter((file) => file.startsWith('results/rows/'));
  const rows = Object.assign({}, ...shards.map((file) => JSON.parse(site.text(file))));
  expect(rows[grave].lines.zh).toContainEqual({
    term: expect.stringContaining('严重违法失信名单 京知名'),
    text: expect.stringContaining('2026年5月13日列入，2029年5月13日期满'),
    href: '../listings.html',
  });
  const data = () => JSON.parse(site.text('data/listings.json')) as readonly Record<string, unknown>[];
  expect(data().map(({ list, uscc: code, since }) => [list, code, since])).toEqual([
    ['serious', grave, '2026-05-13'],
    ['abnormal', uscc, '2026-05-13'],
  ]);
  expect(site.text('data/listings.csv')).toContain(uscc);

  const { number = '' } = (await lists.caseOf(id)).state.decision ?? {};
  await endListing(lists.deps, id, { reason: 'annulled', on: localDate('2026-05-13') }, people.approver);
  await site.rebuild();
  const after = site.text('listings.html');
  expect(after).toContain(number);
  expect(after).toContain('列入依据被撤销');
  for (const file of site.files.keys()) expect(site.text(file)).not.toContain('甲专利代理所');
  expect(JSON.parse(site.text('data/listing-tombstones.json'))).toEqual([
    { number, ended_on: '2026-05-13', reason: 'annulled' },
  ]);
});
