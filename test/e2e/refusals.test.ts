import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planEntries } from '../../functions/web/console/plans/planForm.ts';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { dynamoUsers } from '../../shared/adapters/dynamoUsers.ts';
import { addDays, type LocalDate, shanghaiDate } from '../../shared/calendar/localDate.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { type Attendants, act, attend, press, published, steps } from './ceremony.ts';
import { drawDesk, type LiveDesk, SEATS } from './drawDesk.ts';
import { startOffice, thisMonth } from './office.ts';
import { messageAt, Visitor, wordsOf } from './visitor.ts';
import { addressOf, cityWorkbook, plantedErrors } from './workbooks.ts';

/** What is refused, in words beside the field, and that nothing is half done afterwards. */

const patient = { timeout: 20_000, interval: 50 };
const DAY = 86_400_000;
const MEGABYTE = 1024 * 1024;

let runtime: LocalRuntime;
let desk: LiveDesk;
let people: Attendants;
let today: LocalDate;
let nextMonth: string;

function lotteryTomorrow(day: LocalDate): Partial<MonthPlan> {
  return {
    objectionWorkingDays: 0,
    lastSource: { type: 'lottery', game: 'ssq', issue: '2026135', at: `${addDays(day, 1)}T13:15:00Z` },
  };
}

beforeAll(async () => {
  const day = shanghaiDate(new Date());
  runtime = await startOffice({ agencies: 120, inspectors: 24, plan: lotteryTomorrow(day) });
  desk = drawDesk(runtime);
  today = day;
  nextMonth = addDays(`${thisMonth(runtime)}-28` as LocalDate, 7).slice(0, 7);
  people = await attend(runtime.addresses);
}, 60_000);
afterAll(() => runtime?.stop());

const versionOf = async (number: string) => (await desk.cases.load(`DR#${number}`))?.version;

