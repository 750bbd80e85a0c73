/**
 * Small counts are not published: who knows that a neighbour reported an agency would find the report again. A number
 * of which nothing can be said is `undefined`; whether it is small itself or hides a small one is not told either.
 */

/** The smallest count, other than none at all, that is published. Our own rule: the law names no number. */
export const SMALLEST_PUBLISHED = 5;

export type PublicCount = number | undefined;

const isSmall = (count: number) => count > 0 && count < SMALLEST_PUBLISHED;

/** A count that stands alone. */
export function published(count: number): PublicCount {
  return isSmall(count) ? undefined : count;
}

/**
 * The lines of one table. Where they add up to a number that is known otherwise, one small line could be computed from
 * the rest, and so could several that are all 1; then the smallest of the others is held back with them.
 *
 * @param adds whether the lines may add up to something; say so in doubt
 */
export function publishedParts(parts: readonly number[], adds: boolean): readonly PublicCount[] {
  const hidden = new Set(parts.flatMap((count, at) => (isSmall(count) ? [at] : [])));
  if (adds && hidden.size > 0) {
    const others = parts
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden.has(at))
      .sort((a, b) => a.count - b.count);
    for (const { at } of others) {
      if (!isTold([...hidden].map((one) => parts[one] ?? 0))) break;
      hidden.add(at);
    }
  }
  return parts.map((count, at) => (hidden.has(at) ? undefined : count));
}

/** Whether the sum of the hidden parts, which anybody can compute, tells what one of them is: none of them is 0. */
function isTold(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, count) => total + count, 0);
  return hidden.length === 1 || sum === hidden.length;
}
