import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import type { CaseStore } from '../../../../shared/case/caseStore.ts';
import { settleCorrection } from '../../../../shared/inspection/correcting.ts';
import type { ItemResult } from '../../../../shared/inspection/inspectionCase.ts';
import { papersOf } from '../../../../shared/inspection/papers/papersOf.ts';
import { publishResult } from '../../../../shared/inspection/publishing.ts';
import { confirmRecheck } from '../../../../shared/inspection/rectifying.ts';
import { applyRecusal, decideRecusal } from '../../../../shared/inspection/staffing.ts';
import { noticeMail } from '../../../../shared/notice/mailMessage.ts';
import type { Notice } from '../../../../shared/notice/notice.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import { approver, member, type PaperWorld, paperWorld } from '../../../fixtures/paperWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { papers, textOf } from './readPapers.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const link = { userId: 'link:a', name: 'x', roles: ['link'] } as const;

const problemFound: Readonly<Record<string, ItemResult>> = {
  'ZL-01@1': { results: ['rectification_ordered'], note: '内部备注' },
};
const act = { by: 'u-a', name: '李审批', at: '2026-11-20T02:00:00Z' };
const round = {
  ordered: act,
  text: '补正备案信息\n并报送材料',
  days: 15,
  due: localDate('2026-12-05'),
};

async function published(world: PaperWorld) {
  const opened = await world.opened();
  world.clock.now = '2026-11-20T03:00:00Z';
  await world.put(opened.number, 'reviewed', {
    results: problemFound,
    ended: localDate('2026-11-18'),
    rectification: [round],
  });
  await world.give(opened.number, 'publish', publishResult, undefined);
  return opened;
}

describe('a decision on a recusal', () => {
  it.each([
    ['granted', '同意申请'],
    ['rejected', '驳回申请'],
  ] as const)(
    '%s goes to the agency with its reason and nothing of the application',
    async (outcome, word) => {
      const world = paperWorld(tables);
      const { draw, number, visit } = await world.opened();
      const tid = visit.seats[0]?.tid ?? '';
      await world.give(number, 'apply-recusal', applyRecusal, { id: 'r1', tid, text: '申请书的秘密' }, link);
      await world.give(
        number,
        'decide-recusal',
        decideRecusal,
        { id: 'r1', outcome, reason: '查明的情况' },
        approver,
      );
      expect(await world.issue()).toEqual({ done: 1, failed: [] });
      const notices = await papers(world, draw);
      const text = textOf(notices, 'recusal');
      expect(text).toContain(word);
      expect(text).toContain('查明的情况');
      expect(JSON.stringify(notices)).not.toContain('秘密');
      expect(papersOf((await world.load(number)).state)).toContain(notices[0]?.id);
    },
  );
});

describe('what an inspection has come to', () => {
  it('is told with its publicity, its correction and the order that follows', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await published(world);
    await world.issue();
    const notices = await papers(world, draw);
    expect(notices.map(({ kind }) => kind)).toEqual(['result', 'rectification']);
    const result = textOf(notices, 'result');
    expect(result).toContain('结果：发现问题已责令改正');
    expect(result).toContain('https://public.example.cn');
    expect(result).toContain('公示至2027年2月20日');
    expect(result).toContain('（未核实）');
    const order = textOf(notices, 'rectification');
    expect(order).toContain('2026年12月5日前（含当日）改正');
    expect(order).toContain('专利代理条例第二十五条');
    expect(order).toContain('（未核实）');
    expect(order).toContain('补正备案信息\n\n并报送材料');
    // Neither what the team noted for the office nor anybody's address.
    expect(result + order).not.toMatch(/内部备注|@|IS-1|李审批/);
    const ids = papersOf((await world.load(number)).state);
    for (const notice of notices) expect(ids).toContain(notice.id);
  });

  it('is told to a trademark agency without the articles of the patent law', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await world.opened();
    const { state } = await world.load(number);
    await world.put(number, 'reviewed', {
      results: problemFound,
      rectification: [round],
      agency: { ...state.agency, kind: 'trademark' },
    });
    await world.give(number, 'publish', publishResult, undefined);
    await world.issue();
    const order = textOf(await papers(world, draw), 'rectification');
    expect(order).not.toContain('专利代理条例');
    expect(order).toContain('商标代理监督管理规定第二十条、第二十四条（未核实）');
  });

  it('tells the corrected result, and not the one that it replaced before anybody was told', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await published(world);
    const raised = { ...act, by: 'u-x' };
    await world.put(number, 'rectifying', {
      corrections: [
        {
          raised,
          text: '有误',
          proposed: {
            ...raised,
            reason: '核实',
            results: { 'ZL-01@1': { results: ['no_problem'], note: '' } },
          },
        },
      ],
    });
    await world.give(number, 'settle-correction', settleCorrection, { keep: false }, approver);
    await world.issue();
    const results = (await papers(world, draw)).filter(({ kind }) => kind === 'result');
    expect(results).toHaveLength(1);
    expect(results[0]?.id).toMatch(/#result-2$/);
    expect(textOf(results, 'result')).toContain('经核实有误，现予更正');
    expect(textOf(results, 'result')).toContain('未发现问题');
  });

  it.each([
    ['rectified', '复查结果：已改正'],
    ['not-rectified', '复查结果：未改正'],
  ] as const)('says of the re-check: %s', async (outcome, said) => {
    const world = paperWorld(tables);
    const { draw, number } = await published(world);
    await world.put(number, 'rechecking', {
      rectification: [{ ...round, recheck: { ...act, by: 'u-i1', outcome, note: '仍缺备案' } }],
    });
    await world.give(number, 'confirm-recheck', confirmRecheck, { days: 0 }, member(2));
    await world.issue();
    const text = textOf(await papers(world, draw), 'recheck');
    expect(text).toContain(said);
    expect(text.includes('仍缺备案')).toBe(outcome === 'not-rectified');
  });

  it('orders once more what was not enough, by its own round', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await published(world);
    await world.put(number, 'rechecking', {
      rectification: [
        { ...round, recheck: { ...act, by: 'u-i1', outcome: 'insufficient', note: '再补一份' } },
      ],
    });
    await world.give(number, 'confirm-recheck', confirmRecheck, { days: 10 }, member(2));
    await world.issue();
    const orders = (await papers(world, draw)).filter(({ kind }) => kind === 'rectification');
    expect(orders.map(({ id }) => id.slice(id.lastIndexOf('#') + 1))).toEqual([
      'rectification-1',
      'rectification-2',
    ]);
    expect(paperText((orders[0] ?? orders[1])?.paper as Notice['paper'])).toContain('补正备案信息');
    expect(paperText(orders[1]?.paper as Notice['paper'])).toMatch(/改正不到位[\s\S]*再补一份/);
  });
});

