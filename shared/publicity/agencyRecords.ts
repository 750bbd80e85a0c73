import type { PublishedPlan } from '../plan/planCase.ts';
import { type AgencyVisits, agencyVisits } from './agencyVisits.ts';
import type { PublicResult } from './publicInspection.ts';
import type { PublicListing, PublicListings } from './publicListings.ts';
import { type PublicPenalties, type PublicPenalty, penaltiesByAgency } from './publicPenalties.ts';

/** Everything that is published today about one agency. */
export interface AgencyRecord extends AgencyVisits {
  /** The newest decision first. */
  readonly penalties: readonly PublicPenalty[];
  /** Entries of the lists that stand today; of one that has ended nothing names the agency. */
  readonly listings: readonly PublicListing[];
}

/**
 * By agency what stands published, of whatever kind; an agency of which nothing stands is not here.
 *
 * @param results newest first
 */
export function agencyRecords(
  results: readonly PublicResult[],
  plans: readonly PublishedPlan[],
  penalties: PublicPenalties,
  listings: Pick<PublicListings, 'standing'>,
): readonly AgencyRecord[] {
  const visits = new Map(agencyVisits(results, plans).map((one) => [one.uscc, one]));
  const punished = penaltiesByAgency(penalties);
  const listed = Map.groupBy(listings.standing, ({ uscc }) => uscc);
  return [...new Set([...visits.keys(), ...punished.keys(), ...listed.keys()])].sort().map((uscc) => {
    const own = punished.get(uscc) ?? [];
    const entries = listed.get(uscc) ?? [];
    const name = own[0]?.party.name ?? entries[0]?.agency ?? '';
    const known = visits.get(uscc) ?? { uscc, name, results: [], years: [] };
    return { ...known, penalties: own, listings: entries };
  });
}
