const MINUTE_MS = 60_000;
/** Nothing waits longer than this for its next attempt: after a long outage all is there within a working day. */
export const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;

/**
 * Milliseconds to wait after the `failures`-th failure in a row (from 1): anything up to 1 min · 2^(failures−1) and to
 * six hours. All of it is left to chance (full jitter), so that what failed together does not come back together.
 *
 * @param random in [0, 1)
 */
export function pauseAfter(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_PAUSE_MS, MINUTE_MS * 2 ** (failures - 1));
  return Math.max(1_000, Math.round(ceiling * random));
}
