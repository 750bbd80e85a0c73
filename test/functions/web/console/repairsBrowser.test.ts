import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWebAssets } from '../../../../functions/web/kit/buildAssets.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { proposeCancellation } from '../../../../shared/repair/cancelling.ts';
import { decideRepair } from '../../../../shared/repair/carryingOut.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { people } from '../../../fixtures/drawWorld.ts';
import { repairWorld } from '../../../fixtures/repairWorld.ts';
import { type ConsoleWorld, openConsole, staff } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let paths: readonly string[];

beforeAll(async () => {
  const { files } = await buildWebAssets();
  const assets = files.map((one) => ({ ...one, text: new TextDecoder().decode(one.bytes) }));
  world = await openConsole({ assets, now: '2026-10-15T02:00:00Z' });
  const { tables } = world;
  const start = '2026-07-06T02:00:00Z';
  const [one, two, three, four] = [1, 2, 3, 4].map(() => repairWorld(tables, start));
  if (one === undefined || two === undefined || three === undefined || four === undefined)
    throw new Error('four worlds');
  const prepared = await one.prepared(await one.performedPenalty());
  const applied = await two.applied(await two.performedPenalty());
  const proposed = await three.proposed(await three.performedPenalty());
  const doubted = await four.proposed(await four.performedPenalty());
  await decideRepair(four.deps, doubted, { agrees: true, reason: '' }, people.approver);
  await four.give(doubted, 'propose-cancellation', proposeCancellation, { reason: '凭证存疑' });
  const cases = [prepared, applied, proposed, doubted].map((id) => `/repairs/${id}`);
  const upload = `/repairs/${prepared}/uploads/proof`;
  paths = ['/repairs', `/repairs/new?uscc=${one.uscc}`, '/repairs/years/2026', upload, ...cases];
  const enter = await Promise.all(
    (['supervisor', 'approver'] as const).map(async (name) => {
      const { token } = await world.signIn(staff[name]);
      return publicRoute<typeof world.deps>({
        method: 'GET',
        path: `/enter/${name}`,
        handle: () => redirect('/', undefined, [setCookie(sessionCookie, token)]),
      });
    }),
  );
  server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, ...enter] }));
  browser = await openChromium();
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await world.close();
});

test.each(['supervisor', 'approver'])(
  'as the %s sees it: axe finds nothing, no id is there twice, nothing runs off the side',
  async (name) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter/${name}`);
    for (const path of paths) {
      const answer = await page.goto(server.origin + path);
      const closed = name === 'approver' && (path.includes('/new') || path.includes('/uploads/'));
      expect(answer?.status(), path).toBe(closed ? 403 : 200);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const { violations } = await axeOf(page).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(found, path).toEqual([]);
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
      expect(twice, path).toEqual([]);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${path} at ${width} pixels`).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  },
  120_000,
);
