import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '../../../shared/draw/ceremony/decision.ts';
import { inspectionCommit } from '../../../shared/inspection/command.ts';
import { inspectionCaseId } from '../../../shared/inspection/inspectionRows.ts';
import { absorb } from '../../../shared/inspection/joint.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { type InspectionWorld, inspectionWorld } from '../../fixtures/inspectionWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let office: InspectionWorld;
let numbers: readonly string[];
let next = 0;
beforeAll(async () => {
  tables = await openTables();
  office = inspectionWorld(tables);
  numbers = await office.hold(
    testPlan({
      rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 500_000, round: 'exact' }],
    }),
  );
});
afterAll(() => tables.close());

function fresh(): string {
  const number = numbers[next++];
  if (number === undefined) throw new Error('the draw has too few visits for these tests');
  return number;
}

/** Two inspections of one agency, as another order would bring about: a draw visits an agency once. */
async function pair(): Promise<{ readonly lead: string; readonly other: string }> {
  const [lead, other] = [fresh(), fresh()];
  const before = await office.acts.load(other);
  const { agency } = (await office.acts.load(lead)).state;
  const decision = { to: 'notified', state: { ...before.state, agency } } as const;
  const moment = { actor: SYSTEM, at: office.clock.now };
  const outcome = await office.deps.cases.commit(
    inspectionCommit(before, 'look', decision, moment, await office.deps.auditKey()),
  );
  if (!outcome.ok) throw new Error('not put');
  return { lead, other };
}

const commandsOf = async (number: string) =>
  (await tables.store.chain(inspectionCaseId(number))).map(({ command, ground }) => [command, ground]);

it('goes on by itself when its lead was visited before it could be taken in', async () => {
  const { lead, other } = await pair();
  await office.acts.join(other, lead);
  await office.acts.visit(lead);
  expect(await office.step(other, 'JoinLead')).toEqual({ status: 'notified' });
  const { state } = await office.acts.load(other);
  expect(state.lead).toBeUndefined();
  expect((await commandsOf(other)).slice(-2)).toEqual([
    ['join', undefined],
    ['part', 'lead-gone'],
  ]);
  expect((await office.acts.load(lead)).state.parts).toHaveLength(1);
  expect(await office.lists.open()).toContain(other);
  // The step is late and repeated: nothing more happens, and the visit is held as any other.
  expect(await office.step(other, 'JoinLead')).toEqual({ status: 'notified' });
  await office.acts.visit(other);
  expect((await office.acts.load(other)).status).toBe('visited');
});

it('is merged though its lead went on, when the lead had taken it in before', async () => {
  const { lead, other } = await pair();
  const { state } = await office.acts.join(other, lead);
  await office.acts.give(lead, 'absorb', absorb, { other: state }, SYSTEM);
  await office.acts.cancel(lead, 'no-team');
  expect(await office.step(other, 'JoinLead')).toEqual({ status: 'merged' });
  expect((await office.acts.load(other)).state.lead).toBe(lead);
});

it('hears of a replacement when it is known where it is held, and its lead does not', async () => {
  const { lead, other } = await pair();
  const before = (await office.acts.load(lead)).state.team;
  const [gone] = await office.acts.team(other);
  // Said at another visit: whoever is ill gives up every visit that is still to come.
  const assigned = await office.lists.ofInspector(gone?.inspectorId ?? '');
  const third = assigned
    .filter(({ status }) => status === 'notified')
    .map(({ state }) => state.number)
    .find((number) => number !== other && number !== lead);
  if (third === undefined) throw new Error('the person has no other visit');
  await office.acts.join(other, lead);
  await office.acts.decideStaffing(third, await office.acts.requestStaffing(third, 'ill', gone));
  expect(await office.replace()).toEqual({ done: 0, failed: [third] });
  expect((await office.acts.load(lead)).state.team).toEqual(before);
  await office.acts.cancel(lead, 'no-team');
  await office.step(other, 'JoinLead');
  expect(await office.replace()).toEqual({ done: 1, failed: [] });
  const { state } = await office.acts.load(other);
  expect(state.team.map(({ inspectorId }) => inspectorId)).not.toContain(gone?.inspectorId);
  expect(state.events).toHaveLength(1);
});
