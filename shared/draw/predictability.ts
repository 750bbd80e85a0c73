import { concat, utf8 } from './bytes.ts';
import type { HashSuite } from './hash.ts';
import { keyedHash } from './seed.ts';
import { dealFrom } from './teams/deal.ts';
import { fastMatcher } from './teams/fastMatcher.ts';
import type { Roster } from './teams/roster.ts';

/**
 * How well somebody could guess, before the draw, who inspects an agency (DR-1 §1.9, "Predictability"):
 * teams simulated with many seeds. Above one half the pool of inspectors is thin.
 */

/** Warn above this probability of one person on one visit. */
export const THIN_POOL = 0.5;

export interface Predictability {
  readonly runs: number;
  /** `odds[v][i]`: share of runs in which inspector i is on visit v, by their places in the roster. */
  readonly odds: readonly (readonly number[])[];
  /** The most guessable pair; absent without visits or inspectors. */
  readonly highest?: { readonly a: string; readonly i: string; readonly p: number };
  /** Median over the visits of their most likely inspector's share. */
  readonly medianHighest: number;
  readonly thin: boolean;
}

/** Simulated with seeds `H(seed ‖ "/" ‖ run)`; undefined if no full set of teams exists. */
export function predictability(
  suite: HashSuite,
  roster: Roster,
  slack: number,
  seed: Uint8Array,
  runs: number,
): Predictability | undefined {
  const levels = fastMatcher.levels(roster);
  if (!levels.feasible) return undefined;
  const times = roster.visits.map(() => roster.inspectors.map(() => 0));
  for (let run = 0; run < runs; run++) {
    const runSeed = suite.hash(concat(seed, utf8(`/${run}`)));
    const keys = {
      slot: keyedHash(suite, runSeed, 'team/slot'),
      deal: keyedHash(suite, runSeed, 'team/deal'),
    };
    const teams = dealFrom(roster, levels, slack, keys, fastMatcher);
    if (!teams.feasible) return undefined;
    teams.holders.forEach((i, s) => {
      const visit = times[roster.seats[s]?.visit ?? -1];
      if (visit !== undefined) visit[i] = (visit[i] ?? 0) + 1;
    });
  }
  return summary(
    roster,
    times.map((visit) => visit.map((count) => count / runs)),
    runs,
  );
}

function summary(roster: Roster, odds: readonly (readonly number[])[], runs: number): Predictability {
  const best = odds.map((visit, v) => {
    const p = Math.max(0, ...visit);
    return { a: roster.visits[v]?.a ?? '', i: roster.inspectors[visit.indexOf(p)]?.tid ?? '', p };
  });
  const ordered = [...best].sort((x, y) => x.p - y.p);
  const highest = ordered.at(-1);
  const medianHighest = ordered[Math.floor(ordered.length / 2)]?.p ?? 0;
  return { runs, odds, ...(highest && { highest }), medianHighest, thin: (highest?.p ?? 0) > THIN_POOL };
}
