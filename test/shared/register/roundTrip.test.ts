import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../shared/calendar/localDate.ts';
import type { Agency } from '../../../shared/register/agency.ts';
import { columnsOf } from '../../../shared/register/columns.ts';
import { districts } from '../../../shared/register/district.ts';
import { headerScore, pickSheet } from '../../../shared/register/headerMatch.ts';
import { dryRun } from '../../../shared/register/importPlan.ts';
import { type Register, registers } from '../../../shared/register/register.ts';
import { exportRegister, registerTemplate } from '../../../shared/register/registerExport.ts';
import type { RegisterKind, RegisterRows } from '../../../shared/register/registerStore.ts';
import { fromFields, readForm, toFields } from '../../../shared/register/rowFields.ts';
import { sheetLimits } from '../../../shared/register/sheetLimits.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { codesOf, creditGrades, riskClasses } from '../../../shared/register/vocabulary.ts';
import { readSpreadsheet } from '../../../shared/spreadsheet/readSpreadsheet.ts';
import type { Sheet } from '../../../shared/spreadsheet/sheet.ts';
import { testQuestion } from '../../fixtures/questions.ts';
import { anyQuestions } from './anyQuestions.ts';
import { agency, inspector, item, practitioner, relation } from './sampleRows.ts';

const today = localDate('2026-11-23');
const day = fc.nat(2000).map((n) => addDays(localDate('2020-01-01'), n));
/** Names as people write them, and as attackers do. */
const words = fc
  .string({
    unit: fc.constantFrom(...'北京（海淀）"\',;= +-@＝a1\u{20BB7}', '\n'),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const email = fc.stringMatching(/^[a-z]{1,8}$/).map((name) => `${name}@example.com`);

const anyAgency: fc.Arbitrary<Agency> = fc
  .record(
    {
      n: fc.nat(999_999),
      name: words,
      nameEn: words,
      kinds: fc.constantFrom<Agency['kinds']>(['patent'], ['trademark'], ['patent', 'trademark']),
      agencyCode: fc.stringMatching(/^\d{5}$/),
      district: fc.constantFrom(...codesOf(districts).options),
      address: words,
      phone: fc.constantFrom('010-12345678', '+86 10 1234 5678', '13800000000'),
      email,
      riskClass: fc.constantFrom(...codesOf(riskClasses).options),
      exclusion: words,
      creditGrade: fc.constantFrom(...codesOf(creditGrades).options),
      lastInspectedOn: day,
      visitsThisYear: fc.nat(9),
      consent: fc.record({ on: day, address: email }),
    },
    { requiredKeys: ['n', 'name', 'kinds', 'district', 'address', 'phone', 'email', 'riskClass'] },
  )
  .map(({ n, consent, ...rest }) => ({
    ...agency(n, rest),
    ...(consent === undefined ? {} : { electronicServiceConsent: consent }),
  }));

async function sheetOf<K extends RegisterKind>(
  kind: K,
  rows: RegisterRows[K][],
  format: 'csv' | 'xlsx',
): Promise<Sheet> {
  const read = await readSpreadsheet(await exportRegister(kind, rows, format), sheetLimits(kind));
  if (!read.ok) throw new Error(read.problems[0]?.code);
  const [first] = read.value;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

const context = <K extends RegisterKind>(current: RegisterRows[K][]) => ({
  current,
  agencies: new Set([fictionalUscc(1)]),
  inspectors: new Set(['P001']),
  today,
});

describe.each(['csv', 'xlsx'] as const)('export and import through %s', (format) => {
  it('changes nothing, for all agencies that the register can hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyAgency, { selector: (row) => row.uscc, minLength: 1, maxLength: 8 }),
        async (rows) => {
          const sheet = await sheetOf('agency', rows, format);
          const same = dryRun('agency', sheet, context<'agency'>(rows));
          expect(same.rowErrors).toEqual([]);
          expect(same.changes.unchanged).toEqual(rows.map((row) => row.uscc));
          const fresh = dryRun('agency', sheet, context<'agency'>([]));
          expect(fresh.changes.create.map((row) => row.after)).toEqual(rows);
        },
      ),
      { numRuns: format === 'csv' ? 200 : 60 },
    );
  });

  it('changes nothing in any checklist', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestions, async (questions) => {
        const rows = [item({ questions }), item({ code: '007', questions: [], status: 'draft' })];
        const sheet = await sheetOf('item', rows, format);
        const same = dryRun('item', sheet, context<'item'>(rows));
        expect(same.rowErrors).toEqual([]);
        expect(same.changes.unchanged).toEqual(['ZL-01#1', '007#1']);
        const fresh = dryRun('item', sheet, context<'item'>([]));
        expect(fresh.changes.create.map((row) => row.after)).toEqual(rows);
      }),
      { numRuns: format === 'csv' ? 200 : 40 },
    );
  });

  it('carries the longest checklist that can be entered', async () => {
    const questions = Array.from({ length: 40 }, (_, n) =>
      testQuestion(String(n + 1), {
        text: '问'.repeat(200),
        method: '法'.repeat(300),
        law: '据'.repeat(200),
      }),
    );
    const rows = [item({ questions })];
    const plan = dryRun('item', await sheetOf('item', rows, format), context<'item'>(rows));
    expect(plan.rowErrors).toEqual([]);
    expect(plan.changes.unchanged).toEqual(['ZL-01#1']);
  });

  it('changes nothing in the other registers', async () => {
    const uscc = fictionalUscc(1);
    const check = async <K extends RegisterKind>(kind: K, rows: RegisterRows[K][]) => {
      const plan = dryRun(kind, await sheetOf(kind, rows, format), context<K>(rows));
      expect(plan.rowErrors, kind).toEqual([]);
      expect(plan.changes.unchanged, kind).toHaveLength(rows.length);
    };
    await check('practitioner', [practitioner(1, uscc), practitioner(20, uscc)]);
    await check('inspector', [inspector(1), inspector(2, { quals: [], status: 'inactive' })]);
    await check('item', [
      item(),
      item({ version: 2, announced: false, method: 'online', kinds: ['patent', 'trademark'] }),
    ]);
    await check('relation', [relation('P001', uscc)]);
  });
});

