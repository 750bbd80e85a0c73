import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { buildNotices, countNotices } from '../../../shared/notice/buildNotices.ts';
import { documentNumber } from '../../../shared/notice/documentNumber.ts';
import { paperText } from '../../../shared/notice/paper.ts';
import { agency, draw, inspector, item, sources, visit } from './sources.ts';

const date = localDate('2026-11-06');
const build = (over: Parameters<typeof sources>[0] = {}, first = 12) =>
  buildNotices(sources(over), first, date);

describe('the number of a paper', () => {
  it('stands in tortoise-shell brackets without leading zeros', () => {
    expect(documentNumber('京知抽', 2026, 12)).toBe('京知抽\u30142026\u301512号');
  });
  it('refuses what is no serial number', () => {
    for (const serial of [0, -1, 1.5])
      expect(() => documentNumber('京知抽', 2026, serial)).toThrow(RangeError);
  });
});

describe('the notices of a draw', () => {
  it('go to every inspector and to the announced agency, numbered without a gap', () => {
    const notices = build();
    expect(notices.map(({ id }) => id)).toEqual([
      'NT#2026-011#assignment#1#IS-1',
      'NT#2026-011#assignment#1#IS-2',
      'NT#2026-011#inspection#1#91110108MA00000013',
    ]);
    expect(notices.map(({ serial }) => serial)).toEqual([12, 13, 14]);
    expect(notices[2]?.number).toBe('京知抽〔2026〕14号');
    expect(countNotices(sources(), date)).toBe(3);
  });

  it('are the same for the same facts, in whatever order the visits come', () => {
    const one = agency();
    const two = agency({ uscc: '91110105MA00000024', name: '北京乙商标事务所' });
    const team = [inspector('IS-1'), inspector('IS-2')];
    const both = [visit(1, one, team), visit(2, two, team)];
    const agencies = new Map([one, two].map((each) => [each.uscc, each]));
    expect(build({ visits: [...both].reverse(), agencies })).toEqual(build({ visits: both, agencies }));
  });

  it('do not exist for a rehearsal', () => {
    expect(build({ draw: { ...draw, kind: 'rehearsal' } })).toEqual([]);
  });

  it('say in the Chinese of the form who comes, when, why, on what basis and with what rights', () => {
    const paper = build()[2]?.paper;
    const text = paper === undefined ? '' : paperText(paper);
    for (const needed of [
      '行政检查通知书',
      '北京晨光知识产权代理有限公司：',
      '专利代理管理办法（总局令第6号）第四十一条第（一）项',
      '2026年11月9日至2026年11月30日',
      'BJ-IP-IS-1',
      'BJ-IP-IS-2',
      '有权拒绝接受检查',
      '申请回避',
      '不收取任何费用',
      '010-84080000',
      '2026年11月6日',
    ]) {
      expect(text).toContain(needed);
    }
  });

  it('name the leader only once', () => {
    const texts = build()
      .slice(0, 2)
      .map(({ paper }) => paperText(paper));
    expect(texts[0]).toContain('你担任下列检查任务的组长');
    expect(texts[1]).toContain('你担任下列检查任务的组员');
  });

  it('never call a listed agency drawn', () => {
    const visited = agency();
    const team = [inspector('IS-1'), inspector('IS-2')];
    const notices = build({ visits: [visit(1, visited, team, { origin: 'mandatory' })] });
    const toAgency = notices[2] === undefined ? '' : paperText(notices[2].paper);
    expect(toAgency).toContain('依法必须实施实地检查');
    expect(toAgency).not.toContain('被随机抽取');
  });
});

describe('announcing a visit', () => {
  it('is off when an on-site item is unannounced', () => {
    const notices = build({ items: [item(), item({ code: 'ZL-05', announced: false })] });
    expect(notices.map(({ kind }) => kind)).toEqual(['assignment', 'assignment']);
  });
  it('leaves out unannounced monitoring', () => {
    const silent = item({ code: 'ZL-03', name: '年度报告网络监测', method: 'online', announced: false });
    const notices = build({ items: [item(), silent] });
    const toAgency = notices[2] === undefined ? '' : paperText(notices[2].paper);
    expect(toAgency).toContain('执业许可条件');
    expect(toAgency).not.toContain('网络监测');
    expect(paperText(notices[0]?.paper ?? { ...emptyPaper })).toContain('年度报告网络监测');
  });
  it('is off when the items are of another kind of agency', () => {
    expect(build({ items: [item({ kinds: ['trademark'] })] }).map(({ kind }) => kind)).not.toContain(
      'inspection',
    );
  });
  it('is off while fewer than two inspectors are dealt', () => {
    const visited = agency();
    const notices = build({ visits: [visit(1, visited, [inspector('IS-1')])] });
    expect(notices.map(({ kind }) => kind)).toEqual(['assignment']);
  });
});

describe('service', () => {
  it('is a courtesy copy without consent, electronic to the consented address with it', () => {
    expect(build()[2]).toMatchObject({
      service: 'courtesy',
      mail: { address: 'office@chenguang.example.cn' },
    });
    const consent = { on: localDate('2026-03-01'), address: 'fawu@chenguang.example.cn' };
    expect(build({ agency: agency({ electronicServiceConsent: consent }) })[2]).toMatchObject({
      service: 'electronic',
      consent,
      mail: { address: 'fawu@chenguang.example.cn' },
    });
  });
});

const emptyPaper = {
  office: '',
  title: '',
  number: '',
  addressee: '',
  blocks: [],
  contact: '',
  date: '',
  summaryEn: '',
};
