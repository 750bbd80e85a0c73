import { ok, type Problem, problem, type Result, refuse } from '../problem.ts';
import { type DropOut, eventProblems } from './event.ts';
import type { Plan, TeamPlan } from './plan.ts';
import { type KeyedHash, uniformSequence } from './seed.ts';
import type { DrawnCell } from './selection.ts';
import type { InspectorRow, RelationRow } from './snapshot.ts';
import { drawCard, slotOrder } from './teams/deal.ts';
import { unfitFor, type Visit } from './teams/eligibility.ts';
import { visitOf } from './teams/roster.ts';

/** Drop-outs of agencies and inspectors after the draw (DR-1 §1.8, §1.9.4, §1.11.11–12). */

/** The team of one visit; a seat that nobody could be drawn for is `''` until a person decides. */
export interface Team {
  readonly a: string;
  readonly seats: readonly string[];
}

/** The state after all events, as the result carries it. */
export interface After {
  readonly cells: readonly { readonly cell: string; readonly drawn: readonly string[] }[];
  readonly teams: readonly Team[];
}

/** The draw as it stood before the first event. `staff` is absent when no teams were dealt. */
export interface Standing {
  readonly plan: Plan;
  readonly cells: readonly DrawnCell[];
  readonly staff?: Staff;
}

export interface Staff {
  readonly team: TeamPlan;
  /** In tid order. */
  readonly inspectors: readonly InspectorRow[];
  readonly relations: readonly RelationRow[];
  /** c_i per inspector. */
  readonly rooms: readonly number[];
  /** The drawn agencies and, in the same order, their teams. */
  readonly visits: readonly Visit[];
  readonly teams: readonly Team[];
  readonly slotKey: KeyedHash;
  readonly dealKey: KeyedHash;
}

/**
 * Replays the events in order. Refuses `draw.event.order` (a gap in the numbers), `draw.event.unknown` (somebody who
 * cannot drop out), `draw.event.notHeld` (a seat that is not the inspector's), `draw.event.left` (`stays` of somebody
 * who has left), and what `eventProblems` finds.
 */
export function applyEvents(standing: Standing, events: readonly DropOut[]): Result<After> {
  const drawn = standing.cells.map((cell) => new DrawnList(cell));
  const seating = standing.staff && new Seating(standing.staff);
  for (const [at, event] of events.entries()) {
    if (event.e !== at + 1) return problem('draw.event.order', { e: event.e });
    const problems = eventProblems(event);
    if (problems.length > 0) return refuse(...problems);
    const refusal =
      event.type === 'agency' ? replaceAgency(event, drawn, seating) : replaceInspector(event, seating);
    if (refusal !== undefined) return refuse(refusal);
  }
  return ok({
    cells: drawn.map((list) => ({ cell: list.cell.cell.cell, drawn: list.tids() })),
    teams: drawn.flatMap((list) => list.tids()).flatMap((a) => seating?.teamOf(a) ?? []),
  });
}

/** The visit goes, its seats become free, the next unused rank of the cell comes (DR-1 §1.11.12). */
function replaceAgency(
  event: DropOut,
  drawn: readonly DrawnList[],
  seating: Seating | undefined,
): Problem | undefined {
  const list = drawn.find((one) => one.has(event.tid));
  if (list === undefined) return unknown(event);
  const next = list.replace(event.tid);
  seating?.removeVisit(event.tid);
  if (seating !== undefined && next !== undefined)
    seating.addVisit(visitOf(seating.staff.team, next), event.e);
  return undefined;
}

/** Only the seats named are given up, without a list all of them; the rest stays as it is (DR-1 §1.11.11a). */
function replaceInspector(event: DropOut, seating: Seating | undefined): Problem | undefined {
  if (seating === undefined || !seating.mayDropOut(event.tid)) return unknown(event);
  const { e, tid, visits, stays } = event;
  const notHeld = visits?.find((a) => !seating.holds(tid, a));
  if (notHeld !== undefined) return { code: 'draw.event.notHeld', params: { e, tid: notHeld } };
  if (stays && seating.hasLeft(tid)) return { code: 'draw.event.left', params: { e, tid } };
  seating.replaceInspector(event);
  return undefined;
}

function unknown({ e, tid }: DropOut): Problem {
  return { code: 'draw.event.unknown', params: { e, tid } };
}

/** The drawn of one cell, in rank order. */
class DrawnList {
  readonly cell: DrawnCell;
  private readonly ranks: Set<number>;
  private unused: number;

  constructor(cell: DrawnCell) {
    this.cell = cell;
    this.unused = cell.n;
    this.ranks = new Set(Array.from({ length: cell.n }, (_, rank) => rank));
  }

  private rankOf(tid: string): number {
    return this.cell.ranks.findIndex((ranked) => ranked.row.tid === tid);
  }

  has(tid: string): boolean {
    return this.ranks.has(this.rankOf(tid));
  }

