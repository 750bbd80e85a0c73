import { formatDateZh, type LocalDate } from '../calendar/localDate.ts';
import type { PaperBlock } from './paper.ts';

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
