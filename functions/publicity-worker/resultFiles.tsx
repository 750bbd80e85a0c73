import { agencyRecords } from '../../shared/publicity/agencyRecords.ts';
import type { FeedEntry } from '../../shared/publicity/feed.ts';
import { type DrawInspections, standingResults } from '../../shared/publicity/publicInspections.ts';
import type { SiteFile } from '../../shared/publicity/siteFile.ts';
import { agencyResultFiles } from './agencyResults.ts';
import { AgencyResultsPage } from './pages/agencyResultsPage.tsx';
import { ResultPage, TombstonePage } from './pages/resultPage.tsx';
import { ResultMonthPage, ResultsPage, resultMonths } from './pages/resultsPages.tsx';
import { bothLanguages } from './pages/sitePage.tsx';
import { AGENCY_RESULTS, replacedPath, resultMonthPath, resultPath } from './resultPaths.ts';
import type { SiteModel, SiteSettings } from './siteModel.ts';
import { say } from './words.ts';

/** The pages of one draw's results, and what is left of those that were taken down or replaced. */
export function resultFiles(settings: SiteSettings, inspections: DrawInspections): readonly SiteFile[] {
  const { results, tombstones } = inspections;
  const standing = new Set(results.map(({ number }) => number));
  const newest = new Map(tombstones.map(({ number, version }) => [number, version]));
  return [
    ...results.flatMap((result) =>
      bothLanguages(
        settings,
        resultPath(result.number),
        <ResultPage
          result={result}
          replaced={tombstones.filter(({ number }) => number === result.number)}
          phone={settings.phone}
        />,
      ),
    ),
    ...tombstones.flatMap((tombstone) => {
      const { number, version } = tombstone;
      const last = !standing.has(number) && newest.get(number) === version;
      const path = last ? resultPath(number) : replacedPath(number, version);
      return bothLanguages(settings, path, <TombstonePage tombstone={tombstone} />);
    }),
  ];
}

/** The lists of results, and the look-up by agency. */
export function resultLists(
  settings: SiteSettings,
  site: SiteModel,
): { readonly pages: readonly SiteFile[]; readonly rows: readonly SiteFile[] } {
  const results = standingResults(site.inspections);
  const agencies = agencyRecords(results, site.plans, site.penalties, site.listings);
  return {
    pages: [
      ...bothLanguages(settings, 'results/index.html', <ResultsPage site={site} />),
      ...resultMonths(results).flatMap(({ month, results: own }) =>
        bothLanguages(settings, resultMonthPath(month), <ResultMonthPage month={month} results={own} />),
      ),
      ...bothLanguages(settings, AGENCY_RESULTS, <AgencyResultsPage agencies={agencies} />),
    ],
    rows: agencyResultFiles(agencies),
  };
}

/** What was published and stands; a correction is news of its own, a result that was taken down is none. */
export function resultNews({ inspections }: Pick<SiteModel, 'inspections'>): readonly FeedEntry[] {
  return standingResults(inspections).map(({ number, version, agency, at }) => ({
    path: resultPath(number),
    title:
      version === 1
        ? say('zh', 'site.result.feed', { agency: agency.name, number })
        : say('zh', 'site.result.feedCorrected', { agency: agency.name, number, version }),
    at,
  }));
}

/** Addresses of the pages of results that stand, for search engines. */
export function resultPages({ inspections }: Pick<SiteModel, 'inspections'>): readonly string[] {
  return standingResults(inspections).flatMap(({ number }) => [
    resultPath(number),
    `en/${resultPath(number)}`,
  ]);
}
