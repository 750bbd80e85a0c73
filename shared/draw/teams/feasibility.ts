import type { Unfit } from './eligibility.ts';
import { fastMatcher } from './fastMatcher.ts';
import type { Levels } from './matcher.ts';
import { mayTake, type Roster, whyNot } from './roster.ts';

/**
 * Is a full set of teams possible, and if not, why not (DR-1 §1.9.5): the Hall certificate in connected
 * parts, and per seat why the inspectors fall out. Anyone can check the sums by hand.
 */

/** How many inspectors fall out for each reason; `room` counts those who fit but are needed elsewhere. */
export type FallOut = Readonly<Record<Unfit | 'room', number>>;

export interface BlockedSeat {
  /** `tid#k` */
  readonly name: string;
  readonly fallOut: FallOut;
}

/** Seats that depend on the same inspectors. */
export interface BlockedPart {
  readonly seats: readonly BlockedSeat[];
  /** Σ over inspectors of min(cap, visits of the part that he may serve); less than `seats.length`. */
  readonly supply: number;
  /** tids of the inspectors counted in `supply`. */
  readonly inspectors: readonly string[];
}

export type Feasibility =
  | { readonly feasible: true }
  | { readonly feasible: false; readonly parts: readonly BlockedPart[] };

/** Answers for the visits and inspectors of a roster. `levels` may be handed in if they are known already. */
export function teamFeasibility(roster: Roster, levels: Levels = fastMatcher.levels(roster)): Feasibility {
  if (levels.feasible) return { feasible: true };
  return {
    feasible: false,
    parts: connectedParts(roster, levels.blocking).map((part) => blockedPart(roster, part)),
  };
}

/** Blocking seats joined through inspectors who may take them. */
function connectedParts(roster: Roster, blocking: readonly number[]): number[][] {
  const waiting = new Set(blocking);
  const parts: number[][] = [];
  for (const first of blocking) {
    if (!waiting.delete(first)) continue;
    const part = [first];
    const joined = new Set<number>();
    // The list grows while it is walked.
    for (const s of part)
      for (const i of fitting(roster, s)) {
        if (joined.has(i)) continue;
        joined.add(i);
        for (const other of waiting)
          if (mayTake(roster, other, i)) {
            waiting.delete(other);
            part.push(other);
          }
      }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

function fitting(roster: Roster, s: number): number[] {
  return roster.inspectors.flatMap((_, i) => (mayTake(roster, s, i) ? [i] : []));
}

function blockedPart(roster: Roster, part: readonly number[]): BlockedPart {
  const visitsOf = new Map<number, Set<number>>();
  for (const s of part)
    for (const i of fitting(roster, s)) {
      const visits = visitsOf.get(i) ?? new Set();
      visitsOf.set(i, visits.add(roster.seats[s]?.visit ?? -1));
    }
  let supply = 0;
  for (const [i, visits] of visitsOf) supply += Math.min(roster.inspectors[i]?.cap ?? 0, visits.size);
  return {
    seats: part.map((s) => ({ name: roster.seats[s]?.name ?? '', fallOut: fallOut(roster, s) })),
    supply,
    inspectors: [...visitsOf.keys()].sort((a, b) => a - b).map((i) => roster.inspectors[i]?.tid ?? ''),
  };
}

function fallOut(roster: Roster, s: number): FallOut {
  const counts = { certificate: 0, district: 0, qualification: 0, conflict: 0, room: 0 };
  for (const i of roster.inspectors.keys()) counts[whyNot(roster, s, i) ?? 'room']++;
  return counts;
}
