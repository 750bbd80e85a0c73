import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '../../../../shared/calendar/localDate.ts';
import { createAgency, updateAgency } from '../../../../shared/register/commands/editAgency.ts';
import { createInspector, updateInspector } from '../../../../shared/register/commands/editInspector.ts';
import { registerCaseId } from '../../../../shared/register/commands/editRow.ts';
import { draftItem, publishItem, withdrawItem } from '../../../../shared/register/commands/items.ts';
import { declareRelation, withdrawRelation } from '../../../../shared/register/commands/relations.ts';
import { testQuestion } from '../../../fixtures/questions.ts';
import { agencyOf, inspectorOf, items } from '../../plan/office.ts';
import { type LocalCore, type LocalTables, startLocalCore } from '../store/localCore.ts';
import { auditor, importDeps, supervisor, type TestImportDeps } from './importOffice.ts';

let local: LocalCore;
let tables: LocalTables;
let deps: TestImportDeps;

beforeAll(async () => {
  local = await startLocalCore();
});
afterAll(() => local.stop());
beforeEach(async () => {
  tables = await local.tables();
  deps = importDeps(tables);
});

const codes = (answer: { ok: boolean; problems?: readonly { code: string }[] }) =>
  answer.ok ? [] : (answer.problems ?? []).map(({ code }) => code);

