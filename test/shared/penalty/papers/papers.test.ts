import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDrawDesk } from '../../../../shared/adapters/dynamoDrawDesk.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { penaltyForms } from '../../../../shared/law/penaltyForms.ts';
import { yuan } from '../../../../shared/money.ts';
import type { CasePaper } from '../../../../shared/notice/casePaper.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import { decide } from '../../../../shared/penalty/deciding.ts';
import { fixHearing, hearingOccasion, serveHearing } from '../../../../shared/penalty/hearing.ts';
import { paperRecipients } from '../../../../shared/penalty/papers/paperRecipients.ts';
import {
  type PaperKind,
  paperKinds,
  paperRow,
  penaltyCaseId,
} from '../../../../shared/penalty/penaltyRows.ts';
import { serveDecision } from '../../../../shared/penalty/serving.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { heardCase, heavyDraft, penaltyWays } from '../../../fixtures/penaltyWays.ts';
import {
  type PenaltyWorld,
  penaltyWorld,
  testCharge,
  testDraft,
  USCC,
} from '../../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

async function written(form: PaperKind, over?: Parameters<typeof penaltyWorld>[2]) {
  const world = penaltyWorld(tables, undefined, over);
  const id = await penaltyWays[form](world);
  await world.issue();
  const papers = (await world.papers.ofCase(penaltyCaseId(id))).filter(({ state }) => state.form === form);
  return { world, id, papers };
}

async function wordsOf(form: PaperKind): Promise<string> {
  const { papers } = await written(form);
  const [paper] = papers;
  if (paper === undefined) throw new Error(`${form} is not written`);
  return paperText(paper.state.paper);
}

describe('each of the papers', () => {
  it.each([...paperKinds])('%s goes to whom it is for, under a number, with its articles', async (form) => {
    const { papers } = await written(form);
    expect(papers).toHaveLength(1);
    const [paper] = papers;
    const state = paper?.state as CasePaper;
    expect(state.recipient.type).toBe(paperRecipients[form]);
    const number =
      form === 'decision' || form === 'no-penalty' ? /^京知罚〔2026〕\d+号$/ : /^京知罚文〔2026〕\d+号$/;
    expect(state.number).toMatch(number);
    const words = paperText(state.paper);
    const row = penaltyForms.find(({ rule }) => rule === form);
    for (const article of row?.citation.text.split('；') ?? []) expect(words).toContain(article);
    expect(words).toContain('本文书的格式');
    expect(words).toContain('未核实');
  });

  it('has these words', async () => {
    const texts: string[] = [];
    for (const form of paperKinds)
      texts.push(
        (await wordsOf(form))
          .replaceAll(/BJIPO-2026-CF\d{5}/g, 'BJIPO-2026-CF*')
          .replaceAll(/(京知罚文?)〔2026〕\d+号/g, '$1〔2026〕*号'),
      );
    await expect(texts.join('\n\n========\n\n')).toMatchFileSnapshot('golden.txt');
  });
});

describe('the prior notice', () => {
  it('tells facts, reasons, basis, what is planned and the five working days', async () => {
    const words = await wordsOf('prior-notice');
    for (const told of [
      '经查，当事人代理了冲突双方。',
      '违反专利代理条例。',
      '警告、罚款50000.00元',
      '自收到本告知书之日起5个工作日内',
      '不因陈述、申辩给予更重的处罚',
      USCC,
      '陈代表',
      '北京市海淀区学院路1号',
    ])
      expect(words).toContain(told);
  });

  it('gives the right to a hearing from the threshold on and not below', async () => {
    expect(await wordsOf('prior-notice')).not.toContain('要求听证的权利');
    const world = penaltyWorld(tables);
    const id = await world.notice(heavyDraft);
    const words = paperText((await world.paperOf(id, 'prior-notice-1')).state.paper);
    expect(words).toContain('要求听证的权利');
    expect(words).toContain('较大数额罚款');
  });
});

describe('the decision', () => {
  it('has the items of the law: defence, payment, remedies, publicity', async () => {
    const words = await wordsOf('decision');
    for (const told of [
      '当事人于2026年7月6日提出陈述、申辩',
      '不予采纳',
      '罚款和没收款共计50000.00元',
      '15日内',
      '每日按罚款数额的3%加处罚款',
      '60日内向北京市人民政府申请行政复议',
      '6个月内向有管辖权的人民法院提起行政诉讼',
      '信用中国',
      '公示至2027年7月',
    ])
      expect(words).toContain(told);
  });

  it('that only warns says that it is not on the GSXT, and asks for no money', async () => {
    const world = penaltyWorld(tables);
    const id = await world.effective(
      testDraft([testCharge({ measures: { correct: localDate('2026-12-31'), warning: true } })]),
    );
    const words = paperText((await world.paperOf(id, 'decision')).state.paper);
    expect(words).toContain('不在国家企业信用信息公示系统公示');
    expect(words).not.toContain('加处罚款');
    const repair = paperText((await world.paperOf(id, 'repair-notice')).state.paper);
    expect(repair).toContain('无需申请');
  });

  it('reaches the party together with the repair notice: one act serves both', async () => {
    const { world, id } = await written('decision');
    for (const occasion of ['decision', 'repair-notice'])
      expect(await world.paperOf(id, occasion)).toMatchObject({
        status: 'served',
        state: { served: { method: 'direct' } },
      });
    expect((await world.paperOf(id, 'repair-notice')).state.paper.blocks).toContainEqual(
      expect.objectContaining({ rows: expect.arrayContaining([['最早可以停止公示', '2026年10月15日']]) }),
    );
  });
});

