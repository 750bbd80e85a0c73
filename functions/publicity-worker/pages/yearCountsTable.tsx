import type { VNode } from 'preact';
import { originText, type VisitOrigin } from '../../../shared/draw/ceremony/visitOrigin.ts';
import { yearOfNumber } from '../../../shared/inspection/inspectionRows.ts';
import { visitCounts } from '../../../shared/publicity/publicDraw.ts';
import { DataTable } from '../../web/kit/components/dataTable.tsx';
import { usePage } from '../../web/kit/context.tsx';
import type { SiteModel } from '../siteModel.ts';
import { percent, say } from '../words.ts';

/** The inspections of the draws of one year by origin, which are never added up. */
export function YearCountsTable({ site, year }: { site: SiteModel; year: string }): VNode | null {
  const { lang } = usePage();
  const counts = site.inspections.years.find((one) => one.year === year);
  if (counts === undefined) return null;
  const rows = counts.origins.map((one) => ({ ...one, listed: listedVisits(site, year, one.origin) }));
  return (
    <>
      <DataTable
        caption={say(lang, 'site.results.year', { year })}
        rows={rows}
        rowKey={({ origin }) => origin}
        columns={[
          {
            key: 'origin',
            label: say(lang, 'site.results.origin'),
            rowHeader: true,
            cell: ({ origin }) => originText(lang, origin),
          },
          {
            key: 'listed',
            label: say(lang, 'site.results.drawnCount'),
            numeric: true,
            cell: ({ listed }) => listed,
          },
          {
            key: 'visited',
            label: say(lang, 'site.results.visited'),
            numeric: true,
            cell: ({ visited }) => visited,
          },
          {
            key: 'published',
            label: say(lang, 'site.results.published'),
            numeric: true,
            cell: ({ published }) => published,
          },
          {
            key: 'onTime',
            label: say(lang, 'site.results.onTime'),
            numeric: true,
            cell: ({ published, onTime }) => (published === 0 ? '' : shareText(onTime, published)),
          },
        ]}
      />
      <p class="govuk-body">{say(lang, 'site.results.countsNote')}</p>
    </>
  );
}

/** Visits of the year's published draws: those on which the public list sends somebody. */
function listedVisits(site: SiteModel, year: string, origin: VisitOrigin): number {
  return site.draws
    .filter(({ state }) => state.kind !== 'rehearsal' && yearOfNumber(state.number) === year)
    .reduce((sum, { visits }) => sum + visitCounts(visits)[origin], 0);
}

/** Rounded down to a tenth of a percent, so that only all are 100 %. */
function shareText(part: number, whole: number): string {
  return percent(Math.floor((part * 1000) / whole) * 1000);
}
