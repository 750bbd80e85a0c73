import { type Changes, changesBetween } from '../changes.ts';
import type { DropOut } from '../event.ts';
import type { DrawResult } from '../result.ts';
import type { Visit, VisitSeat } from './visit.ts';
import type { VisitDirectory } from './visitDirectory.ts';

/** The visits that an event changes or brings in, as they are after it. */
export function replacedVisits(
  visits: readonly Visit[],
  event: DropOut,
  at: string,
  results: { readonly before: DrawResult; readonly after: DrawResult },
  directory: VisitDirectory,
): readonly Visit[] {
  const changes = changesBetween(results.before, results.after);
  return [...changed(visits, event, at, changes, directory), ...cameIn(visits, event, changes, directory)];
}

function changed(
  visits: readonly Visit[],
  { e, reason }: DropOut,
  at: string,
  changes: Changes,
  directory: VisitDirectory,
): Visit[] {
  const left = new Set(changes.left);
  return visits.flatMap((visit) => {
    if (visit.dropped !== undefined) return [];
    const gone = left.has(visit.tid);
    const successors = new Map(
      changes.seats.filter(({ a }) => a === visit.tid).map(({ seat, to }) => [seat, to]),
    );
    if (!gone && successors.size === 0) return [];
    const seats = visit.seats.map((seat): VisitSeat => {
      const to = gone ? '' : successors.get(seat.seat);
      if (to === undefined || to === seat.tid) return seat;
      const { tid, inspectorId, name, replaced = [] } = seat;
      const former = { tid, inspectorId, name, e, reason, at };
      return { seat: seat.seat, ...directory.holder(to), replaced: [...replaced, former] };
    });
    return [{ ...visit, seats, ...(gone ? { dropped: { e, reason } } : {}) }];
  });
}

function cameIn(
  visits: readonly Visit[],
  { e }: DropOut,
  changes: Changes,
  directory: VisitDirectory,
): Visit[] {
  const last = Math.max(0, ...visits.map(({ no }) => no));
  return changes.cameIn.map(({ a, cell, seats }, i) => {
    // Ranks of a cell come in one after the other (DR-1 §1.11.12), so the highest is the last that was used.
    const rank = 1 + Math.max(-1, ...visits.filter((one) => one.cell === cell).map((one) => one.rank));
    return { ...directory.visit({ no: last + 1 + i, tid: a, cell, rank }, seats), since: e };
  });
}

/** The visits that event `e` changed or brought in, as they are now. */
export function touchedBy(visits: readonly Visit[], e: number): readonly Visit[] {
  return visits.filter(
    ({ since, dropped, seats }) =>
      since === e || dropped?.e === e || seats.some(({ replaced }) => replaced?.some((one) => one.e === e)),
  );
}
