import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { newFindings } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { Shapes } from '../../../browser/shapes.ts';
import {
  type InspectionOffice,
  inspectionOffice,
  publish,
  visited,
} from '../../../fixtures/consoleInspections.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { type SignedIn, staff } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let office: InspectionOffice;
let browser: Browser;
const shapes = new Shapes();
let server: Awaited<ReturnType<typeof serve>>;
/** What each person looks at: forms of every kind are on some page. */
const pages = new Map<string, { readonly who: SignedIn; readonly paths: readonly string[] }>();

beforeAll(async () => {
  const { files } = await builtWebAssets();
  office = await inspectionOffice({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  const { world, act, path } = office;
  const supervisor = await world.signIn(staff.supervisor);
  const approver = await world.signIn(staff.approver);
  const [asked, reviewed, checked, corrected] = [office.take(), office.take(), office.take(), office.take()];
  const member = await office.signInMember(checked, 0);
  await act(asked, supervisor, 'request-cancel', { ground: 'no-team', reason: '无人可抽' });
  await visited(world, reviewed, 'pending');
  await visited(world, checked, 'rectification_ordered');
  const order = { rectify: 'yes', rectifyText: '补办变更登记', rectifyDays: '15', handOver: '' };
  await act(checked, approver, 'approve', order);
  await publish(world, checked);
  await act(checked, supervisor, 'answer-rectification', { text: '已变更' });
  await visited(world, corrected, 'not_publicised');
  await act(corrected, approver, 'approve', { handOver: '' });
  await publish(world, corrected);
  await act(corrected, supervisor, 'raise-correction', { text: '机构已按期公示' });
  pages.set('supervisor', {
    who: supervisor,
    paths: ['/', '/inspections', path(asked), path(corrected), path(office.take())],
  });
  pages.set('approver', { who: approver, paths: ['/', path(asked), path(reviewed), path(corrected)] });
  pages.set('member', { who: member, paths: ['/assignments', path(checked)] });
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

describe('inspections in a browser', () => {
  test.each(['supervisor', 'approver', 'member'])(
    'as the %s sees them: axe finds nothing, no id is there twice, nothing runs off the side',
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
    90_000,
  );
});
