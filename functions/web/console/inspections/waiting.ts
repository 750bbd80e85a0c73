import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { isDown, openCorrection } from '../../../../shared/inspection/correcting.ts';
import type { DeadlineKind } from '../../../../shared/inspection/deadlineKinds.ts';
import { activeDeadlines } from '../../../../shared/inspection/deadlines.ts';
import {
  type InspectionCase,
  type InspectionStatus,
  isMember,
  type StoredDeadline,
} from '../../../../shared/inspection/inspectionCase.ts';
import type { StoredInspection } from '../../../../shared/inspection/ports.ts';
import { isOpen } from '../../../../shared/inspection/staffing.ts';
import { type FormCommand, offered, type Person } from './offers.ts';

interface Case {
  readonly inspection: InspectionCase;
  readonly status: InspectionStatus;
  readonly user: Person;
  /** What the person can do at all. */
  readonly can: readonly FormCommand[];
  readonly overdue: boolean;
}

interface WaitRow {
  readonly code: string;
  /** The date by which it is to be done. */
  readonly deadline: DeadlineKind;
  readonly waits: (one: Case) => boolean;
}

const oversees = ({ user }: Case) => user.roles.includes('supervisor') || user.roles.includes('approver');
const ofTeam = ({ user, inspection }: Case) =>
  user.roles.includes('inspector') && isMember(inspection, user.inspectorId);

/** What can wait for somebody in an inspection, in the order in which it is listed. */
const waitRows = [
  { code: 'recusal', deadline: 'recusal', waits: ({ can }) => can.includes('decide-recusal') },
  { code: 'staffing', deadline: 'visit', waits: ({ can }) => can.includes('decide-staffing') },
  { code: 'cancel', deadline: 'visit', waits: ({ can }) => can.includes('cancel') },
  {
    // Nobody could be drawn for the seats, and nothing is under way that would change it.
    code: 'team',
    deadline: 'visit',
    waits: ({ status, can, inspection }) =>
      status === 'staffing' && can.includes('request-cancel') && !inspection.staffing.some(isOpen),
  },
  { code: 'overdue', deadline: 'visit', waits: (one) => oversees(one) && one.overdue },
  { code: 'review', deadline: 'review', waits: ({ can }) => can.includes('approve') },
  {
    code: 'propose',
    deadline: 'correction',
    waits: ({ can, inspection }) =>
      can.includes('propose-correction') && openCorrection(inspection)?.proposed === undefined,
  },
  {
    code: 'settle',
    deadline: 'correction',
    waits: ({ can, inspection }) =>
      can.includes('settle-correction') &&
      // Nothing can be proposed any more for a result that has come down.
      (isDown(inspection) || openCorrection(inspection)?.proposed !== undefined),
  },
  { code: 'visit', deadline: 'visit', waits: (one) => one.status === 'notified' && ofTeam(one) },
  { code: 'correct', deadline: 'correct', waits: (one) => one.status === 'returned' && ofTeam(one) },
  {
    code: 'recheck',
    deadline: 'recheck',
    waits: ({ can, inspection }) =>
      can.includes('recheck') && inspection.rectification.at(-1)?.recheck === undefined,
  },
  { code: 'confirmRecheck', deadline: 'recheck', waits: ({ can }) => can.includes('confirm-recheck') },
] as const satisfies readonly WaitRow[];

export type Wait = (typeof waitRows)[number]['code'];
export const waits: readonly Wait[] = waitRows.map(({ code }) => code);

/** One thing in one inspection that waits for a person, with its date where it has one. */
export interface Waiting {
  readonly what: Wait;
  readonly stored: StoredInspection;
  readonly deadline?: StoredDeadline;
}

const OVERDUE_VISIT: DeadlineKind = 'visit';

/** What waits for this person in one inspection. */
export function waitingIn(stored: StoredInspection, user: Person, today: LocalDate): readonly Waiting[] {
  const inspection = stored.state;
  const status = stored.status as InspectionStatus;
  const active = activeDeadlines(inspection, status);
  const dateOf = (kind: DeadlineKind) => active.find((one) => one.kind === kind);
  const visit = dateOf(OVERDUE_VISIT);
  const one: Case = {
    inspection,
    status,
    user,
    can: offered({ inspection, status, user, joinable: 0 }),
    overdue: visit !== undefined && visit.deadline.dueLegal < today,
  };
  return waitRows
    .filter((row) => row.waits(one))
    .map(({ code, deadline }) => {
      const date = dateOf(deadline);
      return { what: code, stored, ...(date === undefined ? {} : { deadline: date }) };
    });
}

/** What waits for this person, the earliest date first. */
export function waitingFor(
  inspections: readonly StoredInspection[],
  user: Person,
  today: LocalDate,
): readonly Waiting[] {
  const due = ({ deadline }: Waiting) => deadline?.deadline.dueLegal ?? '9999-12-31';
  return inspections
    .flatMap((stored) => waitingIn(stored, user, today))
    .sort((one, other) => due(one).localeCompare(due(other)));
}

/** The running date that comes first; of an inspection that is over there is none. */
export function nextDeadline(
  inspection: InspectionCase,
  status: InspectionStatus,
): StoredDeadline | undefined {
  return [...activeDeadlines(inspection, status)].sort((one, other) =>
    one.deadline.dueLegal.localeCompare(other.deadline.dueLegal),
  )[0];
}
