import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawStep } from '../../../functions/draw-step/handler.ts';
import { fileObjection } from '../../../shared/objection/fileObjection.ts';
import { MOST_OBJECTIONS } from '../../../shared/objection/objection.ts';
import { caseOf, drawWorld, open, testPlan } from '../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

it('files one form once, and of one row no more than the log can bear', async () => {
  const world = drawWorld(tables);
  const { number } = await open(world, testPlan({ objectionWorkingDays: 2 }));
  await drawStep(world.deps, { draw: number, step: 'FreezeSnapshot' });
  const file = (tid: string, salt: number) =>
    fileObjection(world.deps, {
      draw: number,
      type: 'agency',
      id: '911101080000000011',
      tid,
      reason: 'cell',
      text: '抽取单元有误',
      salt: String(salt),
      at: '2026-12-01T01:00:00Z',
    });
  for (let i = 0; i < MOST_OBJECTIONS; i++) {
    const first = await file('aa', i);
    expect(first.ok).toBe(true);
    expect(await file('aa', i)).toEqual(first);
  }
  expect(await file('aa', MOST_OBJECTIONS)).toEqual({
    ok: false,
    problems: [expect.objectContaining({ code: 'objection.many' })],
  });
  expect((await file('bb', 0)).ok).toBe(true);
  expect((await caseOf(world, number)).state.objections).toBe(MOST_OBJECTIONS + 1);
});
