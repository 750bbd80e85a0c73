import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { createInspector } from '../../../../shared/register/commands/editInspector.ts';
import { draftItem, publishItem } from '../../../../shared/register/commands/items.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  inspector,
  item,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
  auditor = await world.signIn(staff.auditor);
  for (const user of [staff.official, staff.official2, staff.notary]) await world.signIn(user);
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const actor = asActor(staff.supervisor);
  for (let n = 1; n <= 20; n++) {
    await createAgency(deps, agency(n, n === 20 ? { exclusion: '正在接受司法审计' } : {}), actor);
  }
  for (let n = 1; n <= 6; n++) await createInspector(deps, inspector(n), actor);
  await draftItem(deps, item('ZL-01'), actor);
  await publishItem(deps, { code: 'ZL-01', version: 1 }, actor);
  await draftItem(deps, item('ZL-02'), actor);
});
afterAll(() => world.close());

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What a browser would send of the plan's form if the person pressed Save at once. */
function entriesOf(html: string): Record<string, string | string[]> {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const form: Record<string, string | string[]> = {};
  const add = (name: string, value: string) => {
    const before = form[name];
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  };
  for (const [tag] of main.matchAll(/<input\b(?:[^>"]|"[^"]*")*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const box = /type="(checkbox|radio)"/.test(tag);
    if (name === undefined || name === 'csrfToken' || name === 'idempotencyKey') continue;
    if (box && !/\bchecked\b/.test(tag)) continue;
    add(name, unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name = '', inner = ''] of main.matchAll(
    /<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen = /<option(?: value="([^"]*)"| value)? selected/.exec(inner);
    add(name, unescaped(chosen?.[1] ?? ''));
  }
  return form;
}

const witnessed: Form = {
  'witnesses.0.userId': staff.official.userId,
  'witnesses.1.userId': staff.official2.userId,
  'witnesses.2.userId': staff.notary.userId,
};

async function start(month: string): Promise<Form> {
  const page = await world.get(`/plans/${month}`, supervisor);
  expect(page.status).toBe(200);
  return { ...entriesOf(page.body), op: 'save' };
}

describe('a month without a plan', () => {
  test('starts from a proposal that only lacks the witnesses', async () => {
    const form = await start('2026-12');
    expect(form).toMatchObject({
      title: '2026年12月双随机抽查',
      items: 'ZL-01@1',
      'rates.0.recency': 'recent',
      'rates.0.percent': '0',
      'rates.1.riskClass': 'A',
      'rates.1.percent': '1',
      'rates.4.percent': '50',
    });
    const refused = await world.post('/plans/2026-12', supervisor, form);
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'witnesses.0.userId')).not.toBe('');
    expect(errorBeside(refused.body, 'title')).toBe('');
  });

  test('only published items can be chosen', async () => {
    const page = await world.get('/plans/2026-12', supervisor);
    expect(page.body).toContain('value="ZL-01@1"');
    expect(page.body).not.toContain('ZL-02@1');
  });

  test('is no page for who cannot write one, and no month at all is none either', async () => {
    expect((await world.get('/plans/2026-12', auditor)).status).toBe(404);
    expect((await world.get('/plans/2026-13', supervisor)).status).toBe(404);
  });

  test('lines are added, moved and removed without saving', async () => {
    const form = await start('2026-12');
    const added = entriesOf(
      (await world.post('/plans/2026-12', supervisor, { ...form, op: 'rates.add' })).body,
    );
    expect(added['rates.5.kind']).toBe('*');
    const moved = entriesOf(
      (await world.post('/plans/2026-12', supervisor, { ...form, op: 'rates.up.1' })).body,
    );
    expect(moved['rates.0.riskClass']).toBe('A');
    expect(moved['rates.1.recency']).toBe('recent');
    const removed = entriesOf(
      (await world.post('/plans/2026-12', supervisor, { ...form, op: 'rates.remove.0' })).body,
    );
    expect(removed['rates.0.riskClass']).toBe('A');
    expect(removed['rates.4.kind']).toBeUndefined();
    expect(await world.deps.plans.plan('2026-12')).toBeUndefined();
  });
});

describe('faults beside their fields', () => {
  test.each([
    ['title', { title: '' }, 'title'],
    ['a rate that is no number', { 'rates.1.percent': 'viel' }, 'rates.1.percent'],
    ['a rate above 100', { 'rates.1.percent': '101' }, 'rates.1.percent'],
    ['a line that an earlier one covers', { 'rates.0.recency': '*' }, 'rates.1.kind'],
    ['the yearly cap', { yearlyCap: '0' }, 'yearlyCap'],
    ['a team of one', { 'team.seats.patent.1': '' }, 'team.seats.patent.0'],
    [
      'the issue of a lottery',
      { 'lastSource.type': 'lottery', 'lastSource.game': 'ssq' },
      'lastSource.issue',
    ],
    ['a day that does not exist', { 'visits.from.month': '13' }, 'visits.from'],
    ['no items', { items: [] }, 'items'],
    ['bands in the wrong order', { recentMonths: '40' }, 'earlierMonths'],
  ] satisfies readonly (readonly [string, Form, string])[])('%s', async (_, over, field) => {
    const form = { ...(await start('2026-12')), ...witnessed, ...over };
    const refused = await world.post('/plans/2026-12', supervisor, form);
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, field)).not.toBe('');
    expect(refused.body).toContain('govuk-error-summary');
  });
});

