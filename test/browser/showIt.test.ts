import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { type LocalDate, shanghaiDate } from '../../shared/calendar/localDate.ts';
import { drawDesk, type LiveDesk, SEATS } from '../e2e/drawDesk.ts';
import { command } from '../e2e/localProcess.ts';
import { startOffice, thisMonth } from '../e2e/office.ts';
import { addressOf, cityWorkbook, plantedErrors } from '../e2e/workbooks.ts';
import { leaveChromium, openChromium } from './chromium.ts';
import { Walk } from './walk.ts';

/**
 * The way of a newcomer through the whole house, in real browsers: the registers from Excel, the plan, a rehearsal,
 * the draw with its witnesses, the notices, the public site, and a sceptic who recomputes it.
 */

const HOUR = 3_600_000;
/** Enough for every page; the size of a whole city is measured by the benches. */
const TOWN = { agencies: 600, inspectors: 60 } as const;
const folder = mkdtempSync(join(tmpdir(), 'double-random-show-'));

let runtime: LocalRuntime;
let browser: Browser;
let walk: Walk;
let desk: LiveDesk;
let today: LocalDate;
let month = '';
let number = '';
const recordFile = join(folder, 'record.json');

beforeAll(async () => {
  [runtime, browser] = await Promise.all([
    // Without complaints, whose mails would stand among the notices that are counted.
    startOffice({ agencies: 240, inspectors: 24 }),
    openChromium(),
  ]);
  walk = new Walk(browser, runtime, 'show-it');
  desk = drawDesk(runtime);
  today = shanghaiDate(new Date(runtime.clock.now()));
  month = (await desk.plans.plans()).map((plan) => plan.month).find((one) => one > thisMonth(runtime)) ?? '';
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await runtime?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the first page asks who you are and then says what there is to do', async () => {
  const visitor = await walk.visitor();
  await visitor.goto(runtime.addresses.console);
  await visitor.waitForSelector('button[name="account"]');
  await visitor.close();
  const page = await walk.as('supervisor', '/');
  expect(await page.textContent('h1')).toContain('工作台');
  await walk.shot(page, 'home');
});

