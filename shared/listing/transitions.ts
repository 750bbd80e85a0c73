import type { Transition } from '../case/transition.ts';
import type { ListingStatus } from './listingCase.ts';

export type ListingCommand =
  | 'complete'
  | 'notify'
  | 'record-service'
  | 'record-statement'
  | 'decide'
  | 'drop'
  | 'propose-removal'
  | 'refuse-removal'
  | 'end'
  | 'restart'
  | 'visit'
  | 'look';

const standing: readonly ListingStatus[] = ['listed', 'removal-proposed'];

/**
 * The states of an entry. Who wrote the charge does not decide on it, and who proposes a removal does not carry it out;
 * what time alone ends is ended by the system. It also drops a proposal whose basis was annulled, and lists again what a
 * repair got by fraud had ended.
 */
export const listingTransitions: readonly Transition<ListingStatus, ListingCommand>[] = [
  { command: 'complete', from: ['proposed'], to: 'same', by: ['supervisor'] },
  { command: 'notify', from: ['proposed'], to: ['notified'], by: ['supervisor'] },
  { command: 'record-service', from: ['notified'], to: 'same', by: ['supervisor'] },
  { command: 'record-statement', from: ['notified'], to: 'same', by: ['supervisor'] },
  {
    command: 'decide',
    from: ['proposed', 'notified'],
    to: ['listed', 'rejected'],
    by: ['approver'],
    irreversible: true,
  },
  { command: 'drop', from: ['proposed', 'notified'], to: ['rejected'], by: ['system'], irreversible: true },
  { command: 'propose-removal', from: ['listed'], to: ['removal-proposed'], by: ['supervisor'] },
  { command: 'refuse-removal', from: ['removal-proposed'], to: ['listed'], by: ['approver'] },
  {
    command: 'end',
    from: standing,
    to: ['removed', 'annulled'],
    by: ['approver', 'system'],
    irreversible: true,
  },
  { command: 'restart', from: ['removed'], to: ['listed'], by: ['system'] },
  { command: 'visit', from: standing, to: 'same', by: ['system'] },
  { command: 'look', from: ['proposed', 'notified', ...standing], to: 'same', by: ['system'] },
];
