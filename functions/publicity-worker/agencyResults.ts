import { originText } from '../../shared/draw/ceremony/visitOrigin.ts';
import { listingGroundRow } from '../../shared/law/listingGrounds.ts';
import type { Lang } from '../../shared/messages/message.ts';
import type { AgencyRecord } from '../../shared/publicity/agencyRecords.ts';
import { type AgencyVisits, type AgencyYear, isCounted } from '../../shared/publicity/agencyVisits.ts';
import type { PublicResult } from '../../shared/publicity/publicInspection.ts';
import { shardOf } from '../../shared/publicity/shard.ts';
import { jsonFile, relativeLink, type SiteFile } from '../../shared/publicity/siteFile.ts';
import { LISTINGS_PAGE } from './pages/sitePage.tsx';
import { penaltyPath } from './penaltyPaths.ts';
import { AGENCY_RESULTS, resultPath } from './resultPaths.ts';
import { resultsText } from './resultWords.ts';
import { dateText, say } from './words.ts';

/** A line of an answer as the look-up script shows it. */
interface Line {
  readonly term: string;
  readonly text: string;
  /** From the page of the look-up, which stands at the same place in both languages. */
  readonly href?: string;
}

/** The shards of the look-up of what is published, each agency with its lines in both languages. */
export function agencyResultFiles(agencies: readonly AgencyRecord[]): readonly SiteFile[] {
  const shards = new Map<string, Record<string, unknown>>();
  for (const agency of agencies) {
    const name = shardOf(agency.uscc);
    const lines = { zh: linesOf('zh', agency), en: linesOf('en', agency) };
    shards.set(name, { ...shards.get(name), [agency.uscc]: { lines } });
  }
  return [...shards]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, shard]) => jsonFile(`results/rows/${name}.json`, shard));
}

function linesOf(lang: Lang, agency: AgencyRecord): readonly Line[] {
  const nth = nthVisits(agency);
  const comma = lang === 'zh' ? '，' : ', ';
  return [
    { term: say(lang, 'site.agency.name'), text: agency.name },
    ...agency.years.map((one) => ({
      term: say(lang, 'site.agency.visits', { year: one.year }),
      text: agencyYearText(lang, one),
    })),
    ...agency.results.map((result) => ({
      term: result.number,
      text: [
        originText(lang, result.origin),
        dateText(lang, result.inspectedOn),
        nthText(lang, agency, result, nth.get(result.number)),
        resultsText(
          lang,
          result.items.flatMap(({ results }) => results),
        ),
      ].join(comma),
      href: relativeLink(AGENCY_RESULTS, resultPath(result.number)),
    })),
    ...agency.listings.map(({ list, number, ground, since, until }) => ({
      term: `${say(lang, `site.listings.${list}`)} ${number}`,
      text: [
        listingGroundRow(ground)[lang],
        say(lang, 'site.agency.listedSince', { since: dateText(lang, since) }),
        ...(until === undefined
          ? []
          : [say(lang, 'site.agency.listedUntil', { until: dateText(lang, until) })]),
      ].join(comma),
      href: relativeLink(AGENCY_RESULTS, LISTINGS_PAGE),
    })),
    ...agency.penalties.map(({ key, number, content, until }) => ({
      term: say(lang, 'site.agency.penalty', { number }),
      text: say(lang, 'site.agency.penaltyText', { content, until: dateText(lang, until) }),
      href: relativeLink(AGENCY_RESULTS, penaltyPath(key)),
    })),
  ];
}

/** Which visit of its year each is, of those that count. */
function nthVisits({ results }: AgencyVisits): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const nth = new Map<string, number>();
  const byDay = [...results].sort((a, b) =>
    a.inspectedOn === b.inspectedOn ? (a.number < b.number ? -1 : 1) : a.inspectedOn < b.inspectedOn ? -1 : 1,
  );
  for (const result of byDay.filter(isCounted)) {
    const year = result.inspectedOn.slice(0, 4);
    const n = (counts.get(year) ?? 0) + 1;
    counts.set(year, n);
    nth.set(result.number, n);
  }
  return nth;
}

function nthText(lang: Lang, agency: AgencyVisits, result: PublicResult, n: number | undefined): string {
  if (n === undefined) return say(lang, 'site.agency.notCounted');
  const year = result.inspectedOn.slice(0, 4);
  const cap = agency.years.find((one) => one.year === year)?.cap;
  return cap === undefined
    ? say(lang, 'site.agency.nthUncapped', { year, n })
    : say(lang, 'site.agency.nth', { year, n, cap });
}

/** `1 次，上限 2 次`, and apart from it how many were targeted. */
export function agencyYearText(lang: Lang, { counted: n, targeted, cap }: AgencyYear): string {
  const counted =
    cap === undefined
      ? say(lang, 'site.agency.uncapped', { n })
      : say(lang, 'site.agency.counted', { n, cap });
  if (targeted === 0) return counted;
  return `${counted}${lang === 'zh' ? '；' : '; '}${say(lang, 'site.agency.targeted', { n: targeted })}`;
}
