import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownInspectorRow } from '../../../../functions/web/console/registers/ownInspectorRow.ts';
import { nodeSuites } from '../../../../shared/adapters/nodeHash.ts';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { fromHex } from '../../../../shared/draw/bytes.ts';
import { verifyInclusion } from '../../../../shared/draw/merkle.ts';
import { privatePart, rowBytes } from '../../../../shared/draw/snapshot.ts';
import { drawWorld, testAgency, testPlan, type World } from '../../../fixtures/drawWorld.ts';
import { openTables, type Tables } from '../../../fixtures/tables.ts';
import { drawTo } from '../../publicity-worker/siteWorld.ts';

const suite = nodeSuites('sha256');
/** The first inspector may not inspect two of the agencies, the second one of them. */
const relations = (
  [
    ['P001', 1],
    ['P001', 2],
    ['P002', 2],
  ] as const
).map(([inspectorId, agency]) => ({
  inspectorId,
  agencyUscc: testAgency(agency).uscc,
  reason: '近亲属',
  declaredOn: localDate('2026-11-01'),
  source: 'inspector' as const,
}));

let tables: Tables;
let world: World;
beforeEach(async () => {
  tables = await openTables();
  world = drawWorld(tables, { relations });
});
afterEach(() => tables.close());

const deps = () => ({
  draws: world.deps,
  drawFiles: { get: async (key: string) => world.contents.get(key) },
  suite,
});

it('shows an inspector the own sealed row with a proof that its root confirms', async () => {
  const number = await drawTo(world, 'objection', testPlan({ objectionWorkingDays: 2 }));
  const inspectors = await world.deps.registers.inspectors();
  expect(inspectors.length).toBeGreaterThan(2);
  const seen = new Set<string>();
  for (const { id } of inspectors) {
    const own = await ownInspectorRow(deps(), id);
    if (own === undefined) continue;
    seen.add(own.row.tid);
    const { proof } = own;
    expect(own.draw).toBe(number);
    expect(own.objectionsUntil).toBeDefined();
    expect(own.relations).toBe(relations.filter(({ inspectorId }) => inspectorId === id).length);
    const path = proof.path.map(fromHex);
    const root = fromHex(proof.root);
    expect(verifyInclusion(suite, rowBytes(proof.row), proof.index, proof.size, path, root)).toBe(true);
    const other = { ...proof.row, cap: proof.row.cap + 1 };
    expect(verifyInclusion(suite, rowBytes(other), proof.index, proof.size, path, root)).toBe(false);
    expect(privatePart(suite, fromHex(proof.salt), proof.private)).toBe(proof.row.p);
  }
  expect(seen.size).toBe(inspectors.length);
});

it('shows nothing to who is in no list, and nothing of a rehearsal', async () => {
  await drawTo(world, 'objection', testPlan({ objectionWorkingDays: 2 }), 'rehearsal');
  const [first] = await world.deps.registers.inspectors();
  expect(await ownInspectorRow(deps(), first?.id ?? '')).toBeUndefined();
  await drawTo(world, 'objection', testPlan({ objectionWorkingDays: 2 }));
  expect(await ownInspectorRow(deps(), first?.id ?? '')).toBeDefined();
  expect(await ownInspectorRow(deps(), 'nobody')).toBeUndefined();
});
