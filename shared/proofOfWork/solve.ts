import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../draw/bytes.ts';

/** The looking for a solution: nothing but a hash, so that it runs in any browser, slice by slice. */

export interface Puzzle {
  readonly salt: string;
  /** Leading zero bits asked for: every bit more doubles the work. */
  readonly bits: number;
}

/** Number of zero bits before the first one. */
export function leadingZeroBits(bytes: Uint8Array): number {
  let bits = 0;
  for (const byte of bytes) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

/** Whether SHA-256(`salt:number`), the number in decimal, begins with enough zero bits. */
export function solves({ salt, bits }: Puzzle, number: number): boolean {
  return leadingZeroBits(sha256(utf8(`${salt}:${number}`))) >= bits;
}

/** The first solution of `count` numbers from `from` on, or undefined when there is none among them. */
export function solve(puzzle: Puzzle, from: number, count: number): number | undefined {
  for (let number = from; number < from + count; number++) {
    if (solves(puzzle, number)) return number;
  }
  return undefined;
}

/** How likely it was, in percent, that `tried` numbers hold a solution: a progress that never goes back. */
export function progressPercent({ bits }: Pick<Puzzle, 'bits'>, tried: number): number {
  return Math.floor(100 * (1 - Math.exp(-tried / 2 ** bits)));
}
