import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import { giveInspection } from '../../../shared/inspection/command.ts';
import { proposeCorrection, settleCorrection } from '../../../shared/inspection/correcting.ts';
import type { InspectionCase, Publicity } from '../../../shared/inspection/inspectionCase.ts';
import { takeDown } from '../../../shared/inspection/publishing.ts';
import type { PublicityResult } from '../../../shared/law/inspectionVocabulary.ts';
import { shardOf } from '../../../shared/publicity/shard.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { countingKick } from '../../fixtures/inspectionKick.ts';
import {
  overwriteInspection,
  publishedAs,
  SECRET,
  secretParts,
  secretRound,
} from '../../fixtures/publishedInspection.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { approvedOrder, openedFor, targetedWorld } from '../../fixtures/targetedWorld.ts';
import { addresses, nestingFaults } from './markup.ts';
import { bringTo, drawTo, type SiteWorld, siteWorld } from './siteWorld.ts';

const hostileName = '=HYPERLINK("x")<script>alert(1)</script>公司';

const plan = testPlan();
const act = { by: 'u', name: 'n', at: '2026-11-30T01:00:00Z' };
const plans = [{ month: plan.month, version: 1, plan, published: act }];

let tables: Tables;
let site: SiteWorld;
let draw: string;
let targeted: string;
const at = (no: number) => `${draw}-${String(no).padStart(3, '0')}`;
const text = (path: string) => site.text(path);
const everything = () =>
  [...site.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
const rowOf = (page: string, no: number): string => {
  const rows = text(page).split('<tr class="govuk-table__row">');
  return (
    rows.find((row) =>
      row.startsWith(`<td class="govuk-table__cell govuk-table__cell--numeric">${no}</td>`),
    ) ?? ''
  );
};

function published(results: readonly PublicityResult[], over: Partial<Publicity> = {}) {
  return (opened: InspectionCase): Partial<InspectionCase> => ({
    ...secretParts(),
    ended: localDate('2026-12-08'),
    publicity: publishedAs(opened, results, over),
  });
}

/** Gives a command as the workflow or a person of the office would. */
function give(number: string, command: 'take-down' | 'propose-correction' | 'settle-correction', by = 'u') {
  const { deps } = site.world;
  const kept = { ...deps, kick: countingKick().kick };
  const actor = { userId: by, name: SECRET, roles: ['supervisor', 'approver'] as const };
  if (command === 'take-down') return giveInspection(kept, number, command, takeDown, undefined, SYSTEM);
  if (command === 'settle-correction')
    return giveInspection(kept, number, command, settleCorrection, { keep: false }, actor);
  const right = {
    item: 'ZL-01@1',
    results: ['no_such_business'],
    obstruction: '',
    unreachable: '',
    note: SECRET,
  };
  return giveInspection(
    kept,
    number,
    command,
    proposeCorrection,
    { reason: SECRET, results: [right] },
    actor,
  );
}

beforeAll(async () => {
  tables = await openTables();
  const office = await targetedWorld(tables);
  site = siteWorld(tables, {
    world: office.world,
    sources: { plans: async () => plans },
  });
  draw = await drawTo(site.world, 'published', plan);
  targeted = await bringTo(
    site.world,
    await openedFor(office, [await approvedOrder(office, 1)]),
    'published',
  );
  await site.rebuild();
  // 1 good, 2 negative until March, 3 visited, 4 not announced and visited, 5 cancelled, 6 merged into 1, 7 to come.
  await overwriteInspection(tables, at(1), 'closed', (opened) => ({
    ...published(['no_problem'])(opened),
    agency: { ...opened.agency, name: hostileName },
  }));
  await overwriteInspection(tables, at(2), 'closed', (opened) => ({
    ...published(['not_publicised', 'rectification_ordered'], { until: localDate('2027-03-15') })(opened),
    rectification: [secretRound({ outcome: 'rectified', confirmed: true })],
    corrections: [],
  }));
  await overwriteInspection(tables, at(3), 'visited', () => ({
    ...secretParts(),
    ended: localDate('2026-12-09'),
  }));
  await overwriteInspection(tables, at(4), 'visited', () => ({
    ...secretParts(),
    announced: false,
    ended: localDate('2026-12-09'),
  }));
  await overwriteInspection(tables, at(5), 'cancelled', () => {
    const by = { by: `${SECRET}-u`, name: SECRET, at: '2026-12-09T01:00:00Z' };
    return { cancelled: { request: { ...by, ground: 'no-team' }, confirmed: by } };
  });
  await overwriteInspection(tables, at(6), 'merged', () => ({ lead: at(1) }));
  await overwriteInspection(tables, `${targeted}-001`, 'reviewed', () => ({
    ...secretParts(),
    ended: localDate('2026-12-11'),
  }));
  await site.rebuild();
});
afterAll(() => tables.close());

describe('results on the site', () => {
  it('show nothing of a case but its result', () => {
    expect(everything()).not.toContain(SECRET);
    expect(everything()).not.toContain('evil.example');
  });

  it('are pages that nest, link only to files that are there, and show names as text', () => {
    const pages = [...site.files.keys()].filter((path) => /(^|\/)(results|draws)\/.*\.html$/.test(path));
    expect(pages.filter((path) => path.includes('results/')).length).toBeGreaterThanOrEqual(10);
    for (const path of [...pages, 'index.html', 'en/index.html', 'data/index.html']) {
      expect(nestingFaults(text(path)), path).toEqual([]);
      expect(text(path)).not.toContain('<script>alert');
      for (const address of addresses(text(path))) {
        if (/^(data:,|#|https:\/\/links\.)/.test(address)) continue;
        const target = new URL(address, `https://open.example.cn/${path}`);
        if (/SHA256SUMS/.test(target.pathname)) continue;
        expect(site.files.has(decodeURIComponent(target.pathname.slice(1))), `${path}: ${address}`).toBe(
          true,
        );
      }
    }
  });

  it('stand on a page of their own, with the words, what they mean, the day they end and the telephone', () => {
    const page = text(`results/${at(2)}/index.html`);
    for (const said of [
      at(2),
      '未按规定公示应当公示的信息、发现问题已责令改正',
      '依法应当公示的信息没有按规定公示',
      '专利代理条例第二十二条',
      '2027年3月15日',
      '已改正，经复查确认',
      '010-12345678',
      '抽查',
    ])
      expect(page).toContain(said);
    expect(text(`en/results/${at(2)}/index.html`)).toContain('Rectified, confirmed by a re-check');
  });

  it('are listed newest first with the origins apart, in the month and in the numbers of the year', () => {
    for (const path of ['results/index.html', 'results/2026-12.html']) {
      expect(text(path)).toContain(at(1));
      expect(text(path)).toContain('抽查 2 件，必查 0 件，定向 0 件');
    }
    expect(text('index.html')).toContain('2026 年抽签的检查');
    expect(text('index.html')).toContain('100%');
  });

  it('are linked from the visits of the draw, with what is known of the others', () => {
    const page = `draws/${draw}/index.html`;
    expect(rowOf(page, 1)).toContain(`../../results/${at(1)}/index.html`);
    expect(rowOf(page, 3)).toContain('已检查，结果于2027年1月');
    expect(rowOf(page, 5)).toContain('未实施：组不成检查组');
    expect(rowOf(page, 6)).toContain(`合并于 ${at(1)}`);
    // Nobody can tell a visit without notice that took place from one that is to come.
    expect(rowOf(page, 4)).toMatch(/<td class="govuk-table__cell"><\/td><\/tr>/);
    expect(rowOf(page, 7)).toMatch(/<td class="govuk-table__cell"><\/td><\/tr>/);
    expect(everything()).not.toContain(at(4));
    expect(everything()).not.toContain(at(7));
  });

  it('of targeted visits are nowhere before they are published', async () => {
    expect(everything()).not.toContain(`${targeted}-001`);
    expect(site.files.has(`data/results/${targeted}.json`)).toBe(false);
  });

  it('are news, and open data in which no name is a formula', () => {
    expect(text('feed.xml')).toContain(at(1));
    expect(text('feed.xml')).not.toContain('<script>');
    const csv = text('data/results.csv');
    expect(csv).toContain('未按规定公示应当公示的信息、发现问题已责令改正');
    expect(csv).not.toMatch(/(^|,|")=HYPERLINK/m);
    expect(JSON.parse(text('data/results.json'))).toHaveLength(2);
  });

  it('are found by the code of the agency, with the number of the visit and the cap', () => {
    const row = JSON.parse(text('data/results.json')).find((one: { number: string }) => one.number === at(2));
    const lines = JSON.parse(text(`results/rows/${shardOf(row.uscc)}.json`))[row.uscc].lines;
    expect(lines.zh).toContainEqual({ term: '2026 年度检查', text: '1 次，上限 2 次' });
    const found = lines.zh.find(({ term }: { term: string }) => term === at(2));
    expect(found.text).toContain('2026 年度第 1 次，上限 2 次');
    expect(site.files.has(`results/${found.href}`)).toBe(true);
    expect(site.files.has(`en/results/${found.href}`)).toBe(true);
    expect(lines.en[1].term).toBe('Visits of 2026');
  });
});

describe('what happens later', () => {
  it('writes nothing that did not change', async () => {
    const wrote = site.writes.length;
    await overwriteInspection(tables, at(7), 'notified', () => ({ statement: SECRET }));
    await site.rebuild();
    expect(site.writes.slice(wrote)).toEqual(['SHA256SUMS', 'SHA256SUMS.sig']);
  });

  it('shows a targeted result once it is published, apart and not counted towards the cap', async () => {
    const wrote = site.writes.length;
    const state = await overwriteInspection(tables, `${targeted}-001`, 'closed', published(['no_problem']));
    await site.rebuild();
    expect(text(`results/${targeted}-001/index.html`)).toContain('定向');
    expect(text('results/2026-12.html')).toContain('抽查 2 件，必查 0 件，定向 1 件');
    const { uscc } = state.agency;
    const { lines } = JSON.parse(text(`results/rows/${shardOf(uscc)}.json`))[uscc];
    expect(JSON.stringify(lines.zh)).toContain('另有定向 1 次（不计入）');
    // The other draw and its results are left as they are.
    const other = site.writes.slice(wrote).filter((path) => path.includes(`/${draw}`));
    expect(other).toEqual([]);
    expect(everything()).not.toContain(SECRET);
  });

  it('replaces a corrected version and says so; the old one is number, day and reason', async () => {
    await overwriteInspection(tables, at(1), 'closed', () => ({
      corrections: [{ raised: { by: 'u', name: SECRET, at: '2026-12-16T01:00:00Z' }, text: SECRET }],
    }));
    site.world.clock.now = '2026-12-17T01:00:00Z';
    expect(await give(at(1), 'propose-correction', 'a')).toMatchObject({ ok: true });
    expect(await give(at(1), 'settle-correction', 'b')).toMatchObject({ ok: true });
    await site.rebuild();
    const page = text(`results/${at(1)}/index.html`);
    expect(page).toContain('第 2 版于2026年12月17日替换了第 1 版，原因：内容有误，已更正。');
    expect(page).toContain('未发现开展本次抽查涉及的经营活动');
    expect(page).not.toContain('未发现问题');
    const old = text(`results/${at(1)}/v1.html`);
    expect(old).toContain('2026年12月17日');
    expect(old).not.toContain('公司');
    expect(text('feed.xml')).toContain('检查结果更正');
    expect(text('data/result-tombstones.csv')).toContain(`${at(1)},1,2026-12-17,corrected`);
    expect(everything()).not.toContain(SECRET);
  });

  it('takes a negative result down after its last day and leaves a tombstone at its address', async () => {
    const row = JSON.parse(text('data/results.json')).find((one: { number: string }) => one.number === at(2));
    site.world.clock.now = '2027-03-15T16:00:00Z';
    expect(await give(at(2), 'take-down')).toMatchObject({ ok: true });
    await site.rebuild();
    for (const lang of ['', 'en/']) {
      const page = text(`${lang}results/${at(2)}/index.html`);
      expect(page).toContain(lang === '' ? '公示期届满' : 'The publicity period has ended');
      expect(page).not.toContain(row.agency);
      expect(page).not.toContain(row.uscc);
      expect(nestingFaults(page)).toEqual([]);
    }
    const tombstone = `${at(2)},1,2027-03-16,expired`;
    expect(text('data/result-tombstones.csv')).toContain(tombstone);
    for (const path of [
      'data/results.csv',
      'data/results.json',
      'feed.xml',
      'results/index.html',
      'results/2026-12.html',
      'results/agencies.html',
      'sitemap.xml',
    ])
      expect(text(path), path).not.toContain(at(2));
    expect(text('data/results.csv')).not.toContain(row.uscc);
    expect(rowOf(`draws/${draw}/index.html`, 2)).toMatch(/<td class="govuk-table__cell"><\/td><\/tr>/);
    expect(JSON.stringify([...site.files.keys()])).not.toContain(row.uscc);
  });

  it('comes right after a crash at any write, and is then the site that is built from nothing', async () => {
    await overwriteInspection(tables, at(3), 'closed', published(['no_problem']));
    let crashes = 0;
    for (let left = 0; ; left += 3) {
      site.state.left = left;
      try {
        await site.rebuild();
        break;
      } catch {
        crashes += 1;
      }
    }
    expect(crashes).toBeGreaterThan(3);
    expect(rowOf(`draws/${draw}/index.html`, 3)).toContain(`../../results/${at(3)}/index.html`);
    const fresh = siteWorld(tables, { world: site.world, sources: { plans: async () => plans } });
    await fresh.rebuild();
    expect([...fresh.files.keys()].sort()).toEqual([...site.files.keys()].sort());
    for (const path of fresh.files.keys()) {
      if (path !== 'SHA256SUMS.sig') expect(fresh.text(path) === site.text(path), path).toBe(true);
    }
  });
});
