import { formatDateZh, type LocalDate } from '../calendar/localDate.ts';
import { type LawRow, type LawTable, ruleAt } from '../law/lawTable.ts';
import { type Fen, yuanText } from '../money.ts';
import type { PaperBlock } from './paper.ts';

/** Pieces that the papers of all cases are written with. */

/** What one recipient reads. */
export interface PaperContent {
  /** In place of the name of the form, where that would say something else. */
  readonly title?: string;
  readonly blocks: readonly PaperBlock[];
  readonly summaryEn: string;
}

export const paragraph = (text: string): PaperBlock => ({ type: 'paragraph', text });
export const heading = (text: string): PaperBlock => ({ type: 'heading', text });

/** Rows of a table of facts; what is not known is left out. */
export function facts(rows: readonly (readonly [label: string, value: string | undefined])[]): PaperBlock {
  return {
    type: 'facts',
    rows: rows.flatMap(([label, value]) =>
      value === undefined || value === '' ? [] : [[label, value] as const],
    ),
  };
}

export const day = (date: LocalDate | undefined) => (date === undefined ? undefined : formatDateZh(date));

/** Fen as yuan: `1200.00元`. */
export function yuan(fen: Fen | undefined): string | undefined {
  return fen === undefined ? undefined : `${yuanText(fen)}元`;
}

/** @throws when the rule book of that day has no such row: the command that ordered the paper had asked for one */
export function rowOf<Row extends LawRow>(table: LawTable<Row>, rule: Row['rule'], on: LocalDate): Row {
  const row: Row | undefined = ruleAt(table, rule, on);
  if (row === undefined) throw new Error(`${rule} is not in force on ${on}`);
  return row;
}
