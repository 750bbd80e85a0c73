import type { LocalDate } from '../calendar/localDate.ts';
import type { DrawCase } from '../draw/ceremony/drawCase.ts';
import type { VisitPeriod } from '../draw/ceremony/targets.ts';
import type { Visit } from '../draw/ceremony/visit.ts';
import type { Agency, DrawKind } from '../register/agency.ts';
import type { InspectionItem } from '../register/inspectionItem.ts';
import type { Inspector } from '../register/inspector.ts';
import type { Office } from './office.ts';

/** A member of the team, in seat order; seat 1 is the leader's and may be vacant. */
export interface TeamMember {
  readonly seat: number;
  readonly tid: string;
  readonly inspector: Inspector;
}

/** Everything that the papers of one visit are written from. */
export interface VisitFacts {
  readonly draw: DrawCase;
  readonly visit: Visit;
  readonly agency: Agency;
  readonly team: readonly TeamMember[];
  /** Items of the plan that apply to this agency: to the kind as which it was drawn, or to its own orders. */
  readonly items: readonly InspectionItem[];
  readonly period: VisitPeriod;
  readonly office: Office;
  readonly date: LocalDate;
}

/** Items of the plan that concern an agency drawn as this kind, in the plan's order. */
export function itemsFor<Item extends Pick<InspectionItem, 'kinds'>>(
  kind: DrawKind,
  items: readonly Item[],
): readonly Item[] {
  return kind === 'dual' ? items : items.filter((item) => item.kinds.includes(kind));
}

/**
 * Whether the agency is told before the visit, and of which items. An unannounced on-site item silences the whole
 * visit: announcing the others would announce it too. Unannounced monitoring or written checks do not.
 */
export function announcedItems(items: readonly InspectionItem[]): readonly InspectionItem[] {
  const silent = items.some((item) => !item.announced && item.method === 'onsite');
  return silent ? [] : items.filter((item) => item.announced);
}

/** The legal bases of the items, each article once, in their order; an item names several between semicolons. */
export function legalBases(items: readonly InspectionItem[]): readonly string[] {
  return [...new Set(items.flatMap((item) => item.legalBasis.split(/[；;]/).map((basis) => basis.trim())))];
}
