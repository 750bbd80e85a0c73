import { type Deal, type Levels, type Matcher, roomAt } from './matcher.ts';
import type { Roster } from './roster.ts';
import { Seating } from './seating.ts';

/**
 * The fast matcher (DR-1 §1.12): one plan kept complete, changed along augmenting paths. Held against the
 * naive flow bit for bit in the tests.
 */

/**
 * The next level above `level` at which anybody's room grows, or undefined. Room beyond one seat per visit
 * is no room, so that a large `past` or `cap` in a pool cannot make the search long.
 */
function nextLevel(roster: Roster, level: number): number | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const { past, cap } of roster.inspectors) {
    const useful = Math.min(cap, roster.visits.length);
    if (past + useful > level && useful > 0) next = Math.min(next, Math.max(level, past) + 1);
  }
  return Number.isFinite(next) ? next : undefined;
}

function roomsAt(roster: Roster, levels: (i: number) => number): number[] {
  return roster.inspectors.map((_, i) => Math.min(roomAt(roster, i, levels(i)), roster.visits.length));
}

/** Raises L and keeps the flow: only the new room has to be filled (DR-1 §1.9.1). */
function levels(roster: Roster): Levels {
  const seating = new Seating(roster);
  const found: (number | undefined)[] = roster.inspectors.map(() => undefined);
  for (let level: number | undefined = 0, now = 0; ; level = nextLevel(roster, now)) {
    if (level === undefined) {
      const blocking = roster.seats.flatMap((_, s) => (seating.isShortSeat(s) ? [s] : []));
      return { feasible: false, blocking };
    }
    now = level;
    seating.setRooms(roomsAt(roster, () => now));
    const complete = seating.serveAll();
    found.forEach((known, i) => {
      if (known === undefined && (complete || !seating.isShortInspector(i))) found[i] = now;
    });
    if (complete) return { feasible: true, levels: found.map((known) => known ?? now) };
  }
}

function startDeal(roster: Roster, rooms: readonly number[]): Deal {
  const seating = new Seating(roster);
  seating.setRooms(rooms.map((room) => Math.min(room, roster.visits.length)));
  if (!seating.serveAll()) throw new RangeError('no complete plan within these rooms');
  return { tryFix: (seat, inspector) => seating.tryFix(seat, inspector) };
}

export const fastMatcher: Matcher = { levels, startDeal };
