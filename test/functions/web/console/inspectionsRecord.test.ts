import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '../../../../shared/draw/ceremony/decision.ts';
import type { Evidence } from '../../../../shared/evidence/evidence.ts';
import { addEvidence, removeEvidence } from '../../../../shared/inspection/evidenceCommands.ts';
import type { Part } from '../../../../shared/inspection/inspectionCase.ts';
import { absorb, join, merge } from '../../../../shared/inspection/joint.ts';
import { recordLetter } from '../../../../shared/inspection/visitResults.ts';
import {
  give,
  type InspectionOffice,
  inspectionOffice,
  memberOf,
  stateOf,
  visited,
} from '../../../fixtures/consoleInspections.ts';
import { type ConsoleWorld, type SignedIn, staff, wordsOf } from '../../console/consoleWorld.ts';

let office: InspectionOffice;
let world: ConsoleWorld;
let auditor: SignedIn;

beforeAll(async () => {
  office = await inspectionOffice();
  ({ world } = office);
  auditor = await world.signIn(staff.auditor);
}, 60_000);
afterAll(() => world.close());

const file = (id: string, fileName: string, more: Partial<Evidence> = {}): Evidence => ({
  id,
  fileName,
  sha256: id.repeat(64).slice(0, 64),
  size: 2048,
  type: 'jpeg',
  purpose: 'photo',
  at: '2026-12-08T01:00:00Z',
  by: staff.auditor.userId,
  ...more,
});

test('files show size and hash and lead to their download; one that was taken out says by whom', async () => {
  const number = office.take();
  const who = memberOf((await stateOf(world, number)).state, 0);
  await give(world, number, 'add-evidence', addEvidence, { evidence: file('a', '门牌.jpg') }, who);
  await give(world, number, 'add-evidence', addEvidence, { evidence: file('b', '误传.jpg') }, who);
  await give(world, number, 'remove-evidence', removeEvidence, { id: 'b' }, who);
  const letter = { no: 0, sentOn: '2026-12-01', tracking: 'EMS123456', outcome: 'unsigned' as const };
  await give(world, number, 'record-letter', recordLetter, { ...letter, outcomeOn: '2026-12-05' }, who);
  const { body } = await world.get(office.path(number), auditor);
  expect(body).toContain(`href="${office.path(number)}/evidence/a"`);
  expect(body).not.toContain('/evidence/b"');
  expect(body).toContain('a'.repeat(64));
  const words = wordsOf(body);
  expect(words).toContain('2 KB');
  expect(words).toMatch(new RegExp(`误传.jpg ${who.name} 于 .* 移除`));
  expect(words).toContain('EMS123456 退回，无人签收 · 2026年12月5日');
});

test('a signature under a record that was changed since says so', async () => {
  const number = office.take();
  await visited(world, number, 'no_problem');
  const stored = await stateOf(world, number);
  expect(wordsOf((await world.get(office.path(number), auditor)).body)).not.toContain('签字后记录有改动');
  const state = { ...stored.state, statement: '改过' };
  const audit = {
    kind: 'inspection',
    command: 'test',
    from: '',
    to: '',
    actor: 'system',
    at: '2026-12-08T03:00:00Z',
    digests: {},
  };
  await world.tables.store.commit({
    caseId: stored.caseId,
    before: stored,
    status: stored.status,
    state,
    audit,
  });
  expect(wordsOf((await world.get(office.path(number), auditor)).body)).toContain(
    '签字后记录有改动，须重新签字',
  );
});

test('a joint visit shows its parts apart; an item that both ask for is inspected once', async () => {
  const [first, second] = [office.take(), office.take()];
  const { agency, parts } = (await stateOf(world, first)).state;
  const stored = await stateOf(world, second);
  const targeted = stored.state.parts.map((part): Part => ({ ...part, origin: 'targeted' }));
  const state = { ...stored.state, agency, origin: 'targeted' as const, parts: targeted };
  const audit = {
    kind: 'inspection',
    command: 'test',
    from: '',
    to: '',
    actor: 'system',
    at: '2026-12-08T03:00:00Z',
    digests: {},
  };
  await world.tables.store.commit({
    caseId: stored.caseId,
    before: stored,
    status: stored.status,
    state,
    audit,
  });
  const lead = (await stateOf(world, first)).state;
  const actor = { userId: 'u-supervisor', name: '监管', roles: ['supervisor'] as const };
  await give(world, second, 'join', join, { lead, leadStatus: 'notified' }, actor);
  await give(world, first, 'absorb', absorb, { other: state }, SYSTEM);
  await give(world, second, 'merge', merge, undefined, SYSTEM);
  const words = wordsOf((await world.get(office.path(first), auditor)).body);
  expect(parts).toHaveLength(1);
  expect(words).toContain(`${first}（抽查）的结果`);
  expect(words).toContain(`${second}（定向）的结果`);
  expect(words).toContain('事项与合并的另一件相同，不重复检查');
  const { body } = await world.get(office.path(second), auditor);
  expect(wordsOf(body)).toContain('已合并检查，请到');
  expect(body).toContain(`href="${office.path(first)}"`);
  expect(wordsOf((await world.get('/inspections?status=notified', auditor)).body)).toContain('抽查、定向');
});

test('a checklist that is not the one that was sealed is not shown', async () => {
  const number = office.take();
  const [part] = (await stateOf(world, number)).state.parts;
  const key = part?.checklist.file ?? '';
  const sealed = world.files.get(key) ?? new Uint8Array();
  world.files.set(key, new TextEncoder().encode('{}'));
  const { status, body } = await world.get(office.path(number), auditor);
  world.files.set(key, sealed);
  expect(status).toBe(200);
  expect(wordsOf(body)).toContain('与抽签时的摘要不符');
});
