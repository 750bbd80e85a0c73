import type { User } from '../../access/user.ts';
import type { Deadline } from '../../calendar/deadline.ts';
import { deadlineProgress } from '../../calendar/deadlineProgress.ts';
import { formatDateEn, formatDateZh, type LocalDate, shanghaiDate } from '../../calendar/localDate.ts';
import { momentsOf } from '../../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { citedText } from '../../law/lawTable.ts';
import { createCatalogue, type Lang } from '../../messages/message.ts';
import { agencyMail } from '../../notice/addressed.ts';
import { contactLine, type Office } from '../../notice/office.ts';
import type { Reminder, ReminderWords } from '../../notice/reminder.ts';
import { reminderTo, staffReminders } from '../../notice/staffReminders.ts';
import type { Agency } from '../../register/agency.ts';
import { type Audience, type DeadlineKind, deadlineKinds } from '../deadlineKinds.ts';
import { activeDeadlines } from '../deadlines.ts';
import { penaltyMessages } from '../messages.ts';
import type { PenaltyCase, PenaltyStatus } from '../penaltyCase.ts';
import { type PaperOrder, penaltyCaseId, type QueuedPaper } from '../penaltyRows.ts';
import { penaltyReminderMessages } from './messages.ts';
import { nameOf } from './paperSources.ts';

export type ReminderOrder = Extract<PaperOrder, { readonly type: 'reminder' | 'escalation' }>;

const say = createCatalogue(penaltyMessages, penaltyReminderMessages).text;

export interface ReminderSources {
  readonly queued: QueuedPaper;
  readonly penalty: PenaltyCase;
  readonly status: PenaltyStatus;
  readonly users: readonly User[];
  /** The party as registered; only an agency of the register can be mailed to. */
  readonly agency: Agency | undefined;
  readonly office: Office;
  readonly calendar: WorkingCalendar;
  /** Now. */
  readonly at: string;
}

/** Who of the office is told. */
const audiences: Readonly<Record<Audience, (user: User, penalty: PenaltyCase) => boolean>> = {
  handler: ({ userId }, { handler }) => userId === handler?.userId,
  reviewers: ({ roles }) => roles.includes('legalReviewer'),
  chair: ({ userId }, { hearing }) => userId === hearing?.chair?.userId,
  supervisors: ({ roles }) => roles.includes('supervisor'),
  approvers: ({ roles }) => roles.includes('approver'),
  party: () => false,
};

/** The mails of an order, one for each person; none when its date has been met, has moved or is gone meanwhile. */
export function penaltyReminders(sources: ReminderSources, order: ReminderOrder): readonly Reminder[] {
  const { penalty, status, queued, users, at } = sources;
  const deadline = dateStanding(penalty, status, order, at);
  if (deadline === undefined) return [];
  const of = {
    about: penaltyCaseId(penalty.id),
    key: queued.key,
    date: { type: order.type, kind: order.kind, due: deadline.dueLegal },
    at,
  };
  const people = users.filter(
    (user) => user.disabledAt === undefined && order.audience.some((one) => audiences[one](user, penalty)),
  );
  return [
    ...staffReminders({
      ...of,
      people,
      words: wordsOf(officePhrases(penalty, order), sources, order, deadline),
    }),
    ...(order.audience.includes('party')
      ? partyReminders(sources, { ...of, words: wordsOf(partyPhrases(penalty), sources, order, deadline) })
      : []),
  ];
}

/** A person is not written to at the agency that they work for. */
function partyReminders(
  { penalty, agency }: ReminderSources,
  of: Parameters<typeof reminderTo>[2],
): readonly Reminder[] {
  if (agency === undefined || penalty.party.kind !== 'agency') return [];
  const { uscc, name } = agency;
  const { address } = agencyMail(agency);
  return [reminderTo({ type: 'party', id: uscc, name }, { address, greeting: `${name}：` }, of)];
}

/**
 * The date that a mail speaks of, while it is still to be met: for a reminder until it has passed, because then an
 * escalation says so.
 */
