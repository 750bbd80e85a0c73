import type { Roster } from './roster.ts';

/**
 * The two questions of DR-1 §1.9 that need a flow. Their answers are mathematical facts, so every correct
 * matcher gives the same teams bit for bit (DR-1 §1.9, "Canonical").
 */

/** Level per inspector, or the seats of the Hall certificate (DR-1 §1.9.1, §1.11.10), ascending. */
export type Levels =
  | { readonly feasible: true; readonly levels: readonly number[] }
  | { readonly feasible: false; readonly blocking: readonly number[] };

/** A deal in progress: seats are fixed one after the other, a complete plan stays possible. */
export interface Deal {
  /** Fixes the open seat to the inspector if all open seats can still be filled then; else changes nothing. */
  readonly tryFix: (seat: number, inspector: number) => boolean;
}

export interface Matcher {
  readonly levels: (roster: Roster) => Levels;
  /** Starts a deal in which inspector i may hold `rooms[i]` seats. Throws if no complete plan exists. */
  readonly startDeal: (roster: Roster, rooms: readonly number[]) => Deal;
}

/** `cap_i(L) = min(cap_i, max(0, L − past_i))`: the room of an inspector at level L, and at `level + slack` his c_i. */
export function roomAt(roster: Roster, i: number, level: number): number {
  const inspector = roster.inspectors[i];
  return inspector === undefined ? 0 : Math.min(inspector.cap, Math.max(0, level - inspector.past));
}

/** `max(past + cap)`: from this level on, room is limited by the caps alone. */
export function highestLevel(roster: Roster): number {
  return roster.inspectors.reduce((most, { past, cap }) => Math.max(most, past + cap), 0);
}
