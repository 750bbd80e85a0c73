import { fromHex, toHex } from '../draw/bytes.ts';
import type { DrawCase, DrawKindOfCase, DrawStatus } from '../draw/ceremony/drawCase.ts';
import { originOfCell, type VisitOrigin } from '../draw/ceremony/visitOrigin.ts';
import type { HashSuite } from '../draw/hash.ts';
import type { Plan } from '../draw/plan.ts';
import type { DrawResult } from '../draw/result.ts';
import { keyedHash } from '../draw/seed.ts';
import { ticket } from '../draw/selection.ts';
import type { AgencyRow } from '../draw/snapshot.ts';
import type { Tombstone } from './withdrawal.ts';

/** A drawn agency's sealed part, opened as the plan says. */
export interface OpenedRow {
  readonly tid: string;
  readonly salt: string;
  readonly private: Readonly<Record<string, unknown>>;
}

/** One line of the published result: plan-cell order, then ticket order (DR-1 §1.11.7). */
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
  /** Pseudonyms of the team, the leader's first. */
  readonly seats: readonly string[];
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
  readonly opened: 'none' | 'open' | Tombstone;
}

/** Visits by origin, never added up: only the first are drawn. */
export function visitCounts(visits: readonly PublicVisit[]): Readonly<Record<VisitOrigin, number>> {
  const count = (wanted: VisitOrigin) => visits.filter(({ origin }) => origin === wanted).length;
  return { drawn: count('drawn'), mandatory: count('mandatory'), targeted: count('targeted') };
}

/** The lines of the result with their tickets, recomputed from the published seed. */
export function publicVisits(
  suite: HashSuite,
  result: DrawResult,
  agencies: readonly AgencyRow[],
  opened: readonly OpenedRow[],
  blinded: boolean,
): readonly PublicVisit[] {
  const key = keyedHash(suite, fromHex(result.seed), 'ticket/agency');
  const rows = new Map(agencies.map((row) => [row.tid, row]));
  const codes = new Map(opened.map((row) => [row.tid, row.private['uscc']]));
  const seats = new Map(result.teams.map(({ a, seats: team }) => [a, team]));
  const lines = result.cells.flatMap(({ cell, drawn }) => drawn.map((tid, rank) => ({ cell, tid, rank })));
  return lines.map(({ cell, tid, rank }, index) => {
    const code = blinded ? codes.get(tid) : tid;
    const row = rows.get(tid);
    return {
      no: index + 1,
      cell,
      rank,
      ticket: toHex(ticket(key, tid)),
      tid,
      ...(typeof code === 'string' ? { uscc: code } : {}),
      district: row?.d ?? '',
      kind: row?.kind ?? '',
      origin: originOfCell(cell),
      seats: seats.get(tid) ?? [],
    };
  });
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
