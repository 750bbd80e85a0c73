import type { CaseCommit, CaseHead, RowPut } from '../../case/caseStore.ts';
import type { Act } from '../../draw/ceremony/drawCase.ts';
import type { MailProgress } from '../../notice/notice.ts';
import type { KeyedDigest } from '../../notice/noticeCommit.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import type { QueuedPaper } from '../complaintRows.ts';

/** The mails to filers that wait to be sent. */
export const FILER_MAIL_QUEUE = 'Q#CPMAIL';
/** Mails that did not reach a filer: somebody of the desk tells them otherwise. */
export const FILER_MAIL_TASKS = 'LS#TASK#CPMAIL';
/** All mails to the filer of one case. */
export const filerMailsOf = (complaint: string) => `LS#CPMAIL#${complaint}`;

/** `told`: somebody has told the filer otherwise, after the mail failed or while it waited. */
export type FilerMailStatus = 'queued' | 'sent' | 'bounced' | 'told';

/**
 * A mail that says that there is news and nothing else. It holds no address: that is read from the vault at the moment
 * of sending and kept nowhere. Its id follows from the order, so that an order is mailed once.
 */
export interface FilerMail {
  readonly id: string;
  readonly kind: 'filer-mail';
  /** Id of the case without its prefix. */
  readonly complaint: string;
  readonly about: 'received' | 'form' | 'message';
  readonly lang: 'zh' | 'en';
  /** Official number of the case, if it had one when this was ordered. */
  readonly number?: string;
  readonly orderedAt: string;
  readonly mail: MailProgress;
  readonly told?: Act;
}

export function filerMailId(complaint: string, key: string): string {
  return `FM#${complaint}#${key}`;
}

/** The news of an order; undefined when there is nobody to write to. */
export function filerMailOf(
  { filer, number }: Pick<ComplaintCase, 'filer' | 'number'>,
  { complaint, key, order, at }: QueuedPaper,
  now: string,
): FilerMail | undefined {
  if (filer.mail === 'none' || filer.erased !== undefined) return undefined;
  if (order.type !== 'received' && order.type !== 'form' && order.type !== 'message') return undefined;
  return {
    id: filerMailId(complaint, key),
    kind: 'filer-mail',
    complaint,
    about: order.type,
    lang: filer.lang,
    ...(number === undefined ? {} : { number }),
    orderedAt: at,
    mail: { generation: 1, attempts: 0, nextAt: now },
  };
}

interface FilerMailStep {
  readonly before: CaseHead | undefined;
  readonly command: 'queue' | 'send' | 'defer' | 'fail' | 'mark-told';
  readonly status: FilerMailStatus;
  readonly at: string;
  readonly actor?: string;
  readonly ground?: string;
}

/** One step of the mail as a commit; a failure opens the task of the desk in the same transaction. */
export function filerMailCommit(
  { before, command, status, at, actor, ground }: FilerMailStep,
  mail: FilerMail,
  digest: KeyedDigest,
): CaseCommit<FilerMail> {
  const due = status === 'queued' ? mail.mail.nextAt : undefined;
  return {
    caseId: mail.id,
    before,
    status,
    state: mail,
    index: {
      glpk: filerMailsOf(mail.complaint),
      glsk: `${mail.orderedAt}#${mail.id}`,
      ...(due === undefined ? {} : { gqpk: FILER_MAIL_QUEUE, gqsk: due }),
    },
    audit: {
      kind: 'filer-mail',
      command,
      from: before?.status ?? '',
      to: status,
      ...(ground === undefined ? {} : { ground }),
      actor: actor ?? 'system',
      at,
      digests: { mail: digest(mail) },
    },
    rows: taskRow(mail, before?.status, status, at, ground),
  };
}

/** Somebody whose identity was erased, or who gave no address in the end, is waited for by nobody. */
const NO_TASK: ReadonlySet<string> = new Set(['identity-gone']);

function taskRow(
  { id, complaint, number }: FilerMail,
  from: string | undefined,
  to: FilerMailStatus,
  at: string,
  ground: string | undefined,
): readonly RowPut[] {
  const row = { pk: id, sk: 'TASK#TELL', type: 'task', complaint, number: number ?? complaint };
  if (to === 'bounced' && !NO_TASK.has(ground ?? ''))
    return [
      {
        row: { ...row, task: 'tell-filer', since: at, glpk: FILER_MAIL_TASKS, glsk: `${at}#${id}` },
        expect: 'any',
      },
    ];
  return from === 'bounced' ? [{ row: { ...row, closedAt: at }, expect: 'any' }] : [];
}
