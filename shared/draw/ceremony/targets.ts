import { itemRef } from '../../plan/monthPlan.ts';
import type { InspectionItem } from '../../register/inspectionItem.ts';
import type { DrawCase } from './drawCase.ts';

/** First and last day of a visit. */
export interface VisitPeriod {
  readonly from: string;
  readonly to: string;
}

/** An agency of a targeted draw, with what its approved orders allow: nothing else may be inspected there. */
export interface Target {
  readonly uscc: string;
  /** Numbers of its orders. */
  readonly orders: readonly string[];
  /** `code@version`. */
  readonly items: readonly string[];
  readonly visits: VisitPeriod;
}

function targetOf(draw: Pick<DrawCase, 'targets'>, uscc: string): Target | undefined {
  return draw.targets?.find((target) => target.uscc === uscc);
}

/**
 * The planned items that the visit of this agency may be about: those of the plan, in a targeted draw those of
 * the agency's own orders, because the plan of such a draw is the union of all of them.
 */
export function itemsAllowed(
  draw: Pick<DrawCase, 'targets'>,
  uscc: string,
  planned: readonly InspectionItem[],
): readonly InspectionItem[] {
  const target = targetOf(draw, uscc);
  return target === undefined ? planned : planned.filter((item) => target.items.includes(itemRef(item)));
}

/** When this agency is visited: the period of the plan, in a targeted draw that of the agency's own orders. */
export function periodOf(draw: Pick<DrawCase, 'targets' | 'plan'>, uscc: string): VisitPeriod {
  return targetOf(draw, uscc)?.visits ?? draw.plan.visits;
}
