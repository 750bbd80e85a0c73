import { afterEach, beforeEach, expect, it } from 'vitest';
import { handOver } from '../../../functions/lead-worker/handler.ts';
import type { LeadWorkerDeps } from '../../../functions/lead-worker/takers.ts';
import { verifyChain } from '../../../shared/audit/verifyChain.ts';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { complaintCaseId } from '../../../shared/complaint/complaintRows.ts';
import { type Lead, leadRow } from '../../../shared/lead/lead.ts';
import { takeListingLead } from '../../../shared/listing/leads.ts';
import { takePenaltyLead } from '../../../shared/penalty/leads.ts';
import { penaltyCaseId } from '../../../shared/penalty/penaltyRows.ts';
import { type RiskEvent, riskRow } from '../../../shared/risk/riskEvent.ts';
import { riskCaseId } from '../../../shared/risk/riskRows.ts';
import { complaintWorld, testId } from '../../fixtures/complaintWorld.ts';
import { type FaultyTables, faultyTables } from '../../fixtures/faultyTables.ts';
import { type ListingWorld, listingWorld } from '../../fixtures/listingWorld.ts';
import { type PenaltyWorld, penaltyWorld, USCC } from '../../fixtures/penaltyWorld.ts';
import { fact, type RiskWorld, riskWorld } from '../../fixtures/riskWorld.ts';
import { openTables } from '../../fixtures/tables.ts';

const AT = '2026-09-21T02:00:00Z';
const LATER = '2026-09-21T03:00:00Z';

let tables: FaultyTables;
let penalties: PenaltyWorld;
let listings: ListingWorld;
let risk: RiskWorld;
let worker: LeadWorkerDeps;
let uscc: string;
let report: string;
let leads: readonly Lead[];
let events: readonly RiskEvent[];

async function begin(): Promise<void> {
  tables = faultyTables(await openTables());
  penalties = penaltyWorld(tables, AT);
  listings = listingWorld(tables, AT);
  risk = riskWorld(tables, AT);
  const deps = { ...penalties.deps, register: listings.register, newId: testId };
  worker = {
    risk: risk.deps,
    leads: risk.leads,
    procedures: {
      penalty: (lead) => takePenaltyLead(deps, lead),
      listing: (lead) => takeListingLead(listings.deps, lead),
    },
  };
  uscc = await listings.agency();
  ({ report } = await complaintWorld(tables).file());
  const base = { by: 'u-approver', at: AT };
  leads = [
    {
      ...base,
      source: 'complaint',
      to: 'penalty',
      complaint: report,
      uscc: USCC,
      conducts: ['mismanagement'],
    },
    {
      ...base,
      source: 'inspection',
      to: 'listing',
      inspection: 'BJIPO-2026-0001-001',
      uscc,
      findings: [{ item: 'ZL-01@1', results: ['unreachable'] }],
      reason: '登记地址无人办公。',
    },
  ];
  const minor = fact(uscc, 'penalty-minor', '2026-09-01');
  events = [minor, { type: 'cured', id: minor.id, uscc, on: localDate('2026-09-20') }];
  await tell(AT);
}
beforeEach(begin);
afterEach(() => tables.close());

const tell = (at: string) =>
  risk.put([...leads.map((lead) => leadRow(lead, at)), ...events.map((event) => riskRow(event, at))]);

/** One case, one proposal and one ledger with each event once, whose chains hold; no queue holds anything. */
async function expectOnce(): Promise<void> {
  expect(await risk.leads.waiting(10)).toEqual([]);
  expect(await risk.deps.lists.waiting(10)).toEqual([]);
  const rows = await tables.dump();
  const cases = (prefix: string) =>
    rows.filter(
      (row) => row.startsWith('core') && row.includes(`"pk":"${prefix}`) && row.includes('"sk":"META"'),
    );
  expect([cases('PN#').length, cases('NL#0').length]).toEqual([1, 1]);
  const source = { uscc: USCC, name: '' };
  const opened = await penalties.lists.ofSource(complaintCaseId(report), source);
  expect(opened?.status).toBe('lead');
  const [listed] = await listings.lists.open();
  expect(listed?.state.source).toEqual({ type: 'inspection', inspection: 'BJIPO-2026-0001-001' });
  const ledger = await risk.ledger(uscc);
  expect(ledger.state.events.map(({ type }) => type).sort()).toEqual(['cured', 'fact']);
  for (const stored of [opened, listed, ledger]) {
    if (stored === undefined) throw new Error('there is no case');
    expect(verifyChain(stored.caseId, await tables.store.chain(stored.caseId), stored)).toEqual([]);
  }
  expect(opened?.caseId).toBe(penaltyCaseId(opened?.state.id ?? ''));
  expect(ledger.caseId).toBe(riskCaseId(uscc));
}

it('killed on either side of any of its writes and run again, it has handed everything over once', async () => {
  let sides = 0;
  while (await tables.killAfter(sides, () => handOver(worker))) {
    await handOver(worker);
    await expectOnce();
    await tables.close();
    await begin();
    sides++;
  }
  // Two leads and two events: each is taken and leaves its queue.
  expect(sides).toBeGreaterThan(15);
}, 60_000);

it('told everything twice again, it makes nothing new', async () => {
  await handOver(worker);
  await expectOnce();
  const chains = async () =>
    (await tables.dump()).filter((row) => row.startsWith('audit') && !row.includes('"XX#'));
  const before = await chains();
  for (let replay = 0; replay < 2; replay++) {
    await tell(LATER);
    await handOver(worker);
  }
  await expectOnce();
  expect(await chains()).toEqual(before);
});

it('run by several at once, it has handed everything over once', async () => {
  await Promise.allSettled(Array.from({ length: 4 }, () => handOver(worker)));
  await handOver(worker);
  await expectOnce();
});
