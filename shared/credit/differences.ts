import type { RowPut } from '../case/caseStore.ts';
import type { Transition } from '../case/transition.ts';
import type { Act } from '../draw/ceremony/drawCase.ts';
import { creditCaseId } from './creditEntry.ts';
import { DIFFERENCE_PREFIX, DIFFERENCE_QUEUE } from './creditRows.ts';
import type { WireState } from './wireRecord.ts';

/** How the two sides can differ about one key. */
export const differenceKinds = ['missing-there', 'unknown-here', 'differing'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** `accept`: it stays as it is. `withdraw-there`: what nobody here knows is taken back on the other side. */
export const remedies = ['accept', 'withdraw-there'] as const;
export type Remedy = (typeof remedies)[number];

export type DifferenceStatus = 'open' | 'proposed' | 'settled';

export type DifferenceCommand =
  | 'difference-found'
  | 'difference-gone'
  | 'difference-propose'
  | 'difference-decline'
  | 'difference-confirm';

/** Nothing is taken away on the other side without two people. To send ours again is `resend` of the entry. */
export const differenceTransitions: readonly Transition<DifferenceStatus, DifferenceCommand>[] = [
  { command: 'difference-found', from: ['settled'], to: ['open'], by: ['system'] },
  { command: 'difference-gone', from: ['open', 'proposed'], to: ['settled'], by: ['system'] },
  { command: 'difference-propose', from: ['open'], to: ['proposed'], by: ['supervisor'] },
  { command: 'difference-decline', from: ['proposed'], to: ['open'], by: ['supervisor', 'approver'] },
  {
    command: 'difference-confirm',
    from: ['proposed'],
    to: ['settled'],
    by: ['approver'],
    irreversible: true,
  },
];

/** What one side says of a key. */
export interface Side {
  readonly version: number;
  readonly amendment: number;
  readonly state: WireState;
  readonly digest: string;
}

/** A difference that the daily reconciliation found, and what people did about it. */
export interface CreditDifference {
  readonly key: string;
  readonly uscc: string;
  readonly agency: string;
  readonly kind: DifferenceKind;
  readonly status: DifferenceStatus;
  /** Rises with every write; the condition of the next. */
  readonly revision: number;
  readonly found: string;
  readonly ours?: Side;
  readonly theirs?: Side;
  readonly proposal?: Act & { readonly remedy: Remedy; readonly reason: string };
  readonly settled?: {
    readonly at: string;
    readonly how: 'gone' | 'resent' | Remedy;
    readonly by?: Act;
  };
}

/** The row of a difference; while it waits for a person it stands in their queue. */
export function differenceRow(difference: CreditDifference, before: CreditDifference | undefined): RowPut {
  const waits = difference.status !== 'settled';
  return {
    row: {
      pk: creditCaseId(difference.uscc),
      sk: `${DIFFERENCE_PREFIX}${difference.key}`,
      difference,
      revision: difference.revision,
      ...(waits ? { gqpk: DIFFERENCE_QUEUE, gqsk: difference.found } : {}),
    },
    expect: before === undefined ? 'absent' : { revision: before.revision },
  };
}
