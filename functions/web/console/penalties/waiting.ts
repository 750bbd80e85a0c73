import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import { activeDeadlines } from '../../../../shared/penalty/deadlines.ts';
import { mayDecide } from '../../../../shared/penalty/deciding.ts';
import {
  openSuspension,
  type PenaltyCase,
  type PenaltyStatus,
  type StoredDeadline,
} from '../../../../shared/penalty/penaltyCase.ts';
import type { StoredPenalty } from '../../../../shared/penalty/ports.ts';
import { mayReview } from '../../../../shared/penalty/reviewing.ts';
import { type Person, waitingAnnulment, waitingExtension, waitingFiling } from './offers.ts';

/** What a case waits for, in the order in which it is asked about. A case may wait for several things. */
interface WaitRow {
  readonly code: string;
  readonly waits: (penalty: PenaltyCase, status: PenaltyStatus) => boolean;
  /** Whose it is: of whoever approves, reviews or handles, of any supervisor, or of nobody in the office. */
  readonly of: 'approver' | 'reviewer' | 'handler' | 'anybody' | 'nobody';
  /** Of those, whether this person may: never who asked for it. */
  readonly may?: (penalty: PenaltyCase, user: Person) => boolean;
}

const inStatus =
  (...all: readonly PenaltyStatus[]): WaitRow['waits'] =>
  (_penalty, status) =>
    all.includes(status);

const waitRows = [
  {
    code: 'triage',
    waits: ({ handler }, status) => handler === undefined && status === 'lead',
    of: 'anybody',
  },
  {
    code: 'filing',
    waits: (penalty, status) => status === 'lead' && waitingFiling(penalty) !== undefined,
    of: 'approver',
    may: (penalty, user) => waitingFiling(penalty)?.proposed.by !== user.userId,
  },
  {
    code: 'extension',
    waits: (penalty) => waitingExtension(penalty) !== undefined,
    of: 'approver',
    may: (penalty, user) => waitingExtension(penalty)?.asked.by !== user.userId,
  },
  {
    code: 'chair',
    waits: ({ hearing }, status) => status === 'hearing' && hearing?.chair === undefined,
    of: 'approver',
  },
  {
    code: 'decision',
    waits: inStatus('deciding'),
    of: 'approver',
    may: (penalty, user) => mayDecide(penalty, user).ok,
  },
  {
    code: 'annulment',
    waits: (penalty) => waitingAnnulment(penalty) !== undefined,
    of: 'approver',
    may: (penalty, user) => waitingAnnulment(penalty)?.proposed.by !== user.userId,
  },
  {
    code: 'review',
    waits: inStatus('reviewing'),
    of: 'reviewer',
    may: (penalty, user) => mayReview(penalty, user).ok,
  },
  {
    code: 'propose',
    waits: (penalty, status) =>
      status === 'lead' && penalty.handler !== undefined && waitingFiling(penalty) === undefined,
    of: 'handler',
  },
  { code: 'draft', waits: inStatus('investigating'), of: 'handler' },
  { code: 'serveNotice', waits: inStatus('noticing'), of: 'handler' },
  { code: 'party', waits: inStatus('defending'), of: 'nobody' },
  {
    code: 'hearing',
    waits: ({ hearing }, status) => status === 'hearing' && hearing?.chair !== undefined,
    of: 'handler',
  },
  { code: 'consider', waits: inStatus('considering'), of: 'handler' },
  { code: 'serveDecision', waits: inStatus('serving'), of: 'handler' },
  { code: 'effect', waits: inStatus('effective'), of: 'nobody' },
  { code: 'performance', waits: inStatus('performing'), of: 'handler' },
] as const satisfies readonly WaitRow[];

export type Wait = (typeof waitRows)[number]['code'];
export const waits: readonly Wait[] = waitRows.map(({ code }) => code);

export const statusOf = ({ status }: Pick<StoredPenalty, 'status'>) => status as PenaltyStatus;

/** What a case waits for, whoever looks. */
export function waitsOf(stored: StoredPenalty): readonly Wait[] {
  return waitRows.filter(({ waits: wait }) => wait(stored.state, statusOf(stored))).map(({ code }) => code);
}

/** What of it is this person's to do. */
export function waitsFor(stored: StoredPenalty, user: Person): readonly Wait[] {
  const { state } = stored;
  const rows: readonly (WaitRow & { readonly code: Wait })[] = waitRows;
  return rows
    .filter(({ waits: wait }) => wait(state, statusOf(stored)))
    .filter(({ of, may }) => isOf(of, state, user) && (may === undefined || may(state, user)))
    .map(({ code }) => code);
}

function isOf(of: WaitRow['of'], { handler }: PenaltyCase, { roles, userId }: Person): boolean {
  switch (of) {
    case 'approver':
      return roles.includes('approver');
    case 'reviewer':
      return roles.includes('legalReviewer');
    case 'anybody':
      return roles.includes('supervisor');
    case 'handler':
      return roles.includes('supervisor') && handler?.userId === userId;
    case 'nobody':
      return false;
  }
}

/** The running date that comes first; none of one that has ended. */
export function nextDeadline(stored: StoredPenalty): StoredDeadline | undefined {
  return [...activeDeadlines(stored.state, statusOf(stored))].sort((one, other) =>
    one.deadline.dueLegal.localeCompare(other.deadline.dueLegal),
  )[0];
}

export function isOverdueOn(stored: StoredPenalty, today: LocalDate): boolean {
  return activeDeadlines(stored.state, statusOf(stored)).some(
    // What the party owes is not what the office is late with.
    ({ kind, deadline }) => kind !== 'pay' && kind !== 'defence' && deadline.dueLegal < today,
  );
}

export function isPaused({ state }: StoredPenalty): boolean {
  return openSuspension(state) !== undefined;
}

const LAST = '9999-12-31';

/** Overdue ones on top, longest first; then by the day that presses first. */
export function byPressure(today: LocalDate): (one: StoredPenalty, other: StoredPenalty) => number {
  const rank = (stored: StoredPenalty) =>
    `${isOverdueOn(stored, today) ? 0 : 1} ${nextDeadline(stored)?.deadline.dueLegal ?? LAST} ${stored.state.id}`;
  return (one, other) => rank(one).localeCompare(rank(other), 'en');
}
