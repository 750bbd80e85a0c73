import type { DeadlineRuleId } from '../law/deadlineRules.ts';
import type { InspectionStatus } from './inspectionCase.ts';

/** Who is told of a date of a case. */
export type Audience = 'team' | 'leader' | 'agency' | 'supervisors' | 'approvers';

export interface DeadlineKindRow {
  readonly kind: string;
  readonly rule: DeadlineRuleId;
  /** The date is looked at while the case is in one of these. */
  readonly during: readonly InspectionStatus[];
  /** Told on the working day before. */
  readonly reminded: readonly Audience[];
  /** Told when the day has passed. */
  readonly escalated: readonly Audience[];
}

/** The dates of a case, in the order in which they are shown. */
export const deadlineKinds = [
  {
    kind: 'visit',
    rule: 'inspection.visit',
    during: ['staffing', 'notified'],
    reminded: ['team'],
    escalated: ['team', 'supervisors', 'approvers'],
  },
  {
    kind: 'recusal',
    rule: 'inspection.recusal',
    during: ['staffing', 'notified', 'visited', 'returned'],
    reminded: ['approvers'],
    escalated: ['approvers', 'supervisors'],
  },
  {
    kind: 'review',
    rule: 'inspection.review',
    during: ['visited'],
    reminded: ['supervisors'],
    escalated: ['supervisors', 'approvers'],
  },
  {
    kind: 'correct',
    rule: 'inspection.correct',
    during: ['returned'],
    reminded: ['leader'],
    escalated: ['team', 'supervisors'],
  },
  {
    kind: 'publicity',
    rule: 'publicity.inspection',
    during: ['visited', 'returned', 'reviewed'],
    reminded: ['supervisors', 'leader'],
    escalated: ['supervisors', 'approvers'],
  },
  {
    kind: 'rectify',
    rule: 'inspection.rectify',
    during: ['rectifying'],
    reminded: ['agency'],
    escalated: ['supervisors', 'leader'],
  },
  {
    kind: 'recheck',
    rule: 'inspection.recheck',
    during: ['rechecking'],
    reminded: ['team'],
    escalated: ['team', 'supervisors'],
  },
  {
    kind: 'correction',
    rule: 'publicity.correct_inspection',
    during: ['rectifying', 'rechecking', 'closed'],
    reminded: ['supervisors'],
    escalated: ['supervisors', 'approvers'],
  },
] as const satisfies readonly DeadlineKindRow[];

export type DeadlineKind = (typeof deadlineKinds)[number]['kind'];

export function deadlineKindRow(kind: DeadlineKind): DeadlineKindRow {
  const row: DeadlineKindRow | undefined = deadlineKinds.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no deadline of kind ${kind}`);
  return row;
}
