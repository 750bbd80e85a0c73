/** What a file may be at most; every one of these is checked before the work it protects. */
export type SpreadsheetLimits = {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Bytes of all parts of an .xlsx together once unpacked: a small file can hide gigabytes. */
  readonly unpackedBytes: number;
  /** Parts of an .xlsx. */
  readonly parts: number;
  /** Rows with content, headings included. */
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cellLength: number;
};

/** Characters that Excel and WPS keep in one cell; whatever is longer they cut off. */
export const EXCEL_CELL_LENGTH = 32_767;

export const defaultLimits: SpreadsheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 80 * 1024 * 1024,
  parts: 500,
  rows: 20_000,
  columns: 100,
  cellLength: 2_000,
};

export function megabytes(bytes: number): number {
  return Math.round((bytes / (1024 * 1024)) * 10) / 10;
}
