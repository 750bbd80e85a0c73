import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { testId } from '../../../fixtures/complaintWorld.ts';
import { dayForm } from '../../../fixtures/consoleComplaints.ts';
import { type PenaltyOffice, penaltyOffice } from '../../../fixtures/consolePenalties.ts';
import { agency, errorBeside, staff, wordsOf } from '../../console/consoleWorld.ts';

let office: PenaltyOffice;
let late: string;
let filed: string;
let reviewed: string;

const formula = '=HYPERLINK("http://evil.example","点我")';

beforeAll(async () => {
  office = await penaltyOffice();
  const { cases } = office;
  late = await cases.open({
    receivedOn: localDate('2026-06-01'),
    party: { kind: 'other', name: formula, organisation: false },
    source: { kind: 'transfer', reference: '市监函1号' },
  });
  filed = await cases.file();
  reviewed = await cases.draft();
}, 60_000);
afterAll(() => office.world.close());

const ids = (body: string) =>
  [...body.matchAll(/<th scope="row"[^>]*><a class="govuk-link dr-code" href="\/penalties\/(\w+)"/g)].map(
    ([, id]) => id,
  );
const board = async (query = '', who = office.supervisor) =>
  (await office.world.get(`/penalties${query}`, who)).body;

describe('the board', () => {
  test('has what is overdue on top, and what each case waits for', async () => {
    const body = await board();
    expect(ids(body)[0]).toBe(late);
    const words = wordsOf(body);
    expect(words).toContain('在办 3 件 · 逾期 1 件');
    expect(words).toContain('1 待分派 逾期 1');
    expect(words).toContain('1 待法制审核');
  });

  test('is filtered by its address', async () => {
    expect(ids(await board('?wait=review'))).toEqual([reviewed]);
    expect(ids(await board('?handler=none'))).toEqual([late]);
    expect(ids(await board('?source=transfer'))).toEqual([late]);
    expect(ids(await board('?overdue=yes'))).toEqual([late]);
    expect(ids(await board('?status=investigating'))).toEqual([filed]);
    expect(ids(await board('?text=点我'))).toEqual([late]);
    // What is mine: handled by me, or waiting for anybody of my role.
    expect([...ids(await board('?handler=mine'))].sort()).toEqual([late, filed, reviewed].sort());
    expect(ids(await board('?handler=mine', office.reviewer))).toEqual([reviewed]);
    expect(ids(await board('?handler=mine', office.approver))).toEqual([]);
  });

  test('goes out as a file in which no cell is a formula', async () => {
    const { wire } = await office.world.get('/penalties/export?format=csv', office.auditor);
    const text = wire.isBase64Encoded ? Buffer.from(wire.body ?? '', 'base64').toString() : (wire.body ?? '');
    expect(text).toContain('案号');
    expect(text).not.toMatch(/(^|,)"?=HYPERLINK/m);
    expect(text.trim().split('\n')).toHaveLength(4);
  });

  test('has every case of a year, and every case of a handler', async () => {
    const { world, auditor, supervisor, other } = office;
    expect(ids((await world.get('/penalties/years/2026', auditor)).body)).toHaveLength(3);
    expect((await world.get('/penalties/years/2027', auditor)).status).toBe(404);
    expect([...ids((await world.get('/penalties/mine', supervisor)).body)].sort()).toEqual(
      [filed, reviewed].sort(),
    );
    expect(ids((await world.get('/penalties/mine', other)).body)).toEqual([]);
  });

  test('is not for inspectors, witnesses or the administrator', async () => {
    for (const who of [staff.inspector, staff.official, staff.notary, staff.administrator]) {
      const person = await office.world.signIn(who);
      expect((await office.world.get('/penalties', person)).status, who.name).toBe(403);
      expect((await office.world.get(office.path(filed), person)).status, who.name).toBe(404);
      expect((await office.world.get('/catalogue', person)).status, who.name).toBe(403);
    }
  });

  test('tells on top of every page and on the first one what waits for whom', async () => {
    const { world, supervisor, reviewer, approver, must } = office;
    expect(wordsOf((await world.get('/', reviewer)).body)).toContain('等我办理的处罚案件');
    expect((await world.get('/', reviewer)).body).toContain('/penalties?handler=mine&amp;wait=review');
    expect(wordsOf((await world.get('/', approver)).body)).not.toContain('等我办理的处罚案件');
    await must(filed, supervisor, 'ask-extension', { reason: '案情复杂' });
    expect((await world.get('/', approver)).body).toContain('/penalties?handler=mine&amp;wait=extension');
  });
});

describe('a case opened by hand', () => {
  const base = {
    source: 'own',
    text: '网络巡查发现',
    ...dayForm('receivedOn', '2026-07-06'),
    'entries-patent': ['patent.conflict'],
  };
  const send = (form: Record<string, string | readonly string[]>, who = office.supervisor) =>
    office.world.post('/penalties/new', who, form);

  test('is against an agency or a practitioner of the register, and made once however often it is sent', async () => {
    const id = testId();
    const form = { ...base, id, kind: 'agency', party: agency(1).name };
    expect((await send(form)).location).toBe(office.path(id));
    expect((await send(form)).location).toBe(office.path(id));
    const { state } = await office.caseOf(id);
    expect(state.party).toMatchObject({ kind: 'agency', uscc: agency(1).uscc, representative: '张三' });
    expect(state.suspicion.entries).toEqual(['patent.conflict']);
    const person = testId();
    await send({ ...base, id: person, kind: 'person', party: '11001123456' });
    expect((await office.caseOf(person)).state.party).toMatchObject({
      kind: 'person',
      name: '钱代理',
      uscc: agency(1).uscc,
      district: agency(1).district,
    });
    expect(wordsOf((await office.world.get(office.path(id), office.supervisor)).body)).toContain('（1）');
  });

  test('looks the party up without losing an entry, and describes who is in no register', async () => {
    const looked = await send({ ...base, id: testId(), kind: 'agency', party: '第1专利', look: 'yes' });
    expect(looked.status).toBe(200);
    expect(looked.body).toContain(`value="${agency(1).uscc}"`);
    expect(looked.body).toContain('网络巡查发现');
    const id = testId();
    const other = {
      ...base,
      id,
      kind: 'other',
      otherName: '某咨询公司',
      organisation: 'yes',
      otherUscc: '1234',
    };
    expect(errorBeside((await send(other)).body, 'otherUscc')).toContain('有误');
    await send({ ...other, otherUscc: '' });
    expect((await office.caseOf(id)).state.party).toEqual({
      kind: 'other',
      name: '某咨询公司',
      organisation: true,
    });
  });

  test('refuses each thing beside its field', async () => {
    const bare = (await send({ id: testId() })).body;
    expect(errorBeside(bare, 'source')).toContain('请选择来源');
    expect(errorBeside(bare, 'kind')).toContain('请选择当事人类别');
    expect(errorBeside(bare, 'text')).toContain('请填写');
    expect(errorBeside(bare, 'receivedOn')).toContain('请填写日期');
    const wrong = (
      await send({
        ...base,
        id: testId(),
        source: 'transfer',
        kind: 'agency',
        party: '不存在',
        ...dayForm('receivedOn', '2026-07-07'),
      })
    ).body;
    expect(errorBeside(wrong, 'reference')).toContain('移送机关');
    expect(errorBeside(wrong, 'party')).toContain('名录中没有找到');
    expect(errorBeside(wrong, 'receivedOn')).toContain('不能晚于今天');
    expect((await send({ ...base, id: testId(), kind: 'agency', party: '1' }, office.approver)).status).toBe(
      403,
    );
  });
});
