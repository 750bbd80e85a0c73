/** Shortest time between the public commitment and the last source (DR-1 §1.11.14: MUST ≥ 1 h). Milliseconds. */
export const COMMIT_MARGIN_MS = 3_600_000;

/** Reveals end this long before the lottery (DR-1 §1.5: time − 10 min). Milliseconds. */
export const REVEAL_MARGIN_MS = 10 * 60_000;
