import { lowestBit, setBit } from './bits.ts';
import type { Roster } from './roster.ts';

/**
 * What fruitless searches have learnt (DR-1 §1.12): sets of seats and inspectors that are closed (nobody
 * outside can serve a seat of the set) and full (nobody inside has room). Such a set stays so while rooms do
 * not grow: seats change hands within it, or outside it. So for a seat *outside* a set, no inspector inside
 * can be spared and no search needs to enter. For a seat inside, its present holder gets room back, and the
 * set says nothing; that is why sets are kept one by one and not as one mark.
 */

/** Bit 0: the union of all sets. */
const UNION = 1;
/** Bits 1–31: the latest sets found inside the union, the oldest overwritten first. */
const FIRST_SLOT = 1;
const SLOTS = 32;

export class TightSets {
  /** Which sets a seat, or an inspector, belongs to. */
  private readonly ofSeat: Int32Array;
  private readonly ofInspector: Int32Array;
  /** Inspectors in the sets that are avoided now, as bits. */
  readonly barred: Uint32Array;
  /** The sets that are avoided now. */
  private avoided = UNION;
  private stale = false;
  private nextSlot = FIRST_SLOT;

  constructor(roster: Roster) {
    this.ofSeat = new Int32Array(roster.seats.length);
    this.ofInspector = new Int32Array(roster.inspectors.length);
    this.barred = new Uint32Array(roster.words);
  }

  forget(): void {
    this.ofSeat.fill(0);
    this.ofInspector.fill(0);
    this.barred.fill(0);
    this.stale = false;
  }

  /** Avoid every set: for searches during which no seat is taken from its holder. */
  avoidAll(): void {
    this.avoid(UNION);
  }

  /** Avoid the sets that seat `s` is not in. */
  avoidWithout(s: number): void {
    this.avoid(~(this.ofSeat[s] ?? 0));
  }

  hasSeat(s: number): boolean {
    return this.ofSeat[s] !== 0;
  }

  hasInspector(i: number): boolean {
    return this.ofInspector[i] !== 0;
  }

  barsSeat(s: number): boolean {
    return ((this.ofSeat[s] ?? 0) & this.avoided) !== 0;
  }

  barsInspector(i: number): boolean {
    return ((this.ofInspector[i] ?? 0) & this.avoided) !== 0;
  }

  /** Everything a fruitless search visited; with the sets it avoided, that is closed and full again. */
  add(seats: Int32Array, inspectors: Uint32Array): void {
    const bit = (this.avoided & UNION) !== 0 ? UNION : this.takeSlot();
    for (const s of seats) this.ofSeat[s] = (this.ofSeat[s] ?? 0) | bit;
    inspectors.forEach((word, w) => {
      // Those avoided already are members.
      for (let bits = word & ~(this.barred[w] ?? 0); bits !== 0; bits &= bits - 1) {
        const i = 32 * w + lowestBit(bits);
        this.ofInspector[i] = (this.ofInspector[i] ?? 0) | bit;
        setBit(this.barred, 0, i);
      }
    });
  }

  private avoid(sets: number): void {
    if (sets === this.avoided && !this.stale) return;
    this.avoided = sets;
    this.stale = false;
    this.barred.fill(0);
    for (let i = 0; i < this.ofInspector.length; i++)
      if (((this.ofInspector[i] ?? 0) & sets) !== 0) setBit(this.barred, 0, i);
  }

  /** Empties the oldest slot and starts it with all that is avoided now. */
  private takeSlot(): number {
    const bit = 1 << this.nextSlot;
    this.nextSlot = this.nextSlot + 1 < SLOTS ? this.nextSlot + 1 : FIRST_SLOT;
    for (const members of [this.ofSeat, this.ofInspector])
      for (let n = 0; n < members.length; n++) {
        const sets = members[n] ?? 0;
        members[n] = (sets & this.avoided) === 0 ? sets & ~bit : sets | bit;
      }
    this.avoided |= bit;
    this.stale = true;
    return bit;
  }
}
