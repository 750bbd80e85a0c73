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
import { type Audience, deadlineKinds } from '../deadlineKinds.ts';
import { activeDeadlines } from '../deadlines.ts';
import { repairMessages } from '../messages.ts';
import type { StoredRepair } from '../ports.ts';
import type { RepairCase, RepairStatus } from '../repairCase.ts';
import type { PaperOrder, QueuedPaper } from '../repairRows.ts';
import { repairReminderMessages } from './messages.ts';

export type ReminderOrder = Extract<PaperOrder, { readonly type: 'reminder' | 'escalation' }>;

const say = createCatalogue(repairMessages, repairReminderMessages).text;

const audiences: Readonly<Record<Audience, (user: User) => boolean>> = {
  supervisors: ({ roles }) => roles.includes('supervisor'),
  approvers: ({ roles }) => roles.includes('approver'),
};

/** The mails of an order, one for each person; none when its date has been met, has moved or is gone meanwhile. */
export function repairReminders(
  of: {
    readonly queued: QueuedPaper;
    readonly stored: StoredRepair;
    readonly users: readonly User[];
    readonly office: Office;
    readonly calendar: WorkingCalendar;
    /** Now. */
    readonly at: string;
  },
  order: ReminderOrder,
): readonly Reminder[] {
  const { stored, at, queued } = of;
  const deadline = dateStanding(stored, order, at);
  if (deadline === undefined) return [];
  return staffReminders({
    about: stored.caseId,
    key: queued.key,
    date: { type: order.type, kind: order.kind, due: deadline.dueLegal },
    people: of.users.filter(
      (user) => user.disabledAt === undefined && order.audience.some((one) => audiences[one](user)),
    ),
    words: wordsOf(of, order, deadline),
    at,
  });
}

/** The date that a mail speaks of, while it is still to be met. */
function dateStanding(
  { state, status }: StoredRepair,
  told: Reminder['of'] | ReminderOrder,
  at: string,
): Deadline | undefined {
  const stored = activeDeadlines(state, status as RepairStatus).find(
    ({ kind, deadline }) => kind === told.kind && deadline.dueLegal === told.due,
  );
  if (stored === undefined) return undefined;
  return told.type === 'reminder' && at >= momentsOf(stored).over ? undefined : stored.deadline;
}

/** Whether what a queued mail says is still to be done. */
export async function repairReminderStands(
  deps: { readonly cases: Pick<CaseStore, 'load'>; readonly now: () => Date },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await deps.cases.load<RepairCase>(about);
  if (stored === undefined) return false;
  return dateStanding(stored, of, `${deps.now().toISOString().slice(0, 19)}Z`) !== undefined;
}

function wordsOf(
  of: Pick<Parameters<typeof repairReminders>[0], 'stored' | 'office' | 'calendar' | 'at'>,
  order: ReminderOrder,
  deadline: Deadline,
): Omit<ReminderWords, 'greeting'> {
  const { office, at, calendar } = of;
  const { number } = of.stored.state.subject;
  const kind = deadlineKinds.find((row) => row.kind === order.kind)?.kind;
  if (kind === undefined) throw new Error(`no deadline of kind ${order.kind}`);
  const today = shanghaiDate(at);
  const standing = (lang: 'zh' | 'en') => {
    const day = (date: LocalDate) => (lang === 'zh' ? formatDateZh(date) : formatDateEn(date));
    const facts = { number, what: say(lang, `repair.deadline.${kind}`), due: day(deadline.dueLegal) };
    return order.type === 'reminder'
      ? say(lang, 'repair.reminder.office', facts)
      : say(lang, 'repair.escalation.office', {
          ...facts,
          today: day(today),
          days: deadlineProgress(deadline, today, calendar).overdueDays,
        });
  };
  const basis = say('zh', 'repair.reminder.basis', { citation: citedText(deadline.citation) });
  return {
    subject: say('zh', `repair.${order.type}.subject`, { number }),
    paragraphs: [standing('zh'), basis, say('zh', 'repair.reminder.next')],
    action: say('zh', 'repair.reminder.open'),
    contact: contactLine(office),
    office: office.name,
    english: [standing('en'), say('en', 'repair.reminder.next'), office.nameEn].join(' '),
  };
}
