import type { LocalDate } from '../calendar/localDate.ts';
import { toHex, utf8 } from '../draw/bytes.ts';
import type { SealedRow } from '../draw/ceremony/visit.ts';
import type { HashSuite } from '../draw/hash.ts';
import { type Plan, planProblems } from '../draw/plan.ts';
import {
  type AgencyRow,
  type Blinded,
  blindedTid,
  type InspectorRow,
  type PoolName,
  poolKeyCommitment,
  poolProblems,
  privatePart,
  type RelationRow,
  relationTid,
  sortRows,
} from '../draw/snapshot.ts';
import { ok, type Result, refuse } from '../problem.ts';
import { type Agency, drawKind } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import { certificateCovers, type Inspector } from '../register/inspector.ts';
import type { Relation } from '../register/relation.ts';
import { riskClassIn } from '../register/riskClassIn.ts';
import { type Cells, cellsOf, planDay, usesRiskClass, visitsInYear } from './cells.ts';
import { itemRef, type MonthPlan } from './monthPlan.ts';
import { TARGETED, targetedCells } from './targetedCells.ts';

/** What the pools are made from, all read at one revision of the register. */
export interface PoolRegisters {
  readonly agencies: readonly Agency[];
  readonly inspectors: readonly Inspector[];
  readonly relations: readonly Relation[];
  readonly items: readonly InspectionItem[];
}

/** 32 random bytes each: the key of the pseudonyms and the key that the rows' salts come from. */
export interface PoolSecrets {
  readonly pool: Uint8Array;
  readonly salt: Uint8Array;
}

export interface PlannedPools {
  /** The dr1/plan (DR-1 §1.3). */
  readonly plan: Plan;
  readonly pools: {
    readonly agency: readonly AgencyRow[];
    readonly inspector: readonly InspectorRow[];
    readonly relation: readonly RelationRow[];
  };
  /** Which pools carry pseudonyms; inspectors and relations always do. */
  readonly blinded: Readonly<Record<PoolName, boolean>>;
  /** Committed form of the pool key, for every blinded pool (`k` of DR-1 §1.1). */
  readonly k: string;
  /** What connects each row with whom it stands for, in row order. `id` of a relation: `inspector:uscc`. */
  readonly sealed: Readonly<Record<PoolName, readonly SealedRow[]>>;
  readonly cells: Cells;
}

/** Cells whose members are not to be named; those of a targeted draw because it would announce the visit. */
const TELLING_CELLS: readonly string[] = ['listed', 'excluded', TARGETED];

/**
 * Open only if the cells tell nothing but kind, district and recency (DR-1 §8): blinded when a rate line looks
 * at the risk class, when somebody is listed, excluded or a target, and when an item is inspected unannounced.
 */
export function agencyPoolIsOpen(
  plan: MonthPlan,
  cells: Cells,
  items: readonly Pick<InspectionItem, 'code' | 'version' | 'announced'>[],
): boolean {
  if (usesRiskClass(plan)) return false;
  if (cells.cells.some(({ name }) => TELLING_CELLS.includes(name))) return false;
  return !items.some((item) => !item.announced && plan.items.includes(itemRef(item)));
}

/** The dr1/plan of a month's plan with the cells that its registers make. */
export function drawPlanOf(plan: MonthPlan, cells: Cells, suite: HashSuite): Plan {
  return {
    v: 'dr1/plan',
    suite: suite.name,
    cells: cells.cells.map((cell) => cell.plan),
    alternates: plan.alternates,
    team: {
      district: plan.team.district,
      slack: plan.team.slack,
      seats: {
        patent: plan.team.seats.patent,
        trademark: plan.team.seats.trademark,
        dual: plan.team.seats.dual,
      },
    },
  };
}

/**
 * The three pools, sorted and valid, with what is sealed about every row. The same inputs give the same bytes,
 * in whatever order the registers are read. `seatsHeld` is the number of seats an inspector has held this year.
 * With `targets` (uscc) the agency pool is made of these alone, in one forced cell.
 *
 * Problems: those of `cellsOf` or `targetedCells`, and `draw.pool.*` of the engine, which no register kept by this product can
 * cause but a wrong key could.
 */
