import type { ReceiptKey } from '../../shared/complaint/receiptKey.ts';
import type { RiskFormula } from '../../shared/law/riskFormula.ts';
import type { PublishedPlan } from '../../shared/plan/planCase.ts';
import type { PublicDraw } from '../../shared/publicity/publicDraw.ts';
import type { PublicInspections } from '../../shared/publicity/publicInspections.ts';
import type { PublicListings } from '../../shared/publicity/publicListings.ts';
import type { PublicPenalties } from '../../shared/publicity/publicPenalties.ts';
import type { PublicRepairFraud } from '../../shared/publicity/repairFrauds.ts';
import type { InspectionItem } from '../../shared/register/inspectionItem.ts';
import type { Edition } from '../../shared/statistics/editions.ts';
import type { PublicRiskCounts } from '../../shared/statistics/riskCounts.ts';
import type { AssetLinks } from '../web/kit/context.tsx';

/** Who publishes, and where. */
export interface SiteSettings {
  readonly office: { readonly zh: string; readonly en: string };
  /** Telephone of the office, for whoever says that a result is wrong. */
  readonly phone: string;
  /** Address of the site without a slash at the end. */
  readonly base: string;
  /** Address of the page on which an agency asks for the link to its own row. */
  readonly ownRowPage: string;
  /** Paths of the stylesheets and the script in the site, without a leading slash. */
  readonly assets: AssetLinks;
}

/** Everything that the pages over all draws are made from. */
export interface SiteModel {
  /** Draws and rehearsals. */
  readonly draws: readonly PublicDraw[];
  /** Every published version of every month. */
  readonly plans: readonly PublishedPlan[];
  /** Published and withdrawn versions of inspection items. */
  readonly items: readonly InspectionItem[];
  readonly inspections: PublicInspections;
  /** Who is on a list today, and what is left of entries that have ended. */
  readonly listings: PublicListings;
  readonly penalties: PublicPenalties;
  /** The keys of proofs of filing, the oldest first. */
  readonly receiptKeys: readonly ReceiptKey[];
  /** The newest numbers of complaints and reports of each year, newest first. */
  readonly editions: readonly Edition[];
  /** The formula in force in the latest month with a published plan, and the numbers of that month. */
  readonly risk: { readonly formula: RiskFormula; readonly counts: PublicRiskCounts | undefined };
  /** Refusals and cancellations of credit repair for fraud, newest first. */
  readonly repairFrauds: readonly PublicRepairFraud[];
}
