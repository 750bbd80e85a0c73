import type { CaseCommit, CaseHead } from '../case/caseStore.ts';
import type { NoticeMail, NoticeStatus } from './notice.ts';
import { type KeyedDigest, MAIL_QUEUE } from './noticeCommit.ts';

/** A mail that is no paper: nothing is served by it. */
export interface PlainMail {
  readonly id: string;
  readonly mail: NoticeMail;
}

export interface MailStep {
  readonly before: CaseHead | undefined;
  readonly command: 'queue' | 'send' | 'defer' | 'fail';
  readonly status: NoticeStatus;
  readonly at: string;
  /** Code of a closed list. */
  readonly ground?: string;
}

/**
 * One step of a plain mail as a commit: queued, sent, deferred or given up.
 *
 * @param audit what the entry calls the mail, and the name of its digest there
 */
export function mailCommit<Mail extends PlainMail>(
  audit: { readonly kind: string; readonly digest: string },
  { before, command, status, at, ground }: MailStep,
  mail: Mail,
  digest: KeyedDigest,
): CaseCommit<Mail> {
  const due = status === 'queued' ? mail.mail.nextAt : undefined;
  return {
    caseId: mail.id,
    before,
    status,
    state: mail,
    index: due === undefined ? {} : { gqpk: MAIL_QUEUE, gqsk: due },
    audit: {
      kind: audit.kind,
      command,
      from: before?.status ?? '',
      to: status,
      ...(ground === undefined ? {} : { ground }),
      actor: 'system',
      at,
      digests: { [audit.digest]: digest(mail) },
    },
  };
}
