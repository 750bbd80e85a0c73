import type { DeadlineRuleId } from '../law/deadlineRules.ts';
import type { ComplaintStatus } from './complaintCase.ts';

export type Audience = 'handler' | 'supervisors' | 'approvers' | 'filer';

export interface DeadlineKindRow {
  readonly kind: string;
  readonly rule: DeadlineRuleId;
  readonly during: readonly ComplaintStatus[];
  readonly reminded: readonly Audience[];
  readonly escalated: readonly Audience[];
}

/** The dates that the office owes, in the order in which they are shown. */
export const deadlineKinds = [
  {
    kind: 'accept',
    rule: 'complaint.accept',
    during: ['received'],
    reminded: ['handler', 'supervisors'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'mediate',
    rule: 'complaint.mediate',
    // What was accepted, handed over and has come back is received again, and its mediation has been running since.
    during: ['received', 'mediating'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'tellEnd',
    rule: 'complaint.tell_end',
    during: ['telling'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'breach',
    rule: 'complaint.check_breach',
    during: ['received', 'verifying'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'decide',
    rule: 'report.decide',
    during: ['received', 'verifying'],
    reminded: ['handler', 'supervisors'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'competence',
    rule: 'complaint.competence',
    during: ['received', 'mediating', 'verifying'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'tellReporter',
    rule: 'report.tell_reporter',
    during: ['telling'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
] as const satisfies readonly DeadlineKindRow[];

export type DeadlineKind = (typeof deadlineKinds)[number]['kind'];

export function deadlineKindRow(kind: DeadlineKind): DeadlineKindRow {
  const row: DeadlineKindRow | undefined = deadlineKinds.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no deadline of kind ${kind}`);
  return row;
}
