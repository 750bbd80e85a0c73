import { computeDeadline } from '../calendar/deadline.ts';
import { addDays, type LocalDate } from '../calendar/localDate.ts';
import { nextLookAt, replacedBy } from '../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import {
  type ComplaintCase,
  type ComplaintStatus,
  openDispute,
  openSuspension,
  type StoredDeadline,
  type Suspension,
} from './complaintCase.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';

/** Kinds whose days do not count while the case rests (令121号 arts. 21, 22; 令2号 art. 18). */
const suspended: readonly DeadlineKind[] = ['mediate', 'decide', 'breach'];

/**
 * The row that a date of a case is counted by: that of the rule book in force on the day on which the case was
 * received, whatever the day of the event. Cases received by 2026-04-14 keep their 45 working days of mediation, and
 * their named reporters are told, also when new facts came in later.
 *
 * @returns undefined when that rule book knows no such date
 */
export function rowOf(kind: DeadlineKind, received: LocalDate): DeadlineRow | undefined {
  return ruleAt(deadlineRules, deadlineKindRow(kind).rule, received);
}

type Counted = Pick<ComplaintCase, 'received' | 'suspensions' | 'extensions'>;

/** The kind of the date that rests when the case does, and that new facts start anew. */
export function clockOf({ kind, deadlines }: Pick<ComplaintCase, 'kind' | 'deadlines'>): DeadlineKind {
  if (kind === 'complaint') return 'mediate';
  return deadlines.some((one) => one.kind === 'breach') ? 'breach' : 'decide';
}

/** The date of a kind that starts with an event; undefined when the rule book of the case knows none. */
export function deadlineOf(
  kind: DeadlineKind,
  event: LocalDate,
  complaint: Counted,
  calendar: WorkingCalendar,
): StoredDeadline | undefined {
  const rule = rowOf(kind, complaint.received.on);
  if (rule === undefined) return undefined;
  const extended = complaint.extensions.some(
    (one) => one.kind === kind && one.decided?.outcome === 'approved',
  );
  const suspensions = suspended.includes(kind) ? countedSuspensions(complaint.suspensions, event) : [];
  return { kind, deadline: computeDeadline({ rule, event, calendar, extended, suspensions }) };
}

/** The rests that are over and touch the period; each day once, however many rests cover it. */
function countedSuspensions(suspensions: readonly Suspension[], event: LocalDate) {
  return suspensions.flatMap(({ from, to }) => {
    if (to === undefined || to <= event) return [];
    return [{ from: from > event ? from : addDays(event, 1), to }];
  });
}

/** What tells which dates of a case count now. */
type Counting = Pick<ComplaintCase, 'deadlines' | 'suspensions' | 'disputes'>;

/** The dates that count now. While the case rests, what it suspends is not due. */
export function activeDeadlines(complaint: Counting, status: ComplaintStatus): readonly StoredDeadline[] {
  const rests = openSuspension(complaint) !== undefined;
  // The period of the mediation begins when that for accepting has been kept.
  const accepted = complaint.deadlines.some(({ kind }) => kind === 'mediate');
  return complaint.deadlines.filter(
    ({ kind }) =>
      deadlineKindRow(kind).during.includes(status) &&
      !(rests && suspended.includes(kind)) &&
      !(accepted && kind === 'accept') &&
      !(kind === 'competence' && openDispute(complaint) === undefined),
  );
}

/** The next instant at which time alone does something to the case; undefined when nothing is to come. */
export function nextLook(complaint: Counting, status: ComplaintStatus, at: string): string | undefined {
  return nextLookAt(activeDeadlines(complaint, status), at);
}

/** The same dates counted anew, after a rest, an extension or a new holiday table. */
export function recounted(
  stored: StoredDeadline,
  complaint: Counted,
  calendar: WorkingCalendar,
): StoredDeadline {
  const next = deadlineOf(stored.kind, stored.deadline.event, complaint, calendar);
  return next === undefined ? stored : replacedBy(stored, next);
}
