import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { questionsOf } from '../../shared/inspection/record.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { answersOf } from '../../shared/register/checklist.ts';
import { drawDesk, type LiveDesk } from '../e2e/drawDesk.ts';
import { inspectionDesk, type LiveInspections } from '../e2e/inspectionDesk.ts';
import { AT_ONCE, startOffice, thisMonth } from '../e2e/office.ts';
import { png } from '../fixtures/evidenceFiles.ts';
import { leaveChromium, openChromium } from './chromium.ts';
import { leads, press, unfold } from './forms.ts';
import { Walk } from './walk.ts';

/**
 * Five inspections of one draw, each to its published end: clean; rectified after one return; unreachable; recusal
 * with replacement; refused co-operation. What is particular to a case is pressed in browsers, and every mail is read.
 */

const patient = { timeout: 20_000, interval: 50 };
const PLAN: Partial<MonthPlan> = {
  ...AT_ONCE,
  items: ['ZL-01@1', 'SB-01@1'],
  rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 80_000, round: 'ceil' }],
};

let runtime: LocalRuntime;
let browser: Browser;
let walk: Walk;
let draws: LiveDesk;
let desk: LiveInspections;
let numbers: readonly string[];
let next = 0;

beforeAll(async () => {
  [runtime, browser] = await Promise.all([
    startOffice({ agencies: 120, inspectors: 24, plan: PLAN }),
    openChromium(),
  ]);
  walk = new Walk(browser, runtime, 'inspections');
  draws = drawDesk(runtime);
  desk = inspectionDesk(runtime, draws);
  numbers = await desk.hold(thisMonth(runtime));
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await runtime?.stop();
});

function fresh(): string {
  const number = numbers[next++];
  if (number === undefined) throw new Error('the draw has too few visits for these tests');
  return number;
}

const statusOf = async (number: string) => (await desk.acts.load(number)).status;
const stateOf = async (number: string) => (await desk.acts.load(number)).state;
const becomes = (number: string, status: string) => expect.poll(() => statusOf(number), patient).toBe(status);

/** The account of a member of the team, the leader's first. */
async function account(number: string, seat = 0): Promise<string> {
  const id = (await stateOf(number)).team[seat]?.inspectorId ?? '';
  return `inspector-${Number(id.slice(1))}`;
}

/** Sends every mail that is due; those to one agency or person with the subject, newest last. */
async function mails(to: string, subject: string) {
  await runtime.lambda.idle();
  const sent = await runtime.invoke('mail-worker', {});
  if (!sent.ok) throw new Error(JSON.stringify(sent));
  return runtime.inbox
    .list()
    .filter((mail) => mail.to.some((one) => one.includes(to)) && mail.subject.includes(subject));
}

async function agencyMail(number: string, subject: string): Promise<string> {
  const { agency } = await stateOf(number);
  const address = (await draws.register.agency(agency.uscc))?.value.email ?? '';
  await expect.poll(async () => (await mails(address, subject)).length, patient).toBe(1);
  const [mail] = await mails(address, subject);
  expect(mail?.deliveries).toBe(1);
  return mail?.text ?? '';
}

/** The page of the public site for one result, once it is there. */
async function publicResult(number: string): Promise<string> {
  const address = `${runtime.addresses.publicity}/results/${number}/index.html`;
  await expect
    .poll(async () => {
      await runtime.invoke('publicity-worker', {});
      return (await fetch(address)).status;
    }, patient)
    .toBe(200);
  const page = await walk.visitor();
  await page.goto(address);
  const text = (await page.textContent('main')) ?? '';
  if (next === 1) await walk.keep(page, 'public-result');
  await page.context().close();
  return text;
}

/** Sets the result of every item on the visit page. */
async function setResults(
  page: Page,
  number: string,
  choose: (item: string) => Promise<void>,
): Promise<void> {
  for (const item of (await stateOf(number)).parts.flatMap(({ items }) => items)) {
    await choose(item);
    await leads(page, `form[action$="/visit/results"]:has([name="results.${item}"]) button`);
  }
}

