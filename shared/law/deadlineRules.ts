import { agencyDeadlines } from './agencyDeadlines.ts';
import type { DeadlineRow } from './deadlineRow.ts';
import { inspectionDeadlines } from './inspectionDeadlines.ts';
import { intakeDeadlines } from './intakeDeadlines.ts';
import type { LawTable } from './lawTable.ts';
import { listingTerms } from './listingTerms.ts';
import { penaltyDeadlines } from './penaltyDeadlines.ts';
import { publicityDeadlines } from './publicityDeadlines.ts';

/** Every statutory period the system counts, each version a row of its own. */
export const deadlineRules = [
  ...intakeDeadlines,
  ...penaltyDeadlines,
  ...publicityDeadlines,
  ...agencyDeadlines,
  ...inspectionDeadlines,
  ...listingTerms,
] as const satisfies LawTable<DeadlineRow>;

export type DeadlineRuleId = (typeof deadlineRules)[number]['rule'];
