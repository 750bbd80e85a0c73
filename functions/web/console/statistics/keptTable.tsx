import type { VNode } from 'preact';
import type { KeptLine } from '../../../../shared/statistics/complaints.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { say, sayCode } from './statisticsWords.ts';

/** How the office kept each of its dates. */
export function KeptTable({ lines }: { lines: readonly KeptLine[] }): VNode {
  const { lang } = usePage();
  const counts = (['kept', 'late', 'running', 'overdue'] as const).map(
    (what): Column<KeptLine> => ({
      key: what,
      label: say(lang, `statistics.kept.${what}`),
      numeric: true,
      cell: (line) => line[what],
    }),
  );
  return (
    <>
      <DataTable
        caption={say(lang, 'statistics.kept')}
        rows={lines}
        rowKey={({ deadline }) => deadline}
        columns={[
          {
            key: 'deadline',
            label: say(lang, 'statistics.kept.deadline'),
            rowHeader: true,
            cell: ({ deadline }) => sayCode(lang, `complaint.deadline.${deadline}`),
          },
          ...counts,
          {
            key: 'median',
            label: say(lang, 'statistics.kept.median'),
            numeric: true,
            cell: ({ medianDays }) => medianDays ?? '',
          },
        ]}
      />
      <p class="govuk-body">{say(lang, 'statistics.kept.note')}</p>
    </>
  );
}