describe('writing', () => {
  it('cut off before the order is done is done again: the same papers, one mail each, no gap', async () => {
    const world = paperWorld(tables);
    const { draw } = await published(world);
    const lists = { ...world.deps.lists, papers: world.deps.lists.papers.bind(world.deps.lists) };
    const dies = { ...lists, paperDone: () => Promise.reject(new Error('killed')) };
    expect((await world.issue({ lists: dies })).failed).toHaveLength(2);
    const before = await papers(world, draw);
    expect(await world.issue()).toEqual({ done: 2, failed: [] });
    expect(await papers(world, draw)).toEqual(before);
    for (const { id } of before) {
      expect((await tables.store.chain(id)).map(({ command }) => command)).toEqual(['queue']);
    }
    expect((before[1]?.serial ?? 0) - (before[0]?.serial ?? 0)).toBe(1);
  });

  it('by two workers at once gives every paper once, under numbers without a gap', async () => {
    const world = paperWorld(tables);
    const opened = [];
    for (let i = 0; i < 4; i++) opened.push(await world.opened('tell'));
    const first = await world.deps.desk.counter('notice#2026');
    const reports = await Promise.all([world.issue(), world.issue(), world.issue()]);
    expect(reports.flatMap(({ failed }) => failed)).toEqual([]);
    const serials = (await Promise.all(opened.map(({ draw }) => papers(world, draw))))
      .flat()
      .map(({ serial }) => serial);
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => first + 1 + i));
    expect(await world.ordered()).toEqual([]);
  });

  it('of one that fails does not hold up the others, and is tried again', async () => {
    const world = paperWorld(tables);
    const broken = await world.opened('tell');
    const fine = await world.opened('tell');
    const cases: CaseStore = {
      load: (id) => (id === `DR#${broken.draw}` ? Promise.resolve(undefined) : tables.store.load(id)),
      commit: (commit) => tables.store.commit(commit),
      chain: (id) => tables.store.chain(id),
    };
    const report = await world.issue({ cases });
    expect(report.done).toBe(1);
    expect(report.failed).toEqual([`${broken.number}/first: there is no draw ${broken.draw}`]);
    expect(await papers(world, fine.draw)).toHaveLength(3);
    expect(await world.issue()).toEqual({ done: 1, failed: [] });
  });

  it('serves by mail who has signed for it and asks for paper service of everybody else', async () => {
    const consent = { on: localDate('2026-01-05'), address: 'served@chenguang.example.cn' };
    for (const electronicServiceConsent of [undefined, consent]) {
      const world = paperWorld(tables, {
        agency: electronicServiceConsent === undefined ? {} : { electronicServiceConsent },
      });
      const { draw } = await published(world);
      await world.issue();
      const [result] = await papers(world, draw);
      expect(result?.service).toBe(electronicServiceConsent === undefined ? 'courtesy' : 'electronic');
      expect(result?.mail.address).toBe(electronicServiceConsent?.address ?? world.agency.email);
    }
  });

  it('escapes what a hostile agency is called', async () => {
    const world = paperWorld(tables, { agency: { name: '<img src=x onerror=alert(1)>"代理"' } });
    const { draw } = await published(world);
    await world.issue();
    for (const notice of await papers(world, draw)) {
      const mail = noticeMail(notice, 'https://links.example.cn/l/x', 'office.example.cn');
      expect(mail?.html).not.toContain('<img');
      expect(mail?.html).toContain('&lt;img');
    }
  });
});
