import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDrawDesk } from '../../../../shared/adapters/dynamoDrawDesk.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { accept } from '../../../../shared/complaint/accepting.ts';
import { type FormKind, formKinds, paperRow } from '../../../../shared/complaint/complaintRows.ts';
import { attachRepeat } from '../../../../shared/complaint/linking.ts';
import { formsForFiler } from '../../../../shared/complaint/papers/formsForFiler.ts';
import { paperRecipients } from '../../../../shared/complaint/papers/paperRecipients.ts';
import { decideReport, followUp, proposeDecision, verify } from '../../../../shared/complaint/verifying.ts';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import { paperText } from '../../../../shared/notice/paper.ts';
import { complaintPaperWorld } from '../../../fixtures/complaintPaperWorld.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { formWays } from '../../../fixtures/formWays.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const books = [
  ['old', '2026-04-14', '暂行办法（总局令第20号）'],
  ['new', '2026-09-18', '处理办法（总局令第121号）'],
] as const;

async function written(form: FormKind, day: string, over?: Parameters<typeof complaintPaperWorld>[2]) {
  const world = complaintPaperWorld(tables, `${day}T02:00:00Z`, over);
  const id = await formWays[form](world);
  await world.issue();
  const papers = (await world.papers.ofCase(id)).filter(({ state }) => state.form === form);
  return { world, id, papers };
}

describe('each of the ten forms', () => {
  for (const form of formKinds) {
    it.each(books)(`${form} cites the %s rule book and names no filer`, async (_book, day, cited) => {
      const { papers } = await written(form, day);
      const kind = form === 'report-register' || form === 'report-result' ? 'report' : 'complaint';
      expect(papers.map(({ state }) => state.recipient.type).sort()).toEqual(
        [...paperRecipients[kind][form]].sort(),
      );
      for (const { state } of papers) {
        const words = paperText(state.paper);
        expect(words).toContain(cited);
        expect(words).not.toContain(cited.includes('121') ? '总局令第20号' : '总局令第121号');
        expect(words).toContain('未核实');
        expect(state.number).toMatch(/^京知诉〔2026〕\d+号$/);
        for (const planted of Object.values(plantedIdentity)) {
          expect(JSON.stringify(state)).not.toContain(planted);
        }
      }
    });
  }
});

it('has these words', async () => {
  const texts: string[] = [];
  for (const form of formKinds) {
    const { papers } = await written(form, '2026-09-18');
    for (const { state } of papers) {
      texts.push(
        paperText(state.paper)
          .replaceAll(/BJIPO-2026-(TS|JB)\d{5}/g, 'BJIPO-2026-$1*')
          .replace(state.number, '京知诉〔2026〕*号'),
      );
    }
  }
  await expect(texts.join('\n\n========\n\n')).toMatchFileSnapshot('golden.txt');
});

describe('what the papers say', () => {
  const textTo = async (form: FormKind, party: string) => {
    const { papers } = await written(form, '2026-09-18');
    const found = papers.find(({ state }) => state.recipient.type === party);
    if (found === undefined) throw new Error(`${form} is not written to ${party}`);
    return paperText(found.state.paper);
  };

  it('a refusal states the ground, the reason and the other ways', async () => {
    const words = await textTo('refusal', 'filer');
    expect(words).toMatch(/^投诉人（案件编号：BJIPO-2026-TS\d{5}；身份信息另行保管）：$/m);
    expect(words).toContain('自知道或者应当知道权益受到侵害之日起超过三年');
    expect(words).toContain('知道已逾三年');
    for (const way of ['协商和解', '消费者协会', '有关行政部门投诉', '仲裁', '提起诉讼'])
      expect(words).toContain(way);
  });

  it('the acceptance says until when mediation lasts, moved off the days off', async () => {
    expect(await textTo('acceptance', 'filer')).toContain('调解期限到2026年11月17日为止');
  });

  it('the agency reads the dispute and nothing of a report, not even that there is one', async () => {
    const words = await textTo('mediation-invitation', 'agency');
    expect(words).toContain('专利代理服务争议');
    expect(words).toContain('202310123456.7');
    expect(words).toContain('退还代理费');
    // Neither what the filer told freely nor the conducts ticked, which can be those of the report.
    expect(words).not.toContain('错过了缴费期限');
    expect(words).not.toContain('疏于管理');
    expect(words.replaceAll(/投诉举报(?:处理办法|文书式样)/g, '')).not.toContain('举报');
    expect(words).not.toContain('JB');
  });

  it('why a mediation ended is told to the filer alone', async () => {
    expect(await textTo('mediation-end', 'filer')).toContain('双方分歧较大');
    expect(await textTo('mediation-end', 'agency')).not.toContain('双方分歧较大');
  });

  it('the reporter reads the result, not what the office has written about it', async () => {
    const words = await textTo('report-result', 'filer');
    expect(words).toContain('不予立案');
    expect(words).not.toContain('内部意见');
  });

  it('a firm is told that its dispute is handled by analogy', async () => {
    const world = complaintPaperWorld(tables, '2026-09-18T02:00:00Z');
    const { complaint: id } = await world.file({ standing: 'business', wish: 'settle' });
    await world.assign(id);
    await world.give(id, 'accept', accept, undefined);
    await world.issue();
    const [paper] = await formsForFiler(world, id);
    expect(paperText(paper?.state.paper ?? never())).toContain('第四十三条第一款');
  });
});

