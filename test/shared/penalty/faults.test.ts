import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { CREDIT_PREFIX } from '../../../shared/credit/creditEntry.ts';
import { annul, proposeAnnulment } from '../../../shared/penalty/annulling.ts';
import { givePenalty } from '../../../shared/penalty/command.ts';
import { decide } from '../../../shared/penalty/deciding.ts';
import { takeEffect } from '../../../shared/penalty/effects.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { serveDecision } from '../../../shared/penalty/serving.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type FaultyTables, faultyTables } from '../../fixtures/faultyTables.ts';
import { type PenaltyWorld, penaltyWorld, system, testDraft } from '../../fixtures/penaltyWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

let tables: FaultyTables;
let world: PenaltyWorld;
beforeEach(async () => {
  tables = faultyTables(await openTables());
  world = penaltyWorld(tables);
});
afterEach(() => tables.close());

/** A decision that also puts its agency forward for the serious-breach list. */
const withListing = () => ({
  ...testDraft(),
  listing: { ground: 'serious-conduct', reason: '情节严重' },
});
const yes = { agrees: true, reason: '' };

interface Act {
  readonly prepare: () => Promise<string>;
  readonly give: (id: string) => ReturnType<typeof givePenalty>;
  /** Where it leads, and rows of the credit system that it leaves behind. */
  readonly to: string;
  readonly told: number;
}

const acts: Readonly<Record<string, Act>> = {
  decide: {
    prepare: () => world.deciding(withListing()),
    give: (id) => givePenalty(world.deps, id, 'decide', decide(world.decidingDeps), yes, people.approver),
    to: 'serving',
    told: 0,
  },
  'serve-decision': {
    async prepare() {
      const id = await world.deciding(withListing());
      await world.give(id, 'decide', decide(world.decidingDeps), yes, people.approver);
      await world.write(id, 'decision');
      return id;
    },
    give: (id) =>
      givePenalty(
        world.deps,
        id,
        'serve-decision',
        serveDecision(world.serviceDeps),
        world.handed(),
        people.supervisor,
      ),
    to: 'effective',
    told: 0,
  },
  'take-effect': {
    prepare: () => world.served(withListing()),
    give: (id) => givePenalty(world.deps, id, 'take-effect', takeEffect(world.deps), undefined, system),
    to: 'performing',
    told: 2,
  },
  annul: {
    async prepare() {
      const id = await world.effective(withListing());
      const on = world.today();
      const paper = { ground: 'court', reference: '（2026）京行终1号', reason: '主要证据不足', on };
      await world.give(id, 'propose-annulment', proposeAnnulment, paper);
      return id;
    },
    give: (id) => givePenalty(world.deps, id, 'annul', annul(world.deps), { agrees: true }, people.approver),
    to: 'annulled',
    told: 4,
  },
};

const credited = async () =>
  (await tables.dump()).filter((row) => row.includes(`"pk":"${CREDIT_PREFIX}`)).length;

async function expectOnce(id: string, { to, told }: Act, command: string): Promise<void> {
  const stored = await world.caseOf(id);
  expect(stored.status).toBe(to);
  expect(await credited()).toBe(told);
  const caseId = penaltyCaseId(id);
  const chain = await tables.store.chain(caseId);
  expect(chain.filter((entry) => entry.command === command)).toHaveLength(1);
  expect(verifyChain(caseId, chain, stored)).toEqual([]);
}

describe.each(Object.entries(acts))('%s', (command, act) => {
  it('stands or falls as a whole, whichever of its rows is refused', async () => {
    const id = await act.prepare();
    const rows = await tables.refuseEachRow(async () => (await act.give(id)).ok);
    expect(rows).toBeGreaterThan(2);
    await expectOnce(id, act, command);
  });

  it('killed before or after it is written, it is done once', async () => {
    const id = await act.prepare();
    expect(await tables.killEverywhere(() => act.give(id))).toBe(2);
    await expectOnce(id, act, command);
    const before = await tables.dump();
    expect(await act.give(id)).toMatchObject({ ok: false, problems: [{ code: 'penalty.status' }] });
    expect(await tables.dump()).toEqual(before);
  });

  it('pressed twenty times at once, it is done once', async () => {
    const id = await act.prepare();
    const pressed = await Promise.all(Array.from({ length: 20 }, () => act.give(id)));
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(pressed.flatMap((one) => (one.ok ? [] : one.problems.map(({ code }) => code))))).toEqual(
      new Set(['penalty.status']),
    );
    await expectOnce(id, act, command);
  });
});
