import type { User } from '../../access/user.ts';
import { shanghaiDate } from '../../calendar/localDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { counterPut } from '../../draw/ceremony/drawRows.ts';
import { type KeyedDigest, noticeCommit } from '../../notice/noticeCommit.ts';
import type { Office } from '../../notice/office.ts';
import { reminderCommit } from '../../notice/reminder.ts';
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
/** How often the number is taken anew when somebody else was faster. */
const ATTEMPTS = 20;

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
 * no number is lost, and there is no news of a paper that is not there.
 *
 * @throws when others took the next number every time
 */
async function issueForm(
  deps: FormDeps,
  queued: QueuedPaper,
  order: FormOrder,
  to: FormParty,
): Promise<void> {
  const agency = to === 'agency' ? await agencyOf(deps, order.complaint) : undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if ((await deps.cases.load(formPaperId(order, to))) !== undefined) return;
    const at = instant(deps);
    const date = shanghaiDate(at);
    const sequence = formSequence(date);
    const last = await deps.desk.counter(sequence);
    const { paper, status } = writtenForm(order, to, {
      agency,
      office: deps.office,
      serial: last + 1,
      date,
      at,
    });
    const step = { before: undefined, command: 'queue', at } as const;
    const commit = noticeCommit({ ...step, status, notice: paper, actor: 'system' }, deps.digest);
    const news = to === 'filer' ? filerMailOf(order.complaint, queued, at) : undefined;
    const outcome = await deps.cases.commit({
      ...commit,
      rows: [...(commit.rows ?? []), counterPut(sequence, last, 1)],
      linked: news === undefined ? [] : [filerMailCommit({ ...step, status: 'queued' }, news, deps.digest)],
    });
    if (outcome.ok) return;
  }
  throw new Error('the numbers of the papers are taken by others');
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
  for (const reminder of mails) {
    const step = { before: undefined, command: 'queue', status: 'queued', at } as const;
    const outcome = await deps.cases.commit(reminderCommit({ ...step, reminder }, deps.digest));
    // A mail that exists is left as it is: nobody is reminded of the same date twice.
    if (!outcome.ok && (await deps.cases.load(reminder.id)) === undefined)
      throw new Error('a reminder could not be queued');
  }
}
