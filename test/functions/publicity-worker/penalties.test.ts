import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { publicityRow } from '../../../shared/draw/ceremony/drawRows.ts';
import { yuan } from '../../../shared/money.ts';
import { expirePublicity, repairPublicity } from '../../../shared/penalty/publicity.ts';
import {
  type PenaltyWorld,
  penaltyWorld,
  system,
  testCharge,
  testDraft,
  USCC,
} from '../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { nestingFaults } from './markup.ts';
import { type SiteWorld, siteWorld } from './siteWorld.ts';

let tables: Tables;
let office: PenaltyWorld;
let site: SiteWorld;
beforeEach(async () => {
  tables = await openTables();
  office = penaltyWorld(tables);
  site = siteWorld(tables);
});
afterEach(() => tables.close());

const AGENCY = '北京测试专利代理事务所';
const FACTS = '经查，当事人代理了冲突双方。';
const decided = async (id: string) => {
  const { decision } = (await office.caseOf(id)).state;
  return {
    number: decision?.number ?? '',
    page: `penalties/2026-${String(decision?.serial).padStart(4, '0')}/index.html`,
  };
};
/** Everything that the site holds, as one text. */
const everything = () =>
  [...site.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n');
const rows = () => site.text('data/penalties.csv').replace('\uFEFF', '').trimEnd().split('\r\n');

describe('a decision in effect', () => {
  it('is published in summary, with its clocks, its end and the way to a repair', async () => {
    const id = await office.effective();
    await site.rebuild();
    const { number, page } = await decided(id);
    const { publicity } = (await office.caseOf(id)).state;
    for (const prefix of ['', 'en/']) {
      const shown = site.text(`${prefix}${page}`);
      expect(nestingFaults(shown)).toEqual([]);
      for (const said of [number, AGENCY, USCC, '罚款50000.00元', '第二十五条第一款'])
        expect(shown).toContain(said);
    }
    const shown = site.text(page);
    expect(publicity).toMatchObject({ class: 'ordinary', gsxt: true, on: '2026-07-14' });
    for (const said of [
      '2026年7月14日',
      '2026年7月23日（按期公示）',
      '2026年8月11日',
      '2027年7月14日',
      '自2026年10月15日起可以申请',
    ])
      expect(shown).toContain(said);
    // The days of the portal rest on a rule that was not read in full.
    expect(shown).toContain('国办发〔2018〕118号（未核实）');
    expect(shown).toContain('已退出有利益冲突的代理');
    expect(shown).toContain('北京市知识产权局');
    expect(everything()).not.toContain(FACTS);
    for (const list of ['penalties/index.html', 'penalties/2026.html', 'feed.xml'])
      expect(site.text(list)).toContain(number);
    expect(site.text('sitemap.xml')).toContain(page);
  });

  it('says so when it came out late', async () => {
    const id = await office.effective();
    const stored = await office.caseOf(id);
    const late = siteWorld(tables, {
      sources: {
        penalties: async () => [
          {
            ...stored,
            state: {
              ...stored.state,
              publicity: { ...(stored.state.publicity ?? never()), on: localDate('2026-07-27') },
            },
          },
        ],
      },
    });
    await late.rebuild();
    expect(late.text((await decided(id)).page)).toContain('2026年7月23日（逾期公示）');
  });

  it('is open data in the columns of 双公示, in 万元 and without an identity number', async () => {
    const id = await office.effective();
    await site.rebuild();
    const { number } = await decided(id);
    const [head = '', line = ''] = rows();
    const value = Object.fromEntries(head.split(',').map((name, i) => [name, line.split(',')[i]]));
    expect(value).toMatchObject({
      CF_WSH: number,
      CF_XDR_MC: AGENCY,
      CF_XDR_LB: '法人及非法人组织',
      CF_XDR_SHXYM: USCC,
      CF_CFLB: '责令限期改正;警告;罚款',
      CF_NR_FK: '5',
      CF_NR_WFFF: '0',
      CF_JDRQ: '2026-07-14',
      CF_GSJZQ: '2027-07-14',
      CF_CFJG: '北京市知识产权局',
      portal_due: '2026-07-23',
      gsxt_due: '2026-08-11',
    });
    expect(head).not.toMatch(/CF_SY|CF_FR|ZJHM/);
    const dictionary = JSON.parse(site.text('data/dictionary.json'));
    expect(dictionary.penalties.map(({ name }: { name: string }) => name).join(',')).toBe(head);
    expect(JSON.parse(site.text('data/penalties.json'))).toHaveLength(1);
    expect(site.text('SHA256SUMS')).toContain('data/penalties.csv');
    expect(site.text('data/index.html')).toContain('penalties.csv');
  });

  it('is found under the code of the agency, also without any result', async () => {
    const id = await office.effective();
    await site.rebuild();
    const { number } = await decided(id);
    for (const prefix of ['', 'en/']) {
      const page = site.text(`${prefix}results/agencies.html`);
      expect(page).toContain(USCC);
      expect(page).toContain(number);
    }
    const shard = [...site.files.keys()].find((path) => path.startsWith('results/rows/')) ?? '';
    const { lines } = JSON.parse(site.text(shard))[USCC];
    expect(lines.zh.at(-1)).toEqual({
      term: `行政处罚 ${number}`,
      text: expect.stringContaining('公示至2027年7月14日'),
      href: '../penalties/2026-0001/index.html',
    });
  });

  it('against a person names the person alone, and not as a matter of the agency', async () => {
    const charge = testCharge({
      entry: 'practitioner.disclosure',
      measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(5_000) },
      discretion: 'lighter',
    });
    const party = { kind: 'person', name: '钱某某', licenceNo: '1112345678', uscc: USCC } as const;
    const id = await office.effective(testDraft([charge]), { party });
    await site.rebuild();
    expect(site.text((await decided(id)).page)).toContain('钱某某');
    expect(everything()).not.toContain('1112345678');
    expect(everything()).not.toContain(USCC);
    expect(rows()[1]).toContain(',自然人,,');
  });
});

