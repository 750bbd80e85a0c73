import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReceiptCode, receiptHash } from '../../../../shared/complaint/receiptCode.ts';
import { plantedIdentity } from '../../../fixtures/complaintWorld.ts';
import { type ComplaintOffice, complaintOffice, dayForm } from '../../../fixtures/consoleComplaints.ts';
import { agency, errorBeside, type Form, hiddenValue, wordsOf } from '../../console/consoleWorld.ts';

let office: ComplaintOffice;
beforeAll(async () => {
  office = await complaintOffice();
}, 60_000);
afterAll(() => office.world.close());

const { name, phone, address, mail = '' } = plantedIdentity;

/** A form as it stands on the page, filled in with what a consumer tells at the counter. */
async function filled(over: Form = {}): Promise<Form> {
  const { body } = await office.world.get('/complaints/new', office.supervisor);
  const kept = ['idempotencyKey', 'complaintId', 'reportId'].map(
    (field) => [field, hiddenValue(body, field)] as const,
  );
  return {
    ...Object.fromEntries(kept),
    channel: 'counter',
    ...dayForm('receivedOn', '2026-09-18'),
    standing: 'consumer',
    wish: 'settle',
    agency: agency(1).uscc,
    service: 'patent',
    conducts: 'mismanagement',
    facts: '错过缴费期限，专利申请视为撤回。',
    request: '退还代理费',
    amount: '１,２００.５',
    name,
    phone,
    address,
    mail,
    lang: 'zh',
    ...over,
  };
}
const send = (form: Form) => office.world.post('/complaints/new', office.supervisor, form);
const codeOf = (body: string) => /dr-receipt-code">([\d ]+)</.exec(body)?.[1] ?? '';

describe('filing for a person', () => {
  test('shows the receipt code once; it opens the case; the identity is in the vault and nowhere else', async () => {
    const { world, caseOf } = office;
    const form = await filled({ wish: 'both' });
    const answer = await send(form);
    expect(answer.status).toBe(200);
    const code = readReceiptCode(codeOf(answer.body));
    if (!code.ok) throw new Error(`no code: ${wordsOf(answer.body)}`);
    const hash = receiptHash(await world.deps.receiptPepper(), code.value);
    const cases = (await world.deps.complaintLists.ofReceipt(hash)) ?? [];
    expect(cases).toEqual([form['complaintId'], form['reportId']]);
    const { state, status } = await caseOf(cases[0] ?? '');
    expect(status).toBe('received');
    expect(state).toMatchObject({
      channel: 'counter',
      enteredBy: { by: office.supervisor.user.userId, name: 'supervisor' },
      matter: { amountFen: 120_050, agency: { listed: true, name: agency(1).name } },
      filer: { anonymous: false, mail: 'unconfirmed' },
    });
    const { Items: core } = await world.tables.client.send(new ScanCommand({ TableName: 'core' }));
    const { Items: audit } = await world.tables.client.send(new ScanCommand({ TableName: 'audit' }));
    for (const secret of [name, phone, address, mail, code.value])
      expect(JSON.stringify([core, audit])).not.toContain(secret);
    const key = { pk: `CP#${cases[0]}`, sk: 'IDENTITY' };
    const kept = await world.tables.client.send(new GetCommand({ TableName: 'vault', Key: key }));
    expect(kept.Item).toBeDefined();

    // Sent again it is the same filing with the same receipt.
    const twice = await send(form);
    expect([twice.status, codeOf(twice.body)]).toEqual([200, codeOf(answer.body)]);
    // The same cases under another receipt are not handed out.
    const stolen = await send({ ...form, idempotencyKey: 'another-key-000000' });
    expect(stolen.status).toBe(422);
    expect(codeOf(stolen.body)).toBe('');
  });

  test('the agency is looked up without losing what was typed; several are chosen from', async () => {
    const looked = await send(await filled({ agency: '专利代理事务所', look: 'yes' }));
    expect(looked.status).toBe(200);
    for (const n of [1, 2, 3]) expect(looked.body).toContain(`value="${agency(n).uscc}"`);
    expect(looked.body).toContain('退还代理费');
    const unclear = await send(await filled({ agency: '专利代理事务所' }));
    expect(errorBeside(unclear.body, 'uscc')).toContain('3 家符合');
    const chosen = await send(await filled({ agency: '专利代理事务所', uscc: agency(2).uscc }));
    expect(codeOf(chosen.body)).not.toBe('');
    const unknown = await send(await filled({ agency: '没有的机构' }));
    expect(errorBeside(unknown.body, 'agency')).toContain('名录中没有');
    const outside = await send(
      await filled({ agency: '黑代理', unlisted: 'yes', whereabouts: '微信：heidaili' }),
    );
    expect(wordsOf(outside.body)).toContain('已登记');
  });

  test('a complaint needs an identity, a report may do without', async () => {
    const blank = { name: '', phone: '', address: '', mail: '' };
    const refused = await send(await filled({ ...blank, anonymous: 'yes' }));
    expect(errorBeside(refused.body, 'anonymous')).toContain('投诉须实名');
    const missing = await send(await filled(blank));
    for (const field of ['name', 'phone', 'address'])
      expect(errorBeside(missing.body, field)).toContain('请填写');
    const form = await filled({ ...blank, anonymous: 'yes', standing: 'none', wish: 'check' });
    expect((await send(form)).status).toBe(200);
    expect((await office.caseOf(String(form['reportId']))).state.filer.anonymous).toBe(true);
  });

  test('the day of receipt decides the rule book, lies not in the future and not before all rule books', async () => {
    const { caseOf } = office;
    const old = await filled(dayForm('receivedOn', '2026-04-14'));
    expect((await send(old)).status).toBe(200);
    const { state } = await caseOf(String(old['complaintId']));
    expect(state.deadlines[0]?.deadline.citation.text).toContain('总局令第20号');
    for (const [day, says] of [
      ['2026-09-19', '今天之后'],
      ['2019-12-31', '过早'],
      ['2026-02-30', ''],
    ] as const) {
      const answer = await send(await filled(dayForm('receivedOn', day)));
      expect(answer.status, day).toBe(422);
      expect(errorBeside(answer.body, 'receivedOn'), day).toContain(says);
    }
  });

  test('says at each field what is missing, all at once, and files nothing', async () => {
    const empty = await send({
      idempotencyKey: 'empty-form-0000000',
      complaintId: '01K00000000000000000000000',
      reportId: '01K00000000000000000000001',
    });
    expect(empty.status).toBe(422);
    for (const field of [
      'channel',
      'receivedOn',
      'standing',
      'wish',
      'agency',
      'service',
      'conducts',
      'facts',
    ])
      expect(errorBeside(empty.body, field), field).not.toBe('');
    // The summary is read without the fields: each line says what it is about.
    const summary = /govuk-error-summary__list[\s\S]*?<\/ul>/.exec(empty.body)?.[0] ?? '';
    const lines = [...summary.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, line]) => line);
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines).size).toBe(lines.length);
    const odd = await send(await filled({ conducts: ['trademark-forged'], amount: '一千', mail: 'x' }));
    expect(errorBeside(odd.body, 'conducts')).toContain('不符');
    expect(errorBeside(odd.body, 'amount')).toContain('最多两位小数');
    expect(errorBeside(odd.body, 'mail')).toContain('不正确');
    expect((await office.world.get('/complaints/new', office.approver)).status).toBe(403);
  });
});
