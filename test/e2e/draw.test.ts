import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LocalRuntime } from '../../infra/local/runtime.ts';
import { expectSound } from './aftermath.ts';
import { type Attendants, attend, hold } from './ceremony.ts';
import { drawDesk, type LiveDesk } from './drawDesk.ts';
import { startOffice, thisMonth } from './office.ts';
import { wordsOf } from './visitor.ts';

/** A draw from the press of the button to what everybody can see of it, over HTTP, by signed-in people. */

let runtime: LocalRuntime;
let desk: LiveDesk;
let people: Attendants;
let number = '';

beforeAll(async () => {
  runtime = await startOffice();
  desk = drawDesk(runtime);
  people = await attend(runtime.addresses);
}, 60_000);
afterAll(() => runtime?.stop());

test('a hundred presses of the button open one draw, and every press is counted', async () => {
  const month = thisMonth(runtime);
  const form = await people.supervisor.form('/draws', '/draws');
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => people.supervisor.send('/draws', { ...form, month, kind: 'draw' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const [address, ...others] = new Set(answers.map(({ url }) => url));
  expect(others).toEqual([]);
  number = address?.split('/').at(-1) ?? '';
  expect(await desk.desk.numbers()).toEqual([number]);
  expect((await desk.desk.lock(month))?.presses).toBe(100);
  expect(runtime.executions.list().map(({ name }) => name)).toEqual([`${number}.1`]);
}, 30_000);

test('the ceremony ends in a record that verifies, one mail per notice and whole audit chains', async () => {
  const record = await hold(people, number);
  await expectSound(runtime, desk, number, record.text);
  const mails = runtime.inbox.list();
  expect(mails.some(({ subject }) => subject.includes('行政检查通知书'))).toBe(true);
  expect(new Set(mails.map(({ subject }) => /〔\d{4}〕\d+号/.exec(subject)?.[0])).size).toBe(mails.length);
});

test('another press after the publication shows the draw that stands', async () => {
  const month = thisMonth(runtime);
  const answer = await people.supervisor.submit('/draws', '/draws', { month, kind: 'draw' });
  expect(answer.url.endsWith(number)).toBe(true);
  expect(await desk.desk.numbers()).toEqual([number]);
  expect(wordsOf((await people.auditor.get(`/draws/${number}`)).text)).toContain('按键次数 101');
});

test('the result stands on its page, on the screen and on paper', async () => {
  const visits = await desk.desk.visits(number);
  for (const path of [`/draws/${number}`, `/draws/${number}/screen`, `/draws/${number}/paper`]) {
    const { status, text } = await people.auditor.get(path);
    expect(status).toBe(200);
    const words = wordsOf(text);
    expect(visits.filter(({ agencyName }) => !words.includes(agencyName))).toEqual([]);
  }
});
