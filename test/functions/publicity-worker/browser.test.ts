import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { withdrawn } from '../../../shared/inspection/publishing.ts';
import { newFindings } from '../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../browser/chromium.ts';
import { Shapes } from '../../browser/shapes.ts';
import { testAgency } from '../../fixtures/drawWorld.ts';
import { penaltyWorld } from '../../fixtures/penaltyWorld.ts';
import { overwriteInspection, publishedAs } from '../../fixtures/publishedInspection.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { builtParts, serveSite } from './siteServer.ts';
import { drawTo, type SiteWorld, siteWorld } from './siteWorld.ts';

let tables: Tables;
let site: SiteWorld;
let server: Awaited<ReturnType<typeof serveSite>>;
let browser: Browser;
let number: string;
let uscc: string;

beforeAll(async () => {
  tables = await openTables();
  site = siteWorld(tables, { parts: await builtParts() });
  number = await drawTo(site.world, 'published');
  const opened = await overwriteInspection(tables, `${number}-001`, 'closed', (state) => ({
    ended: localDate('2026-12-08'),
    publicity: publishedAs(state, ['rectification_ordered'], { until: localDate('2027-03-15') }),
  }));
  uscc = opened.agency.uscc;
  await overwriteInspection(tables, `${number}-002`, 'closed', (state) => ({
    ended: localDate('2026-12-08'),
    publicity: withdrawn(publishedAs(state, ['not_publicised']), localDate('2027-03-16'), 'expired'),
  }));
  const office = penaltyWorld(tables);
  await office.effective();
  const annulled = await office.effective();
  await office.annul(annulled);
  await site.rebuild();
  server = await serveSite(site.files);
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server?.close();
  await tables?.close();
});

async function opened(
  path: string,
  width: number,
  script = true,
): Promise<{ page: Page; foreign: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.base) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.goto(`${server.base}/${path}`);
  return { page, foreign };
}

const paths = () => [
  'index.html',
  'plans/index.html',
  'draws/index.html',
  `draws/${number}/index.html`,
  `draws/${number}/agencies.html`,
  'results/index.html',
  'results/agencies.html',
  `results/${number}-001/index.html`,
  `results/${number}-002/index.html`,
  `en/results/${number}-001/index.html`,
  'penalties/index.html',
  'penalties/2026-0001/index.html',
  'penalties/2026-0002/index.html',
  'en/penalties/2026-0001/index.html',
  'catalogue/index.html',
  'catalogue/2027-01-01.html',
  'en/catalogue/2022-12-01.html',
  'complaints.html',
  'risk.html',
  'en/risk.html',
  'listings.html',
  'how.html',
  'verify.html',
  'data/index.html',
  'en/how.html',
  `en/draws/${number}/index.html`,
  'nowhere',
];

describe('in a browser', () => {
  it('axe finds nothing, nothing overflows at any width and nothing is asked for elsewhere', async () => {
    const shapes = new Shapes();
    for (const path of paths()) {
      const { page, foreign } = await opened(path, 390);
      expect(await newFindings(page, shapes), path).toEqual([]);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} at ${width} pixels`).toBeLessThanOrEqual(0);
      }
      if (path !== 'nowhere') expect(foreign, path).toEqual([]);
      await page.context().close();
    }
  }, 180_000);

  it('looks up an agency by its code without telling the server which', async () => {
    const { page } = await opened(`draws/${number}/agencies.html`, 390);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.fill('#code', ` ${testAgency(1).uscc.toLowerCase()} `);
    await page.click('button[type=submit]');
    await page.waitForSelector('#answer a');
    expect(await page.textContent('#answer')).toContain('20%');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/rows\/[0-9a-f]{2}\.json$/);
    await page.fill('#code', 'nobody');
    await page.click('button[type=submit]');
    await page.waitForFunction(() =>
      document.getElementById('answer')?.textContent?.includes('没有这个代码'),
    );
    await page.context().close();
  });

  it.each([
    ['', '2026 年度第 1 次'],
    ['en/', 'visit 1 of 2026'],
  ])('looks up the results of an agency by its code, under %s/', async (prefix, said) => {
    const { page } = await opened(`${prefix}results/agencies.html`, 390);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.fill('#code', uscc);
    await page.click('button[type=submit]');
    await page.waitForSelector('#answer a');
    expect(await page.textContent('#answer')).toContain(said);
    expect(asked).toEqual([expect.stringMatching(/results\/rows\/[0-9a-f]{2}\.json$/)]);
    await page.click('#answer a');
    await page.waitForSelector('dl');
    expect(page.url()).toBe(`${server.base}/${prefix}results/${number}-001/index.html`);
    await page.context().close();
  });

  it('shows the whole table without script', async () => {
    const { page } = await opened(`draws/${number}/agencies.html`, 390, false);
    expect(await page.isVisible('#lookup')).toBe(false);
    expect(await page.locator('tbody tr').count()).toBe(40);
    await page.context().close();
  });

  it('verifies the published record with the published verifier', async () => {
    const { page } = await opened('verifier.html', 1280);
    const record = site.files.get(`draws/${number}/record.json`);
    await page.setInputFiles('#record', {
      name: 'record.json',
      mimeType: 'application/json',
      buffer: Buffer.from(record?.bytes ?? new Uint8Array()),
    });
    await page.waitForFunction(() => document.getElementById('verdict')?.textContent?.includes('一致'));
    expect(await page.textContent('#verdict')).not.toContain('不一致');
    await page.context().close();
  });
});
