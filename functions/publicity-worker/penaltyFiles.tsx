import { startOfShanghaiDay } from '../../shared/calendar/localDate.ts';
import type { FeedEntry } from '../../shared/publicity/feed.ts';
import { type PublicPenalties, penaltyYears } from '../../shared/publicity/publicPenalties.ts';
import type { SiteFile } from '../../shared/publicity/siteFile.ts';
import { PenaltiesPage, PenaltyYearPage } from './pages/penaltiesPages.tsx';
import { PenaltyPage, PenaltyTombstonePage } from './pages/penaltyPage.tsx';
import { bothLanguages } from './pages/sitePage.tsx';
import { PENALTIES_PAGE, penaltyPath, penaltyYearPath } from './penaltyPaths.ts';
import type { SiteSettings } from './siteModel.ts';
import { say } from './words.ts';

/** The pages of the decisions, what is left of annulled ones, and their lists by year. */
export function penaltyFiles(settings: SiteSettings, all: PublicPenalties): readonly SiteFile[] {
  return [
    ...bothLanguages(settings, PENALTIES_PAGE, <PenaltiesPage all={all} />),
    ...penaltyYears(all).flatMap((year) =>
      bothLanguages(settings, penaltyYearPath(year), <PenaltyYearPage all={all} year={year} />),
    ),
    ...all.penalties.flatMap((penalty) =>
      bothLanguages(
        settings,
        penaltyPath(penalty.key),
        <PenaltyPage penalty={penalty} phone={settings.phone} />,
      ),
    ),
    ...all.tombstones.flatMap((tombstone) =>
      bothLanguages(settings, penaltyPath(tombstone.key), <PenaltyTombstonePage tombstone={tombstone} />),
    ),
  ];
}

/** What stands; what was taken down is no news. */
export function penaltyNews({ penalties }: PublicPenalties): readonly FeedEntry[] {
  return penalties.map(({ key, number, party, publishedOn }) => ({
    path: penaltyPath(key),
    title: say('zh', 'site.penalty.feed', { party: party.name, number }),
    at: startOfShanghaiDay(publishedOn),
  }));
}

/** Addresses of the pages of what stands, for search engines. */
export function penaltyPages(all: PublicPenalties): readonly string[] {
  return [
    PENALTIES_PAGE,
    ...penaltyYears(all).map(penaltyYearPath),
    ...all.penalties.map(({ key }) => penaltyPath(key)),
  ].flatMap((path) => [path, `en/${path}`]);
}
