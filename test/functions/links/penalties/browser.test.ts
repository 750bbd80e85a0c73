import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { heardCase, heavyDraft } from '../../../fixtures/penaltyWays.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { serve } from '../../web/kit/gateway.ts';
import { type PartyOffice, partyOffice } from './partyOffice.ts';

let tables: Tables;
let party: PartyOffice;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  tables = await openTables();
  const { files } = await builtWebAssets();
  const served = files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) }));
  party = await partyOffice(tables, { served });
  server = await serve(party.office.handler);
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await tables.close();
});

it('every page of the party is accessible, in both languages, and fits a telephone', async () => {
  const { cases, linkOf } = party;
  const defending = linkOf(await cases().notice(heavyDraft));
  // The hearing of this one is fixed for a day that is over, which its page shows all the same.
  const early = cases();
  early.at('2026-07-06T02:00:00Z');
  const heard = linkOf(await heardCase(early));
  const effective = linkOf(await cases().effective());
  const paths = [
    defending,
    `${defending}/statement`,
    `${defending}/waive`,
    `${defending}/paper/prior-notice-1`,
    heard,
    effective,
    `${effective}/paper/decision`,
  ];
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const shots = process.env['PAGE_SHOTS'];
  for (const path of paths) {
    for (const lang of ['zh', 'en']) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      if (!path.includes('/paper/')) {
        const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(wide, `${path} ${lang}`).toBeLessThanOrEqual(0);
      }
      const { violations } = await axeOf(page).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${path} ${lang}`).toEqual([]);
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/${paths.indexOf(path)}-${lang}.png`, fullPage: true });
    }
  }
  await context.close();
}, 120_000);
