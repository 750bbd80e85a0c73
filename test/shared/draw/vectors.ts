import { readFileSync } from 'node:fs';
import type { Commit } from '../../../shared/draw/commitment.ts';
import type { Plan } from '../../../shared/draw/plan.ts';
import type { DrawRecord } from '../../../shared/draw/record.ts';
import type { DrawInput, DrawResult } from '../../../shared/draw/result.ts';
import type { AgencyRow, InspectorRow, RelationRow } from '../../../shared/draw/snapshot.ts';

/** The two published vectors of DR-1 §3. */

export interface Vector {
  readonly draw: string;
  readonly plan: Plan;
  readonly agencies: AgencyRow[];
  readonly inspectors: InspectorRow[];
  readonly relations: RelationRow[];
  readonly commit: Commit;
  readonly values: string[];
  readonly result: DrawResult;
}

/** The real signature of quicknet round 1000, used by vector 1. */
export const ROUND_1000 =
  'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';

export function readVector(number: 1 | 2): Vector {
  return JSON.parse(readFileSync(`test/fixtures/draw/vector${number}.json`, 'utf8'));
}

export function inputOf(vector: Vector): DrawInput {
  const { plan, agencies, inspectors, relations, commit, values } = vector;
  return { plan, pools: { agency: agencies, inspector: inspectors, relation: relations }, commit, values };
}

export function recordOf(vector: Vector): DrawRecord {
  const { plan, agencies, inspectors, relations, commit, values, result } = vector;
  const drand = commit.sources.find((source) => source.type === 'drand');
  return {
    v: 'dr1/record',
    plan,
    pools: { agency: agencies, inspector: inspectors, relation: relations },
    commit,
    values,
    ...(drand && { beacon: { round: drand.round, signature: ROUND_1000 } }),
    events: [],
    result,
    log: [],
  };
}
