import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  complaintPaperPath,
  complaintPapersPath,
  mailName,
} from '../../../../functions/web/console/complaintPapers/paths.ts';
import { buildWebAssets } from '../../../../functions/web/kit/buildAssets.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { formKinds } from '../../../../shared/complaint/complaintRows.ts';
import { deliverFilerMails, takeFilerOrders } from '../../../../shared/complaint/papers/deliverFilerMails.ts';
import type { StoredPaper } from '../../../../shared/notice/casePapers.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { type ComplaintPaperWorld, complaintPaperWorld } from '../../../fixtures/complaintPaperWorld.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { formWays } from '../../../fixtures/formWays.ts';
import { type ConsoleWorld, openConsole, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let cases: ComplaintPaperWorld;
let supervisor: SignedIn;
/** One of each form and party. */
const issued: StoredPaper[] = [];
const idOf = ({ state }: StoredPaper) => state.case.slice('CP#'.length);
const of = (form: string, party: string) => {
  const found = issued.find(({ state }) => state.form === form && state.recipient.type === party);
  if (found === undefined) throw new Error(`${form} was not written to ${party}`);
  return found;
};
const pathOf = (stored: StoredPaper) => complaintPaperPath(idOf(stored), stored.state);

beforeAll(async () => {
  const { files } = await buildWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
    now: '2026-09-21T02:00:00Z',
  });
  cases = complaintPaperWorld(world.tables, '2026-09-18T02:00:00Z');
  for (const form of formKinds) {
    const id = await formWays[form](cases);
    await cases.issue();
    issued.push(...(await cases.papers.ofCase(id)).filter(({ state }) => state.form === form));
  }
  supervisor = await world.signIn(staff.supervisor);
}, 60_000);
afterAll(() => world.close());

describe('the papers of a case', () => {
  test('are listed with how they stand, for those who handle complaints and nobody else', async () => {
    const path = complaintPapersPath(idOf(of('mediation-end', 'agency')));
    const page = await world.get(path, supervisor);
    expect(page.status).toBe(200);
    const words = wordsOf(page.body);
    for (const title of ['终止调解决定书', '调解通知书', '受理决定书', '投诉登记表'])
      expect(words).toContain(title);
    expect(words).toContain('另行送达纸质文书');
    for (const who of [staff.auditor, staff.inspector, staff.administrator])
      expect((await world.get(path, await world.signIn(who))).status).toBe(403);
  });

  test('are found under their own case and name only', async () => {
    const stored = of('refusal', 'filer');
    expect((await world.get(pathOf(stored), supervisor)).status).toBe(200);
    const other = idOf(of('acceptance', 'filer'));
    expect((await world.get(complaintPaperPath(other, stored.state), supervisor)).status).toBe(404);
    expect((await world.get(complaintPapersPath('01K0NOSUCHCASE0000000000000'), supervisor)).status).toBe(
      404,
    );
  });

  test('are served by a person with day, manner and record, and then wait for nobody', async () => {
    const path = pathOf(of('acceptance', 'filer'));
    expect((await world.post(`${path}/serve`, supervisor, {})).status).toBe(422);
    const served = {
      'on.year': '2026',
      'on.month': '9',
      'on.day': '21',
      method: 'post',
      note: 'post-receipt',
    };
    expect((await world.post(`${path}/serve`, supervisor, served)).status).toBe(303);
    expect(wordsOf((await world.get(`${path}/service`, supervisor)).body)).toContain('已另行送达');
    const open = await world.get('/complaint-papers', supervisor);
    expect(open.body).not.toContain(`${path}/service`);
    expect(open.body).toContain(`${pathOf(of('refusal', 'filer'))}/service`);
  });

  test('a mail that did not arrive waits on top of every page until the filer is told otherwise', async () => {
    cases.server.answer = { type: 'permanent', code: '550' };
    await takeFilerOrders(cases.mails);
    await deliverFilerMails(cases.mails, { most: 600, width: 4, leaseMs: 180_000, goOn: () => true });
    const id = idOf(of('refusal', 'filer'));
    const [mail] = await cases.papers.mailsOf(id);
    expect(mail?.status).toBe('bounced');
    expect((await world.get('/registers', supervisor)).body).toContain('href="/complaint-papers"');
    const told = `/complaints/${id}/mails/${mailName(mail?.state ?? { id: '' })}/told`;
    expect((await world.post(told, supervisor, {})).status).toBe(303);
    expect((await cases.papers.mailsOf(id))[0]?.status).toBe('told');
    expect((await world.post(`/complaints/${id}/mails/nothing/told`, supervisor, {})).status).toBe(404);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const enter = publicRoute<typeof world.deps>({
      method: 'GET',
      path: '/enter',
      handle: () => redirect('/', undefined, [setCookie(sessionCookie, supervisor.token)]),
    });
    server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, enter] }));
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => {
    await leaveChromium(browser);
    await server.close();
  });

  test('every form prints on A4 with its place for the seal, names no filer, and axe finds nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 1300 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter`);
    // Set to a folder, it keeps a picture of each form to be looked at.
    const shots = process.env['PAPER_SHOTS'];
    for (const stored of issued) {
      await page.goto(`${server.origin}${pathOf(stored)}`);
      expect(await page.locator('.dr-paper__seal').count()).toBe(1);
      const words = await page.locator('.dr-paper').textContent();
      expect(words).toContain(stored.state.number);
      for (const planted of Object.values(plantedIdentity)) expect(words).not.toContain(planted);
      expect((await axeOf(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      // The box of every sheet: A4 in points.
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      if (shots !== undefined) {
        const path = `${shots}/${stored.state.form}-${stored.state.recipient.type}.png`;
        await page.locator('.dr-paper').screenshot({ path });
      }
    }
    for (const path of [
      '/complaint-papers',
      complaintPapersPath(idOf(issued[3] ?? of('refusal', 'filer'))),
    ]) {
      await page.goto(`${server.origin}${path}`);
      expect((await axeOf(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
    }
    await context.close();
  }, 120_000);
});
