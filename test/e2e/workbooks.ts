import { fictionalAgencies } from '../../infra/local/demo/agencies.ts';
import { fictionalInspectors } from '../../infra/local/demo/inspectors.ts';
import { addDays, type LocalDate } from '../../shared/calendar/localDate.ts';
import { registers } from '../../shared/register/register.ts';
import { exportTable } from '../../shared/register/registerExport.ts';
import { cellAddress } from '../../shared/spreadsheet/sheet.ts';
import { writeXlsx } from '../../shared/spreadsheet/writeSpreadsheet.ts';

type Sheet = 'agency' | 'inspector';

/** One mistake as people make it: what stands in a cell instead of what should, and what the check says of it. */
export interface Planted {
  readonly sheet: Sheet;
  /** Row of the file, the heading is 1. */
  readonly row: number;
  readonly column: string;
  /** Words of the message beside the cell. */
  readonly says: RegExp;
  readonly wrong: (right: string, table: readonly (readonly string[])[], column: number) => string;
}

/** Ten mistakes, each of another kind. */
export function plantedErrors(today: LocalDate): readonly Planted[] {
  const otherCheck = (code: string) => code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
  const nextYear = addDays(today, 365);
  return [
    { sheet: 'agency', row: 17, column: 'uscc', says: /校验/, wrong: otherCheck },
    { sheet: 'agency', row: 211, column: 'uscc', says: /字母/, wrong: (code) => code.replace('FA0', 'FAO') },
    {
      sheet: 'agency',
      row: 402,
      column: 'uscc',
      says: /重复/,
      wrong: (_, table, column) => table[3]?.[column] ?? '',
    },
    { sheet: 'agency', row: 805, column: 'name', says: /必填|填写/, wrong: () => '' },
    { sheet: 'agency', row: 1203, column: 'district', says: /通县/, wrong: () => '通县' },
    { sheet: 'agency', row: 2404, column: 'email', says: /邮箱/, wrong: () => 'info#agency.example' },
    { sheet: 'agency', row: 3601, column: 'lastInspectedOn', says: /还没有到/, wrong: () => nextYear },
    { sheet: 'inspector', row: 5, column: 'certificateValidTo', says: /日期/, wrong: () => '31/12/2027' },
    { sheet: 'inspector', row: 42, column: 'quals', says: /版权/, wrong: () => '组长、版权' },
    { sheet: 'inspector', row: 100, column: 'cap', says: /整数/, wrong: () => '六' },
  ];
}

const columnOf = (sheet: Sheet, key: string) =>
  registers[sheet].columns.findIndex((column) => column.key === key);

/** The address at which the mistake is found, as people see it in their spreadsheet. */
export function addressOf({ sheet, row, column }: Planted): string {
  return cellAddress(row - 1, columnOf(sheet, column));
}

/** As many as the first office has. */
const CITY = { agencies: 3600, inspectors: 120 } as const;

/**
 * The registers of a city in one workbook of two sheets: agencies and inspectors, of which the first are
 * those of the demo office.
 */
export async function cityWorkbook(
  today: LocalDate,
  errors: readonly Planted[],
  size: { readonly agencies: number; readonly inspectors: number } = CITY,
): Promise<Uint8Array> {
  const tables = {
    agency: exportTable('agency', fictionalAgencies(size.agencies, today)),
    inspector: exportTable('inspector', fictionalInspectors(size.inspectors, today)),
  };
  for (const { sheet, row, column, wrong } of errors) {
    const index = columnOf(sheet, column);
    const cells = tables[sheet][row - 1];
    if (cells === undefined || index < 0) throw new Error(`no cell ${sheet} ${row} ${column}`);
    cells[index] = wrong(cells[index] ?? '', tables[sheet], index);
  }
  return writeXlsx(
    (['agency', 'inspector'] as const).map((sheet) => ({
      name: registers[sheet].label.zh,
      rows: tables[sheet],
      widths: registers[sheet].columns.map(({ width }) => width),
    })),
  );
}
