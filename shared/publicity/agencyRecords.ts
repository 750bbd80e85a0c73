import type { PublishedPlan } from '../plan/planCase.ts';
import { type AgencyVisits, agencyVisits } from './agencyVisits.ts';
import type { PublicResult } from './publicInspection.ts';
import { type PublicPenalties, type PublicPenalty, penaltiesByAgency } from './publicPenalties.ts';

/** Everything that is published today about one agency. */
export interface AgencyRecord extends AgencyVisits {
  /** The newest decision first. */
  readonly penalties: readonly PublicPenalty[];
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
): readonly AgencyRecord[] {
  const visits = new Map(agencyVisits(results, plans).map((one) => [one.uscc, one]));
  const punished = penaltiesByAgency(penalties);
  return [...new Set([...visits.keys(), ...punished.keys()])].sort().map((uscc) => {
    const own = punished.get(uscc) ?? [];
    const known = visits.get(uscc) ?? { uscc, name: own[0]?.party.name ?? '', results: [], years: [] };
    return { ...known, penalties: own };
  });
}
