/** A cell that the file holds but that cannot be taken at its word. */
export type BadCell = {
  /** Zero-based position. */
  readonly row: number;
  readonly column: number;
  /** `spreadsheet.cell.formula_error`, `.number_rounded` or `.too_long`. */
  readonly code: string;
  readonly params?: Record<string, string | number>;
};

/**
 * One sheet as text. `rows[i][j]` is the cell in row i + 1, column j of the file, `''` where there is none:
 * dates are `YYYY-MM-DD`, numbers keep every digit, nothing is trimmed of what the cell says.
 */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly badCells: readonly BadCell[];
};

/** `0` → `A`, `25` → `Z`, `26` → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** The address people see in their spreadsheet: zero-based row 16, column 2 → `C17`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The zero-based position of `C17`, or undefined when the text is no address. */
export function parseCellAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,9})$/.exec(address);
  if (!match) return undefined;
  const column = [...(match[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}
