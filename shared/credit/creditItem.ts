import { endOfShanghaiDay, type LocalDate } from '../calendar/localDate.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { type CreditEntry, creditEntryId } from './creditEntry.ts';
import type { OutcomeCode } from './outcomes.ts';

/**
 * Where an entry stands. `sent`: it was handed over and it is not known whether it was taken, so it is asked for before
 * it is sent again. `rejected`: a person decides. `superseded`: a newer one of the same key went in its place, and this
 * one was never taken. `given-up`: two people decided that it is not sent.
 */
export const creditStatuses = [
  'queued',
  'sent',
  'acknowledged',
  'rejected',
  'superseded',
  'given-up',
] as const;
export type CreditStatus = (typeof creditStatuses)[number];

/** One line of what was tried, and what came of it. */
export interface Said {
  readonly at: string;
  readonly outcome: OutcomeCode;
  /** Code and words of the other side, as they came, cut to a line; never logged. */
  readonly answer?: string;
}

/** An entry with what became of it: one row of the ledger of its agency. */
export interface CreditItem {
  readonly entry: CreditEntry;
  readonly status: CreditStatus;
  /** How often it was begun to send it, for good: every attempt is one of a kind. */
  readonly attempts: number;
  /** Failures since the last person or success: the pause grows with them. */
  readonly failures: number;
  /** How often a person sent it anew in other words. It is part of the idempotency key, because content changed. */
  readonly amendment: number;
  /** Not to be tried before. */
  readonly nextAt?: string;
  /** Newest last, at most `MOST_SAID`. */
  readonly said: readonly Said[];
  /** Digest of the content as it was last handed over. */
  readonly digest?: string;
  /** Instant at which it was last handed over. */
  readonly sentAt?: string;
  readonly acknowledged?: { readonly at: string; readonly outcome: OutcomeCode; readonly receipt?: string };
  /** Fields of the wire record in other words than the mapping makes, by a person. */
  readonly amended?: { readonly fields: Readonly<Record<string, string>>; readonly by: Act };
  readonly proposal?: Act & { readonly reason: string };
  readonly givenUp?: Act & { readonly proposed: Act & { readonly reason: string } };
}

export const MOST_SAID = 20;

const openStatuses: ReadonlySet<CreditStatus> = new Set(['queued', 'sent', 'rejected']);

/** Whether something is still to come of it. */
export const isOpen = ({ status }: Pick<CreditItem, 'status'>): boolean => openStatuses.has(status);

/** `<key>@<version>`, and after a change of words by a person `.<amendment>`: the name under which it is sent. */
export function wireId({ entry, amendment }: Pick<CreditItem, 'entry' | 'amendment'>): string {
  return amendment === 0 ? creditEntryId(entry) : `${creditEntryId(entry)}.${amendment}`;
}

/** Entries of an agency in the order in which they were decided. */
export function inOrder(items: readonly CreditItem[]): readonly CreditItem[] {
  const name = ({ entry }: CreditItem) => `${entry.at} ${creditEntryId(entry)}`;
  return items.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

export function withSaid(item: CreditItem, said: Said): CreditItem {
  return { ...item, said: [...item.said, said].slice(-MOST_SAID) };
}

/** Whether the law wanted it there by a day that is over. */
export function isLate({ entry, acknowledged, status }: CreditItem, at: string): boolean {
  if (entry.due === undefined || status === 'superseded' || status === 'given-up') return false;
  return (acknowledged?.at ?? at) >= endOfShanghaiDay(entry.due satisfies LocalDate);
}
