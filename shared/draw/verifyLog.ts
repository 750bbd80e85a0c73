import { roundInstant } from './beacon.ts';
import { canonicalJson } from './canonicalJson.ts';
import { type Check, compared, unproblematic } from './check.ts';
import type { HashSuite } from './hash.ts';
import { type LogEntry, logProblems } from './log.ts';
import type { DrawRecord } from './record.ts';
import { POOL_NAMES } from './snapshot.ts';

/**
 * Does the log of a record show that everything was fixed in the right order (DR-1 §1.5, §1.10, §1.11.14,
 * §1.11.18)? The log may be that of the whole office: entries of other draws are passed over.
 */

/** A record's shortest time between the last cosignature and the beacon, in seconds. */
const LEAST_MARGIN_SECONDS = 3600;

export interface LogOptions {
  /** Instants of the witnesses' cosignatures, where a checkpoint with them is at hand. */
  readonly cosignedAt?: readonly string[];
}

type Wanted = Pick<LogEntry, 'type'> & { readonly body: unknown };

export function logChecks(
  suite: HashSuite,
  record: DrawRecord,
  resultDigest: string,
  options: LogOptions = {},
): Check[] {
  if (record.log.length === 0) return [{ name: 'log.order', ok: true, note: 'order-not-shown' }];
  return [
    ...unproblematic('log.chain', logProblems(suite, record.log)),
    ...orderChecks(record, resultDigest),
    ...onlyOneChecks(record, resultDigest),
    ...beaconTimeChecks(record, options),
  ];
}

/** What must stand in the log, step by step; the entries of one step in any order, events in theirs. */
function wantedSteps(record: DrawRecord, resultDigest: string): Wanted[][] {
  const { commit, values, beacon, events } = record;
  const of = (type: 'witness' | 'drand' | 'lottery') =>
    commit.sources.flatMap((source, j) =>
      source.type === type ? [{ id: source.id, value: values[j] ?? '' }] : [],
    );
  return [
    [
      { type: 'plan', body: { plan: commit.plan } },
      ...POOL_NAMES.flatMap((pool): Wanted[] => {
        const fixed = commit.pools[pool];
        return fixed === undefined
          ? []
          : [{ type: 'snapshot', body: { pool, n: fixed.n, root: fixed.root } }];
      }),
    ],
    [{ type: 'commit', body: commit }],
    of('witness').map(({ id, value }) => ({ type: 'reveal', body: { id, r: value } })),
    [
      ...(beacon === undefined ? [] : [{ type: 'beacon', body: beacon } as const]),
      ...of('lottery').map(
        ({ id, value }) => ({ type: 'beacon', body: { id, value: asciiOf(value) } }) as const,
      ),
    ],
    [{ type: 'result', body: { draw: commit.draw, d: resultDigest } }],
    ...events.map((event): Wanted[] => [{ type: 'event', body: event }]),
  ];
}

function asciiOf(value: string): string {
  return (value.match(/../g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join('');
}

function keyOf({ type, body }: Wanted): string {
  return `${type} ${canonicalJson(body)}`;
}

/** Every wanted entry is there, and each step lies after the one before. */
function orderChecks(record: DrawRecord, resultDigest: string): Check[] {
  const placeOf = new Map<string, number>();
  for (const entry of record.log) if (!placeOf.has(keyOf(entry))) placeOf.set(keyOf(entry), entry.i);
  const checks: Check[] = [];
  let after = -1;
  for (const step of wantedSteps(record, resultDigest)) {
    let last = after;
    for (const wanted of step) {
      const place = placeOf.get(keyOf(wanted));
      const name = `log.${wanted.type}`;
      if (place === undefined)
        checks.push({ name, ok: false, expected: canonicalJson(wanted.body), found: '' });
      else if (place <= after) checks.push({ name, ok: false, expected: `> ${after}`, found: String(place) });
      else checks.push({ name, ok: true });
      last = Math.max(last, place ?? -1);
    }
    after = last;
  }
  return checks;
}

/**
 * Another outcome of a source of this draw. A round and a lottery have one only, and the id of dice names their draw,
 * so that two are a contradiction in the log of a whole office, too.
 */
function isRivalOutcome({ commit, values, beacon }: DrawRecord, entry: LogEntry): boolean {
  if (entry.type !== 'beacon') return false;
  const { body } = entry;
  if ('round' in body) return body.round === beacon?.round && body.signature !== beacon.signature;
  return commit.sources.some(
    ({ type, id }, j) => type === 'lottery' && id === body.id && body.value !== asciiOf(values[j] ?? ''),
  );
}

/** No second commitment, other outcome or result, or void of the same draw. */
function onlyOneChecks(record: DrawRecord, resultDigest: string): Check[] {
  const { draw } = record.commit;
  const rivals = record.log.filter(
    (entry) =>
      (entry.type === 'commit' &&
        entry.body.draw === draw &&
        canonicalJson(entry.body) !== canonicalJson(record.commit)) ||
      (entry.type === 'result' && entry.body.draw === draw && entry.body.d !== resultDigest) ||
      (entry.type === 'void' && entry.body.draw === draw) ||
      isRivalOutcome(record, entry),
  );
  return [compared('log.onlyOne', '', rivals.map((entry) => `${entry.i} ${entry.type}`).join(', '))];
}

/** Commitment and reveals lie before the beacon's round; with cosignatures, by the least margin. */
function beaconTimeChecks(record: DrawRecord, { cosignedAt = [] }: LogOptions): Check[] {
  const drand = record.commit.sources.find((source) => source.type === 'drand');
  if (drand === undefined) return [];
  const appears = roundInstant(drand.round);
  const ours = new Set(record.values);
  const early = record.log.filter(
    (entry) =>
      (entry.type === 'commit' && entry.body.draw === record.commit.draw) ||
      (entry.type === 'reveal' && ours.has(entry.body.r)),
  );
  const late = early.filter((entry) => entry.time >= appears);
  const checks: Check[] = [
    late.length === 0
      ? { name: 'log.beforeBeacon', ok: true }
      : {
          name: 'log.beforeBeacon',
          ok: false,
          expected: `< ${appears}`,
          found: late.map((e) => e.time).join(', '),
        },
  ];
  const lastCosigned = [...cosignedAt].sort().at(-1);
  if (lastCosigned === undefined)
    return [...checks, { name: 'log.margin', ok: true, note: 'no-cosignatures' }];
  const margin = (Date.parse(appears) - Date.parse(lastCosigned)) / 1000;
  const enough = margin >= LEAST_MARGIN_SECONDS;
  return [
    ...checks,
    enough
      ? { name: 'log.margin', ok: true }
      : { name: 'log.margin', ok: false, expected: `>= ${LEAST_MARGIN_SECONDS} s`, found: `${margin} s` },
  ];
}
