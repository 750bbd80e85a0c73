import { type CreditItem, isLate } from './creditItem.ts';
import type { DifferenceKind, Side } from './differences.ts';
import type { Held } from './ports.ts';
import type { WireState } from './wireRecord.ts';

export interface Compared {
  readonly key: string;
  readonly result: DifferenceKind | 'equal' | 'under-way';
  readonly ours?: Side;
  readonly theirs?: Side;
}

const states: Readonly<Record<CreditItem['entry']['operation'], WireState>> = {
  publish: 'published',
  correct: 'published',
  end: 'ended',
  withdraw: 'withdrawn',
};

function sideOf({ entry, amendment, digest }: CreditItem): Side {
  return { version: entry.version, amendment, state: states[entry.operation], digest: digest ?? '' };
}

const theirSide = ({ version, amendment, state, digest }: Held): Side => ({
  version,
  amendment,
  state,
  digest,
});

/**
 * Compares what both sides say about one agency, key by key.
 *
 * @param since instant at which the other side began to list: what was acknowledged after it could not be in the list
 */
export function compareSides(
  items: readonly CreditItem[],
  theirs: readonly Held[],
  since: string,
): readonly Compared[] {
  const keys = new Set([...items.map(({ entry }) => entry.key), ...theirs.map(({ key }) => key)]);
  return [...keys].sort().flatMap((key) => {
    const own = items.filter(({ entry }) => entry.key === key);
    const held = theirs.find((one) => one.key === key);
    const compared = compareKey(own, held, since);
    return compared === undefined ? [] : [{ key, ...compared }];
  });
}

/** Undefined when neither side should have anything. */
function compareKey(
  own: readonly CreditItem[],
  held: Held | undefined,
  since: string,
): Omit<Compared, 'key'> | undefined {
  const there = held === undefined ? {} : { theirs: theirSide(held) };
  // It is compared once it has arrived; until then it stands under what waits.
  const moves = own.some(
    ({ status, acknowledged }) =>
      status === 'queued' || status === 'sent' || (acknowledged !== undefined && acknowledged.at >= since),
  );
  if (moves) return { result: 'under-way', ...there };
  const stands = own
    .filter(({ status }) => status === 'acknowledged')
    .toSorted((a, b) => a.entry.version - b.entry.version)
    .at(-1);
  if (stands === undefined) {
    if (held === undefined) return undefined;
    return { result: own.length === 0 ? 'unknown-here' : 'differing', ...there };
  }
  const ours = sideOf(stands);
  // Whether a tombstone is kept of what was taken back is the other side's affair.
  if (held === undefined) return { result: ours.state === 'withdrawn' ? 'equal' : 'missing-there', ours };
  const same = held.version === ours.version && held.digest === ours.digest && held.state === ours.state;
  return { result: same ? 'equal' : 'differing', ours, ...there };
}

/** Entries that the law wanted there by a day that is over and that are not. */
export function lateItems(items: readonly CreditItem[], at: string): readonly CreditItem[] {
  return items.filter((item) => item.acknowledged === undefined && isLate(item, at));
}
