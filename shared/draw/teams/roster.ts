import type { TeamPlan } from '../plan.ts';
import type { AgencyRow, InspectorRow, RelationRow } from '../snapshot.ts';
import { clearBit, hasBit, setBit } from './bits.ts';
import { type Unfit, unfitFor, type Visit } from './eligibility.ts';

/** Visits, seats and inspectors of one draw, numbered; who may take which seat as rows of bits (DR-1 §1.12). */

export interface Seat {
  /** `tid#k`, k from 1. */
  readonly name: string;
  /** Number of the visit. */
  readonly visit: number;
  readonly quals: readonly string[];
}

/** Seats and inspectors go by their place in these lists; inspectors stand in tid order. */
export interface Roster {
  readonly rule: TeamPlan['district'];
  readonly visits: readonly Visit[];
  readonly seats: readonly Seat[];
  /** Seats of each visit, in seat order. */
  readonly seatsOf: readonly (readonly number[])[];
  readonly inspectors: readonly InspectorRow[];
  /** Words of 32 bits per seat. */
  readonly words: number;
  /** `words` words per seat; bit i of a seat's row: inspector i may take it. */
  readonly mayTake: Uint32Array;
  /** Conflicts: inspectors that may not visit, per visit. */
  readonly conflicts: readonly (readonly number[])[];
}

/** The visit of an agency under the plan; its row must have district and kind (see poolProblems). */
export function visitOf(team: TeamPlan, row: AgencyRow): Visit {
  return { a: row.tid, d: row.d ?? '', seats: team.seats[row.kind ?? ''] ?? [] };
}

/** Numbers everything and works out who may take which seat. */
export function buildRoster(
  rule: TeamPlan['district'],
  visits: readonly Visit[],
  inspectors: readonly InspectorRow[],
  relations: readonly RelationRow[],
): Roster {
  const seats = visits.flatMap((visit, v) =>
    visit.seats.map((quals, k) => ({ name: `${visit.a}#${k + 1}`, visit: v, quals })),
  );
  const seatsOf: number[][] = visits.map(() => []);
  seats.forEach((seat, s) => {
    seatsOf[seat.visit]?.push(s);
  });
  const conflicts = conflictsOf(visits, inspectors, relations);
  const words = Math.max(1, Math.ceil(inspectors.length / 32));
  const mayTake = new Uint32Array(seats.length * words);
  const fitRows = new Map<string, Uint32Array>();
  seats.forEach((seat, s) => {
    const d = visits[seat.visit]?.d ?? '';
    const key = JSON.stringify([d, seat.quals]);
    const fit = fitRows.get(key) ?? fitRow(rule, inspectors, d, seat.quals, words);
    fitRows.set(key, fit);
    mayTake.set(fit, s * words);
    for (const i of conflicts[seat.visit] ?? []) clearBit(mayTake, s * words, i);
  });
  return { rule, visits, seats, seatsOf, inspectors, words, mayTake, conflicts };
}

function conflictsOf(
  visits: readonly Visit[],
  inspectors: readonly InspectorRow[],
  relations: readonly RelationRow[],
): number[][] {
  const numberOf = new Map(inspectors.map((inspector, i) => [inspector.tid, i]));
  const visitsOf = new Map(visits.map((visit, v) => [visit.a, v]));
  const conflicts: number[][] = visits.map(() => []);
  for (const relation of relations) {
    const i = numberOf.get(relation.i);
    const v = visitsOf.get(relation.a);
    if (i !== undefined && v !== undefined) conflicts[v]?.push(i);
  }
  return conflicts;
}

function fitRow(
  rule: TeamPlan['district'],
  inspectors: readonly InspectorRow[],
  d: string,
  quals: readonly string[],
  words: number,
): Uint32Array {
  const row = new Uint32Array(words);
  inspectors.forEach((inspector, i) => {
    if (unfitFor(rule, inspector, d, quals) === undefined) setBit(row, 0, i);
  });
  return row;
}

/** May inspector `i` take seat `s`? */
export function mayTake(roster: Roster, s: number, i: number): boolean {
  return hasBit(roster.mayTake, s * roster.words, i);
}

/** Why not, or undefined if he may. */
export function whyNot(roster: Roster, s: number, i: number): Unfit | undefined {
  const seat = roster.seats[s];
  const inspector = roster.inspectors[i];
  if (seat === undefined || inspector === undefined) throw new RangeError('no such seat or inspector');
  const unfit = unfitFor(roster.rule, inspector, roster.visits[seat.visit]?.d ?? '', seat.quals);
  if (unfit !== undefined) return unfit;
  return roster.conflicts[seat.visit]?.includes(i) ? 'conflict' : undefined;
}
