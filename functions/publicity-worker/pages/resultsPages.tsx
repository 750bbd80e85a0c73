import type { VNode } from 'preact';
import { originText } from '../../../shared/draw/ceremony/visitOrigin.ts';
import type { PublicResult } from '../../../shared/publicity/publicInspection.ts';
import { standingResults } from '../../../shared/publicity/publicInspections.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { AGENCY_RESULTS, resultMonthPath, resultPath } from '../resultPaths.ts';
import { resultsText } from '../resultWords.ts';
import type { SiteModel } from '../siteModel.ts';
import { dateText, monthText, say } from '../words.ts';
import { SitePage, useLink, usePageLink } from './sitePage.tsx';
import { YearCountsTable } from './yearCountsTable.tsx';

/** How many of the newest results the first page of the list shows; all are in the pages of their months. */
const NEWEST = 50;

/** The months in which something was published that stands, newest first. */
export function resultMonths(
  results: readonly PublicResult[],
): readonly { readonly month: string; readonly results: readonly PublicResult[] }[] {
  const months = new Map<string, PublicResult[]>();
  for (const result of results) {
    const month = result.publishedOn.slice(0, 7);
    const known = months.get(month);
    if (known === undefined) months.set(month, [result]);
    else known.push(result);
  }
  return [...months].map(([month, own]) => ({ month, results: own }));
}

/** All results: the numbers of each year, the newest, and the way to every month. */
export function ResultsPage({ site }: { site: SiteModel }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  const file = useLink();
  const results = standingResults(site.inspections);
  const months = resultMonths(results);
  return (
    <SitePage title={say(lang, 'site.results.title')} lead={say(lang, 'site.results.lead')} wide>
      <p class="govuk-body">
        <a class="govuk-link" href={page(AGENCY_RESULTS)}>
          {say(lang, 'site.results.byAgency')}
        </a>
      </p>
      {site.inspections.years.map(({ year }) => (
        <YearCountsTable key={year} site={site} year={year} />
      ))}
      <ResultTable caption={say(lang, 'site.results.newest')} results={results.slice(0, NEWEST)} />
      {months.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m">{say(lang, 'site.results.months')}</h2>
          <ul class="govuk-list">
            {months.map(({ month, results: own }) => (
              <li key={month}>
                <a class="govuk-link" href={page(resultMonthPath(month))}>
                  {monthText(lang, month)}
                </a>{' '}
                {say(lang, 'site.results.monthCount', countsOf(own))}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        {say(lang, 'site.results.tombstones')}
        {lang === 'zh' ? '：' : ': '}
        <a class="govuk-link" href={file('data/result-tombstones.csv')} download>
          result-tombstones.csv
        </a>
      </p>
    </SitePage>
  );
}

/** What was published in one month and stands. */
export function ResultMonthPage(props: { month: string; results: readonly PublicResult[] }): VNode {
  const { lang } = usePage();
  const { month, results } = props;
  const title = say(lang, 'site.results.month', { month: monthText(lang, month) });
  return (
    <SitePage
      title={title}
      lead={say(lang, 'site.results.monthCount', countsOf(results))}
      back="results/index.html"
      wide
    >
      <ResultTable caption={title} captionHidden results={results} />
    </SitePage>
  );
}

function countsOf(results: readonly PublicResult[]) {
  const of = (wanted: PublicResult['origin']) => results.filter(({ origin }) => origin === wanted).length;
  return { drawn: of('drawn'), mandatory: of('mandatory'), targeted: of('targeted') };
}

function ResultTable(props: {
  caption: string;
  captionHidden?: boolean;
  results: readonly PublicResult[];
}): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  return (
    <DataTable
      caption={props.caption}
      captionHidden={props.captionHidden === true}
      rows={props.results}
      rowKey={({ number }) => number}
      empty={say(lang, 'site.results.empty')}
      columns={[
        {
          key: 'number',
          label: say(lang, 'site.result.number'),
          rowHeader: true,
          cell: ({ number }) => (
            <a class="govuk-link" href={page(resultPath(number))}>
              {number}
            </a>
          ),
        },
        { key: 'agency', label: say(lang, 'site.result.agency'), cell: ({ agency }) => agency.name },
        {
          key: 'origin',
          label: say(lang, 'site.results.origin'),
          cell: ({ origin }) => originText(lang, origin),
        },
        {
          key: 'result',
          label: say(lang, 'site.result.result'),
          cell: ({ items }) =>
            resultsText(
              lang,
              items.flatMap((item) => item.results),
            ),
        },
        {
          key: 'on',
          label: say(lang, 'site.result.publishedOn'),
          cell: ({ publishedOn }) => dateText(lang, publishedOn),
        },
      ]}
    />
  );
}
