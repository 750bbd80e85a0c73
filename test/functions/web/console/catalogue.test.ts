import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  comingChanges,
  entriesOn,
  readCatalogueFilter,
} from '../../../../functions/web/console/catalogue/catalogueView.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { lawAt } from '../../../../shared/law/lawTable.ts';
import { penaltyCatalogue } from '../../../../shared/law/penaltyCatalogue.ts';
import { type ConsoleWorld, openConsole, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let auditor: SignedIn;
beforeAll(async () => {
  world = await openConsole({ now: '2026-09-18T02:00:00Z' });
  auditor = await world.signIn(staff.auditor);
}, 60_000);
afterAll(() => world.close());

const today = localDate('2026-09-18');
const on = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return `on.year=${year}&on.month=${month}&on.day=${date}`;
};
const page = async (query = '') => (await world.get(`/catalogue?${query}`, auditor)).body;
const entries = (body: string) =>
  [...body.matchAll(/<code class="dr-code">([\w.-]+)<\/code>/g)].map(([, code]) => code);

describe('the negative list', () => {
  test('has every entry in force today with tiers, ranges, authority, publicity, repair and provision', async () => {
    const body = await page();
    expect(entries(body)).toEqual(lawAt(penaltyCatalogue, today).map(({ rule }) => rule));
    const words = wordsOf(body);
    expect(words).toContain('罚款：不超过100000.00 元，含本数（可以）');
    expect(words).toContain('国家知识产权局（本机关提出建议）');
    expect(words).toContain('专利代理条例第二十五条第一款');
    expect(words).toContain('未核实');
    expect(words).toContain('不是行政处罚，不公示');
    expect(words).toContain('36 个月');
  });

  test('is filtered by the book of rules and by whom it reaches', async () => {
    const persons = entries(await page('regime=patent&party=person'));
    expect(persons.length).toBeGreaterThan(0);
    expect(persons).not.toContain('patent.conflict');
    expect(entries(await page('regime=association')).every((code) => code?.startsWith('association.'))).toBe(
      true,
    );
    expect(entries(await page('text=patent.conflict'))).toContain('patent.conflict');
  });

  test('shows what changes on the first of January 2027, and the list of that day', async () => {
    const [change] = comingChanges(today);
    expect(change).toMatchObject({ on: '2027-01-01' });
    expect(change?.changed).toBeGreaterThan(0);
    const before = await page('text=trademark.forged');
    expect(wordsOf(before)).toContain('2027年1月1日起变更为');
    expect(before).toContain(
      '/catalogue?text=trademark.forged&amp;on.year=2027&amp;on.month=01&amp;on.day=01',
    );
    const after = await page(`text=trademark.forged&${on('2027-01-01')}`);
    expect(wordsOf(after)).toContain('200000.00 元');
    expect(wordsOf(after)).toContain('看今天有效的条目');
    expect(wordsOf(after)).not.toContain('起变更为');
    expect(comingChanges(localDate('2027-01-01')).map(({ on: day }) => day)).not.toContain('2027-01-01');
  });

  test('an impossible day is said and the list of today shown', async () => {
    const filter = readCatalogueFilter({ 'on.year': '2026', 'on.month': '13', 'on.day': '1' }, today);
    expect(filter.problems).toHaveLength(1);
    expect(entriesOn(filter)).toHaveLength(lawAt(penaltyCatalogue, today).length);
  });
});
