import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { utf8 } from '../../../shared/draw/bytes.ts';
import { changesBetween } from '../../../shared/draw/changes.ts';
import { buildCommit, witnessCommitment } from '../../../shared/draw/commitment.ts';
import type { DropOut } from '../../../shared/draw/event.ts';
import { personalProof, standings, verifyPersonalProof } from '../../../shared/draw/explain.ts';
import { digestHex, sha256Suite } from '../../../shared/draw/hash.ts';
import { readRecord, recordBytes } from '../../../shared/draw/record.ts';
import {
  computeDraw,
  type DrawInput,
  type DrawResult,
  drawnResult,
  runDraw,
} from '../../../shared/draw/result.ts';
import { keyedHash, uniform } from '../../../shared/draw/seed.ts';
import type { InspectorRow } from '../../../shared/draw/snapshot.ts';
import { verifyRecord } from '../../../shared/draw/verify.ts';
import { chained, loggedRecord } from './vectors.ts';

/** Events that give up single seats (DR-1 §1.11.11a), on draws small enough to follow by hand. */

const r = sha256Suite.hash(utf8('r'));
const sources = [
  { type: 'witness' as const, id: 'w', c: witnessCommitment(sha256Suite, 'T-1', 'w', r) },
  {
    type: 'drand' as const,
    id: 'quicknet' as const,
    chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971' as const,
    round: 1000,
  },
];
const values = [Buffer.from(r).toString('hex'), '00'.repeat(32)];

const person = (tid: string, cap: number, over: Partial<InspectorRow> = {}): InspectorRow => ({
  tid,
  d: 'd1',
  quals: ['tm'],
  cert: true,
  cap,
  past: 0,
  ...over,
});

/** All of `drawn` agencies A0, A1 … are visited by teams of `size`; `spare` more of them wait in the cell. */
function input(inspectors: readonly InspectorRow[], drawn: number, size = 1, spare = 0): DrawInput {
  const all = drawn + spare;
  const plan = {
    v: 'dr1/plan' as const,
    suite: 'sha256' as const,
    cells: [{ cell: 'K', ppm: Math.floor((drawn * 1_000_000) / all), round: 'ceil' as const }],
    alternates: 1,
    team: { district: 'any' as const, slack: 0, seats: { tm: Array.from({ length: size }, () => ['tm']) } },
  };
  const agency = Array.from({ length: all }, (_, n) => ({ tid: `A${n}`, cell: 'K', d: 'd1', kind: 'tm' }));
  const pools = { agency, inspector: [...inspectors], relation: [] };
  return { plan, pools, commit: buildCommit(sha256Suite, 'T-1', plan, pools, sources), values };
}

type Given = Pick<DropOut, 'visits' | 'stays'>;
const leaves = (e: number, tid: string, more: Given = {}): DropOut => ({
  e,
  type: 'inspector',
  tid,
  reason: 'ill',
  evidence: 'ab'.repeat(32),
  ...more,
});
const closes = (e: number, tid: string): DropOut => ({ ...leaves(e, tid), type: 'agency' });

