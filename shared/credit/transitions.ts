import type { Transition } from '../case/transition.ts';
import type { CreditStatus } from './creditItem.ts';

export type CreditCommand =
  | 'send'
  | 'defer'
  | 'acknowledge'
  | 'reject'
  | 'supersede'
  | 'stop'
  | 'retry'
  | 'correct'
  | 'propose-give-up'
  | 'withdraw-give-up'
  | 'give-up'
  | 'resend';

/**
 * The states of an entry and what moves it. `send` and `defer` are attempts: they stand in the entry itself. Everything
 * else is for good and has its entry in the audit chain of the agency's ledger.
 */
export const creditTransitions: readonly Transition<CreditStatus, CreditCommand>[] = [
  { command: 'send', from: ['queued'], to: ['sent'], by: ['system'] },
  { command: 'defer', from: ['sent'], to: ['queued', 'sent'], by: ['system'] },
  { command: 'acknowledge', from: ['sent'], to: ['acknowledged'], by: ['system'] },
  { command: 'reject', from: ['queued', 'sent'], to: ['rejected'], by: ['system'] },
  { command: 'supersede', from: ['queued', 'rejected'], to: ['superseded'], by: ['system'] },
  { command: 'stop', from: ['queued'], to: ['rejected'], by: ['supervisor', 'approver'] },
  { command: 'retry', from: ['rejected'], to: ['queued'], by: ['supervisor', 'approver'] },
  { command: 'correct', from: ['rejected'], to: ['queued'], by: ['supervisor'] },
  { command: 'propose-give-up', from: ['rejected'], to: 'same', by: ['supervisor'] },
  { command: 'withdraw-give-up', from: ['rejected'], to: 'same', by: ['supervisor', 'approver'] },
  { command: 'give-up', from: ['rejected'], to: ['given-up'], by: ['approver'], irreversible: true },
  /** The other side has lost what it had acknowledged, or shows it differently. */
  { command: 'resend', from: ['acknowledged'], to: ['queued'], by: ['supervisor', 'approver'] },
];
