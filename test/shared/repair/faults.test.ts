import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { carryOut, decideRepair } from '../../../shared/repair/carryingOut.ts';
import { decide } from '../../../shared/repair/deciding.ts';
import { lookAt } from '../../../shared/repair/looking.ts';
import { repairCaseId } from '../../../shared/repair/repairRows.ts';
import { waitingEntry } from '../../fixtures/creditEntries.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type FaultyTables, faultyTables } from '../../fixtures/faultyTables.ts';
import { system } from '../../fixtures/penaltyWorld.ts';
import { type RepairWorld, repairWorld } from '../../fixtures/repairWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

let tables: FaultyTables;
let world: RepairWorld;
let penalty: string;
let id: string;
beforeEach(async () => {
  tables = faultyTables(await openTables());
  world = repairWorld(tables);
  penalty = await world.performedPenalty();
  id = await world.proposed(penalty);
});
afterEach(() => tables.close());

const yes = { agrees: true, reason: '' };
const granted = () => world.give(id, 'decide', decide(world.deps), yes, people.approver);

/** One decision, one end of the record, one word to the credit system for each channel; both chains hold. */
async function expectOnce(): Promise<void> {
  const stored = await world.caseOf(id);
  expect(stored.status).toBe('carried-out');
  const { publicity, told } = (await world.penalties.caseOf(penalty)).state;
  expect(publicity?.ended?.reason).toBe('repaired');
  expect(told).toEqual({ portal: 2, gsxt: 2 });
  for (const channel of ['portal', 'gsxt']) {
    expect(await waitingEntry(tables, `penalty/${penalty}/${channel}`, 2)).toMatchObject({
      operation: 'end',
    });
    expect(await waitingEntry(tables, `penalty/${penalty}/${channel}`, 3)).toBeUndefined();
  }
  const chain = await tables.store.chain(repairCaseId(id));
  for (const command of ['decide', 'carry-out'])
    expect(chain.filter((entry) => entry.command === command)).toHaveLength(1);
  expect(verifyChain(repairCaseId(id), chain, stored)).toEqual([]);
  const other = await tables.store.chain(penaltyCaseId(penalty));
  expect(other.filter(({ command }) => command === 'repair-publicity')).toHaveLength(1);
  expect(verifyChain(penaltyCaseId(penalty), other, await world.penalties.caseOf(penalty))).toEqual([]);
}

it('what was granted is carried out as a whole or not at all, whichever row is refused', async () => {
  await granted();
  const carried = () => world.tried(id, 'carry-out', carryOut(world.deps), undefined, system);
  // Application and penalty with their audit entries, two channels, the fact, the site.
  expect(await tables.refuseEachRow(async () => (await carried()).ok)).toBeGreaterThan(7);
  await expectOnce();
});

it('killed anywhere between the decision and its effect, pressing again and the sweep finish it once', async () => {
  const kills = await tables.killEverywhere(async () => {
    const { status } = await world.caseOf(id);
    if (status === 'accepted') await decideRepair(world.deps, id, yes, people.approver);
    await lookAt(world.deps, id);
  });
  // Decided and carried out: two writes with two sides each.
  expect(kills).toBeGreaterThan(3);
  await expectOnce();
});

it('pressed twenty times at once while the sweep runs, it is decided and carried out once', async () => {
  const pressed = await Promise.all([
    ...Array.from({ length: 20 }, () => decideRepair(world.deps, id, yes, people.approver)),
    lookAt(world.deps, id),
  ]);
  expect(pressed.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  await lookAt(world.deps, id);
  await expectOnce();
});
