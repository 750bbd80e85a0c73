import { expect, test } from 'vitest';
import { utf8 } from '../../../../shared/draw/bytes.ts';
import { sha256Suite } from '../../../../shared/draw/hash.ts';
import { keyedHash } from '../../../../shared/draw/seed.ts';
import { dealTeams, type TeamKeys } from '../../../../shared/draw/teams/deal.ts';
import { fastMatcher } from '../../../../shared/draw/teams/fastMatcher.ts';
import { naiveMatcher } from '../../../../shared/draw/teams/naiveFlow.ts';
import { randomCase } from './randomCases.ts';

const CASES = 20_000;
const SHARDS = 4;

function keysOf(seed: number): TeamKeys {
  const block = sha256Suite.hash(utf8(`oracle/${seed}`));
  return {
    slot: keyedHash(sha256Suite, block, 'team/slot'),
    deal: keyedHash(sha256Suite, block, 'team/deal'),
  };
}

/** Every case under both matchers; answers how many of them had a plan. */
function compare(from: number, to: number): number {
  let feasible = 0;
  for (let seed = from; seed < to; seed++) {
    const { roster, slack } = randomCase(seed);
    const keys = keysOf(seed);
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
