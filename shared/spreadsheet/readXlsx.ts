import readXlsxFile from 'read-excel-file/universal';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { unguard } from './formulaGuard.ts';
import type { SpreadsheetLimits } from './limits.ts';
import { type BadCell, cellAddress, type Sheet } from './sheet.ts';
import { scanWorksheet, type WorksheetScan, zeroPaddedStyles } from './worksheetScan.ts';
import { packStored, readZipDirectory, unpackEntry } from './zipArchive.ts';

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** Excel keeps 15 digits: what is longer was rounded when it was typed. */
const EXACT_DIGITS = 15;

type Unpacked = { parts: Map<string, Uint8Array>; scans: Map<string, WorksheetScan> };

function missingWorkbook(names: readonly string[]): Problem {
  if (names.includes('xl/workbook.bin')) return { code: 'spreadsheet.xlsb' };
  return { code: names.includes('content.xml') ? 'spreadsheet.ods' : 'spreadsheet.not_spreadsheet' };
}

function unpack(bytes: Uint8Array, limits: SpreadsheetLimits): Result<Unpacked> {
  const directory = readZipDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const names = directory.value.map((entry) => entry.name);
  if (!names.includes('xl/workbook.xml')) return refuse(missingWorkbook(names));
  const parts = new Map<string, Uint8Array>();
  for (const entry of directory.value.filter(({ name }) => /\.xml(?:\.rels)?$/.test(name))) {
    const content = unpackEntry(bytes, entry);
    if (!content.ok) return content;
    parts.set(entry.name, content.value);
  }
  const padded = zeroPaddedStyles(textOf(parts.get('xl/styles.xml')));
  const scans = new Map<string, WorksheetScan>();
  for (const [name, content] of parts) {
    if (!WORKSHEET.test(name)) continue;
    const scan = scanWorksheet(textOf(content), padded, limits);
    if (!scan.ok) return scan;
    scans.set(name, scan.value);
    parts.set(name, new TextEncoder().encode(scan.value.xml));
  }
  return ok({ parts, scans });
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}

/** Sheet name → its part, from the workbook and its relations. */
function worksheetParts(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const match of textOf(parts.get('xl/_rels/workbook.xml.rels')).matchAll(/<Relationship\b([^>]*)>/g)) {
    const id = /\bId="([^"]*)"/.exec(match[1] ?? '')?.[1];
    const target = /\bTarget="([^"]*)"/.exec(match[1] ?? '')?.[1];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const byIndex = new Map<string, string>();
  [...textOf(parts.get('xl/workbook.xml')).matchAll(/<sheet\b([^>]*)>/g)].forEach((match, index) => {
    const id = /\br:id="([^"]*)"/.exec(match[1] ?? '')?.[1];
    byIndex.set(String(index), targets.get(id ?? '') ?? '');
  });
  return byIndex;
}

/** `9.14403E+17` → `914403000000000000`, without going through a floating-point number. */
export function plainNumber(raw: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(raw.trim());
  if (!match) return raw;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > 400) return raw;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const left = (point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0').replace(/^0+(?=\d)/, '');
  const right = (point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

function dateText(date: Date): string {
  // Excel counts days as fractions: half a second forgives the rounding of times.
  const iso = new Date(date.getTime() + 500).toISOString();
  const time = iso.slice(11, 19);
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

/** Numbers arrive wrapped, so that they cannot be mistaken for text that looks like one. */
type RawNumber = { readonly raw: string };

function cellText(cell: unknown, width: number | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'object' && 'raw' in cell) {
    const text = plainNumber(String(cell.raw));
    return width !== undefined && /^\d+$/.test(text) ? text.padStart(width, '0') : text;
  }
  return unguard(String(cell));
}

function isRounded(cell: unknown, text: string): boolean {
  if (typeof cell !== 'object' || cell === null || !('raw' in cell)) return false;
  return text.replace(/^-|\..*$/g, '').length > EXACT_DIGITS;
}

function toSheet(
  name: string,
  data: readonly (readonly unknown[])[],
  scan: WorksheetScan | undefined,
  limits: SpreadsheetLimits,
): Sheet {
  const badCells: BadCell[] = [...(scan?.errors ?? [])];
  const rows = data.map((cells, row) =>
    cells.slice(0, limits.columns).map((cell, column) => {
      const text = cellText(cell, scan?.padding.get(cellAddress(row, column)));
      if (isRounded(cell, text)) badCells.push({ row, column, code: 'spreadsheet.cell.number_rounded' });
      if (text.length <= limits.cellLength) return text;
      badCells.push({
        row,
        column,
        code: 'spreadsheet.cell.too_long',
        params: { length: text.length, limit: limits.cellLength },
      });
      return text.slice(0, limits.cellLength);
    }),
  );
  return { name, rows, badCells };
}

/**
 * The sheets of an .xlsx (or .xlsm; macros are never run). Limits are checked on the directory of the archive
 * and on the text of each worksheet before anything is parsed.
 */
export async function readXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Result<Sheet[]>> {
  const unpacked = unpack(bytes, limits);
  if (!unpacked.ok) return unpacked;
  const { parts, scans } = unpacked.value;
  const paths = worksheetParts(parts);
  try {
    const sheets = await readXlsxFile<RawNumber>(packStored(parts), {
      trim: false,
      parseNumber: (raw) => ({ raw }),
    });
    return ok(
      sheets.map(({ sheet, data }, index) =>
        toSheet(sheet, data, scans.get(paths.get(String(index)) ?? ''), limits),
      ),
    );
  } catch {
    // The library throws on XML that is no workbook; the archive itself was sound.
    return refuse({ code: 'spreadsheet.broken' });
  }
}
