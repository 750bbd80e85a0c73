import type { Deadline } from './deadline.ts';
import { endOfShanghaiDay, startOfShanghaiDay } from './localDate.ts';

/** A provisional date is looked at again this often, so that a new holiday table takes effect by itself. */
const PROVISIONAL_LOOK_MS = 3_600_000;

/** A date that a case keeps, with what has been told of it. */
export interface StoredDeadline<Kind extends string = string> {
  readonly kind: Kind;
  readonly deadline: Deadline;
  readonly remindedAt?: string;
  readonly escalatedAt?: string;
}

/** Sets the date of a kind anew; earlier reminders of that kind belong to the date that is gone. */
export function withDeadline<Stored extends StoredDeadline>(
  deadlines: readonly Stored[],
  next: Stored,
): readonly Stored[] {
  return [...deadlines.filter(({ kind }) => kind !== next.kind), next];
}

export function withoutDeadline<Stored extends StoredDeadline>(
  deadlines: readonly Stored[],
  kind: Stored['kind'],
): readonly Stored[] {
  return deadlines.filter((one) => one.kind !== kind);
}

/** When a date is reminded of and when it has passed, as instants. */
export function momentsOf({ deadline }: StoredDeadline): { readonly remind: string; readonly over: string } {
  return { remind: startOfShanghaiDay(deadline.dueTarget), over: endOfShanghaiDay(deadline.dueLegal) };
}

export function isOverdue(stored: StoredDeadline, at: string): boolean {
  return at >= momentsOf(stored).over;
}

/**
 * The next instant at which one of these dates does something by itself; undefined when nothing is to come.
 *
 * @param active the dates that count in the status of the case
 * @param at the present instant
 */
export function nextLookAt(active: readonly StoredDeadline[], at: string): string | undefined {
  const moments = active.flatMap((stored) => {
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
 * The date as it stands once it was recounted: what has been told of it stays told as long as the day is the same.
 */
export function replacedBy<Stored extends StoredDeadline>(stored: Stored, next: Stored): Stored {
  if (JSON.stringify(next.deadline) === JSON.stringify(stored.deadline)) return stored;
  return next.deadline.dueLegal === stored.deadline.dueLegal ? { ...stored, deadline: next.deadline } : next;
}

/** What has to be told of a date now: a reminder before its day, an escalation after it, each once. */
function tellingOf<Stored extends StoredDeadline>(
  stored: Stored,
  at: string,
): { readonly stored: Stored; readonly tell?: 'reminder' | 'escalation' } {
  const { remind, over } = momentsOf(stored);
  if (at >= over && stored.escalatedAt === undefined)
    return { stored: { ...stored, escalatedAt: at }, tell: 'escalation' };
  if (at >= remind && at < over && stored.remindedAt === undefined)
    return { stored: { ...stored, remindedAt: at }, tell: 'reminder' };
  return { stored };
}

/** A mail about a date of a case; the same key is the same mail. */
export interface DateTold<Audience> {
  readonly key: string;
  readonly order: {
    readonly type: 'reminder' | 'escalation';
    readonly kind: string;
    readonly due: string;
    readonly audience: readonly Audience[];
  };
}

/**
 * The dates of a case as an instant leaves them: those that count now are counted anew and told when their time has
 * come.
 *
 * @param recount the date by the tables as they are now; itself when it stands
 * @returns the same list when nothing has changed
 */
export function tellDates<Stored extends StoredDeadline, Audience>(of: {
  readonly deadlines: readonly Stored[];
  readonly active: readonly Stored[];
  readonly recount: (stored: Stored) => Stored;
  readonly whom: (kind: Stored['kind']) => {
    readonly reminded: readonly Audience[];
    readonly escalated: readonly Audience[];
  };
  readonly at: string;
}): { readonly deadlines: readonly Stored[]; readonly papers: readonly DateTold<Audience>[] } {
  const papers: DateTold<Audience>[] = [];
  const active = new Set(of.active.map(({ kind }) => kind));
  const deadlines = of.deadlines.map((stored) => {
    if (!active.has(stored.kind)) return stored;
    const now = of.recount(stored);
    const told = tellingOf(now, of.at);
    if (told.tell !== undefined) {
      const { reminded, escalated } = of.whom(now.kind);
      const due = now.deadline.dueLegal;
      const audience = told.tell === 'reminder' ? reminded : escalated;
      papers.push({
        key: `${told.tell}-${now.kind}-${due}`,
        order: { type: told.tell, kind: now.kind, due, audience },
      });
    }
    return told.stored;
  });
  const same = deadlines.every((one, i) => one === of.deadlines[i]);
  return { deadlines: same ? of.deadlines : deadlines, papers };
}
