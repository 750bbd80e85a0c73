import { calendarMessages } from '../calendar/messages.ts';
import { formMessages } from '../complaint/form/messages.ts';
import { complaintMessages } from '../complaint/messages.ts';
import { complaintReminderMessages, filerMailMessages } from '../complaint/papers/messages.ts';
import { personalDataMessages } from '../complaint/personalDataMessages.ts';
import { creditMessages } from '../credit/messages.ts';
import { ceremonyMessages } from '../draw/ceremony/messages.ts';
import { evidenceMessages } from '../evidence/messages.ts';
import { inspectionMessages } from '../inspection/messages.ts';
import { reminderMessages } from '../inspection/papers/messages.ts';
import { listingMessages } from '../listing/messages.ts';
import { listingReminderMessages } from '../listing/papers/messages.ts';
import { lawMessages } from '../penalty/lawMessages.ts';
import { penaltyMessages } from '../penalty/messages.ts';
import { penaltyReminderMessages } from '../penalty/papers/messages.ts';
import { cellMessages } from '../plan/cellText.ts';
import { planMessages } from '../plan/messages.ts';
import { registerCommandMessages } from '../register/commands/messages.ts';
import { registerMessages } from '../register/messages.ts';
import { repairMessages } from '../repair/messages.ts';
import { repairReminderMessages } from '../repair/papers/messages.ts';
import { riskMessages } from '../risk/messages.ts';
import { spreadsheetMessages } from '../spreadsheet/messages.ts';
import { targetedMessages } from '../targeted/messages.ts';
import { accessMessages } from './access.ts';
import { agencyFileMessages } from './agencyFile.ts';
import { calendarPageMessages } from './calendarPages.ts';
import { cataloguePageMessages } from './cataloguePages.ts';
import { checklistMessages } from './checklist.ts';
import { complaintActionMessages } from './complaintActions.ts';
import { complaintEntryMessages } from './complaintEntry.ts';
import { complaintPageMessages } from './complaintPages.ts';
import { complaintPaperMessages } from './complaintPapers.ts';
import { complaintTemplateMessages } from './complaintTemplates.ts';
import { creditPageMessages } from './creditPages.ts';
import { dossierMessages } from './dossier.ts';
import { dossierCommandMessages } from './dossierCommands.ts';
import { dossierPageMessages } from './dossierPages.ts';
import { drawMessages } from './draw.ts';
import { drawPageMessages } from './drawPages.ts';
import { erasurePageMessages } from './erasurePages.ts';
import { filingProofMessages } from './filingProof.ts';
import { followMessages } from './follow.ts';
import { followCaseMessages } from './followCase.ts';
import { identityPageMessages } from './identityPages.ts';
import { inspectionActionMessages } from './inspectionActions.ts';
import { inspectionCommandMessages } from './inspectionCommands.ts';
import { inspectionPageMessages } from './inspectionPages.ts';
import { inspectionPaperMessages } from './inspectionPapers.ts';
import { intakeMessages } from './intake.ts';
import { intakeFrameMessages } from './intakeFrame.ts';
import { kitMessages } from './kit.ts';
import { linkInspectionMessages } from './linkInspections.ts';
import { linkPenaltyMessages } from './linkPenalties.ts';
import { linkRectificationMessages } from './linkRectification.ts';
import { linkRepairMessages } from './linkRepairs.ts';
import { listingPageMessages } from './listingPages.ts';
import { createCatalogue } from './message.ts';
import { noticeMessages } from './notice.ts';
import { noticePageMessages } from './noticePages.ts';
import { officePageMessages } from './officePages.ts';
import { penaltyActionMessages } from './penaltyActions.ts';
import { penaltyCommandMessages } from './penaltyCommands.ts';
import { penaltyDossierMessages } from './penaltyDossier.ts';
import { penaltyDraftMessages } from './penaltyDraft.ts';
import { penaltyPageMessages } from './penaltyPages.ts';
import { penaltyPaperMessages } from './penaltyPapers.ts';
import { planPageMessages } from './planPages.ts';
import { publicCatalogueMessages } from './publicCatalogue.ts';
import { publicComplaintMessages } from './publicComplaints.ts';
import { publicityMessages } from './publicity.ts';
import { publicListingMessages } from './publicListings.ts';
import { publicPenaltyMessages } from './publicPenalties.ts';
import { publicPlanMessages } from './publicPlans.ts';
import { publicReceiptMessages } from './publicReceipts.ts';
import { publicRepairMessages } from './publicRepairs.ts';
import { publicReplacementMessages } from './publicReplacements.ts';
import { publicResultMessages } from './publicResults.ts';
import { receiptMessages } from './receipt.ts';
import { registerPageMessages } from './registerPages.ts';
import { repairPageMessages } from './repairPages.ts';
import { riskPageMessages } from './riskPages.ts';
import { statisticsMessages } from './statistics.ts';
import { targetedPageMessages } from './targetedPages.ts';
import { visitCheckMessages } from './visitCheck.ts';
import { visitPageMessages } from './visitPages.ts';

/**
 * Every text of the console. A domain adds its table here, one import and one argument.
 * A function with a tight bundle (the public intake) builds a smaller catalogue from the tables it shows.
 */
export const catalogue = createCatalogue(
  kitMessages,
  lawMessages,
  penaltyMessages,
  penaltyActionMessages,
  penaltyCommandMessages,
  penaltyDraftMessages,
  penaltyPageMessages,
  penaltyDossierMessages,
  penaltyReminderMessages,
  accessMessages,
  agencyFileMessages,
  calendarMessages,
  calendarPageMessages,
  cellMessages,
  cataloguePageMessages,
  checklistMessages,
  ceremonyMessages,
  complaintMessages,
  penaltyPaperMessages,
  complaintPaperMessages,
  complaintReminderMessages,
  formMessages,
  personalDataMessages,
  identityPageMessages,
  erasurePageMessages,
  complaintActionMessages,
  complaintEntryMessages,
  complaintPageMessages,
  complaintTemplateMessages,
  creditMessages,
  creditPageMessages,
  dossierMessages,
  dossierCommandMessages,
  dossierPageMessages,
  drawMessages,
  drawPageMessages,
  evidenceMessages,
  filingProofMessages,
  filerMailMessages,
  followMessages,
  followCaseMessages,
  inspectionMessages,
  listingMessages,
  listingReminderMessages,
  listingPageMessages,
  linkInspectionMessages,
  linkPenaltyMessages,
  linkRectificationMessages,
  inspectionPaperMessages,
  intakeFrameMessages,
  intakeMessages,
  inspectionActionMessages,
  inspectionCommandMessages,
  inspectionPageMessages,
  noticeMessages,
  planMessages,
  noticePageMessages,
  officePageMessages,
  planPageMessages,
  registerPageMessages,
  publicityMessages,
  publicCatalogueMessages,
  publicComplaintMessages,
  publicListingMessages,
  publicPenaltyMessages,
  publicPlanMessages,
  publicReceiptMessages,
  publicReplacementMessages,
  publicResultMessages,
  receiptMessages,
  registerMessages,
  reminderMessages,
  registerCommandMessages,
  riskMessages,
  riskPageMessages,
  repairMessages,
  repairReminderMessages,
  repairPageMessages,
  linkRepairMessages,
  publicRepairMessages,
  spreadsheetMessages,
  statisticsMessages,
  targetedMessages,
  targetedPageMessages,
  visitCheckMessages,
  visitPageMessages,
);

/** `text('zh', 'kit.save')`; an unknown code or a missing placeholder does not compile. */
export const text = catalogue.text;
