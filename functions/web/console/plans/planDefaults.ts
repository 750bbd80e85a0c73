import { addDays, addMonths, localDate } from '../../../../shared/calendar/localDate.ts';
import { itemRef, type MonthPlan } from '../../../../shared/plan/monthPlan.ts';
import type { InspectionItem } from '../../../../shared/register/inspectionItem.ts';
import { monthText } from '../moment.ts';

/** A plan as a form starts with it: whom nobody can guess, the witnesses, is left open. */
export type PlanStart = Omit<MonthPlan, 'lastSource'> & {
  readonly lastSource: { readonly type: 'dice' } | { readonly type: 'lottery'; readonly game: 'ssq' | 'dlt' };
};

const any = { kind: '*', recency: '*', district: '*', round: 'exact' } as const;

/** Visits begin when the draw is over: ten days into the month leave time for objections and the ceremony. */
const DAYS_BEFORE_VISITS = 9;

function visitsOf(month: string): MonthPlan['visits'] {
  const first = localDate(`${month}-01`);
  return { from: addDays(first, DAYS_BEFORE_VISITS), to: addDays(addMonths(first, 1), -1) };
}

/** The newest published version of every item, by code. */
export function publishedItems(items: readonly InspectionItem[]): readonly InspectionItem[] {
  const newest = new Map<string, InspectionItem>();
  for (const item of items.filter(({ status }) => status === 'published')) {
    if (item.version >= (newest.get(item.code)?.version ?? 0)) newest.set(item.code, item);
  }
  return [...newest.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * What the form of a month without a plan starts from: the last published plan with this month's days, or a
 * plan whose rates are our proposals (shared/law/inspectionParameters, rules `ratio.*`, `yearly.cap`,
 * `repeat.interval`, `draw.alternates`).
 */
export function startingPlan(
  month: string,
  last: MonthPlan | undefined,
  items: readonly InspectionItem[],
): PlanStart {
  const published = publishedItems(items);
  const own = { month, title: `${monthText('zh', month)}双随机抽查`, visits: visitsOf(month) };
  if (last !== undefined) {
    const codes = new Set(last.items.map((ref) => ref.slice(0, ref.lastIndexOf('@'))));
    const { lastSource } = last;
    return {
      ...last,
      ...own,
      // The same items in the version that stands now.
      items: published.filter(({ code }) => codes.has(code)).map(itemRef),
      lastSource: lastSource.type === 'dice' ? lastSource : { type: 'lottery', game: lastSource.game },
    };
  }
  return {
    ...own,
    items: published.map(itemRef),
    rates: [
      { ...any, recency: 'recent', riskClass: '*', ppm: 0 },
      { ...any, riskClass: 'A', ppm: 10_000 },
      { ...any, riskClass: 'B', ppm: 50_000 },
      { ...any, riskClass: 'C', ppm: 200_000 },
      { ...any, riskClass: 'D', ppm: 500_000 },
    ],
    splitByDistrict: false,
    recentMonths: 12,
    earlierMonths: 36,
    yearlyCap: 2,
    alternates: 5,
    team: {
      district: 'any',
      slack: 1,
      seats: {
        patent: [['lead'], ['patent']],
        trademark: [['lead'], ['trademark']],
        dual: [['lead'], ['patent'], ['trademark']],
      },
    },
    openDrawnRows: true,
    objectionWorkingDays: 2,
    witnesses: [
      { id: 'official-a', userId: '' },
      { id: 'official-b', userId: '' },
      { id: 'notary', userId: '' },
    ],
    lastSource: { type: 'dice' },
  };
}
