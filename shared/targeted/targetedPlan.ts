import type { LocalDate } from '../calendar/localDate.ts';
import type { Target, VisitPeriod } from '../draw/ceremony/targets.ts';
import type { LastSource, MonthPlan } from '../plan/monthPlan.ts';
import type { TargetedOrder } from './targetedOrder.ts';

/** Days in the order of the calendar, which is that of their text. */
const least = (days: readonly string[]) => [...days].sort()[0] ?? '';
const greatest = (days: readonly string[]) => [...days].sort().at(-1) ?? '';

function covering(periods: readonly VisitPeriod[]): VisitPeriod {
  return { from: least(periods.map(({ from }) => from)), to: greatest(periods.map(({ to }) => to)) };
}

/**
 * The agencies of a draw, each once, with what its own orders allow; nothing begins before `today`.
 *
 * @throws for an order without terms: it cannot have been approved
 */
export function targetsOf(orders: readonly TargetedOrder[], today: LocalDate): readonly Target[] {
  const byAgency = new Map<string, TargetedOrder[]>();
  for (const order of orders) byAgency.set(order.uscc, [...(byAgency.get(order.uscc) ?? []), order]);
  return [...byAgency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([uscc, own]) => {
      const terms = own.map((order) => {
        if (order.terms === undefined) throw new Error(`${order.number} has no terms`);
        return order.terms;
      });
      const visits = covering(terms.map((one) => one.visits));
      return {
        uscc,
        orders: own.map(({ number }) => number).sort(),
        items: [...new Set(terms.flatMap(({ items }) => items))].sort(),
        visits: { ...visits, from: greatest([visits.from, today]) },
      };
    });
}

/**
 * The plan of a targeted draw: team rules and witnesses of the month's published plan; items and days are those of
 * all orders together. Without objection window, because a list of agencies to look into would announce the visits,
 * and without alternates, because nobody can take a target's place.
 */
export function targetedPlan(
  standing: MonthPlan,
  targets: readonly Target[],
  lastSource: LastSource,
): MonthPlan {
  return {
    ...standing,
    title: '定向检查',
    items: [...new Set(targets.flatMap(({ items }) => items))].sort(),
    alternates: 0,
    openDrawnRows: false,
    objectionWorkingDays: 0,
    lastSource,
    visits: covering(targets.map(({ visits }) => visits)),
  };
}
