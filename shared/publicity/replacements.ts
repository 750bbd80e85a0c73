import { changesBetween, type SeatChange } from '../draw/changes.ts';
import type { DropOut } from '../draw/event.ts';
import type { DrawResult } from '../draw/result.ts';

/** A drop-out after the draw as the public sees it: pseudonyms, and numbers of the published list. */
export interface PublicReplacement {
  readonly event: DropOut;
  readonly at: string;
  /** Seats of other visits that changed hands; `to` is `''` when nobody could be drawn. */
  readonly seats: readonly (SeatChange & { readonly no: number })[];
  /** Number of the visit that is given up. */
  readonly left?: number;
  /** The agency that comes in for it; none when its cell is exhausted. */
  readonly cameIn?: { readonly no: number; readonly a: string; readonly cell: string };
}

/**
 * What each event changed.
 *
 * @param results of the draw itself, then after each event; what has no result yet is left out
 */
export function publicReplacements(
  events: readonly { readonly event: DropOut; readonly at: string }[],
  results: readonly DrawResult[],
): readonly PublicReplacement[] {
  const drawn = results[0]?.cells.flatMap((cell) => cell.drawn) ?? [];
  const numbers = new Map(drawn.map((a, i) => [a, i + 1]));
  const numberOf = (a: string) => numbers.get(a) ?? 0;
  return events.flatMap(({ event, at }, i): PublicReplacement[] => {
    const before = results[i];
    const after = results[i + 1];
    if (before === undefined || after === undefined) return [];
    const changes = changesBetween(before, after);
    const [came] = changes.cameIn;
    if (came !== undefined) numbers.set(came.a, numbers.size + 1);
    const [left] = changes.left;
    return [
      {
        event,
        at,
        seats: changes.seats.map((change) => ({ ...change, no: numberOf(change.a) })),
        ...(left === undefined ? {} : { left: numberOf(left) }),
        ...(came === undefined ? {} : { cameIn: { no: numberOf(came.a), a: came.a, cell: came.cell } }),
      },
    ];
  });
}

/** How often a person dropped out, and seats given up (DR-1 §7, attack 20). */
export interface PersonDropOuts {
  readonly tid: string;
  readonly times: number;
  readonly seats: number;
}

/** How many of a cell's drawn agencies dropped out (DR-1 §7, attack 19). */
export interface CellDropOuts {
  readonly cell: string;
  /** Agencies of the cell, and how many of them were drawn. */
  readonly N: number;
  readonly n: number;
  readonly dropped: number;
}

/** Those who dropped out of a draw, the most frequent first. */
export function personDropOuts(replacements: readonly PublicReplacement[]): readonly PersonDropOuts[] {
  const counts = new Map<string, PersonDropOuts>();
  for (const { event, seats } of replacements) {
    if (event.type !== 'inspector') continue;
    const { tid } = event;
    const before = counts.get(tid) ?? { tid, times: 0, seats: 0 };
    counts.set(tid, { tid, times: before.times + 1, seats: before.seats + seats.length });
  }
  return [...counts.values()].sort(
    (a, b) => b.times - a.times || b.seats - a.seats || (a.tid < b.tid ? -1 : 1),
  );
}

/** The cells of which an agency dropped out, in plan order. */
export function cellDropOuts(
  replacements: readonly PublicReplacement[],
  cells: DrawResult['cells'],
  cellOf: (no: number) => string | undefined,
): readonly CellDropOuts[] {
  const counts = new Map<string, number>();
  for (const { left } of replacements) {
    const cell = left === undefined ? undefined : cellOf(left);
    if (cell !== undefined) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return cells.flatMap(({ cell, N, n }) => {
    const dropped = counts.get(cell) ?? 0;
    return dropped === 0 ? [] : [{ cell, N, n, dropped }];
  });
}
