import { computeDeadline } from '../calendar/deadline.ts';
import type { LocalDate } from '../calendar/localDate.ts';
import { nextLookAt, replacedBy } from '../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';
import type { RepairCase, RepairStatus, StoredDeadline, SubjectKind } from './repairCase.ts';

type Counted = Pick<RepairCase, 'extension'>;

/** An entry of the abnormal list is decided on in two working days, everything else in seven (令107号 art. 16). */
export function decisionKind(kind: SubjectKind): DeadlineKind {
  return kind === 'abnormal' ? 'decideAbnormal' : 'decide';
}

/**
 * The date of a kind that starts with an event, by the row in force on that day.
 *
 * @throws when no row is in force: the procedure has no rule then
 */
export function deadlineOf(
  kind: DeadlineKind,
  event: LocalDate,
  { extension }: Counted,
  calendar: WorkingCalendar,
): StoredDeadline {
  const rule = ruleAt(deadlineRules, deadlineKindRow(kind).rule, event);
  if (rule === undefined) throw new Error(`no rule for ${kind} on ${event}`);
  const extended = kind === 'decide' && extension?.decided?.outcome === 'approved';
  return { kind, deadline: computeDeadline({ rule, event, calendar, extended }) };
}

/** The dates that count now. */
export function activeDeadlines(
  { deadlines }: Pick<RepairCase, 'deadlines'>,
  status: RepairStatus,
): readonly StoredDeadline[] {
  return deadlines.filter(({ kind }) => deadlineKindRow(kind).during.includes(status));
}

/** The next instant at which a date is reminded of or has passed; undefined when nothing is to come. */
export function nextLook(
  repair: Pick<RepairCase, 'deadlines'>,
  status: RepairStatus,
  at: string,
): string | undefined {
  return nextLookAt(activeDeadlines(repair, status), at);
}

/** The same date counted anew, after an extension or a new holiday table. */
export function recounted(
  stored: StoredDeadline,
  repair: Counted,
  calendar: WorkingCalendar,
): StoredDeadline {
  return replacedBy(stored, deadlineOf(stored.kind, stored.deadline.event, repair, calendar));
}
