import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept } from '../../../shared/complaint/accepting.ts';
import { requestMaterial } from '../../../shared/complaint/handling.ts';
import { suspend } from '../../../shared/complaint/mediating.ts';
import { write } from '../../../shared/complaint/messaging.ts';
import { formatReceiptCode } from '../../../shared/complaint/receiptCode.ts';
import { newFindings } from '../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../browser/chromium.ts';
import { keepPicture } from '../../browser/screenshots.ts';
import { Shapes } from '../../browser/shapes.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { builtWebAssets } from '../../fixtures/webAssets.ts';
import { serve } from '../web/kit/gateway.ts';
import { type FollowOffice, followOffice } from './followOffice.ts';

let tables: Tables;
let office: FollowOffice;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  tables = await openTables();
  const { files } = await builtWebAssets();
  office = followOffice(
    tables,
    files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  );
  server = await serve(office.handler);
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await tables.close();
});

let taken = 0;
const shapes = new Shapes();
/** Looks at the page: axe finds nothing, nothing is wider than the phone; and keeps what it looked like. */
async function look(page: Page, name: string) {
  for (const lang of ['en', 'zh']) {
    const address = new URL(page.url());
    address.searchParams.set('lang', lang);
    // A page that answered a form stays as it is.
    if (!name.startsWith('=')) await page.goto(address.href);
    const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(wide, `${name} ${lang}`).toBeLessThanOrEqual(0);
    expect(await newFindings(page, shapes), `${name} ${lang}`).toEqual([]);
  }
  taken += 1;
  await keepPicture(page, `follow/${String(taken).padStart(2, '0')}-${name.replace('=', '')}`);
}

/** Moves the focus by the keyboard alone. */
async function tabTo(page: Page, selector: string) {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

it('is followed on a phone, without script and with the keyboard alone', async () => {
  const { world } = office;
  const { code, ids } = await office.file();
  await world.assign(ids.complaint);
  await world.give(ids.complaint, 'accept', accept, undefined);
  await world.give(ids.complaint, 'request-material', requestMaterial, {
    what: 'documents',
    text: '请补充：\n一、代理合同；\n二、付款凭证。',
    until: localDate('2026-09-25'),
  });
  await world.give(ids.complaint, 'write', write, { text: '您好，代理合同请拍照上传。' });
  await world.give(ids.complaint, 'suspend', suspend, {
    reason: 'test',
    from: localDate('2026-09-18'),
    note: '内部说明',
  });
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  // The pages' own scripts never arrive; axe itself is one, so that scripts are not switched off altogether.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(`${server.origin}/follow`);
  await look(page, 'enter');
  await tabTo(page, 'input[name="code"]');
  await page.keyboard.type('482 913 550 172 904 417');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.govuk-error-summary');
  await look(page, '=slip');
  await page.fill('input[name="code"]', formatReceiptCode(code));
  await tabTo(page, 'main form button');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.origin}/follow/cases`);
  await look(page, 'cases');
  await tabTo(page, `a[href="/follow/cases/${ids.complaint}"]`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/follow/cases/${ids.complaint}`);
  await look(page, 'case');
  await tabTo(page, 'textarea[name="message"]');
  await page.keyboard.type('好的，今天上传。');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('消息已发送').waitFor();
  await look(page, '=written');
  await page.goto(`${server.origin}/follow/cases/${ids.complaint}/withdraw`);
  await look(page, 'withdraw');
  await page.goto(`${server.origin}/follow/lost`);
  await look(page, 'lost');
  await tabTo(page, 'input[name="mail"]');
  await page.keyboard.type('somebody@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('已收到您的请求').waitFor();
  await look(page, '=lost-sent');
  await page.goto(`${server.origin}/follow/confirm/${office.confirmationToken(ids.complaint)}`);
  await look(page, 'confirm');
  await page.goto(`${server.origin}/follow/cases`);
  await tabTo(page, 'form[action="/follow/leave"] button');
  await page.keyboard.press('Enter');
  await page.getByText('已结束查询').waitFor();
  await page.goto(`${server.origin}/follow/cases`);
  await look(page, 'ended');
  await context.close();
}, 120_000);

it('shows in red that the office is late', async () => {
  office.world.at('2026-09-18T02:00:00Z');
  const { code, ids } = await office.file();
  office.world.on('2026-10-12');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/follow`);
  await page.fill('input[name="code"]', code);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${server.origin}/follow/cases`);
  await look(page, 'late-cases');
  await page.goto(`${server.origin}/follow/cases/${ids.report}`);
  await look(page, 'late-report');
  await context.close();
}, 60_000);
