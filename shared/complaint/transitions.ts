import type { Transition } from '../case/transition.ts';
import type { ComplaintStatus } from './complaintCase.ts';
import type { CaseKind } from './filing.ts';

export type ComplaintCommand =
  | 'assign'
  | 'accept'
  | 'refuse'
  | 'verify'
  | 'request-material'
  | 'receive-material'
  | 'suspend'
  | 'resume'
  | 'ask-extension'
  | 'decide-extension'
  | 'record-sitting'
  | 'end-mediation'
  | 'open-breach'
  | 'propose-decision'
  | 'decide'
  | 'follow-up'
  | 'tell'
  | 'split'
  | 'link'
  | 'attach'
  | 'take-repeat'
  | 'transfer'
  | 'confirm-transfer'
  | 'return'
  | 'dispute'
  | 'settle-dispute'
  | 'withdraw'
  | 'note'
  | 'write'
  | 'read'
  | 'add-file'
  | 'file-checked'
  | 'confirm-mail'
  | 'new-receipt'
  | 'ask-reveal'
  | 'decide-reveal'
  | 'reveal'
  | 'hold'
  | 'lift-hold'
  | 'propose-erasure'
  | 'decide-erasure'
  | 'erase-identity'
  | 'erase-files'
  | 'look';

export interface ComplaintTransition extends Transition<ComplaintStatus, ComplaintCommand> {
  /** Absent: for both kinds. */
  readonly kind?: CaseKind;
}

const handled: readonly ComplaintStatus[] = ['received', 'mediating', 'verifying'];
/** A suspected crime is handed over also while the parties are still told that their mediation has ended. */
const movable: readonly ComplaintStatus[] = [...handled, 'telling'];
const open: readonly ComplaintStatus[] = [...handled, 'decided', 'telling'];
const ended: readonly ComplaintStatus[] = ['closed', 'refused', 'withdrawn', 'transferred', 'attached'];
const everywhere: readonly ComplaintStatus[] = [...open, ...ended];

/** The states of a complaint or report and the commands between them; `link` is the filer with the receipt's code. */
export const complaintTransitions: readonly ComplaintTransition[] = [
  { command: 'assign', from: open, to: 'same', by: ['supervisor'] },
  { command: 'accept', from: ['received'], to: ['mediating'], by: ['supervisor'], kind: 'complaint' },
  {
    command: 'refuse',
    from: ['received'],
    to: ['refused'],
    by: ['supervisor'],
    kind: 'complaint',
    irreversible: true,
  },
  { command: 'verify', from: ['received'], to: ['verifying'], by: ['supervisor'], kind: 'report' },
  { command: 'request-material', from: handled, to: 'same', by: ['supervisor'] },
  { command: 'receive-material', from: handled, to: 'same', by: ['supervisor', 'link'] },
  { command: 'suspend', from: ['mediating', 'verifying'], to: 'same', by: ['supervisor'] },
  { command: 'resume', from: ['mediating', 'verifying'], to: 'same', by: ['supervisor'] },
  {
    command: 'ask-extension',
    from: ['received', 'verifying'],
    to: 'same',
    by: ['supervisor'],
    kind: 'report',
  },
  {
    command: 'decide-extension',
    from: ['received', 'verifying'],
    to: 'same',
    by: ['approver'],
    kind: 'report',
  },
  { command: 'record-sitting', from: ['mediating'], to: 'same', by: ['supervisor'], kind: 'complaint' },
  { command: 'end-mediation', from: ['mediating'], to: ['telling'], by: ['supervisor'], kind: 'complaint' },
  {
    command: 'open-breach',
    from: ['mediating', 'telling'],
    to: 'same',
    by: ['supervisor'],
    kind: 'complaint',
  },
  { command: 'propose-decision', from: ['verifying'], to: 'same', by: ['supervisor'], kind: 'report' },
  {
    command: 'decide',
    from: ['verifying'],
    to: ['verifying', 'decided'],
    by: ['approver'],
    kind: 'report',
    irreversible: true,
  },
  { command: 'follow-up', from: ['decided'], to: ['telling', 'closed'], by: ['system'], kind: 'report' },
  { command: 'tell', from: ['telling'], to: ['telling', 'closed'], by: ['supervisor'] },
  { command: 'split', from: ['received'], to: 'same', by: ['supervisor'] },
  { command: 'link', from: everywhere, to: 'same', by: ['system'] },
  { command: 'attach', from: ['received'], to: ['attached'], by: ['supervisor'], irreversible: true },
  { command: 'take-repeat', from: everywhere, to: 'same', by: ['system'] },
  { command: 'transfer', from: movable, to: [...movable, 'transferred'], by: ['supervisor'] },
  {
    command: 'confirm-transfer',
    from: movable,
    to: [...movable, 'transferred', 'closed'],
    by: ['approver'],
  },
  { command: 'dispute', from: handled, to: 'same', by: ['supervisor'] },
  { command: 'settle-dispute', from: handled, to: 'same', by: ['supervisor'] },
  { command: 'return', from: ['transferred'], to: ['received'], by: ['supervisor'] },
  {
    command: 'withdraw',
    from: ['received', 'mediating'],
    to: ['withdrawn', 'telling'],
    by: ['supervisor', 'link'],
    kind: 'complaint',
    irreversible: true,
  },
  { command: 'note', from: everywhere, to: 'same', by: ['supervisor', 'approver'] },
  { command: 'write', from: everywhere, to: 'same', by: ['supervisor', 'link'] },
  { command: 'read', from: everywhere, to: 'same', by: ['supervisor', 'approver', 'link'] },
  // An attached case takes files as before: its filer does not learn that it was attached.
  { command: 'add-file', from: [...handled, 'attached'], to: 'same', by: ['link'] },
  { command: 'file-checked', from: everywhere, to: 'same', by: ['system'] },
  { command: 'confirm-mail', from: everywhere, to: 'same', by: ['link'] },
  { command: 'new-receipt', from: everywhere, to: 'same', by: ['system'] },
  { command: 'ask-reveal', from: everywhere, to: 'same', by: ['supervisor'] },
  { command: 'decide-reveal', from: everywhere, to: 'same', by: ['approver'] },
  { command: 'reveal', from: everywhere, to: 'same', by: ['supervisor'] },
  { command: 'hold', from: everywhere, to: 'same', by: ['supervisor'] },
  { command: 'lift-hold', from: everywhere, to: 'same', by: ['approver'] },
  { command: 'propose-erasure', from: ended, to: 'same', by: ['supervisor'] },
  { command: 'decide-erasure', from: ended, to: 'same', by: ['approver'], irreversible: true },
  { command: 'erase-identity', from: ended, to: 'same', by: ['approver'], irreversible: true },
  { command: 'erase-files', from: ended, to: 'same', by: ['approver'], irreversible: true },
  { command: 'look', from: open, to: 'same', by: ['system'] },
];
