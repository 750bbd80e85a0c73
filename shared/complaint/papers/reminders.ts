import type { User } from '../../access/user.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import { deadlineProgress } from '../../calendar/deadlineProgress.ts';
import { formatDateEn, formatDateZh, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import { momentsOf } from '../../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { citedText } from '../../law/lawTable.ts';
import { createCatalogue } from '../../messages/message.ts';
import { contactLine, type Office } from '../../notice/office.ts';
import type { Reminder, ReminderWords } from '../../notice/reminder.ts';
import { staffReminders } from '../../notice/staffReminders.ts';
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
  const { complaint, status, queued, users, at } = sources;
  const deadline = dateStanding(complaint, status, order, at);
  if (deadline === undefined) return [];
  const told = users.filter(
    (user) => user.disabledAt === undefined && order.audience.some((one) => audiences[one](user, complaint)),
  );
  return staffReminders({
    about: complaintCaseId(complaint.id),
    key: queued.key,
    date: { type: order.type, kind: order.kind, due: deadline.dueLegal },
    people: told,
    words: wordsOf(sources, order, deadline),
    at,
  });
}

/**
 * The date that a mail speaks of, while it is still to be met: for a reminder until it has passed, because then an
 * escalation says so.
 */
function dateStanding(
  complaint: ComplaintCase,
  status: ComplaintStatus,
  told: { readonly type: 'reminder' | 'escalation'; readonly kind: string; readonly due: string },
  at: string,
): Deadline | undefined {
  const stored = activeDeadlines(complaint, status).find(
    ({ kind, deadline }) => kind === told.kind && deadline.dueLegal === told.due,
  );
  if (stored === undefined) return undefined;
  return told.type === 'reminder' && at >= momentsOf(stored).over ? undefined : stored.deadline;
}

/** Whether what a queued mail says is still to be done, by the case as it is at this moment. */
export async function complaintReminderStands(
  deps: { readonly cases: Pick<CaseStore, 'load'>; readonly now: () => Date },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await deps.cases.load<ComplaintCase>(about);
  if (stored === undefined) return false;
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  return dateStanding(stored.state, stored.status as ComplaintStatus, of, at) !== undefined;
}

function kindNamed(code: string): DeadlineKind {
  const row = deadlineKinds.find(({ kind }) => kind === code);
  if (row === undefined) throw new Error(`no deadline of kind ${code}`);
  return row.kind;
}

function wordsOf(
  { complaint, office, calendar, at }: ReminderSources,
  order: ReminderOrder,
  deadline: Deadline,
): Omit<ReminderWords, 'greeting'> {
  const number = nameOf(complaint);
  const standing = (lang: 'zh' | 'en') => standingOf(lang, complaint, order, deadline, { at, calendar });
  const basis = (lang: 'zh' | 'en') =>
    say(lang, 'complaint.reminder.basis', { citation: citedText(deadline.citation) });
  return {
    subject: say('zh', `complaint.${order.type}.subject`, { number }),
    paragraphs: [standing('zh').join(''), basis('zh'), say('zh', 'complaint.reminder.next')],
    action: say('zh', 'complaint.reminder.open'),
    contact: contactLine(office),
    office: office.name,
    english: [...standing('en'), say('en', 'complaint.reminder.next'), office.nameEn].join(' '),
  };
}

/** Which date of which case, and where it stands today: sentences. */
function standingOf(
  lang: 'zh' | 'en',
  complaint: ComplaintCase,
  order: ReminderOrder,
  deadline: Deadline,
  { at, calendar }: { readonly at: string; readonly calendar: WorkingCalendar },
): readonly string[] {
  const now = shanghaiDate(at);
  const progress = deadlineProgress(deadline, now, calendar);
  const day = (date: LocalDate) => (lang === 'zh' ? formatDateZh(date) : formatDateEn(date));
  const today = day(now);
  const facts = {
    kind: say(lang, `complaint.kind.${complaint.kind}`),
    number: nameOf(complaint),
    what: say(lang, `complaint.deadline.${kindNamed(order.kind)}`),
    due: day(deadline.dueLegal),
  };
  const provisional = progress.provisional ? [say(lang, 'complaint.reminder.provisional')] : [];
  if (order.type === 'escalation') {
    const late = { ...facts, today, days: progress.overdueDays };
    return [say(lang, 'complaint.escalation.office', late), ...provisional];
  }
  const { count } = progress;
  return [
    say(lang, 'complaint.reminder.office', facts),
    ...(count === undefined
      ? []
      : [say(lang, `complaint.reminder.count.${count.unit}`, { today, day: count.day, of: count.of })]),
    ...provisional,
  ];
}