/** The page of an import looks again by itself every few seconds; a test is less patient. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('[data-refresh-seconds]').count();
      },
      { timeout: 30_000, interval: 100 },
    )
    .toBe(0);
}

/** Uploads the workbook into one register and waits until it has been checked. */
async function upload(slug: string, file: string) {
  const page = await walk.as('supervisor', `/registers/${slug}/import`);
  await page.setInputFiles('input[type="file"]', file);
  await page.click('button:has-text("上传")');
  await page.waitForURL(/\/imports\//);
  await settled(page);
  return page;
}

test('a workbook with ten planted errors is refused whole, each error at its cell', async () => {
  const errors = plantedErrors(today);
  const wrong = join(folder, '名录.xlsx');
  writeFileSync(wrong, await cityWorkbook(today, errors));
  await walk.keep(await walk.as('supervisor', '/registers'), 'registers');
  await walk.keep(await walk.as('supervisor', '/registers/agencies/import'), 'import');
  for (const [sheet, slug] of [
    ['agency', 'agencies'],
    ['inspector', 'inspectors'],
  ] as const) {
    const page = await upload(slug, wrong);
    const text = (await page.textContent('main')) ?? '';
    for (const error of errors.filter((one) => one.sheet === sheet)) {
      expect(text).toContain(`!${addressOf(error)}`);
    }
    await (sheet === 'agency'
      ? walk.keep(page, 'import-errors-agencies')
      : walk.keep(page, 'import-errors-inspectors'));
  }
  expect((await desk.register.agencies()).length).toBe(240);
}, 60_000);

test('the corrected workbook is previewed, confirmed and written', async () => {
  const right = join(folder, '名录（已改正）.xlsx');
  writeFileSync(right, await cityWorkbook(today, [], TOWN));
  for (const slug of ['agencies', 'inspectors']) {
    const page = await upload(slug, right);
    await (slug === 'agencies'
      ? walk.keep(page, 'import-preview')
      : walk.keep(page, 'import-preview-inspectors'));
    await page.click('button:has-text("确认")');
    await page.waitForSelector('text=名录');
    await settled(page);
    expect(await page.textContent('main')).toContain('已写入名录');
    await walk.keep(page, `import-done-${slug}`);
  }
  expect((await desk.register.agencies()).length).toBe(TOWN.agencies);
  expect((await desk.register.inspectors()).length).toBe(TOWN.inspectors);
  await walk.keep(await walk.as('supervisor', '/registers/agencies'), 'agencies');
}, 90_000);

test('the plan of the month is tried out before it is published', async () => {
  const page = await walk.as('supervisor', `/plans/${month}`);
  await walk.keep(page, 'plan-form');
  await page.click('button:has-text("保存并预览")');
  await page.waitForURL(/preview/);
  await walk.keep(page, 'plan-preview');
  await page.click('button:has-text("公布计划")');
  await page.waitForURL(new RegExp(`/plans/${month}$`));
  await walk.keep(page, 'plan-published');
  expect((await desk.plans.plan(month))?.status).toBe('published');
}, 60_000);

test('a rehearsal runs the same way and carries its mark', async () => {
  const page = await walk.as('supervisor', '/draws');
  await walk.keep(page, 'draws');
  await page.selectOption('select[name="month"]', thisMonth(runtime));
  await page.check('input[name="kind"][value="rehearsal"]');
  await page.click('button:has-text("发起")');
  await page.waitForURL(/\/draws\/BJIPO-\d{4}-R\d{4}/);
  const rehearsal = page.url().split('/').at(-1) ?? '';
  await expect.poll(() => desk.status(rehearsal), { timeout: 20_000 }).toBe('objection');
  await desk.acts.endObjections(rehearsal);
  for (const seat of SEATS) await desk.acts.commit(rehearsal, seat);
  await desk.acts.confirm(rehearsal);
  await expect.poll(() => desk.status(rehearsal), { timeout: 20_000 }).toBe('revealing');
  for (const seat of SEATS) await desk.acts.reveal(rehearsal, seat);
  await desk.acts.enter(rehearsal);
  await desk.acts.confirmSource(rehearsal);
  await expect.poll(() => desk.status(rehearsal), { timeout: 20_000 }).toBe('published');
  // In a tab of its own: the first looks again by itself, and just then a reload would be cut off.
  const ended = await page.context().newPage();
  await ended.goto(page.url());
  expect(await ended.textContent('main')).toContain('演练');
  await walk.keep(ended, 'rehearsal');
  await ended.close();
  expect(runtime.inbox.list()).toEqual([]);
}, 60_000);

test('the draw is opened, frozen, and open to objections', async () => {
  const page = await walk.as('supervisor', '/draws');
  await page.selectOption('select[name="month"]', month);
  await page.check('input[name="kind"][value="draw"]');
  await page.click('button:has-text("发起")');
  await page.waitForURL(/\/draws\/BJIPO-\d{4}-\d{4}/);
  number = /BJIPO-\d{4}-\d{4}/.exec(page.url())?.[0] ?? '';
  await expect.poll(() => desk.status(number), { timeout: 20_000 }).toBe('objection');
  await page.goto(`${runtime.addresses.console}/draws/${number}`);
  await walk.keep(page, 'draw-objections');
  // Two working days later.
  const until = (await desk.draw(number))?.window?.until ?? '';
  runtime.clock.set(new Date(Date.parse(until) + HOUR).toISOString());
  const later = await walk.as('supervisor', `/draws/${number}`, true);
  await later.click('button:has-text("结束异议期")');
  await later.waitForSelector('text=等待见证人承诺');
}, 60_000);

const secrets = new Map<string, string>();

test('each witness makes a secret in a browser of their own; only its commitment is sent', async () => {
  for (const { id } of SEATS) {
    const page = await walk.as(id, `/draws/${number}`);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
    await page.click('[data-part="generate"]');
    const shown = (await page.textContent('.dr-screen-only [data-show="r"]')) ?? '';
    const secret = shown.replace(/\s/g, '');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    secrets.set(id, secret);
    if (id === 'official-a') await walk.shot(page, 'witness-secret');
    await page.click('form[action$="/commit-secret"] button[type="submit"]');
    await page.waitForSelector('form[action$="/commit-secret"]', { state: 'detached' });
    expect(sent.join(' ').replace(/%20|\+/g, '')).not.toContain(secret);
    expect(sent.join(' ')).not.toContain(shown.trim().split(' ')[3] ?? 'none');
  }
  expect(new Set(secrets.values()).size).toBe(3);
}, 60_000);

test('the second supervisor confirms, the commitment is published, and the secrets are revealed', async () => {
  const page = await walk.as('approver', `/draws/${number}`);
  await walk.shot(page, 'confirm');
  await page.click('form[action$="/confirm"] button[type="submit"]');
  await expect.poll(() => desk.status(number), { timeout: 20_000 }).toBe('revealing');
  for (const { id } of SEATS) {
    const witness = await walk.as(id, `/draws/${number}`);
    if (id === 'notary') await walk.keep(witness, 'reveal');
    // As it stands on the sheet, in groups of four.
    await witness.fill(
      'form[action$="/reveal"] input[name="r"]',
      (secrets.get(id)?.match(/.{4}/g) ?? []).join(' '),
    );
    await witness.click('form[action$="/reveal"] button[type="submit"]');
    await witness.waitForSelector('form[action$="/reveal"]', { state: 'detached' });
  }
  await expect.poll(() => desk.status(number), { timeout: 20_000 }).toBe('sourcing');
}, 60_000);

test('the 双色球 is drawn, entered by one person and confirmed by another, and the draw comes out', async () => {
  const source = (await desk.draw(number))?.plan.lastSource;
  if (source?.type !== 'lottery') throw new Error('no lottery');
  runtime.clock.set(new Date(Date.parse(source.at) + HOUR / 2).toISOString());
  const value = '03,08,12,19,25,31|07';
  const supervisor = await walk.as('supervisor', `/draws/${number}`, true);
  await supervisor.fill('form[action$="/enter-source"] input[name="value"]', value);
  await walk.keep(supervisor, 'lottery-entered');
  await supervisor.click('form[action$="/enter-source"] button[type="submit"]');
  await supervisor.waitForSelector('form[action$="/enter-source"]', { state: 'detached' });
  const approver = await walk.as('approver', `/draws/${number}`, true);
  await approver.fill('form[action$="/confirm-source"] input[name="value"]', value);
  await walk.keep(approver, 'lottery-confirmed');
  await approver.click('form[action$="/confirm-source"] button[type="submit"]');
  await expect.poll(() => desk.status(number), { timeout: 30_000 }).toBe('published');
  const page = await walk.as('supervisor', `/draws/${number}`);
  await walk.shot(page, 'result');
  await walk.shot(await walk.as('supervisor', `/draws/${number}/screen`), 'screen');
  await walk.keep(await walk.as('supervisor', `/draws/${number}/paper`), 'paper-of-the-draw');
}, 60_000);

test('the notices are in the inbox, once each, and on paper', async () => {
  await runtime.lambda.idle();
  const expected = (await desk.draw(number))?.result?.notices ?? -1;
  await expect
    .poll(
      async () => {
        await runtime.invoke('mail-worker', {});
        return runtime.inbox.list().length;
      },
      { timeout: 30_000 },
    )
    .toBe(expected);
  expect(runtime.inbox.list().filter(({ deliveries }) => deliveries !== 1)).toEqual([]);
  const visitor = await walk.visitor();
  await visitor.goto(runtime.addresses.tools);
  await walk.keep(visitor, 'tools');
  const mail = runtime.inbox.list().find(({ subject }) => subject.includes('行政检查通知书'));
  const link = /http:\/\/\S+\/l\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  await visitor.goto(link);
  await walk.keep(visitor, 'notice-by-link');
  const page = await walk.as('supervisor', '/notices');
  await walk.keep(page, 'notices');
  await page.click('table a');
  await page.waitForURL(/\/notices\/./);
  await walk.keep(page, 'notice');
  await page.goto(`${page.url()}/paper`);
  await walk.keep(page, 'notice-paper');
}, 90_000);

test('the public site shows plan and draw, and hands out the record', async () => {
  await runtime.invoke('publicity-worker', {});
  const page = await walk.visitor();
  await page.goto(runtime.addresses.publicity);
  await walk.shot(page, 'site-home');
  await page.goto(`${runtime.addresses.publicity}/draws/${number}/`);
  expect(await page.textContent('main')).toContain(number);
  await walk.shot(page, 'site-draw');
  for (const path of ['how.html', 'verify.html', 'data/', `plans/${month}.html`]) {
    await page.goto(`${runtime.addresses.publicity}/${path}`);
    await walk.keep(page, `site-${path.replace(/[^a-z]/g, '')}`);
  }
  await page.goto(`${runtime.addresses.publicity}/draws/${number}/`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$="record.json"]').first().click(),
  ]);
  await download.saveAs(recordFile);
  await page.context().close();
}, 90_000);

