import { localDate } from '../../shared/calendar/localDate.ts';
import type { WorkingCalendar } from '../../shared/calendar/workingDays.ts';
import type { ReceiptKey } from '../../shared/complaint/receiptKey.ts';
import type { DrawCase, DrawStatus } from '../../shared/draw/ceremony/drawCase.ts';
import type { MonthLock } from '../../shared/draw/ceremony/ports.ts';
import type { HashSuite } from '../../shared/draw/hash.ts';
import type { Plan } from '../../shared/draw/plan.ts';
import type { AgencyRow } from '../../shared/draw/snapshot.ts';
import type { InspectionStatus } from '../../shared/inspection/inspectionCase.ts';
import { yearOfNumber } from '../../shared/inspection/inspectionRows.ts';
import type { StoredInspection } from '../../shared/inspection/ports.ts';
import { formulaAt, type RiskFormula } from '../../shared/law/riskFormula.ts';
import type { StoredListing } from '../../shared/listing/ports.ts';
import type { StoredPenalty } from '../../shared/penalty/ports.ts';
import type { PublishedPlan } from '../../shared/plan/planCase.ts';
import { type PublicDraw, publicVisits } from '../../shared/publicity/publicDraw.ts';
import {
  type InspectionFacts,
  inspectionFacts,
  itemsByRef,
} from '../../shared/publicity/publicInspection.ts';
import { type PublicInspections, publicInspections } from '../../shared/publicity/publicInspections.ts';
import { publicListings } from '../../shared/publicity/publicListings.ts';
import { publicPenalties } from '../../shared/publicity/publicPenalties.ts';
import type { PublicCases, SiteBuilder } from '../../shared/publicity/rebuild.ts';
import { publicRepairFrauds } from '../../shared/publicity/repairFrauds.ts';
import { contentTypes, jsonFile, type SiteFile } from '../../shared/publicity/siteFile.ts';
import type { Tombstone } from '../../shared/publicity/withdrawal.ts';
import type { InspectionItem } from '../../shared/register/inspectionItem.ts';
import type { StoredRepair } from '../../shared/repair/ports.ts';
import { type Edition, shownEditions } from '../../shared/statistics/editions.ts';
import type { PublicRiskCounts } from '../../shared/statistics/riskCounts.ts';
import { penaltyFiles } from './penaltyFiles.tsx';
import { needed, publishedFiles, readJson } from './publishedFiles.ts';
import { resultFiles } from './resultFiles.tsx';
import { drawFiles, siteFiles } from './siteFiles.tsx';
import type { SiteSettings } from './siteModel.ts';

/** Where the site reads what it publishes; nothing of it is written here. */
export interface SiteSources {
  numbers(): Promise<readonly string[]>;
  draw(number: string): Promise<{ readonly status: DrawStatus; readonly state: DrawCase } | undefined>;
  lock(month: string): Promise<MonthLock | undefined>;
  log(number: string): Promise<readonly unknown[]>;
  tombstone(number: string): Promise<Tombstone | undefined>;
  /** An object of the records bucket. */
  record(key: string): Promise<Uint8Array | undefined>;
  plans(): Promise<readonly PublishedPlan[]>;
  items(): Promise<readonly InspectionItem[]>;
  /** Inspections of the draws of a year. */
  inspections(year: string): Promise<readonly StoredInspection[]>;
  /** Open and ended entries of the lists of agencies. */
  listings(): Promise<readonly StoredListing[]>;
  /** Cases with a decision that is or was published. */
  penalties(): Promise<readonly StoredPenalty[]>;
  calendar(): Promise<WorkingCalendar>;
  /** The keys of proofs of filing, the oldest first. */
  receiptKeys(): Promise<readonly ReceiptKey[]>;
  /** The numbers of complaints and reports as they were published. */
  editions(): Promise<readonly Edition[]>;
  /** Numbers of agencies by class; `undefined` before the first plan. */
  riskCounts(): Promise<PublicRiskCounts | undefined>;
  /** Applications for credit repair with something published. */
  repairs(): Promise<readonly StoredRepair[]>;
}

export interface BuilderParts {
  readonly sources: SiteSources;
  readonly settings: SiteSettings;
  readonly suite: HashSuite;
  /** Files that are the same whatever is stored: styles, scripts, the page that checks proofs of filing. */
  readonly assets: readonly SiteFile[];
  readonly verifier?: SiteFile;
}

