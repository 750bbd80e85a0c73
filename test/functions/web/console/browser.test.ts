import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planDeps } from '../../../../functions/web/console/plans/planDeps.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { saveHolidayYear } from '../../../../shared/calendar/holidayCommands.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { buildNotices } from '../../../../shared/notice/buildNotices.ts';
import { noticeCommit } from '../../../../shared/notice/noticeCommit.ts';
import { savePlan } from '../../../../shared/plan/planCommands.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { createInspector } from '../../../../shared/register/commands/editInspector.ts';
import { draftItem, publishItem } from '../../../../shared/register/commands/items.ts';
import { declareRelation } from '../../../../shared/register/commands/relations.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { newFindings } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { Shapes } from '../../../browser/shapes.ts';
import { testPlan } from '../../../fixtures/drawWorld.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { entries2027 } from '../../../shared/calendar/year2027.ts';
import { sources } from '../../../shared/notice/sources.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  inspector,
  item,
  openConsole,
  staff,
} from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let browser: Browser;
const shapes = new Shapes();
let server: Awaited<ReturnType<typeof serve>>;
let noticePath = '';

beforeAll(async () => {
  const { files } = await builtWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
    now: new Date().toISOString(),
  });
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const actor = asActor(staff.supervisor);
  for (let n = 1; n <= 12; n++) await createAgency(deps, agency(n), actor);
  for (let n = 1; n <= 4; n++) {
    await createInspector(deps, inspector(n, { certificateValidTo: localDate('2026-01-01') }), actor);
  }
  await declareRelation(
    deps,
    {
      inspectorId: 'P001',
      agencyUscc: fictionalUscc(1),
      reason: '曾在该机构任职',
      declaredOn: localDate('2026-01-05'),
      source: 'office',
    },
    actor,
  );
  for (const user of [staff.official, staff.official2, staff.notary]) await world.signIn(user);
  await draftItem(deps, item('ZL-01'), actor);
  await publishItem(deps, { code: 'ZL-01', version: 1 }, actor);
  await savePlan(
    planDeps(world.deps),
    testPlan({
      witnesses: [
        { id: 'official-a', userId: staff.official.userId },
        { id: 'official-b', userId: staff.official2.userId },
        { id: 'notary', userId: staff.notary.userId },
      ],
    }),
    undefined,
    actor,
  );
  const holidays = { ...deps, holidays: world.deps.holidays };
  await saveHolidayYear(holidays, 2027, entries2027, undefined, actor);
  const notice = buildNotices(sources(), 1, localDate('2026-11-20')).at(-1);
  if (notice === undefined) throw new Error('no notice');
  const queued = { before: undefined, command: 'queue' as const, status: 'queued' as const, notice };
  await world.tables.store.commit(
    noticeCommit({ ...queued, actor: 'system', at: '2026-11-20T02:00:00Z' }, () => '0'),
  );
  noticePath = `/notices/${encodeURIComponent(notice.id.replaceAll('#', '~'))}`;
  const enter = await Promise.all(
    [staff.supervisor, staff.approver, staff.auditor, staff.administrator, staff.inspector].map(
      async (user) => {
        const { token } = await world.signIn(user);
        return publicRoute<typeof world.deps>({
          method: 'GET',
          path: `/enter/${user.name}`,
          handle: () => redirect('/', undefined, [setCookie(sessionCookie, token)]),
        });
      },
    ),
  );
  server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, ...enter] }));
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await world.close();
});

async function enter(who: string, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/enter/${who}`);
  return context;
}

const pages: Readonly<Record<string, readonly string[]>> = {
  supervisor: [
    '/registers',
    '/registers/agencies',
    '/registers/agencies/new',
    `/registers/agencies/${fictionalUscc(1)}`,
    `/registers/agencies/${fictionalUscc(1)}/edit`,
    '/registers/agencies/import',
    '/registers/practitioners',
    '/registers/inspectors',
    '/registers/inspectors/P001',
    '/registers/relations/new',
    `/registers/relations/P001/${fictionalUscc(1)}`,
    '/registers/items/ZL-01',
    '/registers/items/new',
    '/risk',
    `/risk/${fictionalUscc(1)}`,
    '/plans',
    '/plans/2026-12',
    '/plans/2027-03',
    '/plans/2026-12/preview?agency=专利',
    '/notices?view=open',
    '/calendar',
    '/calendar/2025',
    '/calendar/2027',
    '/calendar/2027/edit',
    'notice',
    'notice/paper',
  ],
  approver: ['/calendar/2027'],
  auditor: ['/audit', '/audit/PL~2026-12', '/users', '/plans/2026-12'],
  administrator: ['/users/new', '/users/u-auditor'],
  inspector: ['/assignments', '/registers/inspectors/P001'],
};

test.each(Object.entries(pages))(
  'the pages of the %s: axe finds nothing, nothing runs off the side of a desk or a telephone',
  async (who, paths) => {
    const context = await enter(who, 390);
    const page = await context.newPage();
    for (const path of paths) {
      await page.setViewportSize({ width: 390, height: 900 });
      const answer = await page.goto(server.origin + path.replace(/^notice/, noticePath));
      expect(answer?.status(), path).toBe(200);
      expect(await newFindings(page, shapes), path).toEqual([]);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${path} at ${width} pixels`).toBeLessThanOrEqual(0);
      }
    }
    await context.close();
  },
  90_000,
);

describe('in a browser', () => {
  test('Enter in a field of the plan saves it and touches no line', async () => {
    const context = await enter('supervisor', 1280);
    const page = await context.newPage();
    await page.goto(`${server.origin}/plans/2026-12`);
    await page.fill('input[name=title]', '按回车保存');
    await page.press('input[name=title]', 'Enter');
    await page.waitForLoadState();
    expect(await page.locator('.govuk-notification-banner').textContent()).toContain('草稿已保存');
    expect((await world.deps.plans.plan('2026-12'))?.state.plan.title).toBe('按回车保存');
    await context.close();
  });

  test('a file that is too large is refused beside the field before it travels', async () => {
    const context = await enter('supervisor', 1280);
    const page = await context.newPage();
    await page.goto(`${server.origin}/registers/agencies/import`);
    await page.setInputFiles('input[type=file]', {
      name: 'big.csv',
      mimeType: 'text/csv',
      buffer: Buffer.alloc(11 * 1024 * 1024),
    });
    await page.click('main form button');
    expect(await page.locator('.govuk-error-message').textContent()).toContain('10 MB');
    expect(page.url()).toBe(`${server.origin}/registers/agencies/import`);
    await context.close();
  });
});