function dateStanding(
  penalty: PenaltyCase,
  status: PenaltyStatus,
  told: { readonly type: 'reminder' | 'escalation'; readonly kind: string; readonly due: string },
  at: string,
): Deadline | undefined {
  const stored = activeDeadlines(penalty, status).find(
    ({ kind, deadline }) => kind === told.kind && deadline.dueLegal === told.due,
  );
  if (stored === undefined) return undefined;
  return told.type === 'reminder' && at >= momentsOf(stored).over ? undefined : stored.deadline;
}

/** Whether what a queued mail says is still to be done, by the case as it is at this moment. */
export async function penaltyReminderStands(
  deps: { readonly cases: Pick<CaseStore, 'load'>; readonly now: () => Date },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await deps.cases.load<PenaltyCase>(about);
  if (stored === undefined) return false;
  const at = `${deps.now().toISOString().slice(0, 19)}Z`;
  return dateStanding(stored.state, stored.status as PenaltyStatus, of, at) !== undefined;
}

function kindNamed(code: string): DeadlineKind {
  const row = deadlineKinds.find(({ kind }) => kind === code);
  if (row === undefined) throw new Error(`no deadline of kind ${code}`);
  return row.kind;
}

/** What the office and the party are told in words of their own. */
interface Phrases {
  readonly subject: string;
  readonly due: (lang: Lang, due: string) => string;
  readonly late: (lang: Lang, facts: { due: string; today: string; days: number }) => string;
  readonly next: (lang: Lang) => string;
  readonly action: string;
}

function officePhrases(penalty: PenaltyCase, order: ReminderOrder): Phrases {
  const number = nameOf(penalty);
  const facts = (lang: Lang) => ({ number, what: say(lang, `penalty.deadline.${kindNamed(order.kind)}`) });
  return {
    subject: say('zh', `penalty.${order.type}.subject`, { number }),
    due: (lang, due) => say(lang, 'penalty.reminder.office', { ...facts(lang), due }),
    late: (lang, late) => say(lang, 'penalty.escalation.office', { ...facts(lang), ...late }),
    next: (lang) => say(lang, 'penalty.reminder.next'),
    action: say('zh', 'penalty.reminder.open'),
  };
}

/** The one date that a party is reminded of: what comes after it is told by papers. */
function partyPhrases(penalty: PenaltyCase): Phrases {
  const number = penalty.decision?.number ?? nameOf(penalty);
  return {
    subject: say('zh', 'penalty.reminder.party.subject', { number }),
    due: (lang, due) => say(lang, 'penalty.reminder.party', { number, due }),
    late: (lang, { due }) => say(lang, 'penalty.reminder.party', { number, due }),
    next: (lang) => say(lang, 'penalty.reminder.party.next'),
    action: say('zh', 'penalty.reminder.party.open'),
  };
}

function wordsOf(
  phrases: Phrases,
  sources: ReminderSources,
  order: ReminderOrder,
  deadline: Deadline,
): Omit<ReminderWords, 'greeting'> {
  const { office } = sources;
  const standing = (lang: Lang) => standingOf(lang, phrases, sources, order, deadline);
  return {
    subject: phrases.subject,
    paragraphs: [
      standing('zh').join(''),
      say('zh', 'penalty.reminder.basis', { citation: citedText(deadline.citation) }),
      phrases.next('zh'),
    ],
    action: phrases.action,
    contact: contactLine(office),
    office: office.name,
    english: [...standing('en'), phrases.next('en'), office.nameEn].join(' '),
  };
}

/** Which date of which case, and where it stands today: sentences. */
function standingOf(
  lang: Lang,
  phrases: Phrases,
  { calendar, at }: ReminderSources,
  { type }: ReminderOrder,
  deadline: Deadline,
): readonly string[] {
  const now = shanghaiDate(at);
  const progress = deadlineProgress(deadline, now, calendar);
  const day = (date: LocalDate) => (lang === 'zh' ? formatDateZh(date) : formatDateEn(date));
  const [today, due] = [day(now), day(deadline.dueLegal)];
  const provisional = progress.provisional ? [say(lang, 'penalty.reminder.provisional')] : [];
  if (type === 'escalation')
    return [phrases.late(lang, { due, today, days: progress.overdueDays }), ...provisional];
  const { count } = progress;
  return [
    phrases.due(lang, due),
    ...(count === undefined
      ? []
      : [say(lang, `penalty.reminder.count.${count.unit}`, { today, day: count.day, of: count.of })]),
    ...provisional,
  ];
}
