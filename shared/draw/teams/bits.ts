/** Sets of small numbers as rows of 32-bit words inside one array; `start` is the first word of the row. */

export function setBit(bits: Uint32Array, start: number, i: number): void {
  const word = start + (i >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (i & 31));
}

export function clearBit(bits: Uint32Array, start: number, i: number): void {
  const word = start + (i >>> 5);
  bits[word] = (bits[word] ?? 0) & ~(1 << (i & 31));
}

export function hasBit(bits: Uint32Array, start: number, i: number): boolean {
  return (((bits[start + (i >>> 5)] ?? 0) >>> (i & 31)) & 1) === 1;
}

/** Place of the lowest one bit of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
