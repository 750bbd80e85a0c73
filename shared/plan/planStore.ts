import type { RowPut, StoredCase } from '../case/caseStore.ts';
import { type PlanCase, type PlanMark, type PublishedPlan, planCaseId } from './planCase.ts';

/** Reads plans; they are written by the plan's commands through the case store. */
export interface PlanStore {
  plan(month: string): Promise<StoredCase<PlanCase> | undefined>;
  /** Every month's plan, newest month first, drafts included. */
  plans(): Promise<readonly PlanListing[]>;
  /** Every version of a month that was ever published, oldest first. */
  published(month: string): Promise<readonly PublishedPlan[]>;
  /** The latest month whose plan is published now, by an index that may be a second behind. */
  lastPublished(): Promise<string | undefined>;
  /** `undefined` before anything of the month was written. */
  mark(month: string): Promise<PlanMark | undefined>;
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

export const markKey = (month: string) => ({ pk: planCaseId(month), sk: 'MARK' });

/** Moves the mark of a month on by one turn; the transaction fails when somebody else moved it meanwhile. */
export function markPut(
  month: string,
  before: PlanMark | undefined,
  next: { readonly standing: 0 | 1; readonly version: number },
): RowPut {
  return {
    row: { ...markKey(month), ...next, turn: (before?.turn ?? 0) + 1 },
    expect: before === undefined ? 'absent' : { turn: before.turn, standing: before.standing },
  };
}

/** For the transaction that opens a draw from the plan: fails when the plan has been taken back. */
export function planStands(month: string, mark: PlanMark): RowPut {
  return markPut(month, { ...mark, standing: 1 }, { standing: 1, version: mark.version });
}

/** For a transaction that relies on the month having no published plan: it fails when one is published meanwhile. */
export function planStandsNot(month: string, mark: PlanMark | undefined): RowPut {
  return markPut(month, mark, { standing: 0, version: mark?.version ?? 0 });
}

const versionPrefix = 'V#';
export const publishedKey = (month: string, version: number) => ({
  pk: planCaseId(month),
  sk: `${versionPrefix}${String(version).padStart(4, '0')}`,
});
export const PUBLISHED_PREFIX = versionPrefix;
