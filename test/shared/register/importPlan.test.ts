import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/calendar/localDate.ts';
import type { MessageTable } from '../../../shared/messages/message.ts';
import { dryRun, type ImportContext, type ImportPlan } from '../../../shared/register/importPlan.ts';
import { registerMessages } from '../../../shared/register/messages.ts';
import { exportTable } from '../../../shared/register/registerExport.ts';
import type { RegisterKind } from '../../../shared/register/registerStore.ts';
import { fictionalUscc } from '../../../shared/register/uscc.ts';
import { spreadsheetMessages } from '../../../shared/spreadsheet/messages.ts';
import { cellAddress, type Sheet } from '../../../shared/spreadsheet/sheet.ts';
import { agency, inspector, item, practitioner, relation } from './sampleRows.ts';

const texts: MessageTable = { ...registerMessages, ...spreadsheetMessages };

function sheet(rows: string[][], badCells: Sheet['badCells'] = []): Sheet {
  return { name: '名录', rows, badCells };
}

function context<K extends RegisterKind>(change: Partial<ImportContext<K>> = {}): ImportContext<K> {
  return {
    current: [],
    agencies: new Set(),
    inspectors: new Set(),
    today: localDate('2026-11-23'),
    ...change,
  };
}

/** Every finding has a text whose placeholders it fills. */
function brief<K extends RegisterKind>(plan: ImportPlan<K>): string[] {
  return [...plan.rowErrors, ...plan.warnings].map((issue) => {
    const text = texts[issue.code];
    expect(text, issue.code).toBeDefined();
    for (const match of `${text?.zh}${text?.en}`.matchAll(/\{(\w+)\}/g)) {
      expect(Object.keys(issue.params ?? {}), issue.code).toContain(match[1]);
    }
    return `${issue.severity} ${issue.address} ${issue.code}`;
  });
}

/** The table of some agencies with some cells overwritten: `{ C2: 'x' }`. */
function table(kind: 'agency', rows: ReturnType<typeof agency>[], cells: Record<string, string> = {}): Sheet {
  const written = exportTable(kind, rows).map((row, i) =>
    row.map((cell, j) => cells[cellAddress(i, j)] ?? cell),
  );
  return sheet(written);
}

