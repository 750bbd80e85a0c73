import type { CaseCommit, StoredCase } from '../case/caseStore.ts';
import { noticeMail } from './mailMessage.ts';
import type { MailMessage } from './mailPort.ts';
import type { Notice, NoticeMail, NoticeStatus } from './notice.ts';
import { type KeyedDigest, noticeCommit } from './noticeCommit.ts';
import { type OwnRowLink, ownRowLinkCommit } from './ownRowLink.ts';
import { ownRowMail } from './ownRowMail.ts';

/** Everything that goes out through the queue of mails: notices with their papers, and links that were asked for. */
export type Mailed = Notice | OwnRowLink;

/** Its mail with the recipient's signed link, or undefined when its address is not a single plain one. */
export function messageOf(state: Mailed, link: string, mailDomain: string): MailMessage | undefined {
  return state.kind === 'own-row' ? ownRowMail(state, link, mailDomain) : noticeMail(state, link, mailDomain);
}

/** Whether the link that the mail would carry has ended: nothing is left to be sent then. */
export function linkEnded(state: Mailed, now: string): boolean {
  return state.kind === 'own-row' && state.opensUntil <= now;
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
  return state.kind === 'own-row'
    ? ownRowLinkCommit({ ...step, before, link: { ...state, mail } }, digest)
    : noticeCommit(
        { ...step, before: { ...before, state }, notice: { ...state, mail }, actor: 'system' },
        digest,
      );
}
