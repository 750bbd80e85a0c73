import { compareBytes, utf8 } from '../bytes.ts';
import { type KeyedHash, uniformSequence } from '../seed.ts';
import { clearBit, lowestBit, setBit } from './bits.ts';
import { type Levels, type Matcher, roomAt } from './matcher.ts';
import type { Roster } from './roster.ts';

/** Teams by a sequential feasible deal (DR-1 §1.9.1–3). */

/** Keys of the team stage: KB("team/slot") and KB("team/deal"). */
export interface TeamKeys {
  readonly slot: KeyedHash;
  readonly deal: KeyedHash;
}

/** Inspector number per seat, with the rooms c_i that were dealt from; or the Hall certificate. */
export type Teams =
  | {
      readonly feasible: true;
      readonly levels: readonly number[];
      readonly rooms: readonly number[];
      readonly holders: readonly number[];
    }
  | { readonly feasible: false; readonly blocking: readonly number[] };

/** Seats by number, ascending by `H(KB("team/slot") ‖ name)` (DR-1 §1.9.2). */
export function slotOrder(seats: readonly { readonly name: string }[], slotKey: KeyedHash): number[] {
  const tickets = seats.map((seat) => slotKey(utf8(seat.name)));
  const at = (s: number): Uint8Array => tickets[s] ?? new Uint8Array(0);
  return seats.map((_, s) => s).sort((a, b) => compareBytes(at(a), at(b)));
}

/** Levels first, then the deal. */
export function dealTeams(roster: Roster, slack: number, keys: TeamKeys, matcher: Matcher): Teams {
  return dealFrom(roster, matcher.levels(roster), slack, keys, matcher);
}

/** The deal for levels already known: simulation draws many times from the same ones. */
export function dealFrom(
  roster: Roster,
  found: Levels,
  slack: number,
  keys: TeamKeys,
  matcher: Matcher,
): Teams {
  if (!found.feasible) return found;
  const rooms = found.levels.map((level, i) => roomAt(roster, i, level + slack));
  const deal = matcher.startDeal(roster, rooms);
  const hand = new Cards(roster, rooms);
  const holders = roster.seats.map(() => -1);
  for (const s of slotOrder(roster.seats, keys.slot)) {
    const seat = roster.seats[s];
    if (seat === undefined) continue;
    const mates = (roster.seatsOf[seat.visit] ?? []).map((mate) => holders[mate] ?? -1);
    const next = uniformSequence(keys.deal, seat.name);
    const i = drawSeat(hand.candidatesFor(s, mates), hand.left, next, (one) => deal.tryFix(s, one));
    holders[s] = i;
    hand.spend(i);
  }
  return { feasible: true, levels: found.levels, rooms, holders };
}

/** Cards left per inspector: c_i − seats fixed to him. */
class Cards {
  readonly left: number[];
  private readonly roster: Roster;
  /** Inspectors with cards, as bits. */
  private readonly some: Uint32Array;
  /** Candidates of the present seat; one list for all, because there are many seats. */
  private readonly list: Int32Array;

  constructor(roster: Roster, rooms: readonly number[]) {
    this.roster = roster;
    this.left = [...rooms];
    this.some = new Uint32Array(roster.words);
    this.list = new Int32Array(rooms.length);
    rooms.forEach((room, i) => {
      if (room > 0) setBit(this.some, 0, i);
    });
  }

  spend(i: number): void {
    const left = (this.left[i] ?? 0) - 1;
    this.left[i] = left;
    if (left === 0) clearBit(this.some, 0, i);
  }

  /** Who may take the seat, has cards left and holds no fixed seat of the visit, in tid order. */
  candidatesFor(s: number, mates: readonly number[]): Int32Array {
    const { words, mayTake } = this.roster;
    let size = 0;
    for (let w = 0; w < words; w++)
      for (let bits = (mayTake[s * words + w] ?? 0) & (this.some[w] ?? 0); bits !== 0; bits &= bits - 1) {
        const i = 32 * w + lowestBit(bits);
        if (!mates.includes(i)) this.list[size++] = i;
      }
    return this.list.subarray(0, size);
  }
}

/**
 * Draws cards until a candidate is accepted; whoever is refused is struck for this seat (DR-1 §1.9.3).
 * Throws if nobody is left, which a complete plan at hand rules out.
 */
function drawSeat(
  candidates: Int32Array,
  cards: readonly number[],
  next: (n: number) => number,
  accept: (i: number) => boolean,
): number {
  let left = candidates;
  while (left.length > 0) {
    const chosen = drawCard(left, cards, next);
    if (accept(chosen)) return chosen;
    left = left.filter((i) => i !== chosen);
  }
  throw new Error('a seat without candidates in a feasible deal');
}

/** One draw: a candidate with probability proportional to his cards, walking in tid order. */
export function drawCard(
  candidates: readonly number[] | Int32Array,
  cards: readonly number[],
  next: (n: number) => number,
): number {
  const cardsAt = (at: number): number => cards[candidates[at] ?? -1] ?? 0;
  let sum = 0;
  for (let at = 0; at < candidates.length; at++) sum += cardsAt(at);
  let card = next(sum);
  for (let at = 0; at < candidates.length; at++) {
    card -= cardsAt(at);
    if (card < 0) return candidates[at] ?? -1;
  }
  throw new Error('a card beyond the sum of the cards');
}
