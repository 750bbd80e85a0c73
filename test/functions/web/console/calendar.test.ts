import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ConsoleWorld,
  errorBeside,
  type Form,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  testUser,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let approver: SignedIn;

beforeEach(async () => {
  world = await openConsole();
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
});
afterEach(() => world.close());

/** A made-up table of 2027, as a person types it. */
const entered: Form = {
  source: '测试用的安排，并非通知',
  verification: 'V',
  complete: 'yes',
  off: '2027-01-01/2027-01-03\r\n2027-2-5 至 2027-2-13\r\n\r\n２０２７年10月1日/2027年10月7日\r\n',
  work: '2027-02-14\r\n2027-09-26',
};

async function post(path: string, who: SignedIn, form: Form = {}) {
  const page = await world.get('/calendar/2027', who);
  const version = hiddenValue(page.body, 'expectedVersion');
  return world.post(path, who, { ...(version === '' ? {} : { expectedVersion: version }), ...form });
}

const due = async (who: SignedIn) => {
  const page = await world.get('/calendar', who);
  return wordsOf(/<section class="dr-due"[\s\S]*?<\/section>/.exec(page.body)?.[0] ?? '');
};

test('the years show where they were read, how far they were checked, and what is missing', async () => {
  const page = await world.get('/calendar', supervisor);
  const words = wordsOf(page.body);
  expect(words).toMatch(/2026 完整 已核实 — 随系统提供 国务院办公厅关于2026年/);
  expect(words).toMatch(/2025 完整 未核实 尚未与通知原文核对 随系统提供/);
  expect(words).toMatch(/2027 没有安排 — 放假和调休都没有/);
  // 23 November: the notice of 2027 should be out.
  expect(words).toContain('2027年还没有完整的节假日安排');
  expect(page.body).toContain('href="/calendar/2027/edit"');
  expect(page.body).toContain('dr-tag--overdue');
  expect(await due(supervisor)).toContain('待填写节假日安排 1');
  expect(wordsOf((await world.get('/calendar?lang=en', supervisor)).body)).toContain(
    'There is no complete holiday table for 2027',
  );
});

test('nothing presses before November', async () => {
  world.clock.now = Date.parse('2026-10-31T15:59:00Z');
  supervisor = await world.signIn(staff.supervisor);
  const page = await world.get('/calendar', supervisor);
  expect(page.body).not.toContain('dr-tag--overdue');
  expect(wordsOf(page.body)).toContain('2027 没有安排');
  expect(await due(supervisor)).not.toContain('待填写');
});

test('a table is entered, previewed with what it changes, and counts once another person has confirmed it', async () => {
  const saved = await post('/calendar/2027', supervisor, entered);
  expect(saved).toMatchObject({ status: 303, location: '/calendar/2027' });
  const preview = await world.get('/calendar/2027', supervisor);
  const words = wordsOf(preview.body);
  expect(words).toContain('待确认：第 1 版');
  expect(words).toContain('2027年1月1日（周五） 2027年1月3日（周日） 3');
  expect(words).toContain('2027年2月14日（周日）');
  // 261 days from Monday to Friday, 1 + 6 + 5 of them off, two weekend days worked.
  expect(words).toContain('全年工作日 251 天');
  expect(words).toContain('改为休息（12 天）');
  expect(words).toContain('改为上班（2 天） 2027年2月14日（周日）、2027年9月26日（周日）');
  expect(words).toContain('须由填写人以外的审批人员确认');
  expect(preview.body).not.toContain('/calendar/2027/confirm');
  expect((await world.deps.calendar()).complete.has(2027)).toBe(false);
  expect(await due(supervisor)).not.toContain('待填写');
  expect(await due(approver)).toContain('待确认节假日安排 1');

  const asked = await world.get('/calendar/2027', approver);
  expect(asked.body).toContain('action="/calendar/2027/confirm"');
  const form = { expectedVersion: hiddenValue(asked.body, 'expectedVersion') };
  expect(await world.post('/calendar/2027/confirm', approver, form)).toMatchObject({ status: 303 });
  // Pressed twice: the same answer.
  expect(await world.post('/calendar/2027/confirm', approver, form)).toMatchObject({ status: 303 });
  world.clock.now += 5 * 60_000;
  expect((await world.deps.calendar()).complete.has(2027)).toBe(true);
  const after = wordsOf((await world.get('/calendar/2027', approver)).body);
  expect(after).not.toContain('待确认：');
  expect(after).toMatch(/填写 supervisor，.* 确认 approver，/);
  expect(wordsOf((await world.get('/calendar', approver)).body)).toMatch(/2027 完整 已核实 — 第 1 版/);

  const auditor = await world.signIn(staff.auditor);
  expect((await world.get('/audit', auditor)).body).toContain('/audit/HOL~2027');
  const chain = wordsOf((await world.get('/audit/HOL~2027', auditor)).body);
  expect(chain).toContain('待确认 (proposed) → 已确认 (confirmed)');
});

