import type { KeyedHmac, LimitCounter } from '../../access/networkLimit.ts';
import { toHex, utf8 } from '../../draw/bytes.ts';
import type { FiledAgency } from '../filing.ts';

/** Filings about one agency within an hour: far above any real event, below what would bury its desk. */
export const FILINGS_PER_AGENCY = { least: 150, most: 250 } as const;
const HOUR_MS = 3_600_000;

/**
 * Counts a filing about an agency. The agency stands in the counter's name as a keyed digest. How many are taken is
 * another number for every agency and hour, that nobody outside can tell: an agency that fills its own counter would
 * otherwise read from the rest how many others have filed about it.
 *
 * @returns undefined, or the seconds after which the person may try again
 */
export async function overAgencyLimit(
  deps: { readonly counter: LimitCounter; readonly hmac: KeyedHmac; readonly key: Uint8Array },
  agency: FiledAgency,
  now: Date,
): Promise<number | undefined> {
  const about = agency.uscc ?? agency.name.replaceAll(/\s/g, '');
  const window = Math.floor(now.getTime() / HOUR_MS);
  const digest = toHex(deps.hmac(deps.key, utf8(`agency ${about}`))).slice(0, 32);
  const most = mostOf(deps.hmac(deps.key, utf8(`most ${window} ${digest}`)));
  const ends = (window + 1) * HOUR_MS;
  const taken = await deps.counter.take(`filings#${window}#${digest}`, most, ends / 1000);
  return taken ? undefined : Math.max(1, Math.ceil((ends - now.getTime()) / 1000));
}

function mostOf(digest: Uint8Array): number {
  const { least, most } = FILINGS_PER_AGENCY;
  const [high = 0, low = 0] = digest;
  return least + ((high * 256 + low) % (most - least + 1));
}

/** Filings that one process takes in a second; what comes above is asked to wait before anything is written. */
export const SENDINGS_A_SECOND = 5;

/**
 * A cap of one process: as many as the last second has room for.
 *
 * @returns undefined, or the seconds after which to try again
 */
export function sendingCap(most: number = SENDINGS_A_SECOND): (now: Date) => number | undefined {
  let second = 0;
  let taken = 0;
  return (now) => {
    const at = Math.floor(now.getTime() / 1000);
    if (at !== second) {
      second = at;
      taken = 0;
    }
    if (taken >= most) return 5;
    taken += 1;
    return undefined;
  };
}
