import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedIdentity, testId } from '../../fixtures/complaintWorld.ts';
import { errorBeside, hiddenValue, type SignedIn, wordsOf } from '../console/consoleWorld.ts';
import { headerOf } from '../web/kit/gateway.ts';
import { type IdentityWorld, openIdentity, staff } from './identityWorld.ts';

let world: IdentityWorld;
let supervisor: SignedIn;
let other: SignedIn;
let approver: SignedIn;
let both: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  world = await openIdentity();
  supervisor = await world.signIn(staff.supervisor);
  other = await world.signIn(staff.other);
  approver = await world.signIn(staff.approver);
  both = await world.signIn(staff.both);
  auditor = await world.signIn(staff.auditor);
});
afterAll(() => world.close());

const reason = '须核对合同相对方';
const page = (id: string) => `/complaints/${id}/identity`;
const named = ({ body }: { body: string }) =>
  Object.values(plantedIdentity).filter((value) => typeof value === 'string' && body.includes(value));

async function report(): Promise<string> {
  return (await world.complaints.file({ wish: 'check' })).report;
}
async function complaint(): Promise<string> {
  return (await world.complaints.file({ wish: 'settle' })).complaint;
}

describe('revealing an identity', () => {
  it('is asked for, agreed to by somebody else, and shown in the answer to one press', async () => {
    const id = await report();
    const asked = await world.post(`${page(id)}/ask`, supervisor, { reason });
    expect(asked).toMatchObject({ status: 303, location: page(id) });
    const wishes = await world.get('/complaints/wishes', approver);
    expect(wishes.body).toContain(page(id));
    expect(wordsOf((await world.get(page(id), approver)).body)).toContain(reason);
    await world.post(`${page(id)}/decide`, approver, { no: '1', outcome: 'granted' });
    const before = await world.get(page(id), supervisor);
    expect(before.body).toContain('显示身份信息');
    expect(named(before)).toEqual([]);
    const shown = await world.post(`${page(id)}/show`, supervisor, { no: hiddenValue(before.body, 'no') });
    expect(shown.status).toBe(200);
    expect(named(shown)).toHaveLength(4);
    expect(wordsOf(shown.body)).toContain(reason);
    expect(wordsOf(shown.body)).toContain('第 1 次查看');
    expect(headerOf(shown.wire, 'cache-control')).toBe('no-store');
    expect(shown.location).toBeUndefined();
    const after = await world.get(page(id), supervisor);
    expect(named(after)).toEqual([]);
  });

  it('is never shown by loading an address', async () => {
    const id = await report();
    expect((await world.get(`${page(id)}/show`, supervisor)).status).toBe(405);
  });

  it('says at the field what is missing, and keeps what was typed', async () => {
    const id = await report();
    const empty = await world.post(`${page(id)}/ask`, supervisor, { reason: ' ' });
    expect(empty.status).toBe(422);
    expect(errorBeside(empty.body, 'reason')).toContain('请填写');
  });

  it('offers no decision to whoever asked, whatever their roles', async () => {
    const id = await report();
    await world.post(`${page(id)}/ask`, both, { reason });
    const own = await world.get(page(id), both);
    expect(own.body).not.toContain('name="outcome"');
    expect(wordsOf(own.body)).toContain('正在等待另一人决定');
    const pressed = await world.post(`${page(id)}/decide`, both, { no: '1', outcome: 'granted' });
    expect(pressed.status).toBe(422);
    expect(wordsOf(pressed.body)).toContain('须由另一人办理');
  });

  it('shows nothing to another supervisor, to the approver, or to the auditor', async () => {
    const id = await report();
    await world.post(`${page(id)}/ask`, supervisor, { reason });
    await world.post(`${page(id)}/decide`, approver, { no: '1', outcome: 'granted' });
    const pressed = [];
    for (const who of [other, approver, auditor])
      pressed.push(await world.post(`${page(id)}/show`, who, { no: '1' }));
    expect(pressed.map(({ status }) => status)).toEqual([422, 403, 403]);
    expect(pressed.flatMap(named)).toEqual([]);
    expect((await world.get(page(id), auditor)).status).toBe(403);
  });

  it('knows no case that does not exist, and none whose address is not one', async () => {
    for (const id of [testId(), 'x', 'CP%23x'])
      expect((await world.get(page(id), supervisor)).status, id).toBe(404);
    expect((await world.post(`${page(testId())}/show`, supervisor, { no: '1' })).status).toBe(404);
  });
});

describe('a second case of a named filing', () => {
  it('is made by the form of the case page, once, with the identity sealed for it', async () => {
    const [id, newId] = [await complaint(), testId()];
    const press = () => world.post(`/complaints/${id}/split`, supervisor, { newId, kind: 'report' });
    expect(await press()).toMatchObject({ status: 303, location: `/complaints/${newId}` });
    expect((await press()).status).toBe(303);
    const { state } = await world.complaints.caseOf(newId);
    expect(state).toMatchObject({ kind: 'report', links: [{ id, as: 'sibling' }] });
    expect((await world.complaints.caseOf(id)).state.links).toHaveLength(1);
    await world.post(`${page(newId)}/ask`, supervisor, { reason });
    await world.post(`${page(newId)}/decide`, approver, { no: '1', outcome: 'granted' });
    expect(named(await world.post(`${page(newId)}/show`, supervisor, { no: '1' }))).toHaveLength(4);
  });

  it('needs no kind: it is the other one', async () => {
    const [id, newId] = [await complaint(), testId()];
    await world.post(`/complaints/${id}/split`, supervisor, { newId });
    expect((await world.complaints.caseOf(newId)).state.kind).toBe('report');
  });

  it('is refused in words, and when the case has moved on', async () => {
    const id = await complaint();
    await world.post(`/complaints/${id}/split`, supervisor, { newId: testId() });
    const again = await world.post(`/complaints/${id}/split`, supervisor, { newId: testId() });
    expect(again.status).toBe(422);
    expect(wordsOf(again.body)).toContain('已经分件');
    expect((await world.post(`/complaints/${id}/split`, supervisor, { newId: 'x' })).status).toBe(422);
    // A breach is found in mediation, which has not begun.
    expect((await world.post(`/complaints/${id}/breach`, supervisor, { newId: testId() })).status).toBe(409);
    expect((await world.post(`/complaints/${id}/split`, approver, { newId: testId() })).status).toBe(403);
  });
});
