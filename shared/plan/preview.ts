import type { LocalDate } from '../calendar/localDate.ts';
import type { HashSuite } from '../draw/hash.ts';
import { sortRows } from '../draw/snapshot.ts';
import { ok, type Problem, type Result } from '../problem.ts';
import { type Agency, drawKind } from '../register/agency.ts';
import { certificateCovers } from '../register/inspector.ts';
import { type Cell, type CellPlace, type Cells, cellsOf, owesListedVisit, planDay } from './cells.ts';
import { itemRef, type MonthPlan } from './monthPlan.ts';
import { type AgencyOdds, agencyOdds, type CellOdds, cellOdds, drawsLeft, totalRange } from './odds.ts';
import { agencyPoolIsOpen, drawPlanOf, type PoolRegisters } from './pools.ts';
import { type PreviewEffort, type PreviewPools, previewTeams, type TeamPreview } from './teamPreview.ts';

export interface PreviewCell extends CellOdds {
  readonly place: CellPlace;
  readonly ppm: number;
  readonly round: 'exact' | 'ceil';
  readonly min?: number;
}

/** Who is in the register but cannot be drawn by lot, and why. */
export interface PreviewOutside {
  /** 必查: visited by order of the law, never counted as drawn. */
  readonly listed: readonly Agency[];
  readonly capped: readonly Agency[];
  readonly excluded: readonly Agency[];
  readonly suspended: readonly Agency[];
  readonly closed: readonly Agency[];
}

export interface Preview {
  /** In plan order. */
  readonly cells: readonly PreviewCell[];
  readonly agencies: number;
  /** Visits by lot: expected number, and the fewest and most that any outcome gives. */
  readonly drawn: { readonly expected: number; readonly low: number; readonly high: number };
  /** Visits ordered by law. */
  readonly mandatory: number;
  readonly outside: PreviewOutside;
  /** Odds of every agency in the pool, by uscc. */
  readonly odds: ReadonlyMap<string, AgencyOdds>;
  /** Draws from this month to December; `thisYear` assumes the same cell and rate in each of them. */
  readonly drawsLeft: number;
  readonly agencyPool: 'open' | 'blinded';
  readonly teams?: TeamPreview;
  /** Active inspectors whose certificate ends before the last day of the visits: they will not be drawn. */
  readonly certificatesEnding: readonly {
    readonly id: string;
    readonly name: string;
    readonly certificateValidTo: LocalDate;
  }[];
  /** What does not stop the plan but should be read before it is published. */
  readonly warnings: readonly Problem[];
}

/**
 * What a plan would do with the registers as they are, before anything is committed. Problems: those of
 * `cellsOf`. Deterministic: the simulations take their randomness from the plan.
 */
export function previewPlan(
  registers: PoolRegisters,
  plan: MonthPlan,
  suite: HashSuite,
  seatsHeld: ReadonlyMap<string, number>,
  effort?: PreviewEffort,
): Result<Preview> {
  const made = cellsOf(registers.agencies, plan);
  if (!made.ok) return made;
  const cells = made.value;
  const odds = cellOdds(cells, plan);
  const outside: PreviewOutside = {
    listed: membersOf(cells, 'listed'),
    capped: membersOf(cells, 'capped'),
    excluded: membersOf(cells, 'excluded'),
    suspended: membersOf(cells, 'suspended'),
    closed: cells.closed,
  };
  const teams = previewTeams(
    drawPlanOf(plan, cells, suite),
    previewPools(registers, plan, cells, seatsHeld),
    suite,
    effort,
  );
  const visitsEnd = plan.visits.to as LocalDate;
  const certificatesEnding = registers.inspectors
    .filter((row) => row.status === 'active' && !certificateCovers(row, visitsEnd))
    .map(({ id, name, certificateValidTo }) => ({ id, name, certificateValidTo }));
  return ok({
    cells: cells.cells.map((cell, i) => previewCell(cell, odds[i])),
    agencies: cells.cellOf.size,
    drawn: {
      expected: odds.reduce((sum, { cell, expected }) => (cell === 'listed' ? sum : sum + expected), 0),
      ...totalRange(cells),
    },
    mandatory: outside.listed.length,
    outside,
    odds: agencyOdds(cells, plan),
    drawsLeft: drawsLeft(plan),
    agencyPool: agencyPoolIsOpen(plan, cells, registers.items) ? 'open' : 'blinded',
    ...(teams === undefined ? {} : { teams }),
    certificatesEnding,
    warnings: [
      ...teamWarnings(teams),
      ...listedWarnings(registers, plan, outside),
      ...(certificatesEnding.length === 0
        ? []
        : [{ code: 'plan.warn.certificates', params: { count: certificatesEnding.length } }]),
    ],
  });
}