async function noSignature(page: Page, reason: string): Promise<void> {
  await page.check('input[name="signature"][value="none"]');
  await page.selectOption('select[name="reason"]', reason);
  await page.fill('input[name="witness"]', '物业 王女士');
  await press(page, '/visit/agency-signature');
}

/** Two sign, the leader hands in. */
async function signAndSubmit(number: string): Promise<void> {
  for (const seat of [0, 1]) {
    await press(await walk.as(await account(number, seat), `/inspections/${number}/visit`), '/visit/sign');
  }
  await press(await walk.as(await account(number), `/inspections/${number}/visit`), '/visit/submit');
  await becomes(number, 'visited');
}

test('clean: visited on a phone, reviewed, published', async () => {
  const number = fresh();
  const page = await walk.as(await account(number), `/inspections/${number}/visit`);
  await page.fill('input[name="uscc"]', (await stateOf(number)).agency.uscc);
  await press(page, '/visit/arrive');
  const list = await desk.acts.checklist(number);
  const questions = questionsOf(await stateOf(number), list);
  for (const { key, question } of questions) {
    const good = answersOf(question.answers).find(({ problem, applicable }) => applicable && !problem)?.code;
    await page.check(`input[name="${key}"][value="${good}"]`);
  }
  await expect
    .poll(async () => Object.keys((await stateOf(number)).answers).length, patient)
    .toBe(questions.length);
  await walk.shot(page, 'visit');
  const [first] = questions.filter(({ question }) => question.evidenceRequired);
  if (first !== undefined) {
    const input = page.locator(`[data-question="${first.key}"] input[type="file"]`).first();
    await input.setInputFiles({ name: '许可证.png', mimeType: 'image/png', buffer: Buffer.from(png()) });
    await expect.poll(async () => (await stateOf(number)).evidence.length, patient).toBe(1);
  }
  await desk.acts.attach(number);
  await page.reload();
  await setResults(page, number, (item) => page.check(`input[name="results.${item}"][value="no_problem"]`));
  await noSignature(page, 'refused');
  await signAndSubmit(number);
  const reviewer = await walk.as('supervisor', `/inspections/${number}`);
  await walk.keep(reviewer, 'review');
  await press(reviewer, '/approve');
  await becomes(number, 'closed');
  expect(await publicResult(number)).toContain('未发现问题');
  expect(await agencyMail(number, '检查结果告知书')).toContain('/l/');
  await walk.keep(await walk.as('supervisor', `/inspections/${number}`), 'closed');
  await walk.keep(await walk.as('supervisor', `/inspections/${number}/dossier`), 'dossier');
  await walk.keep(await walk.as('supervisor', '/inspections'), 'inspections');
}, 120_000);

/** A visit at which nothing can be answered: arrival aside, only its result and why nobody signed. */
async function visitWithout(number: string, code: string, ground: string, reason: string): Promise<void> {
  const page = await walk.as(await account(number), `/inspections/${number}/visit`);
  await setResults(page, number, async (item) => {
    await page.check(`input[name="results.${item}"][value="${code}"]`);
    await page.check(`input[name="${code}.${item}"][value="${ground}"]`);
  });
  await noSignature(page, reason);
  await signAndSubmit(number);
}

/** Approves in the reviewer's browser and hands over. */
async function handOver(number: string, to: 'penalty' | 'listing'): Promise<void> {
  const page = await walk.as('approver', `/inspections/${number}`);
  await page.check(`input[name="approve.handOver"][value="${to}"]`);
  await page.fill('textarea[name="approve.handOverReason"]', '详见检查记录');
  await press(page, '/approve');
  await becomes(number, 'closed');
}

