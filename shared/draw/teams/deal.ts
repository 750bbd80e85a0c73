import { compareBytes, utf8 } from '../bytes.ts';
import { type KeyedHash, uniformSequence } from '../seed.ts';
import { lowestBit } from './bits.ts';
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
  const cards = [...rooms];
  const holders = roster.seats.map(() => -1);
  for (const s of slotOrder(roster.seats, keys.slot)) {
    const seat = roster.seats[s];
    if (seat === undefined) continue;
    const mates = (roster.seatsOf[seat.visit] ?? []).map((mate) => holders[mate] ?? -1);
    const candidates = candidatesFor(roster, s, cards, mates);
    const i = drawSeat(candidates, cards, uniformSequence(keys.deal, seat.name), (one) =>
      deal.tryFix(s, one),
    );
    holders[s] = i;
    cards[i] = (cards[i] ?? 0) - 1;
  }
  return { feasible: true, levels: found.levels, rooms, holders };
}

/** Who may take the seat, has cards left and holds no fixed seat of the visit, in tid order. */
function candidatesFor(
  roster: Roster,
  s: number,
  cards: readonly number[],
  mates: readonly number[],
): number[] {
  const candidates: number[] = [];
  for (let w = 0; w < roster.words; w++)
    for (let bits = roster.mayTake[s * roster.words + w] ?? 0; bits !== 0; bits &= bits - 1) {
      const i = 32 * w + lowestBit(bits);
      if ((cards[i] ?? 0) > 0 && !mates.includes(i)) candidates.push(i);
    }
  return candidates;
}

/**
 * Draws cards until a candidate is accepted; whoever is refused is struck for this seat (DR-1 §1.9.3).
 * Throws if nobody is left, which a complete plan at hand rules out.
 */
function drawSeat(
  candidates: readonly number[],
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
  candidates: readonly number[],
  cards: readonly number[],
  next: (n: number) => number,
): number {
  let card = next(candidates.reduce((sum, i) => sum + (cards[i] ?? 0), 0));
  for (const i of candidates) {
    card -= cards[i] ?? 0;
    if (card < 0) return i;
  }
  throw new Error('a card beyond the sum of the cards');
}
