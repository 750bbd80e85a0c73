import type { User } from '../access/user.ts';
import type { Deadline } from '../calendar/deadline.ts';
import { deadlineProgress } from '../calendar/deadlineProgress.ts';
import { formatDateEn, formatDateZh, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { momentsOf, type StoredDeadline } from '../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { citedText } from '../law/lawTable.ts';
import type { Lang } from '../messages/message.ts';
import { contactLine, type Office } from './office.ts';
import { type Reminder, type ReminderRecipient, type ReminderWords, reminderId } from './reminder.ts';

/** Mails about the dates of cases that are no visits: the number, what is due and where it stands; nothing of the matter. */

/** What a mail says of a date: of which kind, and which day it was. */
export type DateTold = Reminder['of'];

/**
 * The date that a mail speaks of, while it is still to be met: for a reminder until it has passed, because then an
 * escalation says so.
 *
 * @param active the dates that count in the status of the case
 */
export function dateStanding(
  active: readonly StoredDeadline[],
  told: { readonly type: 'reminder' | 'escalation'; readonly kind: string; readonly due: string },
  at: string,
): Deadline | undefined {
  const stored = active.find(({ kind, deadline }) => kind === told.kind && deadline.dueLegal === told.due);
  if (stored === undefined) return undefined;
  return told.type === 'reminder' && at >= momentsOf(stored).over ? undefined : stored.deadline;
}

/** Whoever is to be told, with an address. */
export interface Told {
  readonly recipient: ReminderRecipient;
  readonly address: string;
  readonly greeting: string;
}

/** The people of the office whom an order is for, as far as they can be mailed to. */
export function staffTold(users: readonly User[], isTold: (user: User) => boolean): readonly Told[] {
  return users
    .filter((user) => user.disabledAt === undefined && isTold(user))
    .flatMap(({ userId, name, email }) =>
      email === undefined
        ? []
        : [
            {
              recipient: { type: 'staff', id: userId, name } as const,
              address: email,
              greeting: `${name}同志：`,
            },
          ],
    );
}

/** One mail of an order for each of them. `about` is the case with its prefix, `key` that of the order. */
export function remindersTo(
  told: readonly Told[],
  of: { readonly about: string; readonly key: string; readonly date: DateTold; readonly at: string },
  words: Omit<ReminderWords, 'greeting'>,
): readonly Reminder[] {
  const { about, key, date, at } = of;
  return told.map(({ recipient, address, greeting }) => ({
    id: reminderId(about, key, recipient),
    kind: 'reminder',
    about,
    of: date,
    date: shanghaiDate(at),
    recipient,
    words: { ...words, greeting },
    mail: { address, generation: 1, attempts: 0, nextAt: at },
  }));
}

/** How the kinds of cases word one thing in a language. */
export interface ReminderPhrases {
  readonly subject: string;
  /** `{kind} {number}: “{what}” is due by {due}.` */
  readonly due: (lang: Lang, due: string) => string;
  readonly late: (lang: Lang, facts: { due: string; today: string; days: number }) => string;
  readonly count: (
    lang: Lang,
    unit: 'day' | 'workingDay',
    facts: { today: string; day: number; of: number },
  ) => string;
  readonly provisional: (lang: Lang) => string;
  readonly basis: (citation: string) => string;
  readonly next: (lang: Lang) => string;
  readonly action: string;
}

/** The words of the mail: which date of which case, and where it stands today. */
export function reminderWords(
  phrases: ReminderPhrases,
  of: {
    readonly type: 'reminder' | 'escalation';
    readonly deadline: Deadline;
    readonly calendar: WorkingCalendar;
    readonly office: Office;
    readonly at: string;
  },
): Omit<ReminderWords, 'greeting'> {
  const { deadline, office } = of;
  return {
    subject: phrases.subject,
    paragraphs: [
      standingOf('zh', phrases, of).join(''),
      phrases.basis(citedText(deadline.citation)),
      phrases.next('zh'),
    ],
    action: phrases.action,
    contact: contactLine(office),
    office: office.name,
    english: [...standingOf('en', phrases, of), phrases.next('en'), office.nameEn].join(' '),
  };
}

function standingOf(
  lang: Lang,
  phrases: ReminderPhrases,
  { type, deadline, calendar, at }: Parameters<typeof reminderWords>[1],
): readonly string[] {
  const now = shanghaiDate(at);
  const progress = deadlineProgress(deadline, now, calendar);
  const day = (date: LocalDate) => (lang === 'zh' ? formatDateZh(date) : formatDateEn(date));
  const [today, due] = [day(now), day(deadline.dueLegal)];
  const provisional = progress.provisional ? [phrases.provisional(lang)] : [];
  if (type === 'escalation')
    return [phrases.late(lang, { due, today, days: progress.overdueDays }), ...provisional];
  const { count } = progress;
  return [
    phrases.due(lang, due),
    ...(count === undefined
      ? []
      : [phrases.count(lang, count.unit, { today, day: count.day, of: count.of })]),
    ...provisional,
  ];
}
