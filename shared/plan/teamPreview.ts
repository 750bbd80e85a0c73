import { utf8 } from '../draw/bytes.ts';
import { digest, type HashSuite } from '../draw/hash.ts';
import type { Plan, TeamPlan } from '../draw/plan.ts';
import { MILLION } from '../draw/plan.ts';
import { keyedHash, uniform } from '../draw/seed.ts';
import { selectCells } from '../draw/selection.ts';
import type { AgencyRow, InspectorRow, RelationRow } from '../draw/snapshot.ts';
import { dealFrom } from '../draw/teams/deal.ts';
import { fastMatcher } from '../draw/teams/fastMatcher.ts';
import { type BlockedPart, type FallOut, teamFeasibility } from '../draw/teams/feasibility.ts';
import type { Levels } from '../draw/teams/matcher.ts';
import { buildRoster, type Roster, visitOf } from '../draw/teams/roster.ts';

/** Rows with plain ids: a preview never leaves the office. */
export interface PreviewPools {
  readonly agency: readonly AgencyRow[];
  readonly inspector: readonly InspectorRow[];
  readonly relation: readonly RelationRow[];
}

export interface PreviewEffort {
  /** Simulated selections that are looked at for a complete set of teams. */
  readonly selections: number;
  /** Simulated deals of the first selection, for the predictability. */
  readonly deals: number;
}
export const usualEffort: PreviewEffort = { selections: 24, deals: 120 };

/** Seats of one blocking part that all ask the same: as one sentence. */
export interface BlockedSeats {
  readonly kind: string;
  readonly district: string;
  /** From 1; seat 1 is the leader's. */
  readonly seat: number;
  readonly quals: readonly string[];
  readonly seats: number;
  /** Inspectors who fall out, by the first reason that holds; `room`: may take the seat, but is needed elsewhere. */
  readonly missing: FallOut;
}

/** Seats that depend on the same inspectors, of whom there are too few (Hall's sum, DR-1 §1.9.5). */
export interface BlockedGroup {
  readonly seats: number;
  /** Seats that the inspectors who may sit here can fill at most. */
  readonly supply: number;
  readonly inspectors: readonly string[];
  readonly asks: readonly BlockedSeats[];
}

/** Whether all seats of one selection can be filled. */
export interface TeamsOutlook {
  readonly visits: number;
  readonly seats: number;
  readonly feasible: boolean;
  /** Most seats that anybody holds, over the year, when the work is balanced. */
  readonly highestLevel: number;
  /** Seats too many, over all blocking groups. */
  readonly short: number;
  readonly blocking: readonly BlockedGroup[];
}

export interface TeamPreview {
  /** The first simulated selection; its size is the expected one. */
  readonly expected: TeamsOutlook;
  /** The worst of all: an infeasible one with the largest gap, or the one with the highest level. */
  readonly worst: TeamsOutlook;
  readonly selections: number;
  readonly infeasible: number;
  /** Highest P(person on visit); absent when the first selection has no teams. */
  readonly predictability?: {
    readonly highest: number;
    readonly uscc: string;
    readonly inspectorId: string;
    /** Above a half: whoever knows who is drawn can guess who comes (DR-1 §1.9). */
    readonly thin: boolean;
    readonly deals: number;
  };
}

const THIN = 0.5;

/** Simulates selections and deals with randomness of its own, made from the plan: the same each time. */
export function previewTeams(
  plan: Plan,
  pools: PreviewPools,
  suite: HashSuite,
  effort: PreviewEffort = usualEffort,
): TeamPreview | undefined {
  const { team } = plan;
  if (team === undefined) return undefined;
  const seed = digest(suite, { preview: plan, n: pools.agency.length });
  const looks = Array.from({ length: effort.selections }, (_, s) => {
    const roster = simulatedRoster(plan, team, pools, suite, suite.hmac(seed, utf8(`selection/${s}`)), s);
    const levels = fastMatcher.levels(roster);
    return { roster, levels, outlook: outlookOf(pools, roster, levels) };
  });
  const [first] = looks;
  if (first === undefined) throw new RangeError('a preview needs at least one selection');
  const worst = looks.reduce((a, b) => (worse(b.outlook, a.outlook) ? b : a));
  const predicted = first.levels.feasible
    ? predictability(first.roster, first.levels, team.slack, suite, seed, effort.deals)
    : undefined;
  return {
    expected: first.outlook,
    worst: worst.outlook,
    selections: looks.length,
    infeasible: looks.filter(({ outlook }) => !outlook.feasible).length,
    ...(predicted === undefined ? {} : { predictability: predicted }),
  };
}

