import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import { complaintCommit } from '../../../shared/complaint/command.ts';
import { addNote } from '../../../shared/complaint/handling.ts';
import { attachRepeat, openBeside } from '../../../shared/complaint/linking.ts';
import { recordSitting, suspend } from '../../../shared/complaint/mediating.ts';
import { write } from '../../../shared/complaint/messaging.ts';
import { takeBack, transfer } from '../../../shared/complaint/transferring.ts';
import { decideReport, proposeDecision, verify } from '../../../shared/complaint/verifying.ts';
import { plantedIdentity, testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { headerOf } from '../web/kit/gateway.ts';
import { type FollowOffice, followOffice } from './followOffice.ts';

let tables: Tables;
let office: FollowOffice;

beforeAll(async () => {
  tables = await openTables();
  office = followOffice(tables);
});
afterAll(() => tables.close());

describe('entering the code', () => {
  it('takes full-width digits, spaces and dashes', async () => {
    const { code } = await office.file();
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [code, code.replace(/(.{3})/g, '$1 '), code.replace(/(.{6})/g, '$1－'), wide])
      await office.entered(typed);
  });

  it('tells a slip of the pen from a code that there is not', async () => {
    const { code } = await office.file();
    const browser = office.visitor();
    const slip = `${(Number(code[0]) + 1) % 10}${code.slice(1)}`;
    expect((await browser.enter(slip)).body).toContain('有一处或几处输错');
    // 16 zeros and their check digits: well formed, and given to nobody.
    const unknown = await browser.enter('000000000000000098');
    expect(unknown.statusCode).toBe(422);
    expect(unknown.body).toContain('没有找到这个回执码');
  });

  it('reads as much for an unknown code as for a known one', async () => {
    const { code } = await office.file();
    const reads = async (typed: string) => {
      office.loaded.length = 0;
      await office.visitor().enter(typed);
      return office.loaded.map((one) => (one === 'receipt' ? one : 'case'));
    };
    const known = await reads(code);
    expect(known).toEqual(['receipt', 'case', 'case']);
    expect(await reads('000000000000000098')).toEqual(known);
  });

  it('limits guesses by network, and counts no slip as one', async () => {
    const browser = office.visitor();
    for (let slip = 0; slip < 12; slip++) await browser.enter('000000000000000097');
    for (let guess = 0; guess < 10; guess++)
      expect((await browser.enter('000000000000000098')).statusCode).toBe(422);
    const stopped = await browser.enter('000000000000000098');
    expect(stopped.statusCode).toBe(429);
    expect(Number(headerOf(stopped, 'retry-after'))).toBeGreaterThan(0);
  });

  it('answers alike for a receipt whose identity was erased', async () => {
    const { code, ids } = await office.file({ wish: 'settle' });
    const stored = await office.world.caseOf(ids.complaint);
    const erased = { ...stored.state, filer: { ...stored.state.filer, erased: localDate('2026-09-18') } };
    await tables.store.commit(
      complaintCommit(
        stored,
        'look',
        { to: 'received', state: erased },
        { actor: people.supervisor, at: '2026-09-18T02:00:00Z' },
        new Uint8Array(32),
      ),
    );
    expect((await office.visitor().enter(code)).body).toContain('没有找到这个回执码');
  });
});

describe('the half hour', () => {
  it('slides with every page, and ends', async () => {
    office.world.at('2026-09-18T02:00:00Z');
    const { code } = await office.file();
    const browser = await office.entered(code);
    office.world.at('2026-09-18T02:25:00Z');
    expect((await browser.get('/follow/cases')).statusCode).toBe(200);
    office.world.at('2026-09-18T02:50:00Z');
    const page = await browser.get('/follow/cases');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('11:20');
    office.world.at('2026-09-18T03:21:00Z');
    expect((await browser.get('/follow/cases')).statusCode).toBe(403);
    office.world.at('2026-09-18T02:00:00Z');
  });

  it('ends at once when the person leaves', async () => {
    const { code } = await office.file();
    const browser = await office.entered(code);
    const left = await browser.post('/follow/leave');
    expect(left.cookies?.some((one) => one.startsWith('__Host-receipt=;'))).toBe(true);
    expect((await browser.get('/follow/cases')).statusCode).toBe(403);
  });

  it('shows once more what was being written when it was over', async () => {
    const { code, ids } = await office.file();
    const browser = await office.entered(code);
    browser.jar.delete('__Host-receipt');
    const late = await browser.post(`/follow/cases/${ids.complaint}/messages`, { message: '写了很久的话' });
    expect(late.statusCode).toBe(403);
    expect(late.body).toContain('写了很久的话');
  });

  it('cannot be forged: a cookie of somebody else’s making opens nothing', async () => {
    const browser = office.visitor();
    browser.jar.set('__Host-receipt', Buffer.alloc(90, 7).toString('base64url'));
    expect((await browser.get('/follow/cases')).statusCode).toBe(403);
  });
});

