import type { DeadlineRow, PeriodUnit } from '../law/deadlineRow.ts';
import { type Citation, lawVersion } from '../law/lawTable.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from './localDate.ts';
import {
  addWorkingDays,
  type Dated,
  isWorkingDay,
  type WorkingCalendar,
  workingDayBefore,
  workingDayFrom,
} from './workingDays.ts';

/** Days that do not count (tests, expert opinions, hearings, announcement): both ends inclusive. */
export type Suspension = { readonly from: LocalDate; readonly to: LocalDate };

/** One line of the answer to "why this date?": the text is looked up by `code`, with `params` filled in. */
export type ExplanationLine = { readonly code: string; readonly params: Record<string, string | number> };

export type Deadline = {
  /** The version of the rule that was applied, to be stored with the case. */
  readonly lawVersion: string;
  readonly citation: Citation;
  readonly event: LocalDate;
  readonly unit: PeriodUnit;
  readonly direction: DeadlineRow['direction'];
  /** In `unit`, an approved extension included. */
  readonly length: number;
  readonly suspensions: readonly Suspension[];
  /** The last day by the law's counting, moved to a working day when it fell on a day off. */
  readonly dueLegal: LocalDate;
  /** The working day before: what reminders and the office's own planning go by, never a legal date. */
  readonly dueTarget: LocalDate;
  /** The date rests on a year whose holiday table is missing: show 暂定, alarm, recompute. */
  readonly provisional: boolean;
  readonly lines: readonly ExplanationLine[];
};

export type DeadlineInput = {
  readonly rule: DeadlineRow;
  /** Day of the event; not counted itself (民法典 art. 201(1)). */
  readonly event: LocalDate;
  readonly calendar: WorkingCalendar;
  /** True once the extension of the rule has been approved. */
  readonly extended?: boolean;
  readonly suspensions?: readonly Suspension[];
};

/**
 * Computes a deadline from a row of the law: the day of the event is not counted, working days are those of the
 * loaded tables, months end on the day of the same number or the month's end (民法典 art. 202), and a last day
 * that is a day off moves to the next working day (民法典 art. 203; 令121号 art. 45; 令2号 art. 80).
 * For a period that runs back from an event (a notice served at least n days before), the last day moves to
 * the working day before instead, so that the other side never gets less time.
 * @throws RangeError when an extension is asked of a rule that has none, or a backward period is suspended.
 */
export function computeDeadline(input: DeadlineInput): Deadline {
  const { rule, event, calendar } = input;
  const suspensions = input.suspensions ?? [];
  const length = lengthOf(rule, input.extended === true);
  if (rule.direction === 'before' && suspensions.length > 0) {
    throw new RangeError(`${rule.rule}: a period before an event cannot be suspended`);
  }
  const last =
    rule.direction === 'before'
      ? countBack(rule, event, length, calendar)
      : countOn(rule, event, length, suspensions, calendar);
  const onDayOff = !isWorkingDay(last.value, calendar).value;
  const due =
    rule.direction === 'before' ? workingDayUpTo(last.value, calendar) : workingDayFrom(last.value, calendar);
  const target = workingDayBefore(due.value, calendar);
  const provisional = last.provisional || due.provisional || target.provisional;
  return {
    lawVersion: lawVersion(rule),
    citation: rule.citation,
    event,
    unit: rule.unit,
    direction: rule.direction,
    length,
    suspensions,
    dueLegal: due.value,
    dueTarget: target.value,
    provisional,
    lines: explain(
      input,
      { length, last: last.value, due: due.value, target: target.value },
      onDayOff,
      provisional,
    ),
  };
}

function lengthOf(rule: DeadlineRow, extended: boolean): number {
  if (!extended) return rule.length;
  if (rule.extension === undefined) throw new RangeError(`${rule.rule} cannot be extended`);
  return rule.length + rule.extension.length;
}

function isSuspended(day: LocalDate, suspensions: readonly Suspension[]): boolean {
  return suspensions.some((run) => run.from <= day && day <= run.to);
}

function countOn(
  rule: DeadlineRow,
  event: LocalDate,
  length: number,
  suspensions: readonly Suspension[],
  calendar: WorkingCalendar,
): Dated<LocalDate> {
  // A period of months without suspension ends on a day of the month; otherwise it is that many days, walked.
  let left = rule.unit === 'month' ? daysBetween(event, addMonths(event, length)) : length;
  let day = event;
  let provisional = false;
  while (left > 0) {
    day = addDays(day, 1);
    if (isSuspended(day, suspensions)) continue;
    if (rule.unit === 'workingDay') {
      const worked = isWorkingDay(day, calendar);
      provisional ||= worked.provisional;
      if (!worked.value) continue;
    }
    left -= 1;
  }
  return { value: day, provisional };
}

function countBack(
  rule: DeadlineRow,
  event: LocalDate,
  length: number,
  calendar: WorkingCalendar,
): Dated<LocalDate> {
  if (rule.unit === 'workingDay') return addWorkingDays(event, -length, calendar);
  const value = rule.unit === 'month' ? addMonths(event, -length) : addDays(event, -length);
  return { value, provisional: false };
}

function workingDayUpTo(date: LocalDate, calendar: WorkingCalendar): Dated<LocalDate> {
  const here = isWorkingDay(date, calendar);
  return here.value ? { value: date, provisional: here.provisional } : workingDayBefore(date, calendar);
}

function explain(
  { rule, event, suspensions = [], extended, calendar }: DeadlineInput,
  found: { length: number; last: LocalDate; due: LocalDate; target: LocalDate },
  onDayOff: boolean,
  provisional: boolean,
): ExplanationLine[] {
  const { length, last, due, target } = found;
  const lines: ExplanationLine[] = [
    { code: 'calendar.explain.rule', params: { citation: rule.citation.text, rule: rule.rule } },
    { code: `calendar.explain.count_${rule.direction}_${rule.unit}`, params: { event, length, last } },
  ];
  if (extended === true) {
    lines.push({
      code: 'calendar.explain.extended',
      params: { length: rule.extension?.length ?? 0, needs: rule.extension?.needs ?? '' },
    });
  }
  for (const run of suspensions) {
    lines.push({ code: 'calendar.explain.suspended', params: { from: run.from, to: run.to } });
  }
  if (onDayOff) lines.push({ code: `calendar.explain.day_off_${rule.direction}`, params: { last, due } });
  if (rule.citation.verification !== 'V') {
    lines.push({ code: 'calendar.explain.unverified', params: { citation: rule.citation.text } });
  }
  const years = [event, last, due, target].map((date) => Number(date.slice(0, 4)));
  const doubtful = years.find((year) => calendar.unverified.has(year));
  if (doubtful !== undefined) {
    lines.push({ code: 'calendar.explain.unverified_year', params: { year: doubtful } });
  }
  if (provisional) {
    const missing = years.find((year) => !calendar.complete.has(year)) ?? Number(due.slice(0, 4));
    lines.push({ code: 'calendar.explain.provisional', params: { year: missing } });
  }
  return lines;
}