function worse(a: TeamsOutlook, b: TeamsOutlook): boolean {
  if (a.feasible !== b.feasible) return !a.feasible;
  return a.feasible ? a.highestLevel > b.highestLevel : a.short > b.short;
}

/** The first selection takes the middle u, so that its size is the expected one; the others any. */
function simulatedRoster(
  plan: Plan,
  team: TeamPlan,
  pools: PreviewPools,
  suite: HashSuite,
  seed: Uint8Array,
  s: number,
): Roster {
  const u = s === 0 ? MILLION / 2 : uniform(keyedHash(suite, seed, 'quota'), 'u', MILLION);
  const drawn = selectCells(plan, pools.agency, keyedHash(suite, seed, 'ticket/agency'), u);
  const visits = drawn.flatMap(({ n, ranks }) => ranks.slice(0, n).map(({ row }) => visitOf(team, row)));
  return buildRoster(team.district, visits, pools.inspector, pools.relation);
}

function outlookOf(pools: PreviewPools, roster: Roster, levels: Levels): TeamsOutlook {
  const base = { visits: roster.visits.length, seats: roster.seats.length };
  const found = teamFeasibility(roster, levels);
  if (found.feasible) {
    const highest = levels.feasible ? levels.levels.reduce((most, level) => Math.max(most, level), 0) : 0;
    return { ...base, feasible: true, highestLevel: highest, short: 0, blocking: [] };
  }
  const blocking = found.parts.map((part) => ({
    seats: part.seats.length,
    supply: part.supply,
    inspectors: part.inspectors,
    asks: asksOf(pools, roster, part),
  }));
  const short = blocking.reduce((sum, { seats, supply }) => sum + seats - supply, 0);
  return { ...base, feasible: false, highestLevel: 0, short, blocking };
}

/** The seats of a part, those together that ask the same in the same district; the most frequent first. */
function asksOf(pools: PreviewPools, roster: Roster, part: BlockedPart): BlockedSeats[] {
  const kindOf = new Map(pools.agency.map((row) => [row.tid, row.kind ?? '']));
  const seatOf = new Map(roster.seats.map((seat) => [seat.name, seat]));
  const asks = new Map<string, BlockedSeats>();
  for (const { name, fallOut } of part.seats) {
    const seat = seatOf.get(name);
    const visit = seat === undefined ? undefined : roster.visits[seat.visit];
    if (seat === undefined || visit === undefined) continue;
    const ask = {
      kind: kindOf.get(visit.a) ?? '',
      district: visit.d,
      seat: Number(name.slice(name.lastIndexOf('#') + 1)),
      quals: seat.quals,
    };
    const key = JSON.stringify(ask);
    asks.set(key, { ...ask, seats: (asks.get(key)?.seats ?? 0) + 1, missing: fallOut });
  }
  return [...asks.values()].sort((a, b) => b.seats - a.seats);
}

function predictability(
  roster: Roster,
  levels: Levels,
  slack: number,
  suite: HashSuite,
  seed: Uint8Array,
  deals: number,
): TeamPreview['predictability'] {
  const people = roster.inspectors.length;
  const times = new Uint32Array(roster.visits.length * people);
  for (let d = 0; d < deals; d++) {
    const keys = suite.hmac(seed, utf8(`deal/${d}`));
    const teams = dealFrom(
      roster,
      levels,
      slack,
      { slot: keyedHash(suite, keys, 'team/slot'), deal: keyedHash(suite, keys, 'team/deal') },
      fastMatcher,
    );
    if (!teams.feasible) return undefined;
    roster.seats.forEach((seat, s) => {
      const at = seat.visit * people + (teams.holders[s] ?? 0);
      times[at] = (times[at] ?? 0) + 1;
    });
  }
  const most = times.reduce((best, count, at) => (count > (times[best] ?? 0) ? at : best), 0);
  const visit = roster.visits[Math.floor(most / people)];
  const inspector = roster.inspectors[most % people];
  if (visit === undefined || inspector === undefined) return undefined;
  const highest = (times[most] ?? 0) / deals;
  return { highest, uscc: visit.a, inspectorId: inspector.tid, thin: highest > THIN, deals };
}
