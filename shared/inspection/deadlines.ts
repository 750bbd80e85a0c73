import { computeDeadline, type Deadline } from '../calendar/deadline.ts';
import { daysBetween, type LocalDate, shanghaiDate } from '../calendar/localDate.ts';
import { nextLookAt, replacedBy } from '../calendar/storedDeadline.ts';
import { type WorkingCalendar, workingDayBefore } from '../calendar/workingDays.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { lawVersion, ruleAt } from '../law/lawTable.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';
import type { InspectionCase, InspectionStatus, StoredDeadline } from './inspectionCase.ts';

/** The row of the law that a date of a case is counted by, as it stood on the day of the event. */
export function rowOf(kind: DeadlineKind, event: LocalDate): DeadlineRow {
  const { rule } = deadlineKindRow(kind);
  const row: DeadlineRow | undefined = ruleAt(deadlineRules, rule, event);
  if (row === undefined) throw new Error(`no rule ${rule} on ${event}`);
  return row;
}

/**
 * The date of a kind that starts with an event. `days` replaces the row's length where a paper sets it
 * (责令限期改正).
 */
export function deadlineOf(
  kind: DeadlineKind,
  event: LocalDate,
  calendar: WorkingCalendar,
  days?: number,
): StoredDeadline {
  const row = rowOf(kind, event);
  const rule = days === undefined ? row : { ...row, length: days };
  return { kind, deadline: computeDeadline({ rule, event, calendar }) };
}

/** The last day of the visits is the plan's: it is not counted and does not move. */
export function visitDeadline(period: InspectionCase['period'], calendar: WorkingCalendar): StoredDeadline {
  const row = rowOf('visit', period.from);
  const target = workingDayBefore(period.to, calendar);
  const deadline: Deadline = {
    lawVersion: lawVersion(row),
    citation: row.citation,
    event: period.from,
    unit: 'day',
    direction: 'after',
    length: daysBetween(period.from, period.to),
    suspensions: [],
    dueLegal: period.to,
    dueTarget: target.value,
    provisional: target.provisional,
    lines: [
      { code: 'calendar.explain.rule', params: { citation: row.citation.text, rule: row.rule } },
      { code: 'inspection.explain.plan', params: { from: period.from, to: period.to } },
    ],
  };
  return { kind: 'visit', deadline };
}

/** The dates that count while the case is in this status. */
export function activeDeadlines(
  { deadlines }: Pick<InspectionCase, 'deadlines'>,
  status: InspectionStatus,
): readonly StoredDeadline[] {
  return deadlines.filter(({ kind }) => deadlineKindRow(kind).during.includes(status));
}

/**
 * The next instant at which time alone does something to the case; undefined when nothing is to come.
 *
 * @param at the present instant
 */
export function nextLook(
  inspection: InspectionCase,
  status: InspectionStatus,
  at: string,
): string | undefined {
  return nextLookAt(activeDeadlines(inspection, status), at);
}

/**
 * The same date counted anew by the tables as they are now; the reminders stay when the date does.
 * Only provisional dates are counted anew: one that was certain stays as it was told.
 */
export function recounted(
  stored: StoredDeadline,
  inspection: Pick<InspectionCase, 'period' | 'rectification'>,
  calendar: WorkingCalendar,
): StoredDeadline {
  const { kind, deadline } = stored;
  if (!deadline.provisional) return stored;
  const next =
    kind === 'visit'
      ? visitDeadline(inspection.period, calendar)
      : deadlineOf(
          kind,
          deadline.event,
          calendar,
          kind === 'rectify' ? inspection.rectification.at(-1)?.days : undefined,
        );
  return replacedBy(stored, next);
}

/** The Shanghai date of an instant of a case. */
export const dayOf = (at: string): LocalDate => shanghaiDate(at);
