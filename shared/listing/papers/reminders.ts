import type { User } from '../../access/user.ts';
import { formatDateEn, formatDateZh, type LocalDate } from '../../calendar/localDate.ts';
import type { CaseStore } from '../../case/caseStore.ts';
import { citedText } from '../../law/lawTable.ts';
import { createCatalogue } from '../../messages/message.ts';
import { contactLine, type Office } from '../../notice/office.ts';
import type { Reminder, ReminderWords } from '../../notice/reminder.ts';
import { staffReminders } from '../../notice/staffReminders.ts';
import type { Audience } from '../deadlineKinds.ts';
import { type ListingCase, type ListingStatus, stands } from '../listingCase.ts';
import { listingCaseId, type PaperOrder, type QueuedPaper } from '../listingRows.ts';
import type { StoredListing } from '../ports.ts';
import { activeDeadlines, datesOf, termRow } from '../terms.ts';
import { listingReminderMessages } from './messages.ts';

export type ReminderOrder = Extract<PaperOrder, { readonly type: 'reminder' | 'escalation' }>;

const say = createCatalogue(listingReminderMessages).text;

const audiences: Readonly<Record<Audience, (user: User) => boolean>> = {
  supervisors: ({ roles }) => roles.includes('supervisor'),
  approvers: ({ roles }) => roles.includes('approver'),
};

/** The date that a mail speaks of and its citation, while it is still to come or to be met; undefined once it is not. */
function dateStanding(
  listing: ListingCase,
  status: ListingStatus,
  told: { readonly kind: string; readonly due: string },
): { readonly due: LocalDate; readonly citation: string } | undefined {
  if (told.kind === 'years') {
    const { yearsOn } = datesOf(listing);
    if (!stands(status) || yearsOn === undefined || yearsOn !== told.due) return undefined;
    const { citation } = termRow('listing.abnormal_push', listing.since ?? yearsOn);
    return { due: yearsOn, citation: citedText(citation) };
  }
  const stored = activeDeadlines(listing, status).find(
    ({ kind, deadline }) => kind === told.kind && deadline.dueLegal === told.due,
  );
  return stored && { due: stored.deadline.dueLegal, citation: citedText(stored.deadline.citation) };
}

/** Which sentence says it. */
function sentenceOf({ kind, type }: ReminderOrder) {
  if (kind === 'years') return 'listing.reminder.years';
  if (kind === 'statement') return 'listing.reminder.statement';
  return type === 'reminder' ? 'listing.reminder.decide' : 'listing.reminder.late';
}

/** The mails of an order, one for each person; none when its date is met or gone meanwhile. */
export function listingReminders(
  of: {
    readonly queued: QueuedPaper;
    readonly stored: StoredListing;
    readonly users: readonly User[];
    readonly office: Office;
    readonly at: string;
  },
  order: ReminderOrder,
): readonly Reminder[] {
  const { queued, stored, users, office, at } = of;
  const { state } = stored;
  const standing = dateStanding(state, stored.status as ListingStatus, order);
  if (standing === undefined) return [];
  return staffReminders({
    about: listingCaseId(state.id),
    key: queued.key,
    date: { type: order.type, kind: order.kind, due: standing.due },
    people: users.filter(
      (user) => user.disabledAt === undefined && order.audience.some((one) => audiences[one](user)),
    ),
    words: wordsOf(state, order, standing, office),
    at,
  });
}

function wordsOf(
  { agency }: ListingCase,
  order: ReminderOrder,
  { due, citation }: { readonly due: LocalDate; readonly citation: string },
  office: Office,
): Omit<ReminderWords, 'greeting'> {
  const code = sentenceOf(order);
  const zh = say('zh', code, { name: agency.name, due: formatDateZh(due) });
  const en = say('en', code, { name: agency.name, due: formatDateEn(due) });
  return {
    subject: say('zh', 'listing.reminder.subject', { name: agency.name }),
    paragraphs: [zh, say('zh', 'listing.reminder.basis', { citation }), say('zh', 'listing.reminder.next')],
    action: say('zh', 'listing.reminder.open'),
    contact: contactLine(office),
    office: office.name,
    english: [en, say('en', 'listing.reminder.next'), office.nameEn].join(' '),
  };
}

/** Whether what a queued mail says is still so, by the case as it is at this moment. */
export async function listingReminderStands(
  { cases }: { readonly cases: Pick<CaseStore, 'load'> },
  { about, of }: Reminder,
): Promise<boolean> {
  const stored = await cases.load<ListingCase>(about);
  if (stored === undefined) return false;
  return dateStanding(stored.state, stored.status as ListingStatus, of) !== undefined;
}
