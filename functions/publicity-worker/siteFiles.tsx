import { publishedReceiptKeys, RECEIPT_KEYS_PATH } from '../../shared/complaint/receiptKey.ts';
import { recordVersions } from '../../shared/draw/ceremony/drawCase.ts';
import { standings } from '../../shared/draw/explain.ts';
import type { HashSuite } from '../../shared/draw/hash.ts';
import { penaltyCatalogue } from '../../shared/law/penaltyCatalogue.ts';
import { allPersonalProofs } from '../../shared/publicity/allProofs.ts';
import { atomFeed, robotsAndSitemap } from '../../shared/publicity/feed.ts';
import { type LookupRow, lookupFiles } from '../../shared/publicity/lookup.ts';
import { complaintLines } from '../../shared/publicity/openComplaints.ts';
import { openDataFiles } from '../../shared/publicity/openData.ts';
import { listingLines } from '../../shared/publicity/openListings.ts';
import { penaltyLines } from '../../shared/publicity/openPenalties.ts';
import { resultLines } from '../../shared/publicity/openResults.ts';
import { catalogueFile } from '../../shared/publicity/publicCatalogue.ts';
import type { PublicDraw } from '../../shared/publicity/publicDraw.ts';
import {
  resultTombstones,
  type StandingVisit,
  standingResults,
} from '../../shared/publicity/publicInspections.ts';
import { jsonFile, type SiteFile, textFile } from '../../shared/publicity/siteFile.ts';
import { cataloguePages } from './cataloguePages.tsx';
import { lookUpInPage } from './lookupScript.ts';
import { AgenciesPage } from './pages/agenciesPage.tsx';
import { ComplaintsPage } from './pages/complaintsPage.tsx';
import { DataPage } from './pages/dataPage.tsx';
import { DrawPage } from './pages/drawPage.tsx';
import { DrawsPage } from './pages/drawsPage.tsx';
import { currentPlans, HomePage } from './pages/homePage.tsx';
import { HowPage } from './pages/howPage.tsx';
import { ListingsPage } from './pages/listingsPage.tsx';
import { MissingPage } from './pages/missingPage.tsx';
import { PlanPage, PlansPage } from './pages/planPages.tsx';
import { ReceiptsPage } from './pages/receiptsPage.tsx';
import { RepairsPage } from './pages/repairsPage.tsx';
import { RiskPage } from './pages/riskPage.tsx';
import {
  anywherePages,
  bothLanguages,
  COMPLAINTS_PAGE,
  LISTINGS_PAGE,
  REPAIRS_PAGE,
  RISK_PAGE,
} from './pages/sitePage.tsx';
import { VerifyPage } from './pages/verifyPage.tsx';
import { penaltyNews, penaltyPages } from './penaltyFiles.tsx';
import { resultLists, resultNews, resultPages } from './resultFiles.tsx';
import type { SiteModel, SiteSettings } from './siteModel.ts';
import { monthText, say, sayCode } from './words.ts';

/** The pages of one draw; its data files are copied beside them. */
export function drawFiles(
  settings: SiteSettings,
  suite: HashSuite,
  draw: PublicDraw,
  standings: readonly StandingVisit[],
): readonly SiteFile[] {
  const folder = `draws/${draw.state.number}`;
  const page = bothLanguages(
    settings,
    `${folder}/index.html`,
    <DrawPage draw={draw} standings={standings} ownRowPage={settings.ownRowPage} />,
  );
  if (draw.state.frozen === undefined || draw.state.frozen.blinded) return page;
  const rows = lookupRows(suite, draw);
  return [
    ...page,
    ...bothLanguages(settings, `${folder}/agencies.html`, <AgenciesPage draw={draw} rows={rows} />),
    ...lookupFiles(folder, rows),
  ];
}

/** What every agency of an open pool finds under its code. */
function lookupRows(suite: HashSuite, draw: PublicDraw): readonly LookupRow[] {
  const { plan, result, agencies } = draw;
  if (plan === undefined) return [];
  const rates = new Map(plan.cells.map(({ cell, ppm }) => [cell, ppm]));
  const sizes = new Map<string, number>();
  for (const { cell } of agencies) sizes.set(cell, (sizes.get(cell) ?? 0) + 1);
  const proofs = result && allPersonalProofs(suite, plan, agencies, result.seed, result.u);
  const standing = result && standings(result);
  const drawn = new Set(result?.cells.flatMap((cell) => cell.drawn));
  return agencies.map(({ tid, cell }) => ({
    code: tid,
    cell,
    agencies: sizes.get(cell) ?? 0,
    ppm: rates.get(cell) ?? 0,
    drawn: result === undefined ? null : drawn.has(tid),
    standing: standing?.(tid) ?? null,
    proof: proofs?.get(tid) ?? null,
  }));
}

