import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { guardCsv, guardXlsx } from './formulaGuard.ts';

/** A sheet to be written: the first row is the heading. Every cell is text and stays text. */
export type SheetToWrite = {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Column widths in characters. */
  readonly widths?: readonly number[];
};

const BOM = '\ufeff';

/** RFC 4180 with CRLF, UTF-8 with BOM (without it Chinese Excel reads mojibake), formulas made inert. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quote(guardCsv(cell))).join(','));
  return new TextEncoder().encode(`${BOM}${lines.map((line) => `${line}\r\n`).join('')}`);
}

function quote(cell: string): string {
  return /[",\r\n\t;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An .xlsx whose cells are all formatted as text, so that codes keep their zeros and all their digits. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheetData(sheet.rows),
      stickyRowsCount: 1,
      ...(sheet.widths === undefined ? {} : { columns: sheet.widths.map((width) => ({ width })) }),
    })),
  ).toBuffer();
}

function sheetData(rows: readonly (readonly string[])[]): SheetData {
  return rows.map((row, index) =>
    row.map((cell) =>
      cell === ''
        ? null
        : {
            value: guardXlsx(cell),
            type: String,
            format: '@',
            ...(index === 0 ? ({ fontWeight: 'bold', backgroundColor: '#E8EEF7' } as const) : {}),
          },
    ),
  );
}
