import { writeCsv, writeXlsx } from '../../../../shared/spreadsheet/writeSpreadsheet.ts';
import { dimensionLabel, dimensionTitle } from '../../../../shared/statistics/complaintDimensions.ts';
import type { ComplaintCounts, KindCounts } from '../../../../shared/statistics/complaints.ts';
import type { Period } from './period.ts';
import { say, sayCode } from './statisticsWords.ts';

const zh = 'zh';

/** The counts of a period as one table; the headings are Chinese like those of all our files. */
export function statisticsTable(period: Period, counts: ComplaintCounts): string[][] {
  const line = (group: string, what: string, { complaint, report }: KindCounts) => [
    group,
    what,
    String(complaint),
    String(report),
  ];
  const total = say(zh, 'statistics.totals');
  return [
    [
      say(zh, 'statistics.title'),
      say(zh, 'statistics.what'),
      say(zh, 'statistics.complaints'),
      say(zh, 'statistics.reports'),
    ],
    [say(zh, 'statistics.part'), say(zh, 'statistics.period', period), '', ''],
    ...(['received', 'open', 'overdue'] as const).map((what) =>
      line(total, say(zh, `statistics.${what}`), counts[what]),
    ),
    ...counts.breakdowns.flatMap(({ dimension, lines }) =>
      lines.map((one) => line(dimensionTitle(dimension).zh, dimensionLabel(dimension, one.code).zh, one)),
    ),
    [],
    [
      say(zh, 'statistics.kept.deadline'),
      ...(['kept', 'late', 'running', 'overdue', 'median'] as const).map((what) =>
        say(zh, `statistics.kept.${what}`),
      ),
    ],
    ...counts.kept.map(({ deadline, kept, late, running, overdue, medianDays }) => [
      sayCode(zh, `complaint.deadline.${deadline}`),
      ...[kept, late, running, overdue].map(String),
      medianDays === undefined ? '' : String(medianDays),
    ]),
  ];
}

export async function statisticsFile(table: string[][], format: 'xlsx' | 'csv'): Promise<Uint8Array> {
  return format === 'csv' ? writeCsv(table) : writeXlsx([{ name: '投诉举报统计', rows: table }]);
}