/** Everything that is made from all lists: start page, plans, lists, explanation, data, feed, styles. */
export function siteFiles(
  settings: SiteSettings,
  site: SiteModel,
  fixed: { readonly assets: readonly SiteFile[]; readonly verifier?: SiteFile },
): readonly SiteFile[] {
  const results = resultLists(settings, site);
  const pages = [
    ...bothLanguages(settings, 'index.html', <HomePage site={site} ownRowPage={settings.ownRowPage} />),
    ...bothLanguages(settings, 'plans/index.html', <PlansPage site={site} />),
    ...currentPlans(site.plans).flatMap((plan) =>
      bothLanguages(
        settings,
        `plans/${plan.month}.html`,
        <PlanPage
          plan={plan}
          items={site.items}
          ownRowPage={settings.ownRowPage}
          draws={site.draws.filter(({ state }) => state.task === plan.month && state.kind === 'draw')}
        />,
      ),
    ),
    ...bothLanguages(settings, 'draws/index.html', <DrawsPage site={site} />),
    ...results.pages,
    ...bothLanguages(
      settings,
      LISTINGS_PAGE,
      <ListingsPage listings={site.listings} office={settings.office} />,
    ),
    ...bothLanguages(settings, 'how.html', <HowPage />),
    ...bothLanguages(settings, RISK_PAGE, <RiskPage {...site.risk} />),
    ...bothLanguages(settings, 'verify.html', <VerifyPage verifier={fixed.verifier !== undefined} />),
    ...bothLanguages(settings, 'receipts.html', <ReceiptsPage keys={site.receiptKeys} />),
    ...bothLanguages(settings, COMPLAINTS_PAGE, <ComplaintsPage editions={site.editions} />),
    ...cataloguePages(settings),
    ...bothLanguages(settings, REPAIRS_PAGE, <RepairsPage frauds={site.repairFrauds} />),
    ...bothLanguages(settings, 'data/index.html', <DataPage />),
  ];
  const drawPages = site.draws.flatMap(({ state }) =>
    ['', 'en/'].map((prefix) => `${prefix}draws/${state.number}/index.html`),
  );
  return [
    ...pages,
    ...anywherePages(settings, '404.html', <MissingPage home={`${settings.base}/index.html`} />),
    ...results.rows,
    ...openData(settings, site),
    feed(settings, site),
    ...robotsAndSitemap(settings.base, [
      ...pages.map(({ path }) => path),
      ...drawPages,
      ...resultPages(site),
      ...penaltyPages(site.penalties),
    ]),
    catalogueFile(penaltyCatalogue),
    jsonFile(RECEIPT_KEYS_PATH, publishedReceiptKeys(site.receiptKeys)),
    ...fixed.assets,
    textFile('assets/lookup.js', 'js', `(${lookUpInPage.toString()})();\n`),
    ...(fixed.verifier === undefined ? [] : [fixed.verifier]),
  ];
}

function openData(settings: SiteSettings, site: SiteModel): readonly SiteFile[] {
  const { draws, plans, items, inspections, penalties } = site;
  const months = new Map(draws.map(({ state }) => [state.number, state.task]));
  const results = resultLines(
    standingResults(inspections),
    plans,
    (draw) => months.get(draw) ?? '',
    settings.office.zh,
  );
  const complaints = complaintLines(site.editions);
  return openDataFiles({
    draws,
    plans,
    items,
    results,
    tombstones: resultTombstones(inspections),
    complaints,
    listings: listingLines(site.listings, settings.office.zh),
    listingTombstones: site.listings.tombstones,
    penalties: penaltyLines(penalties.penalties, settings.office.zh),
    penaltyTombstones: penalties.tombstones,
  });
}

function feed(settings: SiteSettings, site: SiteModel): SiteFile {
  const plans = site.plans.map(({ month, version, plan, published }) => ({
    path: `plans/${month}.html`,
    title: `${plan.title}（第 ${version} 版）`,
    at: published.at,
  }));
  // Rehearsals are not news.
  const draws = site.draws.flatMap(({ state }) => {
    if (state.kind === 'rehearsal') return [];
    const path = `draws/${state.number}/index.html`;
    const subject =
      state.kind === 'targeted'
        ? say('zh', 'site.draw.targetedTitle', { number: state.number })
        : `${monthText('zh', state.task)}抽签 ${state.number}`;
    const [first, ...replaced] = recordVersions(state);
    return [
      ...[
        { status: 'planned', at: state.opened.at },
        { status: 'objection', at: state.frozen?.at },
        { status: 'revealing', at: state.committedAt },
        { status: 'published', at: first?.at },
        { status: 'voided', at: state.voided?.confirmed.at },
      ].flatMap(({ status, at }) =>
        at === undefined
          ? []
          : [{ path, title: `${subject}：${sayCode('zh', `site.status.${status}`)}`, at }],
      ),
      ...replaced.map(({ at }, i) => ({
        path,
        title: `${subject}：${say('zh', 'site.step.replaced', { e: i + 1 })}`,
        at,
      })),
    ];
  });
  return atomFeed(settings.base, settings.office.zh, [
    ...plans,
    ...draws,
    ...resultNews(site),
    ...penaltyNews(site.penalties),
  ]);
}
