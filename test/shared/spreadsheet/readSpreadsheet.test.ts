import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/problem.ts';
import { defaultLimits } from '../../../shared/spreadsheet/limits.ts';
import { spreadsheetMessages } from '../../../shared/spreadsheet/messages.ts';
import { readSpreadsheet } from '../../../shared/spreadsheet/readSpreadsheet.ts';
import { plainNumber } from '../../../shared/spreadsheet/readXlsx.ts';
import {
  cellAddress,
  columnLetters,
  parseCellAddress,
  type Sheet,
} from '../../../shared/spreadsheet/sheet.ts';
import { writeCsv, writeXlsx } from '../../../shared/spreadsheet/writeSpreadsheet.ts';
import { packStored, readZipDirectory, unpackEntry } from '../../../shared/spreadsheet/zipArchive.ts';
import { workbook } from './workbookFixture.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function first(result: Result<Sheet[]>): Sheet {
  if (!result.ok) throw new Error(result.problems[0]?.code);
  const sheet = result.value[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

async function codeOf(bytes: Uint8Array, limits = defaultLimits): Promise<string | undefined> {
  const result = await readSpreadsheet(bytes, limits);
  const code = result.ok ? undefined : result.problems[0]?.code;
  if (code !== undefined) expect(Object.keys(spreadsheetMessages)).toContain(code);
  return code;
}

describe('addresses', () => {
  it('are those of a spreadsheet program', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(cellAddress(16, 2)).toBe('C17');
    expect(parseCellAddress('ABC17')).toEqual({ row: 16, column: 730 });
    expect(parseCellAddress('C0')).toBeUndefined();
    expect(parseCellAddress('c1')).toBeUndefined();
  });
});

