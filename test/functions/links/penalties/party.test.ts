import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { decide } from '../../../../shared/penalty/deciding.ts';
import { fixHearing, nameChair } from '../../../../shared/penalty/hearing.ts';
import { PENALTY_PURPOSE, partyLinkClaim } from '../../../../shared/penalty/partyLink.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { exe, pdf } from '../../../fixtures/evidenceFiles.ts';
import { heavyDraft } from '../../../fixtures/penaltyWays.ts';
import { testDraft, USCC } from '../../../fixtures/penaltyWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { eventOf, lambdaContext } from '../../web/kit/gateway.ts';
import { ANY_FORM } from '../inspections/linkOffice.ts';
import { type PartyOffice, partyOffice } from './partyOffice.ts';

let tables: Tables;
let party: PartyOffice;
beforeAll(async () => {
  tables = await openTables();
  party = await partyOffice(tables);
}, 60_000);
afterAll(() => tables.close());

const fieldOf = (body: string | undefined, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('the link of a party', () => {
  it('opens its own case and nothing else, and no other link opens it', async () => {
    const { office, cases, linkOf } = party;
    const world = cases();
    const [id, other] = [await world.notice(), await world.notice()];
    expect((await office.get(linkOf(id))).statusCode).toBe(200);
    const files = await office.get(`${linkOf(id)}/paper/decision`);
    expect(files.statusCode).toBe(404);
    const claim = partyLinkClaim(id, localDate('2026-12-08'));
    const wrong = [
      // The signature of one case under the name of another.
      linkOf(id).replace(linkOf(id).slice(3).split('.')[0] ?? '', linkOf(other).slice(3).split('.')[0] ?? ''),
      `/p/${office.signed({ ...claim, purpose: 'recipient' })}`,
      `/p/${office.signed({ ...claim, expires: Date.parse('2026-12-01T00:00:00Z') / 1000 })}`,
      `/p/${office.signed({ ...claim, subject: 'PN#01K00000000000000000000000|party' })}`,
      `/p/${office.signed({ ...claim, subject: `PN#${id}` })}`,
      linkOf(id).replace('/p/', '/l/'),
    ];
    for (const path of wrong) expect((await office.get(path)).statusCode, path).toBe(404);
    expect(claim.purpose).toBe(PENALTY_PURPOSE);
    expect(Buffer.from(linkOf(id).slice(3).split('.')[0] ?? '', 'base64url').toString()).not.toContain(USCC);
  });

  it('shows the case, its papers and the days that are left; opening it changes nothing', async () => {
    const { office, cases, linkOf, words } = party;
    const world = cases();
    const id = await world.notice();
    const before = await world.caseOf(id);
    const shown = await words(linkOf(id));
    for (const told of [
      '北京测试专利代理事务所',
      '可以陈述、申辩',
      '最后一日是2026年12月15日',
      '共5个工作日，今天以后还有5个工作日',
      '行政处罚法（2021年修订）第六十四条',
      '行政处罚事先告知书',
      '未达到听证标准',
    ])
      expect(shown).toContain(told);
    const paper = await words(`${linkOf(id)}/paper/prior-notice-1`);
    expect(paper).toContain('罚款50000.00元');
    expect(await world.caseOf(id)).toEqual(before);
    expect(office.lines.join('\n')).not.toContain('北京测试专利代理事务所');
  });

  it('says nothing of a report that the case came from, nor of what the office does inside', async () => {
    const { cases, linkOf, words } = party;
    const world = cases();
    const source = { kind: 'complaint', reference: 'BJIPO-2026-JB00077', caseId: 'CP#planted' } as const;
    const id = await world.effective(testDraft(), { source });
    await world.issue();
    const pages = [
      linkOf(id),
      ...['prior-notice-1', 'decision', 'repair-notice'].map((key) => `${linkOf(id)}/paper/${key}`),
    ];
    for (const path of pages) {
      const shown = await words(path);
      for (const planted of ['JB00077', 'planted', '举报', '周法制']) expect(shown).not.toContain(planted);
    }
    expect((await party.office.get(`${linkOf(id)}/paper/filing`)).statusCode).toBe(404);
  });
});

describe('a statement', () => {
  it('takes files and a text once, and is refused in words when there is no text', async () => {
    const { office, cases, linkOf } = party;
    const world = cases();
    const id = await world.notice();
    const page = `${linkOf(id)}/statement`;
    const opened = await office.get(page);
    office.evidence.quarantine.set(fieldOf(opened.body, 'key'), { bytes: pdf(), fileName: '证据.pdf' });
    const back = new URL(fieldOf(opened.body, 'success_action_redirect'));
    expect(back.pathname).not.toContain(linkOf(id));
    const kept = (opened.cookies ?? [])
      .map((one) => one.split(';')[0] ?? '')
      .find((one) => one.startsWith('__Host-link='));
    const arrived = await office.get(back.pathname, [kept ?? '']);
    expect(arrived.body).toContain('加入证据材料');
    expect((await world.caseOf(id)).state.evidence).toEqual([]);
    for (let press = 0; press < 2; press++) {
      const taken = await postWith(back.pathname, kept ?? '');
      expect(taken.statusCode).toBe(303);
      expect(taken.headers?.['Location']).toBe(page);
    }
    expect((await office.get(page)).body).toContain('证据.pdf');

    const empty = await office.post(page, page, { text: ' ' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('请填写意见');
    for (let press = 0; press < 2; press++)
      expect((await office.post(page, page, { text: '请求从轻' })).statusCode).toBe(303);
    const { state } = await world.caseOf(id);
    expect(state.statements).toHaveLength(1);
    expect(state.statements[0]).toMatchObject({ kind: 'statement', text: '请求从轻', by: 'link:party' });
    expect(state.statements[0]?.files).toEqual(state.evidence.map(({ id: file }) => file));
    expect(state.evidence).toMatchObject([{ purpose: 'statement', by: 'link:party' }]);
    expect((await office.get(`${linkOf(id)}/file/${state.evidence[0]?.id}`)).statusCode).toBe(303);
    const shown = await party.words(linkOf(id));
    expect(shown).toContain('请求从轻');
    expect(shown).toContain('附件 1 个');
  });

  it('a file that is none is refused with its reason, and a grant of one case puts nothing to another', async () => {
    const { office, cases, linkOf } = party;
    const world = cases();
    const id = await world.notice();
    const opened = await office.get(`${linkOf(id)}/statement`);
    office.evidence.quarantine.set(fieldOf(opened.body, 'key'), { bytes: exe(), fileName: '证据.pdf' });
    const { pathname } = new URL(fieldOf(opened.body, 'success_action_redirect'));
    expect((await postWith(pathname, '')).statusCode).toBe(422);
    expect((await world.caseOf(id)).state.evidence).toEqual([]);
    expect((await office.get(pathname.replace('/party-uploaded/', '/uploaded/'))).statusCode).toBe(404);
  });

  async function postWith(path: string, kept: string) {
    const opened = await party.office.get(path, [kept]);
    const cookies = [kept, ...(opened.cookies ?? []).map((cookie) => cookie.split(';')[0] ?? '')];
    const csrfToken = fieldOf(opened.body, 'csrfToken');
    const idempotencyKey = fieldOf(opened.body, 'idempotencyKey');
    return party.office.handler(
      eventOf({ path, cookies, form: { csrfToken, idempotencyKey } }),
      lambdaContext,
    );
  }
});

describe('a hearing', () => {
  it('is asked for where it is due, told with day and place, and can be withdrawn while days are left', async () => {
    const { office, cases, linkOf, words } = party;
    const world = cases();
    const id = await world.notice(heavyDraft);
    const page = linkOf(id);
    expect(await words(page)).toContain('您有权要求听证，最后一日是2026年12月15日');
    for (let press = 0; press < 2; press++)
      expect((await office.post(page, `${page}/hearing`, { hearingText: '' })).statusCode).toBe(303);
    expect((await world.caseOf(id)).status).toBe('hearing');
    expect(await words(page)).toContain('您于2026年12月8日要求听证');
    await world.give(id, 'name-chair', nameChair, { userId: 'u-chair', name: '郑主持' }, people.approver);
    const on = localDate('2026-12-22');
    await world.give(id, 'fix-hearing', fixHearing, { on, place: '本局听证室', public: true });
    await world.issue();
    const fixed = await words(page);
    for (const told of ['2026年12月22日', '本局听证室', '郑主持', '行政处罚听证通知书'])
      expect(fixed).toContain(told);
    expect((await office.post(page, `${page}/withdraw`, { reason: '' })).statusCode).toBe(422);
    for (let press = 0; press < 2; press++)
      expect((await office.post(page, `${page}/withdraw`, { reason: '改为书面' })).statusCode).toBe(303);
    const { status, state } = await world.caseOf(id);
    expect(status).toBe('defending');
    expect(state.hearing?.withdrawn?.reason).toBe('改为书面');
    expect(await words(page)).toContain('提交陈述、申辩');
  });

  it('is refused in words where none is due, and when its time is over', async () => {
    const { office, cases, linkOf } = party;
    const world = cases();
    const light = linkOf(await world.notice());
    const refused = await office.post(`${light}/statement`, `${light}/hearing`, { hearingText: '' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('未达到听证标准');
    const heavy = linkOf(await world.notice(heavyDraft));
    office.world.clock.now = '2026-12-16T01:00:00Z';
    const late = await office.post(`${heavy}/statement`, `${heavy}/hearing`, { hearingText: '' });
    expect(late.statusCode).toBe(422);
    expect(late.body).toContain('期限已于 2026-12-15 届满');
  });
});

it('a waiver is asked for twice, given once, and ends the days', async () => {
  const { office, cases, linkOf } = party;
  const world = cases();
  const id = await world.notice();
  const page = `${linkOf(id)}/waive`;
  expect((await office.get(page)).body).toContain('放弃以后不能再提交陈述、申辩');
  expect((await office.post(page, page, {})).body).toContain('请勾选');
  for (let press = 0; press < 2; press++)
    expect((await office.post(ANY_FORM, page, { sure: 'yes' })).statusCode).toBe(303);
  const { status, state } = await world.caseOf(id);
  expect(status).toBe('considering');
  expect(state.statements.map(({ kind }) => kind)).toEqual(['waiver']);
});

describe('after the decision', () => {
  it('the pages stay and tell how to pay, how long it is published and what can be repaired from when', async () => {
    const { office, cases, linkOf, words } = party;
    const world = cases();
    const id = await world.effective();
    office.world.clock.now = world.deps.now().toISOString();
    const shown = await words(linkOf(id));
    for (const told of [
      '¥50000.00',
      '缴纳罚没款',
      '每日按罚款数额的3%加处罚款',
      '2027年12月16日',
      '2027年3月17日',
      '信用修复申请书',
      '信用修复告知书',
    ])
      expect(shown).toContain(told);
    const late = await office.post(ANY_FORM, `${linkOf(id)}/statement`, { text: '太晚' });
    expect(late.statusCode).toBe(409);
    expect((await world.caseOf(id)).state.statements).toHaveLength(1);
  });

  it('is shown before it is served too, with what it decides', async () => {
    const { cases, linkOf, words } = party;
    const world = cases();
    const id = await world.deciding();
    await world.give(id, 'decide', decide(world.decidingDeps), { agrees: true, reason: '' }, people.approver);
    expect(await words(linkOf(id))).toContain('决定书正在送达');
  });
});

it('the page of a draw lists the cases of its agency that it was told of, and no others', async () => {
  const { office, cases } = party;
  const world = cases();
  const uscc = office.visits[0]?.uscc ?? '';
  const own = { kind: 'agency', name: '被抽中的机构', uscc } as const;
  const told = await world.notice(testDraft(), { party: own });
  const secret = await world.file({ party: own });
  const person = await world.file({
    party: { kind: 'person', name: '钱某', uscc, licenceNo: '1100012345.6' },
  });
  const page = (await office.get(office.link('agency', uscc))).body ?? '';
  const numbers = await Promise.all(
    [told, secret, person].map(async (id) => (await world.caseOf(id)).state.number ?? id),
  );
  expect(page).toContain(numbers[0]);
  expect(page).not.toContain(numbers[1]);
  expect(page).not.toContain(numbers[2]);
  const href = /href="(\/p\/[^"]+)"/.exec(page)?.[1] ?? '';
  expect((await office.get(href)).body).toContain('被抽中的机构');
  // The way from here ends soon, unlike the one on the paper.
  office.world.clock.now = '2026-12-10T01:00:00Z';
  expect((await office.get(href)).statusCode).toBe(404);
  const stranger = office.visits.find((visit) => visit.uscc !== uscc)?.uscc ?? '';
  expect((await office.get(office.link('agency', stranger))).body).not.toContain('href="/p/');
});
