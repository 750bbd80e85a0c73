import type { LocalDate } from '../calendar/localDate.ts';
import type { CaseCommit, CaseHead } from '../case/caseStore.ts';
import type { NoticeMail, NoticeStatus } from './notice.ts';
import { type KeyedDigest, MAIL_QUEUE } from './noticeCommit.ts';

/** Whom a mail about a date goes to: an agency or inspector by the signed link, or a person of the office. */
export interface ReminderRecipient {
  readonly type: 'agency' | 'inspector' | 'staff';
  readonly id: string;
  readonly name: string;
}

/**
 * A mail that says that a date of a case is near or has passed. It is no paper: no document number, nothing is served
 * by it, and nobody has to act when it bounces, because the console shows the same date.
 */
export interface Reminder {
  /** `RM#<case number>#<key of the order>#<type>:<recipient>`: one mail for each date and person. */
  readonly id: string;
  readonly kind: 'reminder';
  /** The draw whose pages the recipient's link opens; what the link of staff opens is the case. */
  readonly draw: string;
  /** Number of the case. */
  readonly about: string;
  /** The date that it speaks of: it is sent only while this still stands. */
  readonly of: { readonly type: 'reminder' | 'escalation'; readonly kind: string; readonly due: LocalDate };
  readonly date: LocalDate;
  readonly recipient: ReminderRecipient;
  readonly words: ReminderWords;
  readonly mail: NoticeMail;
}

/** The words of the mail, as they were when it was written. */
export interface ReminderWords {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What the link opens. */
  readonly action: string;
  readonly contact: string;
  readonly office: string;
  readonly english: string;
}

export function reminderId(about: string, key: string, recipient: ReminderRecipient): string {
  return `RM#${about}#${key}#${recipient.type}:${recipient.id}`;
}

/** One step of the mail as a commit: queued, sent, deferred or given up. */
export function reminderCommit(
  change: {
    readonly before: CaseHead | undefined;
    readonly command: 'queue' | 'send' | 'defer' | 'fail';
    readonly status: NoticeStatus;
    readonly reminder: Reminder;
    readonly at: string;
    /** Code of a closed list. */
    readonly ground?: string;
  },
  digest: KeyedDigest,
): CaseCommit<Reminder> {
  const { before, command, status, reminder, at, ground } = change;
  const due = status === 'queued' ? reminder.mail.nextAt : undefined;
  return {
    caseId: reminder.id,
    before,
    status,
    state: reminder,
    index: due === undefined ? {} : { gqpk: MAIL_QUEUE, gqsk: due },
    audit: {
      kind: 'reminder',
      command,
      from: before?.status ?? '',
      to: status,
      ...(ground === undefined ? {} : { ground }),
      actor: 'system',
      at,
      digests: { reminder: digest(reminder) },
    },
  };
}
