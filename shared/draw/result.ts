import * as z from 'zod/mini';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { fromHex, toHex } from './bytes.ts';
import { type Commit, commitDigest, sourceProblems, witnessCommitment } from './commitment.ts';
import type { DropOut } from './event.ts';
import { digestHex, type HashSuite, portableSuites, type Suites } from './hash.ts';
import { fitsLotteryForm } from './lottery.ts';
import { type Plan, planProblems } from './plan.ts';
import { quotaOffset } from './quota.ts';
import { applyEvents, type Staff, type Team } from './replacement.ts';
import { drawSeed, keyedHash } from './seed.ts';
import { type DrawnCell, rankRoot, selectCells } from './selection.ts';
import { count, hex32, label, readShape, tid } from './shape.ts';
import { type Blinded, POOL_NAMES, type Pools, poolProblems, poolRoot } from './snapshot.ts';
import { dealTeams, type Teams } from './teams/deal.ts';
import { fastMatcher } from './teams/fastMatcher.ts';
import type { Matcher } from './teams/matcher.ts';
import { buildRoster, type Roster, visitOf } from './teams/roster.ts';

/** The whole draw: from commitment and values to the result object (DR-1 §1.5–§1.9, §3). */

const teamsSchema = z.array(z.strictObject({ a: tid, seats: z.array(z.string()) }));

export const resultSchema = z.strictObject({
  v: z.literal('dr1/result'),
  draw: label,
  /** hex C */
  commit: hex32,
  seed: hex32,
  u: count,
  cells: z.array(
    z.strictObject({
      cell: label,
      N: count,
      n: count,
      drawn: z.array(tid),
      alternates: z.array(tid),
      /** Ticket of rank n − 1, `''` when n = 0. */
      last: z.string(),
      rankRoot: hex32,
    }),
  ),
  levels: z.record(tid, count),
  teams: teamsSchema,
  /** Names of the seats of the Hall certificate; only when no plan exists. */
  infeasible: z.exactOptional(z.array(z.string())),
  /** Only when there are events. */
  after: z.exactOptional(
    z.strictObject({
      cells: z.array(z.strictObject({ cell: label, drawn: z.array(tid) })),
      teams: teamsSchema,
    }),
  ),
});

export type DrawResult = z.infer<typeof resultSchema>;
export type CellResult = DrawResult['cells'][number];

/** A result of the right form, or what is wrong with it. */
export function readResult(value: unknown): Result<DrawResult> {
  return readShape(resultSchema, value);
}

export interface DrawInput {
  readonly plan: Plan;
  readonly pools: Pools;
  readonly commit: Commit;
  /** Lowercase hex of the raw value bytes, one per source in their order. */
  readonly values: readonly string[];
  readonly events?: readonly DropOut[];
}

/** What may be injected for speed; neither changes a bit of the result. */
export interface EngineParts {
  readonly suites?: Suites;
  readonly matcher?: Matcher;
}

/** Everything that the draw worked out, before it is written as a result. */
export interface Draw {
  readonly suite: HashSuite;
  readonly seed: Uint8Array;
  readonly u: number;
  readonly cells: readonly DrawnCell[];
  /** Absent when the plan deals no teams. */
  readonly roster?: Roster;
  readonly teams?: Teams;
}

/**
 * Checks the input against the plan and the commitment and draws. Refuses with every problem found; a plan
 * of teams that does not exist is no refusal but a result with `infeasible`.
 */
export function runDraw(input: DrawInput, parts: EngineParts = {}): Result<DrawResult> {
  const problems = inputProblems(input, parts.suites ?? portableSuites);
  return problems.length > 0 ? refuse(...problems) : drawnResult(input, computeDraw(input, parts));
}

/** What keeps an input from being drawn. The beacon's signature is checked with the record. */
export function inputProblems(input: DrawInput, suites: Suites = portableSuites): Problem[] {
  const { plan, pools, commit } = input;
  const suite = suites(plan.suite);
  const problems = [
    ...planProblems(plan),
    ...poolProblems(plan, pools, blindedPools(commit)),
    ...sourceProblems(commit.draw, commit.sources),
    ...valueProblems(suite, commit, input.values),
  ];
  if (commit.plan !== digestHex(suite, plan)) problems.push({ code: 'draw.commit.plan' });
  for (const name of POOL_NAMES) {
    const rows = pools[name];
    const committed = commit.pools[name];
    if (rows === undefined && committed === undefined) continue;
    if (committed?.n !== rows?.length || committed?.root !== poolRoot(suite, rows ?? []))
      problems.push({ code: 'draw.commit.pool', params: { pool: name } });
  }
  return problems;
}

/** Which pools of the commitment are blinded. */
export function blindedPools(commit: Commit): Blinded {
  return Object.fromEntries(POOL_NAMES.map((name) => [name, commit.pools[name]?.k !== undefined]));
}

/** What is wrong with the values of the sources (DR-1 §1.5, §1.11.15, §1.11.17). */
export function valueProblems(suite: HashSuite, commit: Commit, values: readonly string[]): Problem[] {
  if (values.length !== commit.sources.length) return [{ code: 'draw.value.count' }];
  return commit.sources.flatMap((source, j) =>
    isValueOf(suite, commit.draw, source, values[j] ?? '')
      ? []
      : [{ code: `draw.value.${source.type}`, params: { id: source.id } }],
  );
}