export function poolsOf(
  registers: PoolRegisters,
  plan: MonthPlan,
  secrets: PoolSecrets,
  suite: HashSuite,
  seatsHeld: ReadonlyMap<string, number>,
  targets?: readonly string[],
): Result<PlannedPools> {
  const { agencies } = registers;
  const made = targets === undefined ? cellsOf(agencies, plan) : targetedCells(agencies, targets);
  if (!made.ok) return made;
  const cells = made.value;
  const open = agencyPoolIsOpen(plan, cells, registers.items);
  const seal = sealer(suite, secrets);
  const agencyTid = (uscc: string): string => (open ? uscc : blindedTid(suite, secrets.pool, uscc));
  const inspectorTid = (id: string): string => blindedTid(suite, secrets.pool, id);

  const agency = cells.cells.flatMap(({ name, agencies }) =>
    agencies.map((row) => {
      const sealed = seal(agencyTid(row.uscc), row.uscc, agencyPrivate(row, plan));
      const tidRow: AgencyRow = {
        tid: sealed.row.tid,
        cell: name,
        d: row.district,
        kind: drawKind(row),
        p: sealed.p,
      };
      return { row: tidRow, sealed: sealed.row };
    }),
  );
  const visitsEnd = plan.visits.to as LocalDate;
  const inspector = registers.inspectors.map((row) => {
    const sealed = seal(inspectorTid(row.id), row.id, inspectorPrivate(row));
    const tidRow: InspectorRow = {
      tid: sealed.row.tid,
      d: row.district,
      quals: [...row.quals].sort(),
      cert: row.status === 'active' && certificateCovers(row, visitsEnd),
      cap: row.cap,
      past: seatsHeld.get(row.id) ?? 0,
      p: sealed.p,
    };
    return { row: tidRow, sealed: sealed.row };
  });
  const known = new Set(registers.inspectors.map(({ id }) => id));
  const relation = registers.relations
    // A pair that names nobody in the pools binds nobody.
    .filter((row) => known.has(row.inspectorId) && cells.cellOf.has(row.agencyUscc))
    .map((row) => {
      const pair = { i: inspectorTid(row.inspectorId), a: agencyTid(row.agencyUscc) };
      const tid = relationTid(suite, pair, false, secrets.pool);
      const sealed = seal(tid, `${row.inspectorId}:${row.agencyUscc}`, relationPrivate(row));
      return { row: { tid, ...pair, p: sealed.p }, sealed: sealed.row };
    });

  const drawPlan = drawPlanOf(plan, cells, suite);
  const pools = {
    agency: sortRows(agency.map(({ row }) => row)),
    inspector: sortRows(inspector.map(({ row }) => row)),
    relation: sortRows(relation.map(({ row }) => row)),
  };
  const blinded = { agency: !open, inspector: true, relation: true } satisfies Blinded;
  const problems = [...planProblems(drawPlan), ...poolProblems(drawPlan, pools, blinded)];
  if (problems.length > 0) return refuse(...problems);
  return ok({
    plan: drawPlan,
    pools,
    blinded,
    k: poolKeyCommitment(suite, secrets.pool),
    sealed: {
      agency: sortRows(agency.map(({ sealed }) => sealed)),
      inspector: sortRows(inspector.map(({ sealed }) => sealed)),
      relation: sortRows(relation.map(({ sealed }) => sealed)),
    },
    cells,
  });
}

/** `salt = HMAC(K_salt, utf8(tid))[0..16)`: as good as random to everybody without the key, and repeatable. */
function sealer(suite: HashSuite, secrets: PoolSecrets) {
  return (tid: string, id: string, confidential: SealedRow['private']): { row: SealedRow; p: string } => {
    const salt = suite.hmac(secrets.salt, utf8(tid)).slice(0, 16);
    return {
      row: { tid, id, salt: toHex(salt), private: confidential },
      p: privatePart(suite, salt, confidential),
    };
  };
}

/** What decided the agency's cell: the evidence that it stands in the right one. */
function agencyPrivate(agency: Agency, plan: MonthPlan): SealedRow['private'] {
  return {
    uscc: agency.uscc,
    riskClass: riskClassIn(agency, plan.month),
    status: agency.status,
    listing: agency.listing,
    listedSince: agency.listedSince ?? '',
    exclusion: (agency.exclusion ?? '').normalize('NFC'),
    lastInspectedOn: agency.lastInspectedOn ?? '',
    visitsInYear: visitsInYear(agency, planDay(plan)),
  };
}

function inspectorPrivate(inspector: Inspector): SealedRow['private'] {
  return {
    id: inspector.id,
    certificateNo: inspector.certificateNo,
    certificateValidTo: inspector.certificateValidTo,
    status: inspector.status,
  };
}

function relationPrivate(relation: Relation): SealedRow['private'] {
  return {
    inspectorId: relation.inspectorId,
    agencyUscc: relation.agencyUscc,
    reason: relation.reason.normalize('NFC'),
    declaredOn: relation.declaredOn,
    source: relation.source,
  };
}
