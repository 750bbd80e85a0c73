import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handOver } from '../../../functions/lead-worker/handler.ts';
import type { LeadWorkerDeps } from '../../../functions/lead-worker/takers.ts';
import { type InspectionLead, type Lead, leadKey, leadRow } from '../../../shared/lead/lead.ts';
import { ok, problem } from '../../../shared/problem.ts';
import { riskRow } from '../../../shared/risk/riskEvent.ts';
import { fact, type RiskWorld, riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables, type Tables } from '../../fixtures/tables.ts';

let tables: Tables;
let world: RiskWorld;
beforeEach(async () => {
  tables = await openTables();
  world = riskWorld(tables);
});
afterEach(() => tables.close());

const at = '2027-03-09T02:00:00Z';
const lead = (inspection: string, to: Lead['to']): InspectionLead => ({
  source: 'inspection',
  to,
  inspection,
  uscc: 'x',
  findings: [],
  reason: '理由',
  by: 'u',
  at,
});
const worker = (procedures: LeadWorkerDeps['procedures'] = {}): LeadWorkerDeps => ({
  risk: world.deps,
  leads: world.leads,
  procedures,
});
const rowOf = async (key: { pk: string; sk: string }) =>
  (await tables.client.send(new GetCommand({ TableName: 'core', Key: key }))).Item;

it('hands each lead to its procedure once; its row stays, out of the queue', async () => {
  const taken: string[] = [];
  const one = lead('A', 'penalty');
  const other = lead('A', 'listing');
  await world.put([leadRow(one, at), leadRow(other, at)]);
  const procedures: LeadWorkerDeps['procedures'] = {
    penalty: async (given) => ok(taken.push(given.to)),
  };
  expect(await handOver(worker(procedures))).toEqual({ taken: 1 });
  expect(await handOver(worker(procedures))).toEqual({ taken: 0 });
  expect(taken).toEqual(['penalty']);
  expect(await rowOf(leadKey(one))).toEqual({ ...leadKey(one), lead: one });
  // Nobody takes it up yet: it waits.
  expect(await world.leads.waiting(10)).toMatchObject([{ lead: other }]);
});

it('goes on after one that fails or throws, and says so; the rest is taken', async () => {
  await world.put([leadRow(lead('A', 'penalty'), at), leadRow(lead('B', 'penalty'), at)]);
  await world.put([leadRow(lead('C', 'penalty'), at)]);
  const uscc = await world.agency(1);
  await world.put([riskRow(fact(uscc, 'obstruction', '2027-03-01'), at)]);
  const procedures: LeadWorkerDeps['procedures'] = {
    penalty: async (given) => {
      if ('inspection' in given && given.inspection === 'A') throw new Error('down');
      return 'inspection' in given && given.inspection === 'B' ? problem('some.refusal') : ok(undefined);
    },
  };
  await expect(handOver(worker(procedures))).rejects.toThrow(
    'could not be handed over: LEAD#A#penalty, LEAD#B#penalty',
  );
  expect((await world.leads.waiting(10)).map(({ pk }) => pk)).toEqual(['LEAD#A#penalty', 'LEAD#B#penalty']);
  expect((await world.ledger(uscc)).status).toBe('C');
});

it('cut off between taking and leaving the queue doubles nothing', async () => {
  const uscc = await world.agency(1);
  await world.put([riskRow(fact(uscc, 'penalty-minor', '2027-03-01'), at)]);
  const cut: LeadWorkerDeps = {
    ...worker(),
    risk: {
      ...world.deps,
      lists: {
        waiting: (limit) => world.deps.lists.waiting(limit),
        taken: () => Promise.reject(new Error('killed')),
        due: async () => [],
        postpone: (looked, until) => world.deps.lists.postpone(looked, until),
        reviews: () => world.deps.lists.reviews(),
      },
    },
  };
  await expect(handOver(cut)).rejects.toThrow('could not be handed over');
  const { version } = await world.ledger(uscc);
  expect(await handOver(worker())).toEqual({ taken: 1 });
  expect(await world.ledger(uscc)).toMatchObject({ version, state: { events: [{ type: 'fact' }] } });
  expect(await world.deps.lists.waiting(10)).toEqual([]);
});

it('what is told again while it is taken waits again', async () => {
  const uscc = await world.agency(1);
  await world.put([riskRow(fact(uscc, 'penalty-minor', '2027-03-01'), at)]);
  const [queued] = await world.deps.lists.waiting(10);
  if (queued === undefined) throw new Error('nothing waits');
  await world.put([riskRow(fact(uscc, 'penalty-minor', '2027-03-01'), '2027-03-09T02:00:01Z')]);
  await world.deps.lists.taken(queued);
  expect(await world.deps.lists.waiting(10)).toHaveLength(1);
});

it('looks at the ledgers to which time does something', async () => {
  const uscc = await world.agency(1);
  await world.put([riskRow(fact(uscc, 'penalty-minor', '2027-03-01'), at)]);
  await handOver(worker());
  world.clock.now = '2028-03-01T02:00:00Z';
  expect(await handOver(worker())).toEqual({ taken: 1 });
  expect((await world.ledger(uscc)).status).toBe('B');
  expect(await handOver(worker())).toEqual({ taken: 0 });
});
