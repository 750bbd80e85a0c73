/**
 * A number from 0 up to below `n`, the same for the same row and purpose for ever: the demo office is made
 * anew in every data folder and in every test and has to be the same office. Murmur3's finaliser.
 */
export function scatter(row: number, purpose: string, n: number): number {
  let hash = row + 1;
  for (let i = 0; i < purpose.length; i++) hash = Math.imul(hash ^ purpose.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % n;
}

/** One of a list. */
export function pick<T>(list: readonly [T, ...T[]], row: number, purpose: string): T {
  return list[scatter(row, purpose, list.length)] ?? list[0];
}

/** Values with their weights. */
export type Weighted<T> = readonly [readonly [T, number], ...(readonly [T, number])[]];

/** One of a list by weights: `[['haidian', 40], ['chaoyang', 25]]`. */
export function weighted<T>(list: Weighted<T>, row: number, purpose: string): T {
  let card = scatter(
    row,
    purpose,
    list.reduce((sum, [, weight]) => sum + weight, 0),
  );
  for (const [value, weight] of list) {
    if (card < weight) return value;
    card -= weight;
  }
  return list[0][0];
}
