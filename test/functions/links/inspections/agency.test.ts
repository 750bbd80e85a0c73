import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideRecusal } from '../../../../shared/inspection/staffing.ts';
import { testInspector } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { headerOf } from '../../web/kit/gateway.ts';
import { ANY_FORM, firstVisit, linkOffice, shortItem } from './linkOffice.ts';

let tables: Tables;
beforeEach(async () => {
  tables = await openTables();
});
afterEach(() => tables.close());

const KEY = 'a-form-of-one-page-0001';
const head = { userId: 'u-head', name: '周负责', roles: ['approver'] } as const;

describe('the inspection of an agency', () => {
  it('says when, who comes with which certificate, on what basis, and which rights there are', async () => {
    const office = await linkOffice(tables);
    const { visit, number, link, page } = firstVisit(office);
    expect((await office.get(link)).body).toContain(`${link}/inspection/${number}`);
    const answer = await office.get(page);
    const body = answer.body ?? '';
    for (const { inspectorId, name } of visit.seats) {
      expect(body).toContain(name);
      expect(body).toContain(`BJ-IP-${inspectorId}`);
    }
    for (const text of ['执法处', shortItem.name, shortItem.legalBasis, '2026年12月7日至2026年12月31日'])
      expect(body).toContain(text);
    for (const text of ['第四十三条', '陈述和申辩', 'https://links.example.cn/visit-check'])
      expect(body).toContain(text);
    // The second day of the visits, 7 to 31 December.
    expect(body).toContain('今天是第 2 日，共 25 日');
    expect(body).toContain('未核实');
    expect(headerOf(answer, 'cache-control')).toContain('no-store');
    expect((await office.get(`${page}?lang=en`)).body).toContain('Who comes');
  });

  it('shows a cancelled one as cancelled, and nothing more', async () => {
    const office = await linkOffice(tables);
    const { visit, number, page } = firstVisit(office);
    await office.put(number, 'cancelled');
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain('已终止');
    expect(body).not.toContain(visit.seats[0]?.name ?? '?');
    expect(body).not.toContain('csrfToken');
  });
});

describe('an unannounced inspection', () => {
  it('is not there before somebody has arrived, and is there afterwards', async () => {
    const office = await linkOffice(tables, { items: [{ ...shortItem, announced: false }] });
    const { number, link, page } = firstVisit(office);
    const nowhere = `${link}/inspection/${office.draw}-999`;
    const plain = ({ statusCode, headers, body }: Awaited<ReturnType<typeof office.get>>) => ({
      statusCode,
      headers,
      body: body?.replaceAll(number, '').replaceAll(`${office.draw}-999`, ''),
    });
    const hidden = await office.get(page);
    expect(hidden.statusCode).toBe(404);
    expect(plain(hidden)).toEqual(plain(await office.get(nowhere)));
    for (const at of [page, nowhere])
      for (const end of ['recusal', 'correction', 'rectification/check', 'rectification'])
        expect((await office.post(ANY_FORM, `${at}/${end}`, { text: 'x' })).statusCode).toBe(404);
    // The first page reads like that of an agency that was not drawn.
    const drawn = new Set(office.visits.map(({ uscc }) => uscc));
    const agencies = await office.world.deps.registers.agencies();
    const other = agencies.find(({ uscc, kinds }) => !drawn.has(uscc) && kinds.includes('patent'));
    const titles = (body = '') => [...body.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title);
    const first = (await office.get(link)).body;
    expect(first).not.toContain(number);
    expect(titles(first)).toEqual(titles((await office.get(office.link('agency', other?.uscc ?? ''))).body));
    await office.arrived(number);
    expect((await office.get(page)).body).toContain(shortItem.name);
    expect((await office.get(link)).body).toContain(`${link}/inspection/${number}`);
  });
});

describe('what a link does not open', () => {
  it('answers as if it were not there', async () => {
    const office = await linkOffice(tables);
    const { visit, number, link } = firstVisit(office);
    const second = office.visits[1];
    const ended = Date.parse(office.world.clock.now) / 1000;
    const opened: readonly (readonly [string, string])[] = [
      ['another agency', office.link('agency', second?.uscc ?? '')],
      ['an agency that was not drawn', office.link('agency', '91110108999999999X')],
      ['an ended link', office.link('agency', visit.uscc, office.draw, ended)],
      ['another draw', office.link('agency', visit.uscc, 'BJIPO-2026-0099')],
      ['a changed link', `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`],
      ['an inspector who is not of the team', office.link('inspector', 'P099')],
    ];
    for (const [who, other] of opened) {
      for (const end of ['', '/rectification', '/rectification/done', '/file/01JD0000000000000000000000']) {
        const answer = await office.get(`${other}/inspection/${number}${end}`);
        expect(answer.statusCode, `${who}${end}`).toBe(404);
        expect(answer.body, who).not.toContain(visit.agencyName);
      }
    }
    // An inspector's link does nothing of an agency's, and the other way round.
    const [seat] = visit.seats;
    const inspector = `${office.link('inspector', seat?.inspectorId ?? '')}/inspection/${number}`;
    const recusal = await office.post(ANY_FORM, `${inspector}/recusal`, { tid: 'x', text: 'y' });
    expect(recusal.statusCode).toBe(404);
    const page = `${link}/inspection/${number}`;
    expect((await office.post(page, `${page}/staffing`, { reason: 'ill', text: 'y' })).statusCode).toBe(404);
    expect((await office.load(number)).state).toMatchObject({ recusals: [], staffing: [] });
  });
});

