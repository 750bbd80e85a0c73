import { guardCsv } from '../spreadsheet/formulaGuard.ts';

type Cell = string | number;

/**
 * A CSV file as RFC 4180 wants it, with a byte order mark so that Excel and WPS read it as UTF-8. Text that a
 * spreadsheet would run as a formula is made inert.
 */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  const text = typeof value === 'number' ? String(value) : guardCsv(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
