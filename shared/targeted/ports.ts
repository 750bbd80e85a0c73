import type { CaseStore } from '../case/caseStore.ts';
import type { DrawDesk } from '../draw/ceremony/ports.ts';
import type { RegisterStore } from '../register/registerStore.ts';
import type { OrderStatus, StoredOrder } from './targetedOrder.ts';

/** Reads orders; they are written through the case store. */
export interface OrderLists {
  /** The orders of a year, newest first. */
  ofYear(year: number): Promise<readonly StoredOrder[]>;
  /** How many orders of a year are in a status, without reading them. */
  count(year: number, status: OrderStatus): Promise<number>;
  /** Number of the order that this proposal or form has made, if any. */
  madeFrom(origin: string): Promise<string | undefined>;
}

export interface TargetedDeps {
  readonly cases: CaseStore;
  readonly orders: OrderLists;
  readonly desk: Pick<DrawDesk, 'counter'>;
  readonly register: Pick<RegisterStore, 'agency' | 'agencies' | 'items'>;
  /** Prefix of the numbers: the code of the office. */
  readonly officeCode: string;
  /** Key of the digests in the audit chain. */
  readonly auditKey: () => Promise<Uint8Array>;
  readonly now: () => Date;
}
