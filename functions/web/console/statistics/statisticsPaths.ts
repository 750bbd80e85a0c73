import type { CaseKind } from '../../../../shared/complaint/filing.ts';
import type { Values } from '../../kit/context.tsx';
import { firstValue, hrefWith } from '../../kit/links.ts';

export const STATISTICS_PATH = '/statistics/complaints';

/** The page of the cases behind a number, for the same period. */
export function casesHref(query: Values, dimension: string, code: string, kind: CaseKind): string {
  const period = { year: firstValue(query, 'year'), part: firstValue(query, 'part') };
  return hrefWith(`${STATISTICS_PATH}/cases`, {}, { ...period, by: dimension, code, kind });
}