function resultWith(of: DrawInput, events: readonly DropOut[]): DrawResult {
  const result = runDraw({ ...of, events });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const teamsOf = (result: DrawResult) =>
  Object.fromEntries((result.after ?? result).teams.map(({ a, seats }) => [a, seats]));
const heldBy = (result: DrawResult, tid: string) =>
  Object.entries(teamsOf(result))
    .filter(([, seats]) => seats.includes(tid))
    .map(([a]) => a)
    .sort();

describe('two inspectors, four visits of one seat: two each', () => {
  const of = input([person('P1', 4), person('P2', 4)], 4);
  const start = resultWith(of, []);
  const [first = '', second = ''] = heldBy(start, 'P1');

  it('deals two seats to each', () => {
    expect([heldBy(start, 'P1').length, heldBy(start, 'P2').length]).toEqual([2, 2]);
  });

  test('one seat given up goes to the other, the second stays with its holder', () => {
    const result = resultWith(of, [leaves(1, 'P1', { visits: [first] })]);
    expect(heldBy(result, 'P1')).toEqual([second]);
    expect(teamsOf(result)[first]).toEqual(['P2']);
  });

  test('who stays takes over what the other gives up next, but never where he recused himself', () => {
    const stayed = leaves(1, 'P1', { visits: [first], stays: true });
    // P2 now holds three; giving up all of them leaves P1, who may not go to the first.
    const result = resultWith(of, [stayed, leaves(2, 'P2')]);
    expect(teamsOf(result)[first]).toEqual(['']);
    expect(heldBy(result, 'P1')).toEqual(['A0', 'A1', 'A2', 'A3'].filter((a) => a !== first));
  });

  test('who does not stay takes over nothing, though he keeps a seat', () => {
    const result = resultWith(of, [leaves(1, 'P1', { visits: [first] }), leaves(2, 'P2')]);
    expect(heldBy(result, 'P1')).toEqual([second]);
    expect(Object.values(teamsOf(result)).filter(([holder]) => holder === '')).toHaveLength(3);
  });

  test('a kept seat can be given up by a later event, and after it nothing is left to give', () => {
    const both = [leaves(1, 'P1', { visits: [first] }), leaves(2, 'P1', { visits: [second] })];
    expect(Object.values(teamsOf(resultWith(of, both))).flat()).toEqual(['P2', 'P2', 'P2', 'P2']);
    expect(runDraw({ ...of, events: [...both, leaves(3, 'P1')] })).toMatchObject({
      ok: false,
      problems: [{ code: 'draw.event.unknown', params: { e: 3, tid: 'P1' } }],
    });
  });

  test('the list of all seats held gives what no list gives', () => {
    const listed = resultWith(of, [leaves(1, 'P1', { visits: [first, second] })]);
    expect(listed).toEqual(resultWith(of, [leaves(1, 'P1')]));
  });

  test.each([
    ['a visit that is not drawn', { visits: ['A9'] }, 'draw.event.notHeld'],
    ['a visit of somebody else', { visits: [heldBy(start, 'P2')[0] ?? ''] }, 'draw.event.notHeld'],
    ['an empty list', { visits: [] }, 'draw.event.noVisits'],
    ['a list out of order', { visits: [second, first] }, 'draw.event.visitOrder'],
    ['a visit twice', { visits: [first, first] }, 'draw.event.visitOrder'],
    ['staying without a list', { stays: true as const }, 'draw.event.staysWhere'],
  ])('refused: %s', (_name, more, code) => {
    const result = runDraw({ ...of, events: [leaves(1, 'P1', more)] });
    expect(result).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test.each([{ visits: ['A0'] }, { stays: true as const }])('refused on an agency: %o', (more) => {
    const result = runDraw({ ...of, events: [{ ...closes(1, 'A0'), ...more }] });
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'draw.event.agencyFields' }] });
  });

  test('refused: staying after having left', () => {
    const events = [leaves(1, 'P1', { visits: [first] }), leaves(2, 'P1', { visits: [second], stays: true })];
    expect(runDraw({ ...of, events })).toMatchObject({ ok: false, problems: [{ code: 'draw.event.left' }] });
  });
});

test('the room of a seat given up counts again: the cards are c_i or cap_i less the seats held now', () => {
  // Nine seats for P1, P2, P3 with caps 9, 9, 4: three each, no slack, so only tier 2 has room.
  const of = input([person('P1', 9), person('P2', 9), person('P3', 4)], 9);
  const start = resultWith(of, []);
  const [a = ''] = heldBy(start, 'P1');
  const deal = keyedHash(sha256Suite, computeDraw(of).seed, 'team/deal');
  // P2 has 9 − 3 cards, P3 4 − 3.
  const card = uniform(deal, `${a}#1/r1/2`, 7);
  const one = leaves(1, 'P1', { visits: [a], stays: true });
  const taken = card < 6 ? 'P2' : 'P3';
  expect(teamsOf(resultWith(of, [one]))[a]).toEqual([taken]);
  // P1 has room for one within c_i again, so what the one who took over gives up elsewhere falls to P1 by tier 1.
  const [other = ''] = heldBy(start, taken);
  const two = leaves(2, taken, { visits: [other], stays: true });
  expect(teamsOf(resultWith(of, [one, two]))[other]).toEqual(['P1']);
});

