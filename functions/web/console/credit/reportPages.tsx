import type { VNode } from 'preact';
import { type CreditReport, MOST_LINES } from '../../../../shared/credit/reconciling.ts';
import type { Lang } from '../../../../shared/messages/message.ts';
import { DataTable } from '../../kit/components/dataTable.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { dayText, momentText } from '../moment.ts';
import { CREDIT_PATH, ledgerPath, REPORTS_PATH, reportPath } from './creditPaths.ts';
import { say } from './creditWords.ts';

const kinds = ['missing-there', 'unknown-here', 'differing', 'late', 'equal', 'under-way'] as const;
const wrong = ['missing-there', 'unknown-here', 'differing', 'late'] as const;

function listText(lang: Lang, { list, agencies, outcome }: CreditReport): string {
  if (list === 'whole') return say(lang, 'creditPage.report.whole', { agencies });
  if (list === 'none') return say(lang, 'creditPage.report.none');
  return say(lang, 'creditPage.report.failed', {
    outcome: outcome === undefined ? '' : say(lang, `credit.outcome.${outcome}`),
  });
}

/** Every report that is kept, the newest first. */
export function ReportsPage({ reports }: { reports: readonly CreditReport[] }): VNode {
  const { lang } = usePage();
  return (
    <ConsolePage
      title={say(lang, 'creditPage.reports')}
      back={{ href: CREDIT_PATH, label: say(lang, 'creditPage.title') }}
    >
      <DataTable
        caption={say(lang, 'creditPage.reports')}
        captionHidden
        rows={reports}
        rowKey={({ day }) => day}
        empty={say(lang, 'creditPage.reports.none')}
        columns={[
          {
            key: 'day',
            label: say(lang, 'creditPage.report.day'),
            rowHeader: true,
            cell: ({ day }) => (
              <a class="govuk-link" href={reportPath(day)}>
                {dayText(lang, day)}
              </a>
            ),
          },
          ...kinds.map((kind) => ({
            key: kind,
            label: say(lang, `credit.difference.${kind}`),
            numeric: true,
            cell: ({ counts }: CreditReport) => counts[kind],
          })),
        ]}
      />
    </ConsolePage>
  );
}

/** One day's comparison of both sides. */
export function ReportPage({ report }: { report: CreditReport }): VNode {
  const { lang } = usePage();
  const differs = wrong.some((kind) => report.counts[kind] > 0);
  return (
    <ConsolePage
      title={say(lang, 'creditPage.report.title', { day: dayText(lang, report.day) })}
      lead={momentText(lang, report.at)}
      back={{ href: REPORTS_PATH, label: say(lang, 'creditPage.reports') }}
    >
      <p class="govuk-body">
        {listText(lang, report)}
        {report.list === 'whole' && !differs ? ` ${say(lang, 'creditPage.report.clean')}` : ''}
      </p>
      <DataTable
        caption={say(lang, 'creditPage.report.count')}
        rows={kinds}
        rowKey={(kind) => kind}
        columns={[
          {
            key: 'what',
            label: say(lang, 'creditPage.report.what'),
            rowHeader: true,
            cell: (kind) => say(lang, `credit.difference.${kind}`),
          },
          {
            key: 'count',
            label: say(lang, 'creditPage.report.count'),
            numeric: true,
            cell: (kind) => report.counts[kind],
          },
        ]}
      />
      {report.lines.length === 0 ? null : (
        <>
          <DataTable
            caption={say(lang, 'creditPage.report.lines')}
            rows={report.lines}
            rowKey={({ kind, key }) => `${kind} ${key}`}
            columns={[
              {
                key: 'kind',
                label: say(lang, 'creditPage.report.what'),
                cell: ({ kind }) => say(lang, `credit.difference.${kind}`),
              },
              {
                key: 'agency',
                label: say(lang, 'creditPage.agency'),
                rowHeader: true,
                cell: ({ uscc, agency }) => (
                  <a class="govuk-link" href={ledgerPath(uscc)}>
                    {agency}
                  </a>
                ),
              },
              { key: 'record', label: say(lang, 'creditPage.record'), cell: ({ key }) => <code>{key}</code> },
            ]}
          />
          <p class="govuk-body">{say(lang, 'creditPage.report.most', { most: MOST_LINES })}</p>
        </>
      )}
    </ConsolePage>
  );
}
