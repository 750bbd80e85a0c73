import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result, refuse } from '../problem.ts';
import { unguard } from './formulaGuard.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { type BadCell, cellAddress, type Sheet } from './sheet.ts';

/**
 * The text of a CSV file: UTF-8 with or without BOM, UTF-16 with BOM (Excel's “Unicode text”), otherwise
 * GB18030, the encoding Chinese Excel writes. Undefined when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (bytes.includes(0)) return undefined;
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Fatal decoding throws on the first byte that is not this encoding.
    return undefined;
  }
}

/** The separator that the first line with content uses most, outside quotes; a comma when in doubt. */
function delimiterOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/, 50).find((line) => line.trim() !== '') ?? '';
  const bare = first.replace(/"[^"]*"/g, '');
  const counted = [',', '\t', ';'].map((sign) => [sign, bare.split(sign).length] as const);
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The single sheet of a CSV file; its rows are numbered as a spreadsheet program numbers them. */
export function readCsv(bytes: Uint8Array, limits: SpreadsheetLimits): Result<Sheet[]> {
  const text = decodeText(bytes);
  // Control characters are in no list that people keep; they betray a program, a picture, a database.
  if (text === undefined || /(?![\t\n\v\f\r])\p{Cc}/u.test(text)) {
    return refuse({ code: 'spreadsheet.not_spreadsheet' });
  }
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      // One more than allowed, so that too many rows are noticed without reading them all.
      to: limits.rows + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ code: 'spreadsheet.csv_quotes', params: { line: Number(error['lines'] ?? 0) } });
  }
  const rows = records.map((record) => record.map(unguard));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length > limits.rows) {
    return refuse({ code: 'spreadsheet.rows', params: { limit: limits.rows, row: rows.length } });
  }
  const wide = rows.findIndex((row) => row.length > limits.columns);
  if (wide >= 0) {
    return refuse({
      code: 'spreadsheet.columns',
      params: { limit: limits.columns, address: cellAddress(wide, limits.columns) },
    });
  }
  return ok([{ name: 'CSV', ...cut(rows, limits) }]);
}

function cut(rows: readonly string[][], limits: SpreadsheetLimits): Pick<Sheet, 'rows' | 'badCells'> {
  const badCells: BadCell[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell.length <= limits.cellLength) return;
      const params = { length: cell.length, limit: limits.cellLength };
      badCells.push({ row, column, code: 'spreadsheet.cell.too_long', params });
    });
  });
  return {
    rows: rows.map((cells) => cells.map((cell) => cell.slice(0, limits.cellLength))),
    badCells,
  };
}
