import type { LocalDate } from '../calendar/localDate.ts';
import { type VisitOrigin, visitOrigins } from '../draw/ceremony/visitOrigin.ts';
import type { CancelGround } from '../inspection/inspectionCase.ts';
import { yearOfNumber } from '../inspection/inspectionRows.ts';
import type { InspectionFacts, PublicResult, ResultTombstone } from './publicInspection.ts';
import { jsonFile, type SiteFile } from './siteFile.ts';

/**
 * Where a visit of a published draw stands, as far as the public may know. A visit that is still to come is never
 * here, so that nobody can tell one that is not announced from one that is; a targeted one is here only once its
 * result was published.
 */
export type VisitStanding =
  | { readonly is: 'published' }
  /** Done; its result is published by this day. Only for visits that were announced. */
  | { readonly is: 'visited'; readonly due: LocalDate }
  | { readonly is: 'merged'; readonly into: string }
  | { readonly is: 'cancelled'; readonly ground: CancelGround };

export type StandingVisit = VisitStanding & { readonly number: string; readonly visit: number };

/** What is public of the inspections of one draw. */
export interface DrawInspections {
  readonly draw: string;
  readonly results: readonly PublicResult[];
  readonly tombstones: readonly ResultTombstone[];
  readonly visits: readonly StandingVisit[];
}

/** Inspections of one origin of one year; the origins are never added up. */
export interface OriginCounts {
  readonly origin: VisitOrigin;
  /** Visits that took place; of targeted ones only those whose result was published. */
  readonly visited: number;
  /** Results that were published, also those that were taken down since. */
  readonly published: number;
  /** Those of them that were published within 20 working days. */
  readonly onTime: number;
}

export interface YearCounts {
  /** Year of the draw. */
  readonly year: string;
  readonly origins: readonly OriginCounts[];
}

export interface PublicInspections {
  readonly draws: ReadonlyMap<string, DrawInspections>;
  /** Newest first. */
  readonly years: readonly YearCounts[];
}

/** All inspections as the public sees them, in the order of their numbers. */
export function publicInspections(facts: readonly InspectionFacts[]): PublicInspections {
  const ordered = [...facts].sort((a, b) => (a.number < b.number ? -1 : 1));
  const byNumber = new Map(ordered.map((one) => [one.number, one]));
  const draws = new Map<string, DrawInspections>();
  for (const one of ordered) {
    const before = draws.get(one.draw) ?? { draw: one.draw, results: [], tombstones: [], visits: [] };
    const standing = standingOf(one, byNumber);
    draws.set(one.draw, {
      draw: one.draw,
      results: one.result === undefined ? before.results : [...before.results, one.result],
      tombstones: [...before.tombstones, ...one.tombstones],
      visits:
        standing === undefined
          ? before.visits
          : [...before.visits, { number: one.number, visit: one.visit, ...standing }],
    });
  }
  return {
    draws: new Map([...draws].filter(([, { visits, tombstones }]) => visits.length + tombstones.length > 0)),
    years: yearCounts(ordered, byNumber),
  };
}

function standingOf(
  one: InspectionFacts,
  byNumber: ReadonlyMap<string, InspectionFacts>,
): VisitStanding | undefined {
  if (one.result !== undefined) return { is: 'published' };
  if (one.status === 'merged') {
    const lead = byNumber.get(one.lead ?? '');
    // Before that it would tell of a visit to come, or of a targeted one.
    return lead?.result === undefined ? undefined : { is: 'merged', into: lead.number };
  }
  if (one.origin === 'targeted' || one.publishedOn !== undefined) return undefined;
  if (one.cancelled !== undefined) return { is: 'cancelled', ground: one.cancelled };
  // The day of the end is fixed when the visit is over and its record is handed in.
  return one.announced && one.due !== undefined ? { is: 'visited', due: one.due } : undefined;
}

function yearCounts(
  facts: readonly InspectionFacts[],
  byNumber: ReadonlyMap<string, InspectionFacts>,
): readonly YearCounts[] {
  const years = [...new Set(facts.map(({ number }) => yearOfNumber(number)))].sort().reverse();
  return years.map((year) => ({
    year,
    origins: visitOrigins.map(({ code }) => {
      const all = facts
        .filter(({ number, origin }) => origin === code && yearOfNumber(number) === year)
        // A merged inspection took place in the visit of the one it is merged into.
        .map((one) => (one.status === 'merged' ? (byNumber.get(one.lead ?? '') ?? one) : one));
      const published = all.filter(({ publishedOn }) => publishedOn !== undefined);
      return {
        origin: code,
        visited:
          code === 'targeted' ? published.length : all.filter(({ ended }) => ended !== undefined).length,
        published: published.length,
        onTime: published.filter(({ publishedOn = '', due = '' }) => publishedOn <= due).length,
      };
    }),
  }));
}

/** All results that stand, the newest publication first. */
export function standingResults({ draws }: PublicInspections): readonly PublicResult[] {
  return [...draws.values()]
    .flatMap(({ results }) => results)
    .sort((a, b) => compare(b.publishedOn, a.publishedOn) || compare(b.number, a.number));
}

export function resultTombstones({ draws }: PublicInspections): readonly ResultTombstone[] {
  return [...draws.values()]
    .flatMap(({ tombstones }) => tombstones)
    .sort((a, b) => compare(a.number, b.number) || a.version - b.version);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The public state of a draw's inspections as a file: the pages of these inspections and of their draw are made from
 * it alone, so that they are built anew exactly when it changes. Undefined when there is nothing yet.
 */
export function drawInspectionsFile(inspections: PublicInspections, draw: string): SiteFile | undefined {
  const found = inspections.draws.get(draw);
  return found === undefined ? undefined : jsonFile(`data/results/${draw}.json`, found);
}
