import type { LocalDate } from '../calendar/localDate.ts';
import type { CaseCommit } from '../case/caseStore.ts';
import { type MailStep, mailCommit } from './mailCommit.ts';
import type { NoticeMail } from './notice.ts';
import type { KeyedDigest } from './noticeCommit.ts';

/** Whom a mail about a date goes to: an agency, an inspector or the party of a case by a signed link, or a person of the office. */
export interface ReminderRecipient {
  readonly type: 'agency' | 'inspector' | 'party' | 'staff';
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
  /** The draw whose pages the recipient's link opens; what the link of staff opens is the case. Absent when nobody is told by the link of a draw. */
  readonly draw?: string;
  /** Number of an inspection, or the id of another case with its prefix. */
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

/** One step of the mail as a commit. */
export function reminderCommit(
  { reminder, ...step }: MailStep & { readonly reminder: Reminder },
  digest: KeyedDigest,
): CaseCommit<Reminder> {
  return mailCommit({ kind: 'reminder', digest: 'reminder' }, step, reminder, digest);
}