  /** Takes `tid` out and gives the row that comes in, if the cell is not exhausted. */
  replace(tid: string): DrawnCell['ranks'][number]['row'] | undefined {
    this.ranks.delete(this.rankOf(tid));
    const next = this.cell.ranks[this.unused];
    if (next !== undefined) this.ranks.add(this.unused++);
    return next?.row;
  }

  tids(): string[] {
    // Replacements have higher ranks than everybody before, so insertion order is rank order.
    return [...this.ranks].flatMap((rank) => this.cell.ranks[rank]?.row.tid ?? []);
  }
}

interface SeatToFill {
  readonly name: string;
  readonly k: number;
  readonly visit: Visit;
}

/** Who holds which seat now. */
class Seating {
  readonly staff: Staff;
  private readonly visits = new Map<string, { readonly visit: Visit; readonly seats: string[] }>();
  /** Never a candidate again, though some may still hold a seat that they keep. */
  private readonly left = new Set<string>();
  private readonly conflicts: Set<string>;

  constructor(staff: Staff) {
    this.staff = staff;
    this.conflicts = new Set(staff.relations.map((relation) => pairKey(relation.i, relation.a)));
    for (const [v, visit] of staff.visits.entries())
      this.visits.set(visit.a, { visit, seats: [...(staff.teams[v]?.seats ?? [])] });
  }

  teamOf(a: string): Team[] {
    const seated = this.visits.get(a);
    return seated === undefined ? [] : [{ a, seats: [...seated.seats] }];
  }

  removeVisit(a: string): void {
    this.visits.delete(a);
  }

  addVisit(visit: Visit, e: number): void {
    this.visits.set(visit.a, { visit, seats: visit.seats.map(() => '') });
    this.fill(
      visit.seats.map((_, k) => seatToFill(visit, k)),
      e,
    );
  }

  hasLeft(tid: string): boolean {
    return this.left.has(tid);
  }

  holds(tid: string, a: string): boolean {
    return this.visits.get(a)?.seats.includes(tid) ?? false;
  }

  /** Somebody of the pool; who has left is named again only for a seat that was kept. */
  mayDropOut(tid: string): boolean {
    if (!this.staff.inspectors.some((inspector) => inspector.tid === tid)) return false;
    return !this.left.has(tid) || [...this.visits.keys()].some((a) => this.holds(tid, a));
  }

  /** The seats given up, in slot-ticket order; all other seats stay (DR-1 §1.9.4). */
  replaceInspector({ e, tid, visits, stays }: DropOut): void {
    if (!stays) this.left.add(tid);
    else for (const a of visits ?? []) this.conflicts.add(pairKey(tid, a));
    const freed: SeatToFill[] = [];
    for (const { visit, seats } of this.visits.values())
      seats.forEach((holder, k) => {
        if (holder !== tid || visits?.includes(visit.a) === false) return;
        seats[k] = '';
        freed.push(seatToFill(visit, k));
      });
    this.fill(freed, e);
  }

  private fill(open: readonly SeatToFill[], e: number): void {
    for (const s of slotOrder(open, this.staff.slotKey)) {
      const seat = open[s];
      const seats = seat && this.visits.get(seat.visit.a)?.seats;
      if (seat !== undefined && seats !== undefined) seats[seat.k] = this.draw(seat, seats, e);
    }
  }

  /** Tier 1 draws within c_i; tier 2, within cap_i, only if nobody is left there. */
  private draw(seat: SeatToFill, mates: readonly string[], e: number): string {
    const held = this.heldSeats();
    const tiers = [this.staff.rooms, this.staff.inspectors.map((inspector) => inspector.cap)];
    for (const [at, rooms] of tiers.entries()) {
      const cards = this.staff.inspectors.map(({ tid }, i) => (rooms[i] ?? 0) - (held.get(tid) ?? 0));
      const candidates = this.staff.inspectors.flatMap((inspector, i) =>
        (cards[i] ?? 0) > 0 && this.mayTake(inspector, seat, mates) ? [i] : [],
      );
      if (candidates.length === 0) continue;
      const next = uniformSequence(this.staff.dealKey, `${seat.name}/r${e}/${at + 1}`);
      return this.staff.inspectors[drawCard(candidates, cards, next)]?.tid ?? '';
    }
    return '';
  }

  private heldSeats(): Map<string, number> {
    const held = new Map<string, number>();
    for (const { seats } of this.visits.values())
      for (const holder of seats) held.set(holder, (held.get(holder) ?? 0) + 1);
    return held;
  }

  private mayTake(inspector: InspectorRow, { visit, k }: SeatToFill, mates: readonly string[]): boolean {
    return (
      !this.left.has(inspector.tid) &&
      !mates.includes(inspector.tid) &&
      !this.conflicts.has(pairKey(inspector.tid, visit.a)) &&
      unfitFor(this.staff.team.district, inspector, visit.d, visit.seats[k] ?? []) === undefined
    );
  }
}

function seatToFill(visit: Visit, k: number): SeatToFill {
  return { name: `${visit.a}#${k + 1}`, k, visit };
}

function pairKey(i: string, a: string): string {
  return `${i}/${a}`;
}
