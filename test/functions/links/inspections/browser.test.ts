import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { serve } from '../../web/kit/gateway.ts';
import { firstVisit, type LinkOffice, linkOffice } from './linkOffice.ts';

let tables: Tables;
let office: LinkOffice;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  tables = await openTables();
  const { files } = await builtWebAssets();
  const served = files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) }));
  office = await linkOffice(tables, { served });
  server = await serve(office.handler);
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await tables.close();
});

it('every page is accessible, in both languages, and fits a telephone', async () => {
  const { visit, number, link, page: ordered } = firstVisit(office);
  const second = office.visits[1];
  const toCome = office.numberOf(second?.no ?? 0);
  const agency = `${office.link('agency', second?.uscc ?? '')}/inspection/${toCome}`;
  const inspector = office.link('inspector', second?.seats[0]?.inspectorId ?? '');
  await office.published(number);
  const paths = [
    link,
    `${link}/risk`,
    ordered,
    `${ordered}/rectification`,
    agency,
    inspector,
    `${inspector}/inspection/${toCome}`,
    '/visit-check',
    `/visit-check/${office.visitCode(toCome, '2026-12-08')}`,
    '/visit-check/x',
  ];
  expect(visit.no).not.toBe(second?.no);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const path of paths) {
    for (const lang of ['zh', 'en']) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(wide, `${path} ${lang}`).toBeLessThanOrEqual(0);
      const { violations } = await axeOf(page).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${path} ${lang}`).toEqual([]);
    }
  }
  await context.close();
}, 120_000);
