import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancel, requestCancel } from '../../../../shared/inspection/cancelling.ts';
import type { CancelGround } from '../../../../shared/inspection/inspectionCase.ts';
import { absorb } from '../../../../shared/inspection/joint.ts';
import { papersOf } from '../../../../shared/inspection/papers/papersOf.ts';
import { approver, type PaperWorld, paperWorld, supervisor } from '../../../fixtures/paperWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { inspector, item } from '../../notice/sources.ts';
import { kinds, papers, textOf } from './readPapers.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

async function cancelled(world: PaperWorld, number: string, ground: CancelGround = 'duplicate') {
  const input = { ground, reason: '内部的情况说明' };
  await world.give(number, 'request-cancel', requestCancel, input, supervisor);
  await world.give(number, 'cancel', cancel, undefined, approver);
}

describe('a visit that does not take place', () => {
  it('is called off to the agency that was told of it and to the team', async () => {
    const world = paperWorld(tables);
    const { draw, number, visit } = await world.opened();
    await cancelled(world, number);
    expect(await world.issue()).toEqual({ done: 1, failed: [] });
    const notices = await papers(world, draw);
    expect(kinds(notices)).toEqual(['cancelled-team IS-1', 'cancelled-team IS-2', `cancelled ${visit.uscc}`]);
    const told = textOf(notices, 'cancelled');
    expect(told).toContain(`检查编号：${number}`);
    expect(told).toContain('取消原因：重复检查');
    expect(told).toContain('有权拒绝');
    expect(textOf(notices, 'cancelled-team', 'IS-2')).toContain('请不要前往检查');
    expect(JSON.stringify(notices)).not.toMatch(/内部的情况说明|李审批|王监管/);
    const { state } = await world.load(number);
    expect(papersOf(state)).toContain(notices[2]?.id);
    expect(papersOf(state, { type: 'inspector', id: 'IS-1' })).toContain(notices[0]?.id);
  });

  it('and was to be a surprise stays one: only the team is told', async () => {
    const world = paperWorld(tables, { items: [item({ announced: false })] });
    const { draw, number } = await world.opened();
    await cancelled(world, number);
    await world.issue();
    expect(kinds(await papers(world, draw))).toEqual(['cancelled-team IS-1', 'cancelled-team IS-2']);
  });

  it('for want of a second inspector is told to the one who was assigned', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await world.opened('told', [inspector('IS-1')]);
    await cancelled(world, number, 'no-team');
    await world.issue();
    const notices = await papers(world, draw);
    expect(kinds(notices)).toEqual(['cancelled-team IS-1']);
    expect(textOf(notices, 'cancelled-team')).toContain('没有可以抽取的检查人员');
  });

  it('is told to nobody when nobody had been told that it would', async () => {
    const world = paperWorld(tables);
    const { draw, number } = await world.opened('tell');
    await cancelled(world, number);
    expect(await world.issue()).toEqual({ done: 2, failed: [] });
    expect(await world.notices(draw)).toEqual([]);
  });

  it('is called off to who is of the team by then, not to who has left it', async () => {
    const world = paperWorld(tables);
    const { draw, number, visit } = await world.opened();
    await world.replaced(visit, 2, inspector('IS-3'), 1);
    await world.issue();
    await cancelled(world, number);
    await world.issue();
    const off = (await papers(world, draw)).filter(({ kind }) => kind === 'cancelled-team');
    expect(kinds(off)).toEqual(['cancelled-team IS-1', 'cancelled-team IS-3']);
  });

  it('as a joint one is called off to both teams, under the draw that dealt each seat', async () => {
    const world = paperWorld(tables);
    const lead = await world.opened();
    const other = await world.opened('told', [inspector('IS-2'), inspector('IS-3')]);
    const { state } = await world.load(other.number);
    await world.give(lead.number, 'absorb', absorb, { other: state });
    await world.issue();
    await cancelled(world, lead.number);
    await world.issue();
    const off = async (draw: string) =>
      kinds((await papers(world, draw)).filter(({ kind }) => kind.startsWith('cancelled')));
    expect(await off(lead.draw)).toEqual([
      'cancelled-team IS-1',
      'cancelled-team IS-2',
      `cancelled ${lead.visit.uscc}`,
    ]);
    expect(await off(other.draw)).toEqual(['cancelled-team IS-3']);
  });
});