/** Builds the site from what is stored; a file that should be there and is not stops the build. */
export function siteBuilder(parts: BuilderParts): SiteBuilder {
  const { sources, settings, suite } = parts;
  return {
    numbers: () => sources.numbers(),
    cases: () => loadCases(sources),
    async draw(number, inspections) {
      const loaded = await loadDraw(parts, number);
      if (loaded === undefined) return [];
      const visits = inspections.draws.get(number)?.visits ?? [];
      return [...drawFiles(settings, suite, loaded.draw, visits), ...loaded.files];
    },
    results: (inspections) => resultFiles(settings, inspections),
    penalties: (penalties) => penaltyFiles(settings, penalties),
    async site(cases) {
      const numbers = await sources.numbers();
      const loaded = await Promise.all(numbers.map((number) => loadDraw(parts, number)));
      const draws = loaded.flatMap((one) => (one === undefined ? [] : [one.draw]));
      const [plans, items, receiptKeys, kept, counts, stored, repairs] = await Promise.all([
        sources.plans(),
        sources.items(),
        sources.receiptKeys(),
        sources.editions(),
        sources.riskCounts(),
        sources.listings(),
        sources.repairs(),
      ]);
      const listings = publicListings(stored);
      const repairFrauds = publicRepairFrauds(repairs);
      const editions = shownEditions(kept);
      const shown = items.filter(({ status }) => status !== 'draft');
      const fixed =
        parts.verifier === undefined
          ? { assets: parts.assets }
          : { assets: parts.assets, verifier: parts.verifier };
      const risk = { formula: riskFormulaOf(counts), counts };
      const site = {
        draws,
        plans,
        items: shown,
        ...cases,
        listings,
        receiptKeys,
        editions,
        risk,
        repairFrauds,
      };
      return siteFiles(settings, site, fixed);
    },
  };
}

/** The site has no clock: the newest version, or the one of the month that is counted. */
function riskFormulaOf(counts: PublicRiskCounts | undefined): RiskFormula {
  return formulaAt(counts === undefined ? LAST_DAY : localDate(`${counts.month}-01`));
}
const LAST_DAY = localDate('2199-12-31');
async function loadCases(sources: SiteSources): Promise<PublicCases> {
  const calendar = await sources.calendar();
  const inspections = await loadInspections(sources, calendar);
  const penalties = await sources.penalties();
  return {
    inspections,
    penalties: publicPenalties(
      penalties.map(({ state }) => state),
      calendar,
    ),
  };
}

/** Year by year, so that what is not public of a case is let go before the next year is read. */
async function loadInspections(sources: SiteSources, calendar: WorkingCalendar): Promise<PublicInspections> {
  const [numbers, items] = await Promise.all([sources.numbers(), sources.items()]);
  const known = itemsByRef(items);
  const facts: InspectionFacts[] = [];
  for (const year of new Set(numbers.map(yearOfNumber))) {
    for (const { state, status } of await sources.inspections(year)) {
      facts.push(inspectionFacts(state, status as InspectionStatus, known, calendar));
    }
  }
  return publicInspections(facts);
}

interface LoadedDraw {
  readonly draw: PublicDraw;
  /** The data files as they are copied into the site. */
  readonly files: readonly SiteFile[];
}

async function loadDraw({ sources, suite }: BuilderParts, number: string): Promise<LoadedDraw | undefined> {
  const stored = await sources.draw(number);
  if (stored === undefined) return undefined;
  const { status, state } = stored;
  const folder = `draws/${number}`;
  const [lock, log, sealed] = await Promise.all([
    state.kind === 'draw' ? sources.lock(state.task) : undefined,
    sources.log(number),
    sealedFiles(sources, state, folder),
  ]);
  const published = await publishedFiles(sources, stored, folder);
  const agencies = rowsOf(sealed.get('agency.jsonl'));
  const visits =
    published.result === undefined
      ? []
      : publicVisits(
          suite,
          published.result,
          published.replacements,
          agencies,
          published.rows,
          state.frozen?.blinded !== false,
        );
  const plan = sealed.get('plan.json');
  return {
    draw: {
      status,
      state,
      ...(lock?.draw === number ? { presses: lock.presses } : {}),
      ...(plan === undefined ? {} : { plan: readJson<Plan>(plan.bytes) }),
      agencies,
      ...(published.result === undefined ? {} : { result: published.result }),
      visits,
      replacements: published.replacements,
      opened: published.opened,
    },
    files: [...sealed.values(), jsonFile(`${folder}/log.json`, log), ...published.files],
  };
}

/** The plan, the checklists and the pools, from the moment they are sealed. */
async function sealedFiles(
  sources: SiteSources,
  { frozen }: DrawCase,
  folder: string,
): Promise<ReadonlyMap<string, SiteFile>> {
  if (frozen === undefined) return new Map();
  const wanted = [
    { name: 'plan.json', key: frozen.planFile, contentType: contentTypes.json },
    ...(frozen.checklist === undefined
      ? []
      : [{ name: 'checklist.json', key: frozen.checklist.file, contentType: contentTypes.json }]),
    ...(['agency', 'inspector', 'relation'] as const).map((pool) => ({
      name: `${pool}.jsonl`,
      key: frozen.pools[pool].file,
      contentType: contentTypes.jsonl,
    })),
  ];
  const files = await Promise.all(
    wanted.map(
      async ({ name, key, contentType }): Promise<[string, SiteFile]> => [
        name,
        { path: `${folder}/${name}`, contentType, bytes: await needed(sources, key) },
      ],
    ),
  );
  return new Map(files);
}

function rowsOf(file: SiteFile | undefined): readonly AgencyRow[] {
  if (file === undefined) return [];
  const lines = new TextDecoder()
    .decode(file.bytes)
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as AgencyRow);
}
