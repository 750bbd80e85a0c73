import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { type SiteWorld, siteWorld } from './siteWorld.ts';

let tables: Tables;
let site: SiteWorld;
beforeAll(async () => {
  tables = await openTables();
  site = siteWorld(tables);
  await site.rebuild();
});
afterAll(() => tables.close());

it('the catalogue stands on the site as it is and as it will be, with articles, ranges, authorities and repair', () => {
  const index = site.text('catalogue/index.html');
  expect(index).toContain('2027年1月1日起');
  expect(index).toContain('2026年12月31日');
  expect(index).toContain('国家发展改革委令第36号');
  expect(index).toContain('未核实');
  const now = site.text('catalogue/2022-12-01.html');
  for (const said of [
    '专利代理条例第二十五条第一款第二项',
    '可以罚款 100000 元以下',
    '可以责令停止承接（承办）新业务 6 至 12 个月',
    '应当罚款 10000 元至 100000 元',
    '违法所得 1 倍至 5 倍',
    '6 个月以上，直至永久',
    '市场监督管理部门（移送）',
    '国家知识产权局（本机关提出建议）',
    '严重（吊销）',
    '不作为行政处罚公示',
    '已退出有利益冲突的代理',
    '商标法（2019年修正）第六十八条第一款',
    '未核实',
  ])
    expect(now).toContain(said);
  expect(now).not.toContain('商标法（2026年修订）');
  const coming = site.text('catalogue/2027-01-01.html');
  expect(coming).toContain('商标法（2026年修订）第六十七条第一款');
  expect(coming).not.toContain('商标法（2019年修正）第六十八条第一款');
  expect(coming).toContain('应当罚款 100000 元至 200000 元');
  expect(site.text('en/catalogue/2027-01-01.html')).toContain('fine (must), 100000 to 200000 yuan');
  expect(site.text('data/index.html')).toContain('catalogue.json');
});
