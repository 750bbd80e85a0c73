import type { User } from '../../access/user.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { issueCasePaper } from '../../notice/issueCasePaper.ts';
import type { KeyedDigest } from '../../notice/noticeCommit.ts';
import type { Office } from '../../notice/office.ts';
import { queueReminders } from '../../notice/staffReminders.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { ComplaintCase, ComplaintStatus } from '../complaintCase.ts';
import { complaintCaseId, type QueuedPaper } from '../complaintRows.ts';
import type { NumberDesk } from '../handling.ts';
import type { ComplaintLists, StoredComplaint } from '../ports.ts';
import { filerMailCommit, filerMailOf } from './filerMail.ts';
import { type FormParty, paperRecipients } from './paperRecipients.ts';
import { complaintReminders, type ReminderOrder } from './reminders.ts';
import { type FormOrder, formPaperId, formSequence, writtenForm } from './writeForm.ts';

export interface FormDeps {
  readonly cases: CaseStore;
  readonly lists: Pick<ComplaintLists, 'papers' | 'paperDone'>;
  readonly desk: NumberDesk;
  readonly registers: Pick<RegisterStore, 'agency'>;
  readonly users: () => Promise<readonly User[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly office: Office;
  readonly digest: KeyedDigest;
  /** Wakes the worker that mails to filers. */
  readonly kickFilerMail: () => Promise<void>;
  readonly now: () => Date;
}

export interface FormsReport {
  /** Orders that were carried out. */
  readonly done: number;
  /** Orders that were not, as `<case>/<key>: why`: for the operators, and tried again at every run. */
  readonly failed: readonly string[];
}

/** Most orders in one run. */
const MOST = 300;

const instant = ({ now }: Pick<FormDeps, 'now'>) => `${now().toISOString().slice(0, 19)}Z`;

/**
 * Writes the forms that cases have ordered, and the mails about their dates. An order leaves the queue when everything
 * it asks for is written; cut off before, it is carried out again and finds what exists.
 *
 * @param goOn false ends the run before the next order
 */
export async function issueForms(deps: FormDeps, goOn = (): boolean => true): Promise<FormsReport> {
  const queue = await deps.lists.papers(instant(deps), MOST);
  const failed: string[] = [];
  let done = 0;
  for (const queued of queue) {
    if (!goOn()) break;
    try {
      await carryOut(deps, queued);
      await deps.lists.paperDone(queued);
      done += 1;
    } catch (error) {
      failed.push(`${queued.complaint}/${queued.key}: ${error instanceof Error ? error.message : 'failed'}`);
    }
  }
  if (done > 0) await deps.kickFilerMail();
  return { done, failed };
}

async function carryOut(deps: FormDeps, queued: QueuedPaper): Promise<void> {
  const stored = await deps.cases.load<ComplaintCase>(complaintCaseId(queued.complaint));
  if (stored === undefined) throw new Error('there is no such case');
  const { order } = queued;
  switch (order.type) {
    case 'form':
      for (const to of paperRecipients[stored.state.kind][order.form])
        await issueForm(deps, queued, { ...order, key: queued.key, complaint: stored.state }, to);
      return;
    case 'reminder':
    case 'escalation':
      return issueReminders(deps, queued, stored, order);
    case 'received':
    case 'message':
      throw new Error('an order for the filer stands in the queue of the office');
  }
}

/**
 * One form to one party with the next number of the year, and for the filer the news of it: in one transaction, so that
 * there is no news of a paper that is not there.
 */
async function issueForm(
  deps: FormDeps,
  queued: QueuedPaper,
  order: FormOrder,
  to: FormParty,
): Promise<void> {
  const agency = to === 'agency' ? await agencyOf(deps, order.complaint) : undefined;
  const newsAt = (at: string) => {
    const news = filerMailOf(order.complaint, queued, at);
    if (news === undefined) return undefined;
    const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
    return filerMailCommit(step, news, deps.digest);
  };
  await issueCasePaper(deps, {
    id: formPaperId(order, to),
    sequence: formSequence,
    write: (moment) => writtenForm(order, to, { agency, office: deps.office, ...moment }),
    ...(to === 'filer' ? { with: newsAt } : {}),
  });
}

/** The agency as registered; undefined for one that was described and is not in the register. */
async function agencyOf({ registers }: FormDeps, { matter }: ComplaintCase) {
  const { agency } = matter;
  return agency.listed ? (await registers.agency(agency.uscc))?.value : undefined;
}

async function issueReminders(
  deps: FormDeps,
  queued: QueuedPaper,
  stored: StoredComplaint,
  order: ReminderOrder,
): Promise<void> {
  const [users, calendar] = await Promise.all([deps.users(), deps.calendar()]);
  const at = instant(deps);
  const mails = complaintReminders(
    {
      queued,
      complaint: stored.state,
      status: stored.status as ComplaintStatus,
      users,
      office: deps.office,
      calendar,
      at,
    },
    order,
  );
  await queueReminders(deps, mails, at);
}
