import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { giveComplaint } from '../../../../shared/complaint/command.ts';
import { write } from '../../../../shared/complaint/messaging.ts';
import { FILER } from '../../../../shared/complaint/sendFiling.ts';
import { axeOf, newFindings } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { Shapes } from '../../../browser/shapes.ts';
import { testFiling } from '../../../fixtures/complaintWorld.ts';
import { type ComplaintOffice, complaintOffice, dayForm } from '../../../fixtures/consoleComplaints.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { agency, type SignedIn } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let office: ComplaintOffice;
let browser: Browser;
const shapes = new Shapes();
let server: Awaited<ReturnType<typeof serve>>;
/** What each person looks at: forms of every kind are on some page. */
const pages = new Map<string, { readonly who: SignedIn; readonly paths: readonly string[] }>();

const file = (id: string, checked: boolean) => ({
  id,
  at: '2026-09-17T02:00:00Z',
  sha256: 'a'.repeat(64),
  size: 200_000,
  type: 'jpeg' as const,
  fileName: checked ? '合同.jpg' : '聊天记录截图.jpg',
  uploadedFor: '01K0000000000000000000000C',
});

beforeAll(async () => {
  const { files } = await builtWebAssets();
  office = await complaintOffice({
    assets: files.map((one) => ({ ...one, text: new TextDecoder().decode(one.bytes) })),
  });
  const { world, supervisor, approver, assigned, must, path } = office;
  const about = (n: number, more = {}) => ({
    matter: {
      ...testFiling().matter,
      agency: {
        listed: true as const,
        uscc: agency(n).uscc,
        name: agency(n).name,
        kinds: ['patent' as const],
        district: agency(n).district,
      },
      applicationNumber: `20231012345${n}.7`,
      ...more,
    },
  });
  await office.file({ wish: 'settle', receivedOn: localDate('2026-08-20'), channel: 'post', ...about(1) });
  const open = await assigned('settle', {
    standing: 'business',
    files: [file('01K00000000000000000000ZZZ', false)],
    ...about(1, { rightsLostOn: localDate('2026-09-25'), conducts: ['mismanagement', 'conflict'] }),
  });
  await giveComplaint(world.deps.complaints, open, 'write', write, { text: '补充：合同在附件里' }, FILER);
  const mediated = await assigned('settle', about(2));
  await must(mediated, supervisor, 'accept');
  await must(mediated, supervisor, 'suspend', {
    reason: 'test',
    note: '委托鉴定',
    ...dayForm('from', '2026-09-18'),
  });
  const reported = await assigned('check', about(3));
  await must(reported, supervisor, 'verify');
  await must(reported, supervisor, 'ask-extension', { reason: '需要调取档案' });
  await must(reported, supervisor, 'propose-decision', { outcome: 'filed', inspect: 'yes', reason: '属实' });
  const verified = await assigned('check', about(2));
  await must(verified, supervisor, 'verify');
  await must(verified, supervisor, 'note', { note: '已到工商调档' });
  const repeat = await assigned('check', about(3));
  const ended = await assigned('settle', about(3));
  await must(ended, supervisor, 'refuse', { ground: 'material', reason: '材料不全' });
  pages.set('supervisor', {
    who: supervisor,
    paths: [
      '/',
      '/complaints',
      '/complaints/new',
      '/complaints/months/2026-09',
      path(open),
      path(mediated),
      path(verified),
      path(repeat),
      path(ended),
    ],
  });
  pages.set('approver', { who: approver, paths: ['/complaints', path(reported)] });
  const enter = [...pages].map(([name, { who }]) =>
    publicRoute<typeof world.deps>({
      method: 'GET',
      path: `/enter/${name}`,
      handle: () => redirect('/', undefined, [setCookie(sessionCookie, who.token)]),
    }),
  );
  server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, ...enter] }));
  browser = await openChromium();
}, 90_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await office.world.close();
});

describe('the complaint desk in a browser', () => {
  test.each(['supervisor', 'approver'])(
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
        expect(await newFindings(page, shapes), path).toEqual([]);
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
    120_000,
  );

  test('somebody at the counter is filed for with the keyboard on a narrow window', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter/supervisor`);
    await page.goto(`${server.origin}/complaints/new`);
    for (const [field, value] of [
      ['channel', 'counter'],
      ['standing', 'consumer'],
      ['wish', 'settle'],
      ['service', 'patent'],
      ['conducts', 'mismanagement'],
    ]) {
      await page.locator(`[name="${field}"][value="${value}"]`).focus();
      await page.keyboard.press('Space');
    }
    for (const [field, value] of [
      ['agency', agency(1).uscc],
      ['facts', '错过缴费期限'],
      ['request', '退款'],
      ['name', '李某'],
      ['phone', '13800000000'],
      ['address', '北京市'],
    ]) {
      await page.locator(`[name="${field}"]`).focus();
      await page.keyboard.insertText(value ?? '');
    }
    // Enter in a field sends the form: the button that looks the agency up is not the first one.
    await page.locator('[name="phone"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.dr-receipt-code');
    expect(await page.locator('.dr-receipt-code').textContent()).toMatch(/^\d{3}( \d{3}){5}$/);
    const { violations } = await axeOf(page).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  }, 60_000);
});