function never(): never {
  throw new Error('there is no paper');
}

describe('how they are issued', () => {
  it('numbers them without a gap, and an order carried out twice changes nothing', async () => {
    const { world, id } = await written('mediation-end', '2026-09-18');
    const before = await world.papers.ofCase(id);
    const serials = before.map(({ state }) => state.serial);
    expect(serials).toEqual(serials.map((_, i) => (serials[0] ?? 0) + i));
    const order = { type: 'form', form: 'mediation-end', id: '1' } as const;
    const { row } = paperRow(id, 'mediation-end', order, '2026-09-18T02:00:00Z');
    await new DynamoDrawDesk(tables.client, 'core').writeRows([row]);
    await world.issue();
    expect(await world.papers.ofCase(id)).toEqual(before);
  });

  it('mails the agency a copy and asks for service on paper, until it has signed for mail', async () => {
    const copy = await written('mediation-invitation', '2026-09-18');
    const toAgency = copy.papers.find(({ state }) => state.recipient.type === 'agency');
    expect(toAgency).toMatchObject({
      status: 'queued',
      state: { service: 'courtesy', mail: { address: copy.world.registered.email } },
    });
    expect((await copy.world.papers.toServe()).map(({ caseId }) => caseId)).toContain(toAgency?.caseId);
    const electronicServiceConsent = { on: localDate('2026-01-05'), address: 'law@agency.example.cn' };
    const signed = await written('mediation-invitation', '2026-09-18', {
      agency: { electronicServiceConsent },
    });
    const served = signed.papers.find(({ state }) => state.recipient.type === 'agency');
    expect(served?.state).toMatchObject({
      service: 'electronic',
      mail: { address: 'law@agency.example.cn' },
    });
    expect((await signed.world.papers.toServe()).map(({ caseId }) => caseId)).not.toContain(served?.caseId);
  });

  it('an agency outside the register is served on paper, with no mail', async () => {
    const world = complaintPaperWorld(tables, '2026-09-18T02:00:00Z');
    const agency = { listed: false, name: '无证代理公司', whereabouts: '某大厦3层' } as const;
    const { complaint: id } = await world.file({
      wish: 'settle',
      matter: { agency, service: 'patent', conducts: ['unlicensed'], facts: '无证', request: '退费' },
    });
    await world.assign(id);
    await world.give(id, 'accept', accept, undefined);
    await world.issue();
    const papers = await world.papers.ofCase(id);
    expect(papers.find(({ state }) => state.recipient.type === 'agency')).toMatchObject({
      status: 'issued',
      state: { service: 'paper', recipient: { name: '无证代理公司' }, mail: { address: '' } },
    });
  });

  it('gives the filer the papers addressed to them and no others', async () => {
    const { world, id } = await written('mediation-end', '2026-09-18');
    const forms = (await formsForFiler(world, id)).map(({ state }) => state.form);
    expect(forms.sort()).toEqual(['acceptance', 'mediation-end', 'mediation-invitation']);
  });

  it('a report writes nothing to the agency whatever is done with it', () => {
    expect(Object.values(paperRecipients.report).flat()).not.toContain('agency');
  });
});

it('a report of the older rule book is written to under it, also when new facts came in later', async () => {
  const world = complaintPaperWorld(tables, '2026-04-10T02:00:00Z');
  const { report } = await world.file({ wish: 'check' });
  await world.assign(report);
  await world.give(report, 'verify', verify, undefined);
  world.on('2026-04-20');
  const { report: repeat } = await world.file({ wish: 'check' });
  await world.assign(repeat);
  await attachRepeat(world.deps, repeat, { to: report, newFacts: true }, people.supervisor);
  const proposal = { outcome: 'filed', reason: '查明', inspect: false } as const;
  await world.give(report, 'propose-decision', proposeDecision, proposal);
  await world.give(report, 'decide', decideReport, { agrees: true }, people.approver);
  await world.give(report, 'follow-up', followUp, undefined, SYSTEM);
  await world.issue();
  const result = (await formsForFiler(world, report)).find(({ state }) => state.form === 'report-result');
  expect(paperText(result?.state.paper ?? never())).toContain('暂行办法（总局令第20号）第三十一条第二款');
});