describe('from draft to publication and back', () => {
  test('rates are kept in millionths, however they were written', async () => {
    const form = {
      ...(await start('2026-12')),
      ...witnessed,
      title: '<b>十二月</b>',
      'rates.1.percent': '０.５ ％',
      'rates.2.percent': '5',
    };
    const saved = await world.post('/plans/2026-12', supervisor, form);
    expect(saved).toMatchObject({ status: 303, location: '/plans/2026-12' });
    const plan = (await world.deps.plans.plan('2026-12'))?.state.plan;
    expect(plan?.rates.map(({ ppm }) => ppm)).toEqual([0, 5_000, 50_000, 200_000, 500_000]);
    const twice = await world.post('/plans/2026-12', supervisor, form);
    expect(twice.status).toBe(303);
    const other = await world.post('/plans/2026-12', supervisor, { ...form, title: '另一个' });
    expect(other.status).toBe(409);
  });

  test('the preview tells cells, odds with their assumption, and who is left out and why', async () => {
    const page = await world.get('/plans/2026-12/preview?agency=第3专利', supervisor);
    expect(page.status).toBe(200);
    const words = wordsOf(page.body);
    expect(words).toContain('风险类别 B、专利代理、久未检查');
    expect(words).toContain('第3专利代理事务所');
    expect(words).toContain('5 %');
    expect(words).toContain('假定');
    expect(words).toContain('正在接受司法审计');
    expect(words).toContain('公布计划');
    expect(page.body).not.toContain('<b>十二月</b>');
    const read = await world.get('/plans/2026-12/preview', auditor);
    expect(read.status).toBe(200);
    expect(wordsOf(read.body)).not.toContain('公布后，下列内容');
  });

  test('the odds can be taken away as a file', async () => {
    const csv = await world.get('/plans/2026-12/odds.csv', supervisor);
    const text = Buffer.from(csv.wire.body ?? '', 'base64').toString();
    expect(text.split('\r\n').length).toBeGreaterThan(20);
    expect(text).toContain('5 %');
    expect((await world.get('/plans/2026-12/odds.xlsx', supervisor)).wire.isBase64Encoded).toBe(true);
  });

  test('publishing names what keeps it from being published at the field', async () => {
    const form = { ...(await start('2026-12')), 'visits.from.month': '11', 'visits.from.day': '1' };
    const early = await world.post('/plans/2026-12', supervisor, form);
    expect(early.status).toBe(303);
    const preview = await world.get('/plans/2026-12/preview', supervisor);
    const expectedVersion = hiddenValue(preview.body, 'expectedVersion');
    const refused = await world.post('/plans/2026-12/publish', supervisor, { expectedVersion });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'visits.from')).not.toBe('');
    const repaired = {
      ...entriesOf(refused.body),
      op: 'save',
      'visits.from.month': '12',
      'visits.from.day': '10',
    };
    expect((await world.post('/plans/2026-12', supervisor, repaired)).status).toBe(303);
  });

  test('published once, however often the button is pressed', async () => {
    const preview = await world.get('/plans/2026-12/preview', supervisor);
    const expectedVersion = hiddenValue(preview.body, 'expectedVersion');
    for (let press = 0; press < 2; press++) {
      const published = await world.post('/plans/2026-12/publish', supervisor, { expectedVersion });
      expect(published).toMatchObject({ status: 303, location: '/plans/2026-12' });
    }
    expect(await world.deps.plans.published('2026-12')).toHaveLength(1);
    const page = await world.get('/plans/2026-12', supervisor);
    const words = wordsOf(page.body);
    expect(words).toContain('发起演练');
    expect(words).toContain('发起抽签');
    expect(page.body).toContain('action="/draws"');
    expect(wordsOf((await world.get('/plans/2026-12', auditor)).body)).not.toContain('发起抽签');
  });

  test('the next month starts as a copy with its own days', async () => {
    const form = await start('2027-01');
    expect(form).toMatchObject({
      title: '2027年1月双随机抽查',
      'rates.1.percent': '0.5',
      'visits.from.year': '2027',
      'witnesses.2.userId': staff.notary.userId,
    });
  });

  test('taken back with a reason, twice the same, never without one', async () => {
    const page = await world.get('/plans/2026-12', supervisor);
    const expectedVersion = hiddenValue(page.body, 'expectedVersion');
    const refused = await world.post('/plans/2026-12/reopen', supervisor, { expectedVersion, reason: ' ' });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'reason')).not.toBe('');
    for (let press = 0; press < 2; press++) {
      const done = await world.post('/plans/2026-12/reopen', supervisor, {
        expectedVersion,
        reason: '比例有误<script>',
      });
      expect(done.status).toBe(303);
    }
    const stale = await world.post('/plans/2026-12/reopen', supervisor, {
      expectedVersion,
      reason: '比例有误<script>',
      idempotencyKey: 'another-tab-idempotency',
    });
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('href="/plans/2026-12"');
    expect((await world.deps.plans.plan('2026-12'))?.status).toBe('draft');
    const read = await world.get('/plans/2026-12', auditor);
    expect(read.body).not.toContain('比例有误<script>');
    expect(wordsOf((await world.get('/plans', auditor)).body)).toContain('2026年12月');
  });
});
