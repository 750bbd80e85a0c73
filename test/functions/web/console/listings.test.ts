import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListingCase } from '../../../../shared/listing/listingCase.ts';
import { listingCaseId } from '../../../../shared/listing/listingRows.ts';
import { issueListingPapers } from '../../../../shared/listing/papers/issuePapers.ts';
import { createAgency } from '../../../../shared/register/commands/editAgency.ts';
import {
  type Answer,
  agency,
  asActor,
  type ConsoleWorld,
  errorBeside,
  hiddenValue,
  openConsole,
  type SignedIn,
  staff,
  wordsOf,
} from '../../console/consoleWorld.ts';

let world: ConsoleWorld;
let supervisor: SignedIn;
let other: SignedIn;
let approver: SignedIn;
let auditor: SignedIn;

beforeAll(async () => {
  world = await openConsole({ now: '2026-05-06T02:00:00Z' });
  const { draws, register } = world.deps;
  const deps = { cases: draws.cases, register, auditKey: draws.auditKey, now: draws.now };
  for (const n of [1, 2, 3, 4, 5, 6]) {
    const made = await createAgency(
      deps,
      agency(n, { agencyCode: `1100${n}`, kinds: ['patent'] }),
      asActor(staff.supervisor),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
  }
  await signIn();
});
afterAll(() => world.close());

async function signIn() {
  supervisor = await world.signIn(staff.supervisor);
  other = await world.signIn(staff.other);
  approver = await world.signIn(staff.approver);
  auditor = await world.signIn(staff.auditor);
}

const date = (name: string, day: string) => {
  const [year = '', month = '', on = ''] = day.split('-');
  return { [`${name}.year`]: year, [`${name}.month`]: month, [`${name}.day`]: on };
};
let keys = 0;
async function proposed(n: number, form: Readonly<Record<string, string>> = {}): Promise<string> {
  keys += 1;
  const answer = await world.post('/listings', supervisor, {
    idempotencyKey: `listing-form-key-${keys}`,
    uscc: agency(n).uscc,
    ground: 'unreachable',
    facts: '两次专用信函均被退回。',
    ...form,
  });
  expect(answer.status, wordsOf(answer.body)).toBe(303);
  return /\/listings\/(\w{26})/.exec(answer.location ?? '')?.[1] ?? '';
}
async function caseOf(id: string) {
  const stored = await world.deps.draws.cases.load<ListingCase>(listingCaseId(id));
  if (stored === undefined) throw new Error(`no case ${id}`);
  return stored;
}
async function act(
  id: string,
  form: string,
  who: SignedIn,
  values: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { version } = await caseOf(id);
  return world.post(`/listings/${id}/${form}`, who, { expectedVersion: String(version), ...values });
}
const listed = { outcome: 'listed', reason: '事实清楚，情形成立。' };

describe('an entry of the abnormal list', () => {
  test('is proposed, decided by another person, and removed on cure', async () => {
    const id = await proposed(1);
    const own = await world.get(`/listings/${id}`, supervisor);
    expect(wordsOf(own.body)).toContain('拟列入，待决定');
    expect(own.body).not.toContain(`/listings/${id}/decide`);
    expect((await act(id, 'decide', supervisor, listed)).status).toBe(403);
    expect((await act(id, 'decide', approver, listed)).status).toBe(303);
    // Pressed twice with the same page: no fault, and nothing happens again.
    const again = await world.post(`/listings/${id}/decide`, approver, { expectedVersion: '1', ...listed });
    expect(again.status).toBe(303);
    const shown = wordsOf((await world.get(`/listings/${id}`, supervisor)).body);
    for (const part of ['已列入', '京知名〔2026〕', '2029年5月6日', '未核实', '已提出定向检查', '实地检查'])
      expect(shown).toContain(part);
    const row = await world.deps.register.agency(agency(1).uscc);
    expect(row?.value).toMatchObject({ listing: 'abnormal', listedSince: '2026-05-06' });
    expect(
      (await act(id, 'propose-removal', supervisor, { ...date('curedOn', '2026-05-06'), reason: '已改正。' }))
        .status,
    ).toBe(303);
    expect(wordsOf((await world.get('/listings', approver)).body)).toContain('决定是否移出');
    expect((await act(id, 'remove', approver)).status).toBe(303);
    expect((await caseOf(id)).status).toBe('removed');
    expect(wordsOf((await world.get('/listings', auditor)).body)).toContain('列入情形消失，移出');
  });

  test('comes back with what is wrong beside the field', async () => {
    const missing = await world.post('/listings', supervisor, { uscc: '123', facts: '', penalty: '' });
    expect(missing.status).toBe(422);
    expect(errorBeside(missing.body, 'ground')).toContain('请选择列入情形');
    const id = await proposed(2);
    const refused = await act(id, 'decide', approver, { outcome: 'listed', reason: '' });
    expect(refused.status).toBe(422);
    expect(errorBeside(refused.body, 'reason')).toContain('请填写');
    const cure = await act(id, 'propose-removal', supervisor, { reason: '已改正' });
    expect([409, 422]).toContain(cure.status);
  });

  test('is not written over by somebody whose page is old', async () => {
    const id = await proposed(3);
    const { version } = await caseOf(id);
    const form = {
      expectedVersion: String(version),
      ground: 'data-mismatch',
      facts: '地址不一致。',
      penalty: '',
    };
    expect((await world.post(`/listings/${id}/complete`, other, form)).status).toBe(303);
    expect((await world.post(`/listings/${id}/complete`, supervisor, form)).status).toBe(409);
  });
});

test('an entry of the serious-breach list begins its window with the service of its notice', async () => {
  const id = await proposed(4, {
    ground: 'serious-conduct',
    penalty: '京知罚〔2026〕1号',
    facts: '严重违法代理行为。',
  });
  expect((await act(id, 'notify', supervisor)).status).toBe(303);
  const { draws, listings, register, office } = world.deps;
  const report = await issueListingPapers({
    cases: draws.cases,
    lists: listings,
    desk: draws.desk,
    registers: register,
    users: async () => [],
    office,
    digest: () => '0',
    now: draws.now,
  });
  expect(report.failed).toEqual([]);
  expect(wordsOf((await world.get('/listings/papers', supervisor)).body)).toContain(
    '拟列入严重违法失信名单告知书',
  );
  const paper = `/listings/${id}/papers/prior-notice.agency`;
  expect(wordsOf((await world.get(paper, approver)).body)).toContain('陈述、申辩');
  const [stored] = await world.deps.casePapers.ofCase(listingCaseId(id));
  const served = await world.post(`${paper}/serve`, supervisor, {
    ...date('on', '2026-05-06'),
    method: 'direct',
    note: 'signed',
    expectedVersion: String(stored?.version),
  });
  expect(served.status, wordsOf(served.body)).toBe(303);
  expect((await caseOf(id)).state.notice?.served?.on).toBe('2026-05-06');
  const early = await act(id, 'decide', approver, { ...listed, gate: 'shown' });
  expect(early.status).toBe(422);
  expect(wordsOf(early.body)).toContain('陈述、申辩期限到');
  world.clock.now = Date.parse('2026-05-13T02:00:00Z');
  await signIn();
  const ungated = await act(id, 'decide', approver, listed);
  expect(errorBeside(ungated.body, 'gate')).toContain('主观故意');
  expect((await act(id, 'decide', approver, { ...listed, gate: 'shown' })).status).toBe(303);
  expect((await caseOf(id)).status).toBe('listed');
});

test('the list of CNIPA is pasted, looked through, proposed once and decided together', async () => {
  const form = await world.get('/listings/mirror', supervisor);
  const key = hiddenValue(form.body, 'key');
  const list = ['序号\t机构代码', '1\t11005', '2\t11006', '3\t99999'].join('\n');
  const checked = await world.post('/listings/mirror', supervisor, { list });
  expect(checked.status).toBe(200);
  expect(wordsOf(checked.body)).toContain('2 家');
  expect(wordsOf(checked.body)).toContain('没有代码 99999');
  expect(wordsOf(checked.body)).toContain('未核实');
  // The same as a file that the browser has put into the file store.
  world.files.set(key, new TextEncoder().encode(list));
  const uploaded = await world.get(`/listings/mirror/uploaded?id=${key.split('/')[1]}`, supervisor);
  expect(wordsOf(uploaded.body)).toContain('2 家');
  expect(
    (await world.get('/listings/mirror/uploaded?id=01K00000000000000000000000', supervisor)).status,
  ).toBe(422);
  const confirm = date('on', '2026-04-01');
  const future = await world.post('/listings/mirror/propose', supervisor, {
    ...date('on', '2026-06-01'),
    usccs: agency(5).uscc,
  });
  expect(errorBeside(future.body, 'on')).toContain('今天之后');
  const usccs = [agency(5).uscc, agency(6).uscc];
  for (const uscc of [...usccs, ...usccs])
    expect(
      (await world.post('/listings/mirror/propose', supervisor, { ...confirm, usccs: uscc })).status,
    ).toBe(303);
  const board = await world.get('/listings', approver);
  expect(wordsOf(board.body)).toContain('一并决定国家知识产权局名单中的 2 家');
  const id = (await world.deps.listings.madeFrom(`mirror/2026/${usccs[0]}`)) ?? '';
  const none = await world.post('/listings/decide', approver, { reason: '属实' });
  expect(none.status).toBe(422);
  const decided = await world.post('/listings/decide', approver, { ids: id, reason: '属实' });
  expect(decided.status).toBe(303);
  expect((await caseOf(id)).state).toMatchObject({ since: '2026-04-01' });
  const empty = await world.post('/listings/mirror', supervisor, { list: '无' });
  expect(errorBeside(empty.body, 'list')).toContain('没有可以识别的机构');
});
