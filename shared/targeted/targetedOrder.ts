import type { StoredCase } from '../case/caseStore.ts';
import type { Transition } from '../case/transition.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { VisitPeriod } from '../draw/ceremony/targets.ts';
import type { TargetedGround } from '../law/targetedGrounds.ts';

export const orderStatuses = ['ordered', 'approved', 'refused', 'withdrawn', 'assigned', 'drawn'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export type OrderCommand =
  | 'order'
  | 'amend'
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'assign'
  | 'release'
  | 'conclude';

/**
 * The states of an order. `order` makes one. `assign`, `release` and `conclude` are given in the transaction of
 * the draw's own command (opened, voided, published), so order and draw never disagree.
 */
export const orderTransitions: readonly Transition<OrderStatus, OrderCommand>[] = [
  { command: 'order', from: [], to: ['ordered'], by: ['supervisor', 'system'] },
  { command: 'amend', from: ['ordered'], to: 'same', by: ['supervisor'] },
  { command: 'approve', from: ['ordered'], to: ['approved'], by: ['approver'] },
  { command: 'refuse', from: ['ordered'], to: ['refused'], by: ['approver'], irreversible: true },
  {
    command: 'withdraw',
    from: ['ordered', 'approved'],
    to: ['withdrawn'],
    by: ['supervisor'],
    irreversible: true,
  },
  { command: 'assign', from: ['approved'], to: ['assigned'], by: ['supervisor'] },
  { command: 'release', from: ['assigned'], to: ['approved'], by: ['approver', 'system'] },
  { command: 'conclude', from: ['assigned'], to: ['drawn'], by: ['system'] },
];

/** Statuses in which something is still to be done for the agency. */
export const standingStatuses: readonly OrderStatus[] = ['ordered', 'approved', 'assigned'];

/** What the visit is to be about: the inspection plan that has to be approved before it (国办发〔2024〕54号). */
export interface OrderTerms {
  /** `code@version`, published items only. */
  readonly items: readonly string[];
  readonly visits: VisitPeriod;
  readonly reason: string;
}

/** One order to inspect one agency outside the lottery (优化营商环境条例 art. 54(2)). */
export interface TargetedOrder {
  readonly number: string;
  readonly uscc: string;
  /** As it was called on the day of the order. */
  readonly agencyName: string;
  readonly ground: TargetedGround;
  /** Where the ground is documented: a file number, a letter. Office only, it may lead to a complainant. */
  readonly reference: string;
  /** The case that proposed it; absent for an order of a person. */
  readonly source?: string;
  readonly ordered: Act;
  /** Missing while nobody has completed a proposal of the system. */
  readonly terms?: OrderTerms & { readonly written: Act };
  readonly approved?: Act;
  readonly refused?: Act & { readonly reason: string };
  readonly withdrawn?: Act & { readonly reason: string };
  /** Number of the draw that stands for it. */
  readonly draw?: string;
  /** Draws that were voided, oldest first. */
  readonly voids: readonly string[];
}

export type StoredOrder = StoredCase<TargetedOrder>;

export function orderCaseId(number: string): string {
  return `TG#${number}`;
}

/** Partition of the list index in which the orders of a year stand, by number. */
export function listOfOrders(year: number): string {
  return `LS#TG#${year}`;
}

/** Counter of the orders' numbers in a year. */
export function orderSequence(year: number): string {
  return `targeted-order#${year}`;
}

/** Written with an order, so that what proposed it, or the form that ordered it, makes one order only. */
export function originKey(origin: string) {
  return { pk: `TO#${origin}`, sk: 'ORIGIN' };
}
