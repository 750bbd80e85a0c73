import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseStore } from '../../../shared/case/caseStore.ts';
import { isMember } from '../../../shared/inspection/inspectionCase.ts';
import {
  drawReplacement,
  drawReplacements,
  type ReplacementDeps,
} from '../../../shared/inspection/replacing.ts';
import { isOpen } from '../../../shared/inspection/staffing.ts';
import { testPlan } from '../../fixtures/drawWorld.ts';
import { type InspectionWorld, inspectionWorld } from '../../fixtures/inspectionWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let office: InspectionWorld;
beforeAll(async () => {
  tables = await openTables();
  office = inspectionWorld(tables);
  await office.hold(
    testPlan({
      rates: [{ kind: '*', riskClass: '*', recency: '*', district: '*', ppm: 500_000, round: 'exact' }],
    }),
  );
});
afterAll(() => tables.close());

const deps = (cases: CaseStore = office.deps.cases): ReplacementDeps => ({
  ...office.deps,
  cases,
  lists: office.lists,
  draws: office.world.deps,
});

/** The same store, in a process that is gone after so many inspections were written. */
function cutOffAfter(commits: number): CaseStore {
  let left = commits;
  const { cases } = office.deps;
  return {
    load: (id) => cases.load(id),
    chain: (id) => cases.chain(id),
    commit: (commit) => {
      if (left === 0) throw new Error('killed');
      left -= 1;
      return cases.commit(commit);
    },
  };
}

/** Somebody with several visits to come, and those visits. */
async function busyMember() {
  const all = await office.lists.ofYear('2026');
  const ids = all.flatMap(({ state }) => state.team.map(({ inspectorId }) => inspectorId));
  const open = ({ status }: { readonly status: string }) => status === 'notified';
  for (const id of new Set(ids)) {
    const own = (await office.lists.ofInspector(id)).filter(open);
    if (own.length >= 3) return { id, numbers: own.map(({ state }) => state.number) };
  }
  throw new Error('nobody has three visits');
}

it('somebody who is ill gives up every visit though the work is cut off between two of them', async () => {
  const { id, numbers } = await busyMember();
  const [number = ''] = numbers;
  const member = (await office.acts.team(number)).find(({ inspectorId }) => inspectorId === id);
  await office.acts.decideStaffing(number, await office.acts.requestStaffing(number, 'ill', member));
  expect(await drawReplacements(deps(cutOffAfter(2)))).toEqual({ done: 0, failed: [number] });
  const drawn = (await office.world.deps.desk.visits(number.replace(/-\d+$/, ''))).filter(({ seats }) =>
    seats.some(({ inspectorId }) => inspectorId === id),
  );
  expect(drawn, 'the draw has dealt all of these seats anew').toEqual([]);
  expect(await office.lists.ofInspector(id)).not.toEqual([]);

  expect(await drawReplacements(deps())).toEqual({ done: 1, failed: [] });
  for (const one of numbers) {
    const { state } = await office.acts.load(one);
    expect(isMember(state, id), one).toBe(false);
    expect(state.events).toHaveLength(1);
  }
});

it('a recusal that was told and is told again is one event of the draw', async () => {
  const { id, numbers } = await busyMember();
  const [number = ''] = numbers;
  const member = (await office.acts.team(number)).find(({ inspectorId }) => inspectorId === id);
  const request = await office.acts.requestStaffing(number, 'recusal-own', member);
  await office.acts.decideStaffing(number, request);
  // Cut off before the order leaves the queue.
  const lists = {
    replacements: () => office.lists.replacements(),
    ofInspector: (who: string) => office.lists.ofInspector(who),
    replacementDone: () => Promise.reject(new Error('killed')),
  };
  expect(await drawReplacements({ ...deps(), lists })).toEqual({ done: 0, failed: [number] });
  const before = await office.acts.load(number);
  expect(await drawReplacements(deps())).toEqual({ done: 1, failed: [] });
  expect((await office.acts.load(number)).version).toBe(before.version);
});

it('two requests for one person who is ill are one loss, and the second one is settled too', async () => {
  const { id, numbers } = await busyMember();
  const [first = '', second = ''] = numbers;
  for (const number of [first, second]) {
    const member = (await office.acts.team(number)).find(({ inspectorId }) => inspectorId === id);
    await office.acts.decideStaffing(number, await office.acts.requestStaffing(number, 'ill', member));
  }
  expect(await drawReplacements(deps())).toEqual({ done: 2, failed: [] });
  for (const number of [first, second]) {
    const { state } = await office.acts.load(number);
    expect(isMember(state, id)).toBe(false);
    expect(state.staffing.filter(isOpen), number).toEqual([]);
  }
});

it.each(['recusal-own', 'ill'])(
  'a replacement (%s) for a visit that is off does not stay in the queue',
  async (reason) => {
    const { id, numbers } = await busyMember();
    const [number = '', other = ''] = numbers;
    await office.acts.cancel(number, 'agency-gone');
    expect((await office.acts.load(number)).status).toBe('cancelled');
    // The request was confirmed before; the agency is replaced first.
    const asked = {
      id: 'r',
      inspectorId: id,
      name: '',
      reason,
      requested: { by: 'u-x', name: '', at: '2026-12-01T01:00:00Z' },
    };
    const stored = await office.acts.load(number);
    const staffing = [{ ...asked, decided: { ...asked.requested, by: 'u-y', outcome: 'confirmed' } }];
    const load: CaseStore['load'] = async (caseId) => {
      const found = await office.deps.cases.load(caseId);
      return (caseId === stored.caseId ? { ...found, state: { ...stored.state, staffing } } : found) as never;
    };
    expect(await drawReplacements(deps())).toEqual({ done: 1, failed: [] });
    const { cases } = office.deps;
    const patched = { load, chain: cases.chain.bind(cases), commit: cases.commit.bind(cases) };
    expect(await drawReplacement(deps(patched), { inspection: number, request: 'r' })).toMatchObject({
      ok: true,
    });
    expect(isMember((await office.acts.load(other)).state, id)).toBe(reason === 'recusal-own');
  },
);
