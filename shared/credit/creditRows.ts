import type { Row } from '../case/caseStore.ts';
import { CREDIT_QUEUE, creditEntryKey } from './creditEntry.ts';
import type { CreditItem } from './creditItem.ts';

/** Keys of the credit ledgers in the core table; no other file spells them. */

/** Agencies whose next entry waits for a person, by the instant since which it does. */
export const HELD_QUEUE = 'Q#CREDITHELD';
/** Differences between the two sides that wait for a person. */
export const DIFFERENCE_QUEUE = 'Q#CREDITDIFF';
export const DIFFERENCE_PREFIX = 'D#';
/** The ledgers of all agencies, by their code. */
export const LEDGER_LIST = 'LS#CREDIT';
export const REPORTS = 'CREDITREPORTS';
export const BREAKER_KEY = { pk: 'CB#CREDIT', sk: 'META' } as const;
export const LOCK_KEY = { pk: 'LOCK#CREDIT', sk: 'META' } as const;

/** The row of an entry. While it waits it stands in the queue, at the instant from which it may be tried. */
export function itemRow(item: CreditItem): Row {
  const waits = item.status === 'queued' || item.status === 'sent';
  return {
    ...creditEntryKey(item.entry),
    ...item,
    ...(waits ? { gqpk: CREDIT_QUEUE, gqsk: item.nextAt ?? item.entry.at } : {}),
  };
}

/** The entry of a row; the keys stay behind. */
export function itemOf(row: Readonly<Record<string, unknown>>): CreditItem {
  const { pk: _pk, sk: _sk, gqpk: _queue, gqsk: _at, ...item } = row;
  // Only this file writes such rows; the database gives them back without their type.
  return item as unknown as CreditItem;
}

/** What has to be as it was when a row is written: an attempt and a person's act both change one of the two. */
export const asItWas = ({ status, attempts, amendment }: CreditItem) => ({ status, attempts, amendment });
