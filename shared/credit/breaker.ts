import type { OutcomeCode } from './outcomes.ts';

/**
 * The circuit breaker of the credit system. It is kept in the table, because functions share nothing else: while the
 * other side is down nobody knocks but one probe every few minutes, and what waits keeps its place.
 */
export interface Breaker {
  readonly state: 'closed' | 'open' | 'half-open';
  /** The last requests, oldest first: `1` worked, `0` did not. At most `WINDOW`. */
  readonly window: string;
  /** Instant from which one probe may be sent. */
  readonly until?: string;
  /** Instant at which it opened first; probes that fail do not change it. */
  readonly since?: string;
  /** What happened last while it failed. */
  readonly outcome?: OutcomeCode;
  readonly probes: number;
}

export const closedBreaker: Breaker = { state: 'closed', window: '', probes: 0 };

const WINDOW = 20;
/** So many failures one after another open it. */
const IN_A_ROW = 5;
/** Of a full window, this share. */
const SHARE = 0.5;
/** Between two probes. */
export const PROBE_MS = 5 * 60_000;

const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** Whether something may be sent now: everything, one probe, or nothing. */
export function mayTry(breaker: Breaker, now: string): 'all' | 'probe' | 'none' {
  if (breaker.state === 'closed') return 'all';
  return breaker.until === undefined || now >= breaker.until ? 'probe' : 'none';
}

/** The breaker as a probe is under way: whoever looks meanwhile waits for the next. */
export function probing(breaker: Breaker, now: string): Breaker {
  const until = instant(Date.parse(now) + PROBE_MS);
  return { ...breaker, state: 'half-open', until, probes: breaker.probes + 1 };
}

/** The breaker after a request that worked. One probe that works closes it. */
export function afterSuccess(breaker: Breaker): Breaker {
  if (breaker.state !== 'closed') return { ...closedBreaker, window: '1' };
  return { ...breaker, window: `${breaker.window}1`.slice(-WINDOW) };
}

/** The breaker after a request that did not work. */
export function afterFailure(breaker: Breaker, outcome: OutcomeCode, now: string): Breaker {
  const window = `${breaker.window}0`.slice(-WINDOW);
  const until = instant(Date.parse(now) + PROBE_MS);
  if (breaker.state !== 'closed') return { ...breaker, state: 'open', window, until, outcome };
  const failed = [...window].filter((one) => one === '0').length;
  const opens =
    window.endsWith('0'.repeat(IN_A_ROW)) || (window.length === WINDOW && failed > WINDOW * SHARE);
  if (!opens) return { ...breaker, window, outcome };
  return { state: 'open', window, until, since: now, outcome, probes: 0 };
}
