import type { CaseStore } from '../case/caseStore.ts';
import { type DeliveryLimits, type DeliveryReport, deliver } from './deliver.ts';
import { attemptCommit, ended, type LinksOfMails, type Mailed, messageOf } from './mailed.ts';
import type { Mailer, MailQueue } from './mailPort.ts';
import type { KeyedDigest } from './noticeCommit.ts';
import type { Reminder } from './reminder.ts';

export interface DeliveryDeps extends LinksOfMails {
  readonly store: CaseStore;
  readonly queue: MailQueue;
  readonly mailer: Mailer;
  readonly digest: KeyedDigest;
  /** Whether the date that a reminder speaks of is still to be met: what came about meanwhile is not told. */
  readonly stands: (reminder: Reminder) => Promise<boolean>;
  readonly mailDomain: string;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Sends the papers, links and reminders that are due. */
export function deliverNotices(deps: DeliveryDeps, limits: DeliveryLimits): Promise<DeliveryReport> {
  const { store, queue, mailer, now, random } = deps;
  return deliver<Mailed>(
    {
      store,
      queue,
      mailer,
      now,
      random,
      async compose(mailed, at) {
        const why = await ended(mailed, at, deps.stands);
        if (why !== undefined) return { type: 'permanent', code: why };
        const message = messageOf(mailed, deps, deps.mailDomain);
        return message ?? { type: 'permanent', code: 'address-invalid' };
      },
      step: (before, mail, step) =>
        attemptCommit(before, { ...mail, address: before.state.mail.address }, step, deps.digest),
    },
    limits,
  );
}