describe('the template', () => {
  it.each(Object.keys(registers) as RegisterKind[])(
    'of %s has every column and is told from its notes',
    async (kind) => {
      const read = await readSpreadsheet(await registerTemplate(kind));
      if (!read.ok) throw new Error(read.problems[0]?.code);
      const [table, notes] = read.value;
      expect(table?.rows).toEqual([columnsOf[kind].map((column) => column.header.zh)]);
      if (table === undefined || notes === undefined) throw new Error('two sheets are expected');
      expect(headerScore(columnsOf[kind], table)).toBe(columnsOf[kind].length);
      expect(pickSheet(columnsOf[kind], [notes, table])).toBe(table);
      const plan = dryRun(kind, table, context([]));
      expect(plan.rowErrors.map((issue) => issue.code)).toEqual(['register.no_rows']);
    },
  );
});

describe('the columns', () => {
  it.each(Object.values(registers))(
    'of $kind have distinct headers and aliases, and cover the schema',
    (register) => {
      const headers = register.columns.flatMap(({ header, aliases }) => [header.zh, header.en, ...aliases]);
      const folded = headers.map((header) => header.toLowerCase().replaceAll(' ', ''));
      expect(new Set(folded).size).toBe(folded.length);
      expect(register.columns.map((column) => column.key)).toEqual(
        expect.arrayContaining([...register.keyColumns]),
      );
    },
  );

  it('hold every property of a row', () => {
    const consent = { on: today, address: 'a@example.com' };
    const full: Agency = {
      ...agency(1, { nameEn: 'x', filingNo: 'x', headOf: fictionalUscc(2), listing: 'serious' }),
      listedSince: today,
      exclusion: 'x',
      creditGrade: 'A+',
      lastInspectedOn: today,
      visitsThisYear: 1,
      electronicServiceConsent: consent,
    };
    const back = <K extends RegisterKind>(kind: K, row: RegisterRows[K]) => {
      const register: Register<K> = registers[kind];
      expect(fromFields(register, toFields(row, register.columns))).toEqual({ ok: true, value: row });
    };
    back('agency', full);
    back('inspector', inspector(1));
    back('item', item());
    back('relation', relation('P001', fictionalUscc(1)));
    back('practitioner', { ...practitioner(1, fictionalUscc(1)), practisingSince: today });
  });
});

describe('a form', () => {
  const entries = (change: Record<string, string>) => {
    const fields = toFields(inspector(1), columnsOf.inspector);
    const texts = columnsOf.inspector.map(({ key, codec }) => [key, codec.format(fields.get(key))] as const);
    return new Map([...texts, ...Object.entries(change)]);
  };

  it('is read like a row of an import', () => {
    expect(readForm(registers.inspector, entries({}))).toEqual({ ok: true, value: inspector(1) });
    const changed = readForm(registers.inspector, entries({ quals: '' }), inspector(1));
    expect(changed).toEqual({ ok: true, value: inspector(1, { quals: [] }) });
  });

  it('names the field of every problem, once', () => {
    const result = readForm(
      registers.inspector,
      entries({ name: '', cap: 'many', email: 'x', unit: 'x'.repeat(101) }),
    );
    expect(result.ok ? [] : result.problems).toEqual([
      { code: 'register.required', params: { label: '姓名', labelEn: 'Name' }, field: 'name' },
      { code: 'register.number.whole', params: { value: 'many' }, field: 'cap' },
      { code: 'register.text.too_long', params: { limit: 100 }, field: 'unit' },
      { code: 'register.email.format', field: 'email' },
    ]);
    const long = readForm(registers.inspector, entries({ email: 'x'.repeat(300) }));
    expect(long.ok ? [] : long.problems.map((found) => found.code)).toEqual(['register.text.too_long']);
    const missing = readForm(registers.inspector, new Map());
    expect(missing.ok ? 0 : missing.problems.length).toBe(columnsOf.inspector.length - 1);
    const half = readForm(
      registers.agency,
      new Map([['electronicServiceConsent.on', '2026-01-05']]),
      agency(1),
    );
    expect(half.ok ? [] : half.problems).toEqual([
      {
        code: 'register.required',
        params: { label: '电子送达邮箱', labelEn: 'E-service address' },
        field: 'electronicServiceConsent.address',
      },
    ]);
  });
});
