import type { User } from '../../access/user.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { createCatalogue, type Lang } from '../../messages/message.ts';
import {
  dateStanding,
  type ReminderPhrases,
  remindersTo,
  reminderWords,
  staffTold,
} from '../../notice/caseReminders.ts';
import type { Office } from '../../notice/office.ts';
import type { Reminder } from '../../notice/reminder.ts';
import type { ComplaintCase, ComplaintStatus } from '../complaintCase.ts';
import { complaintCaseId, type PaperOrder, type QueuedPaper } from '../complaintRows.ts';
import { type Audience, type DeadlineKind, deadlineKinds } from '../deadlineKinds.ts';
import { activeDeadlines } from '../deadlines.ts';
import { complaintMessages } from '../messages.ts';
import { nameOf } from './formSources.ts';
import { complaintReminderMessages } from './messages.ts';

export type ReminderOrder = Extract<PaperOrder, { readonly type: 'reminder' | 'escalation' }>;

const say = createCatalogue(complaintMessages, complaintReminderMessages).text;

export interface ReminderSources {
  readonly queued: QueuedPaper;
  readonly complaint: ComplaintCase;
  readonly status: ComplaintStatus;
  readonly users: readonly User[];
  readonly office: Office;
  readonly calendar: WorkingCalendar;
  /** Now. */
  readonly at: string;
}

/** Who of the office is told. The filer is not: what waits for the office is the office's to know. */
const audiences: Readonly<Record<Audience, (user: User, complaint: ComplaintCase) => boolean>> = {
  handler: ({ userId }, { handler }) => userId === handler?.userId,
  supervisors: ({ roles }) => roles.includes('supervisor'),
  approvers: ({ roles }) => roles.includes('approver'),
  filer: () => false,
};

/** The mails of an order, one for each person; none when its date has been met, has moved or is gone meanwhile. */
export function complaintReminders(sources: ReminderSources, order: ReminderOrder): readonly Reminder[] {
  const { complaint, status, queued, users, office, calendar, at } = sources;
  const deadline = dateStanding(activeDeadlines(complaint, status), order, at);
  if (deadline === undefined) return [];
  const told = staffTold(users, (user) => order.audience.some((one) => audiences[one](user, complaint)));
  const { type, kind } = order;
  return remindersTo(
    told,
    {
      about: complaintCaseId(complaint.id),
      key: queued.key,
      date: { type, kind, due: deadline.dueLegal },
      at,
    },
    reminderWords(phrasesOf(complaint, order), { type, deadline, calendar, office, at }),
  );
}

/** Whether what a queued mail says is still to be done, by the case as it is at this moment. */
export async function complaintReminderStands(
  deps: { readonly cases: Pick<CaseStore, 'load'>; readonly now: () => Date },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await deps.cases.load<ComplaintCase>(about);
  if (stored === undefined) return false;
  const active = activeDeadlines(stored.state, stored.status as ComplaintStatus);
  return dateStanding(active, of, `${deps.now().toISOString().slice(0, 19)}Z`) !== undefined;
}

function kindNamed(code: string): DeadlineKind {
  const row = deadlineKinds.find(({ kind }) => kind === code);
  if (row === undefined) throw new Error(`no deadline of kind ${code}`);
  return row.kind;
}

function phrasesOf(complaint: ComplaintCase, order: ReminderOrder): ReminderPhrases {
  const number = nameOf(complaint);
  const facts = (lang: Lang) => ({
    kind: say(lang, `complaint.kind.${complaint.kind}`),
    number,
    what: say(lang, `complaint.deadline.${kindNamed(order.kind)}`),
  });
  return {
    subject: say('zh', `complaint.${order.type}.subject`, { number }),
    due: (lang, due) => say(lang, 'complaint.reminder.office', { ...facts(lang), due }),
    late: (lang, late) => say(lang, 'complaint.escalation.office', { ...facts(lang), ...late }),
    count: (lang, unit, count) => say(lang, `complaint.reminder.count.${unit}`, count),
    provisional: (lang) => say(lang, 'complaint.reminder.provisional'),
    basis: (citation) => say('zh', 'complaint.reminder.basis', { citation }),
    next: (lang) => say(lang, 'complaint.reminder.next'),
    action: say('zh', 'complaint.reminder.open'),
  };
}
