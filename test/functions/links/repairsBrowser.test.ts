import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { apply, attach } from '../../../shared/repair/applying.ts';
import { giveRepair } from '../../../shared/repair/command.ts';
import { openRepair } from '../../../shared/repair/opening.ts';
import { axeOf } from '../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../browser/chromium.ts';
import { testId } from '../../fixtures/complaintWorld.ts';
import { agencyLink, materials, repairFile, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { builtWebAssets } from '../../fixtures/webAssets.ts';
import { serve } from '../web/kit/gateway.ts';
import { type LinkOffice, linkOffice } from './inspections/linkOffice.ts';

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
  const uscc = office.visits[0]?.uscc ?? '';
  const world = repairWorld(tables, '2026-07-06T02:00:00Z', uscc);
  const penalty = await world.performedPenalty();
  const { repairs } = office.deps;
  const opening = { id: testId(), kind: 'penalty' as const, subject: penaltyCaseId(penalty), uscc };
  const opened = await openRepair(repairs, opening, agencyLink);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { id } = opened.value.state;
  const home = office.link('agency', uscc);
  const repair = `${home}/repair/${id}`;
  for (const material of materials.slice(1)) {
    const file = repairFile(material, '2026-12-08T01:00:00Z');
    await giveRepair(repairs, id, 'attach', attach, { file }, agencyLink);
  }
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const look = async (path: string) => {
    for (const lang of ['zh', 'en']) {
      await page.goto(`${server.origin}${path}?lang=${lang}`);
      const wide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(wide, `${path} ${lang}`).toBeLessThanOrEqual(0);
      const { violations } = await axeOf(page).analyze();
      const found = violations.map((one) => `${one.id}: ${one.nodes.map(({ html }) => html).join(' ')}`);
      expect(found, `${path} ${lang}`).toEqual([]);
    }
  };
  for (const path of [`${home}/repairs`, `${repair}/application`, `${repair}/identity`, `${repair}/check`])
    await look(path);
  const file = repairFile('application', '2026-12-08T01:00:00Z');
  await giveRepair(repairs, id, 'attach', attach, { file }, agencyLink);
  const input = { on: '2026-12-08' as never, channel: 'link' as const };
  const applied = await giveRepair(repairs, id, 'apply', apply(repairs), input, agencyLink);
  expect(applied.ok).toBe(true);
  for (const path of [`${repair}/done`, repair]) await look(path);
  await context.close();
}, 120_000);
