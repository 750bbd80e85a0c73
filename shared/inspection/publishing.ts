import { addMonths, type LocalDate } from '../calendar/localDate.ts';
import { withoutDeadline } from '../calendar/storedDeadline.ts';
import { publicityResults } from '../law/inspectionVocabulary.ts';
import { ok } from '../problem.ts';
import type { DecideInspection } from './command.ts';
import { dayOf } from './deadlines.ts';
import {
  currentRound,
  type InspectionCase,
  type InspectionOutcome,
  type ItemResult,
  itemsOfCase,
  type Publicity,
} from './inspectionCase.ts';
import { handOverRows } from './inspectionRows.ts';
import { resultsFound } from './reviewing.ts';
import { publishedFacts } from './riskFacts.ts';
import { parameter } from './visitResults.ts';

/** Publication of a reviewed result, and how long it stays (令107号 arts. 2, 10). */

export function isNegative(results: Publicity['results']): boolean {
  return Object.values(results)
    .flat()
    .some((code) => publicityResults.find(({ rule }) => rule === code)?.problem === true);
}

/** The results as the public reads them. */
export function publicResults(
  inspection: Pick<InspectionCase, 'parts'>,
  results: Readonly<Record<string, ItemResult>>,
): Publicity['results'] {
  return Object.fromEntries(itemsOfCase(inspection).map((item) => [item, results[item]?.results ?? []]));
}

/**
 * Last day of a negative result: three months, when there is no penalty or only a minor one. While a penalty is
 * still open or was more than minor the result goes with the penalty, and there is no day here.
 */
export function publishedUntil(
  inspection: Pick<InspectionCase, 'handOver' | 'penalty'>,
  results: Publicity['results'],
  on: LocalDate,
): LocalDate | undefined {
  if (!isNegative(results)) return undefined;
  const withPenalty =
    inspection.handOver?.to === 'penalty' &&
    (inspection.penalty === undefined || inspection.penalty.outcome === 'other');
  return withPenalty ? undefined : addMonths(on, parameter('negative_result.publicity', on));
}

/** Publishes what the reviewer has approved; what was ordered or handed over begins with it. */
export const publishResult: DecideInspection<undefined> = (inspection, _input, { at }) => {
  const on = dayOf(at);
  const results = publicResults(inspection, inspection.results);
  const until = publishedUntil(inspection, results, on);
  const publicity: Publicity = {
    version: 1,
    on,
    at,
    results,
    ...(until === undefined ? {} : { until }),
    tombstones: [],
  };
  const rectifying = currentRound(inspection) !== undefined;
  const deadlines = withoutDeadline(inspection.deadlines, 'publicity');
  const state: InspectionCase = { ...inspection, publicity, deadlines };
  return ok({
    to: rectifying ? 'rectifying' : 'closed',
    state: rectifying ? state : { ...state, outcome: outcomeOf(inspection), closed: at },
    ground: [...resultsFound(inspection)].sort().join(' '),
    publishes: true,
    papers: [
      { key: 'result-1', order: { type: 'result' } },
      ...(rectifying ? [{ key: 'rectification-1', order: { type: 'rectification' } } as const] : []),
    ],
    rows: [...handOverRows(inspection, at), ...publishedFacts({ ...inspection, publicity }, at)],
  });
};

/** How a case without rectification ends. */
function outcomeOf(inspection: InspectionCase): InspectionOutcome {
  if (inspection.handOver !== undefined) return 'handed-over';
  return isNegative(publicResults(inspection, inspection.results)) ? 'noted' : 'no-problem';
}

/** A negative result whose day is over comes down by itself and leaves number, day and reason. */
export const takeDown: DecideInspection<undefined> = (inspection, _input, { at, status }) => {
  const { publicity } = inspection;
  const today = dayOf(at);
  const due = publicity?.until !== undefined && publicity.withdrawn === undefined && publicity.until < today;
  if (!due) return ok({ to: status, state: inspection });
  return ok({
    to: status,
    state: { ...inspection, publicity: withdrawn(publicity, today, 'expired') },
    ground: 'expired',
    publishes: true,
  });
};

/** The published version with its end. */
export function withdrawn(
  publicity: Publicity,
  on: LocalDate,
  reason: NonNullable<Publicity['withdrawn']>['reason'],
): Publicity {
  const { until: _until, ...rest } = publicity;
  return {
    ...rest,
    withdrawn: { on, reason },
    tombstones: [...publicity.tombstones, { version: publicity.version, on, reason }],
  };
}
