import type { Deadline } from '../../calendar/deadline.ts';
import { deadlineProgress } from '../../calendar/deadlineProgress.ts';
import { formatDateEn, formatDateZh, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import { citedText } from '../../law/lawTable.ts';
import { createCatalogue } from '../../messages/message.ts';
import { contactLine, type Office } from '../../notice/office.ts';
import { type Reminder, type ReminderWords, reminderId } from '../../notice/reminder.ts';
import type { DeadlineKind } from '../deadlineKinds.ts';
import type { InspectionCase, InspectionStatus } from '../inspectionCase.ts';
import type { PaperOrder, QueuedPaper } from '../inspectionRows.ts';
import { inspectionMessages } from '../messages.ts';
import { reminderMessages } from './messages.ts';
import { dateStanding } from './reminderDate.ts';
import { type AddressedReminder, type ReminderPeople, reminderRecipients } from './reminderRecipients.ts';

export type ReminderOrder = Extract<PaperOrder, { readonly type: 'reminder' | 'escalation' }>;

export function isReminder(order: PaperOrder): order is ReminderOrder {
  return order.type === 'reminder' || order.type === 'escalation';
}

const say = createCatalogue(inspectionMessages, reminderMessages).text;

export interface ReminderSources extends ReminderPeople {
  readonly queued: QueuedPaper;
  readonly inspection: InspectionCase;
  readonly status: InspectionStatus;
  readonly office: Office;
  readonly calendar: WorkingCalendar;
  /** Now. */
  readonly at: string;
}

/** The mails of an order, none when its date has been met, has moved or is gone meanwhile. */
export function remindersOf(sources: ReminderSources, order: ReminderOrder): readonly Reminder[] {
  const { inspection, status, queued, at } = sources;
  const deadline = dateStanding(inspection, status, order, sources);
  if (deadline === undefined) return [];
  const date = shanghaiDate(at);
  return reminderRecipients(order.audience, inspection, sources).map((to) => ({
    id: reminderId(inspection.number, queued.key, to.recipient),
    kind: 'reminder',
    draw: to.draw,
    about: inspection.number,
    of: { type: order.type, kind: order.kind, due: deadline.dueLegal },
    date,
    recipient: to.recipient,
    words: wordsFor(sources, order, deadline, to),
    mail: { address: to.address, generation: 1, attempts: 0, nextAt: at },
  }));
}

function wordsFor(
  { inspection, office, calendar, at }: ReminderSources,
  order: ReminderOrder,
  deadline: Deadline,
  { recipient }: AddressedReminder,
): ReminderWords {
  const { number } = inspection;
  const forAgency = recipient.type === 'agency';
  const next = `inspection.reminder.next.${forAgency ? 'agency' : (order.kind as DeadlineKind)}` as const;
  const now = { today: shanghaiDate(at), calendar, forAgency };
  return {
    subject: say('zh', `inspection.${order.type}.subject`, { number }),
    greeting: forAgency ? `${recipient.name}：` : `${recipient.name}同志：`,
    paragraphs: [
      standing('zh', inspection, order, deadline, now).join(''),
      say('zh', 'inspection.reminder.basis', { citation: citedText(deadline.citation) }),
      say('zh', next),
    ],
    action: say('zh', `inspection.reminder.open.${recipient.type}`),
    contact: contactLine(office),
    office: office.name,
    english: [...standing('en', inspection, order, deadline, now), say('en', next), office.nameEn].join(' '),
  };
}

/** Which date of which case, and where it stands today: sentences. */
function standing(
  lang: 'zh' | 'en',
  inspection: InspectionCase,
  order: ReminderOrder,
  deadline: Deadline,
  now: { readonly today: LocalDate; readonly calendar: WorkingCalendar; readonly forAgency: boolean },
): readonly string[] {
  const progress = deadlineProgress(deadline, now.today, now.calendar);
  const day = (date: LocalDate) => (lang === 'zh' ? formatDateZh(date) : formatDateEn(date));
  const { number } = inspection;
  const [due, today] = [day(deadline.dueLegal), day(now.today)];
  const what = say(lang, `inspection.deadline.${order.kind as DeadlineKind}`);
  const office = { agency: inspection.agency.name, number, what, due };
  const provisional = progress.provisional ? [say(lang, 'inspection.reminder.provisional')] : [];
  if (order.type === 'escalation') {
    const late = { ...office, today, days: progress.overdueDays };
    return [say(lang, 'inspection.escalation.office', late), ...provisional];
  }
  const { count } = progress;
  return [
    now.forAgency
      ? say(lang, 'inspection.reminder.agency', { number, due })
      : say(lang, 'inspection.reminder.office', office),
    ...(count === undefined
      ? []
      : [say(lang, `inspection.reminder.count.${count.unit}`, { today, day: count.day, of: count.of })]),
    ...provisional,
  ];
}
