import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildVisitScripts, type WebAsset } from '../../../../functions/web/kit/buildAssets.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { openVisit, prepareVisits, team, visitOf } from '../../../fixtures/visitWorld.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { type ConsoleWorld, openConsole } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

const served = (file: WebAsset) => ({ ...file, text: new TextDecoder().decode(file.bytes) });

let world: ConsoleWorld;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
/** While it is set, every connection is cut: to the page and to its worker the server is out of reach. */
let unreachable = false;

beforeAll(async () => {
  const [{ files }, scripts] = await Promise.all([builtWebAssets(), buildVisitScripts()]);
  world = await openConsole({
    assets: files.map(served),
    visitScripts: { page: served(scripts.page), worker: served(scripts.worker) },
    now: new Date().toISOString(),
  });
  await prepareVisits(world);
  const { token } = await world.signIn(team.leader);
  const enter = publicRoute<typeof world.deps>({
    method: 'GET',
    path: '/enter',
    handle: () => redirect('/assignments', undefined, [setCookie(sessionCookie, token)]),
  });
  const leave = publicRoute<typeof world.deps>({
    method: 'POST',
    path: '/sign-out',
    csrf: false,
    handle: () => redirect('/assignments', undefined, [setCookie(sessionCookie, '', 0)]),
  });
  const second = await world.signIn(team.second);
  const signedIn = publicRoute<typeof world.deps>({
    method: 'GET',
    path: '/sign-in/callback',
    handle: () => redirect('/assignments', undefined, [setCookie(sessionCookie, second.token)]),
  });
  const handler = createWebHandler({ ...world.app, routes: [...world.app.routes, enter, leave, signedIn] });
  server = await serve(async (event, context) =>
    unreachable ? { statusCode: 503 } : handler(event, context),
  );
  server.server.prependListener('request', (request) => {
    if (unreachable) request.socket.destroy();
  });
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await world.close();
});

test('an answer given without a signal outlives the page and is stored once', async () => {
  const number = await openVisit(world, 1);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (line) => {
    if (line.type() === 'error' && line.text().includes('Content Security')) faults.push(line.text());
  });
  // The file store: keeps what the script sends under the key of its form.
  await context.route('https://files.example/uploads', async (route) => {
    const body = route.request().postDataBuffer() ?? Buffer.alloc(0);
    const key = /name="key"\r\n\r\n([^\r]+)/.exec(body.toString('latin1'))?.[1] ?? '';
    const from = body.indexOf('\x89PNG', 0, 'latin1');
    const bytes = new Uint8Array(body.subarray(from, body.lastIndexOf('\r\n--')));
    world.evidence.quarantine.set(key, { bytes, fileName: 'signature.png' });
    await route.fulfill({ status: 204, headers: { 'access-control-allow-origin': '*' } });
  });
  await page.goto(`${server.origin}/enter`);
  const address = `${server.origin}/inspections/${number}/visit`;
  await page.goto(address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);

  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const axe = await axeOf(page).analyze();
  expect(axe.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  unreachable = true;
  const question = page.locator('[data-question="ZL-01@1/2"]');
  await question.getByText('未发现', { exact: true }).click();
  await question.locator('[data-part="state"]', { hasText: '等待信号' }).waitFor();
  await page.goto(address);
  await page.locator('[data-part="total"]', { hasText: '1 项存在本机' }).waitFor();
  expect(await question.getByLabel('未发现', { exact: true }).isChecked()).toBe(true);
  expect((await visitOf(world, number)).state.answers).toEqual({});

  unreachable = false;
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await question.locator('[data-part="state"]', { hasText: '已保存到服务器' }).waitFor();
  await page.locator('[data-part="total"]', { hasText: '没有待发送' }).waitFor();
  await page.reload();
  expect(await question.getByLabel('未发现', { exact: true }).isChecked()).toBe(true);
  expect((await visitOf(world, number)).state.answers['ZL-01@1/2']).toMatchObject({ value: 'none-found' });
  expect(await world.deps.inspectionLists.answers(number)).toHaveLength(1);

  // The pad makes a picture of what is drawn, which is kept like a photo.
  const pad = page.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('no pad');
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: '使用此签字' }).click();
  await page.locator('[data-file="signature"]', { hasText: 'signature.png：已保存到服务器' }).waitFor();
  const [picture] = (await visitOf(world, number)).state.evidence;
  expect(picture).toMatchObject({ purpose: 'signature', type: 'png' });
  expect(await page.locator('select[name="evidence"]').inputValue()).toBe(picture?.id);

  // Signing out erases the page from the phone.
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForURL(/sign-in|assignments/);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
}, 40_000);

test('whoever signs in on the same phone is never shown the page that somebody else has kept', async () => {
  const number = await openVisit(world, 2);
  const context = await browser.newContext();
  const page = await context.newPage();
  const address = `${server.origin}/inspections/${number}/visit`;
  const person = () => page.locator('[data-visit]').getAttribute('data-person');
  await page.goto(`${server.origin}/enter`);
  await page.goto(address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  // Once more, so that the worker is in charge of the page.
  await page.goto(address);
  expect(await person()).toBe('u-leader');

  await page.goto(`${server.origin}/sign-in/callback`);
  unreachable = true;
  const cut = await context.newPage();
  await expect(cut.goto(address)).rejects.toThrow();
  await cut.close();
  unreachable = false;
  await page.goto(address);
  expect(await person()).toBe('u-second');
  await page.waitForFunction(async () => {
    const [name, ...more] = await caches.keys();
    return name === 'visit-page u-second' && more.length === 0;
  });
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  await page.waitForLoadState('networkidle');
  unreachable = true;
  await page.goto(address);
  expect(await person()).toBe('u-second');
  unreachable = false;
  await context.close();
}, 40_000);
