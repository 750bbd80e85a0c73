import { computeDeadline, type Deadline } from '../calendar/deadline.ts';
import {
  daysBetween,
  endOfShanghaiDay,
  type LocalDate,
  shanghaiDate,
  startOfShanghaiDay,
} from '../calendar/localDate.ts';
import { type WorkingCalendar, workingDayBefore } from '../calendar/workingDays.ts';
import type { DeadlineRow } from '../law/deadlineRow.ts';
import { deadlineRules } from '../law/deadlineRules.ts';
import { lawVersion, ruleAt } from '../law/lawTable.ts';
import { type DeadlineKind, deadlineKindRow } from './deadlineKinds.ts';
import type { InspectionCase, InspectionStatus, StoredDeadline } from './inspectionCase.ts';

/** A provisional date is looked at again this often, so that a new holiday table takes effect by itself. */
const PROVISIONAL_LOOK_MS = 3_600_000;

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

/** Sets the date of a kind anew; earlier reminders of that kind belong to the date that is gone. */
export function withDeadline(
  deadlines: readonly StoredDeadline[],
  next: StoredDeadline,
): readonly StoredDeadline[] {
  return [...deadlines.filter(({ kind }) => kind !== next.kind), next];
}

export function withoutDeadline(
  deadlines: readonly StoredDeadline[],
  kind: DeadlineKind,
): readonly StoredDeadline[] {
  return deadlines.filter((one) => one.kind !== kind);
}

/** The dates that count while the case is in this status. */
export function activeDeadlines(
  { deadlines }: Pick<InspectionCase, 'deadlines'>,
  status: InspectionStatus,
): readonly StoredDeadline[] {
  return deadlines.filter(({ kind }) => deadlineKindRow(kind).during.includes(status));
}

/** When a date is reminded of and when it has passed, as instants. */
export function momentsOf({ deadline }: StoredDeadline): { readonly remind: string; readonly over: string } {
  return { remind: startOfShanghaiDay(deadline.dueTarget), over: endOfShanghaiDay(deadline.dueLegal) };
}

export function isOverdue(stored: StoredDeadline, at: string): boolean {
  return at >= momentsOf(stored).over;
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
  const moments = activeDeadlines(inspection, status).flatMap((stored) => {
    const { remind, over } = momentsOf(stored);
    return [
      ...(stored.remindedAt === undefined && stored.escalatedAt === undefined ? [remind] : []),
      ...(stored.escalatedAt === undefined ? [over] : []),
      ...(stored.deadline.provisional
        ? [`${new Date(Date.parse(at) + PROVISIONAL_LOOK_MS).toISOString().slice(0, 19)}Z`]
        : []),
    ];
  });
  return moments.sort()[0];
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
  if (JSON.stringify(next.deadline) === JSON.stringify(deadline)) return stored;
  return next.deadline.dueLegal === deadline.dueLegal ? { ...stored, deadline: next.deadline } : next;
}

/** The Shanghai date of an instant of a case. */
export const dayOf = (at: string): LocalDate => shanghaiDate(at);
