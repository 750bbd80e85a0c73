import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { formatDateZh, localDate } from '../../shared/calendar/localDate.ts';
import { accept } from '../../shared/complaint/accepting.ts';
import type { Identity } from '../../shared/complaint/filing.ts';
import { endMediation, recordSitting, tell } from '../../shared/complaint/mediating.ts';
import { decideReport, proposeDecision, verify } from '../../shared/complaint/verifying.ts';
import { readSpreadsheet } from '../../shared/spreadsheet/readSpreadsheet.ts';
import { auditReport } from '../e2e/aftermath.ts';
import { complaintDesk, type LiveComplaints } from '../e2e/complaintDesk.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { leftBehind } from '../e2e/leftBehind.ts';
import { startOffice } from '../e2e/office.ts';
import { signedIn } from '../e2e/visitor.ts';
import { plantedIdentity } from '../fixtures/complaintWorld.ts';
import { people } from '../fixtures/drawWorld.ts';
import { plantedHits, valuesOf } from '../fixtures/plantedSearch.ts';
import { leaveChromium, openChromium } from './chromium.ts';
import { ComplaintOffice } from './complaintOffice.ts';
import { press as pressForm } from './forms.ts';
import { follow, press, refused, type } from './keyboard.ts';
import { fileComplaint, fileMixed, fileReport, leaveReceipt, receiptCode } from './publicForm.ts';
import { Walk } from './walk.ts';

/**
 * A year of the desk, from the Spring Festival under the old rule book to National Day under the new one: what people
 * file on a telephone and at the counter goes its way to the end while the clock is moved on. Every due date is one of
 * regulation.md 7.8 or counted from its holidays by hand.
 */

const patient = { timeout: 20_000, interval: 50 };
const RELEASE_MAIL = 'once@example.net';
const atCounter: Identity = { name: '司徒望舒', phone: '13700003333', address: '天津市河西区无门巷三号' };
const onTelephone: Identity = { name: '欧阳静澜', phone: '13600004444', address: '上海市徐汇区无名里九号' };
const planted = [...[plantedIdentity, atCounter, onTelephone].flatMap(valuesOf), RELEASE_MAIL];

let runtime: LocalRuntime;
let browser: Browser;
let walk: Walk;
let draws: LiveDesk;
let desk: LiveComplaints;
let office: ComplaintOffice;
let uscc: string;

beforeAll(async () => {
  [runtime, browser] = await Promise.all([
    startOffice({ agencies: 60, inspectors: 12, plan: {} }, { startAt: '2026-02-13T01:00:00Z' }),
    openChromium(),
  ]);
  walk = new Walk(browser, runtime, 'complaints');
  draws = drawDesk(runtime);
  desk = complaintDesk(runtime, draws);
  office = new ComplaintOffice(runtime, walk, desk.lists);
  const { rows } = await draws.register.search({ text: '知识产权' }, { size: 1 });
  uscc = rows[0]?.uscc ?? '';
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await runtime?.stop();
});

const day = (text: string) => formatDateZh(localDate(text));
const statusOf = async (id: string) => (await desk.caseOf(id)).status;
const becomes = (id: string, status: string) => expect.poll(() => statusOf(id), patient).toBe(status);
const text = async (page: Page) => (await page.textContent('main')) ?? '';

const linkIn = ({ text: words }: { readonly text: string }) => /http:\S+/.exec(words)?.[0] ?? '';

/** Opens the status page with a code, on a telephone and by keyboard. */
async function followed(page: Page, code: string, button = '查看'): Promise<void> {
  await page.goto(`${runtime.addresses.public}/follow`);
  await type(page, button === '查看' ? '回执码' : 'Receipt code', code);
  await press(page, button);
}

/** A report that is verified and, by two people, not filed. */
async function nothingFound(id: string): Promise<void> {
  const reason = '没有发现违法事实';
  const proposal = { outcome: 'not-filed', ground: 'no-evidence', reason, inspect: false } as const;
  await desk.give(id, 'verify', verify, undefined);
  await desk.give(id, 'propose-decision', proposeDecision, proposal);
  await desk.give(id, 'decide', decideReport, { agrees: true }, people.approver);
}

