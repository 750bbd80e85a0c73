import type { VNode } from 'preact';
import type { AgencyRecord } from '../../../shared/publicity/agencyRecords.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import { agencyYearText } from '../agencyResults.ts';
import { penaltyPath } from '../penaltyPaths.ts';
import { resultPath } from '../resultPaths.ts';
import { dateText, say } from '../words.ts';
import { LookupForm } from './lookupForm.tsx';
import { LISTINGS_PAGE, SitePage, usePageLink } from './sitePage.tsx';

/** Everything that is published of one agency: a look-up with script, the whole table without. */
export function AgencyResultsPage({ agencies }: { agencies: readonly AgencyRecord[] }): VNode {
  const { lang } = usePage();
  const page = usePageLink();
  return (
    <SitePage
      title={say(lang, 'site.agency.title')}
      lead={say(lang, 'site.agency.lead')}
      back="results/index.html"
      wide
    >
      <LookupForm folder="results" none={say(lang, 'site.agency.none')} />
      <p class="govuk-body">{say(lang, 'site.agency.note')}</p>
      <DataTable
        caption={say(lang, 'site.agency.table')}
        rows={agencies}
        rowKey={({ uscc }) => uscc}
        empty={say(lang, 'site.agency.none')}
        columns={[
          { key: 'code', label: say(lang, 'site.lookup.code'), rowHeader: true, cell: ({ uscc }) => uscc },
          { key: 'name', label: say(lang, 'site.agency.name'), cell: ({ name }) => name },
          {
            key: 'years',
            label: say(lang, 'site.agency.visitsColumn'),
            cell: ({ years }) =>
              years.map((one) => (
                <div key={one.year}>
                  {one.year} {agencyYearText(lang, one)}
                </div>
              )),
          },
          {
            key: 'results',
            label: say(lang, 'site.results.title'),
            cell: ({ results }) =>
              results.map(({ number }) => (
                <div key={number}>
                  <a class="govuk-link" href={page(resultPath(number))}>
                    {number}
                  </a>
                </div>
              )),
          },
          {
            key: 'listings',
            label: say(lang, 'site.nav.listings'),
            cell: ({ listings }) =>
              listings.map(({ list, number, since }) => (
                <div key={number}>
                  <a class="govuk-link" href={page(LISTINGS_PAGE)}>
                    {say(lang, `site.listings.${list}`)} {number}
                  </a>{' '}
                  {say(lang, 'site.agency.listedSince', { since: dateText(lang, since) })}
                </div>
              )),
          },
          {
            key: 'penalties',
            label: say(lang, 'site.agency.penalties'),
            cell: ({ penalties }) =>
              penalties.map(({ key, number }) => (
                <div key={key}>
                  <a class="govuk-link" href={page(penaltyPath(key))}>
                    {number}
                  </a>
                </div>
              )),
          },
        ]}
      />
    </SitePage>
  );
}
