import type { VNode } from 'preact';
import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { dimensionLabel, dimensionTitle } from '../../../../shared/statistics/complaintDimensions.ts';
import type { Breakdown, ComplaintCounts, KindCounts } from '../../../../shared/statistics/complaints.ts';
import { BarChart } from '../../kit/components/barChart.tsx';
import { Select } from '../../kit/components/choiceFields.tsx';
import { type Column, DataTable } from '../../kit/components/dataTable.tsx';
import { Filters } from '../../kit/components/filters.tsx';
import { usePage } from '../../kit/context.tsx';
import { ConsolePage } from '../../kit/layouts/consolePage.tsx';
import { hrefWith } from '../../kit/links.ts';
import { monthText } from '../moment.ts';
import { KeptTable } from './keptTable.tsx';
import { months, type Period, quarters, yearsUntil } from './period.ts';
import { casesHref, STATISTICS_PATH } from './statisticsPaths.ts';
import { say } from './statisticsWords.ts';

export interface StatisticsPageProps {
  readonly period: Period;
  readonly counts: ComplaintCounts;
  /** Received in each month of the period. */
  readonly byMonth: readonly { readonly month: string; readonly count: number }[];
  /** Whether the person may see which cases a number counts. */
  readonly opens: boolean;
  readonly today: LocalDate;
}

/** Dimensions whose labels are short enough to stand beside a bar. */
const drawn: ReadonlySet<string> = new Set(['status', 'channel', 'district']);

/** Everything that is counted of complaints and reports received in a period. */
export function StatisticsPage(props: StatisticsPageProps): VNode {
  const { lang, query } = usePage();
  const { period, counts, byMonth } = props;
  return (
    <ConsolePage
      title={say(lang, 'statistics.title')}
      lead={say(lang, 'statistics.period', {
        from: monthText(lang, period.from),
        to: monthText(lang, period.to),
      })}
    >
      <p class="govuk-body">{say(lang, 'statistics.lead')}</p>
      <PeriodFilters today={props.today} />
      <p class="govuk-body">
        {say(lang, 'statistics.export')}
        <a class="govuk-link" href={hrefWith(`${STATISTICS_PATH}/export.xlsx`, query)}>
          Excel
        </a>{' '}
        <a class="govuk-link" href={hrefWith(`${STATISTICS_PATH}/export.csv`, query)}>
          CSV
        </a>
      </p>
      <Totals counts={counts} />
      {byMonth.length < 2 ? null : (
        <BarChart
          caption={say(lang, 'statistics.together', { what: say(lang, 'statistics.received') })}
          labelHead={say(lang, 'statistics.part')}
          valueHead={say(lang, 'statistics.count')}
          bars={byMonth.map(({ month, count }) => ({ label: monthText(lang, month), value: count }))}
        />
      )}
      <KeptTable lines={counts.kept} opens={props.opens} />
      {counts.breakdowns.map((breakdown) => (
        <BreakdownPart key={breakdown.dimension} breakdown={breakdown} opens={props.opens} />
      ))}
    </ConsolePage>
  );
}

function PeriodFilters({ today }: { today: LocalDate }): VNode {
  const { lang } = usePage();
  return (
    <Filters>
      <Select
        name="year"
        label={say(lang, 'statistics.year')}
        empty={false}
        choices={yearsUntil(today).map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="part"
        label={say(lang, 'statistics.part')}
        empty={say(lang, 'statistics.part.all')}
        choices={[
          ...quarters.map((value) => ({
            value,
            label: say(lang, 'statistics.part.quarter', { quarter: value.slice(1) }),
          })),
          ...months.map((value) => ({
            value,
            label: say(lang, 'statistics.part.month', { month: Number(value.slice(1)) }),
          })),
        ]}
      />
    </Filters>
  );
}

function Totals({ counts }: { counts: ComplaintCounts }): VNode {
  const { lang } = usePage();
  const rows = (['received', 'open', 'overdue'] as const).map((what) => ({ what, ...counts[what] }));
  return (
    <DataTable
      caption={say(lang, 'statistics.totals')}
      rows={rows}
      rowKey={({ what }) => what}
      columns={[
        {
          key: 'what',
          label: say(lang, 'statistics.what'),
          rowHeader: true,
          cell: ({ what }) => say(lang, `statistics.${what}`),
        },
        ...countColumns<KindCounts & { what: string }>(
          say(lang, 'statistics.complaints'),
          say(lang, 'statistics.reports'),
        ),
      ]}
    />
  );
}

function countColumns<Row extends KindCounts>(complaints: string, reports: string): readonly Column<Row>[] {
  return [
    { key: 'complaint', label: complaints, numeric: true, cell: ({ complaint }) => complaint },
    { key: 'report', label: reports, numeric: true, cell: ({ report }) => report },
  ];
}

function BreakdownPart({ breakdown, opens }: { breakdown: Breakdown; opens: boolean }): VNode {
  const { lang, query } = usePage();
  const { dimension } = breakdown;
  const title = dimensionTitle(dimension)[lang];
  const lines = breakdown.lines.filter(({ complaint, report }) => complaint + report > 0);
  const label = (code: string) => dimensionLabel(dimension, code)[lang];
  const number = (kind: 'complaint' | 'report'): Column<Breakdown['lines'][number]> => ({
    key: kind,
    label: say(lang, kind === 'complaint' ? 'statistics.complaints' : 'statistics.reports'),
    numeric: true,
    cell: (line) =>
      opens && line[kind] > 0 ? (
        <a class="govuk-link" href={casesHref(query, dimension, line.code, kind)}>
          {line[kind]}
          <span class="govuk-visually-hidden">
            {` ${label(line.code)} ${say(lang, kind === 'complaint' ? 'statistics.complaints' : 'statistics.reports')}`}
          </span>
        </a>
      ) : (
        line[kind]
      ),
  });
  return (
    <>
      {drawn.has(dimension) && lines.length > 1 ? (
        <BarChart
          caption={say(lang, 'statistics.together', { what: title })}
          labelHead={say(lang, 'statistics.what')}
          valueHead={say(lang, 'statistics.count')}
          bars={lines.map(({ code, complaint, report }) => ({
            label: label(code),
            value: complaint + report,
          }))}
        />
      ) : null}
      <DataTable
        caption={title}
        rows={lines}
        rowKey={({ code }) => code}
        empty={say(lang, 'statistics.none')}
        columns={[
          {
            key: 'what',
            label: say(lang, 'statistics.what'),
            rowHeader: true,
            cell: ({ code }) => label(code),
          },
          number('complaint'),
          number('report'),
        ]}
      />
      {dimension === 'conduct' ? <p class="govuk-body">{say(lang, 'statistics.several')}</p> : null}
    </>
  );
}
