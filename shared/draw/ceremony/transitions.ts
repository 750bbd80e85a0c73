import type { Transition } from '../../case/transition.ts';
import type { DrawStatus } from './drawCase.ts';

export type DrawCommand =
  | 'freeze'
  | 'object'
  | 'end-objections'
  | 'refreeze'
  | 'commit-secret'
  | 'confirm'
  | 'publish-commitment'
  | 'reveal'
  | 'unseal'
  | 'enter-source'
  | 'reject-source'
  | 'confirm-source'
  | 'run'
  | 'publish'
  | 'replace'
  | 'publish-replacement'
  | 'request-void'
  | 'withdraw-void'
  | 'void';

const beforeLastSource: readonly DrawStatus[] = [
  'planned',
  'objection',
  'witnessing',
  'confirming',
  'confirmed',
  'revealing',
  'sourcing',
];

/** The states of a draw and the commands between them (design: one table for check, write, diagram and tests). */
export const drawTransitions: readonly Transition<DrawStatus, DrawCommand>[] = [
  { command: 'freeze', from: ['planned'], to: ['objection'], by: ['system'] },
  { command: 'object', from: ['objection'], to: 'same', by: ['link'] },
  { command: 'end-objections', from: ['objection'], to: ['witnessing'], by: ['supervisor', 'system'] },
  { command: 'refreeze', from: ['objection'], to: ['planned'], by: ['supervisor'] },
  {
    command: 'commit-secret',
    from: ['witnessing'],
    to: ['witnessing', 'confirming'],
    by: ['official', 'notary'],
  },
  { command: 'confirm', from: ['confirming'], to: ['confirmed'], by: ['approver'], irreversible: true },
  { command: 'publish-commitment', from: ['confirmed'], to: ['revealing'], by: ['system'] },
  { command: 'reveal', from: ['revealing'], to: ['revealing', 'sourcing'], by: ['official', 'notary'] },
  { command: 'unseal', from: ['revealing'], to: ['revealing', 'sourcing'], by: ['notary'] },
  { command: 'enter-source', from: ['sourcing'], to: 'same', by: ['supervisor'] },
  { command: 'reject-source', from: ['sourcing'], to: 'same', by: ['approver', 'notary'] },
  {
    command: 'confirm-source',
    from: ['sourcing'],
    to: ['sealed'],
    by: ['approver', 'notary'],
    irreversible: true,
  },
  { command: 'run', from: ['sealed'], to: ['drawn'], by: ['system'] },
  { command: 'publish', from: ['drawn'], to: ['published'], by: ['system'] },
  { command: 'replace', from: ['published'], to: 'same', by: ['system'] },
  { command: 'publish-replacement', from: ['published'], to: 'same', by: ['system'] },
  { command: 'request-void', from: beforeLastSource, to: 'same', by: ['supervisor'] },
  { command: 'withdraw-void', from: beforeLastSource, to: 'same', by: ['supervisor'] },
  {
    command: 'void',
    from: beforeLastSource,
    to: ['voided'],
    by: ['approver', 'system'],
    irreversible: true,
  },
];
