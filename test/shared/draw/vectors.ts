import { readFileSync } from 'node:fs';
import type { Commit } from '../../../shared/draw/commitment.ts';
import { digestHex, sha256Suite } from '../../../shared/draw/hash.ts';
import { type LogEntry, type NewLogEntry, nextLogEntry } from '../../../shared/draw/log.ts';
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

/** The record of vector 1 with a log that shows the order: committed an hour before round 1000. */
export function loggedRecord(): DrawRecord {
  const record = recordOf(readVector(1));
  const { commit, values, beacon, result } = record;
  const { agency, inspector, relation } = commit.pools;
  if (beacon === undefined || inspector === undefined || relation === undefined) throw new Error('vector 1');
  const entries: NewLogEntry[] = [
    { time: '2023-08-23T14:00:00Z', type: 'plan', body: { plan: commit.plan } },
    ...Object.entries({ agency, inspector, relation }).map(
      ([pool, { n, root }]): NewLogEntry => ({
        time: '2023-08-23T14:10:00Z',
        type: 'snapshot',
        body: { pool: pool as 'agency', n, root },
      }),
    ),
    { time: '2023-08-23T14:30:00Z', type: 'commit', body: commit },
    { time: '2023-08-23T15:30:00Z', type: 'reveal', body: { id: 'official-a', r: values[0] ?? '' } },
    { time: '2023-08-23T15:40:00Z', type: 'reveal', body: { id: 'notary', r: values[1] ?? '' } },
    { time: '2023-08-23T16:59:30Z', type: 'beacon', body: beacon },
    {
      time: '2023-08-23T17:00:00Z',
      type: 'result',
      body: { draw: commit.draw, d: digestHex(sha256Suite, result) },
    },
  ];
  return { ...record, log: chained(entries) };
}

/** Entries linked into a log. */
export function chained(entries: readonly NewLogEntry[]): LogEntry[] {
  const log: LogEntry[] = [];
  for (const entry of entries) log.push(nextLogEntry(sha256Suite, log, entry));
  return log;
}
