import type { VNode } from 'preact';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';
import { dayText } from '../moment.ts';
import { STATISTICS_PATH } from './statisticsPaths.ts';
import { say, sayCode } from './statisticsWords.ts';

/** The cases that one number counts. */
export function CasesPage({ title, cases }: { title: string; cases: readonly StoredComplaint[] }): VNode {
  const { lang, query } = usePage();
  const period = { year: firstValue(query, 'year'), part: firstValue(query, 'part') };
  return (
    <ConsolePage
      title={say(lang, 'statistics.cases', { what: title, count: cases.length })}
      back={{ href: hrefWith(STATISTICS_PATH, {}, period), label: say(lang, 'statistics.back') }}
    >
      <DataTable
        caption={title}
        captionHidden
        rows={cases}
        rowKey={({ state }) => state.id}
        empty={say(lang, 'statistics.none')}
        columns={[
          {
            key: 'number',
            label: say(lang, 'statistics.cases.number'),
            rowHeader: true,
            cell: ({ state }) => (
              <a class="govuk-link" href={`/complaints/${state.id}`}>
                {state.number ?? `${say(lang, 'statistics.cases.unnumbered')} ${state.id.slice(-6)}`}
              </a>
            ),
          },
          {
            key: 'received',
            label: say(lang, 'statistics.cases.received'),
            cell: ({ state }) => dayText(lang, state.received.on),
          },
          {
            key: 'status',
            label: say(lang, 'statistics.cases.status'),
            cell: ({ status }) => sayCode(lang, `complaint.status.${status}`),
          },
        ]}
      />
    </ConsolePage>
  );
}
