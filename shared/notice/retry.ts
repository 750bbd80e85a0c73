/** Attempts before a person is asked. */
export const MAX_ATTEMPTS = 12;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Milliseconds to wait after the `attempt`-th temporary failure (from 1): 1 min · 2^(attempt−1), at most 24 h,
 * moved by up to ±20 % so that a queue does not come back all at once.
 *
 * @param random in [0, 1)
 */
export function retryDelay(attempt: number, random: number): number {
  const base = Math.min(DAY_MS, MINUTE_MS * 2 ** (attempt - 1));
  return Math.min(DAY_MS, Math.round(base * (0.8 + 0.4 * random)));
}
