import { type CreditItem, inOrder, isOpen } from './creditItem.ts';

/** What is next for one agency. */
export interface AgencyOrder {
  /** Never taken, and a newer one of the same key is here: they are not sent any more. */
  readonly superseded: readonly CreditItem[];
  /** The oldest that is still to come. Nothing younger goes before it. */
  readonly next?: CreditItem;
  /** A person has to decide on `next` before anything else of this agency is sent. */
  readonly held: boolean;
}

/**
 * The order within an agency: strictly as it was decided. What is queued or rejected was not taken, so that a newer
 * entry of its key takes its place: nobody publishes what is known to be wrong or over, and a withdrawal does not wait
 * behind a refusal of what it takes back. One that may have been taken is never passed over.
 */
export function orderOf(items: readonly CreditItem[]): AgencyOrder {
  const stands = items.filter(({ status }) => status !== 'given-up');
  const newest = new Map<string, number>();
  for (const { entry } of stands) newest.set(entry.key, Math.max(newest.get(entry.key) ?? 0, entry.version));
  const isPassed = ({ entry, status }: CreditItem) =>
    (status === 'queued' || status === 'rejected') && entry.version < (newest.get(entry.key) ?? 0);
  const open = inOrder(items.filter(isOpen));
  const superseded = open.filter(isPassed);
  const next = open.find((item) => !isPassed(item));
  return {
    superseded,
    ...(next === undefined ? {} : { next }),
    held: next?.status === 'rejected',
  };
}
