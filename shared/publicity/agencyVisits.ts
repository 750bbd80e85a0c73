import type { LocalDate } from '../calendar/localDate.ts';
import { countsToCap } from '../draw/ceremony/visitOrigin.ts';
import type { PublishedPlan } from '../plan/planCase.ts';
import type { PublicResult } from './publicInspection.ts';

/** What is published of one agency, newest first, and how often it was visited. */
export interface AgencyVisits {
  readonly uscc: string;
  /** As it was called at the newest visit. */
  readonly name: string;
  readonly results: readonly PublicResult[];
  /** Newest first. */
  readonly years: readonly AgencyYear[];
}

export interface AgencyYear {
  readonly year: string;
  /** Visits that count towards the yearly cap, by the day of the visit. */
  readonly counted: number;
  /** Targeted visits do not count towards it (国办发〔2024〕54号, 未核实). */
  readonly targeted: number;
  /** The cap of the plans of that year; absent when no plan of it was published. */
  readonly cap?: number;
}

/**
 * By agency what stands published. A result that was taken down is not counted: a number would tell of it.
 *
 * @param results newest first
 */
export function agencyVisits(
  results: readonly PublicResult[],
  plans: readonly PublishedPlan[],
): readonly AgencyVisits[] {
  const caps = capsOf(plans);
  const byCode = new Map<string, PublicResult[]>();
  for (const result of results) {
    const { uscc } = result.agency;
    const known = byCode.get(uscc);
    if (known === undefined) byCode.set(uscc, [result]);
    else known.push(result);
  }
  return [...byCode]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uscc, own]) => ({
      uscc,
      name: own[0]?.agency.name ?? '',
      results: own,
      years: yearsOf(own, caps),
    }));
}

function yearsOf(results: readonly PublicResult[], caps: ReadonlyMap<string, number>): readonly AgencyYear[] {
  const year = (date: LocalDate) => date.slice(0, 4);
  return [...new Set(results.map(({ inspectedOn }) => year(inspectedOn)))]
    .sort()
    .reverse()
    .map((name) => {
      const own = results.filter(({ inspectedOn }) => year(inspectedOn) === name);
      const counted = own.filter(isCounted).length;
      const cap = caps.get(name);
      return {
        year: name,
        counted,
        targeted: own.length - counted,
        ...(cap === undefined ? {} : { cap }),
      };
    });
}

/** Whether the published visit counts towards the cap: as the register counts it. */
export function isCounted({ origin, joined }: PublicResult): boolean {
  return countsToCap([origin, ...joined.map((part) => part.origin)]);
}

/** By year the cap of its newest plan. */
function capsOf(plans: readonly PublishedPlan[]): ReadonlyMap<string, number> {
  const ordered = [...plans].sort((a, b) =>
    a.month === b.month ? a.version - b.version : a.month < b.month ? -1 : 1,
  );
  return new Map(ordered.map(({ month, plan }) => [month.slice(0, 4), plan.yearlyCap]));
}
