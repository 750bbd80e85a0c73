import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawStep } from '../../../../functions/draw-step/handler.ts';
import { giveCommand } from '../../../../shared/draw/ceremony/command.ts';
import type { Actor, Decide } from '../../../../shared/draw/ceremony/decision.ts';
import type { DrawStatus } from '../../../../shared/draw/ceremony/drawCase.ts';
import { StepBlocked } from '../../../../shared/draw/ceremony/stepBlocked.ts';
import { drawTransitions } from '../../../../shared/draw/ceremony/transitions.ts';
import { ok } from '../../../../shared/problem.ts';
import { caseOf, drawWorld, open, testPlan } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

it('refuses every command in a status that its line of the table does not name, to whoever may give it', async () => {
  const world = drawWorld(tables);
  const { number } = await open(world, testPlan({ month: '2028-01' }));
  const { status, version } = await caseOf(world, number);
  // A decision that would accept anything: only the table stands in its way.
  const anything: Decide<undefined> = (draw) => ok({ to: 'published', state: draw });
  const elsewhere = drawTransitions.filter(({ from }) => !from.includes(status as DrawStatus));
  expect(elsewhere.length).toBeGreaterThan(10);
  for (const { command, by } of elsewhere) {
    const actor: Actor = { userId: 'u-anybody', name: '', roles: by };
    const given = await giveCommand(world.deps, number, command, anything, undefined, actor);
    expect(given.ok ? 'given' : given.problems.map(({ code }) => code), command).toEqual(['ceremony.status']);
  }
  expect(await caseOf(world, number)).toMatchObject({ status, version });
});

it('seals nothing when the registers have moved since they were read', async () => {
  const world = drawWorld(tables);
  const { number } = await open(world, testPlan({ month: '2028-02' }));
  const read = await world.deps.registers.snapshot();
  if (read === undefined) throw new Error('no registers');
  const moved = { ...read, unchanged: { row: { pk: 'RG#MOVED', sk: 'META' }, expect: { rev: 1 } } };
  const registers = { ...world.deps.registers, snapshot: async () => moved };
  const freezing = drawStep({ ...world.deps, registers }, { draw: number, step: 'FreezeSnapshot' });
  await expect(freezing).rejects.toThrow(StepBlocked);
  expect((await caseOf(world, number)).status).toBe('planned');
});