test('a sceptic recomputes the draw, by command and in a page without network', async () => {
  const verified = await command('functions/verifier/command.ts', [recordFile]);
  expect(verified.output).toContain('一致');
  expect(verified.code).toBe(0);
  const record = readFileSync(recordFile, 'utf8');
  const at = record.indexOf('"seed":"') + 12;
  const forged = join(folder, 'forged.json');
  writeFileSync(forged, record.slice(0, at) + (record[at] === '0' ? '1' : '0') + record.slice(at + 1));
  const refused = await command('functions/verifier/command.ts', [forged]);
  expect(refused.output).toContain('不一致');
  expect(refused.code).toBe(1);

  const page = await walk.visitor();
  const verifier = await fetch(`${runtime.addresses.publicity}/verifier.html`);
  const file = join(folder, 'verifier.html');
  writeFileSync(file, await verifier.text());
  await page.context().setOffline(true);
  await page.goto(`file://${file}`);
  await page.setInputFiles('input[type="file"]', recordFile);
  await page.waitForSelector('.verdict.good', { timeout: 30_000 });
  expect(await page.textContent('.verdict')).toContain('一致');
  await walk.shot(page, 'verifier');
  await page.setInputFiles('input[type="file"]', forged);
  await page.waitForSelector('.verdict.bad', { timeout: 30_000 });
  expect(await page.textContent('.verdict')).toContain('不一致');
  await walk.keep(page, 'verifier-forged');
}, 60_000);

test('no browser complained on the way', () => {
  expect(walk.faults).toEqual([]);
});
