import type { LocalDate } from '../calendar/localDate.ts';
import { type ListingGround, type ListKind, listingGroundRow } from '../law/listingGrounds.ts';
import { type EndReason, type ListingCase, stands } from '../listing/listingCase.ts';
import type { StoredListing } from '../listing/ports.ts';
import { datesOf } from '../listing/terms.ts';

/** What may leave the case of an entry: no fact, statement, reason or name of a person. */
export interface PublicListing {
  readonly list: ListKind;
  readonly number: string;
  readonly uscc: string;
  readonly agency: string;
  readonly ground: ListingGround;
  readonly since: LocalDate;
  /** Last day of an entry of the serious-breach list. */
  readonly until?: LocalDate;
  /** CNIPA's own system has listed it; the office's list follows. */
  readonly mirrored: boolean;
}

/** What stays of an entry that has ended: number, day and reason; no party, no content. */
export interface ListingTombstone {
  readonly number: string;
  readonly on: LocalDate;
  readonly reason: EndReason;
}

export interface PublicListings {
  /** By list, the newest entry first. */
  readonly standing: readonly PublicListing[];
  /** The last to end first. */
  readonly tombstones: readonly ListingTombstone[];
}

/** Proposals and rejections are nobody's to know. */
export function publicListings(stored: readonly StoredListing[]): PublicListings {
  return {
    standing: stored
      .flatMap(({ state, status }) => (stands(status) ? standingOf(state) : []))
      .sort((a, b) => compare(b.list, a.list) || compare(b.since, a.since) || compare(a.uscc, b.uscc)),
    tombstones: stored
      .flatMap(({ state }) => tombstoneOf(state))
      .sort((a, b) => compare(b.on, a.on) || compare(b.number, a.number)),
  };
}

function standingOf(listing: ListingCase): readonly PublicListing[] {
  const { charge, since, decision, uscc, agency, source } = listing;
  if (charge === undefined || since === undefined || decision?.number === undefined) return [];
  const { endsOn } = datesOf(listing);
  return [
    {
      list: listingGroundRow(charge.ground).list,
      number: decision.number,
      uscc,
      agency: agency.name,
      ground: charge.ground,
      since,
      ...(endsOn === undefined ? {} : { until: endsOn }),
      mirrored: source.type === 'mirror',
    },
  ];
}

function tombstoneOf({ decision, ended }: ListingCase): readonly ListingTombstone[] {
  if (ended === undefined || decision?.number === undefined) return [];
  return [{ number: decision.number, on: ended.on, reason: ended.reason }];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
