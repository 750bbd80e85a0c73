import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyFilePath } from '../../../../functions/web/console/agencyFile/filePart.ts';
import { paperPath, papersPath } from '../../../../functions/web/console/casePapers/paths.ts';
import { buildWebAssets } from '../../../../functions/web/kit/buildAssets.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import type { StoredCasePaper } from '../../../../shared/notice/casePaper.ts';
import { paperKinds, penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import { review } from '../../../../shared/penalty/reviewing.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { penaltyWays } from '../../../fixtures/penaltyWays.ts';
import { legalReviewer, type PenaltyWorld, penaltyWorld, USCC } from '../../../fixtures/penaltyWorld.ts';
import { type ConsoleWorld, openConsole, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let cases: PenaltyWorld;
let supervisor: SignedIn;
const issued: StoredCasePaper[] = [];
const idOf = ({ state }: StoredCasePaper) => state.case.slice('PN#'.length);
const pathOf = (stored: StoredCasePaper) => paperPath(stored.state);

beforeAll(async () => {
  const { files } = await buildWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
    now: '2026-09-21T02:00:00Z',
  });
  for (const form of paperKinds) {
    cases = penaltyWorld(world.tables);
    const id = await penaltyWays[form](cases);
    await cases.issue();
    issued.push(...(await cases.papers.ofCase(penaltyCaseId(id))).filter(({ state }) => state.form === form));
  }
  supervisor = await world.signIn(staff.supervisor);
}, 60_000);
afterAll(() => world.close());

/** A case whose prior notice is written and waits to be served. */
async function noticing(): Promise<StoredCasePaper> {
  const own = penaltyWorld(world.tables, '2026-09-18T02:00:00Z');
  const id = await own.draft();
  await own.give(id, 'review', review, { outcome: 'passed', note: '' }, legalReviewer);
  await own.issue();
  return own.paperOf(id, 'prior-notice-1');
}

const served = (day: string, over: Readonly<Record<string, string>> = {}) => ({
  'on.year': '2026',
  'on.month': '9',
  'on.day': day,
  method: 'post',
  note: 'post-receipt',
  ...over,
});

describe('the papers of a penalty case', () => {
  test('are listed for those who act in it, and found under their own case and name only', async () => {
    const paper = await noticing();
    const path = papersPath(paper.state.case);
    const page = await world.get(path, supervisor);
    expect(page.status).toBe(200);
    expect(wordsOf(page.body)).toContain('行政处罚事先告知书');
    expect((await world.get(path, await world.signIn(staff.inspector))).status).toBe(403);
    const other = issued.find(({ state }) => state.form === 'decision');
    if (other === undefined) throw new Error('no decision');
    expect((await world.get(paperPath({ ...other.state, case: paper.state.case }), supervisor)).status).toBe(
      404,
    );
    const desk = (await world.get(`/penalties/${idOf(paper)}`, supervisor)).body;
    expect(desk).toContain(`href="${pathOf(paper)}/service"`);
    expect(desk).toContain(`href="/penalties/${idOf(paper)}/dossier"`);
    expect(desk).toContain(`href="${agencyFilePath(USCC)}"`);
    const reviewer = await world.signIn(staff.legalReviewer);
    expect((await world.get(`/penalties/${idOf(paper)}`, reviewer)).body).not.toContain(agencyFilePath(USCC));
    expect((await world.get('/penalties/01K0NOSUCHCASE0000000000000/papers', supervisor)).status).toBe(404);
  });

  test('serving the prior notice moves its case, once, and it waits for nobody any more', async () => {
    const paper = await noticing();
    const path = pathOf(paper);
    expect((await world.get('/penalty-papers', supervisor)).body).toContain(`${path}/service`);
    expect((await world.get('/registers', supervisor)).body).toContain('href="/penalty-papers"');
    const early = await world.post(`${path}/serve`, supervisor, served('10'));
    expect(early.status).toBe(422);
    expect(wordsOf(early.body)).toContain('送达日期应当在文书日期');
    expect((await world.post(`${path}/serve`, supervisor, served('21', { method: '' }))).status).toBe(422);
    for (let press = 0; press < 2; press++)
      expect((await world.post(`${path}/serve`, supervisor, served('21'))).status).toBe(303);
    const { status, state } = await cases.caseOf(idOf(paper));
    expect(status).toBe('defending');
    expect(state.notices[0]?.served).toMatchObject({ on: '2026-09-21', method: 'post' });
    expect((await world.get('/penalty-papers', supervisor)).body).not.toContain(`${path}/service`);
  });

  test('a paper that moves nothing is served by itself', async () => {
    const paper = issued.find(({ state }) => state.form === 'annulment');
    if (paper === undefined) throw new Error('no annulment');
    expect((await world.post(`${pathOf(paper)}/serve`, supervisor, served('21'))).status).toBe(303);
    expect(wordsOf((await world.get(`${pathOf(paper)}/service`, supervisor)).body)).toContain('已另行送达');
  });

  test('bears the link of its party, and no other paper bears one', async () => {
    for (const stored of issued) {
      const { body } = await world.get(pathOf(stored), supervisor);
      const address = /dr-paper__address">([^<]+)</.exec(body)?.[1];
      if (stored.state.recipient.type === 'party') expect(address).toMatch(/^https?:\/\/[^/]+\/p\/[\w.-]+$/);
      else expect(address, stored.state.form).toBeUndefined();
    }
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

  test('every paper prints on A4 with its number, and axe finds nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 1300 } });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter`);
    // Set to a folder, it keeps a picture of each paper to be looked at.
    const shots = process.env['PAPER_SHOTS'];
    expect(issued.map(({ state }) => state.form)).toEqual([...paperKinds]);
    for (const stored of issued) {
      await page.goto(`${server.origin}${pathOf(stored)}`);
      expect(await page.locator('.dr-paper__seal').count()).toBe(1);
      expect(await page.locator('.dr-paper').textContent()).toContain(stored.state.number);
      expect((await axeOf(page).analyze()).violations.map(({ id }) => id)).toEqual([]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      // The box of every sheet: A4 in points.
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      if (shots !== undefined)
        await page.locator('.dr-paper').screenshot({ path: `${shots}/${stored.state.form}.png` });
    }
    const [first] = issued;
    if (first === undefined) throw new Error('no paper');
    for (const path of ['/penalty-papers', papersPath(first.state.case), `${pathOf(first)}/service`]) {
      await page.goto(`${server.origin}${path}`);
      expect(
        (await axeOf(page).analyze()).violations.map(({ id }) => id),
        path,
      ).toEqual([]);
    }
    await context.close();
  }, 120_000);
});
