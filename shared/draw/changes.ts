import type { Team } from './replacement.ts';
import type { DrawResult } from './result.ts';

/** What one event changed: two results of the same draw compared. */
export interface Changes {
  /** Seats of visits that stand in both; `''` where nobody sits. */
  readonly seats: readonly SeatChange[];
  /** Agencies that are not visited any more. */
  readonly left: readonly string[];
  /** Agencies that are visited instead, with their teams. */
  readonly cameIn: readonly CameIn[];
}

export interface SeatChange {
  /** tid of the agency. */
  readonly a: string;
  /** From 1; seat 1 is the leader's. */
  readonly seat: number;
  readonly from: string;
  readonly to: string;
}

export interface CameIn extends Team {
  readonly cell: string;
}

type Outcome = Pick<DrawResult, 'cells' | 'teams' | 'after'>;

/** Cells and teams as they stand by a result, after its events if it has any. */
export function standing({ cells, teams, after }: Outcome): {
  readonly cells: readonly { readonly cell: string; readonly drawn: readonly string[] }[];
  readonly teams: readonly Team[];
} {
  return after ?? { cells, teams };
}

/** What changed from one result of a draw to a later one. */
export function changesBetween(earlier: Outcome, later: Outcome): Changes {
  const before = standing(earlier);
  const now = standing(later);
  const drawnBefore = new Set(before.cells.flatMap(({ drawn }) => drawn));
  const drawnNow = new Set(now.cells.flatMap(({ drawn }) => drawn));
  const seatsBefore = new Map(before.teams.map(({ a, seats }) => [a, seats]));
  const seatsNow = new Map(now.teams.map(({ a, seats }) => [a, seats]));
  return {
    seats: now.teams.flatMap(({ a, seats }) => {
      const held = seatsBefore.get(a);
      if (held === undefined) return [];
      return seats.flatMap((to, k) => {
        const from = held[k] ?? '';
        return from === to ? [] : [{ a, seat: k + 1, from, to }];
      });
    }),
    left: [...drawnBefore].filter((a) => !drawnNow.has(a)),
    cameIn: now.cells.flatMap(({ cell, drawn }) =>
      drawn.filter((a) => !drawnBefore.has(a)).map((a) => ({ a, cell, seats: seatsNow.get(a) ?? [] })),
    ),
  };
}
