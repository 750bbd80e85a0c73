import { compareBytes, concat, toHex, utf8 } from './bytes.ts';
import type { HashSuite } from './hash.ts';
import { merkleRoot } from './merkle.ts';
import type { Plan, PlanCell } from './plan.ts';
import { quotas } from './quota.ts';
import type { KeyedHash } from './seed.ts';
import type { AgencyRow } from './snapshot.ts';

/** Tickets, ranks and the drawn of each cell (DR-1 §1.8). */

/** An agency in the order of its cell; its rank is its place, from 0. */
export interface Ranked {
  readonly row: AgencyRow;
  readonly ticket: Uint8Array;
}

/** One cell of the plan with its rows in rank order; the first `n` are drawn. */
export interface DrawnCell {
  readonly cell: PlanCell;
  readonly n: number;
  readonly ranks: readonly Ranked[];
}

/** `H(KB("ticket/agency") ‖ utf8(tid))`; independent of the cell. */
export function ticket(ticketKey: KeyedHash, tid: string): Uint8Array {
  return ticketKey(utf8(tid));
}

/** Leaf of the rank tree: ticket ‖ utf8(tid). */
export function rankLeaf(ranked: Ranked): Uint8Array {
  return concat(ranked.ticket, utf8(ranked.row.tid));
}

/** hex root over the leaves of a cell in rank order. */
export function rankRoot(suite: HashSuite, ranks: readonly Ranked[]): string {
  return toHex(merkleRoot(suite, ranks.map(rankLeaf)));
}

/** Every cell of the plan in its order, ranked; rows must belong to cells of the plan. */
export function selectCells(
  plan: Plan,
  rows: readonly AgencyRow[],
  ticketKey: KeyedHash,
  u: number,
): DrawnCell[] {
  const members = new Map<string, Ranked[]>(plan.cells.map((cell) => [cell.cell, []]));
  for (const row of rows) members.get(row.cell)?.push({ row, ticket: ticket(ticketKey, row.tid) });
  const ranked = plan.cells.map((cell) =>
    (members.get(cell.cell) ?? []).sort((a, b) => compareBytes(a.ticket, b.ticket)),
  );
  const numbers = quotas(
    plan.cells,
    ranked.map((ranks) => ranks.length),
    u,
  );
  return plan.cells.map((cell, i) => ({ cell, n: numbers[i] ?? 0, ranks: ranked[i] ?? [] }));
}