function isValueOf(
  suite: HashSuite,
  draw: string,
  source: Commit['sources'][number],
  value: string,
): boolean {
  if (!/^(?:[0-9a-f]{2})+$/.test(value)) return false;
  const bytes = fromHex(value);
  if (source.type === 'lottery') return fitsLotteryForm(source.form, String.fromCharCode(...bytes));
  if (bytes.length !== 32) return false;
  return source.type === 'drand' || witnessCommitment(suite, draw, source.id, bytes) === source.c;
}

/** The draw of an input that `inputProblems` finds nothing wrong with. */
export function computeDraw(input: DrawInput, parts: EngineParts = {}): Draw {
  const { plan, pools } = input;
  const suite = (parts.suites ?? portableSuites)(plan.suite);
  const seed = drawSeed(suite, input.commit, input.values);
  const u = quotaOffset(keyedHash(suite, seed, 'quota'));
  const cells = selectCells(plan, pools.agency, keyedHash(suite, seed, 'ticket/agency'), u);
  if (plan.team === undefined) return { suite, seed, u, cells };
  const { team } = plan;
  const visits = cells.flatMap(({ ranks, n }) => ranks.slice(0, n).map(({ row }) => visitOf(team, row)));
  const roster = buildRoster(team.district, visits, pools.inspector ?? [], pools.relation ?? []);
  const keys = { slot: keyedHash(suite, seed, 'team/slot'), deal: keyedHash(suite, seed, 'team/deal') };
  return {
    suite,
    seed,
    u,
    cells,
    roster,
    teams: dealTeams(roster, team.slack, keys, parts.matcher ?? fastMatcher),
  };
}

/** The result object of a draw with the state after its events; refuses events that cannot be replayed. */
export function drawnResult(input: DrawInput, draw: Draw): Result<DrawResult> {
  const { plan, commit, events = [] } = input;
  const teams = teamsOf(draw);
  const result: DrawResult = {
    v: 'dr1/result',
    draw: commit.draw,
    commit: toHex(commitDigest(draw.suite, commit)),
    seed: toHex(draw.seed),
    u: draw.u,
    cells: draw.cells.map((cell) => cellResult(draw.suite, cell, plan.alternates)),
    levels: levelsOf(draw),
    teams: teams.map(writableTeam),
  };
  if (draw.teams?.feasible === false)
    result.infeasible = draw.teams.blocking.map((s) => draw.roster?.seats[s]?.name ?? '').sort();
  if (events.length === 0) return ok(result);
  const staff = staffOf(input, draw, teams);
  const after = applyEvents({ plan, cells: draw.cells, ...(staff && { staff }) }, events);
  if (!after.ok) return after;
  const cells = after.value.cells.map(({ cell, drawn }) => ({ cell, drawn: [...drawn] }));
  return ok({ ...result, after: { cells, teams: after.value.teams.map(writableTeam) } });
}

/**
 * The result as it was drawn, before any event: what the log's `result` entry carries the digest of
 * (DR-1 §1.11.12a). Later events cannot change an entry that stands already.
 */
export function asDrawn({ after: _after, ...drawn }: DrawResult): DrawResult {
  return drawn;
}

function writableTeam({ a, seats }: Team): { a: string; seats: string[] } {
  return { a, seats: [...seats] };
}

function cellResult(suite: HashSuite, { cell, n, ranks }: DrawnCell, alternates: number): CellResult {
  const tids = ranks.map(({ row }) => row.tid);
  const lastRanked = ranks[n - 1];
  return {
    cell: cell.cell,
    N: ranks.length,
    n,
    drawn: tids.slice(0, n),
    alternates: tids.slice(n, n + alternates),
    last: lastRanked === undefined ? '' : toHex(lastRanked.ticket),
    rankRoot: rankRoot(suite, ranks),
  };
}

function teamsOf({ roster, teams }: Draw): Team[] {
  if (roster === undefined || teams === undefined || !teams.feasible) return [];
  const nameOf = (s: number): string => roster.inspectors[teams.holders[s] ?? -1]?.tid ?? '';
  return roster.visits.map((visit, v) => ({ a: visit.a, seats: (roster.seatsOf[v] ?? []).map(nameOf) }));
}

function levelsOf({ roster, teams }: Draw): Record<string, number> {
  if (roster === undefined || teams === undefined || !teams.feasible) return {};
  return Object.fromEntries(roster.inspectors.map(({ tid: id }, i) => [id, teams.levels[i] ?? 0]));
}

function staffOf(input: DrawInput, draw: Draw, teams: readonly Team[]): Staff | undefined {
  const { team } = input.plan;
  if (team === undefined || draw.teams === undefined || !draw.teams.feasible) return undefined;
  return {
    team,
    inspectors: input.pools.inspector ?? [],
    relations: input.pools.relation ?? [],
    rooms: draw.teams.rooms,
    visits: draw.roster?.visits ?? [],
    teams,
    slotKey: keyedHash(draw.suite, draw.seed, 'team/slot'),
    dealKey: keyedHash(draw.suite, draw.seed, 'team/deal'),
  };
}
