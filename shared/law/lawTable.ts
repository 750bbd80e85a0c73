import type { LocalDate } from '../calendar/localDate.ts';

/** How far the text was read: V in full, P partial or secondary copy, M unverified. P and M are shown as 未核实. */
export type Verification = 'V' | 'P' | 'M';

/** Where a rule stands. */
export type Citation = {
  /** As an official paper cites it, e.g. `市场监督管理投诉举报处理办法（总局令第121号）第十五条`. */
  readonly text: string;
  readonly verification: Verification;
  /** What a reader has to know before relying on it: binding by analogy, read in a copy, … */
  readonly note?: string;
};

/**
 * One version of one rule. Rules change on a date, so every number of the law is a row with its period; a case
 * stores the version it was decided under (`lawVersion`).
 */
export type LawRow<Rule extends string = string> = {
  readonly rule: Rule;
  readonly citation: Citation;
  /** First day in force. */
  readonly validFrom: LocalDate;
  /** Last day in force; absent while no end is known. */
  readonly validTo?: LocalDate;
};

export type LawTable<Row extends LawRow = LawRow> = readonly Row[];

function inForce(row: LawRow, date: LocalDate): boolean {
  return row.validFrom <= date && (row.validTo === undefined || date <= row.validTo);
}

/** The rows of a table in force on a date: at most one per rule. */
export function lawAt<Row extends LawRow>(table: LawTable<Row>, date: LocalDate): Row[] {
  return table.filter((row) => inForce(row, date));
}

/** The row of one rule in force on a date, or undefined when the rule did not exist (yet, or any more). */
export function ruleAt<Row extends LawRow, Rule extends Row['rule']>(
  table: LawTable<Row>,
  rule: Rule,
  date: LocalDate,
): Extract<Row, { readonly rule: Rule }> | undefined {
  return table.find(
    (row): row is Extract<Row, { readonly rule: Rule }> => row.rule === rule && inForce(row, date),
  );
}

/** The stable name of a version, stored with every case decided under it, e.g. `complaint.accept@2026-04-15`. */
export function lawVersion(row: LawRow): string {
  return `${row.rule}@${row.validFrom}`;
}

/** Whether the row has to carry the mark 未核实 wherever it is shown. */
export function isUnverified(row: { readonly citation: Citation }): boolean {
  return row.citation.verification !== 'V';
}

/** The citation as a paper or mail shows it, with the mark 未核实 where it was not read in full. */
export function citedText(citation: Citation): string {
  return isUnverified({ citation }) ? `${citation.text}（未核实）` : citation.text;
}
