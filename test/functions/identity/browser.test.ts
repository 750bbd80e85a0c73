import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IdentityDeps } from '../../../functions/identity/identityDeps.ts';
import { setCookie } from '../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../shared/access/session.ts';
import type { User } from '../../../shared/access/user.ts';
import { refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { newFindings } from '../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../browser/chromium.ts';
import { keepPicture } from '../../browser/screenshots.ts';
import { Shapes } from '../../browser/shapes.ts';
import { plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { builtWebAssets } from '../../fixtures/webAssets.ts';
import { serve } from '../web/kit/gateway.ts';
import { type IdentityWorld, openIdentity, staff } from './identityWorld.ts';

/** An identity revealed by two people at two browsers with keyboards, and a batch erased by the same two. */

const shapes = new Shapes();
let world: IdentityWorld;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
const contexts: BrowserContext[] = [];
/** Whose session the next browser takes. */
let entering: string;

beforeAll(async () => {
  const { files } = await builtWebAssets();
  world = await openIdentity({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  const enter = publicRoute<IdentityDeps>({
    method: 'GET',
    path: '/enter',
    handle: () => redirect('/', undefined, [setCookie(sessionCookie, entering)]),
  });
  server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, enter] }));
  browser = await openChromium();
}, 90_000);
afterAll(async () => {
  for (const context of contexts) await context.close();
  await leaveChromium(browser);
  await server.close();
  await world.close();
});

/** The person at a browser of their own. */
async function at(user: User): Promise<Page> {
  entering = (await world.signIn(user)).token;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${server.origin}/enter`);
  return page;
}

/** What every page has to be: nothing that axe finds, nothing wider than a telephone; and how it looks. */
async function held(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  expect(await newFindings(page, shapes), name).toEqual([]);
  await keepPicture(page, `identity/${name}-desktop`);
  await page.setViewportSize({ width: 390, height: 844 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, name).toBeLessThanOrEqual(0);
  await keepPicture(page, `identity/${name}-phone`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Presses a button with the keyboard and waits for the page it leads to. */
async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test('one person asks, another agrees, and the first sees it once a press', async () => {
  const { complaint: id } = await world.complaints.file({ wish: 'settle' });
  await world.complaints.assign(id);
  const address = `${server.origin}/complaints/${id}/identity`;
  const supervisor = await at(staff.supervisor);
  await supervisor.goto(address);
  await held(supervisor, '1-ask');
  await press(supervisor, '申请查看');
  await held(supervisor, '2-ask-without-reason');
  await supervisor.getByLabel('查看理由').fill('须核对合同相对方');
  await press(supervisor, '申请查看');
  await expect.poll(() => supervisor.textContent('main')).toContain('已提出申请');
  await held(supervisor, '3-waits');

  const approver = await at(staff.approver);
  await approver.goto(`${server.origin}/complaints/wishes`);
  await held(approver, '4-wishes');
  await Promise.all([approver.waitForEvent('load'), approver.locator(`a[href$="${id}/identity"]`).click()]);
  await held(approver, '5-decide');
  await press(approver, '同意');
  expect(await approver.textContent('main')).toContain('已同意');

  await supervisor.goto(address);
  await held(supervisor, '6-granted');
  await press(supervisor, '显示身份信息');
  const shown = (await supervisor.textContent('main')) ?? '';
  for (const value of [plantedIdentity.name, plantedIdentity.phone, plantedIdentity.address])
    expect(shown).toContain(value);
  expect(supervisor.url()).toBe(`${address}/show`);
  expect(await supervisor.title()).not.toContain(plantedIdentity.name);
  await held(supervisor, '7-shown');
  await supervisor.emulateMedia({ media: 'print' });
  await keepPicture(supervisor, 'identity/8-printed');
  await supervisor.emulateMedia({ media: 'screen' });

  // Going on and coming back shows nothing again.
  await supervisor.goto(address);
  expect(await supervisor.textContent('body')).not.toContain(plantedIdentity.name);
  await held(supervisor, '9-after');
}, 60_000);

test('a batch that is over its period is proposed by one person and erased by another', async () => {
  const ids: string[] = [];
  world.complaints.at('2026-09-18T02:00:00Z');
  for (let i = 0; i < 3; i++) {
    const { complaint } = await world.complaints.file({ wish: 'settle' });
    await world.complaints.assign(complaint);
    await world.complaints.give(complaint, 'refuse', refuseComplaint, {
      ground: 'too-late',
      reason: '逾期',
    });
    ids.push(complaint);
  }
  world.complaints.at('2028-10-09T02:00:00Z');
  const supervisor = await at(staff.supervisor);
  await supervisor.goto(`${server.origin}/complaints/erasure`);
  await held(supervisor, '10-due');
  for (const id of ids.slice(0, 2)) {
    await supervisor.locator(`#case-${id}`).focus();
    await supervisor.keyboard.press('Space');
  }
  await press(supervisor, '提出清除所选案件');
  await held(supervisor, '11-proposed');
  const approver = await at(staff.approver);
  await approver.goto(`${server.origin}/complaints/erasure?lang=en`);
  await held(approver, '12-confirm-en');
  await approver.goto(`${server.origin}/complaints/erasure?lang=zh`);
  for (const id of ids.slice(0, 2)) await approver.locator(`#case-${id}`).check();
  await press(approver, '确认清除所选案件');
  expect(await approver.textContent('main')).toContain('已清除 2 件');
  await held(approver, '13-erased');
  await approver.goto(`${server.origin}/complaints/${ids[0]}/identity`);
  expect(await approver.textContent('main')).toContain('身份信息已于2028年10月9日依规清除');
  await held(approver, '14-case-after');
}, 60_000);