test('received before the Spring Festival of the old rule book: 7, 45, 15 and 5 working days', async () => {
  await office.on('2026-02-13');
  const { page, ids } = await office.enter({
    uscc,
    wish: 'both',
    who: atCounter,
    look: (one) => walk.shot(one, 'entry'),
  });
  expect(await text(page)).toContain(day('2026-03-02'));
  expect(await text(page)).toContain(day('2026-03-12'));
  await walk.shot(page, 'entry-receipt');
  const [complaint = '', report = ''] = ids;
  await office.act('supervisor', complaint, 'assign');
  expect(await text(await office.case('supervisor', complaint))).toContain(day('2026-03-02'));
  await desk.assign(report);

  await office.on('2026-03-02');
  const accepted = await office.act('supervisor', complaint, 'accept');
  // 45 working days: the 60th day would have been 1 May, moved off the holidays to 6 May.
  expect(await text(accepted)).toContain(day('2026-05-08'));
  await office.on('2026-03-10');
  await nothingFound(report);
  // Only the old rule book has the named reporter told within 5 working days.
  await becomes(report, 'telling');
  const telling = await office.case('supervisor', report);
  expect(await text(telling)).toContain(day('2026-03-17'));
  await desk.give(report, 'tell', tell, { to: 'filer', how: 'phone' });

  await office.on('2026-04-20');
  const sitting = { on: localDate('2026-04-20'), consent: 'both', text: '双方到场' } as const;
  await desk.give(complaint, 'record-sitting', recordSitting, sitting);
  await desk.give(complaint, 'end-mediation', endMediation, { ground: 'agreed', reason: '退还八成' });
  expect(await text(await office.case('supervisor', complaint))).toContain(day('2026-04-29'));
  await desk.give(complaint, 'tell', tell, { to: 'both', how: 'counter' });
  expect([await statusOf(complaint), await statusOf(report)]).toEqual(['closed', 'closed']);
}, 60_000);

let mediated: string;

test('accepted on 3 August: 60 days of mediation, moved off National Day', async () => {
  await office.on('2026-07-30');
  const { ids } = await office.enter({ uscc, wish: 'settle', who: atCounter });
  mediated = ids[0] ?? '';
  await desk.assign(mediated);
  await office.on('2026-08-03');
  await desk.give(mediated, 'accept', accept, undefined);
  expect(await text(await office.case('supervisor', mediated))).toContain(day('2026-10-08'));
}, 30_000);

let mixedCode: string;
let mixed: { readonly complaint: string; readonly report: string };

test('18 September: a complaint that is a report too, by keyboard, without script, from a telephone', async () => {
  await office.on('2026-09-18');
  const page = await walk.phoneWithoutScript();
  const filer = {
    page,
    start: `${runtime.addresses.public}/complain`,
    look: (name: string) => walk.look(page, name),
  };
  const mailedLink = async () => {
    await expect.poll(async () => (await office.mails(RELEASE_MAIL)).length, patient).toBe(1);
    const [mail] = await office.mails(RELEASE_MAIL);
    expect(mail?.text).toContain('是我填写的');
    return linkIn(mail ?? { text: '' });
  };
  await fileMixed(filer, plantedIdentity, { mail: RELEASE_MAIL, mailedLink });
  const shown = await text(page);
  expect(shown).toContain(day('2026-09-29'));
  expect(shown).toContain(day('2026-10-15'));
  mixedCode = await receiptCode(page);
  await leaveReceipt(filer);
  await page.context().close();
  mixed = {
    complaint: await office.receivedOn('2026-09-18', 'complaint'),
    report: await office.receivedOn('2026-09-18', 'report'),
  };
}, 90_000);

test('the address is confirmed by the link of the first mail, and the case is taken in hand', async () => {
  const [mail] = await office.mails(plantedIdentity.mail ?? '');
  const page = await walk.phone();
  await page.goto(linkIn(mail ?? { text: '' }));
  await walk.look(page, 'confirm');
  await press(page, '这是我的邮箱');
  expect((await desk.caseOf(mixed.complaint)).state.filer.mail).toBe('confirmed');
  await page.context().close();
  const board = await office.as('supervisor', '/complaints');
  expect(await text(board)).toContain(day('2026-09-29'));
  await walk.shot(board, 'board');
  for (const id of Object.values(mixed)) await office.act('supervisor', id, 'assign');
  await walk.shot(await office.case('supervisor', mixed.complaint), 'case');
}, 30_000);

test('the identity is seen by one person with the consent of another', async () => {
  const path = `/complaints/${mixed.complaint}/identity`;
  const asks = await office.as('supervisor', path);
  await asks.fill('textarea[name="reason"]', '须核对合同相对方');
  await pressForm(asks, '/identity/ask');
  const agrees = await office.as('approver', path);
  await walk.shot(agrees, 'identity-decide');
  await agrees.click('form[action$="/identity/decide"] button[value="granted"]');
  const shown = await office.as('supervisor', path);
  await pressForm(shown, '/identity/show');
  for (const value of valuesOf(plantedIdentity)) expect(await text(shown)).toContain(value);
  await walk.shot(shown, 'identity');
}, 30_000);

