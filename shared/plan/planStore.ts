import type { RowPut, StoredCase } from '../case/caseStore.ts';
import type { DrawMark, PlanCase, PublishedPlan } from './planCase.ts';

/** Reads plans; they are written by the plan's commands through the case store. */
export interface PlanStore {
  plan(month: string): Promise<StoredCase<PlanCase> | undefined>;
  /** Every month's plan, newest month first, drafts included. */
  plans(): Promise<readonly PlanListing[]>;
  /** Every version of a month that was ever published, oldest first. */
  published(month: string): Promise<readonly PublishedPlan[]>;
  /** `undefined` before the first draw of the month. */
  drawMark(month: string): Promise<DrawMark | undefined>;
}

/** A line of the list of plans. */
export interface PlanListing {
  readonly month: string;
  readonly title: string;
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly publishedAt?: string;
}

/** Partition of the list index in which the plans stand, by month. */
export const PLAN_LIST = 'LS#PL';

/**
 * Moves the draw mark of a month from what was read to `next`, for the transaction that opens, publishes or
 * voids a draw (or reopens the plan): it fails when somebody moved the mark meanwhile.
 */
export function drawMarkPut(month: string, before: DrawMark | undefined, next: DrawMark): RowPut {
  return {
    row: { pk: `PL#${month}`, sk: 'DRAW', ...next },
    expect: before === undefined ? 'absent' : { draw: before.draw, open: before.open },
  };
}
