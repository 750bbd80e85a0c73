import type { LocalDate } from '../calendar/localDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { VisitOrigin } from '../draw/ceremony/visitOrigin.ts';
import { deadlineOf } from '../inspection/deadlines.ts';
import type { CancelGround, InspectionCase, InspectionStatus } from '../inspection/inspectionCase.ts';
import type { PublicityResult } from '../law/inspectionVocabulary.ts';
import { itemRef } from '../plan/monthPlan.ts';
import type { DrawKind } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { WithdrawalReason } from './withdrawal.ts';

/**
 * What may leave the case of one inspection. Nothing else of it comes near the site: no answer, note, evidence,
 * statement, name of a person or text that somebody wrote.
 */

export type Rectification = 'ordered' | 'rectified' | 'not-rectified';

export interface PublicItemResult {
  /** `code@version`. */
  readonly item: string;
  readonly name: string;
  readonly legalBasis: string;
  /** The inspection that asked for it: in a joint visit there are several. */
  readonly inspection: string;
  readonly results: readonly PublicityResult[];
}

/** A published result that stands. */
export interface PublicResult {
  readonly number: string;
  readonly draw: string;
  /** Position in the published order of the draw. */
  readonly visit: number;
  readonly origin: VisitOrigin;
  readonly agency: {
    readonly uscc: string;
    readonly name: string;
    readonly district: string;
    readonly kind: DrawKind;
  };
  /** Inspections that became one visit with this one. */
  readonly joined: readonly { readonly inspection: string; readonly origin: VisitOrigin }[];
  readonly items: readonly PublicItemResult[];
  readonly inspectedOn: LocalDate;
  /** Day of the first publication; the version that stands was published at `at`. */
  readonly publishedOn: LocalDate;
  readonly at: string;
  readonly version: number;
  /** Last day of a negative result without a penalty or with a minor one (令107号 arts. 2, 10). */
  readonly until?: LocalDate;
  readonly rectification?: Rectification;
}

/** What stays of a version that was replaced or taken down: number, day and reason; no party, no content. */
export interface ResultTombstone {
  readonly number: string;
  readonly version: number;
  readonly on: LocalDate;
  readonly reason: WithdrawalReason;
}

/** All that the site knows of one inspection. */
export interface InspectionFacts {
  readonly number: string;
  readonly draw: string;
  readonly visit: number;
  readonly origin: VisitOrigin;
  readonly status: InspectionStatus;
  readonly announced: boolean;
  readonly lead?: string;
  readonly ended?: LocalDate;
  /** Last day for the publication, counted from the day of the end (20 working days). */
  readonly due?: LocalDate;
  readonly cancelled?: CancelGround;
  /** Day of the first publication, also when it was taken down since. */
  readonly publishedOn?: LocalDate;
  readonly result?: PublicResult;
  readonly tombstones: readonly ResultTombstone[];
}

/** @param items all versions of all items of the register */
export function inspectionFacts(
  inspection: InspectionCase,
  status: InspectionStatus,
  items: ReadonlyMap<string, InspectionItem>,
  calendar: WorkingCalendar,
): InspectionFacts {
  const { number, draw, visit, origin, announced, lead, ended, publicity } = inspection;
  const ground = inspection.cancelled?.request.ground;
  const result = standingResult(inspection, items);
  return {
    number,
    draw,
    visit,
    origin,
    status,
    announced,
    ...(lead === undefined ? {} : { lead }),
    ...(ended === undefined
      ? {}
      : { ended, due: deadlineOf('publicity', ended, calendar).deadline.dueLegal }),
    ...(ground === undefined ? {} : { cancelled: ground }),
    ...(publicity === undefined ? {} : { publishedOn: publicity.on }),
    ...(result === undefined ? {} : { result }),
    tombstones: (publicity?.tombstones ?? []).map(({ version, on, reason }) => ({
      number,
      version,
      on,
      reason,
    })),
  };
}

export function itemsByRef(items: readonly InspectionItem[]): ReadonlyMap<string, InspectionItem> {
  return new Map(items.map((item) => [itemRef(item), item]));
}

function standingResult(
  inspection: InspectionCase,
  items: ReadonlyMap<string, InspectionItem>,
): PublicResult | undefined {
  const { number, draw, visit, origin, agency, parts, ended, publicity } = inspection;
  if (publicity === undefined || publicity.withdrawn !== undefined || ended === undefined) return undefined;
  const rectification = rectificationOf(inspection);
  return {
    number,
    draw,
    visit,
    origin,
    agency: { uscc: agency.uscc, name: agency.name, district: agency.district, kind: agency.kind },
    joined: parts
      .filter((part) => part.inspection !== number)
      .map((part) => ({ inspection: part.inspection, origin: part.origin })),
    items: parts.flatMap((part) =>
      part.items.map((ref) => ({
        item: ref,
        name: items.get(ref)?.name ?? ref,
        legalBasis: items.get(ref)?.legalBasis ?? '',
        inspection: part.inspection,
        results: publicity.results[ref] ?? [],
      })),
    ),
    inspectedOn: ended,
    publishedOn: publicity.on,
    at: publicity.at,
    version: publicity.version,
    ...(publicity.until === undefined ? {} : { until: publicity.until }),
    ...(rectification === undefined ? {} : { rectification }),
  };
}

/** Only what two members have confirmed counts. */
function rectificationOf({ rectification }: InspectionCase): Rectification | undefined {
  const last = rectification.at(-1);
  if (last === undefined) return undefined;
  const { recheck } = last;
  if (recheck?.confirmed === undefined || recheck.outcome === 'insufficient') return 'ordered';
  return recheck.outcome;
}
