import type { LocalDate } from '../calendar/localDate.ts';
import type { Paper } from './paper.ts';

/** `issued`: there is no mail to be sent; the paper is there to be served, shown or kept. */
export const noticeStatuses = ['issued', 'queued', 'sent', 'delivered', 'bounced', 'served'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/**
 * The kinds of notice with the titles of their papers. The first two are the draw's own (noticeKinds.ts); all of them
 * may be written in the course of an inspection (shared/inspection/papers).
 */
export const noticeTitles = {
  assignment: '检查任务分派通知',
  inspection: '行政检查通知书',
  'team-change': '检查人员变更告知书',
  'joint-team': '联合检查任务通知',
  joint: '联合检查告知书',
  recusal: '回避申请决定书',
  result: '检查结果告知书',
  rectification: '责令限期改正通知书',
  recheck: '复查结果告知书',
  correction: '更正申请处理结果告知书',
  cancelled: '检查取消告知书',
  'cancelled-team': '检查任务取消通知',
} as const;
export type NoticeKind = keyof typeof noticeTitles;
/** The kinds in the order in which they are offered for choice. */
export const noticeKindCodes = Object.keys(noticeTitles) as readonly NoticeKind[];

/**
 * What the mail is in law. `internal`: to the office's own people, nothing to serve. `electronic`: service by
 * mail, the recipient has signed for it (行政处罚法 art. 61). `courtesy`: a copy; the paper has to be served.
 * `paper`: nothing is mailed; the paper has to be served. `shown`: on the recipient's own page and nowhere else, because
 * nobody knows who they are.
 */
export type ServiceMode = 'internal' | 'electronic' | 'courtesy' | 'paper' | 'shown';

/** How a paper reached its recipient when not by mail (行政处罚法 art. 61; 民事诉讼法 arts. 88–95). */
export const serviceMethods = [
  { code: 'direct', zh: '直接送达', en: 'Handed over' },
  { code: 'left', zh: '留置送达', en: 'Left with a witness' },
  { code: 'post', zh: '邮寄送达', en: 'By post' },
  { code: 'entrusted', zh: '委托送达', en: 'Through another office' },
  { code: 'announced', zh: '公告送达', en: 'By announcement' },
  { code: 'told', zh: '当面或者电话告知', en: 'Told in person or by telephone' },
] as const;
export type ServiceMethod = (typeof serviceMethods)[number]['code'];

/** What a person may note with it: a closed list, so that no free text gets into the record. */
export const serviceNotes = [
  { code: 'signed', zh: '受送达人签收', en: 'Signed by the recipient' },
  { code: 'stamped', zh: '单位盖章签收', en: 'Stamped by the recipient' },
  { code: 'refused', zh: '拒收，有见证人', en: 'Refused, before a witness' },
  { code: 'post-receipt', zh: '有邮寄回执', en: 'Post receipt on file' },
  { code: 'told-noted', zh: '已作告知记录', en: 'Note of the talk on file' },
] as const;
export type ServiceNote = (typeof serviceNotes)[number]['code'];

/** Why the last attempt failed: a class and a code, never the server's text (it may repeat the address). */
export interface MailFailure {
  readonly class: 'temporary' | 'permanent';
  /** SMTP reply such as `450`, an error code such as `ETIMEDOUT`, or one of ours such as `outcome-unknown`. */
  readonly code: string;
  readonly at: string;
}

/** How far a mail has come. */
export interface MailProgress {
  /** Counts corrected addresses from 1; a new one makes a new message with a Message-ID of its own. */
  readonly generation: number;
  readonly attempts: number;
  /** Instant of the next attempt while queued. */
  readonly nextAt?: string;
  readonly sentAt?: string;
  /** An earlier attempt was cut off after it may have been accepted: the recipient can have it twice. */
  readonly maybeDuplicate?: true;
  readonly failure?: MailFailure;
}

export interface NoticeMail extends MailProgress {
  readonly address: string;
}

/** What every paper of the office has that is sent or served, whatever it is about. */
export interface ServedPaper {
  readonly id: string;
  readonly number: string;
  /** The serial inside the number. */
  readonly serial: number;
  readonly date: LocalDate;
  readonly recipient: { readonly id: string; readonly name: string };
  readonly service: ServiceMode;
  /** The signed confirmation of electronic service that `electronic` rests on. */
  readonly consent?: { readonly on: LocalDate; readonly address: string };
  /** The words of the paper as issued; it never changes. */
  readonly paper: Paper;
  readonly mail: NoticeMail;
  readonly receipt?: { readonly at: string; readonly by: string };
  readonly served?: {
    readonly on: LocalDate;
    readonly method: ServiceMethod;
    readonly note: ServiceNote;
    readonly by: string;
    readonly at: string;
  };
}

/**
 * A paper on a visit. Its id is `NT#<draw>#<kind>#<visit no>#<recipient>`, and `#<occasion>` when there is one: the same
 * for the same facts, so that nothing is notified twice.
 */
export interface Notice extends ServedPaper {
  readonly kind: NoticeKind;
  readonly draw: string;
  readonly visit: number;
  /** Number of the inspection that the paper was written in; absent for the draw's own notices. */
  readonly inspection?: string;
  readonly recipient: ServedPaper['recipient'] & {
    readonly type: 'inspector' | 'agency';
    /** Pseudonym in the draw's pool: what a link to the recipient's own row is made of. */
    readonly tid: string;
  };
}

/** @param occasion tells several papers of one kind to one recipient apart: the key under which they were ordered */
export function noticeId(
  draw: string,
  kind: NoticeKind,
  visit: number,
  recipient: string,
  occasion?: string,
): string {
  const id = `NT#${draw}#${kind}#${visit}#${recipient}`;
  return occasion === undefined ? id : `${id}#${occasion}`;
}
