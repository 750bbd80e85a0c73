import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PenaltyCase } from '../../../../shared/penalty/penaltyCase.ts';
import { penaltyCaseId } from '../../../../shared/penalty/penaltyRows.ts';
import { issueRepairPapers } from '../../../../shared/repair/papers/issuePapers.ts';
import type { RepairCase } from '../../../../shared/repair/repairCase.ts';
import { repairCaseId } from '../../../../shared/repair/repairRows.ts';
import { pdf } from '../../../fixtures/evidenceFiles.ts';
import { type RepairWorld, repairWorld } from '../../../fixtures/repairWorld.ts';
import {
  type ConsoleWorld,
  errorBeside,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let repairs: RepairWorld;
let supervisor: SignedIn;
let approver: SignedIn;
beforeAll(async () => {
  world = await openConsole({ now: '2026-12-08T02:00:00Z' });
  repairs = repairWorld(world.tables, '2026-07-06T02:00:00Z');
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
});
afterAll(() => world.close());

const load = async (id: string) => {
  const stored = await world.deps.repairs.cases.load<RepairCase>(repairCaseId(id));
  if (stored === undefined) throw new Error(`no application ${id}`);
  return stored;
};
const today = (name: string) => ({ [`${name}.year`]: '2026', [`${name}.month`]: '12', [`${name}.day`]: '8' });
const upload = async (id: string, material: string) => {
  const page = `/repairs/${id}/uploads/${material}`;
  const body = (await world.get(page, supervisor)).body;
  world.evidence.quarantine.set(hiddenValue(body, 'key'), { bytes: pdf(), fileName: `${material}.pdf` });
  const back = new URL(hiddenValue(body, 'success_action_redirect').replaceAll('&amp;', '&'));
  expect((await world.get(back.pathname, supervisor)).status).toBe(200);
  return world.post(back.pathname, supervisor, {});
};

describe('the desk of credit repair', () => {
  it('enters an application from paper, and carries out what a second person grants', async () => {
    const penalty = await repairs.performedPenalty();
    const found = await world.get(`/repairs/new?uscc=${repairs.uscc}`, supervisor);
    expect(wordsOf(found.body)).toContain('录入申请');
    const form = { uscc: repairs.uscc, kind: 'penalty', subject: penaltyCaseId(penalty) };
    const path = (await world.post('/repairs/new', supervisor, form)).location ?? '';
    const id = path.slice(-26);
    // What lacks is named at the papers.
    const missing = await world.post(`${path}/apply`, supervisor, {
      expectedVersion: String((await load(id)).version),
      ...today('apply.on'),
    });
    expect(missing.status).toBe(422);
    expect(wordsOf(missing.body)).toContain('请上传守信承诺书');
    for (const material of ['application', 'promise', 'proof'])
      expect((await upload(id, material)).location).toContain(path);
    await world.post(`${path}/materials/identity`, supervisor, { shared: 'yes' });

    const send = async (who: SignedIn, command: string, entries: Record<string, string> = {}) =>
      world.post(`${path}/${command}`, who, {
        expectedVersion: String((await load(id)).version),
        ...entries,
      });
    expect((await send(supervisor, 'apply', today('apply.on'))).status).toBe(303);
    expect((await load(id)).state.applied).toMatchObject({ channel: 'counter', on: '2026-12-08' });
    expect(wordsOf((await world.get('/repairs', supervisor)).body)).toContain('在办 1 件');
    expect(wordsOf((await world.get('/', supervisor)).body)).toContain('信用修复待受理');
    expect((await send(approver, 'accept')).status).toBe(403);
    expect((await send(supervisor, 'accept')).status).toBe(303);

    const { version } = await load(id);
    const proposal = { 'propose.outcome': 'granted', 'propose.reason': '已履行并整改' };
    const twice = { ...proposal, expectedVersion: String(version) };
    expect((await world.post(`${path}/propose`, supervisor, twice)).status).toBe(303);
    expect((await world.post(`${path}/propose`, supervisor, twice)).status).toBe(303);
    expect((await load(id)).version).toBe(version + 1);
    const unchosen = await send(approver, 'decide');
    expect(unchosen.status).toBe(422);
    expect(errorBeside(unchosen.body, 'decide.agrees')).toContain('请选择一项');
    expect((await send(approver, 'decide', { 'decide.agrees': 'yes' })).status).toBe(303);
    expect((await load(id)).status).toBe('carried-out');
    const stored = await world.deps.penalties.cases.load<PenaltyCase>(penaltyCaseId(penalty));
    expect(stored?.state.publicity?.ended).toEqual({ on: '2026-12-08', reason: 'repaired' });

    const { failed } = await issueRepairPapers({
      cases: world.deps.repairs.cases,
      desk: world.deps.repairs.desk,
      digest: (value) => JSON.stringify(value).length.toString(16),
      now: world.deps.repairs.now,
      lists: world.deps.repairs.lists,
      registers: world.deps.register,
      users: async () => [],
      calendar: world.deps.calendar,
      office: world.deps.office,
    });
    expect(failed).toEqual([]);
    const shown = wordsOf((await world.get(path, supervisor)).body);
    expect(shown).toContain('准予信用修复决定书');
    expect(shown).toContain('信用修复受理通知书');
    expect(shown).toContain('等待确认');
    const paper = wordsOf((await world.get(`${path}/papers/decision.party`, supervisor)).body);
    expect(paper).toContain((await load(id)).state.decision?.number);
    expect(paper).toContain('3个工作日内停止公示');
    expect(paper).toContain('未核实');
    expect((await world.get(`${path}/papers/decision.party/service`, supervisor)).status).toBe(200);
    expect((await send(supervisor, 'confirm-stopped', today('confirm-stopped.on'))).status).toBe(303);
    expect(wordsOf((await world.get('/repairs', supervisor)).body)).toContain('没有在办的申请');
    expect(wordsOf((await world.get('/repairs/years/2026', supervisor)).body)).toContain('已修复');
  });

  it('is closed to those who have no part in it', async () => {
    const inspector = await world.signIn(staff.inspector);
    expect((await world.get('/repairs', inspector)).status).toBe(403);
    expect((await world.get('/repairs/01ARZ3NDEKTSV4RRFFQ69G5FAV', supervisor)).status).toBe(404);
  });
});
