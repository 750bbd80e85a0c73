import { penaltyCatalogue } from '../../shared/law/penaltyCatalogue.ts';
import { cataloguePeriods } from '../../shared/publicity/publicCatalogue.ts';
import type { SiteFile } from '../../shared/publicity/siteFile.ts';
import { CATALOGUE_PAGE, cataloguePath } from './cataloguePaths.ts';
import { CatalogueIndexPage, CataloguePeriodPage } from './pages/cataloguePages.tsx';
import { bothLanguages } from './pages/sitePage.tsx';
import type { SiteSettings } from './siteModel.ts';

/**
 * The catalogue by its times. Pages know no clock: the reader finds today's among the times, and what is to come stands
 * beside it long before it does.
 */
export function cataloguePages(settings: SiteSettings): readonly SiteFile[] {
  const periods = cataloguePeriods(penaltyCatalogue);
  return [
    ...bothLanguages(settings, CATALOGUE_PAGE, <CatalogueIndexPage periods={periods} />),
    ...periods.flatMap((period) =>
      bothLanguages(settings, cataloguePath(period.from), <CataloguePeriodPage period={period} />),
    ),
  ];
}
