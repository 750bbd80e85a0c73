import type { DrawCase, DrawStatus } from '../draw/ceremony/drawCase.ts';

/**
 * Somebody asked for the link to the row of this code. Whether the code is in the register is not known here and
 * looked up only by who sends the mail, so that asking takes the same steps and the same time for every code.
 */
export interface OwnRowRequest {
  readonly draw: string;
  /** A well-formed unified social credit code. */
  readonly uscc: string;
  /** `YYYY-MM-DDTHH`, UTC. */
  readonly hour: string;
  /** Instant from which the link no longer opens. */
  readonly opensUntil: string;
  /** Instant of the request. */
  readonly at: string;
}

/** The requests that wait for an answer. */
export interface OwnRowRequests {
  /** Puts a request; false when the same agency has asked about the same draw in the same hour. */
  put(request: OwnRowRequest): Promise<boolean>;
  /** The oldest waiting requests, at most `limit`. */
  waiting(now: string, limit: number): Promise<readonly OwnRowRequest[]>;
  /** Takes a request out of the queue; it stays to be recognised when it is repeated. */
  answered(request: OwnRowRequest): Promise<void>;
}

const LINK_DAYS = 7;

function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * The request of one code about one draw, now. The link opens until the objection window ends or, when there is
 * none open, for seven days.
 */
export function ownRowRequest(
  uscc: string,
  draw: { readonly status: DrawStatus; readonly state: DrawCase },
  now: Date,
): OwnRowRequest {
  const at = instant(now);
  const { number, window } = draw.state;
  const open = draw.status === 'objection' && window !== undefined && at < window.until;
  return {
    draw: number,
    uscc,
    hour: at.slice(0, 13),
    opensUntil: open ? window.until : instant(new Date(now.getTime() + LINK_DAYS * 86_400_000)),
    at,
  };
}