describe('an application for a recusal', () => {
  it('is taken once, kept confidential, and its decision is shown', async () => {
    const office = await linkOffice(tables);
    const { visit, number, page } = firstVisit(office);
    const tid = visit.seats[1]?.tid ?? '';
    const form = { tid, text: '与我单位有诉讼', idempotencyKey: KEY };
    const before = (await office.get(page)).body ?? '';
    expect(before).toContain('不停止检查');
    expect(before).toContain('3 个工作日');
    expect((await office.post(page, `${page}/recusal`, form)).statusCode).toBe(303);
    expect((await office.post(page, `${page}/recusal`, form)).statusCode).toBe(303);
    const { state } = await office.load(number);
    expect(state.recusals).toHaveLength(1);
    expect(state.recusals[0]).toMatchObject({ id: KEY, name: visit.seats[1]?.name, text: '与我单位有诉讼' });
    const pending = (await office.get(page)).body ?? '';
    expect(pending).toContain('正在决定，检查照常进行');
    expect(pending).not.toContain('与我单位有诉讼');
    const decision = { id: KEY, outcome: 'rejected', reason: '没有利害关系' } as const;
    await office.give(number, 'decide-recusal', decideRecusal, decision, head);
    expect((await office.get(page)).body).toContain('不予回避（2026年12月8日）：没有利害关系');
    expect(office.counts.mail).toBe(1);
    const logged = office.lines.join('\n');
    expect(logged).not.toContain(page.split('/')[2]);
    expect(logged).not.toMatch(/诉讼|91110108/);
  });

  it('comes back with what is wrong, at its field', async () => {
    const office = await linkOffice(tables);
    const { visit, number, page } = firstVisit(office);
    const tid = visit.seats[0]?.tid ?? '';
    const refusals = [
      [{ text: '理由' }, 'f-tid', '请选择申请回避的检查人员'],
      [{ tid: 'nobody', text: '理由' }, 'f-tid', '请选择申请回避的检查人员'],
      [{ tid, text: '  ' }, 'f-text', '不超过 500 字'],
      [{ tid, text: '长'.repeat(501) }, 'f-text', '不超过 500 字'],
    ] as const;
    for (const [form, field, message] of refusals) {
      const answer = await office.post(page, `${page}/recusal`, form);
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain(`id="${field}-error"`);
      expect(answer.body).toContain(message);
    }
    expect((await office.load(number)).state.recusals).toEqual([]);
    await office.post(page, `${page}/recusal`, { tid, text: '理由' });
    const again = await office.post(page, `${page}/recusal`, { tid, text: '又一个理由' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('的回避申请正在办理');
    expect((await office.get(`${page}/recusal`)).statusCode).toBe(405);
  });

  it('is too late once the visit is over', async () => {
    const office = await linkOffice(tables);
    const { visit, number, page } = firstVisit(office);
    await office.put(number, 'visited');
    const tid = visit.seats[0]?.tid ?? '';
    expect((await office.get(page)).body).not.toContain('申请谁回避');
    const late = await office.post(ANY_FORM, `${page}/recusal`, { tid, text: '理由' });
    expect(late.statusCode).toBe(409);
  });
});

describe('a published result', () => {
  it('is shown as the public reads it; a correction is asked for once', async () => {
    const office = await linkOffice(tables);
    const { number, page } = firstVisit(office);
    await office.published(number, 'not_publicised');
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain('未按规定公示应当公示的信息');
    expect(body).toContain('2027年3月8日');
    expect(body).not.toContain('内部记录');
    expect(body).not.toContain('内部意见');
    const empty = await office.post(page, `${page}/correction`, { text: '' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('请说明哪里有误');
    const form = { text: '登记信息已经公示' };
    expect((await office.post(page, `${page}/correction`, form)).statusCode).toBe(303);
    const state = (await office.load(number)).state;
    expect(state.corrections).toHaveLength(1);
    expect(state.deadlines.map(({ kind }) => kind)).toContain('correction');
    const after = (await office.get(page)).body ?? '';
    expect(after).toContain('正在核实');
    expect(after).not.toContain('提出更正');
  });

  it('that was taken down shows day and reason only', async () => {
    const office = await linkOffice(tables);
    const { number, page } = firstVisit(office);
    const { state } = await office.published(number, 'not_publicised');
    if (state.publicity === undefined) throw new Error('nothing published');
    const withdrawn = { on: state.publicity.on, reason: 'expired' } as const;
    await office.put(number, 'closed', { publicity: { ...state.publicity, withdrawn } });
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain('公示期届满');
    expect(body).not.toContain('未按规定公示');
    expect(body).not.toContain('提出更正');
  });
});

describe('an inspector whom the register does not know any more', () => {
  it('is named without a certificate', async () => {
    const office = await linkOffice(tables);
    const { visit, page } = firstVisit(office);
    office.world.deps.registers.inspectors = async () => [testInspector(99)];
    const body = (await office.get(page)).body ?? '';
    expect(body).toContain(visit.seats[0]?.name ?? '?');
    expect(body).not.toContain('BJ-IP-');
  });
});