/** An order to rebuild, as a transaction writes it. */
const order = (subject: string) =>
  new PutCommand({ TableName: 'core', Item: publicityRow(subject, '2026-08-01T00:00:00Z').row });

function never(): never {
  throw new Error('there is no publicity');
}

describe('what ends', () => {
  const gone = async (id: string) => {
    const { number, page } = await decided(id);
    await site.rebuild();
    expect(site.files.has(page)).toBe(false);
    const all = everything();
    for (const trace of [number, AGENCY, USCC]) expect(all).not.toContain(trace);
    expect(site.files.has('penalties/2026.html')).toBe(false);
    expect(site.text('penalties/index.html')).toContain('目前没有公示中的行政处罚');
  };

  it('by its day or by a repair leaves no trace', async () => {
    const expired = await office.effective();
    await site.rebuild();
    office.on('2027-07-16');
    await office.give(expired, 'expire-publicity', expirePublicity(office.deps), undefined, system);
    await gone(expired);
    office.on('2026-07-06');
    const repaired = await office.effective();
    await site.rebuild();
    office.on('2026-11-16');
    await office.give(
      repaired,
      'repair-publicity',
      repairPublicity(office.deps),
      { on: localDate('2026-11-16') },
      system,
    );
    await gone(repaired);
  });

  it('by annulment leaves number, day and reason, and neither party nor content', async () => {
    const id = await office.effective();
    await site.rebuild();
    const { number, page } = await decided(id);
    office.on('2026-09-02');
    await office.annul(id);
    await site.rebuild();
    const left = site.text(page);
    for (const said of [number, '2026年9月2日', '人民法院判决变更、撤销']) expect(left).toContain(said);
    const all = everything();
    for (const trace of [AGENCY, USCC, '罚款50000', '主要证据不足', '京行终'])
      expect(all).not.toContain(trace);
    expect(site.text('penalties/2026.html')).toContain(number);
    expect(site.text('data/penalty-tombstones.csv')).toContain(`${number},2026-09-02,court\r\n`);
    expect(rows()).toHaveLength(1);
    expect(site.text('feed.xml')).not.toContain(number);
  });
});

describe('a rebuild', () => {
  it('makes the pages of penalties anew only when it is asked to, or when they moved', async () => {
    const id = await office.effective();
    await site.rebuild();
    const { page } = await decided(id);
    let made = 0;
    const { penalties } = site.builder;
    vi.spyOn(site.builder, 'penalties').mockImplementation((all) => {
      made += 1;
      return penalties(all);
    });
    await tables.client.send(order('site-of-another'));
    await site.rebuild();
    expect(made).toBe(0);
    await tables.client.send(order('penalties'));
    site.writes.length = 0;
    await site.rebuild();
    expect(made).toBe(1);
    // The same data give the same bytes: nothing is written but the signed list.
    expect(site.writes).toEqual(['SHA256SUMS', 'SHA256SUMS.sig']);
    expect(site.files.has(page)).toBe(true);
  });
});
