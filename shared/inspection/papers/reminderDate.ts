import type { Deadline } from '../../calendar/deadline.ts';
import type { LocalDate } from '../../calendar/localDate.ts';
import { momentsOf } from '../../calendar/storedDeadline.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import { type DeadlineKind, deadlineKinds } from '../deadlineKinds.ts';
import { activeDeadlines, dayOf, deadlineOf } from '../deadlines.ts';
import { currentRound, type InspectionCase, type InspectionStatus } from '../inspectionCase.ts';

export interface DateTold {
  readonly type: 'reminder' | 'escalation';
  readonly kind: string;
  readonly due: string;
}

function kindNamed(code: string): DeadlineKind | undefined {
  return deadlineKinds.find(({ kind }) => kind === code)?.kind;
}

/**
 * The date that a mail speaks of, while it is still to be met: undefined when it has been met, has moved or is gone, and
 * for a reminder when it has passed, because then an escalation says so.
 */
export function dateStanding(
  inspection: InspectionCase,
  status: InspectionStatus,
  told: DateTold,
  { at, calendar }: { readonly at: string; readonly calendar: WorkingCalendar },
): Deadline | undefined {
  const kind = kindNamed(told.kind);
  if (kind === undefined) return undefined;
  const stored = activeDeadlines(inspection, status).find(
    (one) => one.kind === kind && one.deadline.dueLegal === told.due,
  );
  if (stored !== undefined)
    return told.type === 'reminder' && at >= momentsOf(stored).over ? undefined : stored.deadline;
  return kind === 'rectify' && told.type === 'escalation'
    ? rectificationMissed(inspection, status, told.due as LocalDate, calendar)
    : undefined;
}

/**
 * When the period for putting right is over the case goes on to the re-check at once, and its date with it. That the
 * agency has not reported stays true until the team has checked.
 */
function rectificationMissed(
  inspection: InspectionCase,
  status: InspectionStatus,
  due: LocalDate,
  calendar: WorkingCalendar,
): Deadline | undefined {
  const round = currentRound(inspection);
  if (
    status !== 'rechecking' ||
    round === undefined ||
    round.answer !== undefined ||
    round.recheck !== undefined
  )
    return undefined;
  const { deadline } = deadlineOf('rectify', dayOf(round.ordered.at), calendar, round.days);
  return deadline.dueLegal === due ? deadline : { ...deadline, dueLegal: due };
}
