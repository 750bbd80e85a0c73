import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { consoleScript } from '../../../../functions/web/console/consoleScript.tsx';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { replaceInDraw } from '../../../../shared/draw/ceremony/replace.ts';
import type { Visit } from '../../../../shared/draw/ceremony/visit.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { acts, DICE, drawWorld, open, testPlan } from '../../../fixtures/drawWorld.ts';
import { builtWebAssets } from '../../../fixtures/webAssets.ts';
import { type ConsoleWorld, openConsole, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let supervisor: SignedIn;
let approver: SignedIn;
let reviewer: SignedIn;
/** A rehearsal that is published, a draw that was sealed into the hands of the system, one that waits for objections. */
const draws = { rehearsal: '', system: '', objection: '' };
/** Visits of the rehearsal before and after two replacements. */
let replaced: { readonly before: readonly Visit[]; readonly after: readonly Visit[] };

beforeAll(async () => {
  const { files } = await builtWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
  reviewer = await world.signIn(staff.legalReviewer);
  const ceremony = drawWorld(world.tables);
  const step = (draw: string, name: string) => drawStep(ceremony.deps, { draw, step: name });
  const sealed = async (month: string, kind: 'draw' | 'rehearsal') => {
    ceremony.clock.now = '2026-12-01T01:00:00Z';
    const { number } = await open(ceremony, testPlan({ month, objectionWorkingDays: 1 }), kind);
    await step(number, 'FreezeSnapshot');
    ceremony.clock.now = '2026-12-03T01:00:00Z';
    await acts.endObjections(ceremony, number);
    for (const i of [0, 1, 2] as const) await acts.commitSecret(ceremony, number, i);
    await acts.confirm(ceremony, number);
    await step(number, 'PublishCommitment');
    for (const i of [0, 1, 2] as const) await acts.reveal(ceremony, number, i);
    await acts.enterSource(ceremony, number, DICE);
    await acts.confirmSource(ceremony, number, DICE);
    return number;
  };
  draws.rehearsal = await sealed('2026-12', 'rehearsal');
  await step(draws.rehearsal, 'RunDraw');
  await step(draws.rehearsal, 'PublishResult');
  const dealt = await ceremony.deps.desk.visits(draws.rehearsal);
  const [seat] = dealt[0]?.seats ?? [];
  if (seat === undefined) throw new Error('no team');
  const order = {
    evidence: 'ab'.repeat(32),
    requested: { by: 'u-lead', name: '提出人', at: '2026-12-03T01:00:00Z' },
    confirmed: { by: 'u-head', name: '确认人', at: '2026-12-03T01:00:00Z' },
  };
  const { inspectorId } = seat;
  const recusal = { visitNos: [1], stays: true, reason: 'recusal-own' } as const;
  for (const given of [
    await replaceInDraw(ceremony.deps, draws.rehearsal, {
      ...order,
      ...recusal,
      type: 'inspector',
      requestId: '1',
      inspectorId,
    }),
    await replaceInDraw(ceremony.deps, draws.rehearsal, {
      ...order,
      type: 'agency',
      requestId: '2',
      visitNo: 2,
      reason: 'suspended',
    }),
  ])
    expect(given.ok).toBe(true);
  for (const [name, bytes] of ceremony.contents) world.files.set(name, bytes);
  replaced = { before: dealt, after: await ceremony.deps.desk.visits(draws.rehearsal) };
  draws.system = await sealed('2027-01', 'draw');
  draws.objection = (await open(ceremony, testPlan({ month: '2027-02', objectionWorkingDays: 5 }))).number;
  await step(draws.objection, 'FreezeSnapshot');
  const { token } = supervisor;
  const enter = publicRoute<typeof world.deps>({
    method: 'GET',
    path: '/enter',
    handle: () => redirect('/', undefined, [setCookie(sessionCookie, token)]),
  });
  server = await serve(createWebHandler({ ...world.app, routes: [...world.app.routes, enter] }));
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await leaveChromium(browser);
  await server.close();
  await world.close();
});

describe('the pages of a draw', () => {
  test('look again by script while the system is at work, and by the browser only without one', async () => {
    for (const path of [`/draws/${draws.system}`, `/draws/${draws.system}/screen`]) {
      const { body } = await world.get(path, supervisor);
      expect(body.replaceAll(/<noscript>[\s\S]*?<\/noscript>/g, ''), path).not.toContain('http-equiv');
      expect(body, path).toMatch(/<noscript><meta http-equiv="refresh" content="[23]"/);
      expect(body, path).toMatch(/data-refresh-seconds="[23]"/);
      expect(body, path).toContain(consoleScript.path);
    }
    const ended = await world.get(`/draws/${draws.rehearsal}/screen`, supervisor);
    expect(ended.body).not.toContain('http-equiv');
  });

  test('say when the objection step ended, on the page and on the paper', async () => {
    const says = async (path: string) => wordsOf((await world.get(path, supervisor)).body);
    for (const view of ['', '/paper']) {
      expect(await says(`/draws/${draws.system}${view}`)).toMatch(/异议期.{0,20} 2026年12月2日 24:00 届满/);
      expect(await says(`/draws/${draws.rehearsal}${view}`)).toMatch(/异议期.{0,20} 本次不设异议期/);
    }
  });

  test('tell replacements by name, with who asked and confirmed; the paper stays that of the draw', async () => {
    const { before, after } = replaced;
    const [former, successor] = [before, after].map(([visit]) => visit?.seats[0]?.name ?? '');
    const { body } = await world.get(`/draws/${draws.rehearsal}`, approver);
    const page = wordsOf(body);
    expect(page).toContain(`${former} 主动回避 第 1 户 ${before[0]?.agencyName}，席位 1：${successor}`);
    expect(page).toContain('提出人提出，确认人确认');
    expect(page).toContain(`停业 第 ${before.length + 1} 户：${after.at(-1)?.agencyName}`);
    expect(page).toContain('已退出（更换 2）');
    for (const e of [1, 2]) expect(body).toContain(`href="/draws/${draws.rehearsal}/records/${e}"`);
    const paper = wordsOf((await world.get(`/draws/${draws.rehearsal}/paper`, approver)).body);
    for (const { agencyName, seats } of before) {
      expect(paper).toContain(agencyName);
      expect(paper).toContain(seats.map(({ name }) => name).join('、'));
    }
    expect(paper).not.toContain(after.at(-1)?.agencyName);
  });

  test('give every version of the record, the newest under the old address', async () => {
    const events = async (path: string) => {
      const { status, body } = await world.get(`/draws/${draws.rehearsal}/${path}`, approver);
      if (status !== 200) return status;
      return JSON.parse(Buffer.from(body, 'base64').toString()).events.length;
    };
    expect(await events('record.json')).toBe(2);
    expect(await Promise.all([0, 1, 2].map((e) => events(`records/${e}`)))).toEqual([0, 1, 2]);
    for (const wrong of ['3', '-1', '1.0', 'x']) expect(await events(`records/${wrong}`)).toBe(404);
  });

  test('a rehearsal offers no notices, a draw does', async () => {
    const link = (number: string) => `/notices?draw=${number}`;
    expect((await world.get(`/draws/${draws.rehearsal}`, supervisor)).body).not.toContain(
      link(draws.rehearsal),
    );
    expect((await world.get(`/draws/${draws.system}`, supervisor)).body).toContain(link(draws.system));
  });

  test('are open to the legal reviewer, whose start page says what will be listed', async () => {
    const home = await world.get('/', reviewer);
    expect(wordsOf(home.body)).toContain('目前没有等待审核的案件');
    expect(home.body).toContain('<a href="/draws"');
    expect((await world.get('/draws', reviewer)).status).toBe(200);
    expect(wordsOf((await world.get('/', approver)).body)).not.toContain('法制审核');
  });

  test.each(['zh', 'en'])('fit a telephone in %s', async (lang) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: true,
    });
    const page = await context.newPage();
    await page.goto(`${server.origin}/enter`);
    for (const number of Object.values(draws)) {
      await page.goto(`${server.origin}/draws/${number}?lang=${lang}`);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((one) => one.getBoundingClientRect().right > 391)
          .map(
            (one) =>
              `${one.tagName}.${one.className} ${one.getBoundingClientRect().right} ${one.textContent?.slice(0, 60)}`,
          ),
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${number} ${wide.join('\n')}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
});
