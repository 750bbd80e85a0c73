import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import {
  proposeCorrection,
  raiseCorrection,
  settleCorrection,
} from '../../../../shared/inspection/correcting.ts';
import { inspectionCaseId } from '../../../../shared/inspection/inspectionRows.ts';
import { papersOf } from '../../../../shared/inspection/papers/papersOf.ts';
import { publishResult, takeDown } from '../../../../shared/inspection/publishing.ts';
import { approver, paperWorld, supervisor } from '../../../fixtures/paperWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { papers, textOf } from './readPapers.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const link = { userId: 'link:a', name: '机构', roles: ['link'] } as const;
const keep = { keep: true, reason: '执照已核验\n登记无误' } as const;

/** A negative result that is published and has been said to be wrong. */
async function raised() {
  const world = paperWorld(tables);
  const opened = await world.opened();
  const { number } = opened;
  world.clock.now = '2026-11-20T03:00:00Z';
  await world.put(number, 'reviewed', {
    results: { 'ZL-01@1': { results: ['not_publicised'], note: '' } },
    ended: localDate('2026-11-18'),
  });
  await world.give(number, 'publish', publishResult, undefined);
  world.clock.now = '2026-11-23T17:00:00Z';
  await world.give(number, 'raise-correction', raiseCorrection, { text: '机构的秘密' }, link);
  world.clock.now = '2026-11-25T03:00:00Z';
  return { world, ...opened };
}

describe('the outcome of a correction', () => {
  it('is told: the result stays, since when it was doubted, and why it is right', async () => {
    const { world, draw, number } = await raised();
    await world.give(number, 'settle-correction', settleCorrection, keep, approver);
    expect(await world.issue()).toMatchObject({ failed: [] });
    const notices = await papers(world, draw);
    expect(notices.map(({ kind }) => kind)).toEqual(['result', 'correction']);
    const text = textOf(notices, 'correction');
    // Raised after midnight in Beijing.
    expect(text).toContain('2026年11月24日有更正申请提出');
    expect(text).toContain('2026年11月25日核实处理完毕');
    expect(text).toContain('处理结果：维持公示的结果，继续在本机关公示网站（https://public.example.cn）公示');
    expect(text).toMatch(/理由[\s\S]*执照已核验\n\n登记无误/);
    expect(text).toContain('再次提出更正');
    expect(text).toContain('联系部门');
    expect(JSON.stringify(notices)).not.toMatch(/秘密|李审批/);
    expect(papersOf((await world.load(number)).state)).toContain(notices[1]?.id);
  });

  it('is told: the result was taken down, on which day and on what ground, without what the office wrote', async () => {
    const { world, draw, number } = await raised();
    const reason = '内部研判';
    await world.give(number, 'propose-correction', proposeCorrection, { reason }, supervisor);
    const proposed = (await tables.store.chain(inspectionCaseId(number))).at(-1);
    expect(proposed).toMatchObject({ command: 'propose-correction', ground: 'withdraw' });
    await world.give(number, 'settle-correction', settleCorrection, { keep: false }, approver);
    await world.issue();
    const notices = await papers(world, draw);
    // The version that came down before anybody was told of it is told no more.
    expect(notices.map(({ kind }) => kind)).toEqual(['correction']);
    const text = textOf(notices, 'correction');
    expect(text).toContain('处理结果：撤下公示的结果，不再公示');
    expect(text).toContain('停止公示日期：2026年11月25日');
    expect(text).toContain('停止公示原因：依据的决定被撤销或者变更');
    expect(text).not.toContain('再次提出更正');
    expect(JSON.stringify(notices)).not.toMatch(/秘密|内部研判|李审批|王监管/);
  });

  it('does not say that a result stays published which has come down meanwhile', async () => {
    const { world, draw, number } = await raised();
    world.clock.now = '2027-02-21T01:00:00Z';
    await world.give(number, 'take-down', takeDown, undefined);
    await world.give(number, 'settle-correction', settleCorrection, keep, approver);
    await world.issue();
    const text = textOf(await papers(world, draw), 'correction');
    expect(text).toContain('处理结果：不作更正；公示的结果已经停止公示');
    expect(text).toContain('停止公示日期：2027年2月21日');
    expect(text).toContain('停止公示原因：公示期届满');
    expect(text).not.toContain('public.example.cn');
  });
});
