import { shanghaiDate } from '../calendar/localDate.ts';
import { toHex, utf8 } from '../draw/bytes.ts';
import { networkOf } from './network.ts';

/** HMAC-SHA256; injected, so that this file knows no platform. */
export type KeyedHmac = (key: Uint8Array, message: Uint8Array) => Uint8Array;

/** Counts, and forgets by itself. */
export interface LimitCounter {
  /**
   * Adds one unless `most` are there already.
   *
   * @param forgetAt seconds since 1970 from which the counter may be deleted
   * @returns whether it was added
   */
  take(counter: string, most: number, forgetAt: number): Promise<boolean>;
}

/** How often one network may ask for something within a window. */
export interface NetworkLimit {
  readonly most: number;
  /** Length of the window in minutes; divides an hour, so that a counter always expires within the hour. */
  readonly windowMinutes: number;
}

/** Room for an office building behind one address, but for no flood. By what is limited. */
export const networkLimits = {
  /** Mails with the link to one's own row in a draw. */
  'own-row': { most: 30, windowMinutes: 60 },
  /** Complaints and reports sent. */
  filing: { most: 20, windowMinutes: 60 },
  /** Receipt codes tried: few, because a code is all that opens a case. */
  receipt: { most: 10, windowMinutes: 10 },
  /** Mails that bring back a lost receipt. */
  recover: { most: 5, windowMinutes: 60 },
  /** Forms for one file each: what is sent lies in the quarantine for days, whoever sent it. */
  upload: { most: 120, windowMinutes: 60 },
  /** Drafts begun. */
  draft: { most: 120, windowMinutes: 60 },
} as const satisfies Readonly<Record<string, NetworkLimit>>;

export type LimitedPurpose = keyof typeof networkLimits;

const MINUTE_MS = 60_000;

/**
 * Counts one request of the caller's network in the present window. The network stands in the counter's name as a
 * digest under a key that is derived anew each day: after that day nobody can tell whose counter it was.
 *
 * @param purpose what is limited: each has counters of its own
 * @param key the office's own key that the day's key is derived from
 * @param limit the row of the purpose unless told
 * @returns undefined, or the seconds after which the caller may try again
 * @throws RangeError when the window does not divide an hour: a fault of the table
 */
export async function overNetworkLimit(
  deps: { readonly counter: LimitCounter; readonly hmac: KeyedHmac; readonly key: Uint8Array },
  purpose: LimitedPurpose,
  address: string,
  now: Date,
  limit: NetworkLimit = networkLimits[purpose],
): Promise<number | undefined> {
  const { most, windowMinutes } = limit;
  if (!(windowMinutes > 0) || 60 % windowMinutes !== 0) {
    throw new RangeError(`a window of ${windowMinutes} minutes does not divide an hour`);
  }
  const length = windowMinutes * MINUTE_MS;
  const window = Math.floor(now.getTime() / length);
  const daily = deps.hmac(deps.key, utf8(`network ${shanghaiDate(now)}`));
  const network = toHex(deps.hmac(daily, utf8(`${purpose} ${networkOf(address)}`))).slice(0, 32);
  const ends = (window + 1) * length;
  const taken = await deps.counter.take(`${purpose}#${window}#${network}`, most, ends / 1000);
  return taken ? undefined : Math.max(1, Math.ceil((ends - now.getTime()) / 1000));
}
