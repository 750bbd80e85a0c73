import { clearBit, hasBit, lowestBit, setBit } from './bits.ts';
import type { Roster } from './roster.ts';
import { TightSets } from './tightSets.ts';

/**
 * A plan under change: who holds which seat, and the search for somebody to serve an open one
 * (DR-1 §1.12). The search walks the residual network of §1.9.1 backwards, from the open seat to an
 * inspector with room, through inspectors who give up another seat and through the exchange of two seats
 * of one visit.
 */

const NOBODY = -1;

export class Seating {
  /** Inspector per seat, or −1. */
  readonly holder: Int32Array;
  /** Seats nobody may move any more. */
  private readonly fixed: Uint8Array;
  private readonly roster: Roster;
  private readonly rooms: Int32Array;
  private readonly used: Int32Array;
  /** Open seats per inspector. */
  private readonly openSeats: number[][];
  /** Inspectors with room left. */
  private readonly spare: Uint32Array;
  private readonly tight: TightSets;

  private readonly seenSeats: Uint8Array;
  private readonly seenInspectors: Uint32Array;
  private readonly queue: Int32Array;
  private queued = 0;
  /** The seat that is served if this one is given up, and who moves there. */
  private readonly servedNext: Int32Array;

  constructor(roster: Roster) {
    const seats = roster.seats.length;
    this.roster = roster;
    this.holder = new Int32Array(seats).fill(NOBODY);
    this.fixed = new Uint8Array(seats);
    this.rooms = new Int32Array(roster.inspectors.length);
    this.used = new Int32Array(roster.inspectors.length);
    this.openSeats = roster.inspectors.map(() => []);
    this.spare = new Uint32Array(roster.words);
    this.tight = new TightSets(roster);
    this.seenSeats = new Uint8Array(seats);
    this.seenInspectors = new Uint32Array(roster.words);
    this.queue = new Int32Array(seats);
    this.servedNext = new Int32Array(seats);
  }

  /** Changes the rooms; what was tight may be so no more. */
  setRooms(rooms: readonly number[]): void {
    rooms.forEach((room, i) => {
      this.rooms[i] = room;
      this.noteSpare(i);
    });
    this.tight.forget();
  }

  /** Serves every seat that can be served; true if all are. */
  serveAll(): boolean {
    let complete = true;
    this.tight.avoidAll();
    for (let s = 0; s < this.holder.length; s++)
      if (this.holder[s] === NOBODY && (this.tight.hasSeat(s) || !this.search([s]))) complete = false;
    return complete;
  }

  /** After an incomplete `serveAll`: can the inspector, or the seat, reach the sink? */
  isShortInspector(i: number): boolean {
    return this.tight.hasInspector(i);
  }

  isShortSeat(s: number): boolean {
    return this.tight.hasSeat(s);
  }

  /** Fixes seat `s` to inspector `i` if a complete plan stays possible; the plan at hand is complete. */
  tryFix(s: number, i: number): boolean {
    const before = this.holder[s] ?? NOBODY;
    if (before === i) {
      this.fix(s, i);
      return true;
    }
    const swapped = this.openSeats[i]?.find((one) => this.visitOf(one) === this.visitOf(s));
    // The holder of this seat gets room back, so only sets without the seat can be avoided.
    this.tight.avoidWithout(s);
    if (swapped === undefined ? this.tight.barsInspector(i) : this.tight.barsSeat(swapped)) return false;
    this.hand(s, i);
    this.fix(s, i);
    if (swapped !== undefined) this.hand(swapped, NOBODY);
    if (this.settle(i, swapped)) return true;
    this.fixed[s] = 0;
    this.openSeats[i]?.push(s);
    this.hand(s, before);
    if (swapped !== undefined) this.hand(swapped, i);
    return false;
  }

  /** Makes the plan complete again after inspector `i` was given a seat and `opened` lost its holder. */
  private settle(i: number, opened: number | undefined): boolean {
    if (opened !== undefined) return this.search([opened]);
    if ((this.used[i] ?? 0) <= (this.rooms[i] ?? 0)) return true;
    return this.search(this.openSeats[i] ?? [], i);
  }

  private visitOf(s: number): number {
    return this.roster.seats[s]?.visit ?? NOBODY;
  }

  private fix(s: number, i: number): void {
    this.fixed[s] = 1;
    this.forgetOpen(s, i);
  }

