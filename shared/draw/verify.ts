import { beaconValue, verifyBeacon } from './beacon.ts';
import { fromHex, toHex } from './bytes.ts';
import { canonicalJson } from './canonicalJson.ts';
import { type Check, compared, holds, unproblematic } from './check.ts';
import { commitDigest, type Source, sourceProblems, witnessCommitment } from './commitment.ts';
import { digestHex, type HashSuite, portableSuites } from './hash.ts';
import { fitsLotteryForm } from './lottery.ts';
import { planProblems } from './plan.ts';
import type { DrawRecord } from './record.ts';
import {
  asDrawn,
  blindedPools,
  computeDraw,
  type DrawInput,
  type DrawResult,
  drawnResult,
  type EngineParts,
} from './result.ts';
import { POOL_NAMES, type Pools, poolProblems, poolRoot } from './snapshot.ts';
import { type LogOptions, logChecks } from './verifyLog.ts';

/** Everything about a published draw recomputed and compared (DR-1 §1, "Full check" in §1.8). */

export interface Verification {
  readonly checks: readonly Check[];
  /** 一致 or 不一致. */
  readonly consistent: boolean;
}

export interface VerifyOptions extends EngineParts, LogOptions {}

/** All checks in a fixed order; `pools` come from `loadPools`. */
export function verifyRecord(record: DrawRecord, pools: Pools, options: VerifyOptions = {}): Verification {
  const suite = (options.suites ?? portableSuites)(record.plan.suite);
  const foundation = [
    ...unproblematic('plan.rules', planProblems(record.plan)),
    ...unproblematic('pool.rows', poolProblems(record.plan, pools, blindedPools(record.commit))),
    compared('value.count', String(record.commit.sources.length), String(record.values.length)),
  ];
  const checks = [
    ...foundation,
    compared('plan.digest', digestHex(suite, record.plan), record.commit.plan),
    ...POOL_NAMES.flatMap((name) => poolChecks(suite, record, pools, name)),
    ...unproblematic('source.rules', sourceProblems(record.commit.draw, record.commit.sources)),
    ...record.commit.sources.flatMap((source, j) =>
      sourceChecks(suite, record, source, record.values[j] ?? ''),
    ),
    ...surplusBeacon(record),
    ...(foundation.every((check) => check.ok)
      ? resultChecks(suite, record, pools, options)
      : [{ ...holds('result.recomputed', false), note: 'not-computed' }]),
    ...logChecks(suite, record, digestHex(suite, asDrawn(record.result)), options),
  ];
  return { checks, consistent: checks.every((check) => check.ok) };
}

function poolChecks(
  suite: HashSuite,
  record: DrawRecord,
  pools: Pools,
  name: (typeof POOL_NAMES)[number],
): Check[] {
  const rows = pools[name];
  const committed = record.commit.pools[name];
  const published = record.pools[name];
  if (rows === undefined && committed === undefined) return [];
  if (rows === undefined || committed === undefined) return [holds('pool.committed', false, name)];
  const root = poolRoot(suite, rows);
  const inFile = published === undefined || Array.isArray(published) ? [] : [published];
  return [
    compared('pool.count', String(rows.length), String(committed.n), name),
    compared('pool.root', root, committed.root, name),
    ...inFile.flatMap((file) => [
      compared('pool.fileCount', String(rows.length), String(file.n), name),
      compared('pool.fileRoot', root, file.root, name),
    ]),
  ];
}

function sourceChecks(suite: HashSuite, record: DrawRecord, source: Source, value: string): Check[] {
  if (source.type === 'witness') {
    const c = witnessCommitment(suite, record.commit.draw, source.id, fromHex(value));
    return [
      compared('source.witness', source.c, c, source.id),
      compared('source.length', '64', String(value.length), source.id),
    ];
  }
  if (source.type === 'lottery')
    return [
      holds(
        'source.lottery',
        fitsLotteryForm(source.form, String.fromCharCode(...fromHex(value))),
        source.id,
      ),
    ];
  const { beacon } = record;
  if (beacon === undefined) return [holds('source.beaconPresent', false, source.id)];
  return [
    compared('source.beaconRound', String(source.round), String(beacon.round), source.id),
    compared('source.beaconValue', beaconValue(beacon.signature), value, source.id),
    holds('source.beaconSignature', verifyBeacon(source.round, beacon.signature), source.id),
  ];
}

/** A beacon stands in the record exactly if there is a drand source (DR-1 §1.11.17). */
function surplusBeacon({ beacon, commit }: DrawRecord): Check[] {
  const wanted = commit.sources.some((source) => source.type === 'drand');
  return beacon === undefined || wanted ? [] : [holds('source.beaconUnwanted', false)];
}

function resultChecks(suite: HashSuite, record: DrawRecord, pools: Pools, parts: EngineParts): Check[] {
  const input: DrawInput = {
    plan: record.plan,
    pools,
    commit: record.commit,
    values: record.values,
    events: record.events,
  };
  const recomputed = drawnResult(input, computeDraw(input, parts));
  if (!recomputed.ok) return unproblematic('result.events', recomputed.problems);
  const expected = recomputed.value;
  const found = record.result;
  return [
    compared('result.draw', expected.draw, found.draw),
    compared('result.commit', toHex(commitDigest(suite, record.commit)), found.commit),
    compared('result.seed', expected.seed, found.seed),
    compared('result.u', String(expected.u), String(found.u)),
    ...listChecks('result.cell', expected.cells, found.cells, (cell) => cell.cell),
    ...levelChecks(expected, found),
    ...listChecks('result.team', expected.teams, found.teams, (team) => team.a),
    optionalCheck('result.infeasible', expected.infeasible, found.infeasible),
    optionalCheck('result.after', expected.after, found.after),
    ...record.events.map(eventCheck),
    compared('result.digest', digestHex(suite, expected), digestHex(suite, found)),
  ];
}

/** Says what an event that was replayed had to change; that the outcome is right is `result.after`. */
function eventCheck({ e, type, tid, visits, stays }: DrawRecord['events'][number]): Check {
  const note =
    type === 'agency'
      ? 'event-agency'
      : stays
        ? 'event-stays'
        : visits === undefined
          ? 'event-inspector'
          : 'event-keeps';
  const where = visits === undefined ? '' : ` → ${visits.join(', ')}`;
  return { ...holds('result.event', true, `${e} ${tid}${where}`), note };
}

/** One check for a list that agrees, otherwise one per entry that differs. */
function listChecks<T>(
  name: string,
  expected: readonly T[],
  found: readonly T[],
  subjectOf: (entry: T) => string,
): Check[] {
  const longer = expected.length > found.length ? expected : found;
  const differing = longer.flatMap((entry, i) => {
    const texts = [expected[i], found[i]].map((one) => (one === undefined ? '' : canonicalJson(one)));
    const check = compared(name, texts[0] ?? '', texts[1] ?? '', subjectOf(expected[i] ?? entry));
    return check.ok ? [] : [check];
  });
  return differing.length > 0 ? differing : [holds(name, true)];
}

function levelChecks(expected: DrawResult, found: DrawResult): Check[] {
  const entries = (result: DrawResult): [string, number][] =>
    Object.entries(result.levels).sort(([a], [b]) => (a < b ? -1 : 1));
  return listChecks('result.level', entries(expected), entries(found), ([inspector]) => inspector);
}

function optionalCheck(name: string, expected: unknown, found: unknown): Check {
  return compared(
    name,
    expected === undefined ? '' : canonicalJson(expected),
    found === undefined ? '' : canonicalJson(found),
  );
}
