import type { CaseCommit, StoredCase } from '../case/caseStore.ts';
import type { CasePaper } from './casePaper.ts';
import { noticeMail } from './mailMessage.ts';
import type { MailMessage } from './mailPort.ts';
import type { Notice, NoticeMail, NoticeStatus } from './notice.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';
import { type OwnRowLink, ownRowLinkCommit } from './ownRowLink.ts';
import { ownRowMail } from './ownRowMail.ts';
import { type Reminder, reminderCommit } from './reminder.ts';
import { reminderMail } from './reminderMail.ts';

/** Whose mail carries a link; a paper on a case when it is for the party of the case. */
export type Linked = Notice | OwnRowLink | Reminder | CasePaper;
/** Everything that goes out through the queue of mails: papers, links that were asked for, and reminders. */
export type Mailed = Linked;

/** Where mails lead. */
export interface LinksOfMails {
  /** The recipient's signed link, or for staff the page of the case. */
  readonly linkFor: (linked: Exclude<Linked, CasePaper>) => string;
  /** The signed link to the pages of a paper's recipient; undefined when there are none. */
  readonly pagesOf: (paper: CasePaper) => string | undefined;
}

/** Its mail with the recipient's link, or undefined when its address is not a single plain one. */
export function messageOf(
  state: Mailed,
  { linkFor, pagesOf }: LinksOfMails,
  mailDomain: string,
): MailMessage | undefined {
  switch (state.kind) {
    case 'own-row':
      return ownRowMail(state, linkFor(state), mailDomain);
    case 'reminder':
      return reminderMail(state, linkFor(state), mailDomain);
    // Who has no pages of their own has the paper in the mail as it is.
    case 'case-paper':
      return noticeMail(state, pagesOf(state), mailDomain);
    default:
      return noticeMail(state, linkFor(state), mailDomain);
  }
}

/** Why nothing is left to be sent, as a code; undefined while it is to be sent. */
export async function ended(
  state: Mailed,
  now: string,
  stands: (reminder: Reminder) => Promise<boolean>,
): Promise<string | undefined> {
  if (state.kind === 'own-row') return state.opensUntil <= now ? 'link-ended' : undefined;
  if (state.kind === 'reminder') return (await stands(state)) ? undefined : 'date-settled';
  return undefined;
}

/** What became of an attempt, as the commit of what was mailed. */
export function attemptCommit(
  before: StoredCase<Mailed>,
  mail: NoticeMail,
  step: {
    readonly command: 'send' | 'defer' | 'fail';
    readonly status: NoticeStatus;
    readonly at: string;
    readonly ground?: string;
  },
  digest: KeyedDigest,
): CaseCommit<Mailed> {
  const { state } = before;
  switch (state.kind) {
    case 'own-row':
      return ownRowLinkCommit({ ...step, before, link: { ...state, mail } }, digest);
    case 'reminder':
      return reminderCommit({ ...step, before, reminder: { ...state, mail } }, digest);
    case 'case-paper':
      return noticeCommit(
        { ...step, before: { ...before, state }, notice: { ...state, mail }, actor: 'system' },
        digest,
      );
    default:
      return noticeCommit(
        { ...step, before: { ...before, state }, notice: { ...state, mail }, actor: 'system' },
        digest,
      );
  }
}
