import type { Transition } from '../case/transition.ts';
import type { InspectionStatus } from './inspectionCase.ts';

export type InspectionCommand =
  | 'request-staffing'
  | 'decide-staffing'
  | 'apply-recusal'
  | 'decide-recusal'
  | 'restaff'
  | 'request-cancel'
  | 'withdraw-cancel'
  | 'cancel'
  | 'join'
  | 'absorb'
  | 'merge'
  | 'part'
  | 'arrive'
  | 'answer'
  | 'add-evidence'
  | 'remove-evidence'
  | 'record-letter'
  | 'set-results'
  | 'sign-agency'
  | 'sign'
  | 'submit'
  | 'return'
  | 'resubmit'
  | 'approve'
  | 'publish'
  | 'answer-rectification'
  | 'attach-rectification'
  | 'expire-rectification'
  | 'recheck'
  | 'confirm-recheck'
  | 'raise-correction'
  | 'propose-correction'
  | 'settle-correction'
  | 'penalty-outcome'
  | 'take-down'
  | 'look';

const beforeVisit: readonly InspectionStatus[] = ['staffing', 'notified'];
/** While the record may be written: on the visit, and after the reviewer sent it back. */
const recording: readonly InspectionStatus[] = ['notified', 'returned'];
const published: readonly InspectionStatus[] = ['rectifying', 'rechecking', 'closed'];
const open: readonly InspectionStatus[] = [
  'staffing',
  'notified',
  'visited',
  'returned',
  'reviewed',
  'rectifying',
  'rechecking',
];

/** The states of an inspection and the commands between them; `link` is an agency or inspector by a signed link. */
export const inspectionTransitions: readonly Transition<InspectionStatus, InspectionCommand>[] = [
  { command: 'request-staffing', from: beforeVisit, to: 'same', by: ['inspector', 'supervisor', 'link'] },
  { command: 'decide-staffing', from: beforeVisit, to: 'same', by: ['approver', 'supervisor'] },
  { command: 'apply-recusal', from: beforeVisit, to: 'same', by: ['link', 'supervisor'] },
  // The work goes on while an application waits, so the visit may be over when it is decided.
  { command: 'decide-recusal', from: [...beforeVisit, 'visited', 'returned'], to: 'same', by: ['approver'] },
  { command: 'restaff', from: beforeVisit, to: ['staffing', 'notified'], by: ['system'] },
  { command: 'request-cancel', from: beforeVisit, to: 'same', by: ['supervisor'] },
  { command: 'withdraw-cancel', from: beforeVisit, to: 'same', by: ['supervisor'] },
  { command: 'cancel', from: beforeVisit, to: ['cancelled'], by: ['approver'], irreversible: true },
  { command: 'join', from: ['notified'], to: ['joining'], by: ['supervisor'], irreversible: true },
  { command: 'absorb', from: ['notified'], to: 'same', by: ['system'] },
  { command: 'merge', from: ['joining'], to: ['merged'], by: ['system'] },
  { command: 'part', from: ['joining'], to: ['staffing', 'notified'], by: ['system'] },
  { command: 'arrive', from: ['notified'], to: 'same', by: ['inspector'] },
  { command: 'answer', from: recording, to: 'same', by: ['inspector'] },
  { command: 'add-evidence', from: recording, to: 'same', by: ['inspector'] },
  { command: 'remove-evidence', from: recording, to: 'same', by: ['inspector'] },
  { command: 'record-letter', from: recording, to: 'same', by: ['inspector'] },
  { command: 'set-results', from: recording, to: 'same', by: ['inspector'] },
  { command: 'sign-agency', from: recording, to: 'same', by: ['inspector'] },
  { command: 'sign', from: recording, to: 'same', by: ['inspector'] },
  { command: 'submit', from: ['notified'], to: ['visited'], by: ['inspector'] },
  { command: 'return', from: ['visited'], to: ['returned'], by: ['supervisor', 'approver'] },
  { command: 'resubmit', from: ['returned'], to: ['visited'], by: ['inspector'] },
  { command: 'approve', from: ['visited'], to: ['reviewed'], by: ['supervisor', 'approver'] },
  {
    command: 'publish',
    from: ['reviewed'],
    to: ['rectifying', 'closed'],
    by: ['system'],
    irreversible: true,
  },
  { command: 'attach-rectification', from: ['rectifying'], to: 'same', by: ['link', 'supervisor'] },
  { command: 'answer-rectification', from: ['rectifying'], to: ['rechecking'], by: ['link', 'supervisor'] },
  { command: 'expire-rectification', from: ['rectifying'], to: ['rechecking'], by: ['system'] },
  { command: 'recheck', from: ['rechecking'], to: 'same', by: ['inspector'] },
  { command: 'confirm-recheck', from: ['rechecking'], to: ['rectifying', 'closed'], by: ['inspector'] },
  { command: 'raise-correction', from: published, to: 'same', by: ['link', 'supervisor'] },
  { command: 'propose-correction', from: published, to: 'same', by: ['supervisor'] },
  { command: 'settle-correction', from: published, to: 'same', by: ['approver'] },
  { command: 'penalty-outcome', from: ['closed'], to: 'same', by: ['system'] },
  { command: 'take-down', from: published, to: 'same', by: ['system'] },
  { command: 'look', from: [...open, 'closed'], to: 'same', by: ['system'] },
];
