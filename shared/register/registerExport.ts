import { type SheetToWrite, writeCsv, writeXlsx } from '../spreadsheet/writeSpreadsheet.ts';
import type { Column } from './column.ts';
import { type Register, registers } from './register.ts';
import type { RegisterKind, RegisterRows } from './registerStore.ts';
import { toFields } from './rowFields.ts';

export type ExportFormat = 'xlsx' | 'csv';

function headers(columns: readonly Column[]): string[] {
  return columns.map((column) => column.header.zh);
}

/** The table of a register as text: headers, then the rows in the order given. */
export function exportTable<K extends RegisterKind>(kind: K, rows: readonly RegisterRows[K][]): string[][] {
  const { columns }: Register<K> = registers[kind];
  return [
    headers(columns),
    ...rows.map((row) => {
      const fields = toFields(row, columns);
      return columns.map(({ key, codec }) => (fields.has(key) ? codec.format(fields.get(key)) : ''));
    }),
  ];
}

/**
 * The file of a register. What is exported can be imported again and changes nothing. The relations carry
 * confidential reasons: who may have them is for the caller to check.
 */
export async function exportRegister<K extends RegisterKind>(
  kind: K,
  rows: readonly RegisterRows[K][],
  format: ExportFormat,
): Promise<Uint8Array> {
  const table = exportTable(kind, rows);
  if (format === 'csv') return writeCsv(table);
  const { label, columns }: Register<K> = registers[kind];
  return writeXlsx([{ name: label.zh, rows: table, widths: columns.map((column) => column.width) }]);
}

/** An empty table to fill in, with a second sheet that says what each column takes. */
export async function registerTemplate(kind: RegisterKind): Promise<Uint8Array> {
  const { label, columns } = registers[kind];
  const notes: SheetToWrite = {
    name: '填写说明',
    rows: [
      // Not the headers of the register, so that this sheet is never taken for the table.
      ['栏目', 'Column', '是否必填 / Required', '填写要求', 'What to enter'],
      ...columns.map(({ header, required, hint }) => [
        header.zh,
        header.en,
        required ? '必填 / yes' : '选填 / no',
        hint.zh,
        hint.en,
      ]),
    ],
    widths: [26, 28, 20, 44, 60],
  };
  const table = { name: label.zh, rows: [headers(columns)], widths: columns.map((column) => column.width) };
  return writeXlsx([table, notes]);
}
