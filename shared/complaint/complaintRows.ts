import { monthOf } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';
import { type ComplaintCase, type ComplaintStatus, endStatuses } from './complaintCase.ts';
import type { Audience } from './deadlineKinds.ts';
import { nextLook } from './deadlines.ts';
import { orderWorkers } from './papers/paperRecipients.ts';
import { erasableOn } from './retention.ts';

/** Keys of the rows of complaints and reports in the core table; no other file spells them. */

export const COMPLAINT_PREFIX = 'CP#';
export const complaintCaseId = (id: string) => `${COMPLAINT_PREFIX}${id}`;
/** Cases that nobody has taken up yet, by the instant at which time does something to them next. */
export const RECEIVED_QUEUE = 'Q#CP';
/** Cases that have been taken up, in a queue of their own: a flood of new ones does not slow down their workflow. */
export const WORKED_QUEUE = 'Q#CPWORK';
/** Cases that need an execution: accepted complaints and reports under verification. */
export const workedStatuses: ReadonlySet<ComplaintStatus> = new Set([
  'mediating',
  'verifying',
  'decided',
  'telling',
]);
const queueOf = (status: ComplaintStatus) => (workedStatuses.has(status) ? WORKED_QUEUE : RECEIVED_QUEUE);
/** Papers and mails of the office to be written. */
export const PAPER_QUEUE = 'Q#CPPAPER';
/**
 * Mails to filers: a queue of its own, because only a worker that may read the vault knows their addresses, and a flood
 * of filings must not hold up what the office writes.
 */
export const FILER_QUEUE = 'Q#CPFILER';
/** Files that still lie in the quarantine. */
export const FILE_QUEUE = 'Q#CPFILE';
/** Ended cases of which something is kept, by the first day on which their own period lets it be erased. */
export const ERASURE_QUEUE = 'Q#CPERASE';
/** Wishes to see an identity that wait for a second person. */
export const REVEAL_QUEUE = 'Q#CPREVEAL';
/** Ended cases with messages that nobody of the office has read: they stand in no other queue of the desk. */
export const UNREAD_QUEUE = 'Q#CPUNREAD';
/** Requests for a new receipt, by people who have lost theirs. */
export const LOST_QUEUE = 'Q#CPLOST';
const FAR = '9999-12-31T00:00:00Z';

/** All cases of a month of receipt. */
export const listOfMonth = (month: string) => `LS#CP#${month}`;
export const handlerKey = (userId: string) => `US#${userId}#CP`;
export const agencyList = (uscc: string) => `LS#CP#AG#${uscc}`;
export const samenessList = (sameness: string) => `LS#CP#SAME#${sameness}`;
export const numberSequence = (kind: ComplaintCase['kind'], year: number) => `complaint-${kind}-${year}`;

/** Attributes that put the case into its lists and, while time can do something to it, into its queue. */
export function complaintIndex(
  complaint: ComplaintCase,
  status: ComplaintStatus,
  at: string,
): Readonly<Record<string, string>> {
  const list = { glpk: listOfMonth(monthOf(complaint.received.on)), glsk: complaint.id };
  const handled =
    complaint.handler === undefined ? {} : { gapk: handlerKey(complaint.handler.userId), gask: complaint.id };
  if (!endStatuses.has(status))
    return { ...list, ...handled, gqpk: queueOf(status), gqsk: nextLook(complaint, status, at) ?? FAR };
  const erasable = erasableOn(complaint);
  return { ...list, ...handled, ...(erasable === undefined ? {} : { gqpk: ERASURE_QUEUE, gqsk: erasable }) };
}

/** Rows with which the case is found by its agency and by what it is about; written when it is received. */
export function finderRows({ id, matter, sameness }: ComplaintCase): readonly RowPut[] {
  const row = (sk: string, list: string): RowPut => ({
    row: { pk: complaintCaseId(id), sk, glpk: list, glsk: id },
    expect: 'any',
  });
  const { uscc } = matter.agency;
  return [
    ...(uscc === undefined ? [] : [row('AGENCY', agencyList(uscc))]),
    row('SAMENESS', samenessList(sameness)),
  ];
}

export const MESSAGE_PREFIX = 'MSG#';

