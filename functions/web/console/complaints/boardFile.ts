import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { conducts } from '../../../../shared/law/conducts.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { writeCsv, writeXlsx } from '../../../../shared/spreadsheet/writeSpreadsheet.ts';
import { caseName, termText, words } from './complaintWords.ts';
import { isPaused, nextDeadline, statusOf, waitsOf } from './waiting.ts';

/** The headings are Chinese like those of all our files. */
const LANG: Lang = 'zh';

const columns = {
  number: (one) => caseName(one.state),
  kind: ({ state }) => words(LANG, `complaint.kind.${state.kind}`),
  status: (one) => words(LANG, `complaint.status.${statusOf(one)}`),
  waits: (one) =>
    waitsOf(one)
      .map((wait) => words(LANG, `complaintPage.wait.${wait}`))
      .join('；'),
  received: ({ state }) => state.received.on,
  channel: ({ state }) => words(LANG, `complaint.channel.${state.channel}`),
  agency: ({ state }) => state.matter.agency.name,
  uscc: ({ state }) => state.matter.agency.uscc ?? '',
  conducts: ({ state }) => state.matter.conducts.map((rule) => termText(LANG, conducts, rule)).join('；'),
  next: (one) => {
    const next = nextDeadline(one);
    return next === undefined ? '' : words(LANG, `complaint.deadline.${next.kind}`);
  },
  due: (one) => nextDeadline(one)?.deadline.dueLegal ?? '',
  paused: (one) => (isPaused(one) ? words(LANG, 'complaintPage.yes') : ''),
  urgent: ({ state }) => state.urgent ?? '',
  handler: ({ state }) => state.handler?.name ?? '',
} as const satisfies Readonly<Record<string, (stored: StoredComplaint) => string>>;

type ColumnName = keyof typeof columns;

/** The cases as a table: of who filed, of what was told and of notes there is no column. */
export function boardTable(cases: readonly StoredComplaint[]): string[][] {
  const names = Object.keys(columns) as ColumnName[];
  return [
    names.map((name) => words(LANG, `complaintPage.column.${name}`)),
    ...cases.map((stored) => names.map((name) => columns[name](stored))),
  ];
}

export async function boardFile(table: string[][], format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv(table) : writeXlsx([{ name: '投诉举报', rows: table }]);
}
