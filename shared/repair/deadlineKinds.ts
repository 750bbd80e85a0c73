import type { DeadlineRuleId } from '../law/deadlineRules.ts';
import type { RepairStatus } from './repairCase.ts';

export type Audience = 'supervisors' | 'approvers';

export interface DeadlineKindRow {
  readonly kind: string;
  readonly rule: DeadlineRuleId;
  /** Statuses in which the date counts. */
  readonly during: readonly RepairStatus[];
  readonly reminded: readonly Audience[];
  readonly escalated: readonly Audience[];
}

const both = ['supervisors', 'approvers'] as const satisfies readonly Audience[];

/** The dates of an application, in the order in which they are shown. */
export const deadlineKinds = [
  { kind: 'accept', rule: 'repair.accept', during: ['applied'], reminded: ['supervisors'], escalated: both },
  { kind: 'decide', rule: 'repair.decide', during: ['accepted'], reminded: both, escalated: both },
  {
    kind: 'decideAbnormal',
    rule: 'repair.decide_abnormal',
    during: ['accepted'],
    reminded: both,
    escalated: both,
  },
  { kind: 'apply', rule: 'repair.apply', during: ['granted', 'cancelled'], reminded: both, escalated: both },
  {
    kind: 'credit',
    rule: 'repair.credit_stop',
    during: ['carried-out'],
    reminded: ['supervisors'],
    escalated: both,
  },
] as const satisfies readonly DeadlineKindRow[];

export type DeadlineKind = (typeof deadlineKinds)[number]['kind'];

export function deadlineKindRow(kind: DeadlineKind): DeadlineKindRow {
  const row: DeadlineKindRow | undefined = deadlineKinds.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no deadline of kind ${kind}`);
  return row;
}
