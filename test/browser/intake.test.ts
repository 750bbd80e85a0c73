import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { RELEASE_CONTEXT, releaseMailSchema } from '../../shared/complaint/form/release.ts';
import { startOffice } from '../e2e/office.ts';
import { pdf } from '../fixtures/evidenceFiles.ts';
import { axeOf } from './axe.ts';
import { leaveChromium, openChromium } from './chromium.ts';

/** The public form on a telephone: by keyboard alone and without script, and once with script in English. */

const PHONE = { width: 390, height: 844 };
const folder = resolve(import.meta.dirname, '../screenshots/intake');

let runtime: LocalRuntime;
let browser: Browser;
let shots = 0;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  [runtime, browser] = await Promise.all([
    startOffice({ agencies: 60, inspectors: 12, plan: {} }),
    openChromium(),
  ]);
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await runtime?.stop();
});

/** Without `scripts` no page of the site gets one; axe still has to run in it, so that scripting itself stays on. */
async function visitor(scripts: boolean): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: PHONE, acceptDownloads: true });
  if (!scripts) await context.route(/\.js$/, (route) => route.abort());
  return { context, page: await context.newPage() };
}

/** Keeps the page as it looks, and holds it to what every page has to be. */
async function look(page: Page, name: string): Promise<void> {
  shots += 1;
  await page.screenshot({
    path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`),
    fullPage: true,
  });
  const { violations } = await axeOf(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect
    .soft(
      violations.map((one) => [one.id, one.nodes.map(({ html }) => html)]),
      `axe on ${name}`,
    )
    .toEqual([]);
  expect.soft(overflow, `${name} is wider than a telephone`).toBeLessThanOrEqual(0);
}

const focused = (target: Locator) =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Moves on with the Tab key until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await focused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** One Tab stop leads into the group, the arrows choose. */
async function choose(page: Page, label: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: label });
  const group = page.locator('input[type="radio"]');
  for (let i = 0; i < 60; i++) {
    const inside = await group.evaluateAll((all) =>
      all.some((one) => one === one.ownerDocument.activeElement),
    );
    if (inside) break;
    await page.keyboard.press('Tab');
  }
  for (let i = 0; i < 40 && !(await focused(wanted)); i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  expect(await wanted.isChecked()).toBe(true);
}

async function press(page: Page, name: string): Promise<void> {
  const from = page.url();
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== from);
}

/** Goes on with something missing: the same address, with what is wrong on top. */
async function refused(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: '继续' }));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

const at = (page: Page) => new URL(page.url()).pathname;

/** The link that the mail would bring, out of the vault as its worker reads it. */
async function mailedLink(): Promise<string> {
  const { region, credentials, addresses } = runtime.context;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, credentials, endpoint: addresses.dynamodb }),
  );
  const { Items = [] } = await client.send(
    new ScanCommand({ TableName: runtime.context.environmentOf('intake')['VAULT_TABLE'] }),
  );
  const row = Items.find(({ pk }) => String(pk).startsWith('OB#RELEASE#'));
  const kms = new KMSClient({ region, credentials, endpoint: addresses.aws });
  const { Plaintext: plain } = await kms.send(
    new DecryptCommand({ CiphertextBlob: row?.['cipher'], EncryptionContext: RELEASE_CONTEXT }),
  );
  client.destroy();
  kms.destroy();
  return releaseMailSchema.parse(JSON.parse(new TextDecoder().decode(plain))).link;
}

test('a complaint that is a report too, by keyboard alone, without script, from a telephone', async () => {
  const { context, page } = await visitor(false);
  await page.goto(`${runtime.addresses.public}/complain`);
  await look(page, 'start');
  await press(page, '开始填写');

  expect(at(page)).toBe('/complain/before');
  await refused(page);
  await look(page, 'before-refused');
  expect(await page.getByRole('alert').textContent()).toContain('请选择一项');
  await choose(page, '没有');
  await press(page, '继续');

  await type(page, '您要反映哪家机构？', '知识产权');
  await look(page, 'agency');
  await press(page, '查找');
  await look(page, 'agency-choose');
  const first = await page.getByRole('radio').first().getAttribute('id');
  const name = (await page.locator(`label[for="${first}"]`).textContent()) ?? '';
  await choose(page, name.trim());
  await press(page, '继续');
  await choose(page, '我是消费者');
  await look(page, 'standing');
  await press(page, '继续');
  await choose(page, '两者都要');
  await look(page, 'wish');
  await press(page, '继续');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('既是投诉，也是举报');
  await look(page, 'kind');
  await press(page, '明白了，继续');
  await choose(page, '专利代理');
  await look(page, 'service');
  await press(page, '继续');
  await tabTo(page, page.getByRole('checkbox', { name: '疏于管理' }));
  await page.keyboard.press('Space');
  await look(page, 'conducts');
  await press(page, '继续');
  await type(page, '事情经过', '代理机构错过了缴费期限，\n专利申请视为撤回。');
  await type(page, '年', '2026');
  await type(page, '月', '8');
  await type(page, '日', '1');
  await look(page, 'facts');
  await press(page, '继续');
  await type(page, '专利或者商标申请号（选填）', '202310123456.7');
  await type(page, '涉及金额（元）（选填）', '三千');
  await refused(page);
  await look(page, 'matter-refused');
  await type(page, '涉及金额（元）（选填）', '３０００');
  await tabTo(page, page.getByRole('button', { name: '继续' }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/complain/rights');
  await look(page, 'rights');
  await press(page, '继续');
  await type(page, '您请求怎样解决？', '退还代理费');
  await look(page, 'request');
  await press(page, '继续');

  const chosen = page.waitForEvent('filechooser');
  await tabTo(page, page.getByLabel('选择一个文件'));
  await page.keyboard.press('Enter');
  await (await chosen).setFiles({
    name: '合同.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf()),
  });
  await tabTo(page, page.getByRole('button', { name: '上传这个文件' }));
  await page.keyboard.press('Enter');
  await page.getByText('合同.pdf').waitFor();
  await look(page, 'evidence');
  await press(page, '继续');

  await type(page, '姓名', '苏未名');
  await type(page, '联系电话', '13911112222');
  await type(page, '通讯地址', '北京市西城区无名胡同七号');
  await look(page, 'identity');
  await press(page, '继续');
  await choose(page, '为我自己');
  await look(page, 'proxy');
  await press(page, '继续');

  expect(at(page)).toBe('/complain/check');
  await look(page, 'check');
  await tabTo(page, page.getByRole('link', { name: '修改 您的请求' }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/complain/request');
  await type(page, '您请求怎样解决？', '退还代理费 3000 元');
  await press(page, '继续');
  expect(await page.getByText('退还代理费 3000 元').isVisible()).toBe(true);

  await tabTo(page, page.getByRole('link', { name: '改用邮件确认' }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/complain/release');
  await type(page, '电子邮箱', 'once@example.net');
  await look(page, 'release');
  await press(page, '发送邮件');
  await look(page, 'release-sent');
  await page.goto(await mailedLink());
  await look(page, 'release-open');
  await press(page, '是我填写的');
  expect(at(page)).toBe('/complain/check');
  await press(page, '确认并提交');

  expect(at(page)).toBe('/complain/receipt');
  await look(page, 'receipt');
  expect(await page.getByRole('button', { name: '打印本页' }).isVisible()).toBe(false);
  expect(await page.getByText(/^(\d{3} ){5}\d{3}$/).isVisible()).toBe(true);
  const saving = page.waitForEvent('download');
  await tabTo(page, page.getByRole('link', { name: '下载提交证明' }));
  await page.keyboard.press('Enter');
  expect((await saving).suggestedFilename()).toMatch(/^filing-.*-proof\.json$/);
  await press(page, '我已保存，离开');
  expect(at(page)).toBe('/complain/done');
  await look(page, 'done');
  await page.goto(`${runtime.addresses.public}/complain/receipt`);
  expect(at(page)).toBe('/complain');
  await context.close();
}, 180_000);

test('a report without a name about an agency that is not in the register, in English, with script', async () => {
  const { context, page } = await visitor(true);
  const faults: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text());
  });
  await page.goto(`${runtime.addresses.public}/complain?lang=en`);
  await look(page, 'start-en');
  await page.getByRole('button', { name: 'Start' }).click();
  const go = () => page.getByRole('button', { name: /^(Continue|I understand)/ }).click();
  await page.getByLabel('No', { exact: true }).check();
  await go();
  await page.getByRole('link', { name: 'It is not in the list' }).click();
  await page.getByLabel('Name of the agency or person').fill('某工作室');
  await page.getByLabel('Where it is found').fill('https://shop.example/1');
  await look(page, 'unlisted-en');
  await go();
  await page.getByLabel('Neither: I know of something').check();
  await go();
  await look(page, 'kind-en');
  await go();
  await page.getByLabel('Patent services').check();
  await go();
  await page.getByLabel('Acts as a patent agency without a licence').check();
  await look(page, 'conducts-en');
  await go();
  await page.getByLabel('What happened', { exact: true }).fill('It files patents without a licence.');
  await go();
  await go();
  await go();
  await page.getByRole('button', { name: 'Go on without files' }).click();
  await page.getByLabel('Without my name').check();
  await look(page, 'naming-en');
  await go();
  await page.getByText('you can send').waitFor();
  await look(page, 'check-en');
  await page.getByRole('button', { name: 'Confirm and send' }).click();
  await page.waitForURL('**/complain/receipt');
  expect(await page.getByRole('button', { name: 'Print this page' }).isVisible()).toBe(true);
  await look(page, 'receipt-en');
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);
