import type { Lang } from '../../../../shared/messages/message.ts';
import { yuanText } from '../../../../shared/money.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { writeCsv, writeXlsx } from '../../../../shared/spreadsheet/writeSpreadsheet.ts';
import { penaltyName } from '../penaltyPaths.ts';
import { words } from './penaltyWords.ts';
import { isPaused, nextDeadline, statusOf, waitsOf } from './waiting.ts';

/** The headings are Chinese like those of all our files. */
const LANG: Lang = 'zh';

const columns = {
  number: (one) => penaltyName(one.state),
  status: (one) => words(LANG, `penalty.status.${statusOf(one)}`),
  waits: (one) =>
    waitsOf(one)
      .map((wait) => words(LANG, `penaltyPage.wait.${wait}`))
      .join('；'),
  received: ({ state }) => state.received.on,
  source: ({ state }) => words(LANG, `penalty.source.${state.source.kind}`),
  party: ({ state }) => state.party.name,
  uscc: ({ state }) => state.party.uscc ?? '',
  next: (one) => {
    const next = nextDeadline(one);
    return next === undefined ? '' : words(LANG, `penalty.deadline.${next.kind}`);
  },
  due: (one) => nextDeadline(one)?.deadline.dueLegal ?? '',
  paused: (one) => (isPaused(one) ? words(LANG, 'penaltyPage.yes') : ''),
  decision: ({ state }) => state.decision?.number ?? '',
  fine: ({ state }) => (state.decision === undefined ? '' : yuanText(state.decision.fine)),
  handler: ({ state }) => state.handler?.name ?? '',
} as const satisfies Readonly<Record<string, (stored: StoredPenalty) => string>>;

type ColumnName = keyof typeof columns;

/** The cases as a table. */
export function boardTable(cases: readonly StoredPenalty[]): string[][] {
  const names = Object.keys(columns) as ColumnName[];
  return [
    names.map((name) => words(LANG, `penaltyPage.column.${name}`)),
    ...cases.map((stored) => names.map((name) => columns[name](stored))),
  ];
}

export async function boardFile(table: string[][], format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv(table) : writeXlsx([{ name: '行政处罚', rows: table }]);
}
