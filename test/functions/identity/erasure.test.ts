import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuseComplaint } from '../../../shared/complaint/accepting.ts';
import { identityKey } from '../../../shared/complaint/complaintRows.ts';
import { evidenceKey } from '../../../shared/evidence/evidenceKeys.ts';
import { plantedIdentity } from '../../fixtures/complaintWorld.ts';
import { people } from '../../fixtures/drawWorld.ts';
import { errorBeside, type SignedIn, wordsOf } from '../console/consoleWorld.ts';
import { type IdentityWorld, openIdentity, staff } from './identityWorld.ts';

const PATH = '/complaints/erasure';
const sha256 = 'cd'.repeat(32);
let world: IdentityWorld;
let supervisor: SignedIn;
let approver: SignedIn;
let both: SignedIn;

beforeAll(async () => {
  world = await openIdentity();
});
afterAll(() => world.close());

/** Complaints that were refused in September 2026. */
async function ended(count: number): Promise<readonly string[]> {
  const { complaints } = world;
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    complaints.at('2026-09-18T02:00:00Z');
    const file = {
      id: '01K0000000000000000000000F',
      sha256,
      size: 1,
      type: 'png' as const,
      fileName: 'a.png',
      at: '2026-09-18T02:00:00Z',
      uploadedFor: '01K0000000000000000000000C',
    };
    const { complaint } = await complaints.file({ wish: 'settle', files: [file] });
    await complaints.assign(complaint, people.supervisor);
    await complaints.give(complaint, 'refuse', refuseComplaint, { ground: 'too-late', reason: '逾期' });
    world.files.add(evidenceKey(complaint, sha256));
    ids.push(complaint);
  }
  return ids;
}

async function on(instant: string) {
  world.complaints.at(instant);
  supervisor = await world.signIn(staff.supervisor);
  approver = await world.signIn(staff.approver);
  both = await world.signIn(staff.both);
}

const numberOf = async (id: string) => (await world.complaints.caseOf(id)).state.number ?? '';
const kept = async (id: string) =>
  (await world.tables.client.send(new GetCommand({ TableName: 'vault', Key: identityKey(id) }))).Item;

it('lists what is due with its rule, and erases a batch that one proposes and another confirms', async () => {
  const [first = '', second = '', third = ''] = await ended(3);
  await on('2031-10-01T02:00:00Z');
  const list = await world.get(PATH, supervisor);
  const text = wordsOf(list.body);
  for (const id of [first, second, third]) expect(text).toContain(await numberOf(id));
  expect(text).toContain('个人信息保护法第十九条');
  expect(text).toContain('未核实');
  expect(Object.values(plantedIdentity).filter((value) => list.body.includes(String(value)))).toEqual([]);

  await world.post(`/complaints/${third}/identity/hold`, supervisor, { holdReason: '行政诉讼' });
  const proposed = await world.post(`${PATH}/propose`, supervisor, { case: [first, second, third] });
  expect(proposed).toMatchObject({ status: 303, location: PATH });
  expect(wordsOf((await world.get(PATH, supervisor)).body)).toContain('有保留要求');
  expect(await kept(first)).toBeDefined();

  expect((await world.post(`${PATH}/decide`, supervisor, { case: first, outcome: 'confirmed' })).status).toBe(
    403,
  );
  const confirmed = await world.post(`${PATH}/decide`, approver, {
    case: [first, second],
    outcome: 'confirmed',
  });
  expect(confirmed.status).toBe(303);
  expect([await kept(first), await kept(second)]).toEqual([undefined, undefined]);
  expect(await kept(third)).toBeDefined();
  expect([...world.files]).toEqual([evidenceKey(third, sha256)]);

  const after = await world.get(PATH, supervisor);
  expect(wordsOf(after.body)).not.toContain(await numberOf(first));
  const erased = wordsOf((await world.get(`/complaints/${first}/identity`, supervisor)).body);
  expect(erased).toContain('身份信息已于2031年10月1日依规清除');
  expect(erased).toContain('没有可查看的身份信息');
});

it('asks for a choice, and says why nothing of a choice could be done', async () => {
  const [id = ''] = await ended(1);
  await on('2031-10-02T02:00:00Z');
  const none = await world.post(`${PATH}/propose`, supervisor, {});
  expect(none.status).toBe(422);
  expect(wordsOf(none.body)).toContain('请至少选择一件');
  await world.post(`${PATH}/propose`, both, { case: id });
  const own = await world.get(PATH, both);
  expect(own.body).not.toContain(`value="${id}"`);
  const pressed = await world.post(`${PATH}/decide`, both, { case: id, outcome: 'confirmed' });
  expect(pressed.status).toBe(422);
  expect(wordsOf(pressed.body)).toContain('须由另一人办理');
  await world.post(`${PATH}/decide`, approver, { case: id, outcome: 'rejected' });
  expect(await kept(id)).toBeDefined();
});

it('shows how long an ended case is kept, and takes a reason for a hold', async () => {
  const [id = ''] = await ended(1);
  await on('2026-10-02T02:00:00Z');
  const shown = wordsOf((await world.get(`/complaints/${id}/identity`, supervisor)).body);
  expect(shown).toContain('保存至2028年9月18日');
  expect(shown).toContain('保存至2031年9月18日');
  const empty = await world.post(`/complaints/${id}/identity/hold`, supervisor, { holdReason: '' });
  expect(errorBeside(empty.body, 'holdReason')).toContain('请填写');
  await world.post(`/complaints/${id}/identity/hold`, both, { holdReason: '行政诉讼' });
  expect((await world.post(`/complaints/${id}/identity/lift-hold`, both, {})).status).toBe(422);
  const lifted = await world.post(`/complaints/${id}/identity/lift-hold`, approver, {});
  expect(lifted.status).toBe(303);
});
