import { defaultLimits, EXCEL_CELL_LENGTH, type SpreadsheetLimits } from '../spreadsheet/limits.ts';
import { columnsOf } from './columns.ts';
import type { RegisterKind } from './registerStore.ts';

/** What a file of this register may be at most: a cell of many lines is as long as a spreadsheet can keep it. */
export function sheetLimits(kind: RegisterKind): SpreadsheetLimits {
  const long = columnsOf[kind].some(({ codec }) => codec.lines === true);
  return long ? { ...defaultLimits, cellLength: EXCEL_CELL_LENGTH } : defaultLimits;
}