test('rectified after one return: the agency answers by its link, two of the team check again', async () => {
  const number = fresh();
  const ordered = {
    results: ['rectification_ordered'],
    obstruction: '',
    unreachable: '',
    note: '未公示执业许可',
  };
  await desk.acts.visit(number, ordered);
  const reviewer = await walk.as('supervisor', `/inspections/${number}`);
  await unfold(reviewer, '/return');
  await reviewer.fill('textarea[name="return.reason"]', '请补充照片的拍摄时间');
  await press(reviewer, '/return');
  await becomes(number, 'returned');
  const leader = await walk.as(await account(number), `/inspections/${number}/visit`);
  expect(await leader.textContent('main')).toContain('请补充照片的拍摄时间');
  await desk.acts.sign(number);
  await leader.reload();
  await press(leader, '/visit/submit');
  await becomes(number, 'visited');
  await reviewer.goto(`${runtime.addresses.console}/inspections/${number}`);
  await reviewer.check('input[name="approve.rectify"]');
  await reviewer.fill('textarea[name="approve.rectifyText"]', '请在经营场所公示执业许可证');
  await reviewer.fill('input[name="approve.rectifyDays"]', '15');
  await press(reviewer, '/approve');
  await becomes(number, 'rectifying');

  const order = await agencyMail(number, '责令限期改正通知书');
  const agency = await walk.visitor();
  await agency.goto(/http:\/\/\S+\/l\/\S+/.exec(order)?.[0] ?? '');
  await leads(agency, `a[href$="/inspection/${number}"]`);
  await walk.keep(agency, 'agency-rectification');
  await agency.click('a[href$="/rectification"]');
  await agency.fill('textarea[name="text"]', '已经在前台公示');
  await press(agency, '/rectification/check');
  await press(agency, '/rectification');
  await becomes(number, 'rechecking');
  await agency.context().close();

  const [first, second] = [await account(number, 0), await account(number, 1)];
  const checking = await walk.as(first, `/inspections/${number}`);
  await checking.check('input[name="recheck.outcome"][value="rectified"]');
  await checking.fill('textarea[name="recheck.note"]', '前台已公示');
  await press(checking, '/recheck');
  await press(await walk.as(second, `/inspections/${number}`), '/confirm-recheck');
  await becomes(number, 'closed');
  expect(await publicResult(number)).toContain('已责令改正');
  expect(await agencyMail(number, '复查')).toContain(number);
}, 120_000);

test('unreachable: handed over to the list, published and told', async () => {
  const number = fresh();
  await visitWithout(number, 'unreachable', 'no-such-address', 'unreachable');
  await handOver(number, 'listing');
  expect(await publicResult(number)).toContain('通过登记的住所');
  expect((await stateOf(number)).handOver?.to).toBe('listing');
  await agencyMail(number, '检查结果告知书');
}, 120_000);

test('recusal: a member steps back, the draw deals the seat anew, the visit goes on', async () => {
  const number = fresh();
  const [gone] = (await stateOf(number)).team;
  const page = await walk.as(await account(number), `/inspections/${number}`);
  await unfold(page, '/request-staffing');
  await page.check('input[name="request-staffing.reason"][value="recusal-own"]');
  await page.fill('textarea[name="request-staffing.text"]', '曾经在该机构任职');
  await press(page, '/request-staffing');
  const approver = await walk.as('approver', `/inspections/${number}`);
  await walk.keep(approver, 'recusal');
  await approver.click('form[action$="/decide-staffing"] button[value="confirmed"]');
  await expect.poll(async () => (await stateOf(number)).staffing[0]?.event, patient).toBe(1);
  const { team } = await stateOf(number);
  expect(team.map(({ inspectorId }) => inspectorId)).not.toContain(gone?.inspectorId);
  const seen = await page.context().request.get(`${runtime.addresses.console}/inspections/${number}`);
  expect(seen.status()).toBe(404);
  const newcomer = team.find(({ tid }) => tid !== gone?.tid && tid !== team[1]?.tid);
  expect(newcomer?.name).not.toBe('');
  await mails('', '检查任务分派通知');
  await desk.acts.visit(number, { results: ['no_problem'], obstruction: '', unreachable: '', note: '' });
  await desk.acts.approve(number);
  await becomes(number, 'closed');
  expect(await publicResult(number)).toContain('未发现问题');
  await agencyMail(number, '检查人员变更');
}, 120_000);

test('refused co-operation: one of the four grounds, handed over to the penalty procedure', async () => {
  const number = fresh();
  await visitWithout(number, 'obstruction', 'refused_entry', 'refused');
  await handOver(number, 'penalty');
  const text = await publicResult(number);
  expect(text).toContain('不配合检查');
  await agencyMail(number, '检查结果告知书');
}, 120_000);

test('no browser complained on the way', () => {
  expect(walk.faults).toEqual([]);
});
