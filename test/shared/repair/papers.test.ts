import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoCasePapers } from '../../../shared/adapters/dynamoCasePapers.ts';
import { addDays } from '../../../shared/calendar/localDate.ts';
import type { Reminder } from '../../../shared/notice/reminder.ts';
import { publicRepairFrauds } from '../../../shared/publicity/repairFrauds.ts';
import { askCompletion } from '../../../shared/repair/accepting.ts';
import { cancelRepair, proposeCancellation } from '../../../shared/repair/cancelling.ts';
import { decideRepair } from '../../../shared/repair/carryingOut.ts';
import { propose } from '../../../shared/repair/deciding.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import { issueRepairPapers } from '../../../shared/repair/papers/issuePapers.ts';
import { repairReminderStands } from '../../../shared/repair/papers/reminders.ts';
import { repairCaseId } from '../../../shared/repair/repairRows.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type RepairWorld, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';
import { office } from '../notice/sources.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const yes = { agrees: true, reason: '' };

/** Writes what was ordered, and answers the papers of the case with their words. */
async function written(world: RepairWorld, id: string) {
  const staff = { userId: 'u-s', name: '王', roles: ['supervisor' as const], email: 's@example.cn' };
  const { failed } = await issueRepairPapers({
    ...world.deps,
    digest: (value) => JSON.stringify(value).length.toString(16),
    registers: { agency: async () => undefined },
    users: async () => [{ ...staff, iss: 'i', sub: 's', version: 1 }],
    office,
  });
  expect(failed).toEqual([]);
  const papers = await dynamoCasePapers(tables.client, 'core').ofCase(repairCaseId(id));
  return papers.map(({ state }) => ({
    number: state.number,
    title: state.paper.title,
    words: JSON.stringify(state.paper.blocks),
  }));
}

it('every step writes its paper, with its date, article and mark, under one sequence of numbers', async () => {
  const world = repairWorld(tables);
  const id = await world.proposed(await world.performedPenalty());
  await decideRepair(world.deps, id, yes, people.approver);
  await world.give(id, 'propose-cancellation', proposeCancellation, { reason: '缴款凭证系伪造' });
  await cancelRepair(world.deps, id, yes, people.approver);
  const papers = await written(world, id);
  expect(papers.map(({ title }) => title).sort()).toEqual(
    ['准予信用修复决定书', '信用修复受理通知书', '撤销准予信用修复决定书'].sort(),
  );
  expect(new Set(papers.map(({ number }) => number)).size).toBe(3);
  const wordsOf = (title: string) => papers.find((one) => one.title.startsWith(title))?.words ?? '';
  expect(wordsOf('信用修复受理')).toContain('7个工作日内作出决定（到2026年10月26日为止）');
  expect(wordsOf('准予')).toContain(
    '3个工作日内停止公示（市场监督管理信用修复管理办法（总局令第107号）第二十五条第二款（未核实）',
  );
  const cancelled = wordsOf('撤销');
  expect(cancelled).toContain('缴款凭证系伪造');
  expect(cancelled).toContain('公示期自2026年10月15日起重新计算，不得提前停止公示');
  expect(cancelled).toContain('本决定公示至2029年10月15日');
  expect(cancelled).toContain('60日内申请行政复议');
  // Written again nothing is issued twice.
  expect(await written(world, id)).toHaveLength(3);
  const [fraud] = publicRepairFrauds(await world.deps.lists.published());
  expect(fraud).toMatchObject({ what: 'cancelled', uscc: world.uscc, until: '2029-10-15' });
});

it('what is missing is asked for once with its last day, and a refusal names ground and remedies', async () => {
  const world = repairWorld(tables);
  const id = await world.applied(await world.performedPenalty());
  const until = addDays(world.today(), 5);
  const ask = { materials: ['proof' as const], text: '缺少缴款凭证', until };
  await world.give(id, 'ask-completion', askCompletion, ask);
  await written(world, id);
  world.on(addDays(until, 1));
  const refusal = { outcome: 'refused' as const, ground: 'material', reason: '逾期未补正' };
  await world.give(id, 'propose', propose(world.deps), refusal);
  await decideRepair(world.deps, id, yes, people.approver);
  const papers = await written(world, id);
  expect(papers.map(({ title }) => title)).toEqual(['信用修复补正通知书', '信用修复不予受理决定书']);
  expect(papers[0]?.words).toContain('2026年10月20日前（含当日）');
  expect(papers[0]?.words).toContain('缺少缴款凭证');
  expect(papers[1]?.words).toContain('逾期未补正');
  expect(papers[1]?.words).toContain('行政诉讼法第四十六条');
});

it('a date is mailed to the office while it stands', async () => {
  const world = repairWorld(tables);
  const id = await world.applied(await world.performedPenalty());
  world.on('2026-10-16');
  await lookAt(world.deps, id);
  await written(world, id);
  const key = `RM#${repairCaseId(id)}#reminder-accept-2026-10-19#staff:u-s`;
  const stored = await world.deps.cases.load<Reminder>(key);
  expect(stored?.state.words.paragraphs[0]).toContain('受理或者通知补正');
  if (stored === undefined) throw new Error('no mail');
  const deps = { cases: world.deps.cases, now: world.deps.now };
  expect(await repairReminderStands(deps, stored.state)).toBe(true);
  world.on('2026-10-20');
  expect(await repairReminderStands(deps, stored.state)).toBe(false);
});
