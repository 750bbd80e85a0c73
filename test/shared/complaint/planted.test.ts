import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import { accept, refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { requestMaterial } from '../../../shared/complaint/handling.ts';
import { attachRepeat } from '../../../shared/complaint/linking.ts';
import { lookAt } from '../../../shared/complaint/looking.ts';
import { endMediation, recordSitting, tell } from '../../../shared/complaint/mediating.ts';
import { confirmMail, write } from '../../../shared/complaint/messaging.ts';
import { FILER } from '../../../shared/complaint/sendFiling.ts';
import { complaintSteps } from '../../../shared/complaint/steps.ts';
import { transfer } from '../../../shared/complaint/transferring.ts';
import { decideReport, proposeDecision, verify } from '../../../shared/complaint/verifying.ts';
import { plantedIdentity, testId } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { type LeftBehind, plantedHits, rowsOf, valuesOf } from '../../fixtures/plantedSearch.ts';
import { targetedWorld } from '../../fixtures/targetedWorld.ts';
import type { SignedIn } from '../../functions/console/consoleWorld.ts';
import { type IdentityWorld, openIdentity, staff } from '../../functions/identity/identityWorld.ts';
import { type SiteWorld, siteWorld } from '../../functions/publicity-worker/siteWorld.ts';

/**
 * A full life of cases with an identity that is planted into each: afterwards it is in the vault, as ciphertext, and
 * on the one page that was asked for; everything else that the run left behind is searched for it.
 */

const identity = { ...plantedIdentity, proxy: { name: '欧阳代理', authority: '代为调解' } };
const planted = valuesOf(identity);
const { supervisor, approver } = people;

let world: IdentityWorld;
let site: SiteWorld;
let vaultInUse: readonly LeftBehind[];
/** The case whose identity was shown, and the only addresses whose answers may hold it. */
let shown: string;

/** Every row of a table, under its own name. */
const rows = (table: string) => rowsOf(world.tables.client, table);
const hitsIn = async (left: Promise<readonly LeftBehind[]>) => plantedHits(await left, planted);

async function mixed(): Promise<{ readonly complaint: string; readonly report: string }> {
  const ids = await world.complaints.file({ identity });
  for (const id of [ids.complaint, ids.report]) await world.complaints.assign(id);
  return ids;
}

/** A complaint from its acceptance to the word that ends it. */
async function mediated(id: string, press: Press) {
  const { give } = world.complaints;
  await give(id, 'accept', accept, undefined);
  await give(id, 'write', write, { text: '请补充合同' });
  await give(id, 'write', write, { text: '合同已寄出' }, FILER);
  await give(id, 'confirm-mail', confirmMail, undefined, FILER);
  const request = { what: 'identity', text: '身份证明', until: localDate('2026-10-20') } as const;
  await give(id, 'request-material', requestMaterial, request);
  const sitting = { on: localDate('2026-09-18'), consent: 'both', text: '双方到场' } as const;
  await give(id, 'record-sitting', recordSitting, sitting);
  await press(`/complaints/${id}/breach`, { newId: testId() });
  await give(id, 'end-mediation', endMediation, { ground: 'agreed', reason: '退费' });
  await give(id, 'tell', tell, { to: 'both', how: 'mail' });
}

/** A report from its verification to the inspection that follows. */
async function verified(id: string, targeted: Awaited<ReturnType<typeof targetedWorld>>['targeted']) {
  const { give, deps } = world.complaints;
  await give(id, 'verify', verify, undefined);
  const proposal = { outcome: 'filed', reason: '证据充分', inspect: true } as const;
  await give(id, 'propose-decision', proposeDecision, proposal);
  await give(id, 'decide', decideReport, { agrees: true }, approver);
  const { state } = await world.complaints.caseOf(id);
  const followed = await complaintSteps.FollowUp.take({ ...deps, targeted }, state);
  expect(followed.ok).toBe(true);
}

type Press = (path: string, form: Readonly<Record<string, string>>) => Promise<unknown>;
const pressedBy =
  (who: SignedIn): Press =>
  async (path, form) => {
    const { status } = await world.post(path, who, form);
    expect([200, 303], path).toContain(status);
  };

beforeAll(async () => {
  world = await openIdentity();
  const { complaints, tables } = world;
  const { world: draws, targeted } = await targetedWorld(tables);
  site = siteWorld(tables, { world: draws });
  const press = pressedBy(await world.signIn(staff.supervisor));
  const decide = pressedBy(await world.signIn(staff.approver));

  const first = await mixed();
  await mediated(first.complaint, press);
  await verified(first.report, targeted);
  const second = await mixed();
  await complaints.give(second.complaint, 'refuse', refuseComplaint, { ground: 'too-late', reason: '逾期' });
  const repeat = await attachRepeat(
    complaints.deps,
    second.report,
    { to: first.report, newFacts: false },
    supervisor,
  );
  expect(repeat.ok).toBe(true);
  const { complaint: split } = await complaints.file({ identity, wish: 'settle' });
  await press(`/complaints/${split}/split`, { newId: testId(), kind: 'report' });
  const away = { kind: 'forwarded', to: '外地知识产权局', reason: '住所地在外地' } as const;
  await complaints.give(split, 'transfer', transfer, away);

  shown = first.report;
  const page = `/complaints/${shown}/identity`;
  await press(`${page}/ask`, { reason: '须核对证据来源' });
  await decide(`${page}/decide`, { no: '1', outcome: 'granted' });
  await press(`${page}/show`, { no: '1' });
  // Pages that fail: not there, refused, gone wrong.
  await world.post(`${page}/show`, await world.signIn(staff.approver), { no: '1' });
  await world.post(`${page}/ask`, await world.signIn(staff.supervisor), { reason: '' });
  for (const path of [page, '/complaints/wishes', '/complaints/erasure'])
    await world.get(path, await world.signIn(staff.supervisor));
  complaints.at('2026-10-30T02:00:00Z');
  for (const { state } of await complaints.lists.openCases())
    await lookAt({ ...complaints.deps, lists: complaints.lists }, state.id);
  await site.rebuild();
  vaultInUse = await rows('vault');

  complaints.at('2031-11-01T02:00:00Z');
  const late = pressedBy(await world.signIn(staff.supervisor));
  const later = pressedBy(await world.signIn(staff.approver));
  await late(`/complaints/${second.complaint}/identity/hold`, { holdReason: '行政诉讼' });
  await later(`/complaints/${second.complaint}/identity/lift-hold`, {});
  await late('/complaints/erasure/propose', { case: second.complaint });
  await later('/complaints/erasure/decide', { case: second.complaint, outcome: 'confirmed' });
  await world.get('/complaints/erasure', await world.signIn(staff.approver));
}, 60_000);
afterAll(() => world.close());

describe('a planted identity', () => {
  it('is in the vault for every named case, and there only as ciphertext', async () => {
    const identities = vaultInUse.filter(({ where }) => where.includes('IDENTITY'));
    // Of each row its text and its ciphertext: two mixed filings, a split one with its half, and a breach.
    expect(new Set(identities.map(({ where }) => where.split(' ')[1])).size).toBe(7);
    expect(plantedHits(vaultInUse, planted)).toEqual([]);
    expect((await rows('vault')).length).toBeLessThan(vaultInUse.length);
  });

  it('is in no row of the core table and in no audit entry', async () => {
    expect((await rows('core')).length).toBeGreaterThan(50);
    expect((await rows('audit')).length).toBeGreaterThan(30);
    expect(await hitsIn(rows('core'))).toEqual([]);
    expect(await hitsIn(rows('audit'))).toEqual([]);
  });

  it('is in no line of the log', () => {
    expect(world.log.length).toBeGreaterThan(10);
    const left = world.log.map((content, i) => ({ where: `log line ${i}`, content }));
    expect(plantedHits(left, planted)).toEqual([]);
  });

  it('is on the page that was asked for, and on no other, in no address and no header', () => {
    const holds = new Set(
      plantedHits(
        world.pages.map(({ path, body }) => ({ where: path, content: body })),
        planted,
      ).map(({ where }) => where),
    );
    expect([...holds]).toEqual([`/complaints/${shown}/identity/show`]);
    const around = world.pages.map(({ path, headers }) => ({ where: path, content: path + headers }));
    expect(plantedHits(around, planted)).toEqual([]);
  });

  it('is in no file of the published site', () => {
    expect(site.files.size).toBeGreaterThan(5);
    const left = [...site.files].map(([where, { bytes }]) => ({ where, content: bytes }));
    expect(plantedHits(left, planted)).toEqual([]);
  });

  it('would be found: the search sees what stands in the rows', async () => {
    expect(plantedHits(await rows('core'), ['外地知识产权局']).length).toBeGreaterThan(0);
  });
});
