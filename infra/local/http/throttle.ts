/** A limit of one route, as the stage of an HTTP API sets it. */
export interface RouteThrottle {
  /** Requests a second. */
  readonly rate: number;
  /** Requests at once above the rate. */
  readonly burst: number;
}

/**
 * A token bucket as API Gateway keeps one per route: it holds `burst` tokens and gains `rate` a second.
 *
 * @param now milliseconds of a clock that nobody moves
 * @returns takes one token; false when there is none
 */
export function tokenBucket({ rate, burst }: RouteThrottle, now: () => number = () => performance.now()) {
  let tokens = burst;
  let at = now();
  return (): boolean => {
    const instant = now();
    tokens = Math.min(burst, tokens + ((instant - at) / 1000) * rate);
    at = instant;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
