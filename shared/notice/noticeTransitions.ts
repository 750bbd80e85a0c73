import type { Transition } from '../case/transition.ts';
import type { NoticeStatus } from './notice.ts';

export type NoticeCommand =
  | 'send'
  | 'defer'
  | 'fail'
  | 'confirm-receipt'
  | 'mark-bounced'
  | 'requeue'
  | 'mark-served';

/**
 * The states of a notice. SMTP's 250 makes it `sent`, which is not yet legal service; a bounce can arrive later
 * and is entered by a person; paper service ends the matter from any state.
 */
export const noticeTransitions: readonly Transition<NoticeStatus, NoticeCommand>[] = [
  { command: 'send', from: ['queued'], to: ['sent'], by: ['system'] },
  { command: 'defer', from: ['queued'], to: 'same', by: ['system'] },
  { command: 'fail', from: ['queued'], to: ['bounced'], by: ['system'] },
  { command: 'confirm-receipt', from: ['sent'], to: ['delivered'], by: ['link', 'supervisor'] },
  { command: 'mark-bounced', from: ['sent'], to: ['bounced'], by: ['supervisor'] },
  { command: 'requeue', from: ['queued', 'bounced'], to: ['queued'], by: ['supervisor'] },
  {
    command: 'mark-served',
    from: ['issued', 'queued', 'sent', 'delivered', 'bounced'],
    to: ['served'],
    by: ['supervisor'],
  },
];
