import type { DeadlineRuleId } from '../law/deadlineRules.ts';
import type { PenaltyStatus } from './penaltyCase.ts';

export type Audience = 'handler' | 'reviewers' | 'chair' | 'supervisors' | 'approvers' | 'party';

export interface DeadlineKindRow {
  readonly kind: string;
  readonly rule: DeadlineRuleId;
  /** Statuses in which the date counts. */
  readonly during: readonly PenaltyStatus[];
  readonly reminded: readonly Audience[];
  readonly escalated: readonly Audience[];
}

const untilDecided = [
  'investigating',
  'reviewing',
  'noticing',
  'defending',
  'hearing',
  'considering',
  'deciding',
] as const satisfies readonly PenaltyStatus[];

/** The dates of a penalty case, in the order in which they are shown. */
export const deadlineKinds = [
  {
    kind: 'file',
    rule: 'penalty.file',
    during: ['lead'],
    reminded: ['handler', 'supervisors'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'decide',
    rule: 'penalty.decide',
    during: untilDecided,
    reminded: ['handler', 'supervisors'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'review',
    rule: 'penalty.legal_review',
    during: ['reviewing'],
    reminded: ['reviewers'],
    escalated: ['reviewers', 'supervisors'],
  },
  { kind: 'defence', rule: 'penalty.defence', during: ['defending'], reminded: [], escalated: [] },
  {
    kind: 'chair',
    rule: 'hearing.chair',
    during: ['hearing'],
    reminded: ['approvers'],
    escalated: ['approvers', 'supervisors'],
  },
  {
    kind: 'fixHearing',
    rule: 'hearing.fix_date',
    during: ['hearing'],
    reminded: ['chair', 'handler'],
    escalated: ['chair', 'handler', 'supervisors'],
  },
  {
    kind: 'hearingNotice',
    rule: 'hearing.notice',
    during: ['hearing'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors'],
  },
  {
    kind: 'hearingReport',
    rule: 'hearing.report',
    during: ['hearing'],
    reminded: ['chair', 'handler'],
    escalated: ['chair', 'handler', 'supervisors'],
  },
  {
    kind: 'serve',
    rule: 'penalty.serve',
    during: ['serving'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'portal',
    rule: 'publicity.portal',
    during: ['serving', 'effective'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  {
    kind: 'gsxt',
    rule: 'publicity.gsxt',
    during: ['serving', 'effective'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
  { kind: 'pay', rule: 'penalty.pay', during: ['performing'], reminded: ['party'], escalated: ['handler'] },
  {
    kind: 'close',
    rule: 'penalty.close',
    during: ['performing'],
    reminded: ['handler'],
    escalated: ['handler', 'supervisors'],
  },
  {
    kind: 'withdraw',
    rule: 'publicity.withdraw',
    during: ['serving', 'effective', 'performing', 'closed'],
    reminded: ['handler', 'approvers'],
    escalated: ['handler', 'supervisors', 'approvers'],
  },
] as const satisfies readonly DeadlineKindRow[];

export type DeadlineKind = (typeof deadlineKinds)[number]['kind'];

export function deadlineKindRow(kind: DeadlineKind): DeadlineKindRow {
  const row: DeadlineKindRow | undefined = deadlineKinds.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no deadline of kind ${kind}`);
  return row;
}
