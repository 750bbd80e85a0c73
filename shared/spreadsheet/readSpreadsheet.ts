import { ok, type Result, refuse } from '../problem.ts';
import { defaultLimits, megabytes, type SpreadsheetLimits } from './limits.ts';
import { readCsv } from './readCsv.ts';
import { readXlsx } from './readXlsx.ts';
import type { Sheet } from './sheet.ts';

export type FileKind = 'xlsx' | 'text' | 'ole' | 'other';

const MAGIC: readonly (readonly [kind: FileKind, bytes: readonly number[]])[] = [
  ['xlsx', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['other', [...'%PDF'].map((c) => c.charCodeAt(0))],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [...'GIF8'].map((c) => c.charCodeAt(0))],
  ['other', [0x1f, 0x8b]],
  ['other', [...'Rar!'].map((c) => c.charCodeAt(0))],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** By the first bytes, never by the name of the file. */
export function fileKind(bytes: Uint8Array): FileKind {
  const found = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte));
  if (found) return found[0];
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return start.startsWith('<') ? 'other' : 'text';
}

/** Both the old .xls and an .xlsx with a password are OLE containers; the latter names its encrypted stream. */
function oleProblem(bytes: Uint8Array): string {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? 'spreadsheet.encrypted'
    : 'spreadsheet.xls';
}

/**
 * Reads an .xlsx or CSV file from memory into sheets of text. Sheets without any content are left out.
 *
 * Problems: `spreadsheet.too_large`, `.empty`, `.not_spreadsheet`, `.xls`, `.xlsb`, `.ods`, `.encrypted`,
 * `.bomb`, `.broken`, `.csv_quotes`, `.rows`, `.columns`. Whatever is wrong with single cells is in `badCells`.
 */
export async function readSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = defaultLimits,
): Promise<Result<Sheet[]>> {
  if (bytes.length === 0) return refuse({ code: 'spreadsheet.empty' });
  if (bytes.length > limits.fileBytes) {
    return refuse({
      code: 'spreadsheet.too_large',
      params: { megabytes: megabytes(bytes.length), limit: megabytes(limits.fileBytes) },
    });
  }
  const kind = fileKind(bytes);
  if (kind === 'ole') return refuse({ code: oleProblem(bytes) });
  if (kind === 'other') return refuse({ code: 'spreadsheet.not_spreadsheet' });
  const sheets = kind === 'xlsx' ? await readXlsx(bytes, limits) : readCsv(bytes, limits);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter((sheet) =>
    sheet.rows.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  return filled.length > 0 ? ok(filled) : refuse({ code: 'spreadsheet.empty' });
}
