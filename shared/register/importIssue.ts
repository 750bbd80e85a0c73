/** One thing that an import found, with the cell it stands in. */
export type ImportIssue = {
  /** A single error refuses the whole file; a warning is shown and may be confirmed. */
  readonly severity: 'error' | 'warning';
  readonly sheet: string;
  /** `C17`. */
  readonly address: string;
  /** 17 */
  readonly row: number;
  /** The Chinese header of the column. */
  readonly column: string;
  /** The column key. */
  readonly field?: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** What the cell says. */
  readonly value: string;
};
