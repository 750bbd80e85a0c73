import type { Role } from '../access/roles.ts';
import type { Transition } from '../case/transition.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { MonthPlan } from './monthPlan.ts';

export const planStatuses = ['draft', 'published'] as const;
export type PlanStatus = (typeof planStatuses)[number];

export type PlanCommand = 'save-draft' | 'publish' | 'reopen';

/** The plan of one month. A published version is kept for good in a row of its own. */
export interface PlanCase {
  readonly month: string;
  /** Counts from 1; reopening a published plan makes the next. */
  readonly version: number;
  readonly plan: MonthPlan;
  readonly saved: Act;
  /** When the plan of this version was published. */
  readonly published?: Act;
  /** When and why the version before was taken back to be changed. */
  readonly reopened?: Act & {
    readonly reason: string;
    /** Key of the form that asked: the same form sent twice is one wish, another one is not. */
    readonly form?: string;
  };
}

/** A published version as it stands for ever. */
export interface PublishedPlan {
  readonly month: string;
  readonly version: number;
  readonly plan: MonthPlan;
  readonly published: Act;
}

/** The states of a month's plan; creating one is `save-draft` from nothing. */
export const planTransitions: readonly Transition<PlanStatus, PlanCommand>[] = [
  { command: 'save-draft', from: ['draft'], to: 'same', by: ['supervisor'] },
  { command: 'publish', from: ['draft'], to: ['published'], by: ['supervisor'] },
  { command: 'reopen', from: ['published'], to: ['draft'], by: ['supervisor'] },
];

export function planCaseId(month: string): string {
  return `PL#${month}`;
}

/** What the checks need to know of the people who hold a witness seat. */
export interface WitnessUser {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly disabled: boolean;
}

/**
 * Whether the month has a published plan that stands. Opening a draw, publishing and reopening all move `turn`
 * in their own transaction, so that a plan is never taken back in the second in which a draw is opened from it.
 */
export interface PlanMark {
  readonly standing: 0 | 1;
  readonly version: number;
  readonly turn: number;
}
