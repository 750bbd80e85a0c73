import { computeDeadline } from '../calendar/deadline.ts';
import { addDays, type LocalDate } from '../calendar/localDate.ts';
import { nextLookAt, replacedBy } from '../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { ruleAt } from '../law/lawTable.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';
import {
  openSuspension,
  type PenaltyCase,
  type PenaltyStatus,
  type StoredDeadline,
  type Suspension,
} from './penaltyCase.ts';

/** What rests while the case is suspended (令2号 art. 64); the check before the filing knows only tests, which are rare. */
const suspended: readonly DeadlineKind[] = ['decide'];

type Counted = Pick<PenaltyCase, 'suspensions' | 'extensions'>;

/**
 * The date of a kind that starts with an event, by the row in force on that day.
 *
 * @throws when no row is in force: the procedure has no rule then
 */
export function deadlineOf(
  kind: DeadlineKind,
  event: LocalDate,
  penalty: Counted,
  calendar: WorkingCalendar,
): StoredDeadline {
  const rule = ruleAt(deadlineRules, deadlineKindRow(kind).rule, event);
  if (rule === undefined) throw new Error(`no rule for ${kind} on ${event}`);
  const extended = penalty.extensions.some((one) => one.kind === kind && one.decided?.outcome === 'approved');
  const suspensions = suspended.includes(kind) ? countedSuspensions(penalty.suspensions, event) : [];
  return { kind, deadline: computeDeadline({ rule, event, calendar, extended, suspensions }) };
}

function countedSuspensions(suspensions: readonly Suspension[], event: LocalDate) {
  return suspensions.flatMap(({ from, to }) =>
    to === undefined || to <= event ? [] : [{ from: from > event ? from : addDays(event, 1), to }],
  );
}

/** The dates that count now. While the case rests, what it suspends is not due. */
export function activeDeadlines(
  penalty: Pick<PenaltyCase, 'deadlines' | 'suspensions' | 'annulment'>,
  status: PenaltyStatus,
): readonly StoredDeadline[] {
  const rests = openSuspension(penalty) !== undefined;
  return penalty.deadlines.filter(
    ({ kind }) =>
      deadlineKindRow(kind).during.includes(status) &&
      !(rests && suspended.includes(kind)) &&
      !(kind === 'withdraw' && penalty.annulment?.decided !== undefined),
  );
}

/** The next instant at which time alone does something to the case; undefined when nothing is to come. */
export function nextLook(
  penalty: Pick<PenaltyCase, 'deadlines' | 'suspensions' | 'annulment'>,
  status: PenaltyStatus,
  at: string,
): string | undefined {
  return nextLookAt(activeDeadlines(penalty, status), at);
}

/** The same date counted anew, after a rest, an extension or a new holiday table. */
export function recounted(
  stored: StoredDeadline,
  penalty: Counted,
  calendar: WorkingCalendar,
): StoredDeadline {
  return replacedBy(stored, deadlineOf(stored.kind, stored.deadline.event, penalty, calendar));
}

export function allRecounted(penalty: PenaltyCase, calendar: WorkingCalendar): PenaltyCase {
  return {
    ...penalty,
    deadlines: penalty.deadlines.map((stored) => recounted(stored, penalty, calendar)),
  };
}