describe('an agency', () => {
  it('is kept with its history, its place in the roster and an audit entry', async () => {
    const agency = agencyOf(1);
    expect(await createAgency(deps, agency, supervisor)).toMatchObject({ ok: true, value: { rev: 1 } });
    const moved = { ...agency, address: '新址1号', phone: '010-62000001' };
    expect(await updateAgency(deps, moved, 1, supervisor)).toMatchObject({ ok: true, value: { rev: 2 } });
    expect(await tables.register.agency(agency.uscc)).toEqual({ value: moved, rev: 2 });
    expect(await tables.register.agencies()).toEqual([moved]);
    const history = await tables.register.history('agency', [agency.uscc]);
    expect(history.slice(0, 2)).toEqual([
      expect.objectContaining({
        field: 'address',
        old: agency.address,
        new: '新址1号',
        by: 'u-s',
        source: 'form',
      }),
      expect.objectContaining({ field: 'phone', old: agency.phone, new: '010-62000001' }),
    ]);
    expect(history.some(({ field, old }) => field === 'uscc' && old === undefined)).toBe(true);
    const chain = await tables.cases.chain(registerCaseId('agency', [agency.uscc]));
    expect(chain.map(({ command, from, to }) => [command, from, to])).toEqual([
      ['create', 'none', 'kept'],
      ['update', 'kept', 'kept'],
    ]);
    expect(JSON.stringify(chain)).not.toContain('新址');
  });

  it('is refused twice, and when the form is older than the row', async () => {
    const agency = agencyOf(1);
    await createAgency(deps, agency, supervisor);
    expect(codes(await createAgency(deps, agency, supervisor))).toEqual(['register.exists']);
    await updateAgency(deps, { ...agency, address: '甲' }, 1, supervisor);
    expect(codes(await updateAgency(deps, { ...agency, address: '乙' }, 1, supervisor))).toEqual([
      'register.edit.stale',
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    await createAgency(deps, agencyOf(1), supervisor);
    const again = await updateAgency(deps, agencyOf(1), 1, supervisor);
    expect(again).toMatchObject({ ok: true, value: { changed: false, rev: 1 } });
    expect((await tables.register.lock()).rev).toBe(1);
  });

  it('is checked like a row of an import, and only a supervisor changes it', async () => {
    expect(codes(await createAgency(deps, { ...agencyOf(1), listing: 'abnormal' }, supervisor))).toEqual([
      'register.agency.listed_since_missing',
    ]);
    expect(codes(await createAgency(deps, agencyOf(1), auditor))).toEqual(['register.role']);
    expect(await tables.register.agencies()).toEqual([]);
  });

  it('survives two supervisors at once: both edits of different agencies stand', async () => {
    await Promise.all([1, 2, 3].map((n) => createAgency(deps, agencyOf(n), supervisor)));
    expect((await tables.register.agencies()).length).toBe(3);
    expect((await tables.register.lock()).rev).toBe(3);
  });

  it('is not touched while an import is being written', async () => {
    await local.client.send(
      new PutCommand({ TableName: tables.core, Item: { pk: 'RG#LOCK', sk: 'META', holder: 'IM#X', rev: 4 } }),
    );
    expect(codes(await createAgency(deps, agencyOf(1), supervisor))).toEqual(['register.held']);
    expect(await tables.register.snapshot()).toBeUndefined();
  });
});

it('keeps what changed about an inspector', async () => {
  await createInspector(deps, inspectorOf(1), supervisor);
  await updateInspector(deps, inspectorOf(1, { cap: 3 }), 1, supervisor);
  expect((await tables.register.inspectors())[0]?.cap).toBe(3);
  expect((await tables.register.history('inspector', ['I0001']))[0]).toMatchObject({
    field: 'cap',
    old: 6,
    new: 3,
  });
});

describe('a relation', () => {
  const relation = {
    inspectorId: 'I0001',
    agencyUscc: agencyOf(1).uscc,
    reason: '配偶为合伙人',
    declaredOn: localDate('2026-11-01'),
    source: 'inspector' as const,
  };

  it('stands until it is withdrawn, and can be declared again', async () => {
    expect(codes(await declareRelation(deps, relation, supervisor))).toEqual(['register.inspector.unknown']);
    await createInspector(deps, inspectorOf(1), supervisor);
    expect(codes(await declareRelation(deps, relation, supervisor))).toEqual(['register.agency.unknown']);
    await createAgency(deps, agencyOf(1), supervisor);
    expect((await declareRelation(deps, relation, supervisor)).ok).toBe(true);
    expect(await tables.register.relations()).toEqual([relation]);
    expect(codes(await declareRelation(deps, relation, supervisor))).toEqual(['register.status']);

    expect((await withdrawRelation(deps, relation, supervisor)).ok).toBe(true);
    expect(await tables.register.relations()).toEqual([]);
    expect(await tables.register.relation('I0001', relation.agencyUscc)).toMatchObject({
      withdrawnOn: '2026-11-23',
    });
    expect((await declareRelation(deps, relation, supervisor)).ok).toBe(true);
    expect(await tables.register.relations()).toEqual([relation]);
    const history = await tables.register.history('relation', ['I0001', relation.agencyUscc]);
    expect(history.filter(({ field }) => field === 'withdrawnOn')).toHaveLength(2);
    // The inspector's own history does not hold the confidential reason.
    expect(JSON.stringify(await tables.register.history('inspector', ['I0001']))).not.toContain('配偶');
  });
});

describe('an inspection item', () => {
  const [seed] = items;
  if (seed === undefined) throw new Error('no item');
  const draft = { ...seed, status: 'draft' as const };

  it('is drafted, published, never changed, withdrawn', async () => {
    expect((await draftItem(deps, draft, supervisor)).ok).toBe(true);
    expect((await draftItem(deps, { ...draft, name: '更准确的名称' }, supervisor)).ok).toBe(true);
    expect((await publishItem(deps, draft, supervisor)).ok).toBe(true);
    expect(codes(await draftItem(deps, { ...draft, name: '偷改' }, supervisor))).toEqual(['register.status']);
    expect((await tables.register.item('ZL-01', 1))?.value).toMatchObject({
      name: '更准确的名称',
      status: 'published',
    });
    const { Item: outbox } = await local.client.send(
      new GetCommand({ TableName: tables.core, Key: { pk: 'OB#PUB#items', sk: 'META' } }),
    );
    expect(outbox?.['gqpk']).toBe('Q#PUB');
    expect(codes(await draftItem(deps, { ...draft, version: 3 }, supervisor))).toEqual([
      'register.item.version',
    ]);
    expect((await draftItem(deps, { ...draft, version: 2 }, supervisor)).ok).toBe(true);
    expect((await withdrawItem(deps, draft, supervisor)).ok).toBe(true);
    expect((await tables.register.items()).map(({ version, status }) => [version, status])).toEqual([
      [1, 'withdrawn'],
      [2, 'draft'],
    ]);
  });

  it('is published only with its checklist, and never asks what is wrong in itself', async () => {
    const bare = { ...draft, questions: [] };
    expect((await draftItem(deps, bare, supervisor)).ok).toBe(true);
    const refused = await publishItem(deps, bare, supervisor);
    expect(refused).toEqual({
      ok: false,
      problems: [{ code: 'register.item.no_questions', field: 'questions' }],
    });
    const asked = { ...bare, questions: [testQuestion('1'), testQuestion('1')] };
    expect(await draftItem(deps, asked, supervisor)).toEqual({
      ok: false,
      problems: [{ code: 'register.questions.repeated', field: 'questions' }],
    });
    const long = { ...bare, questions: [testQuestion('1', { text: '长'.repeat(201) })] };
    expect(await draftItem(deps, long, supervisor)).toEqual({
      ok: false,
      problems: [{ code: 'register.text.too_long', params: { limit: 200 }, field: 'questions' }],
    });
    const many = Array.from({ length: 41 }, (_, n) => testQuestion(String(n)));
    expect(codes(await draftItem(deps, { ...bare, questions: many }, supervisor))).toEqual([
      'register.questions.number',
    ]);
    const whole = { ...bare, questions: [testQuestion('1')] };
    expect((await draftItem(deps, whole, supervisor)).ok).toBe(true);
    expect((await publishItem(deps, bare, supervisor)).ok).toBe(true);
  });

  it('has a legal basis or is no item', async () => {
    expect(codes(await draftItem(deps, { ...draft, legalBasis: '' }, supervisor))).toEqual([
      'register.required',
    ]);
    expect(codes(await publishItem(deps, draft, supervisor))).toEqual(['register.status']);
  });
});
