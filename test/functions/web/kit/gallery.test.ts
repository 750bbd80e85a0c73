import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { keepPicture } from '../../../browser/screenshots.ts';
import { galleryApp } from './galleryApp.ts';
import { serve } from './gateway.ts';
import { pdfPages } from './pdfText.ts';

const paths = ['/list', '/case', '/form', '/public', '/paper', '/nowhere'] as const;

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve(createWebHandler(await galleryApp()));
  browser = await openChromium();
}, 60_000);

afterAll(async () => {
  await leaveChromium(browser);
  await site.close();
});

async function signedIn(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: site.origin, ...options });
  const page = await context.newPage();
  await page.goto('/enter');
  await page.close();
  return context;
}

/** The layouts between the two ends differ in nothing that axe looks at. */
const widths = [
  { name: 'desktop', width: 1280, height: 800, axe: true },
  { name: 'phone-390', width: 390, height: 844, axe: false },
  { name: 'phone-320', width: 320, height: 640, axe: true },
  // 200 % zoom of a 1280 px window leaves 640 px.
  { name: 'zoom-200', width: 640, height: 400, axe: false },
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.each(widths)('at $name', ({ name, width, height, axe }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await signedIn({ viewport: { width, height } });
  });
  afterAll(() => context.close());

  test.each(paths)('%s: no horizontal scroll, no finding of axe, Chinese text is drawn', async (path) => {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('404')) faults.push(line.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const violations = axe ? (await axeOf(page).withTags(tags).analyze()).violations : [];
    await keepPicture(page, `${name}${path.replaceAll('/', '-')}`);
    await page.close();
    expect(overflow).toBeLessThanOrEqual(0);
    expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('a refused form comes back with the entries, a summary in the same words and a link to each field', async () => {
  const context = await signedIn({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto('/form');
  await page.fill('[name="uscc"]', '91110105');
  await page.fill('[name="visit.year"]', '２０２６');
  await page.click('button:has-text("保存")');
  expect(await page.title()).toMatch(/^错误：登记机构/);
  const links = page.locator('.govuk-error-summary__list a');
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href')) ?? '';
    const id = target.slice(1);
    const message = await page.locator(`#${id}-error`).textContent();
    expect(message).toBe(`错误：${await link.textContent()}`);
    await link.click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
  }
  expect(await links.count()).toBe(4);
  expect(await page.inputValue('[name="uscc"]')).toBe('91110105');
  const axe = await axeOf(page).analyze();
  await keepPicture(page, 'desktop-form-refused');
  expect(axe.violations.map((one) => one.id)).toEqual([]);
  await context.close();
});

test('a form sent without script is saved, confirmed once, and the language stays chosen', async () => {
  const context = await signedIn({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/form');
  await page.fill('[name="name"]', '示例<b>所');
  await page.check('[name="kind"][value="patent"]');
  await page.check('[name="item"][value="2"]');
  await page.click('button:has-text("保存")');
  expect(new URL(page.url()).pathname).toBe('/list');
  expect(await page.locator('.govuk-notification-banner--success').textContent()).toContain(
    '已保存：示例<b>所',
  );
  await page.reload();
  expect(await page.locator('.govuk-notification-banner--success').count()).toBe(0);
  await page.click('text=English');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await page.goto('/case');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await context.close();
});

test('a paper prints on A4 with its number, the place of the seal and numbered pages', async () => {
  const context = await signedIn({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto('/paper');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = Buffer.from(pdf).toString('latin1');
  // A4 in points; Chromium rounds to whole ones.
  expect(text).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
  const sheets = pdfPages(pdf);
  expect(sheets.length).toBeGreaterThanOrEqual(2);
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet).toContain(`第 ${index + 1} 页 共 ${sheets.length} 页`);
    // The mark of a rehearsal cannot be lost by leaving the first sheet out.
    expect(sheet).toContain('演练');
  }
  expect(sheets[0]).toContain('京知检通〔2026〕12号');
  expect(sheets.at(-1)).toContain('（盖章）');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.dr-paper-tools').isVisible()).toBe(false);
  await keepPicture(page, 'print-paper');
  await context.close();
});

test('the head of a long table stays in sight, on a desktop in the window, on a phone in its frame', async () => {
  for (const { width, height } of [
    { width: 1280, height: 500 },
    { width: 390, height: 844 },
  ]) {
    const context = await signedIn({ viewport: { width, height } });
    const page = await context.newPage();
    await page.goto('/list');
    await page.locator('.dr-table tbody tr').nth(20).scrollIntoViewIfNeeded();
    const box = await page.locator('.dr-table thead th').first().boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(height - 100);
    await context.close();
  }
});

test('the keyboard alone skips to the text, sorts a table and leaves no control without a visible focus', async () => {
  const context = await signedIn({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto('/list');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return true;
      const style = getComputedStyle(active);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(seen).toBe(true);
    if (await page.evaluate(() => document.activeElement?.matches('.dr-sort') === true)) break;
  }
  await Promise.all([page.waitForURL(/sort=/), page.keyboard.press('Enter')]);
  expect(new URL(page.url()).searchParams.get('sort')).toBe('-name');
  await context.close();
});
