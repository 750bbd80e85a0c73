import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { takeRiskEvent } from '../../../../shared/risk/taking.ts';
import { fact } from '../../../fixtures/riskWorld.ts';
import {
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;
const [quiet, fined] = [fictionalUscc(1), fictionalUscc(2)];
const fine = fact(fined, 'penalty-ordinary', '2026-11-20');
const report = fact(fined, 'report-confirmed', '2026-11-21', { id: 'CP#01REPORT/report-confirmed' });

beforeAll(async () => {
  world = await openConsole();
  [supervisor, approver, auditor] = await Promise.all([
    world.signIn(staff.supervisor),
    world.signIn(staff.approver),
    world.signIn(staff.auditor),
  ]);
  const { draws, register, plans } = world.deps;
  const { cases, auditKey, now } = draws;
  const deps = { cases, register, plans, auditKey, now };
  for (const n of [1, 2]) await createAgency(deps, agency(n), asActor(staff.supervisor));
  for (const event of [fine, { ...report, reference: 'JB-2026-0007' }]) {
    const taken = await takeRiskEvent(deps, event);
    if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
  }
});
afterAll(() => world.close());

const page = async (who: SignedIn, uscc = fined) => (await world.get(`/risk/${uscc}`, who)).body;

describe('the pages about risk classes', () => {
  it('count the agencies of each class and publish the formula with its mark', async () => {
    const { body } = await world.get('/risk', supervisor);
    const words = wordsOf(body);
    expect(body).toMatch(/>B<\/th><td[^>]*>1<\/td>/);
    expect(body).toMatch(/>D<\/th><td[^>]*>1<\/td>/);
    expect(words).toContain('未核实');
    expect(words).toContain('未经查实的投诉、举报');
    const found = await world.get(`/risk?agency=${fined}`, supervisor);
    expect(found.body).toContain(`href="/risk/${fined}"`);
  });

  it('show what made the class, with a sum, and what is known of nobody', async () => {
    const body = await page(supervisor);
    expect(body).toMatch(/行政处罚（一般）[\s\S]*?>50<\/td>/);
    expect(body).toMatch(/合计<\/th>[\s\S]*?>80<\/td>/);
    expect(wordsOf(await page(supervisor, quiet))).toContain('还没有任何事实');
  });

  it('name the source of a confirmed report to those who handle reports alone', async () => {
    expect(await page(supervisor)).toContain('JB-2026-0007');
    const seen = await page(auditor);
    expect(seen).not.toContain('JB-2026-0007');
    expect(seen).not.toContain('01REPORT');
    expect(seen).toMatch(/其他经查实的线索[\s\S]*?>10<\/td>/);
    expect(seen).toMatch(/合计<\/th>[\s\S]*?>80<\/td>/);
  });

  it('are reached from the agency in the register', async () => {
    const { body } = await world.get(`/registers/agencies/${fined}`, supervisor);
    expect(body).toContain(`href="/risk/${fined}"`);
  });
});

describe('a wrong fact', () => {
  const path = `/risk/${fined}`;
  it('is taken back by two people, with the reason beside its field when it is missing', async () => {
    const refused = await world.post(`${path}/ask-review`, supervisor, { fact: fine.id, reason: '' });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'reason')).toContain('请写明');
    const asked = await world.post(`${path}/ask-review`, supervisor, { fact: fine.id, reason: '记错' });
    expect(asked).toMatchObject({ status: 303, location: expect.stringContaining(path) });
    expect(wordsOf((await world.get('/risk', approver)).body)).toContain('第2专利代理事务所');
    expect(wordsOf(await page(supervisor))).toContain('等待另一名');
    const own = await world.post(`${path}/decide-review`, supervisor, { outcome: 'agree' });
    expect(own.status).toBe(422);
    expect((await world.post(`${path}/decide-review`, approver, { outcome: 'agree' })).status).toBe(303);
    expect(await page(approver)).toMatch(/已撤销，视为从未发生/);
    const again = await world.post(`${path}/decide-review`, approver, { outcome: 'agree' });
    expect(again.status).toBe(409);
  });
});