let complaintCode: string;
let reportCode: string;
let complaint: string;
let report: string;

test('30 September: a complaint and a report without a name, by keyboard from a telephone', async () => {
  await office.on('2026-09-24');
  await office.act('supervisor', mixed.complaint, 'accept');
  await desk.give(mixed.report, 'verify', verify, undefined);
  expect(await text(await office.case('supervisor', mixed.complaint))).toContain(day('2026-11-23'));

  await office.on('2026-09-30');
  const start = `${runtime.addresses.public}/complain`;
  const page = await walk.phone();
  await fileComplaint({ page, start, look: (name) => walk.look(page, name) }, onTelephone);
  expect(await text(page)).toContain(day('2026-10-15'));
  complaintCode = await receiptCode(page);
  await page.context().close();
  const other = await walk.phone();
  await fileReport({ page: other, start, look: (name) => walk.look(other, name) });
  expect(await text(other)).toContain('27 October 2026');
  reportCode = await receiptCode(other);
  await other.context().close();
  complaint = await office.receivedOn('2026-09-30', 'complaint');
  report = await office.receivedOn('2026-09-30', 'report');
  for (const id of [complaint, report]) await desk.assign(id);
}, 90_000);

test('8 October: a mediation whose time is over; the longer period takes a second person', async () => {
  await office.on('2026-10-08');
  const ended = await office.act('supervisor', mediated, 'end-mediation', async (page) => {
    await page.check('input[name="end-mediation.ground"][value="time-over"]');
    await page.fill('textarea[name="end-mediation.reason"]', '期限届满，双方未达成一致');
  });
  expect(await text(ended)).toContain(day('2026-10-16'));
  await desk.give(mediated, 'tell', tell, { to: 'both', how: 'post' });
  expect(await statusOf(mediated)).toBe('closed');

  await office.on('2026-10-14');
  await office.act('supervisor', mixed.report, 'ask-extension', (page) =>
    page.fill('textarea[name="ask-extension.reason"]', '须调取代理档案'),
  );
  const longer = await office.decide(mixed.report, 'decide-extension', 'outcome', 'approved');
  expect(await text(longer)).toContain(day('2026-11-05'));
  await walk.shot(longer, 'case-extended');
}, 30_000);

test('16 October: a missed day is shown to the office and to the filer, and is never hidden again', async () => {
  await office.on('2026-10-16');
  await office.run('deadline-sweeper');
  await expect
    .poll(async () => (await office.mails('approver@office.example')).map(({ subject }) => subject), patient)
    .toContainEqual(expect.stringContaining('已经逾期'));
  const board = await office.as('supervisor', '/complaints');
  expect(await text(board)).toContain('逾期 1 件');
  await walk.shot(board, 'board-overdue');
  const page = await walk.phone();
  await followed(page, complaintCode);
  expect(await text(page)).toContain('本机关已超过期限');
  await walk.look(page, 'status-overdue');
  await page.context().close();
  const closed = await office.act('supervisor', complaint, 'refuse', async (one) => {
    await one.check('input[name="refuse.ground"][value="no-consumer-dispute"]');
    await one.fill('textarea[name="refuse.reason"]', '合同已写明不退费，争议不能证明');
  });
  expect(await text(closed)).toContain('已办，超过期限');
  expect(await statusOf(complaint)).toBe('refused');
}, 30_000);

test('whoever filed without a name is asked and answers; nothing is found, and the case ends', async () => {
  await office.act('supervisor', report, 'write', (page) =>
    page.fill('textarea[name="write.message"]', 'Which applications did it file?'),
  );
  const page = await walk.phone();
  await page.goto(`${runtime.addresses.public}/follow?lang=en`);
  await followed(page, reportCode, 'Show');
  await walk.look(page, 'status-en');
  await follow(page, 'Open this case');
  expect(await text(page)).toContain('Which applications did it file?');
  await type(page, 'Your message', 'All of its shop, see the link.');
  await press(page, 'Send');
  await walk.look(page, 'status-case-en');
  await page.context().close();
  const answered = await office.case('supervisor', report);
  expect(await text(answered)).toContain('All of its shop, see the link.');
  await nothingFound(report);
  await becomes(report, 'closed');
}, 30_000);

