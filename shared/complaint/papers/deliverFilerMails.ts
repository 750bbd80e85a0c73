import type { CaseStore } from '../../case/caseStore.ts';
import { type Delivery, type DeliveryLimits, type DeliveryReport, deliver } from '../../notice/deliver.ts';
import type { KeyedDigest } from '../../notice/noticeCommit.ts';
import type { ComplaintCase } from '../complaintCase.ts';
import { complaintCaseId } from '../complaintRows.ts';
import type { Identity } from '../filing.ts';
import type { ComplaintLists } from '../ports.ts';
import { type FilerMail, filerMailCommit, filerMailOf } from './filerMail.ts';
import { type FilerMailFrame, newsMail } from './filerMailText.ts';

export interface FilerMailDeps extends FilerMailFrame {
  readonly cases: CaseStore;
  readonly lists: Pick<ComplaintLists, 'filerOrders' | 'paperDone'>;
  /** Reads who filed; the address is used for the one mail and kept nowhere. */
  readonly identities: { read(id: string): Promise<Identity | undefined> };
  /** The link that confirms the address of a case; the same for the same instant. */
  readonly confirmLink: (complaint: string, orderedAt: string) => string;
  readonly queue: Delivery<FilerMail>['queue'];
  readonly mailer: Delivery<FilerMail>['mailer'];
  readonly digest: KeyedDigest;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Most orders in one run. */
const MOST = 600;

/**
 * Makes mails of the orders that only this worker may take. Every order becomes one mail, however often it is carried
 * out: its id is that of the mail.
 *
 * @returns how many orders were taken
 */
export async function takeFilerOrders(
  deps: Pick<FilerMailDeps, 'cases' | 'lists' | 'digest' | 'now'>,
  goOn = (): boolean => true,
): Promise<number> {
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  let taken = 0;
  for (const queued of await deps.lists.filerOrders(at, MOST)) {
    if (!goOn()) break;
    const stored = await deps.cases.load<ComplaintCase>(complaintCaseId(queued.complaint));
    const mail = stored === undefined ? undefined : filerMailOf(stored.state, queued, at);
    if (mail !== undefined) {
      const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
      const outcome = await deps.cases.commit(filerMailCommit(step, mail, deps.digest));
      if (!outcome.ok && (await deps.cases.load(mail.id)) === undefined)
        throw new Error('a mail could not be queued');
    }
    await deps.lists.paperDone(queued);
    taken += 1;
  }
  return taken;
}

/** Sends what is due to filers, each mail once, with waits between failed attempts like any other mail of the office. */
export function deliverFilerMails(deps: FilerMailDeps, limits: DeliveryLimits): Promise<DeliveryReport> {
  const { cases, queue, mailer, now, random } = deps;
  return deliver<FilerMail>(
    {
      store: cases,
      queue,
      mailer,
      now,
      random,
      compose: (mail) => compose(deps, mail),
      step: (before, progress, step) =>
        filerMailCommit({ ...step, before }, { ...before.state, mail: progress }, deps.digest),
    },
    limits,
  );
}

async function compose(deps: FilerMailDeps, mail: FilerMail): ReturnType<Delivery<FilerMail>['compose']> {
  let identity: Identity | undefined;
  let stored: Awaited<ReturnType<typeof loadCase>>;
  try {
    [identity, stored] = await Promise.all([deps.identities.read(mail.complaint), loadCase(deps, mail)]);
  } catch {
    // The error of a vault that does not answer may name what it could not read: it is told by its class alone.
    return { type: 'temporary', code: 'VAULT' };
  }
  if (identity?.mail === undefined || stored === undefined)
    return { type: 'permanent', code: 'identity-gone' };
  const confirm =
    mail.about === 'received' && stored.state.filer.mail === 'unconfirmed'
      ? { confirm: deps.confirmLink(mail.complaint, mail.orderedAt) }
      : {};
  const message = newsMail(mail, { address: identity.mail, ...confirm }, deps);
  return message ?? { type: 'permanent', code: 'address-invalid' };
}

const loadCase = ({ cases }: Pick<FilerMailDeps, 'cases'>, { complaint }: FilerMail) =>
  cases.load<ComplaintCase>(complaintCaseId(complaint));
