/**
 * Text that a spreadsheet program would run as a formula when it opens a CSV: it begins with one of these
 * signs (or their full-width forms), behind blanks or apostrophes or not, or with a tab or line break.
 */
const DANGEROUS = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** For CSV: an apostrophe in front makes the text inert in Excel, WPS and LibreOffice; `unguard` takes it away. */
export function guardCsv(cell: string): string {
  return DANGEROUS.test(cell) ? `'${cell}` : cell;
}

/** For .xlsx, where text is typed as text: only what `unguard` would mistake for guarded needs the apostrophe. */
export function guardXlsx(cell: string): string {
  return cell.startsWith("'") ? guardCsv(cell) : cell;
}

/**
 * Undoes either guard. The same on both ways in, because a CSV opened in a spreadsheet program and saved as
 * .xlsx carries its apostrophes along. `unguard(guardCsv(x)) === x` and `unguard(guardXlsx(x)) === x` for all x.
 */
export function unguard(cell: string): string {
  return cell.startsWith("'") && DANGEROUS.test(cell) ? cell.slice(1) : cell;
}