describe('whatever happens in whatever order', () => {
  const people = Array.from({ length: 7 }, (_, n) => person(`P${n}`, 2 + (n % 4)));
  const of = input(people, 5, 2, 3);
  const draw = computeDraw(of);

  interface Step {
    readonly agency: boolean;
    readonly who: number;
    readonly mask: number;
    readonly stays: boolean;
  }

  /** The event of a step on the draw as it stands, or none when there is nothing to give up. */
  function eventFor(result: DrawResult, step: Step, e: number): DropOut | undefined {
    if (step.agency) {
      const drawn = (result.after ?? result).cells.flatMap((cell) => cell.drawn);
      const a = drawn[step.who % Math.max(1, drawn.length)];
      return a === undefined ? undefined : closes(e, a);
    }
    const { tid = '' } = people[step.who % people.length] ?? {};
    const held = heldBy(result, tid);
    const some = held.filter((_, n) => (step.mask >> n) & 1);
    if (some.length === 0) return step.stays || held.length === 0 ? undefined : leaves(e, tid);
    return leaves(e, tid, step.stays ? { visits: some, stays: true } : { visits: some });
  }

  /** Who has left and who is in conflict so far, kept apart from the engine. */
  interface Walk {
    readonly events: DropOut[];
    readonly left: Set<string>;
    readonly conflicts: Set<string>;
    now: DrawResult;
  }

  function take(walk: Walk, event: DropOut): void {
    const next = drawnResult({ ...of, events: [...walk.events, event] }, draw);
    if (!next.ok) {
      // The only thing a random walk can get wrong: staying after having left.
      expect(next.problems.map(({ code }) => code)).toEqual(['draw.event.left']);
      expect(walk.left.has(event.tid)).toBe(true);
      return;
    }
    walk.events.push(event);
    const pairs = event.stays ? (event.visits ?? []) : [];
    for (const a of pairs) walk.conflicts.add(`${event.tid} ${a}`);
    if (event.type === 'inspector' && !event.stays) walk.left.add(event.tid);
    checkChanges(walk, event, next.value);
    walk.now = next.value;
  }

  function checkChanges({ now, left, conflicts }: Walk, event: DropOut, next: DrawResult): void {
    const changes = changesBetween(now, next);
    for (const { a, from, to } of changes.seats) {
      expect(event).toMatchObject({ type: 'inspector', tid: from });
      expect(event.visits ?? [a]).toContain(a);
      expect(left.has(to) || conflicts.has(`${to} ${a}`)).toBe(false);
    }
    const came = changes.cameIn.flatMap(({ seats }) => seats);
    expect(came.some((tid) => left.has(tid))).toBe(false);
    for (const { seats } of (next.after ?? next).teams) {
      const filled = seats.filter((tid) => tid !== '');
      expect(new Set(filled).size).toBe(filled.length);
    }
  }

  /** Names of the checks that a record with these events fails, once written and read again. */
  function failedChecks(events: readonly DropOut[], result: DrawResult): string[] {
    const { plan, commit, pools } = of;
    const { agency, inspector = [], relation = [] } = pools;
    const rows = { agency: [...agency], inspector: [...inspector], relation: [...relation] };
    const bytes = recordBytes({
      v: 'dr1/record',
      plan,
      pools: rows,
      commit,
      values: [...values],
      events: [...events],
      result,
      log: [],
    });
    const read = readRecord(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return verifyRecord(read.value, pools).checks.flatMap(({ ok, name }) => (ok ? [] : [name]));
  }

  it('only seats given up change, never to somebody who left or is in conflict; the replay is exact', () => {
    const step = fc.record({
      agency: fc.boolean(),
      who: fc.nat(30),
      mask: fc.nat(15),
      stays: fc.boolean(),
    });
    const start = resultWith(of, []);
    let replayed = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const walk: Walk = { events: [], left: new Set(), conflicts: new Set(), now: start };
        for (const one of steps) {
          const event = eventFor(walk.now, one, walk.events.length + 1);
          if (event !== undefined) take(walk, event);
        }
        expect(resultWith(of, walk.events)).toEqual(walk.now);
        // There is no such beacon; everything else is right.
        expect(failedChecks(walk.events, walk.now)).toEqual(['source.beaconPresent']);
        replayed += walk.events.length;
      }),
      { numRuns: 120, seed: 20261125 },
    );
    expect(replayed).toBeGreaterThan(300);
  });
});

