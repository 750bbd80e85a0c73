import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { askHearing } from '../../../../shared/penalty/defending.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { type PenaltyOffice, penaltyOffice } from '../../../fixtures/consolePenalties.ts';
import { party, testCharge, testDraft } from '../../../fixtures/penaltyWorld.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import type { SignedIn } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let office: PenaltyOffice;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let draftable: string;
/** What each person looks at: forms of every kind are on some page. */
const pages = new Map<string, { readonly who: SignedIn; readonly paths: readonly string[] }>();

const heavy = testDraft([
  testCharge({ measures: { ...testCharge().measures, fine: 10_000_000 }, discretion: 'heavier' }),
]);

beforeAll(async () => {
  const { files } = await builtWebAssets();
  office = await penaltyOffice({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  const { cases, path, supervisor, approver, reviewer, must } = office;
  const lead = await cases.open();
  draftable = await cases.file();
  await must(draftable, supervisor, 'record-inquiry', {
    text: '询问笔录',
    officers: ['P001', 'P002'],
    'on.year': '2026',
    'on.month': '7',
    'on.day': '6',
  });
  const reviewed = await cases.draft();
  const noticed = await cases.notice(heavy);
  const heard = await cases.notice(heavy);
  const asked = { text: '要求听证', on: cases.today(), files: [] };
  await cases.give(heard, 'ask-hearing', askHearing, asked, party);
  const deciding = await cases.deciding();
  // The hearings stand on the first day; everything else is looked at on the day of the last one.
  const effective = await cases.effective();
  await office.on(cases.today());
  pages.set('supervisor', {
    who: supervisor,
    paths: [
      '/',
      '/penalties',
      '/penalties/new',
      '/penalties/mine',
      '/penalties/years/2026',
      '/catalogue',
      path(lead),
      path(draftable),
      `${path(draftable)}/draft`,
      `${path(draftable)}/evidence/new`,
      path(noticed),
      path(effective),
    ],
  });
  pages.set('approver', { who: approver, paths: ['/penalties', path(deciding), path(heard)] });
  pages.set('reviewer', { who: reviewer, paths: ['/', path(reviewed)] });
  const enter = [...pages].map(([name, { who }]) =>
    publicRoute<typeof office.world.deps>({
      method: 'GET',
      path: `/enter/${name}`,
      handle: () => redirect('/', undefined, [setCookie(sessionCookie, who.token)]),
    }),
  );
  server = await serve(
    createWebHandler({ ...office.world.app, routes: [...office.world.app.routes, ...enter] }),
  );
  browser = await openChromium();
}, 120_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await office.world.close();
});

describe('the penalty desk in a browser', () => {
  test.each(['supervisor', 'approver', 'reviewer'])(
    'as the %s sees it: axe finds nothing, no id is there twice, nothing runs off the side',
    async (name) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(`${server.origin}/enter/${name}`);
      for (const path of pages.get(name)?.paths ?? []) {
        const answer = await page.goto(server.origin + path);
        expect(answer?.status(), path).toBe(200);
        // Closed forms are read as well.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const { violations } = await axeOf(page).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          path,
        ).toEqual([]);
        const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
        expect(
          ids.filter((id, i) => ids.indexOf(id) !== i),
          path,
        ).toEqual([]);
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
    180_000,
  );

  test('a draft grows, is looked at and sent with no script at all', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter/supervisor`);
    await page.goto(`${server.origin}${office.path(draftable)}/draft`);
    await page.check('[name="charge.1.tier"][value="basic"]');
    await page.click('button:has-text("显示违法行为 1")');
    await page.check('[name="charge.1.measures"][value="warning"]');
    for (const [part, value] of [
      ['correct.year', '2026'],
      ['correct.month', '12'],
      ['correct.day', '31'],
      ['fine', '50000'],
      ['facts', '代理冲突双方'],
    ])
      await page.fill(`[name="charge.1.${part}"]`, value ?? '');
    await page.check('[name="outcome"][value="penalty"]');
    await page.fill('[name="facts"]', '经查属实');
    await page.fill('[name="reason"]', '违反条例');
    await page.click('button:has-text("预览法律后果")');
    expect(await page.textContent('main')).toContain('依法产生的后果');
    await page.click('button:has-text("提交法制审核")');
    expect(page.url()).toBe(`${server.origin}${office.path(draftable)}`);
    expect((await office.caseOf(draftable)).status).toBe('reviewing');
    await context.close();
  }, 60_000);
});