describe('an .xlsx file', () => {
  it('keeps zeros, long codes, dates and booleans as people see them', async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>00123</t></is></c><c r="B1" s="1"><v>123</v></c>' +
        '<c r="C1" s="2"><v>46054</v></c><c r="D1" t="b"><v>1</v></c><c r="E1"><v>1.5</v></c></row>' +
        '<row r="3"><c r="B3"><v>9.1440300192203802E+17</v></c><c r="C3" t="e"><v>#N/A</v></c></row>',
    );
    const sheet = first(await readSpreadsheet(bytes));
    expect(sheet.name).toBe('名录');
    expect(sheet.rows[0]).toEqual(['00123', '00123', '2026-02-01', 'TRUE', '1.5']);
    expect(sheet.rows[2]?.slice(0, 3)).toEqual(['', '914403001922038020', '']);
    expect(sheet.badCells).toEqual([
      { row: 2, column: 2, code: 'spreadsheet.cell.formula_error' },
      { row: 2, column: 1, code: 'spreadsheet.cell.number_rounded' },
    ]);
  });

  it('ignores formatted rows and cells that hold nothing, however far down', async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row>' +
        '<row r="1048575" ht="14"/><row r="1048576"><c r="A1048576" s="1"/><c r="B1048576"></c></row>',
    );
    expect(first(await readSpreadsheet(bytes)).rows).toEqual([['1']]);
  });

  it.each([
    [
      'a row number that would fill the memory',
      '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>',
      'rows',
    ],
    ['the same in single quotes', "<row r='1000000000'><c r='A1'><v>1</v></c></row>", 'rows'],
    ['a cell beyond the rows', '<row><c r="A20001"><v>1</v></c></row>', 'rows'],
    ['a column beyond the limit', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'columns'],
    ['a row number that is none', '<row r="1e9"><c r="A1"><v>1</v></c></row>', 'broken'],
    ['a cell without a place', '<row r="1"><c><v>1</v></c></row>', 'broken'],
    ['XML that does not close', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>', 'broken'],
    ['no content', '', 'empty'],
  ])('refuses %s', async (_, data, code) => {
    expect(await codeOf(workbook(data))).toBe(`spreadsheet.${code}`);
  });

  it('cuts a cell that is too long and says where', async () => {
    const long = 'x'.repeat(2001);
    const sheet = first(
      await readSpreadsheet(workbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c></row>`)),
    );
    expect(sheet.rows[0]?.[0]).toHaveLength(2000);
    expect(sheet.badCells[0]).toMatchObject({ row: 0, column: 0, params: { length: 2001, limit: 2000 } });
  });

  it('refuses a bomb by its directory, before anything is unpacked', async () => {
    const bytes = workbook('', { 'xl/media.xml': 'x'.repeat(1000) });
    const limits = { ...defaultLimits, unpackedBytes: 900 };
    expect(await codeOf(bytes, limits)).toBe('spreadsheet.bomb');
    expect(await codeOf(bytes, { ...defaultLimits, parts: 3 })).toBe('spreadsheet.bomb');
  });

  it('refuses an archive whose directory lies about the size', async () => {
    expect(await codeOf(lyingArchive(new Uint8Array(5_000_000), 100))).toBe('spreadsheet.broken');
    const short = lyingArchive(utf8('<workbook/>'), 100);
    const directory = readZipDirectory(short, defaultLimits);
    const [entry] = directory.ok ? directory.value : [];
    expect(entry && unpackEntry(short, entry)).toEqual({
      ok: false,
      problems: [{ code: 'spreadsheet.broken' }],
    });
  });

  it('tells what is wrong with a file that is cut off or not a workbook', async () => {
    const whole = workbook('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await codeOf(whole.subarray(0, whole.length - 30))).toBe('spreadsheet.broken');
    expect(await codeOf(whole.subarray(0, 10))).toBe('spreadsheet.broken');
    expect(await codeOf(workbook('', { 'xl/workbook.xml': '<nothing/>' }))).toBe('spreadsheet.broken');
  });
});

/** An archive with a single deflated part whose directory claims another unpacked size. */
function lyingArchive(content: Uint8Array, claimed: number): Uint8Array {
  const bytes = workbook('', { 'xl/workbook.xml': '', 'xl/z.xml': '' });
  const packed = deflateRawSync(content);
  const name = utf8('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.from(bytes.subarray(bytes.length - 22));
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, central, name, end]));
}

const archive = (name: string) => new Uint8Array(packStored(new Map([[name, utf8('x')]])));

describe('other files', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', utf8('\r\n  \r\n'), 'empty'],
    ['a PDF', utf8('%PDF-1.7 …'), 'not_spreadsheet'],
    ['a web page', utf8('\ufeff<!doctype html><table>'), 'not_spreadsheet'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'not_spreadsheet'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'not_spreadsheet'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'xls'],
    [
      'a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['an .xlsb', archive('xl/workbook.bin'), 'xlsb'],
    ['an .ods', archive('content.xml'), 'ods'],
    ['another archive', archive('word/document.xml'), 'not_spreadsheet'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(`spreadsheet.${code}`);
  });

  it('refuses a file over the limit without looking into it', async () => {
    expect(await codeOf(new Uint8Array(11 * 1024 * 1024))).toBe('spreadsheet.too_large');
  });
});

describe('a CSV file', () => {
  it('is read as UTF-8, with BOM, as UTF-16 and as GB18030', async () => {
    const expected = [
      ['名称', '代码'],
      ['北京䶮知识产权', '00123'],
    ];
    const text = '名称,代码\r\n北京䶮知识产权,00123\r\n';
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(first(await readSpreadsheet(bytes)).rows).toEqual(expected);
    }
    // 名称,代码 / 北京,01 in GB18030
    const gb = Buffer.from('c3fbb3c62cb4fac2eb0d0ab1b1bea92c30310d0a', 'hex');
    expect(first(await readSpreadsheet(gb)).rows).toEqual([
      ['名称', '代码'],
      ['北京', '01'],
    ]);
  });

  it('keeps the row numbers of a spreadsheet program: blank lines count, quoted line breaks do not', async () => {
    const sheet = first(await readSpreadsheet(utf8('a;b\n\n"x\ny";2\n')));
    expect(sheet.rows).toEqual([['a', 'b'], [''], ['x\ny', '2']]);
    expect(first(await readSpreadsheet(utf8('a\tb\n1\t2'))).rows[1]).toEqual(['1', '2']);
  });

  it('forgives a quotation mark inside a cell, but not one that never closes', async () => {
    expect(first(await readSpreadsheet(utf8('a,b\n北京"中心",2\n'))).rows[1]).toEqual(['北京"中心"', '2']);
    expect(await codeOf(utf8('a,b\n"never,2\n3,4\n'))).toBe('spreadsheet.csv_quotes');
  });

  it('keeps to the limits of rows and columns', async () => {
    const limits = { ...defaultLimits, rows: 3, columns: 2 };
    expect(await codeOf(utf8('1\n2\n3\n'), limits)).toBeUndefined();
    expect(await codeOf(utf8('1\n2\n3\n4\n'), limits)).toBe('spreadsheet.rows');
    expect(await codeOf(utf8('1,2,3\n'), limits)).toBe('spreadsheet.columns');
  });
});

describe('what we write', () => {
  const rows = [
    ['名称', '代码', '电话'],
    ['北京（海淀）"甲"事务所', '00123', '+86 10 8888'],
    ['=HYPERLINK("http://x")', "'=1", '-1'],
    ["'plain", '@SUM(A1)', '914403001922038216'],
    ['＝1', ' =1', 'line\nbreak'],
  ];

  it('comes back the same from .xlsx', async () => {
    const bytes = await writeXlsx([{ name: '名录', rows, widths: [30, 10, 20] }]);
    expect(first(await readSpreadsheet(bytes)).rows).toEqual(rows);
  });

  it('comes back the same from CSV, and no cell begins like a formula', async () => {
    const bytes = writeCsv(rows);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(first(await readSpreadsheet(bytes)).rows).toEqual(rows);
    const text = new TextDecoder().decode(bytes);
    expect(text).not.toMatch(/(^|,|\n)"?\s*[=+\-@＝]/);
  });
});

describe('numbers without floating point', () => {
  it.each([
    ['9.1440300192203802E+17', '914403001922038020'],
    ['123', '123'],
    ['1.50', '1.5'],
    ['-0.001', '-0.001'],
    ['1E-3', '0.001'],
    ['12.5e1', '125'],
    ['5.0', '5'],
    ['1e999999', '1e999999'],
    ['abc', 'abc'],
  ])('%s → %s', (raw, plain) => {
    expect(plainNumber(raw)).toBe(plain);
  });
});
