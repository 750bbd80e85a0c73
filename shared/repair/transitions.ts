import type { Transition } from '../case/transition.ts';
import type { RepairStatus } from './repairCase.ts';

export type RepairCommand =
  | 'attach'
  | 'remove'
  | 'declare-shared'
  | 'apply'
  | 'complete'
  | 'ask-completion'
  | 'accept'
  | 'propose'
  | 'decide'
  | 'carry-out'
  | 'confirm-stopped'
  | 'ask-extension'
  | 'decide-extension'
  | 'withdraw'
  | 'propose-cancellation'
  | 'cancel'
  | 'restore'
  | 'expire-publicity'
  | 'note'
  | 'look';

const gathering: readonly RepairStatus[] = ['preparing', 'completing'];
const running: readonly RepairStatus[] = ['applied', 'completing', 'accepted'];
/** Entered at the counter from the applicant's papers, or sent with the signed link. */
const applicant = ['link', 'supervisor'] as const;

/** The states of an application and the commands between them; `link` is the applicant with its signed link. */
export const repairTransitions: readonly Transition<RepairStatus, RepairCommand>[] = [
  { command: 'attach', from: gathering, to: 'same', by: applicant },
  { command: 'remove', from: gathering, to: 'same', by: applicant },
  { command: 'declare-shared', from: gathering, to: 'same', by: applicant },
  { command: 'apply', from: ['preparing'], to: ['applied'], by: applicant },
  { command: 'complete', from: ['completing'], to: ['applied'], by: applicant },
  { command: 'ask-completion', from: ['applied'], to: ['completing'], by: ['supervisor'] },
  { command: 'accept', from: ['applied'], to: ['accepted'], by: ['supervisor'] },
  { command: 'propose', from: running, to: 'same', by: ['supervisor'] },
  {
    command: 'decide',
    from: running,
    to: [...running, 'granted', 'refused'],
    by: ['approver'],
    irreversible: true,
  },
  { command: 'carry-out', from: ['granted'], to: ['carried-out'], by: ['system'] },
  { command: 'confirm-stopped', from: ['carried-out'], to: 'same', by: ['supervisor', 'system'] },
  { command: 'ask-extension', from: ['accepted'], to: 'same', by: ['supervisor'] },
  { command: 'decide-extension', from: ['accepted'], to: 'same', by: ['approver'] },
  { command: 'withdraw', from: ['preparing', ...running], to: ['withdrawn'], by: applicant },
  { command: 'propose-cancellation', from: ['carried-out'], to: 'same', by: ['supervisor'] },
  {
    command: 'cancel',
    from: ['carried-out'],
    to: ['carried-out', 'cancelled'],
    by: ['approver'],
    irreversible: true,
  },
  { command: 'restore', from: ['cancelled'], to: 'same', by: ['system'] },
  { command: 'expire-publicity', from: ['refused', 'cancelled'], to: 'same', by: ['system'] },
  {
    command: 'note',
    from: [...running, 'granted', 'carried-out', 'refused', 'cancelled'],
    to: 'same',
    by: ['supervisor', 'approver'],
  },
  { command: 'look', from: [...running, 'granted', 'carried-out', 'cancelled'], to: 'same', by: ['system'] },
];
