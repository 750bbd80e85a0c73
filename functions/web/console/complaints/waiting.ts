import type { LocalDate } from '../../../../shared/calendar/localDate.ts';
import {
  type ComplaintCase,
  type ComplaintStatus,
  openSuspension,
  type StoredDeadline,
} from '../../../../shared/complaint/complaintCase.ts';
import { activeDeadlines } from '../../../../shared/complaint/deadlines.ts';
import type { StoredComplaint } from '../../../../shared/complaint/ports.ts';
import { waitingTransfer } from '../../../../shared/complaint/transferring.ts';
import { type Person, waitingDecision, waitingExtension } from './offers.ts';

/** What an open case waits for, in the order in which it is asked about. A case may wait for several things. */
interface WaitRow {
  readonly code: string;
  readonly waits: (complaint: ComplaintCase, status: ComplaintStatus) => boolean;
  /** Whose it is: of a second person, or of whoever handles the case. */
  readonly of: 'second' | 'handler' | 'anybody' | 'system';
  /** Who has asked, and therefore may not decide. */
  readonly first?: (complaint: ComplaintCase) => string | undefined;
}

const waitRows = [
  {
    code: 'triage',
    waits: ({ handler }, status) => handler === undefined && status === 'received',
    of: 'anybody',
  },
  {
    code: 'extension',
    waits: (complaint) => waitingExtension(complaint) !== undefined,
    of: 'second',
    first: (complaint) => waitingExtension(complaint)?.asked.by,
  },
  {
    code: 'crime',
    waits: (complaint) => waitingTransfer(complaint) !== undefined,
    of: 'second',
    first: (complaint) => waitingTransfer(complaint)?.by,
  },
  {
    code: 'identity',
    waits: ({ reveals }) => reveals.some(({ decided }) => decided === undefined),
    of: 'second',
    first: ({ reveals }) => reveals.find(({ decided }) => decided === undefined)?.asked.by,
  },
  {
    code: 'decision',
    waits: (complaint, status) => status === 'verifying' && waitingDecision(complaint) !== undefined,
    of: 'second',
    first: (complaint) => waitingDecision(complaint)?.proposed.by,
  },
  {
    code: 'accept',
    waits: ({ kind, handler }, status) =>
      kind === 'complaint' && handler !== undefined && status === 'received',
    of: 'handler',
  },
  {
    code: 'begin',
    waits: ({ kind, handler }, status) => kind === 'report' && handler !== undefined && status === 'received',
    of: 'handler',
  },
  { code: 'mediate', waits: (_complaint, status) => status === 'mediating', of: 'handler' },
  {
    code: 'verify',
    waits: (complaint, status) => status === 'verifying' && waitingDecision(complaint) === undefined,
    of: 'handler',
  },
  { code: 'follow', waits: (_complaint, status) => status === 'decided', of: 'system' },
  { code: 'tell', waits: (_complaint, status) => status === 'telling', of: 'handler' },
  { code: 'message', waits: ({ messages }) => messages.unreadByOffice > 0, of: 'handler' },
] as const satisfies readonly WaitRow[];

export type Wait = (typeof waitRows)[number]['code'];
export const waits: readonly Wait[] = waitRows.map(({ code }) => code);

export const statusOf = ({ status }: Pick<StoredComplaint, 'status'>) => status as ComplaintStatus;

/** What a case waits for, whoever looks. */
export function waitsOf(stored: StoredComplaint): readonly Wait[] {
  return waitRows.filter(({ waits: wait }) => wait(stored.state, statusOf(stored))).map(({ code }) => code);
}

/** What of it is this person's to do: the second pair of eyes never belongs to who asked. */
export function waitsFor(stored: StoredComplaint, user: Person): readonly Wait[] {
  const { state } = stored;
  const rows: readonly WaitRow[] = waitRows;
  const found = new Set<string>(waitsOf(stored));
  const mine = rows.filter(({ code, of, first }) => {
    if (!found.has(code) || of === 'system') return false;
    if (of === 'second') return user.roles.includes('approver') && first?.(state) !== user.userId;
    if (!user.roles.includes('supervisor')) return false;
    return of === 'anybody' || state.handler?.userId === user.userId;
  });
  const codes = new Set(mine.map(({ code }) => code));
  return waits.filter((code) => codes.has(code));
}

/** The running date that comes first; none while the case rests, and none of one that has ended. */
export function nextDeadline(stored: StoredComplaint): StoredDeadline | undefined {
  return [...activeDeadlines(stored.state, statusOf(stored))].sort((one, other) =>
    one.deadline.dueLegal.localeCompare(other.deadline.dueLegal),
  )[0];
}

export function isOverdueOn(stored: StoredComplaint, today: LocalDate): boolean {
  return activeDeadlines(stored.state, statusOf(stored)).some(({ deadline }) => deadline.dueLegal < today);
}

export function isPaused({ state }: StoredComplaint): boolean {
  return openSuspension(state) !== undefined;
}

const LAST = '9999-12-31';

/** Days before rights are lost count like a date that the office owes: whichever is first. */
function pressesOn(stored: StoredComplaint): string {
  const due = nextDeadline(stored)?.deadline.dueLegal ?? LAST;
  const { urgent } = stored.state;
  return urgent !== undefined && urgent < due ? urgent : due;
}

/** Overdue ones on top, longest first; then by the day that presses first. */
export function byPressure(today: LocalDate): (one: StoredComplaint, other: StoredComplaint) => number {
  const rank = (stored: StoredComplaint) =>
    isOverdueOn(stored, today)
      ? `0 ${nextDeadline(stored)?.deadline.dueLegal ?? LAST}`
      : `1 ${pressesOn(stored)}`;
  return (one, other) =>
    `${rank(one)} ${one.state.id}`.localeCompare(`${rank(other)} ${other.state.id}`, 'en');
}
