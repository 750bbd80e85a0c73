import { type LocalDate, monthOf } from '../../shared/calendar/localDate.ts';
import { cellsOf } from '../../shared/plan/cells.ts';
import type { MonthPlan } from '../../shared/plan/monthPlan.ts';
import { type AgencyOdds, agencyOdds } from '../../shared/plan/odds.ts';
import type { Agency } from '../../shared/register/agency.ts';
import { riskClassIn } from '../../shared/register/riskClassIn.ts';
import type { RiskClass } from '../../shared/register/vocabulary.ts';
import { assessmentOf } from '../../shared/risk/assessing.ts';
import type { RiskLedger } from '../../shared/risk/ledger.ts';
import { ownLines, type ReadLine } from '../../shared/risk/ownLedger.ts';

/** Where an agency's own page about its class reads. */
export interface OwnRiskSources {
  agency(uscc: string): Promise<Agency | undefined>;
  agencies(): Promise<readonly Agency[]>;
  ledger(uscc: string): Promise<RiskLedger | undefined>;
  /** The latest month with a published plan. */
  lastPublished(): Promise<string | undefined>;
  plan(month: string): Promise<MonthPlan | undefined>;
  /** Whether the lists of the month's draw are sealed. */
  frozen(month: string): Promise<boolean>;
}

/** What an agency may see of its class. */
export interface OwnRisk {
  /** The class that counts this month. */
  readonly class: RiskClass;
  /** The one that takes its place, when it is known. */
  readonly next?: { readonly class: RiskClass; readonly from: string };
  readonly creditGrade?: string;
  /**
   * How its points come about today; absent while nothing is known of the agency. The day of the last assessment is
   * not told: it may be the day on which a report was confirmed.
   */
  readonly points?: { readonly score: number; readonly lines: readonly ReadLine[] };
  /** Odds in the next plan, once it is published and until its lists are sealed. `undefined` odds: in no pool. */
  readonly plan?: { readonly month: string; readonly odds: AgencyOdds | undefined };
}

/** Undefined when the agency is in no register any more. */
export async function ownRisk(
  sources: OwnRiskSources,
  uscc: string,
  today: LocalDate,
): Promise<OwnRisk | undefined> {
  const [agency, ledger, plan] = await Promise.all([
    sources.agency(uscc),
    sources.ledger(uscc),
    nextOdds(sources, uscc, monthOf(today)),
  ]);
  if (agency === undefined) return undefined;
  const month = monthOf(today);
  const { nextRisk, creditGrade } = agency;
  return {
    class: riskClassIn(agency, month),
    ...(nextRisk !== undefined && nextRisk.from > month ? { next: nextRisk } : {}),
    ...(creditGrade === undefined ? {} : { creditGrade }),
    ...ownPoints(ledger, today),
    ...(plan === undefined ? {} : { plan }),
  };
}

function ownPoints(ledger: RiskLedger | undefined, today: LocalDate): Pick<OwnRisk, 'points'> {
  if (ledger === undefined) return {};
  return { points: { score: assessmentOf(ledger, today).score, lines: ownLines(ledger, today) } };
}

async function nextOdds(sources: OwnRiskSources, uscc: string, month: string): Promise<OwnRisk['plan']> {
  const published = await sources.lastPublished();
  // What is sealed is told with the draw itself.
  if (published === undefined || published < month || (await sources.frozen(published))) return undefined;
  const plan = await sources.plan(published);
  const cells = plan === undefined ? undefined : cellsOf(await sources.agencies(), plan);
  if (plan === undefined || cells === undefined || !cells.ok) return undefined;
  return { month: published, odds: agencyOdds(cells.value, plan).get(uscc) };
}
