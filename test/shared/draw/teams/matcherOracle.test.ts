import { expect, test } from 'vitest';
import { dealTeams } from '../../../../shared/draw/teams/deal.ts';
import { fastMatcher } from '../../../../shared/draw/teams/fastMatcher.ts';
import { naiveMatcher } from '../../../../shared/draw/teams/naiveFlow.ts';
import { keysFrom, randomCase } from './randomCases.ts';

/** A matcher that was wrong in one case of eight hundred was found by as many. */
const CASES = 20_000;
const SHARDS = 2;

/** Every case under both matchers; answers how many of them had a plan. */
function compare(from: number, to: number): number {
  let feasible = 0;
  for (let seed = from; seed < to; seed++) {
    const { roster, slack } = randomCase(seed);
    const keys = keysFrom(`oracle/${seed}`);
    const fast = dealTeams(roster, slack, keys, fastMatcher);
    const naive = dealTeams(roster, slack, keys, naiveMatcher);
    if (JSON.stringify(fast) !== JSON.stringify(naive)) expect.fail(`case ${seed} differs`);
    if (naive.feasible) feasible++;
  }
  return feasible;
}

test.each(Array.from({ length: SHARDS }, (_, shard) => shard))(
  'the fast matcher deals like the naive flow, shard %i of 20,000 cases',
  { timeout: 60_000 },
  (shard) => {
    const share = CASES / SHARDS;
    const feasible = compare(shard * share, (shard + 1) * share);
    // Both kinds of answer must be well represented, or the comparison says little.
    expect(feasible).toBeGreaterThan(share / 4);
    expect(feasible).toBeLessThan((share * 3) / 4);
  },
);