function membersOf(cells: Cells, name: string): readonly Agency[] {
  return cells.cells.find((cell) => cell.name === name)?.agencies ?? [];
}

function previewCell(cell: Cell, odds: CellOdds | undefined): PreviewCell {
  if (odds === undefined) throw new Error(`no odds for the cell ${cell.name}`);
  const { ppm, round, min } = cell.plan;
  return { ...odds, place: cell.place, ppm, round, ...(min === undefined ? {} : { min }) };
}

/** The pools as they would be sealed, with plain ids instead of pseudonyms. */
export function previewPools(
  registers: PoolRegisters,
  plan: MonthPlan,
  cells: Cells,
  seatsHeld: ReadonlyMap<string, number>,
): PreviewPools {
  const visitsEnd = plan.visits.to as LocalDate;
  return {
    agency: sortRows(
      cells.cells.flatMap(({ name, agencies }) =>
        agencies.map((row) => ({ tid: row.uscc, cell: name, d: row.district, kind: drawKind(row) })),
      ),
    ),
    inspector: sortRows(
      registers.inspectors.map((row) => ({
        tid: row.id,
        d: row.district,
        quals: [...row.quals].sort(),
        cert: row.status === 'active' && certificateCovers(row, visitsEnd),
        cap: row.cap,
        past: seatsHeld.get(row.id) ?? 0,
      })),
    ),
    relation: registers.relations.map((row) => ({
      tid: `${row.inspectorId}:${row.agencyUscc}`,
      i: row.inspectorId,
      a: row.agencyUscc,
    })),
  };
}

function teamWarnings(teams: TeamPreview | undefined): Problem[] {
  if (teams === undefined) return [];
  const warnings: Problem[] = [];
  if (teams.infeasible > 0) {
    const { infeasible, selections } = teams;
    warnings.push({
      code: 'plan.warn.infeasible',
      params: { infeasible, selections, short: teams.worst.short },
    });
  }
  if (teams.predictability?.thin === true) {
    warnings.push({
      code: 'plan.warn.thin_pool',
      params: { percent: Math.round(teams.predictability.highest * 100) },
    });
  }
  return warnings;
}

/** The law orders on-site visits of the listed (专利代理管理办法 art. 40(2)): who would miss theirs. */
function listedWarnings(registers: PoolRegisters, plan: MonthPlan, outside: PreviewOutside): Problem[] {
  const warnings: Problem[] = [];
  const day = planDay(plan);
  const unreached = [...outside.excluded, ...outside.suspended].filter((agency) =>
    owesListedVisit(agency, day),
  );
  if (unreached.length > 0) {
    warnings.push({ code: 'plan.warn.listed_outside', params: { count: unreached.length } });
  }
  const onsite = registers.items.some(
    (item) => item.method === 'onsite' && plan.items.includes(itemRef(item)),
  );
  if (outside.listed.length > 0 && !onsite) {
    warnings.push({ code: 'plan.warn.listed_not_onsite', params: { count: outside.listed.length } });
  }
  return warnings;
}
