import type { Transition } from '../case/transition.ts';
import type { PenaltyStatus } from './penaltyCase.ts';

export type PenaltyCommand =
  | 'assign'
  | 'name-officers'
  | 'note'
  | 'add-evidence'
  | 'propose-filing'
  | 'decide-filing'
  | 'ask-extension'
  | 'decide-extension'
  | 'suspend'
  | 'resume'
  | 'record-inquiry'
  | 'draft'
  | 'review'
  | 'serve-notice'
  | 'state'
  | 'ask-hearing'
  | 'waive'
  | 'end-window'
  | 'name-chair'
  | 'fix-hearing'
  | 'serve-hearing'
  | 'hold-hearing'
  | 'report-hearing'
  | 'withdraw-hearing'
  | 'consider'
  | 'reopen'
  | 'decide'
  | 'serve-decision'
  | 'take-effect'
  | 'record-payment'
  | 'record-correction'
  | 'remind-payment'
  | 'ask-court'
  | 'close'
  | 'expire-publicity'
  | 'repair-publicity'
  | 'restart-publicity'
  | 'propose-annulment'
  | 'annul'
  | 'look';

const beforeDecision: readonly PenaltyStatus[] = [
  'lead',
  'investigating',
  'reviewing',
  'noticing',
  'defending',
  'hearing',
  'considering',
  'deciding',
];
const investigated: readonly PenaltyStatus[] = ['investigating', 'reviewing', 'considering', 'deciding'];
const decided: readonly PenaltyStatus[] = ['serving', 'effective', 'performing', 'closed'];
const running: readonly PenaltyStatus[] = [...beforeDecision, 'serving', 'effective', 'performing'];

/** The states of a penalty case and the commands between them; `link` is the party with its signed link. */
export const penaltyTransitions: readonly Transition<PenaltyStatus, PenaltyCommand>[] = [
  { command: 'assign', from: running, to: 'same', by: ['supervisor'] },
  { command: 'name-officers', from: ['lead', 'investigating'], to: 'same', by: ['supervisor'] },
  {
    command: 'note',
    from: [...running, 'closed'],
    to: 'same',
    by: ['supervisor', 'approver', 'legalReviewer'],
  },
  {
    command: 'add-evidence',
    from: ['lead', 'investigating', 'defending', 'considering', 'performing'],
    to: 'same',
    by: ['supervisor', 'link'],
  },
  { command: 'propose-filing', from: ['lead'], to: 'same', by: ['supervisor'] },
  {
    command: 'decide-filing',
    from: ['lead'],
    to: ['lead', 'investigating', 'not-filed', 'transferred'],
    by: ['approver'],
    irreversible: true,
  },
  { command: 'ask-extension', from: beforeDecision, to: 'same', by: ['supervisor'] },
  { command: 'decide-extension', from: beforeDecision, to: 'same', by: ['approver'] },
  { command: 'suspend', from: investigated, to: 'same', by: ['supervisor'] },
  { command: 'resume', from: investigated, to: 'same', by: ['supervisor'] },
  { command: 'record-inquiry', from: ['lead', 'investigating'], to: 'same', by: ['supervisor'] },
  { command: 'draft', from: ['investigating'], to: ['reviewing'], by: ['supervisor'] },
  {
    command: 'review',
    from: ['reviewing'],
    to: ['noticing', 'deciding', 'investigating', 'considering'],
    by: ['legalReviewer'],
  },
  { command: 'serve-notice', from: ['noticing'], to: ['defending'], by: ['supervisor'] },
  { command: 'state', from: ['defending'], to: 'same', by: ['supervisor', 'link'] },
  { command: 'ask-hearing', from: ['defending'], to: ['hearing'], by: ['supervisor', 'link'] },
  {
    command: 'waive',
    from: ['defending'],
    to: ['considering'],
    by: ['supervisor', 'link'],
    irreversible: true,
  },
  { command: 'end-window', from: ['defending'], to: ['considering'], by: ['system', 'supervisor'] },
  { command: 'name-chair', from: ['hearing'], to: 'same', by: ['approver'] },
  { command: 'fix-hearing', from: ['hearing'], to: 'same', by: ['supervisor', 'legalReviewer'] },
  { command: 'serve-hearing', from: ['hearing'], to: 'same', by: ['supervisor'] },
  { command: 'hold-hearing', from: ['hearing'], to: 'same', by: ['supervisor', 'legalReviewer'] },
  {
    command: 'report-hearing',
    from: ['hearing'],
    to: ['considering'],
    by: ['supervisor', 'legalReviewer'],
  },
  {
    command: 'withdraw-hearing',
    from: ['hearing'],
    to: ['considering', 'defending'],
    by: ['supervisor', 'link'],
  },
  { command: 'consider', from: ['considering'], to: ['reviewing'], by: ['supervisor'] },
  { command: 'reopen', from: ['considering'], to: ['investigating'], by: ['supervisor'] },
  {
    command: 'decide',
    from: ['deciding'],
    to: ['serving', 'dismissed', 'transferred', 'proposed', 'considering', 'investigating'],
    by: ['approver'],
    irreversible: true,
  },
  { command: 'serve-decision', from: ['serving'], to: ['effective'], by: ['supervisor'] },
  { command: 'take-effect', from: ['effective'], to: ['performing'], by: ['system'] },
  { command: 'record-payment', from: ['performing'], to: 'same', by: ['supervisor'] },
  { command: 'record-correction', from: ['performing'], to: 'same', by: ['supervisor'] },
  { command: 'remind-payment', from: ['performing'], to: 'same', by: ['supervisor'] },
  { command: 'ask-court', from: ['performing'], to: 'same', by: ['supervisor'] },
  { command: 'close', from: ['performing'], to: ['closed'], by: ['supervisor'] },
  { command: 'expire-publicity', from: ['performing', 'closed'], to: 'same', by: ['system'] },
  { command: 'repair-publicity', from: ['performing', 'closed'], to: 'same', by: ['approver', 'system'] },
  { command: 'restart-publicity', from: ['performing', 'closed'], to: 'same', by: ['system'] },
  { command: 'propose-annulment', from: decided, to: 'same', by: ['supervisor'] },
  { command: 'annul', from: decided, to: [...decided, 'annulled'], by: ['approver'], irreversible: true },
  { command: 'look', from: [...running, 'closed'], to: 'same', by: ['system'] },
];
