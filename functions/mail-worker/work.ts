import { type FormDeps, type FormsReport, issueForms } from '../../shared/complaint/papers/issueForms.ts';
import {
  issuePapers,
  type PaperDeps,
  type PapersReport,
} from '../../shared/inspection/papers/issuePapers.ts';
import {
  issueListingPapers,
  type ListingPaperDeps,
  type ListingPapersReport,
} from '../../shared/listing/papers/issuePapers.ts';
import { type AnswerDeps, answerRequests } from '../../shared/notice/answerRequests.ts';
import type { DeliveryLimits, DeliveryReport } from '../../shared/notice/deliver.ts';
import { type DeliveryDeps, deliverNotices } from '../../shared/notice/deliverNotices.ts';
import {
  issuePenaltyPapers,
  type PenaltyPaperDeps,
  type PenaltyPapersReport,
} from '../../shared/penalty/papers/issuePapers.ts';
import { issueRepairPapers, type RepairPaperDeps } from '../../shared/repair/papers/issuePapers.ts';

export interface WorkDeps {
  readonly papers: PaperDeps;
  readonly forms: FormDeps;
  readonly penalties: PenaltyPaperDeps;
  readonly listings: ListingPaperDeps;
  readonly repairs: RepairPaperDeps;
  readonly answers: AnswerDeps;
  readonly delivery: DeliveryDeps;
}

export interface WorkReport {
  readonly papers: PapersReport;
  readonly forms: FormsReport;
  readonly penalties: PenaltyPapersReport;
  readonly listings: ListingPapersReport;
  readonly repairs: Awaited<ReturnType<typeof issueRepairPapers>>;
  readonly answered: Awaited<ReturnType<typeof answerRequests>>;
  readonly report: DeliveryReport;
}

/**
 * One run: writes the papers that inspections, complaints, reports, penalty cases, listings and applications
 * for credit repair have ordered, answers the requests for links, then sends what is due, what was just written included.
 *
 * @param log is told of the run before it fails
 * @throws at the end, when a paper could not be written: the operators hear of it, and everything else has been sent
 */
export async function work(
  deps: WorkDeps,
  limits: DeliveryLimits,
  log: (report: WorkReport) => void,
): Promise<DeliveryReport> {
  const papers = await issuePapers(deps.papers, limits.goOn);
  const forms = await issueForms(deps.forms, limits.goOn);
  const penalties = await issuePenaltyPapers(deps.penalties, limits.goOn);
  const listings = await issueListingPapers(deps.listings, limits.goOn);
  const repairs = await issueRepairPapers(deps.repairs, limits.goOn);
  const answered = await answerRequests(deps.answers);
  const report = await deliverNotices(deps.delivery, limits);
  log({ papers, forms, penalties, listings, repairs, answered, report });
  const failed = [
    ...papers.failed,
    ...forms.failed,
    ...penalties.failed,
    ...listings.failed,
    ...repairs.failed,
  ];
  if (failed.length > 0) throw new Error(`papers not written: ${failed.join('; ')}`);
  return report;
}
