import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWebAssets } from '../../../../functions/web/kit/buildAssets.ts';
import { setCookie } from '../../../../functions/web/kit/http/cookies.ts';
import { redirect } from '../../../../functions/web/kit/http/respond.ts';
import { publicRoute } from '../../../../functions/web/kit/http/route.ts';
import { createWebHandler } from '../../../../functions/web/kit/http/webHandler.ts';
import { sessionCookie } from '../../../../shared/access/session.ts';
import { DynamoCredit } from '../../../../shared/adapters/dynamoCredit.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { afterFailure, closedBreaker } from '../../../../shared/credit/breaker.ts';
import { type CreditEntry, creditEntryId, creditRow } from '../../../../shared/credit/creditEntry.ts';
import { pushCredit } from '../../../../shared/credit/pushing.ts';
import { reconcileCredit } from '../../../../shared/credit/reconciling.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { axeOf } from '../../../browser/axe.ts';
import { leaveChromium, openChromium } from '../../../browser/chromium.ts';
import { creditEntry, creditOffice, listingRecord, penaltyRecord } from '../../../fixtures/creditRecords.ts';
import { memoryRemote } from '../../../fixtures/memoryRemote.ts';
import {
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';
import { serve } from '../kit/gateway.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;
let refuses = true;
const remote = memoryRemote(() => ({ refuse: ({ key }) => refuses && key.startsWith('penalty/') }));

/** Refused by the other side; a listing of the same agency waits behind it. */
const refused = creditEntry({
  key: 'penalty/01HZX/portal',
  record: penaltyRecord,
  at: '2026-11-20T02:00:00Z',
  due: localDate('2026-11-22'),
});
const behind = creditEntry({ key: 'listing/NL1', record: listingRecord, at: '2026-11-21T02:00:00Z' });
const taken = creditEntry({
  uscc: fictionalUscc(2),
  agency: '第2专利代理事务所',
  at: '2026-11-20T02:00:00Z',
});
const path = `/credit/agencies/${refused.uscc}`;
const foreignPath = `/credit/agencies/${fictionalUscc(9)}`;

const add = (entry: CreditEntry) =>
  world.tables.client.send(new PutCommand({ TableName: 'core', Item: creditRow(entry).row }));
const deps = () => ({
  ...world.deps.credit,
  outbox: new DynamoCredit(world.tables.client, 'core', 'test'),
  books: new DynamoCredit(world.tables.client, 'core'),
  transport: remote.transport,
  office: creditOffice,
  random: () => 0.5,
});
const push = () => pushCredit(deps(), { leaseMs: 60_000, goOn: () => true });

beforeAll(async () => {
  const { files } = await buildWebAssets();
  world = await openConsole({
    assets: files.map((file) => ({ ...file, text: new TextDecoder().decode(file.bytes) })),
  });
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
  for (const entry of [refused, behind, taken]) await add(entry);
  await push();
  remote.holdings.plant(
    {
      id: 'listing/FOREIGN@0001',
      key: 'listing/FOREIGN',
      version: 1,
      amendment: 0,
      state: 'published',
      subject: { uscc: fictionalUscc(9), name: '外来机构' },
      digest: 'f'.repeat(64),
    },
    '2026-11-22T02:00:00Z',
  );
  world.clock.now += 60_000;
  await reconcileCredit({ ...deps(), seen: async () => {} });
});
afterAll(() => world.close());

/** Presses a form of a ledger page. */
async function press(on: string, act: string, who: SignedIn, about: string, form: Form = {}) {
  const page = await world.get(on, who);
  const name = act.split('/')[1] ?? '';
  const prefix = new RegExp(`name="form" value="(${name}-\\d+)"`).exec(page.body)?.[1] ?? `${name}-0`;
  const fields = Object.fromEntries(
    Object.entries(form).map(([field, value]) => [`${prefix}.${field}`, value]),
  );
  return world.post(`${on}/${act}`, who, {
    expectedVersion: hiddenValue(page.body, 'expectedVersion'),
    form: prefix,
    about,
    ...fields,
  });
}

describe('the overview', () => {
  test('says what waits, how old it is and who has to decide', async () => {
    const page = wordsOf((await world.get('/credit', supervisor)).body);
    expect(page).toContain('1 条，1 家机构');
    expect(page).toContain('被退回，待人工处理');
    expect(page).toContain('对方不接受 (no)');
    expect(page).toContain('已逾期');
    expect(page).toContain('外来机构');
    expect(page).toContain('信用记录待处理 2');
    expect(page).toMatch(/对方系统 正常/);
  });

  test('is read by the auditor, who is offered no act, and by nobody else', async () => {
    expect((await world.get('/credit', auditor)).status).toBe(200);
    expect((await world.get(path, auditor)).body).not.toContain('/entries/');
    const inspector = await world.signIn(staff.inspector);
    expect((await world.get('/credit', inspector)).status).toBe(403);
    expect((await press(path, 'entries/retry', auditor, creditEntryId(refused))).status).toBe(403);
  });

  test('says in words that the other side is down, and since when', async () => {
    const { desk } = world.deps.credit;
    const before = await desk.breaker();
    const down = Array.from({ length: 5 }).reduce<typeof closedBreaker>(
      (breaker) => afterFailure(breaker, 'html', '2026-11-22T01:00:00Z'),
      closedBreaker,
    );
    const outbox = deps().outbox;
    await outbox.keepBreaker(down, before.revision);
    const page = wordsOf((await world.get('/credit', supervisor)).body);
    expect(page).toMatch(/自 2026年11月22日 0?9:00 起不能正常接收（回答是网页（可能是登录页））/);
    await outbox.keepBreaker(before.breaker, before.revision + 1);
  });

  test('finds an agency of the register, and says that there is none', async () => {
    expect(wordsOf((await world.get('/credit?agency=没有', supervisor)).body)).toContain(
      '名录里没有这样的机构',
    );
  });
});

describe('the ledger of an agency', () => {
  test('says what stands there, why, and under which receipt', async () => {
    const page = wordsOf((await world.get(`/credit/agencies/${taken.uscc}`, auditor)).body);
    expect(page).toContain('对方现在公示的内容');
    expect(page).toContain('XY00000001');
    expect(page).toContain('raninsPlanId');
    expect(page).toContain('栏目名称未核实');
  });

  test('is not there for a code that is none or an agency that nobody knows', async () => {
    expect((await world.get('/credit/agencies/x', supervisor)).status).toBe(404);
    expect((await world.get(`/credit/agencies/${fictionalUscc(77)}`, supervisor)).status).toBe(404);
  });

  test('shows a refusal beside the field', async () => {
    const about = creditEntryId(refused);
    const page = await press(path, 'entries/propose-give-up', supervisor, about, { reason: '' });
    expect(page.status).toBe(422);
    expect(
      errorBeside(page.body, /name="(propose-give-up-\d+\.reason)"/.exec(page.body)?.[1] ?? ''),
    ).toContain('请写明理由');
    const phone = await press(path, 'entries/correct', supervisor, about, { CF_SY: '电话13800138000' });
    expect(phone.status).toBe(422);
    expect(wordsOf(phone.body)).toContain('手机号码，不得公示');
  });

  test('refuses a form of a page that is old', async () => {
    const old = await world.post(`${path}/entries/retry`, supervisor, {
      expectedVersion: '0',
      form: 'retry-0',
      about: creditEntryId(refused),
    });
    expect(old.status).toBe(409);
    expect((await press(path, 'entries/retry', supervisor, 'listing/NONE@0001')).status).toBe(404);
  });

  test('gives up by two people only', async () => {
    const about = creditEntryId(refused);
    const proposed = await press(path, 'entries/propose-give-up', supervisor, about, {
      reason: '主体已注销',
    });
    expect(proposed).toMatchObject({ status: 303, location: path });
    expect(wordsOf((await world.get(path, supervisor)).body)).toContain('须由另一名审批人员确认');
    expect((await press(path, 'entries/give-up', supervisor, about)).status).toBe(403);
    expect(wordsOf((await world.get(path, approver)).body)).toContain('supervisor 提议不再推送：主体已注销');
    expect((await press(path, 'entries/withdraw-give-up', approver, about)).status).toBe(303);
  });

  test('sends again, and everything behind it follows', async () => {
    refuses = false;
    const kicked = world.kicks.imports.length;
    expect((await press(path, 'entries/retry', supervisor, creditEntryId(refused))).status).toBe(303);
    expect(world.kicks.imports.slice(kicked)).toEqual(['credit']);
    await push();
    const page = wordsOf((await world.get(path, supervisor)).body);
    expect(page).not.toContain('待推送');
    expect(page.match(/对方已收下/g)).toHaveLength(2);
  });
});

describe('differences and reports', () => {
  test('what nobody here knows is taken back by two people', async () => {
    const about = 'listing/FOREIGN';
    const form = { remedy: 'withdraw-there', reason: '本机关没有作出过' };
    const empty = await press(foreignPath, 'differences/propose', supervisor, about, { reason: '理由' });
    expect(empty.status).toBe(422);
    expect((await press(foreignPath, 'differences/propose', supervisor, about, form)).status).toBe(303);
    expect((await press(foreignPath, 'differences/confirm', approver, about)).status).toBe(303);
    await push();
    expect(remote.holdings.current().find(({ key }) => key === about)?.state).toBe('withdrawn');
  });

  test('have a page for every day', async () => {
    const list = wordsOf((await world.get('/credit/reports', auditor)).body);
    expect(list).toContain('2026年11月23日');
    const report = wordsOf((await world.get('/credit/reports/2026-11-23', auditor)).body);
    expect(report).toContain('本机关没有 1');
    expect(report).toContain('超过法定日期仍未送达 1');
    expect((await world.get('/credit/reports/2026-11-24', auditor)).status).toBe(404);
    expect((await world.get('/credit/reports/x', auditor)).status).toBe(404);
  });
});

test('the pages are accessible, in both languages', async () => {
  const more = creditEntry({ ...refused, key: 'penalty/01HZY/portal', at: '2026-11-22T02:00:00Z' });
  await add(more);
  refuses = true;
  await push();
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
  const shots = resolve(import.meta.dirname, '../../../screenshots/credit');
  mkdirSync(shots, { recursive: true });
  for (const lang of ['zh', 'en']) {
    for (const [name, at] of [
      ['overview', '/credit'],
      ['ledger', path],
      ['foreign', foreignPath],
      ['reports', '/credit/reports'],
      ['report', '/credit/reports/2026-11-23'],
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${server.origin}${at}?lang=${lang}`);
      const { violations } = await axeOf(page).analyze();
      expect(violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.screenshot({ path: join(shots, `${name}-${lang}.png`), fullPage: true });
      await page.setViewportSize({ width: 390, height: 900 });
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect(over, `${name} ${lang} on a phone`).toBeLessThanOrEqual(0);
    }
  }
  await context.close();
  await server.close();
  await leaveChromium(browser);
}, 60_000);
