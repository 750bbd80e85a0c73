import { cellAddress, type Sheet } from '../spreadsheet/sheet.ts';
import { halfWidth } from './cellCodec.ts';
import type { Column } from './column.ts';
import type { ImportIssue } from './importIssue.ts';

/** Where the columns of a register stand in a sheet. */
export type HeaderMatch = {
  /** Zero-based row of the headers; everything below is data. */
  readonly headerRow: number;
  /** Column key → zero-based column of the sheet. */
  readonly positions: ReadonlyMap<string, number>;
  readonly issues: readonly ImportIssue[];
};

/** A title, a note or the date of the list may stand above the headers. */
const ROWS_SEARCHED = 10;
/** Columns that lists have for their readers only. */
const IGNORED = new Set(['序号', 'no.', 'no', '备注', 'remark', 'remarks', 'note', '#']);

/** Without regard to width, case, blanks, invisible characters, a BOM, and the mark of obligation. */
function normalise(header: string): string {
  return halfWidth(header)
    .toLowerCase()
    .replace(/[\s*:]/g, '')
    .replace(/\((?:必填|选填|required|optional)\)$/, '');
}

function dictionary(columns: readonly Column[]): ReadonlyMap<string, Column> {
  const words = new Map<string, Column>();
  // First come, first served: a header of one column beats an alias of another.
  for (const column of columns) {
    words.set(normalise(column.header.zh), column);
    words.set(normalise(column.header.en), column);
  }
  for (const column of columns) {
    for (const alias of [column.key, ...column.aliases]) {
      const word = normalise(alias);
      if (!words.has(word)) words.set(word, column);
    }
  }
  return words;
}

function matches(row: readonly string[], words: ReadonlyMap<string, Column>): number {
  return new Set(row.map((cell) => words.get(normalise(cell))?.key).filter((key) => key !== undefined)).size;
}

function findHeaderRow(sheet: Sheet, words: ReadonlyMap<string, Column>): number {
  const counts = sheet.rows.slice(0, ROWS_SEARCHED).map((row) => matches(row, words));
  const best = Math.max(0, ...counts);
  return best > 0
    ? counts.indexOf(best)
    : sheet.rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
}

/** How many columns of the register a sheet has. */
export function headerScore(columns: readonly Column[], sheet: Sheet): number {
  const words = dictionary(columns);
  return matches(sheet.rows[findHeaderRow(sheet, words)] ?? [], words);
}

/** The sheet of a workbook to import: the one with the most columns of the register, the first of equals. */
export function pickSheet<S extends Sheet>(columns: readonly Column[], sheets: readonly S[]): S | undefined {
  const scores = sheets.map((sheet) => headerScore(columns, sheet));
  return sheets[scores.indexOf(Math.max(...scores))];
}

/**
 * Finds the columns in whatever order they stand. A header that is missing or stands twice is an error; one that
 * is not known is a warning, its column is not read.
 */
export function matchHeaders(columns: readonly Column[], sheet: Sheet): HeaderMatch {
  const words = dictionary(columns);
  const headerRow = Math.max(0, findHeaderRow(sheet, words));
  const positions = new Map<string, number>();
  const issues: ImportIssue[] = [];
  const at = (index: number, header: string) => ({
    sheet: sheet.name,
    address: cellAddress(headerRow, index),
    row: headerRow + 1,
    column: header,
    value: header,
  });
  (sheet.rows[headerRow] ?? []).forEach((cell, index) => {
    const header = cell.trim();
    const word = normalise(header);
    if (word === '' || IGNORED.has(word)) return;
    const column = words.get(word);
    const first = column === undefined ? undefined : positions.get(column.key);
    if (column === undefined) {
      issues.push({
        ...at(index, header),
        severity: 'warning',
        code: 'register.header.unknown',
        params: { header },
      });
    } else if (first !== undefined) {
      const params = { header, first: cellAddress(headerRow, first) };
      issues.push({
        ...at(index, header),
        severity: 'error',
        code: 'register.header.duplicate',
        field: column.key,
        params,
      });
    } else positions.set(column.key, index);
  });
  const end = sheet.rows[headerRow]?.length ?? 0;
  for (const { key, header, required } of columns) {
    if (!required || positions.has(key)) continue;
    issues.push({
      ...at(end, header.zh),
      severity: 'error',
      code: 'register.header.missing',
      field: key,
      params: { header: header.zh, headerEn: header.en },
      value: '',
    });
  }
  return { headerRow, positions, issues };
}
