import type { User } from '../../access/user.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { createCatalogue, type Lang } from '../../messages/message.ts';
import { registeredAgency } from '../../notice/caseAddressee.ts';
import {
  dateStanding,
  type ReminderPhrases,
  remindersTo,
  reminderWords,
  staffTold,
  type Told,
} from '../../notice/caseReminders.ts';
import type { Office } from '../../notice/office.ts';
import type { Reminder } from '../../notice/reminder.ts';
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
  const { penalty, status, queued, users, office, calendar, at } = sources;
  const deadline = dateStanding(activeDeadlines(penalty, status), order, at);
  if (deadline === undefined) return [];
  const { type, kind, audience } = order;
  const date = { type, kind, due: deadline.dueLegal };
  const about = { about: penaltyCaseId(penalty.id), key: queued.key, date, at };
  const standing = { type, deadline, calendar, office, at };
  const staff = staffTold(users, (user) => audience.some((one) => audiences[one](user, penalty)));
  const party = audience.includes('party') ? partyTold(sources) : [];
  return [
    ...remindersTo(staff, about, reminderWords(officePhrases(penalty, order), standing)),
    ...remindersTo(party, about, reminderWords(partyPhrases(penalty), standing)),
  ];
}

/** A person is not written to at the agency that they work for. */
function partyTold({ penalty, agency }: ReminderSources): readonly Told[] {
  if (agency === undefined || penalty.party.kind !== 'agency') return [];
  const { id, name, address } = registeredAgency('party', agency);
  return [{ recipient: { type: 'party', id, name }, address, greeting: `${name}：` }];
}

/** Whether what a queued mail says is still to be done, by the case as it is at this moment. */
export async function penaltyReminderStands(
  deps: { readonly cases: Pick<CaseStore, 'load'>; readonly now: () => Date },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await deps.cases.load<PenaltyCase>(about);
  if (stored === undefined) return false;
  const active = activeDeadlines(stored.state, stored.status as PenaltyStatus);
  return dateStanding(active, of, `${deps.now().toISOString().slice(0, 19)}Z`) !== undefined;
}

function kindNamed(code: string): DeadlineKind {
  const row = deadlineKinds.find(({ kind }) => kind === code);
  if (row === undefined) throw new Error(`no deadline of kind ${code}`);
  return row.kind;
}

const shared = {
  count: (lang, unit, count) => say(lang, `penalty.reminder.count.${unit}`, count),
  provisional: (lang) => say(lang, 'penalty.reminder.provisional'),
  basis: (citation) => say('zh', 'penalty.reminder.basis', { citation }),
} satisfies Partial<ReminderPhrases>;

function officePhrases(penalty: PenaltyCase, order: ReminderOrder): ReminderPhrases {
  const number = nameOf(penalty);
  const facts = (lang: Lang) => ({ number, what: say(lang, `penalty.deadline.${kindNamed(order.kind)}`) });
  return {
    ...shared,
    subject: say('zh', `penalty.${order.type}.subject`, { number }),
    due: (lang, due) => say(lang, 'penalty.reminder.office', { ...facts(lang), due }),
    late: (lang, late) => say(lang, 'penalty.escalation.office', { ...facts(lang), ...late }),
    next: (lang) => say(lang, 'penalty.reminder.next'),
    action: say('zh', 'penalty.reminder.open'),
  };
}

/** The one date that a party is reminded of: what comes after it is told by papers. */
function partyPhrases(penalty: PenaltyCase): ReminderPhrases {
  const number = penalty.decision?.number ?? nameOf(penalty);
  return {
    ...shared,
    subject: say('zh', 'penalty.reminder.party.subject', { number }),
    due: (lang, due) => say(lang, 'penalty.reminder.party', { number, due }),
    late: (lang, { due }) => say(lang, 'penalty.reminder.party', { number, due }),
    next: (lang) => say(lang, 'penalty.reminder.party.next'),
    action: say('zh', 'penalty.reminder.party.open'),
  };
}
