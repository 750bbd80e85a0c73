import type { LocalDate } from '../calendar/localDate.ts';
import type { RowPut } from '../case/caseStore.ts';

/** What can stand about an agency. Only what was decided counts: a complaint that was not confirmed is no fact. */
export const riskFactKinds = [
  /** An inspection published at least one problem. */
  'finding',
  /** An inspection published that nothing was found. */
  'clean-inspection',
  /** 不配合检查情节严重. */
  'obstruction',
  /** A report was confirmed: a case was filed. What it was about and when is for the office alone. */
  'report-confirmed',
  'penalty-minor',
  'penalty-ordinary',
  'penalty-serious',
  'listed-abnormal',
  'listed-serious',
  /** The annual report was late (专利代理管理办法 art. 37(1)). */
  'annual-report-late',
] as const;
export type RiskFactKind = (typeof riskFactKinds)[number];

/**
 * What the ledger of an agency's risk class is told. `fact`: something stands from a day on. `cured`: its cause is gone
 * (rectified, repaired, removed from the list): it weighs less from that day. `retracted`: it should never have stood
 * (annulled, corrected): it counts as if it had not been.
 */
export type RiskEvent =
  | {
      readonly type: 'fact';
      /** The same id is the same fact, however often it is told: `<case id>/<kind>`. */
      readonly id: string;
      readonly uscc: string;
      readonly kind: RiskFactKind;
      readonly on: LocalDate;
      /**
       * What people call the case it comes from. It is shown to the agency, except that of a confirmed report: a report
       * and its handling are secret from whoever it is about (令121号 art. 37), so that such a fact is shown to the agency
       * with its points alone, without date, number or kind (`ownLedger`).
       */
      readonly reference: string;
      /** How many single problems it was, where that counts. */
      readonly count?: number;
    }
  | {
      readonly type: 'cured' | 'retracted';
      /** Id of the fact. */
      readonly id: string;
      readonly uscc: string;
      readonly on: LocalDate;
    };

/** Events that wait to be taken into the ledgers. */
export const RISK_QUEUE = 'Q#RISK';

/** @param version of what was decided: a corrected decision takes the fact of the one before it back and has its own */
export const factId = (caseId: string, kind: RiskFactKind, version = 1): string =>
  version === 1 ? `${caseId}/${kind}` : `${caseId}/${kind}@${version}`;

/** The outbox row of an event, written in the transaction that makes it true. */
export function riskRow(event: RiskEvent, at: string): RowPut {
  return {
    row: { pk: `RISK#${event.id}#${event.type}`, sk: 'META', event, gqpk: RISK_QUEUE, gqsk: at },
    expect: 'any',
  };
}