describe('a dry run', () => {
  it('plans new rows with a history of every field', () => {
    const plan = dryRun('agency', table('agency', [agency(1), agency(2)]), context());
    expect(brief(plan)).toEqual([]);
    expect(plan).toMatchObject({ rows: 2, applicable: true });
    expect(plan.changes.create.map((row) => [row.key, row.row])).toEqual([
      [fictionalUscc(1), 2],
      [fictionalUscc(2), 3],
    ]);
    expect(plan.changes.create[0]?.after).toEqual(agency(1));
    expect(plan.changes.create[0]?.changes).toContainEqual({ field: 'district', new: 'haidian' });
  });

  it('plans nothing the second time', () => {
    const rows = [agency(1), agency(2, { kinds: ['patent', 'trademark'] })];
    const plan = dryRun('agency', table('agency', rows), context({ current: rows }));
    expect(plan.changes).toEqual({
      create: [],
      update: [],
      unchanged: [fictionalUscc(1), fictionalUscc(2)],
      missingFromFile: [],
    });
  });

  it('shows the fields that differ, old and new, and what the file leaves out', () => {
    const consent = { on: localDate('2026-01-05'), address: 'a@example.com' };
    const before = [agency(1, { electronicServiceConsent: consent }), agency(2), agency(3)];
    const after = [agency(1, { district: 'chaoyang', nameEn: 'Sample' }), agency(2)];
    const plan = dryRun('agency', table('agency', after), context({ current: before }));
    expect(plan.changes.update).toHaveLength(1);
    expect(plan.changes.update[0]?.changes).toEqual([
      { field: 'nameEn', new: 'Sample' },
      { field: 'district', old: 'haidian', new: 'chaoyang' },
      { field: 'electronicServiceConsent.on', old: '2026-01-05' },
      { field: 'electronicServiceConsent.address', old: 'a@example.com' },
    ]);
    expect(plan.changes.update[0]?.after).toEqual(after[0]);
    expect(plan.changes.missingFromFile).toEqual([fictionalUscc(3)]);
  });

  it('leaves fields alone whose column is not in the file', () => {
    const before = agency(1, { creditGrade: 'A+', visitsThisYear: 2 });
    const columns = new Set(['信用评价等级', '本年检查次数']);
    const [headers = [], row = []] = exportTable('agency', [agency(1, { phone: '010-87654321' })]);
    const kept = headers.map((header, i) => [header, row[i] ?? ''] as const).filter(([h]) => !columns.has(h));
    const plan = dryRun(
      'agency',
      sheet([kept.map(([header]) => header), kept.map(([, cell]) => cell)]),
      context({ current: [before] }),
    );
    expect(plan.changes.update[0]?.after).toEqual({ ...before, phone: '010-87654321' });
  });

  it('names sheet, cell, column, value and the precise problem, and applies nothing', () => {
    const wrong = `${fictionalUscc(2).slice(0, 17)}${fictionalUscc(2).endsWith('1') ? '2' : '1'}`;
    const cells = {
      A3: wrong,
      D4: '版权',
      G2: '海淀县',
      S2: '2026-02-30',
      L2: 'a@b, c@d',
      E4: '1234',
      B4: ' ',
    };
    const plan = dryRun('agency', table('agency', [agency(1), agency(2), agency(3)], cells), context());
    expect(brief(plan)).toEqual([
      'error G2 register.word.unknown',
      'error S2 register.date.format',
      'error L2 register.email.format',
      'error A3 register.uscc.check',
      'error B4 register.required',
      'error D4 register.word.unknown',
      'error E4 register.agencyCode.format',
    ]);
    expect(plan.rowErrors[0]).toEqual({
      severity: 'error',
      sheet: '名录',
      address: 'G2',
      row: 2,
      column: '所在区',
      field: 'district',
      code: 'register.word.unknown',
      params: { value: '海淀县', allowed: expect.stringContaining('海淀区、') },
      value: '海淀县',
    });
    expect(plan.rowErrors[3]?.params).toEqual({
      expected: fictionalUscc(2).at(-1),
      found: wrong.at(-1),
    });
    expect(plan.applicable).toBe(false);
  });

  it('refuses a second row of the same key, and points at the first', () => {
    const twice = table('agency', [agency(1), agency(2), agency(1)]);
    const plan = dryRun('agency', twice, context());
    expect(brief(plan)).toEqual(['error A4 register.row.duplicate']);
    expect(plan.rowErrors[0]?.params).toEqual({ row: 2, address: 'A2' });
  });

  it('sees contradictions between fields', () => {
    const rows = [
      agency(1, { headOf: fictionalUscc(1) }),
      agency(2, { listing: 'abnormal' }),
      agency(3, { listedSince: localDate('2026-01-05') }),
    ];
    expect(brief(dryRun('agency', table('agency', rows), context()))).toEqual([
      'error I2 register.agency.own_head',
      'error P3 register.agency.listed_since_missing',
      'error P4 register.agency.listed_since_without_list',
    ]);
  });

  it('warns about what an office may still want', () => {
    const { agencyCode: _, ...codeless } = agency(2);
    const rows = [
      agency(1, { headOf: fictionalUscc(99) }),
      codeless,
      agency(3, { headOf: fictionalUscc(1) }),
    ];
    const plan = dryRun('agency', table('agency', rows), context());
    expect(brief(plan)).toEqual([
      'warning I2 register.agency.head_unknown',
      'warning E3 register.agency.code_missing',
    ]);
    expect(plan.applicable).toBe(true);
  });

  it('takes a file with a title above and other orders, spellings and dates', () => {
    const plan = dryRun(
      'inspector',
      sheet([
        ['2026年度执法检查人员名录库'],
        [],
        [
          '序号',
          '姓 名',
          '\ufeff工号',
          '行政执法证号',
          'Valid',
          '有效期至',
          '处室',
          '区县',
          '资格',
          '上限',
          'E-MAIL',
          '在岗状态',
          '备注',
        ],
        [
          '1',
          '李示例',
          'P001',
          '01000001',
          'x',
          '2026年3月2日',
          '示例处',
          '市局',
          '商标，组长',
          '６',
          'a@example.com',
          '正常',
          '',
        ],
        ['', ' ', ''],
      ]),
      context(),
    );
    expect(brief(plan)).toEqual([
      'warning E3 register.header.unknown',
      'warning F4 register.inspector.certificate_expired',
    ]);
    expect(plan.changes.create[0]?.after).toEqual(
      inspector(1, {
        certificateValidTo: localDate('2026-03-02'),
        quals: ['lead', 'trademark'],
        email: 'a@example.com',
      }),
    );
  });

  it('accepts an inspector without any qualification', () => {
    const rows = [inspector(1, { quals: [] })];
    const written = exportTable('inspector', rows);
    expect(dryRun('inspector', sheet(written), context()).changes.create[0]?.after.quals).toEqual([]);
    expect(dryRun('inspector', sheet(written), context({ current: rows })).changes.unchanged).toEqual([
      'P001',
    ]);
  });

  it('reports missing and duplicate headers with their cell, and reads no row then', () => {
    const plan = dryRun(
      'practitioner',
      sheet([
        ['姓名', '状态', 'name'],
        ['甲', '执业', '乙'],
      ]),
      context(),
    );
    expect(brief(plan)).toEqual([
      'error C1 register.header.duplicate',
      'error D1 register.header.missing',
      'error D1 register.header.missing',
    ]);
    expect(plan.rowErrors[0]?.params).toEqual({ header: 'name', first: 'A1' });
    expect(plan.changes.create).toEqual([]);
  });

  it('refuses a table without rows', () => {
    expect(brief(dryRun('agency', table('agency', []), context()))).toEqual(['error A2 register.no_rows']);
  });

  it('checks the agencies and inspectors that rows refer to', () => {
    const uscc = fictionalUscc(1);
    const known = { agencies: new Set([uscc]), inspectors: new Set(['P001']) };
    const practitioners = sheet(
      exportTable('practitioner', [practitioner(1, uscc), practitioner(2, fictionalUscc(2))]),
    );
    expect(brief(dryRun('practitioner', practitioners, context(known)))).toEqual([
      'error C3 register.agency.unknown',
    ]);
    const relations = sheet(
      exportTable('relation', [relation('P001', uscc), relation('P002', fictionalUscc(2))]),
    );
    expect(brief(dryRun('relation', relations, context(known)))).toEqual([
      'error A3 register.inspector.unknown',
      'error B3 register.agency.unknown',
    ]);
    const early = context({ ...known, today: localDate('2026-03-01') });
    expect(
      brief(dryRun('relation', sheet(exportTable('relation', [relation('P001', uscc)])), early)),
    ).toEqual(['error D2 register.date.future']);
  });

  it('names the line of a checklist that is wrong, and shows that line', () => {
    const [head = [], row = []] = exportTable('item', [item()]);
    const cell =
      '1|问题|方法|办法第十八条|一致/不一致/不适用\n\n2|问题|方法|办法第十八条|好/坏\n1|问题|方法|依据|符合';
    const written = row.map((text, index) => (head[index] === '检查表' ? cell : text));
    const plan = dryRun('item', sheet([head, written]), context());
    expect(brief(plan)).toEqual([
      'error H2 register.questions.answers',
      'error H2 register.questions.duplicate',
    ]);
    expect(plan.rowErrors.map(({ params, value }) => [params?.['line'], value])).toEqual([
      [3, '2|问题|方法|办法第十八条|好/坏'],
      [4, '1|问题|方法|依据|符合'],
    ]);
  });

  it('publishes no version of an item without a checklist, but leaves older ones as they are', () => {
    const run = (after: ReturnType<typeof item>, before?: ReturnType<typeof item>) =>
      brief(
        dryRun(
          'item',
          sheet(exportTable('item', [after])),
          context({ current: before === undefined ? [] : [before] }),
        ),
      );
    const bare = item({ questions: [] });
    expect(run(bare)).toEqual(['error H2 register.item.no_questions']);
    expect(run(bare, { ...bare, status: 'draft' })).toEqual(['error H2 register.item.no_questions']);
    expect(run({ ...bare, status: 'draft' })).toEqual([]);
    expect(run(bare, bare)).toEqual([]);
    expect(run({ ...bare, status: 'withdrawn' }, bare)).toEqual([]);
    expect(run(item(), bare)).toEqual(['error H2 register.item.published']);
  });

  it('never changes a published version of an item, except to withdraw it', () => {
    const run = (after: ReturnType<typeof item>, before = item()) =>
      brief(dryRun('item', sheet(exportTable('item', [after])), context({ current: [before] })));
    expect(run(item({ name: '别的' }))).toEqual(['error C2 register.item.published']);
    expect(run(item({ status: 'withdrawn' }))).toEqual([]);
    expect(run(item({ status: 'draft' }))).toEqual(['error I2 register.item.published']);
    expect(run(item({ version: 2, name: '别的' }))).toEqual([]);
    expect(run(item({ name: '别的' }), item({ status: 'draft' }))).toEqual([]);
  });

  it('refuses cells that the reader could not take at their word, in columns that are read', () => {
    const bad = { row: 1, column: 10, code: 'spreadsheet.cell.number_rounded' };
    const plan = dryRun(
      'agency',
      { ...table('agency', [agency(1)]), badCells: [bad, { ...bad, column: 60 }] },
      context(),
    );
    expect(brief(plan)).toEqual(['error K2 spreadsheet.cell.number_rounded']);
  });

  it('tells a code that a spreadsheet program has turned into a number', () => {
    const plan = dryRun('agency', table('agency', [agency(1)], { A2: '9.11E+17' }), context());
    expect(brief(plan)).toEqual(['error A2 register.number.scientific']);
  });
});

describe('the digest of a plan', () => {
  const digest = (rows: ReturnType<typeof agency>[], current: ReturnType<typeof agency>[]) =>
    dryRun('agency', table('agency', rows), context({ current })).digest;

  it('is the same for the same effect, whatever the order of rows and properties', () => {
    const shuffled = Object.fromEntries(Object.entries(agency(1)).toReversed()) as ReturnType<typeof agency>;
    const rows = [agency(1, { riskClass: 'C' }), agency(2), agency(3)];
    expect(digest(rows, [agency(1)])).toBe(digest(rows.toReversed(), [shuffled]));
    expect(digest(rows, [agency(1)])).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes when a row of the file or of the register does', () => {
    const plans = [
      digest([agency(1)], []),
      digest([agency(1, { phone: '010-87654321' })], []),
      digest([agency(1)], [agency(1, { riskClass: 'A' })]),
      digest([agency(1)], [agency(1, { riskClass: 'D' })]),
      digest([agency(1)], [agency(1)]),
    ];
    expect(new Set(plans).size).toBe(5);
  });
});