/** One message of the two-way channel between the office and somebody who holds the receipt. */
export interface FilerMessage {
  readonly no: number;
  readonly from: 'filer' | 'office';
  /** Who of the office wrote it; `''` for the filer. Never shown to the filer. */
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

export function messageRow(id: string, message: FilerMessage): RowPut {
  const sk = `${MESSAGE_PREFIX}${String(message.no).padStart(6, '0')}`;
  return { row: { pk: complaintCaseId(id), sk, message }, expect: 'absent' };
}

/** Queue row of one wish to see the identity; `waits` until a second person has decided. */
export function revealRow(id: string, no: number, asked: string, waits: boolean): RowPut {
  return {
    row: {
      pk: complaintCaseId(id),
      sk: `REVEAL#${String(no).padStart(4, '0')}`,
      ...(waits ? { gqpk: REVEAL_QUEUE, gqsk: asked } : {}),
    },
    expect: 'any',
  };
}

/** Queue row of an ended case whose filer has written what nobody of the office has read. */
export function unreadRow(id: string, at: string, waits: boolean): RowPut {
  return {
    row: { pk: complaintCaseId(id), sk: 'UNREAD', ...(waits ? { gqpk: UNREAD_QUEUE, gqsk: at } : {}) },
    expect: 'any',
  };
}

/** What is to be written to somebody. */
export type PaperOrder =
  /** One of the official forms, issued by an act of the office; the id tells two of the same kind apart. */
  | { readonly type: 'form'; readonly form: FormKind; readonly id: string }
  /** A message of the office waits for the filer. */
  | { readonly type: 'message'; readonly no: number }
  /** The receipt of the filing, for whoever gave a mail address. */
  | { readonly type: 'received' }
  | {
      readonly type: 'reminder' | 'escalation';
      readonly kind: string;
      readonly due: string;
      readonly audience: readonly Audience[];
    };

/** The official forms of 2026-04 (regulation 3.30). */
export const formKinds = [
  'complaint-register',
  'report-register',
  'forwarding',
  'identity-request',
  'acceptance',
  'refusal',
  'mediation-invitation',
  'mediation-end',
  'mediation-agreement',
  'report-result',
] as const;
export type FormKind = (typeof formKinds)[number];

export interface QueuedPaper {
  readonly complaint: string;
  /** Tells two orders apart; the same key is the same paper. */
  readonly key: string;
  readonly order: PaperOrder;
  readonly at: string;
}

function orderQueue({ type }: PaperOrder): string {
  return orderWorkers[type] === 'filer-mail-worker' ? FILER_QUEUE : PAPER_QUEUE;
}

/** Outbox: a paper or mail of this case is to be written. The same key again changes nothing that was sent. */
export function paperRow(complaint: string, key: string, order: PaperOrder, at: string): RowPut {
  return {
    row: {
      pk: `OB#CPPAPER#${complaint}#${key}`,
      sk: 'META',
      paper: { complaint, key, order, at },
      gqpk: orderQueue(order),
      gqsk: at,
    },
    expect: 'any',
  };
}

export const fileKey = (complaint: string) => `OB#CPFILE#${complaint}`;

/** Outbox: files of the case still lie in the quarantine. */
export function fileRow(complaint: string, at: string): RowPut {
  return {
    row: { pk: fileKey(complaint), sk: 'META', gqpk: FILE_QUEUE, gqsk: at },
    expect: 'any',
  };
}

export const receiptKey = (hash: string) => ({ pk: `RC#${hash}`, sk: 'META' });
/** Beside each case: which receipt opens it, so that a new one can take its place. */
export const receiptOfCaseKey = (id: string) => ({ pk: complaintCaseId(id), sk: 'RECEIPT' });

/**
 * The receipt of a filing: opens its cases, and those that are split from them later, to whoever holds the code. Only
 * a keyed hash of the code is kept.
 */
export function receiptRows(hash: string, cases: readonly string[]): readonly RowPut[] {
  return [
    { row: { ...receiptKey(hash), cases }, expect: 'absent' },
    ...cases.map((id): RowPut => ({ row: { ...receiptOfCaseKey(id), hash }, expect: 'any' })),
  ];
}

/** A receipt whose place another has taken: it opens nothing, and is forgotten. */
export function replacedReceiptRow(hash: string, at: string): RowPut {
  const ttl = Date.parse(at) / 1000 + REPLACED_SECONDS;
  return { row: { ...receiptKey(hash), cases: [], ttl }, expect: 'any' };
}
const REPLACED_SECONDS = 30 * 86_400;

/** Keys of the vault table. */
export const identityKey = (id: string) => ({ pk: complaintCaseId(id), sk: 'IDENTITY' });
export const addressPartition = (digest: string) => `EM#${digest}`;
/** One row for each case that was filed under a mail address: the address itself is in the identity alone. */
export const addressKey = (digest: string, id: string) => ({ pk: addressPartition(digest), sk: id });
/** The core row says that a request waits; what was asked for stands encrypted in the vault under the same key. */
export const lostKey = (request: string) => ({ pk: `OB#CPLOST#${request}`, sk: 'META' });
