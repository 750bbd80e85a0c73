import type { DeadlineRuleId } from '../law/deadlineRules.ts';
import type { ListingStatus } from './listingCase.ts';

export type Audience = 'supervisors' | 'approvers';

export interface DeadlineKindRow {
  readonly kind: string;
  readonly rule: DeadlineRuleId;
  readonly during: readonly ListingStatus[];
  readonly reminded: readonly Audience[];
  readonly escalated: readonly Audience[];
}

/** The dates that are counted day by day; the terms of years stand in `terms.ts`. */
export const deadlineKinds = [
  {
    // The agency's own period: the office is told when it may go on.
    kind: 'statement',
    rule: 'listing.statement',
    during: ['notified'],
    reminded: [],
    escalated: ['supervisors', 'approvers'],
  },
  {
    kind: 'decide',
    rule: 'listing.abnormal_decide',
    during: ['proposed', 'notified'],
    reminded: ['supervisors', 'approvers'],
    escalated: ['supervisors', 'approvers'],
  },
] as const satisfies readonly DeadlineKindRow[];

export type DeadlineKind = (typeof deadlineKinds)[number]['kind'];

export function deadlineKindRow(kind: DeadlineKind): DeadlineKindRow {
  const row: DeadlineKindRow | undefined = deadlineKinds.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no deadline of kind ${kind}`);
  return row;
}