test('20 October: the confirmed report orders an inspection outside the lottery, the complaint is agreed', async () => {
  await office.on('2026-10-20');
  await office.act('supervisor', mixed.report, 'propose-decision', async (page) => {
    await page.check('input[name="propose-decision.outcome"][value="filed"]');
    await page.check('input[name="propose-decision.inspect"][value="yes"]');
    await page.fill('textarea[name="propose-decision.reason"]', '档案证实错过期限');
  });
  await office.decide(mixed.report, 'decide', 'agrees', 'yes');
  await becomes(mixed.report, 'closed');
  const orders = await office.as('supervisor', '/targeted');
  const { number, matter } = (await desk.caseOf(mixed.report)).state;
  expect(await text(orders)).toContain(matter.agency.name);
  await orders.click('table a[href^="/targeted/"]');
  await orders.waitForURL('**/targeted/*');
  expect(await text(orders)).toContain(number ?? 'no number');

  await office.act('supervisor', mixed.complaint, 'record-sitting', async (page) => {
    await page.check('input[name="record-sitting.consent"][value="both"]');
    await page.fill('textarea[name="record-sitting.text"]', '双方同意调解');
  });
  await office.act('supervisor', mixed.complaint, 'end-mediation', async (page) => {
    await page.check('input[name="end-mediation.ground"][value="agreed"]');
    await page.fill('textarea[name="end-mediation.reason"]', '机构退还三千元');
  });
  const told = await office.act('supervisor', mixed.complaint, 'tell', async (page) => {
    await page.check('input[name="tell.to"][value="both"]');
    await page.check('input[name="tell.how"][value="counter"]');
  });
  expect(await statusOf(mixed.complaint)).toBe('closed');
  await walk.shot(told, 'case-closed');
}, 30_000);

test('the filer is told by mail, follows by the code, and gets a new one in the place of a lost one', async () => {
  const to = plantedIdentity.mail ?? '';
  const news = await office.mails(to);
  expect(news.length).toBeGreaterThan(2);
  const page = await walk.phone();
  await followed(page, mixedCode);
  await walk.look(page, 'status');
  await page.goto(`${runtime.addresses.public}/follow/cases/${mixed.complaint}`);
  await walk.look(page, 'status-case');
  await page.goto(`${runtime.addresses.public}/follow/lost`);
  await walk.look(page, 'lost');
  await type(page, '提交时填写的电子邮箱', to);
  await press(page, '发送新的回执码');
  await walk.look(page, 'lost-sent');
  await expect.poll(async () => (await office.mails(to)).length, patient).toBe(news.length + 1);
  const renewed = /(\d{3} ){5}\d{3}/.exec((await office.mails(to))[0]?.text ?? '')?.[0] ?? '';
  expect(renewed).not.toBe(mixedCode);
  await page.goto(`${runtime.addresses.public}/follow`);
  await type(page, '回执码', mixedCode);
  await refused(page, '查看');
  await followed(page, renewed);
  expect(new URL(page.url()).pathname).toBe('/follow/cases');
  await page.context().close();
}, 30_000);

test('the numbers count what was done, every execution has ended, every chain is whole', async () => {
  const page = await office.as('supervisor', '/statistics/complaints');
  expect(await text(page)).toContain('超期完成');
  await walk.shot(page, 'statistics');
  await office.run('complaint-reconciler');
  const runs = runtime.executions.list().filter(({ name }) => /^01[0-9A-Z]{24}\./.test(name));
  // Of every case but the one that was refused.
  expect(new Set(runs.map(({ name }) => name.split('.')[0])).size).toBe(6);
  expect(runs.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  expect((await auditReport(draws)).faults).toEqual([]);
  // Only that the old code opens nothing.
  expect(walk.faults).toEqual([expect.stringMatching(/\/follow: .* 422 /)]);
}, 30_000);

test('who filed is in the vault alone, and there encrypted', async () => {
  await office.run('publicity-worker');
  const written = await leftBehind(runtime, draws.client);
  const sealed = written.filter(({ where }) => where.includes('IDENTITY'));
  // Of each row its text and its ciphertext.
  expect(new Set(sealed.map(({ where }) => where.split(' ')[1])).size).toBe(6);
  const { supervisor } = await signedIn(runtime.addresses, 'supervisor');
  const exports = await Promise.all(
    ['/complaints/export?format=', '/statistics/complaints/export.'].flatMap((path) =>
      ['csv', 'xlsx'].map(async (format) => ({
        where: `${path}${format}`,
        content: JSON.stringify(await readSpreadsheet(await supervisor.bytes(`${path}${format}`))),
      })),
    ),
  );
  const left = [...written, ...exports];
  expect(left.length).toBeGreaterThan(1_000);
  expect(plantedHits(left, planted)).toEqual([]);
  // The search sees what is there.
  expect(plantedHits(left, ['须核对合同相对方']).length).toBeGreaterThan(0);
}, 30_000);