it('the reminder to pay counts what has grown by then', async () => {
  const words = await wordsOf('payment-reminder');
  expect(words).toContain('未缴纳的罚没款：50000.00元');
  // Ten days at three per cent of 50,000 yuan.
  expect(words).toContain('加处罚款：15000.00元');
  expect(words).toContain('10个工作日内履行');
});

it('a case that came from a report says so in no paper, not even in its own file', async () => {
  const world = penaltyWorld(tables);
  const source = { kind: 'complaint', reference: 'BJIPO-2026-JB00077', caseId: 'CP#planted' } as const;
  const id = await world.effective(testDraft(), { source });
  await world.issue();
  const papers = await world.papers.ofCase(penaltyCaseId(id));
  expect(papers.map(({ state }) => state.form).sort()).toEqual([
    'decision',
    'filing',
    'prior-notice',
    'repair-notice',
  ]);
  for (const { state } of papers) {
    const all = JSON.stringify(state);
    for (const planted of ['JB00077', 'planted', '举报']) expect(all).not.toContain(planted);
  }
});

describe('how they are served', () => {
  const partyPaper = (world: PenaltyWorld, id: string) => world.paperOf(id, 'prior-notice-1');

  it('an agency has a courtesy copy, until it has signed for mail', async () => {
    const copy = await written('prior-notice');
    expect((await partyPaper(copy.world, copy.id)).state).toMatchObject({
      service: 'courtesy',
      mail: { address: copy.world.registered.email },
      // Serving it on paper stopped what was still waiting.
      served: { method: 'direct' },
    });
    const electronicServiceConsent = { on: localDate('2026-01-05'), address: 'law@agency.example.cn' };
    const signed = await written('prior-notice', { agency: { electronicServiceConsent } });
    expect((await partyPaper(signed.world, signed.id)).state).toMatchObject({
      service: 'electronic',
      mail: { address: 'law@agency.example.cn' },
    });
  });

  it('nothing of a person is mailed to the agency that they work for', async () => {
    const world = penaltyWorld(tables);
    const party = { kind: 'person', name: '钱某', uscc: USCC, licenceNo: '1100012345.6' } as const;
    const charge = testCharge({
      entry: 'practitioner.private-acceptance',
      discretion: 'lighter',
      measures: { correct: localDate('2026-12-31'), warning: true, fine: yuan(10_000) },
    });
    const id = await world.notice(testDraft([charge]), { party });
    const { state: notice } = await partyPaper(world, id);
    expect(notice).toMatchObject({ service: 'paper', recipient: { type: 'party', id: '', name: '钱某' } });
    const words = paperText(notice.paper);
    expect(words).toContain('1100012345.6');
    // The threshold of a natural person, inclusive.
    expect(words).toContain('要求听证的权利');
    for (const { state } of await world.papers.ofCase(penaltyCaseId(id))) expect(state.mail.address).toBe('');
  });

  it('a hearing fixed anew for the same day at another place has a notice of its own, and the first falls away', async () => {
    const world = penaltyWorld(tables);
    const id = await heardCase(world);
    const on = localDate('2026-07-21');
    await world.issue();
    await world.give(id, 'fix-hearing', fixHearing, { on, place: '另一间听证室', public: true });
    await world.issue();
    const { state } = await world.caseOf(id);
    const occasion = hearingOccasion(state.hearing?.fixed ?? { on, no: 0 });
    expect(paperText((await world.paperOf(id, occasion)).state.paper)).toContain('另一间听证室');
    const served = await world.give(id, 'serve-hearing', serveHearing(world.serviceDeps), world.handed());
    expect(served.state.hearing?.noticeServed?.method).toBe('direct');
    expect((await world.paperOf(id, occasion)).status).toBe('served');
  });

  it('an order for a day that was given up before it was written writes nothing', async () => {
    const world = penaltyWorld(tables);
    const id = await heardCase(world);
    await world.give(id, 'fix-hearing', fixHearing, {
      on: localDate('2026-07-28'),
      place: '本局',
      public: true,
    });
    await world.issue();
    const notices = (await world.papers.ofCase(penaltyCaseId(id))).filter(
      ({ state }) => state.form === 'hearing-notice',
    );
    expect(notices.map(({ state }) => state.occasion)).toEqual(['hearing-notice-2026-07-28-2']);
  });

  it('a decision is not served before its repair notice is written', async () => {
    const world = penaltyWorld(tables);
    const id = await world.deciding();
    await world.give(id, 'decide', decide(world.decidingDeps), { agrees: true, reason: '' }, people.approver);
    expect(await world.refused(id, 'serve-decision', serveDecision(world.serviceDeps), world.handed())).toBe(
      'penalty.paper.unwritten',
    );
  });

  it('numbers them without a gap, and an order carried out twice changes nothing', async () => {
    const own = await openTables();
    try {
      const world = penaltyWorld(own);
      const id = await world.effective();
      await world.issue();
      const papers = await world.papers.ofCase(penaltyCaseId(id));
      const serials = papers.flatMap(({ state }) => (state.form === 'decision' ? [] : [state.serial]));
      expect(serials).toEqual([1, 2, 3]);
      const order = { type: 'form', form: 'decision', id: '1' } as const;
      const { row } = paperRow(id, 'decision', order, '2026-07-06T02:00:00Z');
      await new DynamoDrawDesk(own.client, 'core').writeRows([row]);
      expect(await world.issue()).toBe(1);
      expect(await world.papers.ofCase(penaltyCaseId(id))).toEqual(papers);
    } finally {
      await own.close();
    }
  });
});
