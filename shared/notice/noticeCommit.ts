import type { AuditFacts } from '../audit/entry.ts';
import type { CaseCommit, StoredCase } from '../case/caseStore.ts';
import { type CasePaper, papersOfCase } from './casePaper.ts';
import type { Notice, NoticeStatus } from './notice.ts';
import { openTask, taskRows } from './noticeTask.ts';
import type { NoticeCommand } from './noticeTransitions.ts';

/** Keyed digest of a value: what the audit chain holds in place of it. */
export type KeyedDigest = (value: unknown) => string;

/** The queue of mails to be sent. */
export const MAIL_QUEUE = 'Q#MAIL';

/** Attributes of the notice's row: in the list of its draw or case always, in the queue while it is to be sent. */
export function noticeIndex(
  notice: Notice | CasePaper,
  status: NoticeStatus,
): Readonly<Record<string, string>> {
  const order = `${String(notice.serial).padStart(8, '0')}#${notice.id}`;
  // A case can last over the turn of the year, when the numbers begin anew.
  const list =
    notice.kind === 'case-paper'
      ? { glpk: papersOfCase(notice.case), glsk: `${notice.date}#${order}` }
      : { glpk: `LS#NT#${notice.draw}`, glsk: order };
  if (status !== 'queued' || notice.mail.nextAt === undefined) return list;
  return { ...list, gqpk: MAIL_QUEUE, gqsk: notice.mail.nextAt };
}

interface NoticeChange<Issued extends Notice | CasePaper> {
  readonly before: StoredCase<Issued> | undefined;
  readonly command: NoticeCommand | 'queue';
  readonly status: NoticeStatus;
  readonly notice: Issued;
  readonly actor: string;
  readonly at: string;
  /** Code of a closed list. */
  readonly ground?: string;
}

/** One command on a notice as a commit: the notice, its task and the audit entry together. */
export function noticeCommit<Issued extends Notice | CasePaper>(
  change: NoticeChange<Issued>,
  digest: KeyedDigest,
): CaseCommit<Issued> {
  const { before, notice, status, at } = change;
  const from = before === undefined ? '' : before.status;
  const taskBefore = before === undefined ? undefined : openTask(before.state, before.status as NoticeStatus);
  const audit: AuditFacts = {
    kind: notice.kind === 'case-paper' ? notice.kind : 'notice',
    command: change.command,
    from,
    to: status,
    ...(change.ground === undefined ? {} : { ground: change.ground }),
    actor: change.actor,
    at,
    digests: { notice: digest(notice) },
  };
  return {
    caseId: notice.id,
    before,
    status,
    state: notice,
    index: noticeIndex(notice, status),
    audit,
    rows: taskRows(taskBefore, openTask(notice, status), notice, at),
  };
}
