import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { readSpreadsheet } from '../../../../shared/spreadsheet/readSpreadsheet.ts';
import { newFindings } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { keepPicture } from '../../../browser/screenshots.ts';
import { Shapes } from '../../../browser/shapes.ts';
import { complaintWorld } from '../../../fixtures/complaintWorld.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { type ConsoleWorld, openConsole, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let auditor: SignedIn;
let withNumber = '';
const path = '/statistics/complaints';

beforeAll(async () => {
  const { files } = await builtWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  supervisor = await world.signIn(staff.supervisor);
  auditor = await world.signIn(staff.auditor);
  const cases = complaintWorld(world.tables, '2026-09-01T02:00:00Z');
  const first = await cases.file();
  await cases.assign(first.complaint);
  withNumber = (await cases.caseOf(first.complaint)).state.number ?? '';
  cases.on('2026-11-02');
  await cases.file({ wish: 'check', channel: 'phone' });
});
afterAll(() => world.close());

describe('the numbers of complaints and reports', () => {
  test('are those of the period in the address', async () => {
    const year = wordsOf((await world.get(path, supervisor)).body);
    expect(year).toContain('2026年1月 至 2026年12月');
    expect(year).toMatch(/收到 1 2 /);
    const quarter = wordsOf((await world.get(`${path}?year=2026&part=q3`, supervisor)).body);
    expect(quarter).toMatch(/收到 1 1 /);
    expect(quarter).not.toContain('2026年11月');
    const before = await world.get(`${path}?year=2025`, supervisor);
    expect(wordsOf(before.body)).toMatch(/收到 0 0 /);
    expect((await world.get(`${path}?year=x&part=m99`, supervisor)).status).toBe(200);
  });

  test('each open the cases that they count, for who works on cases', async () => {
    const page = await world.get(path, supervisor);
    const link = /href="([^"]*by=channel[^"]*code=web[^"]*kind=complaint[^"]*)"/.exec(page.body)?.[1] ?? '';
    const behind = await world.get(link.replaceAll('&amp;', '&'), supervisor);
    expect(wordsOf(behind.body)).toContain(withNumber);
    const late = await world.get(`${path}/kept?deadline=accept&standing=overdue`, supervisor);
    expect(wordsOf(late.body)).toContain(withNumber);
    expect((await world.get(`${path}/kept?deadline=accept&standing=x`, supervisor)).status).toBe(404);
    const shown = await world.get(path, auditor);
    expect(shown.status).toBe(200);
    expect(shown.body).not.toContain('by=channel');
    expect((await world.get(`${path}/cases?by=channel&code=web&kind=complaint`, auditor)).status).toBe(403);
    expect((await world.get(`${path}/cases?by=name&code=web&kind=complaint`, supervisor)).status).toBe(404);
  });

  test('can be saved as tables', async () => {
    const csv = await world.get(`${path}/export.csv?part=q3`, supervisor);
    const bytes = Buffer.from(csv.body, 'base64');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString()).toContain('按渠道,网上,1,1\r\n');
    const xlsx = await world.get(`${path}/export.xlsx?part=q3`, supervisor);
    const sheet = await readSpreadsheet(Buffer.from(xlsx.body, 'base64'));
    expect(sheet.ok).toBe(true);
  });
});

test('the page is accessible, in both languages', async () => {
  const browser = await openChromium();
  const enter = publicRoute<typeof world.deps>({
    method: 'GET',
    path: '/enter',
    handle: () => redirect('/', undefined, [setCookie(sessionCookie, supervisor.token)]),
  });
  const server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, enter] }));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${server.origin}/enter`);
  const shapes = new Shapes();
  for (const lang of ['zh', 'en']) {
    await page.goto(`${server.origin}${path}?lang=${lang}`);
    expect(await page.locator('h1').textContent()).toMatch(/投诉、举报统计|in numbers/);
    expect(await newFindings(page, shapes)).toEqual([]);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(over, `${lang} at ${width} pixels`).toBeLessThanOrEqual(0);
    }
    await keepPicture(page, `statistics/${lang}`);
  }
  await context.close();
  await server.close();
  await leaveChromium(browser);
}, 60_000);
