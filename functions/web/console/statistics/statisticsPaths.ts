import type { DeadlineKind } from '../../../../shared/complaint/deadlineKinds.ts';
import type { CaseKind } from '../../../../shared/complaint/filing.ts';
import type { DateStanding } from '../../../../shared/statistics/complaints.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';

export const STATISTICS_PATH = '/statistics/complaints';

const periodOf = (query: Values) => ({ year: firstValue(query, 'year'), part: firstValue(query, 'part') });

/** The page of the cases behind a number, for the same period. */
export function casesHref(query: Values, dimension: string, code: string, kind: CaseKind): string {
  return hrefWith(`${STATISTICS_PATH}/cases`, {}, { ...periodOf(query), by: dimension, code, kind });
}

/** The page of the cases that stand in one way with one kind of date. */
export function keptHref(query: Values, deadline: DeadlineKind, standing: DateStanding): string {
  return hrefWith(`${STATISTICS_PATH}/kept`, {}, { ...periodOf(query), deadline, standing });
}
