import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { giveCommand } from '../../../../shared/draw/ceremony/command.ts';
import type { VoidGround } from '../../../../shared/draw/ceremony/drawCase.ts';
import { drawCaseId } from '../../../../shared/draw/ceremony/drawRows.ts';
import { refreeze } from '../../../../shared/draw/ceremony/objections.ts';
import { confirmVoid, requestVoid } from '../../../../shared/draw/ceremony/voiding.ts';
import { readChecklist } from '../../../../shared/inspection/checklist.ts';
import {
  caseOf,
  drawWorld,
  open,
  people,
  testItem,
  testPlan,
  type World,
} from '../../../fixtures/drawWorld.ts';
import { testQuestion, testQuestions } from '../../../fixtures/questions.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const freeze = (world: World, draw: string) => drawStep(world.deps, { draw, step: 'FreezeSnapshot' });

/** What was sealed, read with the digest that the case holds. */
async function sealed(world: World, number: string) {
  const { frozen } = (await caseOf(world, number)).state;
  if (frozen?.checklist === undefined) throw new Error(`${number} has no checklist`);
  const read = readChecklist(
    world.contents.get(frozen.checklist.file) ?? new Uint8Array(),
    frozen.checklist.digest,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...frozen.checklist, checklist: read.value };
}

async function voidFor(world: World, number: string, ground: VoidGround) {
  await giveCommand(
    world.deps,
    number,
    'request-void',
    requestVoid,
    { ground, reason: '试' },
    people.supervisor,
  );
  const given = await giveCommand(world.deps, number, 'void', confirmVoid, undefined, people.approver);
  expect(given.ok).toBe(true);
}

describe('a frozen draw', () => {
  it('has the questions of its plan in a file of its own, named in the case and sealed in the audit chain', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2028-01' }));
    expect((await caseOf(world, number)).state.frozen).toBeUndefined();
    await freeze(world, number);
    const { file, checklist } = await sealed(world, number);
    expect(file).toBe(`draws/${number}/1/checklist.json`);
    expect(checklist.items.map(({ code, version, questions }) => [code, version, questions])).toEqual([
      ['ZL-01', 1, testQuestions],
    ]);
    const entry = (await tables.store.chain(drawCaseId(number))).find(({ command }) => command === 'freeze');
    expect(entry?.digests?.['checklist']).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps them however the register changes afterwards', async () => {
    const items = [testItem];
    const world = drawWorld(tables, { items });
    const { number } = await open(world, testPlan({ month: '2028-02' }));
    await freeze(world, number);
    const before = await sealed(world, number);
    items[0] = { ...testItem, questions: [testQuestion('9')] };
    await freeze(world, number);
    expect(await sealed(world, number)).toEqual(before);
  });

  it('takes them anew under the next number after an accepted objection', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2028-03' }));
    await freeze(world, number);
    const first = await sealed(world, number);
    const given = await giveCommand(
      world.deps,
      number,
      'refreeze',
      refreeze,
      { reason: '更正' },
      people.supervisor,
    );
    expect(given.ok).toBe(true);
    await freeze(world, number);
    const second = await sealed(world, number);
    expect(second.file).toBe(`draws/${number}/2/checklist.json`);
    expect(second.digest).toBe(first.digest);
  });

  it('hands them on to the draw that repeats it after a void, unless the registers were wrong', async () => {
    const world = drawWorld(tables);
    const plan = testPlan({ month: '2028-04' });
    const { number } = await open(world, plan);
    await freeze(world, number);
    const first = await sealed(world, number);
    await voidFor(world, number, 'ceremony-disturbed');
    const again = await open(world, plan);
    expect(await sealed(world, again.number)).toEqual(first);
    await voidFor(world, again.number, 'register-wrong');
    const fresh = await open(world, plan);
    expect((await caseOf(world, fresh.number)).state.frozen).toBeUndefined();
    await freeze(world, fresh.number);
    expect((await sealed(world, fresh.number)).file).toBe(`draws/${fresh.number}/1/checklist.json`);
  });

  it('is not frozen over another checklist that stands under its number', async () => {
    const world = drawWorld(tables);
    const { number } = await open(world, testPlan({ month: '2028-05' }));
    world.contents.set(`draws/${number}/1/checklist.json`, new TextEncoder().encode('{}'));
    await freeze(world, number);
    const { file } = await sealed(world, number);
    expect(file).toBe(`draws/${number}/2/checklist.json`);
    expect((await caseOf(world, number)).state.snapshot).toBe(2);
  });
});