test('pages of the office and of signed links send to themselves and to the file store, which lets both of them', async () => {
  const { aws, console: office, public: links } = runtime.addresses;
  for (const origin of [office, links]) {
    const policy = (await fetch(`${origin}/nowhere`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`form-action 'self' ${aws};`);
    expect(policy).toContain(`connect-src 'self' ${aws};`);
  }
  const preflight = (bucket: RegExp, origin: string) => {
    const name = runtime.buckets.find(({ rules }) => bucket.test(rules.name))?.rules.name;
    const headers = { origin, 'access-control-request-method': 'POST' };
    return fetch(`${aws}/${name}`, { method: 'OPTIONS', headers });
  };
  expect((await preflight(/uploads/, office)).status).toBe(200);
  expect((await preflight(/uploads/, links)).status).toBe(200);
  expect((await preflight(/uploads/, runtime.addresses.publicity)).status).toBe(403);
  expect((await preflight(/evidence/, office)).status).toBe(403);
});

describe('a draw by 双色球', () => {
  const right = '03,08,12,19,25,31|07';
  let number = '';

  test('nobody confirms the draw that they opened themselves, whatever other role they have', async () => {
    // One person with both roles: what is asked is another person, not another role.
    const users = dynamoUsers(desk.client, desk.core);
    const both = await users.get(runtime.context.issuer, 'approver');
    if (both === undefined) throw new Error('no approver');
    await users.put({ ...both, roles: ['supervisor', 'approver'], version: both.version + 1 }, both.version);
    number = await press({ ...people, supervisor: people.approver }, thisMonth(runtime));
    await steps.endObjections(people, number);
    await steps.commit(people, number);
    const before = await versionOf(number);
    const form = await people.approver.form(`/draws/${number}`, `/draws/${number}/request-void`);
    const refused = await people.approver.send(`/draws/${number}/confirm`, form);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('此步骤须由另一人办理');
    expect(await versionOf(number)).toBe(before);
    // Taken back, so that the ceremony can go on with a second supervisor who did not open it.
    await users.put({ ...both, version: both.version + 2 }, both.version + 1);
    await desk.acts.confirm(number, desk.colleague);
  });

  test('a reveal that does not fit its commitment changes nothing', async () => {
    const [first, ...others] = SEATS;
    await act(people[first.id], number, 'reveal', { r: first.r });
    const before = await versionOf(number);
    const other = await act(people['official-b'], number, 'reveal', { r: 'ab'.repeat(32) });
    expect(other.status).toBe(422);
    expect(messageAt(other.text, 'r')).toContain('该值与已公布的承诺不符');
    const short = await act(people['official-b'], number, 'reveal', { r: '22' });
    expect(short.status).toBe(422);
    expect(messageAt(short.text, 'r')).toContain('64位十六进制');
    expect(await versionOf(number)).toBe(before);
    for (const seat of others) await act(people[seat.id], number, 'reveal', { r: seat.r });
  });

  test('the numbers are not taken before they are drawn', async () => {
    const early = await act(people.supervisor, number, 'enter-source', { value: right });
    expect(early.status).toBe(422);
    expect(wordsOf(early.text)).toContain('尚未开奖');
  });

  test.each([
    ['with other separators', '3 8 12 19 25 31 + 7'],
    ['not ascending', '08,03,12,19,25,31|07'],
    ['with a ball that does not exist', '03,08,12,19,25,34|07'],
    ['in full-width signs', '０３，０８，１２，１９，２５，３１｜０７'],
    ['of another lottery', '03,08,12,19,25|07,09'],
  ])('numbers %s are refused beside the field', async (_, value) => {
    if (runtime.clock.shift() === 0) {
      runtime.clock.advance(2 * DAY);
      people = await attend(runtime.addresses);
    }
    const before = await versionOf(number);
    const refused = await act(people.supervisor, number, 'enter-source', { value });
    expect(refused.status).toBe(422);
    expect(messageAt(refused.text, 'value')).toContain('red,red,red,red,red,red|blue');
    expect(refused.text).toContain(value);
    expect(await versionOf(number)).toBe(before);
  });

  test('two supervisors who enter at once: one entry stands, the other is told', async () => {
    const second = await new Visitor(runtime.addresses).signIn('supervisor');
    const form = await people.supervisor.form(`/draws/${number}`, `/draws/${number}/enter-source`);
    const other = await second.form(`/draws/${number}`, `/draws/${number}/enter-source`);
    const answers = await Promise.all([
      people.supervisor.send(`/draws/${number}/enter-source`, { ...form, value: right }),
      second.send(`/draws/${number}/enter-source`, { ...other, value: '01,02,03,04,05,06|01' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const told = answers.find(({ status }) => status === 422);
    expect(wordsOf(told?.text ?? '')).toContain('已有人录入');
    expect([right, '01,02,03,04,05,06|01']).toContain((await desk.draw(number))?.source?.entered?.value);
  });

  test('the second person has to have seen the same; then the draw is published', async () => {
    const entered = (await desk.draw(number))?.source?.entered?.value ?? '';
    const differs = await act(people.notary, number, 'confirm-source', { value: '01,02,03,04,05,07|01' });
    expect(differs.status).toBe(422);
    expect(messageAt(differs.text, 'value')).toContain('不一致');
    await act(people.notary, number, 'confirm-source', { value: entered });
    await published(people.supervisor, number);
  });

  test('people without the role are told whose step it is; strangers are asked to sign in', async () => {
    const form = await people.auditor.get(`/draws/${number}`);
    const token = /name="csrfToken" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const refused = await people.auditor.send(`/draws/${number}/confirm`, { csrfToken: token });
    expect(refused.status).toBe(403);
    const stranger = await new Visitor(runtime.addresses).get(`/draws/${number}`);
    expect(stranger.url.startsWith(runtime.addresses.oidc)).toBe(true);
  });
});

describe('a plan', () => {
  async function saved(change: Partial<MonthPlan>) {
    const stored = await desk.plans.plan(nextMonth);
    if (stored === undefined) throw new Error('no draft');
    const plan: MonthPlan = { ...stored.state.plan, ...change };
    const form = await people.supervisor.form(`/plans/${nextMonth}`, `/plans/${nextMonth}`);
    const { csrfToken = '', idempotencyKey = '', expectedVersion = '' } = form;
    return people.supervisor.send(`/plans/${nextMonth}`, {
      csrfToken,
      idempotencyKey,
      expectedVersion,
      ...planEntries(plan),
      op: 'preview',
    });
  }

  test('that nobody can staff shows who is missing, before anything is committed', async () => {
    const all = { kind: '*', riskClass: '*', recency: '*', district: '*', round: 'exact' } as const;
    const preview = await saved({ rates: [{ ...all, ppm: 1_000_000 }] });
    expect(preview.status).toBe(200);
    const words = wordsOf(preview.text);
    expect(words).toMatch(/有 \d+ 次不能配齐，最多缺 \d+ 席/);
    expect(words).toMatch(/席位.*人/);
  });

  test('that promises visits in an empty cell is refused at its line', async () => {
    const rates: MonthPlan['rates'] = [
      {
        kind: 'dual',
        riskClass: 'D',
        recency: '*',
        district: 'yanqing',
        ppm: 500_000,
        round: 'exact',
        min: 2,
      },
      { kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 50_000, round: 'exact' },
    ];
    const preview = await saved({ rates });
    expect(wordsOf(preview.text)).toContain('第 1 行保证最少 2 户，但没有一家机构符合');
    const refused = await people.supervisor.submit(
      `/plans/${nextMonth}/preview`,
      `/plans/${nextMonth}/publish`,
    );
    expect(refused.status).toBe(422);
    expect(messageAt(refused.text, 'rates.0.min')).toContain('没有一家机构符合');
    expect((await desk.plans.plan(nextMonth))?.status).toBe('draft');
  });

  test('that two supervisors write at once keeps the first and shows it to the second', async () => {
    const second = await new Visitor(runtime.addresses).signIn('supervisor');
    const form = await second.form(`/plans/${nextMonth}`, `/plans/${nextMonth}`);
    const plan = (await desk.plans.plan(nextMonth))?.state.plan;
    if (plan === undefined) throw new Error('no draft');
    await saved({ title: '先保存的方案' });
    const late = await second.send(`/plans/${nextMonth}`, {
      ...form,
      ...planEntries({ ...plan, title: '后保存的方案' }),
      op: 'save',
    });
    expect(late.status).toBe(409);
    expect((await desk.plans.plan(nextMonth))?.state.plan.title).toBe('先保存的方案');
  });
});

describe('an import', () => {
  async function upload(slug: string, name: string, bytes: Uint8Array) {
    const sent = await people.supervisor.upload(`/registers/${slug}/import`, name, bytes);
    if (sent.status !== 200) return { ...sent, words: wordsOf(sent.text) };
    await expect
      .poll(
        async () => (await people.supervisor.get(sent.url)).text.includes('data-refresh-seconds'),
        patient,
      )
      .toBe(false);
    const shown = await people.supervisor.get(sent.url);
    return { ...shown, words: wordsOf(shown.text) };
  }

  test('of something that is no spreadsheet is refused whole', async () => {
    const before = await desk.register.lock();
    const pdf = await upload('agencies', '名录.xlsx', new TextEncoder().encode('%PDF-1.7 not a workbook'));
    expect(pdf.words).toMatch(/不是|无法|不能/);
    expect(pdf.words).toContain('重新');
    const other = await upload('agencies', '名录.csv', new TextEncoder().encode('甲,乙,丙\r\n1,2,3\r\n'));
    expect(other.words).toContain('统一社会信用代码');
    expect(await desk.register.lock()).toEqual(before);
  });

  test('of 60 MB is refused in words, and one that is larger still by the file store', async () => {
    const before = await desk.register.lock();
    const large = await upload('agencies', '名录.xlsx', new Uint8Array(60 * MEGABYTE));
    expect(large.words).toContain('10 MB');
    expect(large.words).toContain('有错误');
    const objects = () => runtime.buckets.flatMap((bucket) => bucket.list('imports/')).length;
    const kept = objects();
    expect(await people.supervisor.uploadRefused('/registers/agencies/import', 250 * MEGABYTE)).toBe(true);
    expect(objects()).toBe(kept);
    expect(await desk.register.lock()).toEqual(before);
  }, 60_000);

  test('with ten mistakes names each at its cell, and writes nothing', async () => {
    const errors = plantedErrors(today);
    const workbook = await cityWorkbook(today, errors);
    const before = await desk.register.lock();
    for (const sheet of ['agency', 'inspector'] as const) {
      const shown = await upload(sheet === 'agency' ? 'agencies' : 'inspectors', '名录.xlsx', workbook);
      const here = errors.filter((error) => error.sheet === sheet);
      for (const error of here) {
        const at = shown.words.indexOf(`!${addressOf(error)} `);
        expect(at, `${sheet} ${addressOf(error)} in ${shown.words.slice(0, 3000)}`).toBeGreaterThan(-1);
        expect(shown.words.slice(at, at + 200)).toMatch(error.says);
      }
      expect(shown.words).toContain(`错误 ${here.length}`);
    }
    expect(await desk.register.lock()).toEqual(before);
    expect(await desk.register.agencies()).toHaveLength(120);
  }, 40_000);
});
