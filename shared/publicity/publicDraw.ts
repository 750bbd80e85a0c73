import { fromHex, toHex } from '../draw/bytes.ts';
import type { DrawCase, DrawKindOfCase, DrawStatus } from '../draw/ceremony/drawCase.ts';
import { originOfCell, type VisitOrigin } from '../draw/ceremony/visitOrigin.ts';
import { standing } from '../draw/changes.ts';
import type { HashSuite } from '../draw/hash.ts';
import type { Plan } from '../draw/plan.ts';
import type { DrawResult } from '../draw/result.ts';
import { keyedHash } from '../draw/seed.ts';
import { ticket } from '../draw/selection.ts';
import type { AgencyRow } from '../draw/snapshot.ts';
import type { PublicReplacement } from './replacements.ts';
import type { Tombstone } from './withdrawal.ts';

/** A drawn agency's sealed part, opened as the plan says. */
export interface OpenedRow {
  readonly tid: string;
  readonly salt: string;
  readonly private: Readonly<Record<string, unknown>>;
}

/**
 * One line of the published result: plan-cell order, then ticket order (DR-1 §1.11.7); agencies that came in later
 * follow in the order of their events.
 */
export interface PublicVisit {
  readonly no: number;
  readonly cell: string;
  readonly rank: number;
  readonly ticket: string;
  readonly tid: string;
  /** Public code of the agency where its row is open or was opened. */
  readonly uscc?: string;
  readonly district: string;
  readonly kind: string;
  /** Only `drawn` counts as drawn. */
  readonly origin: VisitOrigin;
  /** Pseudonyms of the team as it is now, the leader's first; `''` is a seat that nobody could be drawn for. */
  readonly seats: readonly string[];
  /** Number of the event by which the agency dropped out: there is no visit. */
  readonly dropped?: number;
  /** Number of the event by which it came in for another. */
  readonly since?: number;
}

/** What the public sees of one draw. */
export interface PublicDraw {
  readonly status: DrawStatus;
  readonly state: DrawCase;
  /** How often the button was pressed for the month; unknown for a draw that was voided and repeated. */
  readonly presses?: number;
  readonly plan?: Plan;
  readonly agencies: readonly AgencyRow[];
  readonly result?: DrawResult;
  readonly visits: readonly PublicVisit[];
  /** Drop-outs whose record is published, oldest first. */
  readonly replacements: readonly PublicReplacement[];
  readonly opened: 'none' | 'open' | Tombstone;
}

/** Visits by origin, never added up: only the first are drawn. Without those whose agency dropped out. */
export function visitCounts(visits: readonly PublicVisit[]): Readonly<Record<VisitOrigin, number>> {
  const count = (wanted: VisitOrigin) =>
    visits.filter(({ origin, dropped }) => origin === wanted && dropped === undefined).length;
  return { drawn: count('drawn'), mandatory: count('mandatory'), targeted: count('targeted') };
}

/**
 * The lines of the result with their tickets, recomputed from the published seed.
 *
 * @param result the newest: its teams are shown
 */
export function publicVisits(
  suite: HashSuite,
  result: DrawResult,
  replacements: readonly PublicReplacement[],
  agencies: readonly AgencyRow[],
  opened: readonly OpenedRow[],
  blinded: boolean,
): readonly PublicVisit[] {
  const key = keyedHash(suite, fromHex(result.seed), 'ticket/agency');
  const rows = new Map(agencies.map((row) => [row.tid, row]));
  const codes = new Map(opened.map((row) => [row.tid, row.private['uscc']]));
  const seats = new Map(standing(result).teams.map(({ a, seats: team }) => [a, team]));
  const dropped = new Map(replacements.map(({ left, event }) => [left, event.e]));
  return linesOf(result, replacements).map(({ cell, tid, rank, since }, index) => {
    const no = index + 1;
    const code = blinded ? codes.get(tid) : tid;
    const row = rows.get(tid);
    const out = dropped.get(no);
    return {
      no,
      cell,
      rank,
      ticket: toHex(ticket(key, tid)),
      tid,
      ...(typeof code === 'string' ? { uscc: code } : {}),
      district: row?.d ?? '',
      kind: row?.kind ?? '',
      origin: originOfCell(cell),
      seats: seats.get(tid) ?? [],
      ...(out === undefined ? {} : { dropped: out }),
      ...(since === undefined ? {} : { since }),
    };
  });
}

/** The drawn, then those who came in: each has the next rank of its cell (DR-1 §1.11.12). */
function linesOf(
  { cells }: DrawResult,
  replacements: readonly PublicReplacement[],
): readonly {
  readonly cell: string;
  readonly tid: string;
  readonly rank: number;
  readonly since?: number;
}[] {
  const used = new Map(cells.map(({ cell, n }) => [cell, n]));
  return [
    ...cells.flatMap(({ cell, drawn }) => drawn.map((tid, rank) => ({ cell, tid, rank }))),
    ...replacements.flatMap(({ cameIn, event }) => {
      if (cameIn === undefined) return [];
      const rank = used.get(cameIn.cell) ?? 0;
      used.set(cameIn.cell, rank + 1);
      return [{ cell: cameIn.cell, tid: cameIn.a, rank, since: event.e }];
    }),
  ];
}

/** Rehearsals and targeted draws are listed apart and never counted as draws. */
export function drawsOf(draws: readonly PublicDraw[], kind: DrawKindOfCase): readonly PublicDraw[] {
  return draws
    .filter(({ state }) => state.kind === kind)
    .sort((a, b) => (a.state.number < b.state.number ? 1 : -1));
}

/** Numbers that are missing between 1 and the highest of each series (kind and year): there must be none. */
export function missingNumbers(numbers: readonly string[]): readonly string[] {
  const series = new Map<string, number[]>();
  for (const number of numbers) {
    const match = /^(.*-\d{4}-[A-Z]?)(\d+)$/.exec(number);
    if (match === null) continue;
    const [, prefix = '', serial = ''] = match;
    series.set(prefix, [...(series.get(prefix) ?? []), Number(serial)]);
  }
  return [...series].flatMap(([prefix, serials]) => {
    const present = new Set(serials);
    return Array.from({ length: Math.max(...serials) }, (_, i) => i + 1)
      .filter((serial) => !present.has(serial))
      .map((serial) => `${prefix}${String(serial).padStart(4, '0')}`);
  });
}
