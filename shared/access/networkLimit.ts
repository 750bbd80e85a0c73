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

/** How often one network may ask in an hour: an office building behind one address, but no flood of mails. */
export const NETWORK_LIMIT = 30;
const HOUR_MS = 3_600_000;

/**
 * Counts one request of the caller's network in the present hour. The network stands in the counter's name as a
 * digest under a key that is derived anew each day: after that day nobody can tell whose counter it was.
 *
 * @param purpose what is limited, such as `own-row`
 * @param key the office's own key that the day's key is derived from
 * @returns undefined, or the seconds after which the caller may try again
 */
export async function overNetworkLimit(
  deps: { readonly counter: LimitCounter; readonly hmac: KeyedHmac; readonly key: Uint8Array },
  purpose: string,
  address: string,
  now: Date,
): Promise<number | undefined> {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  const daily = deps.hmac(deps.key, utf8(`network ${shanghaiDate(now)}`));
  const network = toHex(deps.hmac(daily, utf8(`${purpose} ${networkOf(address)}`))).slice(0, 32);
  const ends = (hour + 1) * HOUR_MS;
  const taken = await deps.counter.take(`${purpose}#${hour}#${network}`, NETWORK_LIMIT, ends / 1000);
  return taken ? undefined : Math.max(1, Math.ceil((ends - now.getTime()) / 1000));
}
