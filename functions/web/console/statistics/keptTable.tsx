import type { VNode } from 'preact';
import { dateStandings, type KeptLine } from '../../../../shared/statistics/complaints.ts';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { keptHref } from './statisticsPaths.ts';
import { say, sayCode } from './statisticsWords.ts';

/** How the office kept each of its dates. */
export function KeptTable({ lines, opens }: { lines: readonly KeptLine[]; opens: boolean }): VNode {
  const { lang, query } = usePage();
  const counts = dateStandings.map(
    (what): Column<KeptLine> => ({
      key: what,
      label: say(lang, `statistics.kept.${what}`),
      numeric: true,
      cell: (line) =>
        opens && line[what] > 0 ? (
          <a class="govuk-link" href={keptHref(query, line.deadline, what)}>
            {line[what]}
            <span class="govuk-visually-hidden">
              {` ${sayCode(lang, `complaint.deadline.${line.deadline}`)} ${say(lang, `statistics.kept.${what}`)}`}
            </span>
          </a>
        ) : (
          line[what]
        ),
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
