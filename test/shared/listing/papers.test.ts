import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { User } from '../../../shared/access/user.ts';
import { dynamoCasePapers } from '../../../shared/adapters/dynamoCasePapers.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { canonicalJson } from '../../../shared/draw/canonicalJson.ts';
import { endListing } from '../../../shared/listing/ending.ts';
import { listingCaseId } from '../../../shared/listing/listingRows.ts';
import { issueListingPapers, type ListingPaperDeps } from '../../../shared/listing/papers/issuePapers.ts';
import { listingReminderStands } from '../../../shared/listing/papers/reminders.ts';
import { paperText } from '../../../shared/notice/paper.ts';
import type { Reminder } from '../../../shared/notice/reminder.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { heavy, type ListingWorld, listingWorld, unreachable } from '../../fixtures/listingWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { office } from '../notice/sources.ts';

let tables: Tables;
let world: ListingWorld;
let deps: ListingPaperDeps;
const users: readonly User[] = (['supervisor', 'approver', 'auditor'] as const).map((role) => ({
  userId: `u-${role}`,
  iss: 'https://id.example.cn',
  sub: role,
  name: role,
  roles: [role],
  email: `${role}@office.example.cn`,
  version: 1,
}));
beforeAll(async () => {
  tables = await openTables();
  world = listingWorld(tables);
  deps = {
    cases: tables.store,
    lists: world.lists,
    desk: world.deps.desk,
    registers: world.register,
    users: async () => users,
    office,
    digest: (value) => createHmac('sha256', 'k').update(canonicalJson(value)).digest('hex'),
    now: world.deps.now,
  };
});
afterAll(() => tables.close());

const papersOf = async (id: string) => {
  const papers = await dynamoCasePapers(tables.client, 'core').ofCase(listingCaseId(id));
  return new Map(papers.map((stored) => [stored.state.form, stored]));
};

it('the decision goes out under its own number together with how the entry is repaired (两书同达)', async () => {
  const uscc = await world.agency();
  const id = await world.listedSerious(uscc, heavy, '2026-05-06', '2026-05-13');
  expect(await issueListingPapers(deps)).toMatchObject({ done: 3, failed: [] });
  expect(await issueListingPapers(deps)).toMatchObject({ done: 0 });
  const papers = await papersOf(id);
  expect([...papers.keys()].sort()).toEqual(['listing-decision', 'prior-notice', 'repair-notice']);
  const numbers = [...papers.values()].map(({ state }) => state.number);
  expect(new Set(numbers).size).toBe(3);
  const { decision } = (await world.caseOf(id)).state;
  const written = papers.get('listing-decision')?.state;
  expect(written?.number).toBe(decision?.number);
  const words = written === undefined ? '' : paperText(written.paper);
  for (const part of [
    '列入严重违法失信名单决定书',
    '第九条第（二）项',
    '不适用告知承诺制',
    '2029年5月13日期满，无需申请',
    '2027年5月14日起',
    '60日内',
    '6个月内',
    '京知罚〔2026〕3号',
  ])
    expect(words).toContain(part);
  const repair = papers.get('repair-notice')?.state;
  expect(repair === undefined ? '' : paperText(repair.paper)).toContain('守信承诺书');
  const notice = papers.get('prior-notice')?.state;
  const noticed = notice === undefined ? '' : paperText(notice.paper);
  expect(noticed).toContain('5个工作日内向本机关陈述、申辩');
  expect(noticed).toContain('未核实');
  // Without consent to electronic service the mail is only a copy: somebody has to serve the paper.
  expect(written?.service).toBe('courtesy');
});

it('what CNIPA has listed is told as its list, and the removal under its own number', async () => {
  world.on('2026-05-06');
  const uscc = await world.agency();
  const id = await world.listed(
    uscc,
    { ground: 'annual-report-late', facts: '未提交2026年度报告。' },
    { source: { type: 'mirror', year: 2026, on: localDate('2026-04-01') } },
  );
  await endListing(world.deps, id, { reason: 'annulled', on: localDate('2026-05-06') }, people.approver);
  await issueListingPapers(deps);
  const papers = await papersOf(id);
  expect(papers.get('listing-decision')?.state.paper.title).toBe('列入专利代理经营异常名录告知书');
  expect(papers.get('removal-decision')?.state.number).toBe((await world.caseOf(id)).state.ended?.number);
});

it('three years on the abnormal list are told to those who decide, and not once it is cured', async () => {
  world.on('2026-05-06');
  const id = await world.listed(await world.agency(), unreachable);
  world.on('2029-03-08');
  await world.look(id);
  expect((await issueListingPapers(deps)).failed).toEqual([]);
  const key = `RM#NL#${id}#reminder-years-2029-05-06`;
  const told = await Promise.all(
    users.map(({ userId }) => tables.store.load<Reminder>(`${key}#staff:${userId}`)),
  );
  expect(told.map((mail) => mail !== undefined)).toEqual([true, true, false]);
  const mail = told[0]?.state;
  if (mail === undefined) throw new Error('nobody was told');
  expect(mail.words.paragraphs.join('')).toContain('至2029年5月6日满三年');
  expect(await listingReminderStands({ cases: tables.store }, mail)).toBe(true);
  await endListing(world.deps, id, { reason: 'annulled', on: localDate('2029-03-08') }, people.approver);
  expect(await listingReminderStands({ cases: tables.store }, mail)).toBe(false);
});
