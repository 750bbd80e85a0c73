import type { LocalDate } from '../calendar/localDate.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import type { RiskClass } from '../register/vocabulary.ts';
import type { RiskEvent } from './riskEvent.ts';
import type { ImportedClass } from './riskFact.ts';

/** An assessment as it was made. Its lines are found again from the events, the day and the formula. */
export interface KeptAssessment {
  readonly on: LocalDate;
  readonly at: string;
  /** Version of the formula, e.g. `risk.formula@2026-01-01`. */
  readonly formula: string;
  readonly score: number;
  readonly class: RiskClass;
}

/** Somebody of the office says that a fact is wrong; a second person decides. */
export interface FactReview {
  /** Id of the fact. */
  readonly fact: string;
  readonly reason: string;
  readonly asked: Act;
  readonly decided?: Act & { readonly outcome: 'retracted' | 'kept' };
}

/** The ledger of one agency: what stands about it, and how it was assessed over time. */
export interface RiskLedger {
  readonly uscc: string;
  /** In the order in which they were taken; each id and type once. */
  readonly events: readonly RiskEvent[];
  /** The class that the register had from elsewhere when the ledger first saw it, or was given since. */
  readonly imported?: ImportedClass;
  /** One for each time the score, the class or the formula changed, the newest last. */
  readonly assessments: readonly KeptAssessment[];
  /** The class that the register was last given by this ledger. Another one there comes from elsewhere. */
  readonly given?: RiskClass;
  readonly reviews: readonly FactReview[];
}

/** Where a ledger stands is its class; before the first assessment there is none. */
export const ledgerStatuses = ['none', 'A', 'B', 'C', 'D'] as const;
export type LedgerStatus = (typeof ledgerStatuses)[number];

export function emptyLedger(uscc: string): RiskLedger {
  return { uscc, events: [], assessments: [], reviews: [] };
}

export function currentAssessment({ assessments }: Pick<RiskLedger, 'assessments'>) {
  return assessments.at(-1);
}

/** Since when the agency has been in its class, by the assessments. */
export function classSince({ assessments }: Pick<RiskLedger, 'assessments'>): LocalDate | undefined {
  const now = assessments.at(-1)?.class;
  return assessments.slice(assessments.findLastIndex((one) => one.class !== now) + 1)[0]?.on;
}

/** The review that waits for a second person. */
export function openReview({ reviews }: Pick<RiskLedger, 'reviews'>): FactReview | undefined {
  return reviews.find(({ decided }) => decided === undefined);
}
