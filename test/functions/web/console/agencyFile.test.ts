import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import { fictionalUscc } from '../../../../shared/register/uscc.ts';
import { complaintWorld } from '../../../fixtures/complaintWorld.ts';
import { listingWorld, unreachable } from '../../../fixtures/listingWorld.ts';
import { penaltyWorld, USCC } from '../../../fixtures/penaltyWorld.ts';
import { repairWorld } from '../../../fixtures/repairWorld.ts';
import {
  asActor,
  type ConsoleWorld,
  openConsole,
  staff,
  agency as testAgency,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let effective: string;
let lead: string;
let reported: string;
let listing: string;
let repair: string;
const path = (uscc: string) => `/agencies/${uscc}/file`;

beforeAll(async () => {
  world = await openConsole({ now: '2026-08-03T02:00:00Z' });
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  const created = await createAgency(deps, testAgency(1, { uscc: USCC }), asActor(staff.supervisor));
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const office = penaltyWorld(world.tables);
  effective = await office.effective();
  lead = await office.open({ suspicion: { text: '出借许可证', entries: [] } });
  const citizens = complaintWorld(world.tables, '2026-07-01T02:00:00Z');
  const lists = listingWorld(world.tables, '2026-08-03T02:00:00Z');
  listing = await lists.listed(USCC, unreachable);
  const repairs = repairWorld(world.tables, '2026-08-03T02:00:00Z', USCC);
  await repairs.perform(effective);
  repairs.on(await repairs.firstDay(effective));
  const opened = await repairs.open(effective);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  repair = opened.value.state.id;
  reported = (await citizens.file({ wish: 'check' })).report;
}, 60_000);
afterAll(() => world.close());

describe('the file of an agency', () => {
  test('holds its row, its cases and the way to each', async () => {
    const { body, status } = await world.get(path(USCC), await world.signIn(staff.supervisor));
    expect(status).toBe(200);
    const words = wordsOf(body);
    for (const said of [
      '机构档案',
      USCC,
      '张三',
      '罚款50000.00元',
      '公示至 2027年7月14日',
      '线索核查',
      '出借许可证',
    ])
      expect(words).toContain(said);
    for (const id of [effective, lead]) expect(body).toContain(`href="/penalties/${id}"`);
    expect(body).toContain(`href="/registers/agencies/${USCC}"`);
  });

  test('holds its class, the lists it is on, its repairs, and what the credit system was told', async () => {
    const { body } = await world.get(path(USCC), await world.signIn(staff.supervisor));
    const words = wordsOf(body);
    expect(words).toContain('2026年8月的类别');
    expect(body).toContain(`href="/risk/${USCC}"`);
    expect(body).toContain(`href="/listings/${listing}"`);
    expect(words).toContain('已列入');
    expect(body).toContain(`href="/repairs/${repair}"`);
    expect(words).toContain('材料准备中');
    expect(body).toContain(`href="/credit/agencies/${USCC}"`);
    expect(words).toContain(`listing/${listing}@0001`);
    // The auditor does not work on applications: they are told of, not opened.
    const audited = await world.get(path(USCC), await world.signIn(staff.auditor));
    expect(wordsOf(audited.body)).toContain('材料准备中');
    expect(audited.body).not.toContain(`href="/repairs/${repair}"`);
  });

  test('shows complaints and reports to those who work on them, and to others only how many', async () => {
    const seen = await world.get(path(USCC), await world.signIn(staff.approver));
    expect(seen.body).toContain(`href="/complaints/${reported}"`);
    const { body } = await world.get(path(USCC), await world.signIn(staff.auditor));
    expect(wordsOf(body)).toContain('投诉 0 件，举报 1 件');
    expect(body).not.toContain(reported);
    expect((await world.get(path(USCC), await world.signIn(staff.inspector))).status).toBe(403);
  });

  test('is reached from the register', async () => {
    const supervisor = await world.signIn(staff.supervisor);
    expect((await world.get(`/registers/agencies/${USCC}`, supervisor)).body).toContain(path(USCC));
  });

  test('is there for a code that is in no register, and not for what is no code', async () => {
    const supervisor = await world.signIn(staff.supervisor);
    const other = await world.get(path(fictionalUscc(77)), supervisor);
    expect(wordsOf(other.body)).toContain('检查对象名录库中没有这一代码');
    expect((await world.get(path('UNKNOWN'), supervisor)).status).toBe(404);
  });
});