describe('the cases', () => {
  it('shows both halves of a mixed filing with their dates and rules', async () => {
    const { code, ids } = await office.file();
    const browser = await office.entered(code);
    const list = await browser.get('/follow/cases');
    expect(list.body).toContain('投诉：北京测试专利代理事务所');
    expect(list.body).toContain('举报：北京测试专利代理事务所');
    const page = await browser.get(`/follow/cases/${ids.complaint}`);
    // Seven working days from Friday 18 September over a make-up Sunday and the Mid-Autumn holiday.
    expect(page.body).toContain('2026年9月29日');
    expect(page.body).toContain('第十五条');
    expect(page.body).toContain('共 7 个');
  });

  it('answers alike for a foreign case and for one that never was', async () => {
    const mine = await office.file();
    const other = await office.file();
    const browser = await office.entered(mine.code);
    const foreign = await browser.get(`/follow/cases/${other.ids.complaint}`);
    const none = await browser.get(`/follow/cases/${testId()}`);
    expect(foreign.statusCode).toBe(404);
    const plain = (body?: string) => body?.replaceAll(/[0-9A-Z]{26}|[0-9a-f-]{36}/g, '');
    expect(plain(foreign.body)).toBe(plain(none.body));
  });

  it('names nobody of the office and shows no note, no sitting’s words and no order to inspect', async () => {
    const { code, ids } = await office.file();
    const { world } = office;
    await world.assign(ids.complaint);
    await world.assign(ids.report);
    await world.give(ids.complaint, 'note', addNote, { text: '内部记录之一' });
    await world.give(ids.complaint, 'accept', accept, undefined);
    await world.give(ids.complaint, 'record-sitting', recordSitting, {
      on: localDate('2026-09-18'),
      consent: 'both',
      text: '对方的陈述',
    });
    await world.give(ids.complaint, 'write', write, { text: '请您等候。' });
    await world.give(ids.report, 'verify', verify, undefined);
    await world.give(ids.report, 'propose-decision', proposeDecision, {
      outcome: 'filed',
      reason: '尚未公开的理由',
      inspect: true,
    });
    const browser = await office.entered(code);
    const before = await browser.get(`/follow/cases/${ids.report}`);
    expect(before.body).not.toContain('决定立案');
    await world.give(ids.report, 'decide', decideReport, { agrees: true }, people.approver);
    const pages = [
      await browser.get('/follow/cases'),
      await browser.get(`/follow/cases/${ids.complaint}`),
      await browser.get(`/follow/cases/${ids.report}`),
    ];
    const text = pages.map(({ body }) => body).join();
    expect(text).toContain('请您等候。');
    expect(text).toContain('进行了调解');
    expect(text).toContain('决定立案');
    for (const secret of [
      people.supervisor.name,
      people.approver.name,
      '内部记录之一',
      '对方的陈述',
      '尚未公开的理由',
      '定向检查',
      ...Object.values(plantedIdentity),
    ])
      expect(text).not.toContain(secret);
    // What was shown has been read.
    expect((await world.caseOf(ids.complaint)).state.messages.unreadByFiler).toBe(0);
  });

  it('never hides that the office is late', async () => {
    office.world.at('2026-09-18T02:00:00Z');
    const { code, ids } = await office.file();
    office.world.on('2026-10-12');
    const browser = await office.entered(code);
    const page = await browser.get(`/follow/cases/${ids.complaint}`);
    expect(page.body).toContain('已逾期');
    expect(page.body).toContain('本机关已超过期限');
    office.world.at('2026-09-18T02:00:00Z');
  });

  it('says for which listed reason the clock is stopped', async () => {
    const { code, ids } = await office.file();
    const { world } = office;
    await world.assign(ids.complaint);
    await world.give(ids.complaint, 'accept', accept, undefined);
    await world.give(ids.complaint, 'suspend', suspend, {
      reason: 'test',
      from: localDate('2026-09-18'),
      note: '内部说明',
    });
    const page = await (await office.entered(code)).get(`/follow/cases/${ids.complaint}`);
    expect(page.body).toContain('期限暂停计算：检测、检验、鉴定、评估期间');
    expect(page.body).toContain('第二十二条');
    expect(page.body).not.toContain('内部说明');
  });

  it('follows a breach found in mediation', async () => {
    const { code, ids } = await office.file({ wish: 'settle' });
    const { world } = office;
    await world.assign(ids.complaint);
    await world.give(ids.complaint, 'accept', accept, undefined);
    const id = testId();
    const identities = { ...world.deps.sealer, read: async () => plantedIdentity };
    const opened = await openBeside(
      { ...world.deps, identities },
      ids.complaint,
      { id, as: 'breach', kind: 'report' },
      people.supervisor,
    );
    expect(opened.ok).toBe(true);
    expect((await (await office.entered(code)).get(`/follow/cases/${id}`)).statusCode).toBe(200);
  });

  it('does not tell that somebody else has reported the same: an attached case looks like one in hand', async () => {
    const first = await office.file({ wish: 'check' });
    const second = await office.file({ wish: 'check' });
    const { world } = office;
    for (const { ids } of [first, second]) await world.assign(ids.report);
    await world.give(first.ids.report, 'verify', verify, undefined);
    const browser = await office.entered(second.code);
    const attached = await attachRepeat(
      world.deps,
      second.ids.report,
      { to: first.ids.report, newFacts: false },
      people.supervisor,
    );
    expect(attached.ok).toBe(true);
    const page = await browser.get(`/follow/cases/${second.ids.report}`);
    expect(page.body).toContain('本机关正在核查');
    expect(page.body).toContain('补充文件');
    expect(page.body).not.toMatch(/并入|在先|重复/);
    expect(page.body).not.toContain(first.ids.report);
    expect((await browser.get(`/follow/cases/${first.ids.report}`)).statusCode).toBe(404);
  });

  it('shows an attached case as the one in which it is handled in the end stands', async () => {
    const { world } = office;
    const filed = [];
    for (let i = 0; i < 3; i++) filed.push(await office.file({ wish: 'check' }));
    const [last, middle, first] = filed;
    if (last === undefined || middle === undefined || first === undefined) throw new Error('not filed');
    for (const { ids } of filed) await world.assign(ids.report);
    const attach = (from: typeof last, to: typeof last) =>
      attachRepeat(world.deps, from.ids.report, { to: to.ids.report, newFacts: false }, people.supervisor);
    expect((await attach(last, middle)).ok).toBe(true);
    expect((await attach(middle, first)).ok).toBe(true);
    const browser = await office.entered(last.code);
    const shown = async () => (await browser.get(`/follow/cases/${last.ids.report}`)).body ?? '';
    expect(await shown()).toContain('本机关正在核查');
    const away = { kind: 'forwarded', to: '外地知识产权局', reason: '住所地在外地' } as const;
    await world.give(first.ids.report, 'transfer', transfer, away);
    expect(await shown()).toContain('已转交有权处理的机关');
    expect(await shown()).toContain('转交：外地知识产权局');
    await world.give(first.ids.report, 'return', takeBack, { reason: '不属于其管辖' });
    expect(await shown()).toContain('本机关正在核查');
  });

  it('is attached in hand only: a case without a number that is verified would be no other', async () => {
    const first = await office.file({ wish: 'check' });
    const second = await office.file({ wish: 'check' });
    const attached = await attachRepeat(
      office.world.deps,
      second.ids.report,
      { to: first.ids.report, newFacts: false },
      people.supervisor,
    );
    expect(attached).toMatchObject({ ok: false, problems: [{ code: 'complaint.handler.missing' }] });
    expect((await office.world.caseOf(first.ids.report)).state.links).toEqual([]);
  });
});

it('logs no code, no address and no text', () => {
  const logged = office.lines.join('\n');
  expect(logged).not.toMatch(/\d{18}|@|10\.0\.\d|写了很久的话/);
  expect(logged).toContain('/follow/cases/{id}');
});