  /** Moves an open seat to `i`, or to nobody. */
  private hand(s: number, i: number): void {
    const before = this.holder[s] ?? NOBODY;
    this.holder[s] = i;
    if (before !== NOBODY) {
      this.forgetOpen(s, before);
      this.used[before] = (this.used[before] ?? 0) - 1;
      this.noteSpare(before);
    }
    if (i !== NOBODY) {
      this.openSeats[i]?.push(s);
      this.used[i] = (this.used[i] ?? 0) + 1;
      this.noteSpare(i);
    }
  }

  private forgetOpen(s: number, i: number): void {
    const open = this.openSeats[i];
    const at = open?.indexOf(s) ?? -1;
    if (at >= 0) open?.splice(at, 1);
  }

  private noteSpare(i: number): void {
    if ((this.used[i] ?? 0) < (this.rooms[i] ?? 0)) setBit(this.spare, 0, i);
    else clearBit(this.spare, 0, i);
  }

  /**
   * Serves one of the open `starts`, or seats that their holder `giver` must give one of; breadth first.
   * On success the plan is changed along the path, otherwise everything visited is tight.
   */
  private search(starts: readonly number[], giver = NOBODY): boolean {
    this.queued = 0;
    this.seenInspectors.set(this.tight.barred);
    if (giver !== NOBODY) setBit(this.seenInspectors, 0, giver);
    let found = starts.some((s) => this.reach(s, NOBODY));
    for (let at = 0; at < this.queued && !found; at++) found = this.expand(this.queue[at] ?? 0);
    if (!found) this.tight.add(this.queue.subarray(0, this.queued), this.seenInspectors);
    for (let at = 0; at < this.queued; at++) this.seenSeats[this.queue[at] ?? 0] = 0;
    return found;
  }

  /** Serves seat `s` at once if somebody has room, otherwise queues it. */
  private reach(s: number, servedNext: number): boolean {
    if (this.seenSeats[s] === 1 || this.tight.barsSeat(s)) return false;
    this.seenSeats[s] = 1;
    this.servedNext[s] = servedNext;
    this.queue[this.queued++] = s;
    const { words, mayTake } = this.roster;
    const mates = this.matesOf(s);
    for (let w = 0; w < words; w++)
      for (let bits = (mayTake[s * words + w] ?? 0) & (this.spare[w] ?? 0); bits !== 0; bits &= bits - 1) {
        const i = 32 * w + lowestBit(bits);
        if (this.holdsOneOf(mates, i)) continue;
        this.shift(s, i);
        return true;
      }
    return false;
  }

  /** Reaches the seats that are given up if somebody takes seat `s` instead of another. */
  private expand(s: number): boolean {
    const { words, mayTake } = this.roster;
    const mates = this.matesOf(s);
    if (this.exchangeWithin(mates, s)) return true;
    for (let w = 0; w < words; w++) {
      const unseen = ~(this.seenInspectors[w] ?? 0);
      for (let bits = (mayTake[s * words + w] ?? 0) & unseen; bits !== 0; bits &= bits - 1) {
        const i = 32 * w + lowestBit(bits);
        if (this.holdsOneOf(mates, i)) continue;
        setBit(this.seenInspectors, 0, i);
        for (const other of this.openSeats[i] ?? []) if (this.reach(other, s)) return true;
      }
    }
    return false;
  }

  private matesOf(s: number): readonly number[] {
    return this.roster.seatsOf[this.visitOf(s)] ?? [];
  }

  private holdsOneOf(mates: readonly number[], i: number): boolean {
    for (const mate of mates) if (this.holder[mate] === i) return true;
    return false;
  }

  /**
   * The holder of another seat of the visit may change over to this one. Only his place within the visit is
   * used up by that, not he himself: another path may still lead through him.
   */
  private exchangeWithin(mates: readonly number[], s: number): boolean {
    const { words, mayTake } = this.roster;
    for (const mate of mates) {
      const i = this.holder[mate] ?? NOBODY;
      const movable = mate !== s && i !== NOBODY && this.fixed[mate] === 0 && hasBit(mayTake, s * words, i);
      if (movable && this.reach(mate, s)) return true;
    }
    return false;
  }

  /** Hands `last` to `i`, the seat that its holder was wanted for to him, and so on to the start. */
  private shift(last: number, i: number): void {
    let s = last;
    let taker = i;
    while (s !== NOBODY) {
      const before = this.holder[s] ?? NOBODY;
      this.hand(s, taker);
      taker = before;
      s = this.servedNext[s] ?? NOBODY;
    }
  }
}