describe('a record with events', () => {
  const base = loggedRecord();
  const { plan, commit, log } = base;
  const pools = {
    agency: base.pools.agency as never,
    inspector: base.pools.inspector as never,
    relation: base.pools.relation as never,
  } as DrawInput['pools'];
  const [a = ''] = heldBy(base.result, 'P04');
  const event = leaves(1, 'P04', { visits: [a], stays: true });
  const result = resultWith({ plan, pools, commit, values: base.values }, [event]);
  const logged = (extra: readonly DropOut[]) =>
    chained([
      ...log,
      ...extra.map((body) => ({ time: '2023-08-24T01:00:00Z', type: 'event' as const, body })),
    ]);
  const failing = (record: typeof base) =>
    verifyRecord(record, pools).checks.flatMap(({ ok, name }) => (ok ? [] : [name]));

  it('verifies with the log that the draw left, and one entry more', () => {
    const record = { ...base, events: [event], result, log: logged([event]) };
    expect(failing(record)).toEqual([]);
    const said = verifyRecord(record, pools).checks.find(({ name }) => name === 'result.event');
    expect(said).toMatchObject({ subject: `1 P04 → ${a}`, note: 'event-stays' });
  });

  it('does not without the entry, nor when the fields say something else', () => {
    expect(failing({ ...base, events: [event], result, log })).toEqual(['log.event']);
    const { stays: _stays, ...gone } = event;
    expect(failing({ ...base, events: [gone], result, log: logged([event]) })).toContain('log.event');
    const elsewhere = { ...event, visits: [...heldBy(base.result, 'P04')].slice(1) };
    const moved = { ...base, events: [elsewhere], result, log: logged([elsewhere]) };
    expect(failing(moved)).toContain('result.after');
  });

  it('still answers for the digest of the draw itself: another result in the log is a rival', () => {
    const other = { draw: commit.draw, d: digestHex(sha256Suite, result) };
    const rival = [...log, { time: '2023-08-24T00:00:00Z', type: 'result' as const, body: other }];
    expect(failing({ ...base, log: chained(rival) })).toContain('log.onlyOne');
  });
});

test('an agency learns whether it dropped out or came in', () => {
  const of = input([person('P1', 9), person('P2', 9)], 3, 1, 2);
  const draw = computeDraw(of);
  const ranks = draw.cells[0]?.ranks.map(({ row }) => row.tid) ?? [];
  const result = resultWith(of, [closes(1, ranks[0] ?? '')]);
  expect(ranks.map(standings(result))).toEqual(['left', 'drawn', 'drawn', 'cameIn', 'notDrawn']);
  for (const tid of ranks) {
    const proof = personalProof(draw, of.pools.agency, tid);
    if (proof === undefined) throw new Error(tid);
    const answer = verifyPersonalProof(proof, { plan: of.plan, commit: of.commit, values, result });
    expect(answer).toMatchObject({ consistent: true, standing: standings(result)(tid) });
  }
});
