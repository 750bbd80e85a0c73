import { addMonths, type LocalDate, localDate, yearOf } from '../calendar/localDate.ts';
import type { PlanCell } from '../draw/plan.ts';
import { ok, type Problem, type Result, refuse } from '../problem.ts';
import { type Agency, type DrawKind, drawKind } from '../register/agency.ts';
import { districts } from '../register/district.ts';
import { riskClassIn } from '../register/riskClassIn.ts';
import { type RiskClass, riskClasses } from '../register/vocabulary.ts';
import { type MonthPlan, type RateRule, type Recency, recencies } from './monthPlan.ts';

/**
 * Cells that are not made by a rate line. `listed`: the law orders the visit (专利代理管理办法 art. 40(2)).
 * `capped`: had its visits of the year (国办发〔2024〕54号). `excluded`: for a published reason. `suspended`: 停业.
 * The last three have rate 0: visible and countable, never drawn. A closed agency (注销) is in no pool.
 */
export const specialCells = ['listed', 'suspended', 'excluded', 'capped'] as const;
export type SpecialCell = (typeof specialCells)[number];

/** What a cell stands for. `rule` is the place of its rate line in the plan, from 0. */
export type CellPlace =
  /** `targeted`: the one cell of a targeted draw, which no plan of a month has. */
  | { readonly special: SpecialCell | 'targeted' }
  | {
      readonly special?: never;
      readonly rule: number;
      readonly kind: DrawKind;
      readonly recency: Recency;
      /** Only when some rate line asks for it: otherwise the class is not revealed by the cell. */
      readonly riskClass?: RiskClass;
      readonly district?: string;
    };

export interface Cell {
  /** Name in the dr1/plan, e.g. `B/patent/long` or `listed`. */
  readonly name: string;
  readonly place: CellPlace;
  readonly plan: PlanCell;
  /** In the order of their uscc. */
  readonly agencies: readonly Agency[];
}

export interface Cells {
  /** In plan order (DR-1 §1.7: class-major), none empty. */
  readonly cells: readonly Cell[];
  /** uscc → cell name, for every agency in the pool. */
  readonly cellOf: ReadonlyMap<string, string>;
  /** Closed agencies: in the register, in no pool. */
  readonly closed: readonly Agency[];
}

const MILLION = 1_000_000;
const kinds: readonly DrawKind[] = ['patent', 'trademark', 'dual'];
const DIMENSIONS = ['riskClass', 'kind', 'recency', 'district'] as const;

/** The day on which the plan looks at the register: the first of its month. */
export function planDay(plan: Pick<MonthPlan, 'month'>): LocalDate {
  return localDate(`${plan.month}-01`);
}

/** Visits of the calendar year of `day`. The register's counter belongs to the year of the last visit. */
export function visitsInYear(agency: Agency, day: LocalDate): number {
  const last = agency.lastInspectedOn;
  if (last === undefined || yearOf(last) !== yearOf(day)) return 0;
  return agency.visitsThisYear ?? 1;
}

/**
 * Whether a listed agency still has to be visited for this listing in this plan year: once per listing and
 * year, and a visit counts from the day of the listing on (parameter `listed.visits_per_year`, 未核实).
 */
export function owesListedVisit(agency: Agency, day: LocalDate): boolean {
  if (agency.listing === 'none') return false;
  const last = agency.lastInspectedOn;
  if (last === undefined || yearOf(last) !== yearOf(day)) return true;
  return agency.listedSince !== undefined && last < agency.listedSince;
}

export function recencyOf(
  agency: Agency,
  plan: Pick<MonthPlan, 'month' | 'recentMonths' | 'earlierMonths'>,
): Recency {
  const last = agency.lastInspectedOn;
  if (last === undefined) return 'long';
  const day = planDay(plan);
  if (addMonths(last, plan.recentMonths) > day) return 'recent';
  return addMonths(last, plan.earlierMonths) > day ? 'earlier' : 'long';
}

/** A reason not to be drawn comes before the order to visit: nobody can visit what is shut or excluded. */
export function specialCellOf(agency: Agency, plan: MonthPlan): SpecialCell | undefined {
  const day = planDay(plan);
  if (agency.status === 'suspended') return 'suspended';
  if (agency.exclusion !== undefined) return 'excluded';
  if (owesListedVisit(agency, day)) return 'listed';
  return visitsInYear(agency, day) >= plan.yearlyCap ? 'capped' : undefined;
}

/** Whether some rate line looks at the risk class: the agency pool is then blinded (DR-1 §8). */
export function usesRiskClass(plan: Pick<MonthPlan, 'rates'>): boolean {
  return plan.rates.some((rule) => rule.riskClass !== '*');
}

function usesDistrict(plan: MonthPlan): boolean {
  return plan.splitByDistrict || plan.rates.some((rule) => rule.district !== '*');
}

type Facts = Pick<RateRule, (typeof DIMENSIONS)[number]>;

function factsOf(agency: Agency, plan: MonthPlan): Facts {
  return {
    kind: drawKind(agency),
    riskClass: riskClassIn(agency, plan.month),
    recency: recencyOf(agency, plan),
    district: agency.district,
  };
}