test('who entered a table never confirms it, also by hand', async () => {
  const both = await world.signIn(testUser('both', ['supervisor', 'approver']));
  await post('/calendar/2027', both, entered);
  const page = await world.get('/calendar/2027', both);
  expect(page.body).not.toContain('/calendar/2027/confirm');
  const refused = await world.post('/calendar/2027/confirm', both, { expectedVersion: '1' });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('govuk-error-summary');
  expect((await world.deps.holidays.get(2027))?.status).toBe('proposed');
});

test('every faulty line is named with its number and what is wrong, and the entries come back', async () => {
  const faulty: Form = {
    source: ' ',
    verification: '',
    off: '2027-01-01/2027-01-03\r\n元旦\r\n\r\n2027-02-30',
    work: '2027-02-14/2027-02-15',
  };
  const unread = await post('/calendar/2027', supervisor, faulty);
  expect(unread.status).toBe(422);
  const off = errorBeside(unread.body, 'off');
  expect(off).toContain('第 2 行“元旦”不是日期');
  expect(off).toContain('第 4 行“2027-02-30”不是日期');
  expect(errorBeside(unread.body, 'work')).toContain('第 1 行“2027-02-14/2027-02-15”不是一个日期');
  expect(unread.body).toContain('元旦');

  const misfit = await post('/calendar/2027', supervisor, {
    ...entered,
    off: '2027-01-01/2027-01-03\r\n\r\n2027-01-03/2027-01-04\r\n2026-12-31',
    work: '2027-02-14\r\n2027-02-15',
  });
  expect(misfit.status).toBe(422);
  // The empty second line counts, as the person sees it.
  expect(errorBeside(misfit.body, 'off')).toContain('第 3 行（2027-01-03）与上一行重叠');
  expect(errorBeside(misfit.body, 'off')).toContain('第 4 行的 2026-12-31 不属于 2027 年');
  expect(errorBeside(misfit.body, 'work')).toContain('第 2 行的 2027-02-15 不是周六或者周日');

  const bare = await post('/calendar/2027', supervisor, { ...faulty, off: '', work: '', complete: 'yes' });
  expect(errorBeside(bare.body, 'source')).toContain('请写明数据来源');
  expect(errorBeside(bare.body, 'verification')).toContain('请选择核实程度');
  const few = await post('/calendar/2027', supervisor, { ...entered, off: '2027-01-01', work: '' });
  expect(errorBeside(few.body, 'complete')).toContain('只有 1 天放假，少于法定节假日的 13 天');
  expect(await world.deps.holidays.get(2027)).toBeUndefined();
});

test('the form sent twice is one wish; another one from an older state meets the conflict page', async () => {
  const first = await world.post('/calendar/2027', supervisor, entered);
  const again = await world.post('/calendar/2027', supervisor, entered);
  expect([first.status, again.status]).toEqual([303, 303]);
  expect((await world.deps.holidays.get(2027))?.version).toBe(1);
  const other = await world.post('/calendar/2027', supervisor, { ...entered, work: '' });
  expect(other.status).toBe(409);
  const form = await world.get('/calendar/2027/edit', supervisor);
  expect(hiddenValue(form.body, 'expectedVersion')).toBe('1');
  expect(form.body).toContain('2027-02-05/2027-02-13');
});

test('a waiting version is given up, and what was in force stays', async () => {
  const edit = await world.get('/calendar/2026/edit', supervisor);
  expect(edit.body).toContain('2026-02-15/2026-02-23');
  const shorter = { ...entered, off: '2026-01-01\r\n2026-10-01/2026-10-20', work: '' };
  expect((await world.post('/calendar/2026', supervisor, shorter)).status).toBe(303);
  const page = wordsOf((await world.get('/calendar/2026', approver)).body);
  expect(page).toContain('改为上班');
  expect(page).toContain('现行安排');
  const given = await world.post('/calendar/2026/discard', approver, { expectedVersion: '1' });
  expect(given).toMatchObject({ status: 303, location: '/calendar/2026' });
  expect((await world.get('/calendar/2026', approver)).body).not.toContain('calendar/2026/discard');
  const late = await world.post('/calendar/2026/confirm', approver, { expectedVersion: '1' });
  expect(late.status).toBe(409);
});

test('only years that can have a table have a page', async () => {
  for (const year of ['2028', '2013', '1999', 'x']) {
    expect((await world.get(`/calendar/${year}`, supervisor)).status, year).toBe(404);
  }
  expect((await world.get('/calendar/2024', supervisor)).status).toBe(200);
});
