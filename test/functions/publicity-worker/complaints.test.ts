import { afterEach, beforeEach, expect, it } from 'vitest';
import { dynamoEditions } from '../../../shared/adapters/dynamoEditions.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { publishEditions } from '../../../shared/statistics/editions.ts';
import { complaintWorld } from '../../fixtures/complaintWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { siteWorld } from './siteWorld.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

it('the numbers of complaints are published after a quarter, without small ones and without any agency', async () => {
  const site = siteWorld(tables);
  await site.rebuild();
  expect(site.text('complaints.html')).toContain('还没有可以公布的统计');
  const cases = complaintWorld(tables, '2026-09-01T02:00:00Z');
  for (let one = 0; one < 6; one++) await cases.file({ wish: 'settle' });
  await cases.file({ wish: 'check', channel: 'phone' });
  const deps = {
    editions: dynamoEditions(tables.client, 'core'),
    ofMonth: (month: string) => cases.lists.ofMonth(month),
  };
  await publishEditions(deps, localDate('2026-10-01'), '2026-10-01T01:00:00Z');
  await site.rebuild();
  const page = site.text('complaints.html');
  expect(page).toContain('第三十八条');
  expect(page).toContain('暂定：2026年1月 至 2026年9月');
  expect(page).toMatch(/收到<\/th><td[^>]*>6<\/td><td[^>]*>不公布<\/td>/);
  expect(site.text('en/complaints.html')).toContain('held back');
  const csv = site.text('data/complaints.csv');
  expect(csv).toContain('2026-Q3,2026-01,2026-09,2026-10-01,no,received,all,收到,complaint,6\r\n');
  expect(csv).toContain(',received,all,收到,report,\r\n');
  expect(site.text('data/complaints.json')).not.toMatch(/"count": [1-4],/);
  const about = [...site.files].filter(([path]) => path.includes('complaints'));
  expect(about).toHaveLength(4);
  for (const [path] of about) expect(site.text(path)).not.toContain('北京测试专利代理事务所');
  expect(site.text('data/dictionary.json')).toContain('counted_on');
  expect(site.text('index.html')).toContain('complaints.html');
});