function fits(rule: RateRule, facts: Facts): boolean {
  return DIMENSIONS.every((name) => rule[name] === '*' || rule[name] === facts[name]);
}

function specialPlan(name: SpecialCell): PlanCell {
  return { cell: name, ppm: name === 'listed' ? MILLION : 0, round: 'exact' };
}

const specialOrder: readonly CellPlace['special'][] = specialCells;

/** Place of a cell in the plan: what must be visited, then class by class, then what is never drawn. */
function order(place: CellPlace): readonly number[] {
  if (place.special !== undefined)
    return [place.special === 'listed' ? 0 : 2, specialOrder.indexOf(place.special)];
  return [
    1,
    place.riskClass === undefined ? 0 : riskClasses.findIndex(({ code }) => code === place.riskClass),
    kinds.indexOf(place.kind),
    recencies.indexOf(place.recency),
    place.district === undefined ? 0 : districts.findIndex(({ code }) => code === place.district),
    place.rule,
  ];
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/**
 * Which cell each agency falls into. Every agency that is not closed is in exactly one. Refused, with every
 * fault named: `plan.cells.no_rule` per combination without a rate line (with its number of agencies), and
 * `plan.cells.min_empty` for a line that promises a minimum of nobody.
 */
export function cellsOf(agencies: readonly Agency[], plan: MonthPlan): Result<Cells> {
  const draft = new Map<string, { place: CellPlace; plan: PlanCell; agencies: Agency[] }>();
  const unfit = new Map<string, { facts: Facts; count: number }>();
  const closed: Agency[] = [];
  const cellOf = new Map<string, string>();
  const named = { riskClass: usesRiskClass(plan), district: usesDistrict(plan) };
  const sorted = [...agencies].sort((a, b) => (a.uscc < b.uscc ? -1 : 1));

  const put = (agency: Agency, name: string, place: CellPlace, cell: PlanCell): void => {
    const found = draft.get(name) ?? { place, plan: cell, agencies: [] };
    found.agencies.push(agency);
    draft.set(name, found);
    cellOf.set(agency.uscc, name);
  };
  for (const agency of sorted) {
    if (agency.status === 'closed') {
      closed.push(agency);
      continue;
    }
    const special = specialCellOf(agency, plan);
    if (special !== undefined) {
      put(agency, special, { special }, specialPlan(special));
      continue;
    }
    const facts = factsOf(agency, plan);
    const rule = plan.rates.findIndex((line) => fits(line, facts));
    const line = plan.rates[rule];
    if (line === undefined) {
      const key = DIMENSIONS.map((name) => facts[name]).join('/');
      unfit.set(key, { facts, count: (unfit.get(key)?.count ?? 0) + 1 });
      continue;
    }
    const place: CellPlace = {
      rule,
      kind: drawKind(agency),
      recency: recencyOf(agency, plan),
      ...(named.riskClass ? { riskClass: riskClassIn(agency, plan.month) } : {}),
      ...(named.district ? { district: agency.district } : {}),
    };
    const name = [place.riskClass, place.kind, place.recency, place.district]
      .filter((part) => part !== undefined)
      .join('/');
    put(agency, name, place, {
      cell: name,
      ppm: line.ppm,
      round: line.round,
      ...(line.min === undefined ? {} : { min: line.min }),
    });
  }
  const cells = [...draft.entries()]
    .map(([name, cell]) => ({ name, ...cell }))
    .sort((a, b) => compareOrder(order(a.place), order(b.place)));
  const problems = [...noRule(unfit), ...emptyMinimums(plan, cells)];
  return problems.length > 0 ? refuse(...problems) : ok({ cells, cellOf, closed });
}

const kindWords: Readonly<Record<string, string>> = { patent: '专利', trademark: '商标', dual: '专利和商标' };
const recencyWords: Readonly<Record<string, string>> = {
  recent: '近期检查过',
  earlier: '较早检查过',
  long: '长期未检查',
};

/** The Chinese words for a combination; the codes themselves serve as the English ones. */
function wordsOf(facts: Facts) {
  return {
    kindZh: kindWords[facts.kind] ?? facts.kind,
    recencyZh: recencyWords[facts.recency] ?? facts.recency,
    districtZh: districts.find(({ code }) => code === facts.district)?.zh ?? facts.district,
  };
}

function noRule(unfit: ReadonlyMap<string, { facts: Facts; count: number }>): Problem[] {
  return [...unfit.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { facts, count }]) => ({
      code: 'plan.cells.no_rule',
      params: { ...facts, ...wordsOf(facts), count },
      field: 'rates',
    }));
}

function emptyMinimums(plan: MonthPlan, cells: readonly Cell[]): Problem[] {
  const used = new Set(cells.flatMap(({ place }) => (place.special === undefined ? [place.rule] : [])));
  return plan.rates.flatMap((line, i) =>
    line.min === undefined || used.has(i)
      ? []
      : [
          {
            code: 'plan.cells.min_empty',
            params: { line: i + 1, min: line.min },
            field: `rates.${i}.min`,
          },
        ],
  );
}
