import type { User } from '../../access/user.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import {
  type CasePaperDeps,
  carryOutOrders,
  type IssueReport,
  instantNow,
  issueCasePaper,
  queueReminders,
} from '../../notice/issueCasePapers.ts';
import type { Office } from '../../notice/office.ts';
import type { RegisterStore } from '../../register/registerStore.ts';
import type { ComplaintCase, ComplaintStatus } from '../complaintCase.ts';
import { complaintCaseId, type QueuedPaper } from '../complaintRows.ts';
import type { ComplaintLists, StoredComplaint } from '../ports.ts';
import { filerMailCommit, filerMailOf } from './filerMail.ts';
import { type FormParty, paperRecipients } from './paperRecipients.ts';
import { complaintReminders, type ReminderOrder } from './reminders.ts';
import { type FormOrder, formPaperId, formSequence, writtenForm } from './writeForm.ts';

export interface FormDeps extends CasePaperDeps {
  readonly lists: Pick<ComplaintLists, 'papers' | 'paperDone'>;
  readonly registers: Pick<RegisterStore, 'agency'>;
  readonly users: () => Promise<readonly User[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly office: Office;
  /** Wakes the worker that mails to filers. */
  readonly kickFilerMail: () => Promise<void>;
}

/** Most orders in one run. */
const MOST = 300;

/**
 * Writes the forms that cases have ordered, and the mails about their dates.
 *
 * @param goOn false ends the run before the next order
 */
export async function issueForms(deps: FormDeps, goOn = (): boolean => true): Promise<IssueReport> {
  const report = await carryOutOrders<QueuedPaper>(
    {
      queue: await deps.lists.papers(instantNow(deps), MOST),
      name: ({ complaint, key }) => `${complaint}/${key}`,
      carryOut: (queued) => carryOut(deps, queued),
      done: (queued) => deps.lists.paperDone(queued),
    },
    goOn,
  );
  if (report.done > 0) await deps.kickFilerMail();
  return report;
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

/** One form to one party, and for the filer the news of it in the same transaction. */
async function issueForm(
  deps: FormDeps,
  queued: QueuedPaper,
  order: FormOrder,
  to: FormParty,
): Promise<void> {
  const { office, digest } = deps;
  const agency = to === 'agency' ? await agencyOf(deps, order.complaint) : undefined;
  await issueCasePaper(deps, formPaperId(order, to), formSequence, ({ serial, date, at }) => {
    const news = to === 'filer' ? filerMailOf(order.complaint, queued, at) : undefined;
    const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
    return {
      ...writtenForm(order, to, { agency, office, serial, date, at }),
      linked: news === undefined ? [] : [filerMailCommit(step, news, digest)],
    };
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
  const at = instantNow(deps);
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
