import type { Transition } from '../case/transition.ts';
import type { LedgerStatus } from './ledger.ts';

export type RiskCommand = 'take' | 'age' | 'ask-review' | 'decide-review';

const classes = ['A', 'B', 'C', 'D'] as const satisfies readonly LedgerStatus[];

/** The commands on a ledger. No person sets a class: people say which fact is wrong, the formula does the rest. */
export const riskTransitions: readonly Transition<LedgerStatus, RiskCommand>[] = [
  { command: 'take', from: ['none', ...classes], to: classes, by: ['system'] },
  { command: 'age', from: classes, to: classes, by: ['system'] },
  { command: 'ask-review', from: classes, to: 'same', by: ['supervisor'] },
  { command: 'decide-review', from: classes, to: classes, by: ['supervisor', 'approver'] },
];
