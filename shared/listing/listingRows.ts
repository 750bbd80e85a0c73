import type { RowPut } from '../case/caseStore.ts';
import type { Audience } from './deadlineKinds.ts';
import { endStatuses, type ListingCase, type ListingStatus } from './listingCase.ts';
import type { AgencyEntries, OpenEntry } from './standing.ts';
import { nextLook } from './terms.ts';

/** Keys of the rows of listings in the core table; no other file spells them. */

export const LISTING_PREFIX = 'NL#';
export const listingCaseId = (id: string) => `${LISTING_PREFIX}${id}`;
/** Open entries, by the instant at which time does something to them next. */
export const OPEN_QUEUE = 'Q#NL';
/** Papers and mails to be written. */
export const PAPER_QUEUE = 'Q#NLPAPER';
const FAR = '9999-12-31T00:00:00Z';

export const OPEN_LIST = 'LS#NL#OPEN';
export const ENDED_LIST = 'LS#NL#ENDED';
export const agencyList = (uscc: string) => `LS#NL#AG#${uscc}`;
/** Numbers of decisions on lists in a year. */
export const numberSequence = (year: number) => `listing-paper#${year}`;

/** Attributes that put the case into its list and, while it is open, into its queue. */
export function listingIndex(
  listing: ListingCase,
  status: ListingStatus,
  at: string,
): Readonly<Record<string, string>> {
  if (endStatuses.has(status)) {
    const on = listing.ended?.on ?? listing.decision?.on ?? listing.proposed.on;
    return { glpk: ENDED_LIST, glsk: `${on}#${listing.id}` };
  }
  return {
    glpk: OPEN_LIST,
    glsk: listing.id,
    gqpk: OPEN_QUEUE,
    gqsk: nextLook(listing, status, at) ?? FAR,
  };
}

/** Puts the case into the list of its agency, once, when it is proposed. */
export function agencyRow({ id, uscc }: Pick<ListingCase, 'id' | 'uscc'>): RowPut {
  return {
    row: { pk: listingCaseId(id), sk: 'AGENCY', glpk: agencyList(uscc), glsk: id },
    expect: 'any',
  };
}

export const entriesKey = (uscc: string) => ({ pk: `NLAG#${uscc}`, sk: 'META' });

/** The open cases of the agency, moved on from what was read. */
export function entriesRow(uscc: string, before: AgencyEntries, open: readonly OpenEntry[]): RowPut {
  return {
    row: { ...entriesKey(uscc), rev: before.rev + 1, open },
    expect: before.rev === 0 ? 'absent' : { rev: before.rev },
  };
}

export const originKey = (origin: string) => ({ pk: `NLFROM#${origin}`, sk: 'ORIGIN' });

/** Written with the case: what proposes it once proposes it never again. */
export function originRow(origin: string, id: string): RowPut {
  return { row: { ...originKey(origin), id }, expect: 'absent' };
}

/** The papers about an entry. */
export const listingForms = [
  'prior-notice',
  'not-listed',
  'listing-decision',
  'repair-notice',
  'removal-decision',
] as const;
export type ListingForm = (typeof listingForms)[number];

/** What is to be written to somebody. */
export type PaperOrder =
  | { readonly type: 'form'; readonly form: ListingForm }
  | {
      readonly type: 'reminder' | 'escalation';
      /** A kind of deadline, or `years`: three years on the abnormal list are nearly over. */
      readonly kind: string;
      readonly due: string;
      readonly audience: readonly Audience[];
    };

export interface QueuedPaper {
  readonly listing: string;
  /** Tells two orders apart; the same key is the same paper. */
  readonly key: string;
  readonly order: PaperOrder;
  readonly at: string;
}

const paperPk = (listing: string, key: string) => `OB#NLPAPER#${listing}#${key}`;
export const queuedPaperPk = ({ listing, key }: QueuedPaper) => paperPk(listing, key);

/** Outbox: a paper or mail of this case is to be written. The same key again changes nothing that was sent. */
export function paperRow(listing: string, key: string, order: PaperOrder, at: string): RowPut {
  return {
    row: {
      pk: paperPk(listing, key),
      sk: 'META',
      paper: { listing, key, order, at },
      gqpk: PAPER_QUEUE,
      gqsk: at,
    },
    expect: 'any',
  };
}
